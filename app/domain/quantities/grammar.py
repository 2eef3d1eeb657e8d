"""The grammar of a quantity: hedges, bounds, ranges, alternatives, units."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from app.domain.quantities.amounts import INVERTED_REMARK, STARTS, read_amount
from app.domain.quantities.cursor import Cursor
from app.domain.quantities.numerals import Habit
from app.domain.quantities.phrases import REFUSED, Sense
from app.domain.quantities.statement import Amount, Measure, Misread, Nearness, Part, Stretch
from app.domain.quantities.tokens import Token
from app.domain.quantities.unit_phrases import INVERTED, read_share_band, read_unit
from app.domain.quantities.units import FORMS, Unit

_BOUNDS: Final = frozenset(
    {
        Sense.AT_LEAST,
        Sense.AT_MOST,
        Sense.MORE_THAN,
        Sense.LESS_THAN,
        Sense.NEARLY,
        Sense.JUST_OVER,
        Sense.UP_TO,
    }
)
_BOUND_AFTER: Final = (Sense.OR_MORE, Sense.OR_LESS, Sense.JUST_OVER_AFTER)
_MARKS: Final = (Sense.DOUBT, Sense.ABOUT_AFTER, Sense.FILLER, Sense.FILLER_AFTER, *_BOUND_AFTER)
_AFTER: Final = {sense: sense for sense in _BOUND_AFTER} | {
    Sense.AT_LEAST: Sense.OR_MORE,
    Sense.AT_MOST: Sense.OR_LESS,
}
"""What bounds the number that it follows, and how."""
_AT_THE_END: Final = (Sense.ABOUT, Sense.AT_LEAST, Sense.AT_MOST)
_RANGE: Final = frozenset({Sense.TO, Sense.UP_TO, Sense.DASH})
_ROUGH: Final = frozenset({Sense.ABOUT, Sense.ABOUT_AFTER, Sense.DOUBT})
_COUNT_OR_SHARE: Final = frozenset({"of", "out", "von", "aus", "из"})
_SMALLER: Final = {"foot": "inch", "stone": "lb"}
"""What a bare number counts after feet or stones: *5 foot 10*."""


def read_stretches(cursor: Cursor, habit: Habit) -> tuple[Stretch, ...]:
    """Read all alternatives of the text; raises ``Misread`` when a word is left over."""
    for token in cursor.tokens:
        if token.sense is Sense.REFUSED:
            raise Misread(f"“{token.text}” {REFUSED[token.text]}")
    stretches = [_alternative(cursor, habit)]
    while _takes_or(cursor):
        stretches.append(_alternative(cursor, habit))
    cursor.take(Sense.COMMA)
    left = cursor.peek()
    if left is not None:
        raise Misread(_left_over(left))
    return tuple(stretches)


def _takes_or(cursor: Cursor) -> bool:
    if cursor.take(Sense.OR):
        return True
    later = (token.sense is Sense.OR for token in cursor.tokens[cursor.at :])
    return any(later) and cursor.take(Sense.COMMA) is not None


def _left_over(token: Token) -> str:
    if token.sense is Sense.FRACTION:
        return f"a figure stands before “{token.text}”; write the share as 3/4 or in per cent"
    if token.text in _COUNT_OR_SHARE:
        return f"“{token.text}” leaves open whether it counts or is a share; write 3, or 3/4"
    if token.sense in STARTS or token.sense in (Sense.AND, Sense.COMMA):
        return "two numbers stand side by side; record two claims, or write a range"
    if token.sense is Sense.ORDINAL:
        return f"“{token.text}” is an ordinal"
    return f"“{token.text}” was not understood there"


def _alternative(cursor: Cursor, habit: Habit) -> Stretch:
    _hedges(cursor)
    noun = FORMS["year"][0] if cursor.take(Sense.AGED) else _noun_before(cursor)
    stretch = _range_with_words(cursor, habit) or _bounded(cursor, habit)
    if stretch is None:
        stretch = _plain(cursor, habit)
    return _with_noun(stretch, noun)


def _noun_before(cursor: Cursor) -> Unit | None:
    """Read the noun of ``Soldaten: 900``, and of ``человек 20``, which means about twenty."""
    first = cursor.peek()
    if first is None or first.sense not in (Sense.WORD, Sense.UNIT):
        return None
    colon = next((k for k, t in enumerate(cursor.tokens) if t.sense is Sense.COLON), None)
    if colon is None and first.text not in INVERTED:
        return None
    unit = read_unit(cursor)
    if colon is not None:
        if cursor.take(Sense.COLON) is None:
            raise Misread("the words before the colon were not understood")
        return unit
    if cursor.sees(*STARTS):
        cursor.is_rough = True
        cursor.remark(INVERTED_REMARK)
    return unit


def _with_noun(stretch: Stretch, noun: Unit | None) -> Stretch:
    if noun is None:
        return stretch

    def named(measure: Measure | None) -> Measure | None:
        if measure is None:
            return None
        return tuple(
            part
            if part.unit or (part.amount.is_fraction and not noun.is_measure)
            else replace(part, unit=noun)
            for part in measure
        )

    low = named(stretch.low)
    same = stretch.low is stretch.high
    return replace(stretch, low=low, high=low if same else named(stretch.high))


def _range_with_words(cursor: Cursor, habit: Habit) -> Stretch | None:
    _hedges(cursor)
    if cursor.take(Sense.BETWEEN):
        low, _ = _measure(cursor, habit, joins=False)
        if cursor.sees(Sense.PLUS_PART):
            return Stretch(low, _part_as_share(cursor))
        if not cursor.take(Sense.AND, *_RANGE):
            raise Misread("“between” needs two numbers")
        high, _ = _measure(cursor, habit, joins=False)
        return Stretch(low, high)
    if cursor.take(Sense.FROM):
        low, _ = _measure(cursor, habit, joins=True)
        if not cursor.take(*_RANGE):
            return Stretch(low, None)
        high, _ = _measure(cursor, habit, joins=True)
        return Stretch(low, high)
    return None


def _part_as_share(cursor: Cursor) -> Measure:
    """Read the *and a half* that ends *between a third and a half*."""
    value = cursor.advance().value
    amount = Amount(value, value, Fraction(1), is_fraction=True)
    return (Part(amount, read_unit(cursor, amount=amount)),)


def _bounded(cursor: Cursor, habit: Habit) -> Stretch | None:
    _hedges(cursor)
    bound = cursor.take(*_BOUNDS)
    if bound is None:
        return None
    stretch = _bound(cursor, habit, bound.sense)
    while second := _next_bound(cursor):
        stretch = _narrowed(stretch, _bound(cursor, habit, second))
    return stretch


def _next_bound(cursor: Cursor) -> Sense | None:
    start = cursor.at
    cursor.take(Sense.COMMA)
    cursor.take(Sense.AND, Sense.BUT)
    bound = cursor.take(*_BOUNDS)
    if bound is None:
        cursor.at = start
        return None
    return bound.sense


def _bound(cursor: Cursor, habit: Habit, sense: Sense) -> Stretch:
    low, after = _measure(cursor, habit, joins=True)
    high = low
    if cursor.take(Sense.DASH, Sense.TO):
        high, after = _measure(cursor, habit, joins=True)
    if after:
        raise Misread("two bounds stand on one number")
    if sense in (Sense.NEARLY, Sense.JUST_OVER):
        return _near(low, high, sense)
    if sense in (Sense.AT_LEAST, Sense.MORE_THAN):
        return Stretch(low, None, low_open=sense is Sense.MORE_THAN)
    return Stretch(None, high, high_open=sense is Sense.LESS_THAN)


def _near(low: Measure, high: Measure, sense: Sense) -> Stretch:
    amounts = [part.amount for part in (*low, *high)]
    if low is not high or any(amount.low != amount.high for amount in amounts):
        raise Misread("“nearly” and “just over” need one exact number")
    nearness = Nearness.NEARLY if sense is Sense.NEARLY else Nearness.JUST_OVER
    return Stretch(low, low, nearness=nearness)


def _narrowed(first: Stretch, second: Stretch) -> Stretch:
    """Join *at least 3* and *fewer than 10*; raises ``Misread`` on two bounds of one side."""
    if first.nearness or second.nearness:
        raise Misread("“nearly” does not go with another bound")
    if (first.low is None) == (second.low is None):
        raise Misread("it has two bounds on the same side")
    lower, upper = (first, second) if first.low is not None else (second, first)
    return Stretch(lower.low, upper.high, lower.low_open, upper.high_open)


def _plain(cursor: Cursor, habit: Habit) -> Stretch:
    low, after = _measure(cursor, habit, joins=True)
    high = low
    if cursor.take(*_RANGE):
        high, after = _measure(cursor, habit, joins=True)
    if after in (Sense.OR_MORE, Sense.OR_LESS):
        return Stretch(low, None) if after is Sense.OR_MORE else Stretch(None, high)
    if after is Sense.JUST_OVER_AFTER:
        return _near(low, high, Sense.JUST_OVER)
    return Stretch(low, high)


def _hedges(cursor: Cursor) -> None:
    """Pass what stands before a number without bounding it, noting *about* and ``?``."""
    while token := cursor.take(*_ROUGH, Sense.FILLER, Sense.FILLER_BEFORE, Sense.THE, Sense.COMMA):
        cursor.is_rough = cursor.is_rough or token.sense in _ROUGH


def _measure(cursor: Cursor, habit: Habit, *, joins: bool) -> tuple[Measure, Sense | None]:
    """Read a number with its unit, and the bound that may follow it (*or more*)."""
    _hedges(cursor)
    band = cursor.take(Sense.SHARE_BAND)
    if band:
        return read_share_band(cursor, band), None
    sign = cursor.take(Sense.MONEY)
    prefix = read_unit(cursor, sign) if sign else None
    part, after = _part(cursor, habit, prefix, joins=joins)
    measure = [part]
    while further := _further_part(cursor, habit, measure[-1], joins=joins):
        measure = _added(measure, further)
        after = _marks(cursor) or after
    return tuple(measure), after


def _part(
    cursor: Cursor, habit: Habit, unit: Unit | None, *, joins: bool
) -> tuple[Part, Sense | None]:
    amount = read_amount(cursor, habit, joins=joins)
    after = _marks(cursor)
    unit = unit or read_unit(cursor, amount=amount)
    return Part(amount, unit), _marks(cursor) or after


def _marks(cursor: Cursor) -> Sense | None:
    """Pass the marks after a number or unit; return the bound among them."""
    found: Sense | None = None
    while token := _mark(cursor):
        cursor.is_rough = cursor.is_rough or token.sense in _ROUGH
        if token.sense in _AFTER:
            found = _AFTER[token.sense]
    return found


def _mark(cursor: Cursor) -> Token | None:
    if cursor.sees(Sense.FILLER_AFTER) and cursor.sees(Sense.WORD, ahead=1):
        return None  # an adjective of the noun: three old men
    token = cursor.peek()
    if token and token.sense in _AT_THE_END and not (cursor.peek(1) or token.text in FORMS):
        return cursor.advance()
    return cursor.take(*_MARKS)


def _further_part(cursor: Cursor, habit: Habit, last: Part, *, joins: bool) -> Part | None:
    """Read the smaller unit of ``5 km 300 m`` or *a mile and a half*."""
    if last.unit is None or not last.unit.has_parts:
        return None
    if half := cursor.take(Sense.PLUS_PART):
        return Part(Amount(half.value, half.value, Fraction(1)), last.unit)
    start, remarks = cursor.at, list(cursor.remarks)
    if joins:
        cursor.take(Sense.AND, Sense.COMMA)
    if not cursor.sees(Sense.NUMERAL, Sense.CARDINAL, Sense.ARTICLE, Sense.FRACTION):
        cursor.at = start
        return None
    part, _ = _part(cursor, habit, None, joins=joins)
    if part.unit is None and last.unit.symbol in _SMALLER and cursor.peek() is None:
        part = replace(part, unit=FORMS[_SMALLER[last.unit.symbol]][0])
    if part.unit is None or part.unit.base != last.unit.base or not _is_smaller(part.unit, last):
        cursor.at, cursor.remarks = start, remarks
        return None
    return part


def _added(measure: list[Part], part: Part) -> list[Part]:
    last = measure[-1]
    if last.unit != part.unit:
        return [*measure, part]
    low, high = last.amount.low + part.amount.low, last.amount.high + part.amount.high
    return [*measure[:-1], Part(replace(last.amount, low=low, high=high), last.unit)]


def _is_smaller(unit: Unit, last: Part) -> bool:
    return last.unit is not None and unit.in_base(Fraction(1)) < last.unit.in_base(Fraction(1))
