"""Dates with gaps (one of several years, not in a year) that a chain of rules leaves no room.

The earliest and latest day of a claim do not tell all where it allows days apart: born in 1900 or
1920 and wed at thirty, a man did not wed in 1940. Each two spans are then tried by themselves,
against the least and the greatest distance at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from app.domain.rules.links import Link
from app.domain.rules.walks import Path, paths_from, steps_of
from app.domain.sets import FIRST, LAST, Allowed, Span

Ways = Mapping[tuple[int, int], Path]
"""The tightest way from one point to another, by both."""


def clash_in_gaps(one: Allowed, other: Allowed, there: Path, back: Path) -> bool:
    """Tell whether no day of ``one`` and day of ``other`` are as far apart as two ways say."""
    return not any(_spans_fit(a, b, there, back) for a, b in product(one.spans, other.spans))


def _spans_fit(a: Span, b: Span, there: Path, back: Path) -> bool:
    if a[0] <= FIRST or b[0] <= FIRST or a[1] >= LAST or b[1] >= LAST:
        return there.reaches(a[1], b[0]) and back.reaches(b[1], a[0])
    day = _earliest(there, a, b[0])
    return day is not None and back.reaches(min(b[1], there.latest(day)), day)


def _earliest(path: Path, span: Span, wanted: int) -> int | None:
    """Return the first day of a span from which a way reaches the wanted day."""
    low, high = span
    if path.latest(high) < wanted:
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if path.latest(middle) >= wanted else (middle + 1, high)
    return low


def smallest_links(
    links: Sequence[Link], ends: tuple[int, int], one: Allowed, other: Allowed, *, strict: bool
) -> list[Link]:
    """Return links that two claims cannot meet, of which dropping any one leaves them room."""
    left = list(links)
    for link in links:
        rest = [known for known in left if known is not link]
        ways = ways_between(rest, ends, strict=strict)
        if len(ways) == len(ends) and clash_in_gaps(one, other, *ways):
            left = rest
    return left


def ways_between(links: Sequence[Link], ends: tuple[int, int], *, strict: bool) -> list[Path]:
    """Return the tightest way from the first end to the other and back, as far as there are."""
    steps = steps_of(links, strict=strict)
    found: list[Path] = []
    for start, end in (ends, ends[::-1]):
        paths = [path for path in paths_from(start, steps) if path.steps[-1].end == end]
        found += paths[-1:]
    return found


def rival_claims(there: Path, back: Path) -> bool:
    """Tell whether two ways rest on different claims about one length, which rival each other."""
    return any(
        one.link.rule is other.link.rule and one.link.claim is not other.link.claim
        for one, other in product(there.steps, back.steps)
    )
