"""The units that words name (days, months, years) and their parts: thirds, halves, quarters.

Early, mid and late are thirds of whole smaller units: January-April, May-August and
September-December of a year; days 1-10, 11-20 and 21 to the end of a month; the single months of
a season; years 0-3, 4-6 and 7-9 of a decade; years 1-34, 35-67 and 68-100 of a century.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.dates.calendar import Calendar, exact_day, month_run, year_run
from app.domain.dates.refusals import Refusal
from app.domain.dates.stretches import End, Grain, Stretch, whole

_PART_OF_MONTH = {2: (0, 15), 3: (0, 10, 20)}
_ALL_OF_MONTH = 32


@dataclass(frozen=True, slots=True)
class Days:
    """Days of one month; a last day of 32 stands for the end of the month."""

    year: int
    month: int
    first: int
    last: int

    def stretch(self, calendar: Calendar) -> Stretch:
        """Return the days as a stretch; refuse days that the month does not have."""
        first = exact_day(calendar, self.year, self.month, self.first)
        if self.last == self.first:
            return whole(first, first, Grain.DAY, calendar)
        if self.last == _ALL_OF_MONTH:
            last = month_run(calendar, self.year, self.month)[1]
        else:
            last = exact_day(calendar, self.year, self.month, self.last)
        return whole(first, last, Grain.DAY, calendar)

    def part(self, index: int, of: int) -> Days:
        """Refuse: a day has no parts here."""
        raise Refusal("a day is not divided")


@dataclass(frozen=True, slots=True)
class Months:
    """A run of whole months; ``month`` may run past 12."""

    year: int
    month: int
    count: int
    winter: bool = False
    """A winter named by one year: it began in that year or, from January on, ended in it."""

    def stretch(self, calendar: Calendar) -> Stretch:
        """Return the months as a stretch, in two pieces for a winter named by one year."""
        first, last = month_run(calendar, self.year, self.month, self.count)
        if not self.winter or self.month + self.count <= 13:
            return whole(first, last, Grain.MONTH, calendar)
        start = max(self.month - 12, 1)
        opening, closing = month_run(
            calendar, self.year, start, self.month + self.count - 12 - start
        )
        return Stretch(
            End(opening, Grain.MONTH, 0, calendar),
            End(last, Grain.MONTH, 0, calendar),
            (closing + 1, first - 1),
        )

    def part(self, index: int, of: int) -> Days | Months:
        """Return one of ``of`` equal parts of the months."""
        if self.count == 1:
            starts = _PART_OF_MONTH.get(of)
            if starts is None:
                raise Refusal("a month is divided into halves or thirds only")
            ends = (*starts[1:], _ALL_OF_MONTH)
            return Days(self.year, self.month, starts[index - 1] + 1, ends[index - 1])
        if self.count % of:
            raise Refusal("it cannot be divided so; name the months")
        size = self.count // of
        return Months(self.year, self.month + size * (index - 1), size, self.winter)


@dataclass(frozen=True, slots=True)
class Years:
    """A run of whole years, named to the precision of ``grain``."""

    first: int
    last: int
    grain: Grain

    def stretch(self, calendar: Calendar) -> Stretch:
        """Return the years as a stretch."""
        return whole(*year_run(calendar, self.first, self.last), self.grain, calendar)

    def part(self, index: int, of: int) -> Months | Years:
        """Return one of ``of`` equal parts; a remainder of years falls to the earlier parts."""
        count = self.last - self.first + 1
        if count == 1:
            size = 12 // of
            return Months(self.first, size * (index - 1) + 1, size)
        if self.grain is Grain.YEAR:
            raise Refusal("several years are not divided; name the years")
        grain = Grain.YEAR if self.grain is Grain.DECADE else Grain.DECADE
        low, high = -(-count * (index - 1) // of), -(-count * index // of)
        return Years(self.first + low, self.first + high - 1, grain)


Unit = Days | Months | Years
