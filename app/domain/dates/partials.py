"""A date as far as its own words say, and how it takes what they leave out from its neighbour."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.domain.dates.calendar import Calendar
from app.domain.dates.refusals import Refusal
from app.domain.dates.stretches import Grain


@dataclass(slots=True)
class Partial:
    """A date being read; whatever is ``None`` has not been said."""

    number: int | None = None
    """A number of one or two digits (or an ordinal) whose meaning is still open."""
    is_ordinal: bool = False
    """Whether a number of the date is an ordinal one: ``1./2. Mai``."""
    is_roman: bool = False
    """Whether that number is a Roman one: of a century, a half, a quarter, never a day."""
    day: int | None = None
    month: int | None = None
    season: int | None = None
    """An EDTF code of a sub-year grouping, 21 to 41."""
    year: int | None = None
    last_year: int | None = None
    """The second of two years in one: ``1914/15``, ``winter 1941/42``."""
    digits: int = 0
    """How many digits the year was written with."""
    decade: int | None = None
    century: int | None = None
    millennium: int | None = None
    mask: tuple[int, int, Grain] | None = None
    """First and last year of ``19XX``."""
    era: int = 0
    part: tuple[int, int] | None = None
    edge: bool = False
    mark: int = 0
    calendar: Calendar | None = None
    is_iso: bool = False
    weekday: int | None = None
    nth: int = 0
    """Which of those days of the week in the month is meant; -1 the last."""
    night: int = 0
    has_time: bool = False
    """Whether a time of day was named beside it, which is not compared."""
    is_double_year: bool = False
    twin: Partial | None = None
    """The other half of a double date, or of two dates joined by a slash."""
    by_slash: bool = False
    remarks: list[str] = field(default_factory=list)

    @property
    def names_unit(self) -> bool:
        """Tell whether any unit of time is named, apart from qualifiers and parts."""
        return self.number is not None or self.names_more_than_number

    @property
    def names_more_than_number(self) -> bool:
        """Tell whether more is named than a bare number."""
        named = (self.day, self.month, self.season, self.year, self.decade, self.century)
        return any(n is not None for n in named) or bool(self.millennium or self.mask)

    @property
    def lacks_year(self) -> bool:
        """Tell whether days, months or seasons are named but not their year."""
        within = self.day is not None or self.month is not None or self.season is not None
        return within and self.year is None

    @property
    def is_year(self) -> bool:
        """Tell whether a year is named and nothing within it."""
        return self.year is not None and self.month is None and self.season is None

    @property
    def is_span(self) -> bool:
        """Tell whether a slash joins two times here, rather than one day in two calendars."""
        twin = self.twin
        single = twin is not None and self.day is not None and twin.day is not None
        return self.by_slash and (not single or bool(self.night))

    @property
    def is_short_decade(self) -> bool:
        """Tell whether a decade is named without its century: ``30-е годы``."""
        return self.decade is not None and self.digits < 3 and self.century is None and not self.era


def complete(dates: list[Partial]) -> None:
    """Let each date take from its neighbours what its own words leave out.

    ``22–24 August 1941`` and ``44–43 BC`` take from the right, ``1934–37`` from the left.
    """
    for date in dates:
        _complete_twins(date)
    if len(dates) == 1 and dates[0].twin is None:
        return
    pairs = list(pairwise(dates))
    for left, right in reversed(pairs):
        _take_from_right(left, right)
    for left, right in pairs:
        _take_from_left(right, left)
    for left, right in reversed(pairs):
        _take_year(left, right)
    for date in dates:
        _complete_twins(date)


def take_within(date: Partial, inner: Partial) -> bool:
    """Let a year take the month, season or day in parentheses after it; say that it did."""
    date.day, date.month, date.season = inner.day, inner.month, inner.season
    date.part, date.edge = inner.part or date.part, inner.edge or date.edge
    date.mark |= inner.mark
    date.era, date.calendar = date.era or inner.era, date.calendar or inner.calendar
    date.weekday, date.night, date.has_time = inner.weekday, inner.night, inner.has_time
    return True


def _complete_twins(date: Partial) -> None:
    if date.twin is not None:
        _take_from_right(date, date.twin)
        _take_from_right(date.twin, date)
        if not date.twin.names_more_than_number:
            _take_from_left(date.twin, date)


def _take_from_right(date: Partial, other: Partial) -> None:
    elliptic = not date.names_unit or date.number is not None or date.lacks_year
    if date.part and not date.names_unit:
        _copy_unit(date, other)
    if date.number is not None:
        _settle_number(date, other)
    _take_year(date, other)
    if date.is_short_decade:
        _take_century(date, other)
    if not date.era and (date.year or date.century or date.millennium or date.decade):
        date.era = other.era
    if elliptic:
        date.calendar = date.calendar or other.calendar
        date.mark = other.mark = date.mark | other.mark


def _copy_unit(date: Partial, other: Partial) -> None:
    kept = replace(other, part=date.part, edge=date.edge, mark=date.mark, twin=None, remarks=[])
    for name in ("number", "day", "month", "season", "year", "last_year", "digits", "decade"):
        setattr(date, name, getattr(kept, name))
    date.century, date.millennium, date.mask = other.century, other.millennium, other.mask
    date.era = date.era or other.era


def _settle_number(date: Partial, other: Partial) -> None:
    """Give a bare number the meaning that its right-hand neighbour shows."""
    if other.month is not None:
        # A number beside a bare month (22–August) is no day of it by itself.
        if other.day is not None and not date.is_roman:
            date.day, date.number = date.number, None
    elif other.century is not None:
        date.century, date.number = date.number, None
    elif other.millennium is not None:
        date.millennium, date.number = date.number, None
    elif other.is_year and other.era:
        date.year, date.number = date.number, None


def _take_year(date: Partial, other: Partial) -> None:
    if date.day is not None and date.month is None:
        date.month = other.month
    if date.lacks_year and other.year is not None:
        date.year, date.digits, date.era = other.year, other.digits, other.era
        date.is_iso = other.is_iso


def _take_century(date: Partial, other: Partial) -> None:
    if other.century is not None:
        date.century = other.century
    elif date.decade is not None and other.digits > 2:
        known = other.decade if other.decade is not None else other.year or 0
        date.decade += known - known % 100
        date.digits = other.digits


def _take_from_left(date: Partial, other: Partial) -> None:
    elliptic = not date.names_unit or date.number is not None or date.lacks_year
    if date.part and not date.names_unit:
        _copy_unit(date, other)
    if date.number is not None and other.day is not None and (date.year or not other.year):
        date.day, date.month, date.number = date.number, other.month, None
    elif date.number is not None and other.is_year and other.year is not None:
        date.year = _second_year(other, date.number, date.digits)
        date.number, date.digits = None, other.digits
    _take_year(date, other)
    if date.is_short_decade:
        _take_century(date, other)
    if not date.era and other.era and date.is_year and date.year is not None:
        _take_era(date, other)
    if elliptic:
        date.calendar = date.calendar or other.calendar
        date.mark |= other.mark


def _take_era(date: Partial, other: Partial) -> None:
    if other.era > 0:
        date.era = other.era
    elif date.digits < 4 or (other.year or 0) > (date.year or 0):
        raise Refusal("say BC or AD for the second year too")


def _second_year(first: Partial, number: int, digits: int) -> int:
    """Return the year that ``37`` means after ``1934``."""
    year = first.year or 0
    second = full_year(year, number, digits)
    if first.era < 0 or second <= year or not digits:
        raise Refusal(f"write the year {number} in full")
    return second


def full_year(year: int, number: int, digits: int) -> int:
    """Return the year meant by the last one or two ``digits`` of a year in the same century."""
    base: int = 10 ** min(digits, 9)
    if digits == 2 and number == 0 and year % base == base - 1:
        return year + 1  # 1899/00
    return year - year % base + number
