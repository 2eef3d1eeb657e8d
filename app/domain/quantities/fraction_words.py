"""Fractions in figures and words: ``2 1/2``, *two thirds*, *half a million*."""

from __future__ import annotations

from fractions import Fraction

from app.domain.quantities.cursor import Cursor
from app.domain.quantities.number_words import ORDINAL_LIKE, SINGULAR_AFTER_HEDGE
from app.domain.quantities.numerals import Habit, IllFormedNumberError, Numeral, read_numeral
from app.domain.quantities.phrases import Sense
from app.domain.quantities.statement import Amount, Misread
from app.domain.quantities.tokens import Token


def read_fraction(cursor: Cursor, habit: Habit) -> Amount | None:
    """Read ``1/2``, *half*, *two thirds*, *half a million*; ``None`` where no fraction stands.

    Raises ``Misread`` on a stroke that makes none and on *a third regiment*.
    """
    start = cursor.at
    value = _one_of_so_many(cursor, habit)
    if value is None:
        value = _written_fraction(cursor, habit)
    if value is None:
        cursor.at = start
        value = _spoken_fraction(cursor)
    if value is None:
        cursor.at = start
        return None
    factor = _scale_after_fraction(cursor, is_mixed=value > 1)
    if factor is None:
        return Amount(value, value, is_fraction=value < 1)
    return Amount(value * factor, value * factor, scale=factor)


def _one_of_so_many(cursor: Cursor, habit: Habit) -> Fraction | None:
    """Read *one in three* as a third."""
    one, joint, many = cursor.peek(), cursor.peek(1), cursor.peek(2)
    if one is None or joint is None or many is None or joint.text != "in":
        return None
    if one.value != 1 and one.text != "1":
        return None
    value = many.value
    if many.sense is Sense.NUMERAL:
        value = read_figures(cursor, many, habit).value
    if value < 2 or value.denominator != 1:
        return None
    cursor.at += 3
    return 1 / value


def _written_fraction(cursor: Cursor, habit: Habit) -> Fraction | None:
    figures: list[Fraction] = []
    while len(figures) < 2 and (token := cursor.take(Sense.NUMERAL)):
        figures.append(read_figures(cursor, token, habit).value)
    if not figures or not cursor.take(Sense.SLASH):
        return None
    token = cursor.take(Sense.NUMERAL)
    below = read_figures(cursor, token, habit).value if token else Fraction(0)
    if not below or cursor.sees(Sense.SLASH):
        raise Misread("the stroke makes no fraction")
    if len(figures) == 2 and figures[1] >= below:
        raise Misread("two numbers stand side by side")
    whole = figures[0] if len(figures) == 2 else Fraction(0)
    return whole + figures[-1] / below


def _spoken_fraction(cursor: Cursor) -> Fraction | None:
    number = cursor.take(Sense.ARTICLE, Sense.CARDINAL)
    cursor.take_before(Sense.FRACTION, Sense.DASH)
    cursor.take_before(Sense.FRACTION, Sense.THE)
    token = cursor.take(Sense.FRACTION)
    if token is None or (number is not None and number.value >= 10):
        return None
    divides = number is not None and not cursor.sees(Sense.WORD)
    of_a_whole = token.text == "quarter" and cursor.sees(Sense.OF)
    if token.text in ORDINAL_LIKE and not (divides or of_a_whole):
        raise Misread(f"“{token.text}” may count or divide; write the share as 1/3 or in per cent")
    return token.value * (number.value if number else Fraction(1))


def _scale_after_fraction(cursor: Cursor, *, is_mixed: bool) -> Fraction | None:
    start = cursor.at
    cursor.take(Sense.DASH)
    cursor.take(Sense.OF)
    cursor.take(Sense.ARTICLE)
    token = cursor.take(Sense.SCALE)
    if token and token.scale:
        is_many = token.scale.several or token.scale.needs_number
        if is_mixed or not is_many or token.text in SINGULAR_AFTER_HEDGE:  # полдюжины
            return Fraction(token.scale.value)
    cursor.at = start
    return None


def read_figures(cursor: Cursor, token: Token, habit: Habit) -> Numeral:
    """Read the figures of a token, keeping the remark on its separators.

    Raises ``Misread`` when they make no number.
    """
    try:
        numeral = read_numeral(token.text, habit)
    except IllFormedNumberError as error:
        raise Misread(str(error)) from None
    cursor.remark(numeral.remark)
    return numeral
