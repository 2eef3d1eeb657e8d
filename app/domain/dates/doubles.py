"""Resolve dates, also those of two halves: one day in both calendars, one of two days, two times.

``10 (23) February 1918`` is one day when its halves differ as the calendars do. Days that follow
one another (``1./2. Mai 1918``, ``31 May/1 June 1918``) are read as one of the two.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain.dates.calendar import Calendar, civil, day_number, julian_civil
from app.domain.dates.describe import describe_civil, describe_day, describe_days
from app.domain.dates.partials import Partial
from app.domain.dates.refusals import Refusal
from app.domain.dates.resolving import (
    TIME_LEFT_OUT,
    Setting,
    remark_weekday,
    resolve_single,
)
from app.domain.dates.stretches import Stretch, marked, through

_OLD_FIRST = (Calendar.JULIAN, Calendar.GREGORIAN)
_NEW_FIRST = (Calendar.GREGORIAN, Calendar.JULIAN)


def resolve(date: Partial, setting: Setting) -> Stretch:
    """Return the stretch that a date names; raise ``Refusal`` when it names none."""
    twin = date.twin
    if twin is None:
        return resolve_single(date, setting)
    first = replace(date, twin=None)
    if date.day is None or twin.day is None or date.part or twin.part:
        if not date.by_slash:
            raise Refusal("what stands in parentheses is not understood")
        return through(resolve(first, setting), resolve(twin, setting))
    if twin.twin is not None:
        raise Refusal("three days are joined; join them by “or”, or name the first and the last")
    if date.night or (twin.night and date.by_slash):
        evening = resolve(replace(first, night=0), setting)
        return through(evening, resolve(replace(twin, night=0), setting))
    return _resolve_double(first, twin, setting)


def _resolve_double(first: Partial, second: Partial, setting: Setting) -> Stretch:
    """Return the one day that both halves name, or one of two days."""
    day = _day_of_both(first, second, _OLD_FIRST)
    if day is None:
        day = _day_of_both(first, second, _NEW_FIRST)
    if day is None:
        return _one_of_two(first, second, setting)
    setting.remark(f"Double date: {_old_style(day)} is {describe_day(day)}.")
    for half in (first, second):
        if half.weekday is not None:
            remark_weekday(day, day, half.weekday, setting)
        if half.has_time:
            setting.remark(TIME_LEFT_OUT)
    gregorian = _plain(first, Calendar.GREGORIAN)
    year, month, dom = civil(day)
    named = replace(gregorian, year=year, month=month, day=dom, era=0, is_iso=True)
    return marked(resolve_single(named, Setting(Calendar.GREGORIAN)), second.mark)


def _day_of_both(
    first: Partial, second: Partial, calendars: tuple[Calendar, Calendar]
) -> int | None:
    """Return the day that the halves name in ``calendars``, or None; marks of style must fit.

    One mark for both (``18 (30) May 1885 O.S.``) only repeats that there are two calendars.
    """
    if first.calendar is not second.calendar:
        for half, calendar in zip((first, second), calendars, strict=True):
            if half.calendar not in (None, calendar):
                return None
    day = _day_of(_plain(first, calendars[0]))
    return day if day is not None and day == _day_of(_plain(second, calendars[1])) else None


def _plain(half: Partial, calendar: Calendar) -> Partial:
    return replace(half, calendar=calendar, weekday=None, has_time=False, night=0, remarks=[])


def _day_of(half: Partial) -> int | None:
    try:
        return resolve_single(half, Setting(Calendar.GREGORIAN)).first.day
    except Refusal:
        return None


def _one_of_two(first: Partial, second: Partial, setting: Setting) -> Stretch:
    """Return two days that follow one another; refuse others.

    Bare numbers (``22/23 August``) are the notation of double dates and not read otherwise.
    """
    if not first.by_slash or not (first.is_ordinal or first.month != second.month):
        raise _unlike(first, second)
    quiet = Setting(setting.calendar)
    days = [resolve_single(half, quiet) for half in (first, second)]
    if days[1].first.day - days[0].first.day != 1:
        raise _unlike(first, second)
    names = [describe_day(each.first.day) for each in days]
    for remark in (f"Read as one of two days: {names[0]} or {names[1]}.", *quiet.remarks):
        setting.remark(remark)
    return through(*days)


def _unlike(first: Partial, second: Partial) -> Refusal:
    plain = [_plain(half, Calendar.GREGORIAN) for half in (first, second)]
    start, finish = (resolve_single(half, Setting(Calendar.GREGORIAN)) for half in plain)
    calendars = day_number(*civil(start.first.day), julian=True) - start.first.day
    apart = abs(finish.first.day - start.first.day)
    why = (
        f"as a double date its parts differ by {apart} {'day' if apart == 1 else 'days'}, "
        f"but the calendars differed by {calendars}"
    )
    if first.by_slash and finish.first.day - start.first.day == 1:
        why += "; if one of two days is meant, join them by “or”"
    if start.first.day >= finish.first.day:
        return Refusal(why)
    return Refusal(why, (describe_days(through(start, finish).strict()),))


def _old_style(day: int) -> str:
    return f"{describe_civil(*julian_civil(day))} Old Style"
