"""Name days in EDTF (Library of Congress, 2019), so that the name reads back to the same sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.dates.calendar import Calendar, civil
from app.domain.dates.stretches import MARKS, End, Grain, Stretch, earliest, latest
from app.domain.sets import FIRST, LAST, Allowed

_SEASON_OF_FIRST_MONTH = {3: 21, 6: 22, 9: 23}
_WINTER = 24
_YEAR, _MONTH, _DAY = 0, 1, 2
_MOST_MEMBERS = 100


def name_stretch(stretch: Stretch) -> str:
    """Return EDTF for a stretch with its marks, or '' when EDTF cannot say it."""
    if stretch.hole is not None:
        winter = _winter(stretch)
        return winter or ("" if stretch.first.mark else name_days(stretch.strict()))
    first, last = stretch.first, stretch.last
    if not (first.mark or last.mark):
        return _plain(first.day, last.day)
    if first.mark == last.mark and first.grain is last.grain:
        unit = _unit(first, last)
        if unit:
            return unit + MARKS[first.mark]
    start, finish = _end(first, opening=True), _end(last, opening=False)
    return f"{start}/{finish}" if start and finish else ""


def name_members(stretches: Sequence[Stretch], brackets: str) -> str:
    """Return an EDTF set of the stretches, in ``[]`` or ``{}``, or '' when it cannot be said."""
    pieces = [piece for each in stretches for piece in _pieces(each)]
    ordered = sorted(pieces, key=lambda each: (each.first.day, each.last.day))
    inner = [name_stretch(each).replace("../", "..").replace("/..", "..") for each in ordered]
    names = list(dict.fromkeys(name.replace("/", "..") for name in inner))
    # EDTF allows an open end only at the very beginning and end of a set.
    open_within = [
        *(n for n in names[1:] if n[:2] == ".."),
        *(n for n in names[:-1] if n[-2:] == ".."),
    ]
    if open_within or not all(names):
        return ""
    return brackets[0] + ",".join(names) + brackets[1]


def _pieces(stretch: Stretch) -> list[Stretch]:
    """Return a stretch with a hole that has no name of its own as the two parts it consists of."""
    if stretch.hole is None or stretch.first.mark or _winter(stretch):
        return [stretch]
    return [Stretch(End(first), End(last)) for first, last in stretch.strict().spans]


def name_days(allowed: Allowed) -> str:
    """Return EDTF for a set of days without marks, or '' when EDTF cannot well say it."""
    if allowed.is_empty or len(allowed.spans) > _MOST_MEMBERS:
        return ""
    if len(allowed.spans) == 1:
        return _plain(*allowed.spans[0])
    return name_members([Stretch(End(a), End(b)) for a, b in allowed.spans], "[]")


def _plain(first: int, last: int) -> str:
    if first <= FIRST and last >= LAST:
        return ""
    depth = max(_opening_depth(first), _closing_depth(last))
    whole = _whole_years(first, last) if depth == _YEAR else _within_year(first, last, depth)
    if whole:
        return whole
    start, finish = _dated(first, depth), _dated(last, depth)
    return f"{start}/{finish}" if start and finish else ""


def _opening_depth(day: int) -> int:
    """Return how fine a date must be to say that something begins on that day."""
    if day <= FIRST:
        return _YEAR
    _, month, dom = civil(day)
    return _DAY if dom > 1 else _MONTH if month > 1 else _YEAR


def _closing_depth(day: int) -> int:
    return _YEAR if day >= LAST else _opening_depth(day + 1)


def _dated(day: int, depth: int) -> str:
    if day <= FIRST or day >= LAST:
        return ".."
    year, month, dom = civil(day)
    name = _year(year)
    if depth == _YEAR:
        return name
    if name[0] == "Y":
        return ""
    return f"{name}-{month:02}" if depth == _MONTH else f"{name}-{month:02}-{dom:02}"


def _year(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _whole_years(first: int, last: int) -> str:
    if first <= FIRST or last >= LAST:
        return ""
    start, finish = civil(first)[0], civil(last)[0]
    if start == finish:
        return _year(start)
    for digits in (1, 2):
        masked = _masked(start, finish, digits)
        if masked:
            return masked
    return ""


def _masked(start: int, finish: int, digits: int) -> str:
    """Name the years of one decade (1 digit) or hundred (2 digits) by unspecified digits."""
    span = 10**digits
    low, high = (start, finish) if start >= 0 else (-finish, -start)
    if low % span or high != low + span - 1 or high > 9999 or (start < 0 and low == 0):
        return ""
    sign = "-" if start < 0 else ""
    return f"{sign}{low // span:0{4 - digits}}" + "X" * digits


def _within_year(first: int, last: int, depth: int) -> str:
    if first <= FIRST or last >= LAST:
        return ""
    year, month, _ = civil(first)
    last_year, last_month, _ = civil(last)
    if abs(year) > 9999:
        return ""
    if depth == _DAY:
        return _dated(first, _DAY) if first == last else ""
    if (year, month) == (last_year, last_month):
        return _dated(first, _MONTH)
    season = _SEASON_OF_FIRST_MONTH.get(month)
    if season and year == last_year and last_month == month + 2:
        return f"{_year(year)}-{season}"
    return ""


def _unit(first: End, last: End) -> str:
    """Name one whole unit of the grain that both ends share, or return ''."""
    if first.is_open or last.is_open or not _readable(first) or not _readable(last):
        return ""
    depth = max(_opening_depth(first.day), _closing_depth(last.day))
    if first.grain is Grain.DAY:
        return _dated(first.day, _DAY) if first.day == last.day else ""
    if first.grain is Grain.MONTH:
        return _within_year(first.day, last.day, depth) if depth == _MONTH else ""
    if depth != _YEAR:
        return ""
    start, finish = civil(first.day)[0], civil(last.day)[0]
    if first.grain is Grain.YEAR:
        return _year(start) if start == finish else ""
    return _masked(start, finish, 1 if first.grain is Grain.DECADE else 2)


def _end(end: End, *, opening: bool) -> str:
    """Name one end of an interval so that its mark gives what the grain gives."""
    if end.is_open:
        return ".."
    depth = _opening_depth(end.day) if opening else _closing_depth(end.day)
    if not end.mark:
        return _dated(end.day, depth)
    wanted = {Grain.DAY: _DAY, Grain.MONTH: _MONTH}.get(end.grain, _YEAR)
    if depth > wanted or not _readable(end):
        return ""
    if end.grain in (Grain.DECADE, Grain.CENTURY):
        digits = 1 if end.grain is Grain.DECADE else 2
        year, span = civil(end.day)[0], 10**digits - 1
        name = _masked(year, year + span, digits) if opening else _masked(year - span, year, digits)
    else:
        name = _dated(end.day, wanted)
    return name and name + MARKS[end.mark]


def _readable(end: End) -> bool:
    """Tell whether the allowance, counted in the end's own calendar, is the Gregorian one."""
    if end.calendar is Calendar.GREGORIAN or end.grain is Grain.DAY:
        return True
    plain = replace(end, calendar=Calendar.GREGORIAN)
    return earliest(plain) == earliest(end) and latest(plain) == latest(end)


def _winter(stretch: Stretch) -> str:
    first, last = stretch.first, stretch.last
    year, month, dom = civil(first.day)
    until_year, until_month, _ = civil(last.day)
    whole = (month, dom, until_year, until_month) == (1, 1, year + 1, 2)
    if not whole or abs(year) > 9999 or _closing_depth(last.day) != _MONTH:
        return ""
    gap = stretch.hole is not None and _months_of(stretch.hole) == ((year, 3), (year, 11))
    return f"{_year(year)}-{_WINTER}{MARKS[first.mark]}" if gap and _readable(first) else ""


def _months_of(hole: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    return civil(hole[0])[:2], civil(hole[1])[:2]
