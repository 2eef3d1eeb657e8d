"""Which months the seasons and other groupings of a year have; one rule for words and EDTF.

Seasons are those of the meteorologists: spring March to May, summer June to August, autumn
September to November, winter December to February. A winter named by one year may be the one
that began or the one that ended in it: January and February and, from December on, the next
winter are allowed.
"""

from __future__ import annotations

from app.domain.sets import Span

SPRING, SUMMER, AUTUMN, WINTER = 1, 2, 3, 4
FIRST_MONTHS = {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 12}

_NORTH: tuple[tuple[Span, ...], ...] = (((3, 3),), ((6, 3),), ((9, 3),), ((1, 2), (12, 3)))

SUB_YEAR_RUNS: dict[int, tuple[Span, ...]] = {
    **{21 + index: runs for index, runs in enumerate(_NORTH)},
    **{25 + index: runs for index, runs in enumerate(_NORTH)},
    **{29 + index: _NORTH[(index + 2) % 4] for index in range(4)},
    **{33 + index: ((1 + 3 * index, 3),) for index in range(4)},
    **{37 + index: ((1 + 4 * index, 4),) for index in range(3)},
    **{40 + index: ((1 + 6 * index, 6),) for index in range(2)},
}
"""EDTF codes of sub-year groupings: runs ``(first month, count)``; 12 + 3 runs into next year."""
