"""The units that words name (days, months, years) and their parts: thirds, halves, quarters.

Early, mid and late are thirds of whole smaller units: January-April, May-August and
September-December of a year; days 1-10, 11-20 and 21 to the end of a month; the single months of
a season; years 0-3, 4-6 and 7-9 of a decade; years 1-34, 35-67 and 68-100 of a century.

The first to fourth weeks of a month are its days 1-7, 8-14, 15-21 and 22-28, the last week its
last seven days. The first and last days of a month are its first and last third, those of a year
the same of January and December; the first and last months of a year are its first and last
third. The decades of a century are counted from its year 1 (the first of the 20th: 1901-1910).
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.dates.calendar import Calendar, exact_day, month_run, year_run
from app.domain.dates.refusals import Refusal
from app.domain.dates.roles import (
    DAY_AT_EDGE,
    DAYS_AT_EDGE,
    MONTHS_AT_EDGE,
    TEN_DAYS,
    WEEK_OF_MONTH,
)
from app.domain.dates.stretches import End, Grain, Stretch, whole

_THIRDS = (0, 10, 20)
_PART_OF_MONTH = {2: (0, 15), 3: _THIRDS, TEN_DAYS: _THIRDS, DAYS_AT_EDGE: _THIRDS}
"""Days that stand before each part of a month."""
_ALL_OF_MONTH = 32
_DECADES = 10


@dataclass(frozen=True, slots=True)
class Days:
    """Days of one month; a last day of 32 is its end, a first below 1 counts back from there."""

    year: int
    month: int
    first: int
    last: int

    def stretch(self, calendar: Calendar) -> Stretch:
        """Return the days as a stretch; refuse days that the month does not have."""
        if self.last == self.first:
            day = exact_day(calendar, self.year, self.month, self.first)
            return whole(day, day, Grain.DAY, calendar)
        if self.last == _ALL_OF_MONTH:
            last = month_run(calendar, self.year, self.month)[1]
        else:
            last = exact_day(calendar, self.year, self.month, self.last)
        if self.first > 0:
            first = exact_day(calendar, self.year, self.month, self.first)
        else:
            first = last + self.first
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
        """Return one of ``of`` equal parts of the months, or a part of a month by its name."""
        if self.count == 1:
            return self._days(index, of)
        if of < 0 or self.count % of:
            raise Refusal("it cannot be divided so; name the months")
        size = self.count // of
        return Months(self.year, self.month + size * (index - 1), size, self.winter)

    def _days(self, index: int, of: int) -> Days:
        """Return a part of a single month."""
        if of == WEEK_OF_MONTH:
            first, last = (-6, _ALL_OF_MONTH) if index < 0 else (7 * index - 6, 7 * index)
        elif of == DAY_AT_EDGE:
            first, last = (1, 1) if index == 1 else (0, _ALL_OF_MONTH)
        else:
            starts = _PART_OF_MONTH.get(of)
            if starts is None:
                raise Refusal("a month is divided into halves or thirds only")
            first, last = starts[index - 1] + 1, (*starts[1:], _ALL_OF_MONTH)[index - 1]
        return Days(self.year, self.month, first, last)


@dataclass(frozen=True, slots=True)
class Years:
    """A run of whole years, named to the precision of ``grain``."""

    first: int
    last: int
    grain: Grain

    def stretch(self, calendar: Calendar) -> Stretch:
        """Return the years as a stretch."""
        return whole(*year_run(calendar, self.first, self.last), self.grain, calendar)

    def part(self, index: int, of: int) -> Unit:
        """Return one of ``of`` equal parts; a remainder of years falls to the earlier parts."""
        count = self.last - self.first + 1
        if of < 0:
            return self._edge(index, of, count)
        if of == _DECADES and count != 100:
            raise Refusal("only a century is divided into decades")
        if count == 1:
            size = 12 // of
            return Months(self.first, size * (index - 1) + 1, size)
        if self.grain is Grain.YEAR:
            raise Refusal("several years are not divided; name the years")
        grain = Grain.YEAR if self.grain is Grain.DECADE else Grain.DECADE
        low, high = -(-count * (index - 1) // of), -(-count * index // of)
        return Years(self.first + low, self.first + high - 1, grain)

    def _edge(self, index: int, of: int, count: int) -> Unit:
        """Return the first or last days or months of a single year."""
        if of == WEEK_OF_MONTH:
            raise Refusal("weeks are counted within a month; name the days")
        if of == TEN_DAYS:
            raise Refusal("ten-day parts belong to a month; name the month")
        if count > 1:
            raise Refusal("its first or last days or months are not understood; name the year")
        if of == MONTHS_AT_EDGE:
            return self.part(index, 3)
        return Months(self.first, 1 if index == 1 else 12, 1).part(index, of)


Unit = Days | Months | Years
