"""How an answer words its choice: *A or B*, *at least a battalion*, *probably A*."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from app.domain.choices.doubts import without_about, without_doubt
from app.domain.choices.labels import clean_label, keys_of


class Known(Protocol):
    """What is asked of a vocabulary to tell words of choice from words of a label."""

    def knows(self, label: str) -> bool:
        """Tell whether a label is known."""

    def find_rank(self, label: str) -> int | None:
        """Return the place of a label on a scale."""


class Relation(enum.Enum):
    """What an answer says of the labels it names; the value is its canonical wording."""

    IS = ""
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    BETWEEN = "between"
    OTHER_THAN = "other than"


@dataclass(frozen=True, slots=True)
class Choice:
    """One alternative of an answer: labels and what is said of them."""

    relation: Relation
    labels: tuple[str, ...]
    is_doubted: bool = False


_STRONG: Final = {
    Relation.AT_LEAST: "at least|no less than|not less than|no fewer than|mindestens|wenigstens|"
    "не менее|не меньше|по меньшей мере|по крайней мере|как минимум|>=|≥",
    Relation.AT_MOST: "at most|no more than|not more than|höchstens|hoechstens|maximal|"
    "не более|не больше|самое большее|<=|≤",
    Relation.MORE_THAN: "more than|larger than|bigger than|greater than|mehr als|größer als|"
    "более чем|больше чем|>",
    Relation.LESS_THAN: "less than|fewer than|smaller than|weniger als|kleiner als|"
    "менее чем|меньше чем|<",
    Relation.OTHER_THAN: "other than|anything but|anyone but|all but|alles außer|außer|"
    "все кроме|всё кроме|кроме",
}
"""Words that always set a bound."""
_WEAK: Final = {
    Relation.AT_MOST: "up to|bis zu|bis|до",
    Relation.MORE_THAN: "over|above|über|более|больше|свыше",
    Relation.LESS_THAN: "under|below|unter|менее|меньше",
}
"""Words that set a bound before a label on a scale only: *under arrest* is no bound."""
_MORE: Final = "more|larger|bigger|greater|above|mehr|größer|darüber|более|больше|выше"
_LESS: Final = "less|fewer|smaller|below|weniger|kleiner|darunter|менее|меньше|ниже"
_AFTER: Final = {
    Relation.AT_LEAST: re.compile(rf"(.*\S),?\s+(?:or|oder|или)\s+(?:{_MORE})", re.IGNORECASE),
    Relation.AT_MOST: re.compile(rf"(.*\S),?\s+(?:or|oder|или)\s+(?:{_LESS})", re.IGNORECASE),
}
_PAIRS: Final = (
    ("between|zwischen|между", "and|und|и"),
    ("from|von|от|с", "to|up to|bis|до"),
)
_OR: Final = re.compile(r",?\s+(?:or|oder|или|либо)\s+", re.IGNORECASE)
_EITHER: Final = re.compile(r"\A(?:either|entweder|или|либо)\s+(?=\S)", re.IGNORECASE)
_BAR: Final = re.compile(r"\s*\|\s*")


def read_choices(text: str, known: Known) -> tuple[Choice, ...]:
    """Return the alternatives that a text names; a known label is never taken apart.

    Labels that are not known come back as the text has them.
    """
    text = clean_label(text)
    if known.knows(text):
        return (Choice(Relation.IS, (text,)),)
    parts = _segments(text, _BAR, known)
    if parts != [text]:
        return tuple(choice for part in parts for choice in read_choices(part, known))
    sure = without_doubt(text) or _about_ranked(text, known)
    bounded = _bounded(text, known)
    if bounded is not None and not (sure and known.knows(sure)):
        return (bounded,)
    if sure is not None:
        return tuple(replace(c, is_doubted=True) for c in read_choices(sure, known))
    either = _EITHER.sub("", text, count=1)
    parts = _segments(either, _OR, known)
    if parts != [either]:
        listed = [piece for part in parts for piece in _listed(part, known)]
        return tuple(choice for piece in listed for choice in read_choices(piece, known))
    return (Choice(Relation.IS, (text,)),)


def _segments(text: str, joint: re.Pattern[str], known: Known) -> list[str]:
    """Split at a joint, but not within a known label; the longest one is kept whole."""
    joints = [(match.start(), match.end()) for match in joint.finditer(text)]
    starts = [0, *(end for _, end in joints)]
    ends = [*(start for start, _ in joints), len(text)]
    found: list[str] = []
    at = 0
    while at < len(starts):
        last = at
        for end in range(len(ends) - 1, at, -1):
            if known.knows(text[starts[at] : ends[end]]):
                last = end
                break
        found.append(text[starts[at] : ends[last]])
        at = last + 1
    return [part for part in found if _has_word(part)] or [text]


def _listed(part: str, known: Known) -> list[str]:
    """Split *A, B* before *or C* when both are known labels."""
    pieces = [piece.strip() for piece in part.split(",")]
    if known.knows(part) or not all(known.knows(piece) for piece in pieces):
        return [part]
    return pieces


def _about_ranked(text: str, known: Known) -> str | None:
    rest = without_about(text)
    return rest if rest is not None and known.find_rank(rest) is not None else None


def _bounded(text: str, known: Known) -> Choice | None:
    for relation, pattern in _STRONG_PATTERNS:
        match = pattern.fullmatch(text)
        if match and _has_word(match[1]):
            return _bound(relation, match[1], known)
    for relation, pattern in _AFTER.items():
        match = pattern.fullmatch(text)
        if match and _has_word(match[1]):
            return _bound(relation, match[1], known)
    for relation, pattern in _WEAK_PATTERNS:
        match = pattern.fullmatch(text)
        if match and known.find_rank(match[1]) is not None:
            return _bound(relation, match[1], known)
    return next(_pairs(text, known), None)


def _bound(relation: Relation, label: str, known: Known) -> Choice:
    label = clean_label(label)
    is_doubted = False
    while not known.knows(label) and (sure := without_doubt(label) or _about_ranked(label, known)):
        label, is_doubted = clean_label(sure), True
    return Choice(relation, (label,), is_doubted)


def _pairs(text: str, known: Known) -> Iterator[Choice]:
    """Yield *between a company and a regiment*, where both stand on a scale."""
    for before, joint in _PAIRS:
        opening = re.match(rf"(?:{before})\s+", text, re.IGNORECASE)
        if opening is None:
            continue
        for match in re.finditer(rf"\s+(?:{joint})\s+", text, re.IGNORECASE):
            low, high = text[opening.end() : match.start()], text[match.end() :]
            if known.find_rank(low) is not None and known.find_rank(high) is not None:
                yield Choice(Relation.BETWEEN, (clean_label(low), clean_label(high)))


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _bound_patterns(table: dict[Relation, str]) -> list[tuple[Relation, re.Pattern[str]]]:
    return [
        (relation, re.compile(rf"(?:{words})(?:(?<=[<>=≥≤])|\s)\s*(\S.*)", re.IGNORECASE))
        for relation, words in table.items()
    ]


_STRONG_PATTERNS: Final = _bound_patterns(_STRONG)
_WEAK_PATTERNS: Final = _bound_patterns(_WEAK)


@dataclass(frozen=True, slots=True)
class _Growing:
    """A vocabulary with the labels found so far."""

    base: Known
    fresh: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def knows(self, label: str) -> bool:
        return self.base.knows(label) or not self.keys.isdisjoint(keys_of(label))

    def find_rank(self, label: str) -> int | None:
        return self.base.find_rank(label)

    def add(self, label: str) -> bool:
        """Add a label unless it is known; tell whether it was added."""
        if not _has_word(label) or self.knows(label):
            return False
        self.fresh.append(clean_label(label))
        self.keys.update(keys_of(label))
        return True


def new_labels(texts: Iterable[str], known: Known) -> tuple[str, ...]:
    """Return the labels that texts name and a vocabulary lacks, as the texts write them.

    Texts that are a mere label come first, so that *A or B* is taken apart by known labels.
    """
    growing = _Growing(known)
    worded: list[str] = []
    for text in texts:
        choices = read_choices(text, growing)
        if len(choices) == 1 and choices[0].relation is Relation.IS and not choices[0].is_doubted:
            growing.add(choices[0].labels[0])
        else:
            worded.append(text)
    while _grow(growing, worded):
        pass  # a label found late may join what was parted before
    return tuple(growing.fresh)


def _grow(growing: _Growing, texts: Iterable[str]) -> bool:
    added = False
    for text in texts:
        for choice in read_choices(text, growing):
            for label in choice.labels:
                added = growing.add(label) or added
    return added
