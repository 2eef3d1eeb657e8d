"""A stretch of time as named in a text: two ends, each with the allowance of its own precision.

The allowances of ``?``, ``~`` and circa: a day gives 10 days, a month or season 3 months, a year
3 years, a decade 10 and a century 25 years, at either end.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from app.domain.dates.calendar import Calendar, months_later
from app.domain.dates.refusals import Refusal
from app.domain.sets import FIRST, LAST, Allowed, Span


class Grain(enum.Enum):
    """The precision to which an end is named; the value is its allowance in months."""

    DAY = 0
    MONTH = 3
    YEAR = 36
    DECADE = 120
    CENTURY = 300


DAYS_GIVEN = 10
"""The allowance of a day, at either side."""

UNCERTAIN, APPROXIMATE = 1, 2
MARKS = ("", "?", "~", "%")
"""Qualifiers of EDTF (Library of Congress, 2019) by the sum of UNCERTAIN and APPROXIMATE."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a stretch: a day number, or FIRST or LAST where it has no end."""

    day: int
    grain: Grain = Grain.DAY
    mark: int = 0
    calendar: Calendar = Calendar.GREGORIAN

    @property
    def is_open(self) -> bool:
        """Tell whether the stretch goes on without end here."""
        return self.day <= FIRST or self.day >= LAST


def earliest(end: End) -> int:
    """Return the earliest day at which a stretch may begin, with the allowance of its mark."""
    if not end.mark or end.is_open:
        return end.day
    return given(end.day, end.grain, end.calendar, -1)


def latest(end: End) -> int:
    """Return the latest day on which a stretch may end, with the allowance of its mark."""
    if not end.mark or end.is_open:
        return end.day
    # The day after the end opens a month, where months are counted without clipping.
    return given(end.day + 1, end.grain, end.calendar, 1) - 1


def given(day: int, grain: Grain, calendar: Calendar, side: int) -> int:
    """Move a day by the allowance of ``grain``, to the earlier (-1) or later (1) ``side``."""
    if grain is Grain.DAY:
        return day + side * DAYS_GIVEN
    return months_later(calendar, day, side * grain.value)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some time from ``first`` to ``last``, both taken in, the days of ``hole`` left out."""

    first: End
    last: End
    hole: Span | None = None
    """Only for winters named by one year: the months between the winter's two parts."""

    def strict(self) -> Allowed:
        """Return the days that the words allow when taken at their word."""
        if self.hole is None:
            return Allowed(((self.first.day, self.last.day),))
        low, high = self.hole
        return Allowed(((self.first.day, low - 1), (high + 1, self.last.day)))

    def widened(self) -> Allowed:
        """Return the days allowed when each marked end gives."""
        first, last = earliest(self.first), latest(self.last)
        if self.hole is None:
            return Allowed(((first, last),))
        early = latest(replace(self.last, day=self.hole[0] - 1))
        late = earliest(replace(self.first, day=self.hole[1] + 1))
        return Allowed.of((first, early), (late, last))


def whole(first: int, last: int, grain: Grain, calendar: Calendar) -> Stretch:
    """Return the stretch of one named unit."""
    opening = End(first, grain, 0, calendar)
    return Stretch(opening, opening if last == first else End(last, grain, 0, calendar))


def marked(stretch: Stretch, mark: int) -> Stretch:
    """Return the stretch with a qualifier added to both its ends."""
    if not mark:
        return stretch
    first, last = stretch.first, stretch.last
    return replace(
        stretch,
        first=replace(first, mark=first.mark | mark),
        last=replace(last, mark=last.mark | mark),
    )


def before(stretch: Stretch) -> Stretch:
    """Return the time before a stretch, which is left out."""
    opening = stretch.first
    day = opening.day if stretch.hole is None else stretch.hole[1] + 1
    return Stretch(End(FIRST), replace(opening, day=day - 1))


def after(stretch: Stretch) -> Stretch:
    """Return the time after a stretch, which is left out."""
    closing = stretch.last
    day = closing.day if stretch.hole is None else stretch.hole[0] - 1
    return Stretch(replace(closing, day=day + 1), End(LAST))


def until(stretch: Stretch) -> Stretch:
    """Return the time up to a stretch, which is taken in."""
    return Stretch(End(FIRST), stretch.last)


def since(stretch: Stretch) -> Stretch:
    """Return the time from a stretch on, which is taken in."""
    return Stretch(stretch.first, End(LAST))


def through(start: Stretch, end: Stretch) -> Stretch:
    """Return the time from one stretch to another, both taken in; refuse a reversed one."""
    if start.first.day > end.last.day:
        raise Refusal("it ends before it begins")
    return Stretch(start.first, end.last)


@dataclass(frozen=True, slots=True)
class Dating:
    """What a text was read as: the two sets, EDTF that says the same (or ''), and remarks."""

    strict: Allowed
    widened: Allowed
    edtf: str = ""
    remarks: tuple[str, ...] = ()
