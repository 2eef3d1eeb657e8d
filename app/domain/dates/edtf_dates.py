"""Single dates of the Extended Date/Time Format (Library of Congress, 4 February 2019).

Unspecified digits, sub-year groupings (21-41), qualifiers on parts, long years and significant
digits, each as the exact union of the days that it allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.dates.calendar import (
    Calendar,
    check_month,
    civil,
    exact_day,
    month_length,
    month_run,
    year_run,
)
from app.domain.dates.refusals import Refusal
from app.domain.dates.seasons import SUB_YEAR_RUNS
from app.domain.dates.stretches import MARKS, Dating, Grain, given
from app.domain.sets import Allowed, Span

MOST_SPANS = 12_000
"""Separate spans that one answer may have; more is refused rather than blurred."""
MOST_DIGITS = 15
"""Digits that a year may have."""

_Q = "([?~%]?)"
_DATE = re.compile(
    rf"{_Q}(-?)([0-9X]{{4}}){_Q}(?:-{_Q}([0-9X]{{2}}){_Q}(?:-{_Q}([0-9X]{{2}}){_Q})?)?"
)
_LONG_YEAR = re.compile(rf"(Y?)(-?)(\d+)(?:E(\d+))?(?:S(\d+))?{_Q}")
_YEAR, _MONTH, _DAY = 0, 1, 2
_ISO = Calendar.GREGORIAN
"""EDTF is Gregorian by definition (ISO 8601-1, 4.2.1)."""


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as written: ranges of years, runs of months ``(month, count)``, runs of days."""

    years: tuple[Span, ...]
    year_grain: Grain = Grain.YEAR
    runs: tuple[Span, ...] = ()
    days: tuple[Span, ...] = ()
    marks: tuple[int, int, int] = (0, 0, 0)
    remarks: tuple[str, ...] = ()

    @property
    def depth(self) -> int:
        """Return 0 for a year, 1 for a month or season, 2 for a day."""
        return _DAY if self.days else _MONTH if self.runs else _YEAR


def read_edtf_date(text: str) -> Dating | None:
    """Read one EDTF date, or return None when ``text`` is not of that form."""
    date = _find_date(text)
    if date is None:
        return None
    strict = Allowed.of(*_spans(date, must_exist=True))
    if strict.is_empty:
        raise Refusal("there is no such day in the calendar")
    widened = _widened(date, strict) if any(date.marks) else strict
    return Dating(strict, widened, text, date.remarks)


def _find_date(text: str) -> EdtfDate | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return _find_long_year(text)
    before_year, sign, year, after_year, *rest = match.groups(default="")
    before_month, month, after_month, before_day, day, after_day = rest
    if sign and year == "0000":
        raise Refusal("the year 0 has no sign; 0000 is 1 BC, -0001 is 2 BC")
    remarks: tuple[str, ...] = ()
    if year.isdecimal() and (sign or year == "0000"):
        remarks = (f"In EDTF the year {sign}{year} is {int(year) + 1} BC.",)
    group = _mark(after_year), _mark(after_month), _mark(after_day)
    marks = (
        _mark(before_year) | group[0] | group[1] | group[2],
        _mark(before_month) | group[1] | group[2],
        _mark(before_day) | group[2],
    )
    return EdtfDate(
        years=_masked_years(sign, year),
        year_grain=_grain(len(year) - len(year.rstrip("X"))),
        runs=_month_runs(month, bool(day)) if month else (),
        days=_day_runs(month, day) if day else (),
        marks=marks,
        remarks=remarks,
    )


def _mark(character: str) -> int:
    return MARKS.index(character)


def _grain(unspecified: int) -> Grain:
    return (Grain.YEAR, Grain.DECADE)[unspecified] if unspecified < 2 else Grain.CENTURY


def _find_long_year(text: str) -> EdtfDate | None:
    match = _LONG_YEAR.fullmatch(text)
    if match is None:
        return None
    letter, sign, digits, exponent, significant, mark = match.groups(default="")
    if not letter and (exponent or not significant or len(digits) != 4):
        return None
    if len(digits) + int(exponent[:4] or 0) > MOST_DIGITS:
        raise Refusal(f"a year may have {MOST_DIGITS} digits at most")
    value = int(digits) * 10 ** int(exponent or 0)
    if sign and not value:
        raise Refusal("the year 0 has no sign")
    blank = len(str(value)) - int(significant) if significant else 0
    if significant and int(significant) == 0:
        raise Refusal("a year has at least one significant digit")
    block = 10 ** max(blank, 0)
    low = value - value % block
    years = (-(low + block - 1), -low) if sign else (low, low + block - 1)
    estimate = (f"Estimated to be {sign}{value}.",) if significant else ()
    return EdtfDate((years,), _grain(max(blank, 0)), marks=(_mark(mark), 0, 0), remarks=estimate)


def _masked_years(sign: str, pattern: str) -> tuple[Span, ...]:
    """Return the ranges of years that a pattern of digits and ``X`` allows."""
    free = len(pattern) - len(pattern.rstrip("X"))
    heads = [""]
    for character in pattern[: len(pattern) - free]:
        choices = "0123456789" if character == "X" else character
        heads = [head + choice for head in heads for choice in choices]
    ranges = [(int(head + "0" * free), int(head + "9" * free)) for head in heads]
    if sign:
        return tuple((-high, -max(low, 1)) for low, high in reversed(ranges) if high)
    return tuple(ranges)


def _month_runs(pattern: str, single: bool) -> tuple[Span, ...]:
    """Return runs of months for a pattern; one by one when days follow (``single``)."""
    if "X" not in pattern:
        number = int(pattern)
        if number in SUB_YEAR_RUNS and not single:
            return SUB_YEAR_RUNS[number]
        check_month(number)
        return ((number, 1),)
    months = [month for month in range(1, 13) if _fits(month, pattern)]
    if not months:
        raise Refusal(f"no month is written {pattern}")
    if single:
        return tuple((month, 1) for month in months)
    return tuple((low, high - low + 1) for low, high in Allowed.of(*((n, n) for n in months)).spans)


def _day_runs(month: str, pattern: str) -> tuple[Span, ...]:
    if "X" not in pattern:
        number = int(pattern)
        if not 1 <= number <= 31:
            raise Refusal(f"no month has a day {number}")
        if "X" not in month:
            check_month(int(month))
        return ((number, number),)
    if pattern == "XX":
        return ((1, 31),)
    days = [day for day in range(1, 32) if _fits(day, pattern)]
    if not days:
        raise Refusal(f"no day is written {pattern}")
    return Allowed.of(*((n, n) for n in days)).spans


def _fits(number: int, pattern: str) -> bool:
    return all(p in ("X", c) for p, c in zip(pattern, f"{number:02}", strict=True))


def _spans(date: EdtfDate, *, must_exist: bool = False) -> Iterator[Span]:
    """Yield the spans of days that the digits allow, qualifiers apart.

    A single day that the calendar does not have is left out, or refused if it ``must_exist``.
    """
    whole_year = sum(count for _, count in date.runs) == 12 and date.days in ((), ((1, 31),))
    if not date.runs or whole_year:
        for low, high in date.years:
            yield year_run(_ISO, low, high)
        return
    count = sum(high - low + 1 for low, high in date.years) * len(date.runs)
    if count * max(len(date.days), 1) > MOST_SPANS:
        raise Refusal("it allows too many separate days to compare; give more digits")
    if not date.days:
        for year in _each(date.years):
            yield from (month_run(_ISO, year, *run) for run in date.runs)
        return
    if must_exist and count == 1 and date.days[0][0] == date.days[-1][1]:
        exact_day(_ISO, date.years[0][0], date.runs[0][0], date.days[0][0])
    for year in _each(date.years):
        for month, _ in date.runs:
            yield from _days_of_month(year, month, date.days)


def _each(ranges: tuple[Span, ...]) -> Iterator[int]:
    for low, high in ranges:
        yield from range(low, high + 1)


def _days_of_month(year: int, month: int, runs: tuple[Span, ...]) -> Iterator[Span]:
    length = month_length(year, month)
    first, _ = month_run(_ISO, year, month)
    for low, high in runs:
        if low <= length:
            yield first + low - 1, first + min(high, length) - 1


def _widened(date: EdtfDate, strict: Allowed) -> Allowed:
    """Return the days that the qualifiers leave open.

    A mark on the whole date, or on the date down to some component, gives as its finest
    component does. A component marked by itself gives alone, and those not marked hold.
    """
    marks = [bool(mark) for mark in date.marks[: date.depth + 1]]
    finest = max(index for index, mark in enumerate(marks) if mark)
    grouped = all(marks[: finest + 1])
    gives_years = marks[_YEAR] and (finest == _YEAR or not grouped)
    gives_months = finest >= _MONTH and marks[_MONTH] and not (grouped and finest == _DAY)
    loose = _loosened(date, gives_years, gives_months and date.depth == _DAY, marks[_YEAR])
    spans: list[Span] = [span for each in loose for span in _spans(each)]
    if finest == date.depth and finest > _YEAR:
        known = None if grouped else _MONTH if finest == _DAY and not marks[_MONTH] else _YEAR
        if known == _YEAR and marks[_YEAR]:
            known = None
        grain = Grain.DAY if finest == _DAY else Grain.MONTH
        spans = [_given_within(span, grain, known) for span in spans]
    return strict.union(Allowed.of(*spans))


def _loosened(
    date: EdtfDate, gives_years: bool, gives_months: bool, carries: bool
) -> Iterator[EdtfDate]:
    """Yield the dates that come of moving the year, and of moving the month, by its allowance."""
    years = date.years
    if gives_years:
        slack = date.year_grain.value // 12
        years = Allowed.of(*((low - slack, high + slack) for low, high in years)).spans
    for offset in range(-3, 4) if gives_months else (0,):
        for month, count in date.runs or ((0, 0),):
            carry, index = divmod(month + offset - 1, 12) if month else (0, -1)
            if carry and not carries:
                continue
            moved = tuple((low + carry, high + carry) for low, high in years)
            runs = ((index + 1, count),) if month else ()
            yield EdtfDate(moved, date.year_grain, runs, date.days)


def _given_within(span: Span, grain: Grain, known: int | None) -> Span:
    """Widen a span by the allowance of ``grain``, but not past the year or month it is known in."""
    first, last = span
    low, high = given(first, grain, _ISO, -1), given(last + 1, grain, _ISO, 1) - 1
    if known is None:
        return low, high
    year, month, _ = civil(first)
    hull = year_run(_ISO, year, year) if known == _YEAR else month_run(_ISO, year, month)
    return max(low, hull[0]), min(high, hull[1])
