"""How an answer words its choice: *A or B*, *at least a battalion*, *probably A*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.domain.choices.doubts import without_about, without_doubt
from app.domain.choices.labels import clean_label, keys_of
from app.domain.choices.phrases import (
    AFTER,
    BAR,
    BOTH,
    EITHER,
    NEITHER,
    OPPOSITES,
    OR,
    PAIRS,
    RATHER,
    STRONG_PATTERNS,
    UNKNOWN,
    WEAK_PATTERNS,
    Relation,
)


class Known(Protocol):
    """What is asked of a vocabulary to tell words of choice from words of a label."""

    def knows(self, label: str) -> bool:
        """Tell whether a label is known."""

    def find_rank(self, label: str) -> int | None:
        """Return the place of a label on a scale."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One alternative of an answer: labels and what is said of them."""

    relation: Relation
    labels: tuple[str, ...]
    """One label, two for *between*, all that are excluded for *other than*, none for *unknown*."""
    is_doubted: bool = False


def read_choices(text: str, known: Known) -> tuple[Choice, ...]:
    """Return the alternatives that a text names; a known label is never taken apart.

    Labels that are not known come back as the text has them.
    """
    text = clean_label(text)
    if known.knows(text):
        return (Choice(Relation.IS, (text,)),)
    if text.casefold() in UNKNOWN:
        return (Choice(Relation.ANYTHING, ()),)
    if neither := NEITHER.fullmatch(text):
        return _excluding(f"{neither['first']} | {neither['rest']}", known)
    if rather := RATHER.fullmatch(text):
        return read_choices(rather["rest"], known)
    parts = _segments(text, BAR, known)
    if parts != [text]:
        return tuple(choice for part in parts for choice in read_choices(part, known))
    sure = without_doubt(text) or _about_ranked(text, known)
    bounded = _bounded(text, known)
    if bounded is not None and not (sure and known.knows(sure)):
        return bounded
    if sure is not None:
        return tuple(replace(c, is_doubted=True) for c in read_choices(sure, known))
    either = EITHER.sub("", text, count=1)
    parts = _segments(either, OR, known)
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
    """Split *A, B* before *or C* when one of them is a known label.

    The first alone tells only before a small letter: *Kononov, Ivan* is one name.
    """
    first, *others = pieces = [piece.strip() for piece in part.split(",")]
    if known.knows(part) or not others:
        return [part]
    tells = any(map(known.knows, others)) or (known.knows(first) and others[0][:1].islower())
    if not (tells and all(map(_has_word, pieces))):
        return [part]
    return pieces


def _about_ranked(text: str, known: Known) -> str | None:
    rest = without_about(text)
    return rest if rest is not None and known.find_rank(rest) is not None else None


def _bounded(text: str, known: Known) -> tuple[Choice, ...] | None:
    if both := _between_bounds(text, known):
        return both
    for relation, pattern in STRONG_PATTERNS:
        match = pattern.fullmatch(text)
        if match and _has_word(match[1]):
            if relation is Relation.OTHER_THAN:
                return _excluding(match[1], known)
            return (_bound(relation, match[1], known),)
    for relation, pattern in AFTER.items():
        match = pattern.fullmatch(text)
        if match and _has_word(match[1]):
            return (_bound(relation, match[1], known),)
    for relation, pattern in WEAK_PATTERNS:
        match = pattern.fullmatch(text)
        if match and known.find_rank(match[1]) is not None:
            return (_bound(relation, match[1], known),)
    pair = next(_pairs(text, known), None)
    return (pair,) if pair else None


def _between_bounds(text: str, known: Known) -> tuple[Choice, ...] | None:
    """Read *at least a company but at most a regiment*, where both stand on a scale."""
    joint = BOTH.search(text)
    if joint is None:
        return None
    ends = [
        choice
        for part in (text[: joint.start()], text[joint.end() :])
        for choice in _bounded(part, known) or ()
        if known.find_rank(choice.labels[0]) is not None and not choice.is_doubted
    ]
    if {end.relation for end in ends} != {Relation.AT_LEAST, Relation.AT_MOST} or len(ends) != 2:
        return None
    ends.sort(key=lambda end: end.relation is Relation.AT_MOST)
    return (Choice(Relation.BETWEEN, (ends[0].labels[0], ends[1].labels[0])),)


def _excluding(text: str, known: Known) -> tuple[Choice, ...]:
    """Turn what a text names round: *not shot or hanged*, *not more than a company*."""
    choices = read_choices(text, known)
    if len(choices) == 1 and choices[0].relation in OPPOSITES:
        return (replace(choices[0], relation=OPPOSITES[choices[0].relation]),)
    if all(choice.relation is Relation.IS for choice in choices):
        labels = tuple(label for choice in choices for label in choice.labels)
        return (Choice(Relation.OTHER_THAN, labels),)
    return (Choice(Relation.OTHER_THAN, (clean_label(text),)),)


def _bound(relation: Relation, label: str, known: Known) -> Choice:
    label = clean_label(label)
    is_doubted = False
    while not known.knows(label) and (sure := without_doubt(label) or _about_ranked(label, known)):
        label, is_doubted = clean_label(sure), True
    return Choice(relation, (label,), is_doubted)


def _pairs(text: str, known: Known) -> Iterator[Choice]:
    """Yield *between a company and a regiment*, where both stand on a scale."""
    for before, joint in PAIRS:
        opening = re.match(rf"(?:{before})\s+", text, re.IGNORECASE)
        if opening is None:
            continue
        for match in re.finditer(rf"\s+(?:{joint})\s+", text, re.IGNORECASE):
            low, high = text[opening.end() : match.start()], text[match.end() :]
            if known.find_rank(low) is not None and known.find_rank(high) is not None:
                yield Choice(Relation.BETWEEN, (clean_label(low), clean_label(high)))


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


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
