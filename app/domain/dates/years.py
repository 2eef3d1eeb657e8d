"""Years in a date: their digits, a second year after a slash or dash, and what is ambiguous."""

from __future__ import annotations

from app.domain.dates.cursor import Cursor
from app.domain.dates.partials import Partial, full_year
from app.domain.dates.refusals import Ambiguity, Refusal
from app.domain.dates.roles import Role, Token


def take_year(date: Partial, token: Token, cursor: Cursor) -> bool:
    """Read a year of three digits or more, with a second one that is joined to it.

    Return False when ``date`` has its year already; raise ``Ambiguity`` for ``194?``.
    """
    if date.year is not None or date.century is not None:
        return False
    date.year, date.digits = token.value, token.of
    joint, second = cursor.peek(), cursor.peek(1)
    if token.of == 3 and joint.raw == "?" and token.raw[0] != "0" and not date.era:
        why = f"{token.raw}? may be a year or leave its last digit open"
        raise Ambiguity(why, f"{token.raw}?", (f"{token.raw}X", f"0{token.raw}?"))
    if joint.role is Role.DASH and second.role is Role.FRACTION and second.value:
        cursor.index += 1  # 1941-Q3
    elif joint.role in (Role.SLASH, Role.DASH) and second.role is Role.NUMBER and second.of <= 4:
        closing = full_year(token.value, second.value, second.of)
        if closing > token.value and _take_second(date, token, closing, cursor):
            cursor.index += 2
    return True


def _take_second(date: Partial, first: Token, closing: int, cursor: Cursor) -> bool:
    """Take the second year of ``1914/15``, ``winter 1941–42`` or ``February 1731/2``."""
    joint, second = cursor.peek(), cursor.peek(1)
    follows = closing == first.value + 1
    if date.month is not None:
        if joint.role is Role.DASH or not follows or cursor.peek(2).role is Role.MONTH:
            return False
        date.is_double_year, date.year = True, closing
        return True
    if joint.role is Role.DASH and not _belongs(date, second, follows, cursor.peek(2)):
        return False
    if second.of == 1 and not joint.value and date.season is None:
        _refuse_single_digit(first, joint, second, closing)
    if joint.role is Role.SLASH and second.of == 2 and second.value <= 12:
        date.remarks.append(
            f"{first.raw}/{second.raw} was read as two years; "
            f"write {first.raw}-{second.raw} if the month is meant."
        )
    date.last_year = closing
    return True


def _belongs(date: Partial, second: Token, follows: bool, beyond: Token) -> bool:
    """Tell whether the number after a dash is a second year and not another date's day or year."""
    if beyond.role in (Role.MONTH, Role.SLASH, Role.DASH):
        return False
    if beyond.role is Role.ERA and beyond.value < 0:
        return False
    return second.of < 3 or (follows and date.season is not None)


def _refuse_single_digit(first: Token, joint: Token, second: Token, closing: int) -> None:
    """Refuse ``1934-7`` and ``1934/7``: the years to 1937, or July."""
    years, month = f"{first.raw}–{closing}", f"{second.value}/{first.raw}"
    piece = f"{first.raw}{joint.raw}{second.raw}"
    raise Ambiguity("it may be a month or the last digit of a year", piece, (years, month))


def take_century(date: Partial, token: Token, cursor: Cursor) -> bool:
    """Let the number read last be that of a century."""
    if date.number is None or date.century is not None:
        raise Refusal("the century has no number")
    date.century, date.number = date.number, None
    return True


def take_millennium(date: Partial, token: Token, cursor: Cursor) -> bool:
    """Let the number read last be that of a millennium."""
    if date.number is None:
        raise Refusal("the millennium has no number")
    date.millennium, date.number = date.number, None
    return True


def check_hundred(token: Token) -> None:
    """Raise ``Ambiguity`` for ``1900s``: ten years, or a hundred in English use."""
    if token.of == 4 and token.value % 100 == 0 and token.raw[-1] in "sS":
        head = token.raw[:2]
        why = f"{token.raw} may be ten years or a hundred"
        raise Ambiguity(why, token.raw, (f"{head}0X", f"{head}XX"))


def check_shortened(first: Partial, second: Partial) -> None:
    """Refuse ``146–44 BC``, where the second year may be 44 or a shortened 144."""
    if not (first.is_year and second.is_year and second.era < 0):
        return
    year, closing = first.year or 0, second.year or 0
    if first.digits > second.digits and full_year(year, closing, second.digits) < year:
        raise Refusal(f"{closing} BC may be shortened; write both years in full, or “from … to”")
