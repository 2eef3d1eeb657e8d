"""Read one date from tokens: its day, month, year, season, decade, century, part and marks."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.dates.calendar import Calendar
from app.domain.dates.cursor import Cursor
from app.domain.dates.numerals import take_grouped, take_iso, take_mask, take_numeric
from app.domain.dates.partials import Partial, take_within
from app.domain.dates.parts import (
    take_counted_weekday,
    take_days,
    take_fraction,
    take_part,
    take_week,
)
from app.domain.dates.refusals import Refusal
from app.domain.dates.roles import Role, Token
from app.domain.dates.stretches import APPROXIMATE
from app.domain.dates.years import check_hundred, take_century, take_millennium, take_year

CALENDARS = (Calendar.GREGORIAN, Calendar.JULIAN, Calendar.RUSSIA)
"""The calendars by the value of their tokens."""
_UNIT_NUMBERED = (
    Role.CENTURY,
    Role.IN_OR_CENTURY,
    Role.CIRCA_OR_CENTURY,
    Role.MILLENNIUM,
    Role.FRACTION,
    Role.MONTH,
)


_Reader = Callable[[Partial, Token, Cursor], bool]


def read_item(cursor: Cursor) -> Partial:
    """Read one date and stop at the first token that cannot belong to it."""
    date = Partial()
    while True:
        token = cursor.peek()
        reader = _READERS.get(token.role)
        if reader is None:
            return date
        cursor.index += 1
        if not reader(date, token, cursor):
            return date


def _back(cursor: Cursor) -> bool:
    """Leave the token just taken for someone else."""
    cursor.index -= 1
    return False


def _number(date: Partial, token: Token, cursor: Cursor) -> bool:
    if token.of >= 3:
        return take_year(date, token, cursor) or _back(cursor)
    hyphen = cursor.peek().role is Role.DASH
    if hyphen and cursor.peek(1).role is Role.CENTURY:
        cursor.index += 1
    elif hyphen and _is_hyphenated(cursor):
        cursor.index += 1
        date.number = token.value
        return True
    may_be_year = token.of > 0 and cursor.peek().role not in _UNIT_NUMBERED
    if may_be_year and date.year is None and _era_stands(date, cursor):
        date.year, date.digits = token.value, token.of
    elif date.month is not None and date.day is None and token.value <= 31:
        date.day = token.value
    elif date.month is not None and date.year is None:
        raise Refusal(f"write the year {token.raw} in full")
    elif date.number is None and date.day is None:
        date.number, date.digits = token.value, date.digits or token.of
    else:
        return _back(cursor)
    return True


def _is_hyphenated(cursor: Cursor) -> bool:
    """Tell whether ``-Aug-1941`` follows, and take its second hyphen out of the way."""
    roles = tuple(cursor.peek(ahead).role for ahead in range(4))
    if roles != (Role.DASH, Role.MONTH, Role.DASH, Role.NUMBER) or cursor.peek(3).of < 3:
        return False
    del cursor.tokens[cursor.index + 2]
    return True


def _era_stands(date: Partial, cursor: Cursor) -> bool:
    return cursor.peek().role is Role.ERA or (date.era != 0 and date.number is None)


def _ordinal(date: Partial, token: Token, cursor: Cursor) -> bool:
    if token.value == 3 and not token.of and date.number is not None:
        return take_fraction(date, token._replace(of=3, value=0), cursor) or _back(cursor)
    date.is_ordinal = True
    # Of an ordinal of one or two digits, as of a Roman number, no year is made.
    return _number(date, token if token.of >= 3 else token._replace(of=0), cursor)


def _roman(date: Partial, token: Token, cursor: Cursor) -> bool:
    coming = cursor.peek()
    before_year = coming.role is Role.NUMBER and coming.of >= 3
    if token.value <= 12 and (date.number is not None or before_year):
        return _month(date, token, cursor)
    if (date.number, date.month, date.year) != (None, None, None):
        return _back(cursor)
    if coming.role is Role.SLASH and token.value <= 12 and cursor.peek(1).of > 2:
        cursor.index += 1
        return _month(date, token, cursor)
    date.number, date.is_roman = token.value, True
    return True


def _month(date: Partial, token: Token, cursor: Cursor) -> bool:
    if date.month is not None or date.season is not None or date.is_roman:
        return _back(cursor)
    date.month = token.value
    if date.number is not None:
        if not 1 <= date.number <= 31:
            raise Refusal(f"no month has a day {date.number}")
        date.day, date.number = date.number, None
    return True


def _season(date: Partial, token: Token, cursor: Cursor) -> bool:
    if date.month is not None or date.season is not None:
        return _back(cursor)
    date.season = 20 + token.value
    return True


def _decade(date: Partial, token: Token, cursor: Cursor) -> bool:
    if cursor.peek().role is Role.MONTH and token.value <= 31:
        return _number(date, token, cursor)
    if date.decade is not None or date.year is not None:
        return _back(cursor)
    if token.value % 10 or not 2 <= token.of <= 4:
        raise Refusal(f"{token.raw} is no decade")
    check_hundred(token)
    date.decade, date.digits = token.value, token.of
    return True


def _century_or_filler(date: Partial, token: Token, cursor: Cursor) -> bool:
    return take_century(date, token, cursor) if date.number is not None else True


def _century_or_circa(date: Partial, token: Token, cursor: Cursor) -> bool:
    if date.number is not None:
        return take_century(date, token, cursor)
    return _mark(date, token._replace(value=APPROXIMATE), cursor)


def _part(date: Partial, token: Token, cursor: Cursor) -> bool:
    return _PARTS[token.role](date, token, cursor) or _back(cursor)


def _era(date: Partial, token: Token, cursor: Cursor) -> bool:
    if date.era:
        return _back(cursor)
    date.era = token.value
    return True


def _mark(date: Partial, token: Token, cursor: Cursor) -> bool:
    date.mark |= token.value
    if token.raw[0].isalpha() and not date.names_unit:
        cursor.take_if(Role.COMMA)
    return True


def _calendar(date: Partial, token: Token, cursor: Cursor) -> bool:
    calendar = CALENDARS[token.value]
    if date.calendar not in (None, calendar):
        raise Refusal("it is marked with two calendars")
    date.calendar = calendar
    return True


def _weekday(date: Partial, token: Token, cursor: Cursor) -> bool:
    date.weekday = token.value
    if not date.names_unit:
        cursor.take_if(Role.COMMA)
    elif date.number is not None and cursor.peek(-2).raw != ",":
        take_counted_weekday(date, token)
    return True


def _time(date: Partial, token: Token, cursor: Cursor) -> bool:
    date.has_time = True
    if not date.names_unit:
        cursor.take_if(Role.COMMA)
    return True


def _night(date: Partial, token: Token, cursor: Cursor) -> bool:
    date.night = token.value
    return True


def _comma(date: Partial, token: Token, cursor: Cursor) -> bool:
    """Go past a comma within a date (``August 22, 1941``); one between dates is left."""
    coming = cursor.peek()
    if coming.role in (Role.CALENDAR, Role.ERA, Role.MARK, Role.WEEKDAY, Role.NIGHT, Role.TIME):
        joins = True
    elif coming.role in (Role.NUMBER, Role.ORDINAL):
        free = date.day is None and date.number is None
        free = free or (date.year is None and cursor.peek(1).role is Role.ERA)
        joins = (date.year is None and date.names_unit) if coming.of >= 3 else free
    elif coming.role in (Role.MONTH, Role.SEASON):
        joins = date.month is None and date.season is None
    elif coming.role is Role.DECADE:
        joins = date.century is not None and date.decade is None
    else:
        joins = coming.role in (Role.PART, Role.EDGE) and date.part is None
    return True if joins else _back(cursor)


def _open(date: Partial, token: Token, cursor: Cursor) -> bool:
    """Read what stands in parentheses: qualifiers and calendars, or the other half of a date."""
    inner = read_item(cursor)
    if not cursor.take_if(Role.CLOSE):
        raise Refusal("a parenthesis is not closed, or not understood")
    if not inner.names_unit and inner.twin is None and not (inner.part and date.part):
        date.part, date.edge = inner.part or date.part, inner.edge or date.edge
        date.mark |= inner.mark
        date.calendar = date.calendar or inner.calendar
        date.era = date.era or inner.era
        date.has_time = date.has_time or inner.has_time
        if inner.weekday is not None:
            date.weekday = inner.weekday
        return True
    if date.is_year and inner.lacks_year and inner.number is None and inner.twin is None:
        return take_within(date, inner)
    if date.twin is not None or not date.names_unit:
        raise Refusal("what stands in parentheses is not understood")
    date.twin = inner
    return True


def _slash(date: Partial, token: Token, cursor: Cursor) -> bool:
    if cursor.peek().raw == "?" and cursor.peek(1).role is Role.END:
        return _back(cursor)
    if date.twin or date.last_year is not None or not (date.names_unit or date.part):
        return _back(cursor)
    date.twin, date.by_slash = read_item(cursor), True
    if not (date.twin.names_unit or date.twin.part):
        raise Refusal("nothing follows the slash")
    return False


def _numeral(date: Partial, token: Token, cursor: Cursor) -> bool:
    return _NUMERALS[token.role](date, token) or _back(cursor)


_NUMERALS: dict[Role, Callable[[Partial, Token], bool]] = {
    Role.GROUPED: take_grouped,
    Role.NUMERIC: take_numeric,
    Role.ISO: take_iso,
    Role.MASK: take_mask,
}
_PARTS: dict[Role, _Reader] = {
    Role.PART: take_part,
    Role.EDGE: take_part,
    Role.FRACTION: take_fraction,
    Role.WEEK: take_week,
    Role.DAYS: take_days,
}
_READERS: dict[Role, _Reader] = {
    Role.NUMBER: _number,
    Role.ORDINAL: _ordinal,
    Role.ROMAN: _roman,
    **dict.fromkeys(_NUMERALS, _numeral),
    Role.MONTH: _month,
    Role.SEASON: _season,
    Role.WEEKDAY: _weekday,
    Role.DECADE: _decade,
    Role.CENTURY: take_century,
    Role.MILLENNIUM: take_millennium,
    Role.IN_OR_CENTURY: _century_or_filler,
    Role.CIRCA_OR_CENTURY: _century_or_circa,
    **dict.fromkeys(_PARTS, _part),
    Role.TIME: _time,
    Role.ERA: _era,
    Role.MARK: _mark,
    Role.CALENDAR: _calendar,
    Role.NIGHT: _night,
    Role.COMMA: _comma,
    Role.OPEN: _open,
    Role.SLASH: _slash,
}
