"""The number in a quantity: figures, number words, scales, fractions and vague words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from app.domain.quantities.cursor import Cursor
from app.domain.quantities.fraction_words import read_figures, read_fraction
from app.domain.quantities.number_words import INVERTED_SCALES, SINGULAR_AFTER_HEDGE
from app.domain.quantities.numerals import Habit
from app.domain.quantities.phrases import Language, Sense
from app.domain.quantities.statement import Amount, Misread
from app.domain.quantities.tokens import Token

STARTS: Final = frozenset(
    {
        Sense.NUMERAL,
        Sense.CARDINAL,
        Sense.SCALE,
        Sense.VAGUE,
        Sense.FRACTION,
        Sense.ARTICLE,
        Sense.NOTHING,
    }
)
"""What an amount can begin with, apart from a minus."""
_GOVERNING: Final = frozenset(
    {
        Sense.ABOUT,
        Sense.AT_LEAST,
        Sense.AT_MOST,
        Sense.MORE_THAN,
        Sense.LESS_THAN,
        Sense.UP_TO,
        Sense.FROM,
    }
)
INVERTED_REMARK: Final = "The number stands after its noun or scale, which in Russian means about."
_ONE: Final = Fraction(1)
_NO_LIMIT: Final = Fraction(10**30)


def read_amount(cursor: Cursor, habit: Habit, *, joins: bool) -> Amount:
    """Read the number under the cursor; ``joins``: *and* may lie inside it (*two hundred and one*).

    Raises ``Misread`` when no number stands there.
    """
    negative = cursor.take(Sense.MINUS, Sense.DASH) is not None
    amount = _vague(cursor) or _plain(cursor, habit, joins=joins)
    if cursor.take(Sense.PLUS_MINUS):
        margin = _plain(cursor, habit, joins=joins)
        low, high = amount.low - margin.high, amount.high + margin.high
        is_share = amount.is_fraction and margin.is_fraction
        return Amount(min(low, high), high, None, amount.scale, is_share)
    if negative:
        amount = replace(amount, low=-amount.high, high=-amount.low)
    return amount


def _vague(cursor: Cursor) -> Amount | None:
    """Read *a few*, *several hundred*, *tens of thousands*, *most*."""
    token = cursor.peek()
    if token is None:
        return None
    if token.sense is Sense.VAGUE:
        cursor.advance()
        if not cursor.sees(Sense.SCALE):
            return Amount(token.value, token.upper)
        return _several_of(cursor)
    if token.text in INVERTED_SCALES and _stands_before_its_number(cursor):
        return _inverted(cursor)
    if token.sense is Sense.SCALE and token.scale and not _is_singular(cursor, token):
        if token.scale.needs_number:
            raise Misread(f"“{token.text}” needs a number before it")
        return _several_of(cursor)
    return None


def _stands_before_its_number(cursor: Cursor) -> bool:
    """Tell whether Russian puts the scale first, which makes it rough: *десятка два*."""
    before, after = cursor.peek(-1), cursor.peek(1)
    if before is not None and before.sense in _GOVERNING:
        return False
    if after is None or after.sense not in (Sense.CARDINAL, Sense.NUMERAL):
        return False
    return after.value < 100 and (after.sense is Sense.CARDINAL or len(after.text) < 3)


def _inverted(cursor: Cursor) -> Amount:
    scale = cursor.advance().scale
    amount = _plain(cursor, Habit(), joins=False).times(Fraction(scale.value if scale else 1))
    cursor.is_rough = True
    cursor.remark(INVERTED_REMARK)
    return amount


def _is_singular(cursor: Cursor, token: Token) -> bool:
    if token.scale is None or not (token.scale.several or token.scale.needs_number):
        return True
    before = cursor.peek(-1)
    return (
        token.text in SINGULAR_AFTER_HEDGE
        and before is not None
        and before.sense in _GOVERNING
        and before.language is Language.RUSSIAN
    )


def _several_of(cursor: Cursor) -> Amount:
    """Read scales that are meant several times: two of them up to the next rank."""
    first = cursor.advance().scale
    base = Fraction(first.value if first else 1)
    rest = _ONE
    while factor := _further_scale(cursor):
        rest *= factor
    if base in (12, 20):
        return Amount(2 * base * rest, 100 * rest - 1, scale=base * rest)
    return Amount(2 * base * rest, 10 * base * rest - 1, scale=base * rest)


def _further_scale(cursor: Cursor) -> Fraction | None:
    cursor.take_before(Sense.SCALE, Sense.OF, Sense.FROM)
    token = cursor.take(Sense.SCALE)
    return Fraction(token.scale.value) if token and token.scale else None


def _plain(cursor: Cursor, habit: Habit, *, joins: bool) -> Amount:
    token = cursor.peek()
    if token is not None and token.sense is Sense.ORDINAL:
        raise Misread(f"“{token.text}” is an ordinal")
    if token is None or token.sense not in STARTS:
        raise Misread("no number stands where one is expected")
    if cursor.take(Sense.NOTHING):
        return Amount(Fraction(0), Fraction(0), _ONE)
    part = read_fraction(cursor, habit)
    if part is not None:
        return part
    return _sum_of_words(cursor, habit, joins=joins)


def _sum_of_words(cursor: Cursor, habit: Habit, *, joins: bool) -> Amount:
    """Add up figures, words and scales from the greatest down: *two thousand three hundred*."""
    total, ceiling = Fraction(0), _NO_LIMIT
    cursor.take_before(Sense.CARDINAL, Sense.ARTICLE)
    cursor.take_before(Sense.NUMERAL, Sense.ARTICLE)
    while True:
        group = _group(cursor, habit, joins=joins)
        ranks = _ONE
        while factor := _scale(cursor):
            ranks *= factor
        group = group.times(ranks)
        if group.low >= ceiling:
            raise Misread("its number words do not fit together")
        total += group.low
        ceiling = ranks
        if ranks == 1 or not _goes_on(cursor, ceiling, joins=joins):
            break
    amount = replace(group, low=total, high=total)
    return _with_part(cursor, amount, joins=joins)


def _with_part(cursor: Cursor, amount: Amount, *, joins: bool) -> Amount:
    """Add *and a half*, which halves the last scale (*a million and a half*)."""
    part = cursor.take(Sense.PLUS_PART)
    if part is None:
        parts = _spoken_part(cursor) if joins and amount.scale == 1 else None
        total = amount.low + (parts or 0)
        return replace(amount, low=total, high=total)
    total = amount.low + part.value * amount.scale
    amount = replace(amount, low=total, high=total, place=_ONE)
    while factor := _scale(cursor):
        amount = amount.times(factor)
    return amount


def _spoken_part(cursor: Cursor) -> Fraction | None:
    """Read the *and two thirds* of *one and two thirds*."""
    number, token = cursor.peek(1), cursor.peek(2)
    if not cursor.sees(Sense.AND) or number is None or token is None:
        return None
    is_number = number.sense in (Sense.CARDINAL, Sense.ARTICLE)
    if not is_number or token.sense is not Sense.FRACTION or number.value * token.value >= 1:
        return None
    cursor.at += 3
    return number.value * token.value


def _goes_on(cursor: Cursor, ceiling: Fraction, *, joins: bool) -> bool:
    """Tell whether a smaller number is added on; an *and* before it is taken."""
    start = cursor.at
    joined = joins and cursor.take(Sense.AND) is not None
    token = cursor.peek()
    smaller = token is not None and (
        (token.sense is Sense.CARDINAL and token.value < ceiling)
        or (token.sense is Sense.NUMERAL and not joined and token.text.isdigit())
    )
    if not smaller:
        cursor.at = start
    return smaller


def _scale(cursor: Cursor) -> Fraction | None:
    if cursor.sees(Sense.DASH) and cursor.sees(Sense.SCALE, ahead=1) and _is_glued(cursor):
        cursor.advance()
    cursor.take_before(Sense.SCALE, Sense.OF)
    token = cursor.take(Sense.SCALE)
    return Fraction(token.scale.value) if token and token.scale else None


def _group(cursor: Cursor, habit: Habit, *, joins: bool) -> Amount:
    """Read the number before a scale; a bare scale counts once."""
    if token := cursor.take(Sense.NUMERAL):
        numeral = read_figures(cursor, token, habit)
        return Amount(numeral.value, numeral.value, numeral.place)
    if cursor.take(Sense.ARTICLE) or cursor.sees(Sense.SCALE):
        value = _ONE
    else:
        value = _cardinals(cursor, _NO_LIMIT, joins=joins)
    if value >= 100 or not _takes_hundred(cursor):
        return Amount(value, value, _ONE)
    rest = _cardinals(cursor, Fraction(100), joins=joins)
    value = value * 100 + rest
    return Amount(value, value, _ONE, scale=_ONE if rest else Fraction(100))


def _takes_hundred(cursor: Cursor) -> bool:
    if cursor.sees(Sense.DASH) and cursor.sees(Sense.SCALE, ahead=1) and _is_glued(cursor):
        cursor.advance()
    token = cursor.peek()
    if token is None or token.text not in {"hundred", "hundert"}:
        return False
    cursor.advance()
    return True


def _cardinals(cursor: Cursor, limit: Fraction, *, joins: bool) -> Fraction:
    """Add number words, each below what the one before leaves room for."""
    value, start = Fraction(0), limit
    while token := _next_cardinal(cursor, limit, joins=joins):
        value += token.value
        limit = _room_below(token.value)
    if start == limit == _NO_LIMIT:
        raise Misread("no number stands where one is expected")
    return value


def _next_cardinal(cursor: Cursor, limit: Fraction, *, joins: bool) -> Token | None:
    start = cursor.at
    if limit == 10 and cursor.sees(Sense.DASH) and _is_glued(cursor):
        cursor.advance()
    if limit == 100 and joins:
        cursor.take_before(Sense.CARDINAL, Sense.AND)
    token = cursor.take(Sense.CARDINAL)
    if token and (0 < token.value < limit or limit == _NO_LIMIT):
        return token
    cursor.at = start
    return None


def _room_below(value: Fraction) -> Fraction:
    """Return what the next word must stay under: *twenty* takes 1-9, *двести* up to 99."""
    for step in (1000, 100, 10):
        if value > 10 and value % step == 0:
            return Fraction(step)
    return Fraction(0)


def _is_glued(cursor: Cursor) -> bool:
    dash, after = cursor.peek(), cursor.peek(1)
    return dash is not None and after is not None and dash.glued and after.glued
