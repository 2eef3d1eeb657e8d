"""Sets of options, subjects or yes and no in words, for sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.choices.vocabulary import Vocabulary
from app.domain.sets import FIRST, LAST, Allowed

BELOW_SCALE: Final = FIRST + 1
"""Stands for whatever is less than all that is named on a scale."""
ABOVE_SCALE: Final = LAST - 1
"""Stands for whatever is more than all that is named on a scale."""
_MOST_NAMED: Final = 8


def describe_choice(allowed: Allowed, vocabulary: Vocabulary) -> str:
    """Return a set of leaves in words: ``shot or hanged``, ``anything but a regiment``."""
    if allowed.is_empty:
        return "nothing"
    if allowed.last < LAST:
        return listed_with_or(list(_names(allowed, vocabulary)))
    rest = allowed.complement()
    return "anything" if rest.is_empty else f"anything but {describe_choice(rest, vocabulary)}"


def describe_yes_no(allowed: Allowed) -> str:
    """Return a set of yes and no in words."""
    words = {"no": Allowed.of((0, 0)), "yes": Allowed.of((1, 1))}
    return " or ".join(word for word, one in words.items() if allowed.covers(one)) or "neither"


def kinds_of(leaf: int, vocabulary: Vocabulary) -> str:
    """Return what lies directly or deeper under a label, in words; empty for a plain leaf."""
    _, last = vocabulary.spans[leaf]
    under = Allowed.of((leaf + 1, last))
    return "" if under.is_empty else listed_with_or(list(_names(under, vocabulary)))


def _names(allowed: Allowed, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the fewest labels that make up the set; a label without its kinds is said so."""
    if allowed.covers(Allowed.of((BELOW_SCALE, BELOW_SCALE))):
        yield "less than any named"
    yield from _labels(allowed, vocabulary)
    if allowed.covers(Allowed.of((ABOVE_SCALE, ABOVE_SCALE))):
        yield "more than any named"


def _labels(allowed: Allowed, vocabulary: Vocabulary) -> Iterator[str]:
    for first, last in allowed.spans:
        leaf = max(first, 0)
        while leaf <= min(last, len(vocabulary.labels) - 1):
            end = vocabulary.spans[leaf][1]
            if end <= last:
                yield vocabulary.labels[leaf]
                leaf = end + 1
            else:
                yield f"{vocabulary.labels[leaf]} of another kind"
                leaf += 1


def listed_with_or(names: Sequence[str]) -> str:
    """Return names as a list in words; beyond eight, only how many more there are."""
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} others"]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"
