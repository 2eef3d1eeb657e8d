"""The one mathematics: a claim allows a set of answers, and every kind of answer is such a set.

An ``Allowed`` is a union of closed ranges of whole numbers. What a number stands for depends on
the kind of answer: a proleptic Gregorian day (``date.toordinal``, extended below 1), a millionth
of the base unit (quantities), a leaf of a tree in depth-first order (options and subjects), or
0 and 1 (no and yes).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]

FIRST = -(10**30)
"""Stands for *without beginning*: below every number that an answer can mean."""
LAST = 10**30
"""Stands for *without end*."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A set of possible answers: disjoint, non-adjacent closed spans ``(first, last)`` in order."""

    spans: tuple[Span, ...]

    @classmethod
    def of(cls, *spans: Span) -> Allowed:
        """Build a set from spans in any order; overlapping and adjacent ones are joined."""
        return cls(tuple(_joined(spans)))

    @classmethod
    def everything(cls) -> Allowed:
        """Return the set that allows every answer (a doubt, a silence)."""
        return cls(((FIRST, LAST),))

    @property
    def is_empty(self) -> bool:
        """Tell whether no answer is left."""
        return not self.spans

    @property
    def first(self) -> int:
        """Return the least member; raises ``IndexError`` on the empty set."""
        return self.spans[0][0]

    @property
    def last(self) -> int:
        """Return the greatest member; raises ``IndexError`` on the empty set."""
        return self.spans[-1][1]

    @property
    def size(self) -> int:
        """Return how many numbers the set holds: small means precise."""
        return sum(last - first + 1 for first, last in self.spans)

    def union(self, other: Allowed) -> Allowed:
        """Return the answers that either set allows."""
        return Allowed.of(*self.spans, *other.spans)

    def intersection(self, other: Allowed) -> Allowed:
        """Return the answers that both sets allow, in one pass over both."""
        found: list[Span] = []
        ours, theirs = list(self.spans), list(other.spans)
        i = j = 0
        while i < len(ours) and j < len(theirs):
            low = max(ours[i][0], theirs[j][0])
            high = min(ours[i][1], theirs[j][1])
            if low <= high:
                found.append((low, high))
            if ours[i][1] < theirs[j][1]:
                i += 1
            else:
                j += 1
        return Allowed(tuple(found))

    def complement(self, within: Allowed | None = None) -> Allowed:
        """Return the answers that this set excludes, of ``within`` (else of everything)."""
        gaps: list[Span] = []
        next_free = FIRST
        for first, last in self.spans:
            if next_free < first:
                gaps.append((next_free, first - 1))
            next_free = last + 1
        if next_free <= LAST:
            gaps.append((next_free, LAST))
        rest = Allowed(tuple(gaps))
        return rest if within is None else rest.intersection(within)

    def meets(self, other: Allowed) -> bool:
        """Tell whether some answer is allowed by both."""
        return not self.intersection(other).is_empty

    def covers(self, other: Allowed) -> bool:
        """Tell whether every answer that ``other`` allows is allowed here too."""
        return self.intersection(other).spans == other.spans

    def shifted(self, low: int, high: int) -> Allowed:
        """Return the set moved by every offset from ``low`` to ``high`` (ends without end stay)."""
        return Allowed.of(
            *(
                (first if first <= FIRST else first + low, last if last >= LAST else last + high)
                for first, last in self.spans
            )
        )


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    current: Span | None = None
    for first, last in sorted(span for span in spans if span[0] <= span[1]):
        if current is None:
            current = (first, last)
        elif first <= current[1] + 1:
            current = (current[0], max(current[1], last))
        else:
            yield current
            current = (first, last)
    if current is not None:
        yield current
