"""Turn a date as its words name it into a stretch of days, with remarks on how it was read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.domain.dates.calendar import (
    GREGORIAN_START,
    RUSSIAN_CHANGE,
    Calendar,
    civil,
    day_number,
    julian_civil,
)
from app.domain.dates.describe import describe_civil, describe_day
from app.domain.dates.partials import Partial
from app.domain.dates.parts import PLAIN_PARTS, part_in_words
from app.domain.dates.refusals import Refusal
from app.domain.dates.seasons import SUB_YEAR_RUNS, WINTER
from app.domain.dates.stretches import Grain, Stretch, marked, whole
from app.domain.dates.units import Days, Months, Unit, Years

TIME_LEFT_OUT = "The time of day is not compared."
"""The remark on a date that was given with an hour."""
_WINTER_CODES = (20 + WINTER, 24 + WINTER)
_LAST_OLD_STYLE = day_number(1923, 3, 1)
"""The day on which the last state, Greece, began to count in New Style."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(slots=True)
class Setting:
    """What holds for a whole text: the calendar of the point, and the remarks gathered."""

    calendar: Calendar
    remarks: list[str] = field(default_factory=list)

    def remark(self, sentence: str) -> None:
        """Keep a remark once."""
        if sentence not in self.remarks:
            self.remarks.append(sentence)


def resolve_single(date: Partial, setting: Setting) -> Stretch:
    """Return the stretch that a date of one half names; raise ``Refusal`` when it names none."""
    calendar = date.calendar or (Calendar.GREGORIAN if date.is_iso else setting.calendar)
    unit = _unit(date, setting)
    if date.part is not None:
        unit = unit.part(*date.part)
        if date.part[1] not in PLAIN_PARTS:
            setting.remark(part_in_words(*date.part))
    stretch = unit.stretch(calendar)
    if date.nth:
        stretch = _counted_weekday(date, stretch)
    if date.night:
        stretch = _night(stretch, date.night)
        if date.night > 0:
            setting.remark("The night that follows the day was taken.")
    if date.has_time:
        _set_time_aside(date, setting)
    for remark in date.remarks:
        setting.remark(remark)
    _remark_calendar(date, stretch, calendar, setting)
    return marked(stretch, date.mark)


def _counted_weekday(date: Partial, month: Stretch) -> Stretch:
    """Return the first, … or last such day of the week in a month."""
    if date.month is None or date.day is not None or date.part is not None:
        raise Refusal("days of the week are counted within a month; name the month")
    first, last = month.first.day, month.last.day
    days = range(first + ((date.weekday or 0) + 1 - first) % 7, last + 1, 7)
    if date.nth > len(days):
        raise Refusal(f"that month has only {len(days)} such days")
    day = days[date.nth - 1 if date.nth > 0 else -1]
    return whole(day, day, Grain.DAY, month.first.calendar)


def _set_time_aside(date: Partial, setting: Setting) -> None:
    if date.day is None or date.part is not None:
        raise Refusal("a time of day belongs to a day; name the day")
    setting.remark(TIME_LEFT_OUT)


def _unit(date: Partial, setting: Setting) -> Unit:
    if date.number is not None:
        raise Refusal(_bare_number(date.number))
    _check_mixture(date)
    if date.mask is not None:
        return Years(*date.mask)
    if date.decade is not None:
        return _decade(date, setting)
    if date.century is not None or date.millennium is not None:
        return _hundreds(date)
    if date.year is None:
        raise Refusal("it names no year" if date.lacks_year else "it names no date")
    year = _astronomical(date)
    if date.season is not None:
        return _season(date, year, setting)
    if date.month is None:
        return Years(year, _last_year(date, year), Grain.YEAR)
    if date.is_double_year:
        _remark_double_year(date, setting)
    if date.day is None:
        return Months(year, date.month, 1)
    return Days(year, date.month, date.day, date.day)


def _bare_number(number: int) -> str:
    if number == 0:
        return "there is no year 0; 1 BC comes before AD 1"
    return f"a year is written in full, with three or four digits; {number} may be a day or a year"


def _check_mixture(date: Partial) -> None:
    within = date.day is not None or date.month is not None or date.season is not None
    longer = (
        date.decade is not None or date.century is not None,
        date.millennium is not None,
        date.mask is not None,
    )
    if sum(longer) + (date.year is not None or within) > 1:
        raise Refusal("it names a year and a longer time at once")
    if date.last_year is not None and date.month is not None:
        raise Refusal("it names a month of two years")
    if date.day is not None and date.month is None:
        raise Refusal("it names a day without its month")


def _astronomical(date: Partial) -> int:
    """Return the year of a date as an astronomical one (44 BC is -43)."""
    year = date.year or 0
    if date.is_iso and not date.era:
        return year
    if year == 0:
        raise Refusal("there is no year 0; 1 BC comes before AD 1")
    if not date.era and date.digits < 3:
        raise Refusal(f"write the year {year} in full, or with BC or AD")
    if not date.era and date.digits > 4:
        raise Refusal(f"a year of more than four digits needs BC or AD, or EDTF: Y{year}")
    if date.digits > 15:
        raise Refusal("a year may have 15 digits at most")
    return 1 - year if date.era < 0 else year


def _last_year(date: Partial, year: int) -> int:
    if date.last_year is None:
        return year
    if date.era < 0:
        raise Refusal("write both years in full")
    return date.last_year


def _season(date: Partial, year: int, setting: Setting) -> Unit:
    code = date.season or 0
    if code not in _WINTER_CODES:
        if date.last_year is not None:
            raise Refusal("only a winter lies in two years; name one year")
        runs = SUB_YEAR_RUNS[code]
        return Months(year, *runs[0]) if len(runs) == 1 else Months(year, 12, 3, winter=True)
    if date.last_year is not None:
        if date.last_year != year + 1:
            raise Refusal("a winter lies in two years that follow one another")
        return Months(year, 12, 3)
    setting.remark(
        f"Winter {date.year} may be the one that began or the one that ended in that year; "
        "both are allowed."
    )
    return Months(year, 12, 3, winter=True)


def _decade(date: Partial, setting: Setting) -> Unit:
    decade = date.decade or 0
    if date.era:
        first = -(decade + 9) + 1 if date.era < 0 and date.century is None else decade
        if date.century is not None and date.era < 0:
            raise Refusal("a decade of a century BC is not understood; name the years")
    else:
        first = decade
    if date.century is not None:
        if date.digits > 2 and decade // 100 + 1 != date.century:
            raise Refusal("the decade does not lie in the century named")
        first = (date.century - 1) * 100 + decade % 100
    elif date.is_short_decade:
        first = 1900 + decade
        setting.remark(f"The century is not named; {first}–{first + 9} was taken.")
    return Years(first, first + 9, Grain.DECADE)


def _hundreds(date: Partial) -> Unit:
    number = date.century if date.century is not None else date.millennium or 0
    size = 100 if date.century is not None else 1000
    if not 1 <= number <= (99 if size == 100 else 10):
        raise Refusal("there is no such century" if size == 100 else "there is no such millennium")
    if date.era < 0:
        return Years(1 - size * number, size - size * number, Grain.CENTURY)
    return Years(size * (number - 1) + 1, size * number, Grain.CENTURY)


def _night(stretch: Stretch, side: int) -> Stretch:
    if stretch.first.day != stretch.last.day:
        raise Refusal("a night belongs to a day")
    first, last = stretch.first, stretch.last
    if side < 0:
        return replace(stretch, first=replace(first, day=first.day - 1))
    return replace(stretch, last=replace(last, day=last.day + 1))


def _remark_double_year(date: Partial, setting: Setting) -> None:
    year = date.year or 0
    if year > 1930 or (date.month or 0, date.day or 1) > (3, 25):
        raise Refusal("a double year belongs to dates between 1 January and 25 March")
    setting.remark(f"Double year: taken as {year}, the year beginning on 1 January.")


def _old_style(day: int) -> str:
    return f"{describe_civil(*julian_civil(day))} Old Style"


def _remark_calendar(date: Partial, stretch: Stretch, calendar: Calendar, setting: Setting) -> None:
    first, last = stretch.first.day, stretch.last.day
    if date.weekday is not None:
        remark_weekday(first, last, date.weekday, setting)
    if date.calendar is None and setting.calendar is not Calendar.GREGORIAN:
        _remark_default(date, first, last, setting)
    elif date.calendar is None and date.day is not None and last < GREGORIAN_START:
        setting.remark("Taken as Gregorian (proleptic); add O.S. if the source is Julian.")
    if calendar is Calendar.JULIAN or (calendar is Calendar.RUSSIA and first < RUSSIAN_CHANGE):
        if first == last:
            setting.remark(
                f"{_old_style(first)} is {describe_day(first)} in the Gregorian calendar."
            )
        else:
            setting.remark("Old Style: counted in the Julian calendar, shown in Gregorian days.")


def _remark_default(date: Partial, first: int, last: int, setting: Setting) -> None:
    if date.is_iso:
        setting.remark("A date in the form of ISO 8601 is Gregorian by definition.")
    elif setting.calendar is Calendar.JULIAN:
        setting.remark("Old Style was taken, the calendar of the point.")
    elif first < RUSSIAN_CHANGE:
        setting.remark("Old Style was taken: Russia before 14 February 1918.")
    if setting.calendar is Calendar.RUSSIA and last >= RUSSIAN_CHANGE and not date.is_iso:
        setting.remark("New Style was taken: Russia from 14 February 1918.")


def remark_weekday(first: int, last: int, weekday: int, setting: Setting) -> None:
    """Remark that a day was another day of the week than the one named."""
    if first != last:
        raise Refusal("a day of the week belongs to a day")
    actual = (first - 1) % 7
    if actual != weekday:
        old_style = day_number(*civil(first), julian=True)
        fits = first < _LAST_OLD_STYLE and (old_style - 1) % 7 == weekday
        hint = "; it was one in Old Style" if fits else ""
        setting.remark(
            f"{describe_day(first)} was a {_WEEKDAYS[actual]}, not a {_WEEKDAYS[weekday]}{hint}."
        )
