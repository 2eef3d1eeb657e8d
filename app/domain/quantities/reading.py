"""Read what historians write about quantities, in English, German and Russian."""

from __future__ import annotations

import re
from fractions import Fraction
from math import gcd
from typing import Final

from app.domain.answers import Answer, Kind
from app.domain.errors import UnreadableAnswerError
from app.domain.quantities.agreement import agreed, rounding_of
from app.domain.quantities.brackets import opened
from app.domain.quantities.cursor import Cursor
from app.domain.quantities.extents import ALLOWANCE, sets_of, unit_of
from app.domain.quantities.folding import fold_quantity, has_exponent
from app.domain.quantities.grammar import read_stretches
from app.domain.quantities.habits import habit_of
from app.domain.quantities.rounding import take_rounding
from app.domain.quantities.showing import (
    canonical_of,
    describe_quantity,
    describe_range,
    is_shown_exactly,
    show_as_written,
)
from app.domain.quantities.statement import Misread, Part, Statement
from app.domain.quantities.tokens import tokens_of
from app.domain.quantities.units import NUMBER, Unit
from app.domain.sets import Allowed

_LONGEST: Final = 200
_ADVICE: Final = (
    "; write a number, a range (900-1000), a bound (at least 3) or an estimate (about 900), then "
    "the unit or what is counted"
)
"""Closes a refusal that does not itself say what to write."""
_IMPROPER: Final = re.compile(r"(?<![\d.,/])(\d{3,20})/(\d{1,2})(?![\d.,/])")
_TWO_MEANINGS: Final = (
    (re.compile(r"\d[eE][-+]?\d"), "write the power of ten out"),
    (
        re.compile(r"\d{3,}\s*/\s*\d|\d\s*/\s*\d[\d\s]*\d{2}|\d[.,]\d+\s*/"),
        "a stroke between large numbers may be a fraction, a range or a choice",
    ),
    (
        re.compile(r"^\D*\d{1,2}\s*[-–—]\s*\d{1,2}[.,'’\s]\d{3}(?![.,]?\d)"),
        "the first number may be short for thousands; write both in full",
    ),
    (
        re.compile(r"\b([^\W\d_]+)\s*-\s*\1\b|(?<!\d)(\d+)\s*/\s*\2(?!\d)", re.IGNORECASE),
        "it names one number twice; write the share in per cent, or the number once",
    ),
    (re.compile(r"\ba\d"), "a letter stands at the number"),
    (
        re.compile(r"\d\s*[MМ]\b"),
        "“M” may be metres, miles, marks or millions; write the word",
    ),
    (re.compile(r"\d\s+K\b"), "“K” may be thousands or kelvins; write the number in full"),
    (re.compile(r"\d\s*S\b"), "“S” may be seconds, pages or shillings; write the word"),
    (
        re.compile(r"\b[Ee]in(?:e[mnrs]?)? Paar\b"),
        "“ein Paar” is two and “ein paar” a few; write 2, or “einige”",
    ),
)
"""Shapes that historians read in two ways, each with what to do; they are never guessed."""


def read_quantity(text: str, *, allowance: Fraction = ALLOWANCE) -> Answer:
    """Read a quantity; its sets count millionths of the base unit of ``Answer.unit``.

    ``allowance`` is how far *about*, ``~`` and ``?`` stretch each end, as a part of it. Raises
    ``UnreadableAnswerError`` naming the text.
    """
    text = text.strip()
    try:
        statement = _statement(text)
        strict, widened = sets_of(statement, allowance)
    except Misread as reason:
        advice = "" if ";" in str(reason) else _ADVICE
        raise UnreadableAnswerError(
            f"“{text}” cannot be read as a quantity: {reason}{advice}."
        ) from None
    unit = unit_of(statement)
    reading = _reading(statement, unit, strict, widened)
    canonical = canonical_of(statement)
    return Answer(
        Kind.QUANTITY, text, strict, widened, reading, canonical, unit.base, statement.remarks
    )


def printed_precision(text: str) -> Fraction | None:
    """Return one unit of the last printed place of a single number, in its base unit.

    ``4.80 %`` gives 1/100, ``147 thousand`` 1000, ``12.8 km`` 100 (metres), ``147,000
    (rounded)`` 1000. ``None`` for ranges, bounds, vague words and texts that cannot be read.
    """
    try:
        statement = _statement(text.strip())
    except Misread:
        return None
    amounts = [part for s in statement.stretches for m in s.measures for part in m]
    only = amounts[0]
    if len(amounts) > 1 or statement.stretches[0].low is not statement.stretches[0].high:
        return None
    rounding = statement.rounding
    place = rounding.step if rounding else only.amount.place
    if place is None or only.unit is None:
        return None
    low, high = only.unit.in_base(only.amount.low), only.unit.in_base(only.amount.low + place)
    return high[0] - low[0]


def _statement(text: str) -> Statement:
    if not text:
        raise Misread("it is empty")
    if len(text) > _LONGEST:
        raise Misread("it is too long; keep the words of the source in the quotation")
    if has_exponent(text):
        raise Misread("a raised figure stands in it")
    folded = fold_quantity(text)
    for spelling in (text, folded):
        plain = _IMPROPER.sub(_without_stroke, spelling)
        for shape, why in _TWO_MEANINGS:
            if shape.search(plain):
                raise Misread(why)
    folded, rounding = take_rounding(folded)
    if rounding is not None and take_rounding(folded)[1] is not None:
        raise Misread("it says twice that it is rounded")
    tokens = opened(tokens_of(folded))
    cursor = Cursor(tokens)
    stretches = agreed(read_stretches(cursor, habit_of(tokens)))
    rough = cursor.is_rough or (rounding is not None and rounding.step is None)
    if rounding is not None:
        rounding = rounding_of(stretches, rounding)
    if any(_is_part_of_one(part) for s in stretches for m in s.measures for part in m):
        cursor.remark("It was read as a bare number; write 1/2 or 50 % for a share.")
    noun = _as_typed(cursor.noun, text)
    return Statement(stretches, rough, rounding, tuple(cursor.remarks), noun)


def _without_stroke(stroke: re.Match[str]) -> str:
    """Return 1 for an improper fraction in lowest terms (``100/3``), which has one meaning."""
    above, below = int(stroke[1]), int(stroke[2])
    return "1" if above > below and gcd(above, below) == 1 else stroke[0]


def _is_part_of_one(part: Part) -> bool:
    return part.unit == NUMBER and 0 < part.amount.low < 1


def _as_typed(noun: str, text: str) -> str:
    """Return a folded noun with the capitals of the text, where it stands there."""
    found = re.search(re.escape(noun), text, re.IGNORECASE)
    return found[0] if found else noun


def _hides_open_end(statement: Statement, words: str) -> bool:
    """Tell whether *more than* or *less than* is lost in the base unit, where figures are odd."""
    is_open = any(stretch.low_open or stretch.high_open for stretch in statement.stretches)
    return is_open and "than" not in words


def _reading(statement: Statement, unit: Unit, strict: Allowed, widened: Allowed) -> str:
    words = describe_quantity(strict, unit.base)
    as_written = show_as_written(statement)
    if statement.noun and not unit.is_measure and not as_written:
        words = f"{describe_quantity(strict, '')} {statement.noun}"
    if as_written and as_written != words:
        sign = "=" if unit.base == "day" or is_shown_exactly(strict) else "≈"
        in_base = f"{as_written} {sign} {words}"
        words = as_written if _hides_open_end(statement, words) else in_base
    if widened != strict and (statement.is_rough or any(s.nearness for s in statement.stretches)):
        words = f"{words} (about: {describe_range(widened, unit.base)})"
    return words
