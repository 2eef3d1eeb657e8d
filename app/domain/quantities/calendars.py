"""How many days a number of months may have: the bridge between years and days."""

from __future__ import annotations

from calendar import isleap
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import Final

MONTHS_IN_CYCLE: Final = 4800
DAYS_IN_CYCLE: Final = 146_097
"""The Gregorian calendar repeats after 400 years."""


@lru_cache(maxsize=1)
def _month_starts() -> tuple[int, ...]:
    """Return the first day of each month over two cycles, counted from the first month."""
    lengths = [
        29
        if month == 2 and isleap(year)
        else 30
        if month in {4, 6, 9, 11}
        else 31 - 3 * (month == 2)
        for year in range(2000, 2800)
        for month in range(1, 13)
    ]
    return (0, *accumulate(lengths))


@lru_cache(maxsize=1024)
def _whole_months(months: int) -> tuple[int, int]:
    cycles, rest = divmod(months, MONTHS_IN_CYCLE)
    starts = _month_starts()
    lengths = {starts[first + rest] - starts[first] for first in range(MONTHS_IN_CYCLE)}
    whole = cycles * DAYS_IN_CYCLE
    return whole + min(lengths), whole + max(lengths)


def days_of_months(months: Fraction) -> tuple[Fraction, Fraction]:
    """Return the fewest and most days that so many Gregorian calendar months last.

    One month is 28 to 31 days, a year 365 or 366; of a part of a month, the same part.
    """
    whole, part = divmod(months, 1)
    fewest, most = _whole_months(int(whole))
    return fewest + part * 28, most + part * 31


def months_of_days(days: Fraction, *, fewest: bool) -> int | None:
    """Return the whole months whose fewest (else most) days these are, or ``None``."""
    near = int(days * MONTHS_IN_CYCLE / DAYS_IN_CYCLE)
    for months in range(max(near - 1, 1), near + 3):
        if _whole_months(months)[0 if fewest else 1] == days:
            return months
    return None
