"""Dates written in numbers: ``22.8.1941``, ``8/22/1941``, ``1941-08-22``, ``193X``, ``10,000``."""

from __future__ import annotations

import re

from app.domain.dates.calendar import MONTHS, check_month
from app.domain.dates.partials import Partial, full_year
from app.domain.dates.refusals import Ambiguity, Refusal
from app.domain.dates.roles import Token
from app.domain.dates.seasons import SUB_YEAR_RUNS
from app.domain.dates.stretches import Grain
from app.domain.dates.words import CYRILLIC_ROMAN, ROMAN

_SEPARATORS = re.compile(r"[./–\s-]+")


def take_numeric(date: Partial, token: Token) -> bool:
    """Read a date of two or three numbers; return False when ``date`` already has such."""
    parts = [part for part in _SEPARATORS.split(token.raw) if part]
    wants_year = len(parts) == 3 or len(parts[-1]) == 4
    if date.month is not None or (wants_year and date.year is not None):
        return False
    if len(parts) == 2:
        return _take_pair(date, parts, wants_year)
    if len(parts[0]) > 2:
        _set(date, parts[2], parts[1], parts[0])
    elif "." in token.raw or not parts[1].isdecimal():
        _set(date, parts[0], parts[1], parts[2], token.raw)
    else:
        _take_ambiguous(date, token.raw, *parts)
    return True


def _take_pair(date: Partial, parts: list[str], has_year: bool) -> bool:
    """Read ``8.1941``, a month of a year, or ``22.8.``, a day of a month."""
    first, second = parts
    if not has_year:
        if date.day is not None or date.number is not None:
            return False
        _set(date, first, second, "")
        return True
    date.month = int(first)
    check_month(date.month)
    date.year, date.digits = int(second), 4
    if date.number is not None:
        date.day, date.number = date.number, None
    return True


def _take_ambiguous(date: Partial, raw: str, first: str, second: str, year: str) -> None:
    """Read day and month in either order where only one is possible; else refuse to guess."""
    low, high = int(first), int(second)
    if low > 12 or low == high:
        _set(date, first, second, year, raw)
    elif high > 12:
        _set(date, second, first, year, raw)
    elif low == 0 or high == 0 or len(year) < 3:
        _set(date, first, second, year, raw)
    else:
        meanings = _worded(low, high, year), _worded(high, low, year)
        why = f"{raw} may be {meanings[0]} or {meanings[1]}; write the month as a word"
        raise Ambiguity(why, raw, meanings)


def _worded(day: int, month: int, year: str) -> str:
    return f"{day} {MONTHS[month - 1]} {year}"


def _set(date: Partial, day: str, month: str, year: str, raw: str = "") -> None:
    if year and len(year) < 3:
        _offer_years(raw, year)
    date.day = int(day)
    roman = month.upper().translate(CYRILLIC_ROMAN)
    date.month = ROMAN[roman] if roman in ROMAN else _number(month)
    check_month(date.month)
    if year:
        date.year, date.digits = int(year), len(year)


def _offer_years(raw: str, year: str) -> None:
    """Refuse ``22.8.41`` and offer the two centuries that papers are mostly of."""
    centuries = ("19", "18") if len(year) == 2 else ()
    head = raw.removesuffix(year)
    meanings = tuple(f"{head}{century}{year}" for century in centuries)
    raise Ambiguity(f"write the year {year} in full", raw, meanings)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise Refusal(f"there is no month {text}")
    return int(text)


def take_iso(date: Partial, token: Token) -> bool:
    """Read ``1941-08-22``, ``1941-08``, a season ``1941-22`` or the years ``1914-18``."""
    if date.year is not None or date.month is not None:
        return False
    year, second, *day = (int(part) for part in token.raw.split("-"))
    if not day and (token.value or date.season is not None):
        return _take_years(date, year, second)
    date.year, date.digits, date.is_iso = year, 4, True
    if day:
        check_month(second)
        date.month, date.day = second, day[0]
        return True
    if means_two_years(year % 100, second):
        date.last_year, date.is_iso = full_year(year, second, 2), False
        date.remarks.append(f"{token.raw} was read as the years {year}–{date.last_year}.")
    elif second in SUB_YEAR_RUNS:
        date.season = second
    else:
        check_month(second)
        date.month = second
    note_years(date.remarks, token.raw)
    return True


def _take_years(date: Partial, year: int, second: int) -> bool:
    """Read ``1905-06`` where years are meant: *in the years 1905-06*, *winter 1905-06*."""
    date.year, date.digits, date.last_year = year, 4, full_year(year, second, 2)
    if date.last_year <= year:
        raise Refusal(f"write the year {second:02} in full")
    return True


def means_two_years(year: int, second: int) -> bool:
    """Tell whether the two last digits of ``1914-18`` can only be those of a later year."""
    return second > max(year, 12) and second not in SUB_YEAR_RUNS


def note_years(remarks: list[str], raw: str) -> None:
    """Remark that ``1905-06``, read as a month or season, could be meant for two years."""
    match = re.fullmatch(r"(\d\d)(\d\d)-(\d\d)", raw)
    if match is None:
        return
    head, year, second = match.groups()
    if int(second) > int(year) and (int(second) <= 12 or int(second) in SUB_YEAR_RUNS):
        kind = "month" if int(second) <= 12 else "season"
        years = f"{head}{year}–{head}{second}"
        remarks.append(f"{raw} was read as a {kind} (EDTF); write {years} if years are meant.")


def take_mask(date: Partial, token: Token) -> bool:
    """Read ``193X`` as a decade and ``19XX`` or ``1XXX`` as the years that it leaves open."""
    if date.names_unit or len(token.raw) != 4:
        return False
    known = token.raw.rstrip("Xx")
    free = 4 - len(known)
    low = int(known) * 10**free
    date.mask = low, low + 10**free - 1, Grain.DECADE if free == 1 else Grain.CENTURY
    return True


def take_grouped(date: Partial, token: Token) -> bool:
    """Read ``10,000`` as a year, which must have an era; split ``15 144`` after a month."""
    if date.year is not None:
        return False
    if date.month is not None and date.day is None:
        pieces = token.raw.split()
        if len(pieces) != 2 or not 1 <= int(pieces[0]) <= 31:
            raise Refusal(f"{token.raw} is not understood after a month")
        date.day, date.year, date.digits = int(pieces[0]), int(pieces[1]), 3
        return True
    # Five digits at least: such a year is read only with its era.
    date.year, date.digits = token.value, max(token.of, 5)
    return True
