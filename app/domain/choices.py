"""Options, subjects and yes-no: labels as leaves of a tree in depth-first order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.answers import Answer, Kind
from app.domain.errors import UnreadableAnswerError
from app.domain.names import fold
from app.domain.sets import Allowed

YES_NO = Allowed.of((0, 1))
_YES, _NO = {"yes", "y", "ja", "да", "true"}, {"no", "n", "nein", "нет", "false"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One label of a vocabulary."""

    label: str
    parent: str | None = None
    rank: int | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Labels in order; the place of a label is its leaf."""

    labels: tuple[str, ...]

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> Vocabulary:
        """Build from entries."""
        return cls(tuple(dict.fromkeys(fold(entry.label) for entry in entries)))

    def with_texts(self, texts: Iterable[str]) -> Vocabulary:
        """Return a vocabulary that knows the texts too."""
        return Vocabulary(tuple(dict.fromkeys((*self.labels, *(fold(text) for text in texts)))))

    def unknown_labels(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return labels that the texts name for the first time."""
        new = {fold(text): text for text in texts}
        return tuple(text for key, text in new.items() if key not in self.labels)


def read_option(text: str, vocabulary: Vocabulary, kind: Kind = Kind.OPTION) -> Answer:
    """Read a label."""
    place = vocabulary.labels.index(fold(text))
    leaf = Allowed.of((place, place))
    return Answer(kind, text.strip(), leaf, leaf, text.strip(), text.strip())


def read_subject(text: str, vocabulary: Vocabulary) -> Answer:
    """Read a subject's name."""
    return read_option(text, vocabulary, Kind.SUBJECT)


def read_yes_no(text: str) -> Answer:
    """Read yes or no."""
    word = fold(text)
    if word not in _YES | _NO:
        raise UnreadableAnswerError(f"“{text}” is neither yes nor no.")
    leaf = Allowed.of((1, 1)) if word in _YES else Allowed.of((0, 0))
    return Answer(Kind.YES_NO, text.strip(), leaf, leaf, text.strip(), text.strip())
