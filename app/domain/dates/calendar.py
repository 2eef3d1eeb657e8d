"""Day numbers: the proleptic Gregorian and Julian calendars over any year, and Russia's change.

A day number is that of ``datetime.date.toordinal`` (1 January of the year 1 is day 1), carried
on below 1. Years are astronomical: 0 is 1 BC, -43 is 44 BC.
"""

from __future__ import annotations

import enum
from functools import lru_cache

from app.domain.dates.refusals import Refusal, Unmarked

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Calendar(enum.Enum):
    """The calendar in which a date is written; the value is the word in sheets and the file."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"
    RUSSIA = "russia"
    """Julian until 31 January 1918, the next day being 14 February (decree of 24 January 1918)."""


def day_number(year: int, month: int, day: int, *, julian: bool = False) -> int:
    """Return the day number of a date; the date is not checked (see ``exact_day``)."""
    if month < 3:
        year -= 1
        month += 12
    days = 365 * year + year // 4 + (153 * month - 457) // 5 + day
    return days - 308 if julian else days - year // 100 + year // 400 - 306


@lru_cache(maxsize=65_536)
def civil(day: int) -> tuple[int, int, int]:
    """Return the Gregorian year, month and day of a day number."""
    days = day + 305
    cycle, rest = divmod(days, 146_097)
    century = min(rest // 36_524, 3)
    rest -= century * 36_524
    leap, rest = divmod(rest, 1_461)
    single = min(rest // 365, 3)
    return _from_march(400 * cycle + 100 * century + 4 * leap + single, rest - 365 * single)


def julian_civil(day: int) -> tuple[int, int, int]:
    """Return the Julian year, month and day of a day number."""
    leap, rest = divmod(day + 307, 1_461)
    single = min(rest // 365, 3)
    return _from_march(4 * leap + single, rest - 365 * single)


def _from_march(year: int, days: int) -> tuple[int, int, int]:
    shifted = (5 * days + 2) // 153
    day = days - (153 * shifted + 2) // 5 + 1
    return (year, shifted + 3, day) if shifted < 10 else (year + 1, shifted - 9, day)


RUSSIAN_CHANGE = day_number(1918, 2, 14)
"""The first Gregorian day in Soviet Russia; it would have been 1 February Old Style."""
GREGORIAN_START = day_number(1582, 10, 15)
"""The first day on which the Gregorian calendar was in use anywhere."""


def day_in(calendar: Calendar, year: int, month: int, day: int) -> int:
    """Return the day number of a date written in ``calendar``; the date is not checked."""
    if calendar is Calendar.RUSSIA:
        return day_number(year, month, day, julian=(year, month, day) < (1918, 2, 14))
    return day_number(year, month, day, julian=calendar is Calendar.JULIAN)


def civil_in(calendar: Calendar, day: int) -> tuple[int, int, int]:
    """Return the year, month and day under which ``calendar`` knows a day number."""
    if calendar is Calendar.JULIAN or (calendar is Calendar.RUSSIA and day <= RUSSIAN_CHANGE):
        return julian_civil(day)
    return civil(day)


def month_length(year: int, month: int, *, julian: bool = False) -> int:
    """Return the number of days of a month."""
    if month == 2 and year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month - 1]


def exact_day(calendar: Calendar, year: int, month: int, day: int) -> int:
    """Return the day number of a date; raise ``Refusal`` when the calendar has no such day."""
    check_month(month)
    if calendar is Calendar.RUSSIA and year == 1918 and month == 2 and day < 14:
        raise Unmarked(
            "Russia passed from 31 January 1918 to 14 February; say whether it is O.S. or N.S"
        )
    julian = calendar is Calendar.JULIAN or (
        calendar is Calendar.RUSSIA and (year, month) < (1918, 2)
    )
    length = month_length(year, month, julian=julian)
    if not 1 <= day <= length:
        style = " in the Julian calendar" if julian else ""
        if day == 0:
            raise Refusal("there is no day 0")
        raise Refusal(f"{MONTHS[month - 1]} {year_name(year)} has {length} days{style}, not {day}")
    return day_number(year, month, day, julian=julian)


def check_month(month: int) -> None:
    """Raise ``Refusal`` unless ``month`` is from 1 to 12."""
    if not 1 <= month <= 12:
        raise Refusal(f"there is no month {month}")


def month_run(calendar: Calendar, year: int, month: int, count: int = 1) -> tuple[int, int]:
    """Return first and last day of ``count`` months; ``month`` may run past 12 or below 1."""
    first = day_in(calendar, *_carried(year, month), 1)
    return first, day_in(calendar, *_carried(year, month + count), 1) - 1


def year_run(calendar: Calendar, first_year: int, last_year: int) -> tuple[int, int]:
    """Return first and last day of the years from ``first_year`` to ``last_year``."""
    return day_in(calendar, first_year, 1, 1), day_in(calendar, last_year + 1, 1, 1) - 1


def months_later(calendar: Calendar, day: int, months: int) -> int:
    """Return the day that many months later (or earlier), kept within its month."""
    year, month, dom = civil_in(calendar, day)
    year, month = _carried(year, month + months)
    julian = calendar is Calendar.JULIAN
    return day_in(calendar, year, month, min(dom, month_length(year, month, julian=julian)))


def _carried(year: int, month: int) -> tuple[int, int]:
    years, rest = divmod(month - 1, 12)
    return year + years, rest + 1


def year_name(year: int) -> str:
    """Name an astronomical year without ambiguity: ``44 BC``, ``AD 476``, ``1918``."""
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if 1000 <= year <= 9999 else f"AD {year}"
