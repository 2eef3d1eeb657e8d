"""Read what historians write about quantities, in English, German and Russian."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from app.domain.answers import Answer, Kind
from app.domain.errors import UnreadableAnswerError
from app.domain.quantities.agreement import agreed, rounding_of
from app.domain.quantities.brackets import opened
from app.domain.quantities.cursor import Cursor
from app.domain.quantities.extents import ALLOWANCE, sets_of, unit_of
from app.domain.quantities.grammar import read_stretches
from app.domain.quantities.habits import habit_of
from app.domain.quantities.rounding import take_rounding
from app.domain.quantities.showing import (
    canonical_of,
    describe_quantity,
    describe_range,
    show_as_written,
)
from app.domain.quantities.statement import Misread, Statement
from app.domain.quantities.tokens import fold_quantity, has_exponent, tokens_of
from app.domain.quantities.units import Unit
from app.domain.sets import Allowed

_LONGEST: Final = 200
_TWO_MEANINGS: Final = (
    (re.compile(r"\d[eE][-+]?\d"), "write the power of ten out"),
    (
        re.compile(r"\d{3,}\s*/\s*\d|\d\s*/\s*\d{3,}|\d[.,]\d+\s*/"),
        "a stroke between large numbers may be a fraction, a range or a choice",
    ),
    (
        re.compile(r"^\D*\d{1,2}\s*[-–—]\s*\d{1,2}[.,]\d{3}(?![.,]?\d)"),
        "the first number may be short for thousands; write both in full",
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
        raise UnreadableAnswerError(
            f"“{text}” cannot be read as a quantity: {reason}. Write a number, a range (900-1000), "
            "a bound (at least 3) or an estimate (about 900), then the unit or what is counted."
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
    for shape, why in _TWO_MEANINGS:
        if shape.search(text):
            raise Misread(why)
    folded, rounding = take_rounding(fold_quantity(text))
    if rounding is not None and take_rounding(folded)[1] is not None:
        raise Misread("it says twice that it is rounded")
    tokens = opened(tokens_of(folded))
    cursor = Cursor(tokens)
    stretches = agreed(read_stretches(cursor, habit_of(tokens)))
    if rounding is not None:
        rounding = rounding_of(stretches, rounding)
    noun = _as_typed(cursor.noun, text)
    return Statement(stretches, cursor.is_rough, rounding, tuple(cursor.remarks), noun)


def _as_typed(noun: str, text: str) -> str:
    """Return a folded noun with the capitals of the text, where it stands there."""
    found = re.search(re.escape(noun), text, re.IGNORECASE)
    return found[0] if found else noun


def _reading(statement: Statement, unit: Unit, strict: Allowed, widened: Allowed) -> str:
    words = describe_quantity(strict, unit.base)
    if statement.noun and not unit.is_measure:
        words = f"{describe_quantity(strict, '')} {statement.noun}"
    as_written = show_as_written(statement)
    if as_written and as_written != words:
        words = f"{as_written} = {words}"
    if widened != strict and (statement.is_rough or any(s.nearness for s in statement.stretches)):
        words = f"{words} (about: {describe_range(widened, unit.base)})"
    return words
