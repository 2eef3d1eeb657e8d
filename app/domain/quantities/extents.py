"""From a statement to the sets that it allows, in millionths of the base unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import Final

from app.domain.quantities.nouns import WHOLE
from app.domain.quantities.rounding import Rounding
from app.domain.quantities.statement import Amount, Measure, Misread, Nearness, Statement, Stretch
from app.domain.quantities.unit_names import Family
from app.domain.quantities.units import NUMBER, Unit
from app.domain.sets import FIRST, LAST, Allowed, Span

SCALE: Final = 1_000_000
"""A set counts millionths of the base unit."""
ALLOWANCE: Final = Fraction(1, 5)
"""How far *about*, ``~`` and ``?`` stretch each end, as a part of it."""
NEAR: Final = Fraction(1, 10)
"""How far from the figure *nearly* and *just over* reach."""
CONVERSION: Final = Fraction(1, 100)
"""The most that a measure outside the metric system is widened for rounded conversions."""
_PLACES: Final = 9
_GREATEST: Final = Fraction(10**22)


@dataclass(frozen=True, slots=True)
class _Loosening:
    """How much an end gives way: parts of its value down and up, rounding, rounded conversion."""

    down: Fraction = Fraction(0)
    up: Fraction = Fraction(0)
    rounding: Rounding | None = None
    conversion: bool = False


def unit_of(statement: Statement) -> Unit:
    """Return the unit of a statement: that of its first number."""
    return statement.stretches[0].measures[0][0].unit or NUMBER


def sets_of(statement: Statement, allowance: Fraction = ALLOWANCE) -> tuple[Allowed, Allowed]:
    """Return the strict and the widened set; raises ``Misread`` when nothing is allowed.

    Widened are *about* (``allowance`` of each end), *nearly* and *just over* (the same about the
    figure named), and what is printed rounded in another unit: measures outside the metric
    system, and fractions like a third in per cent. *More than half* ends at the whole.
    """
    rounding = statement.rounding
    rough = allowance if statement.is_rough else Fraction(0)
    spans = [_strict(stretch, rounding) for stretch in statement.stretches]
    if any(first > last for first, last in spans):
        raise Misread("no quantity is left between its ends; the smaller one comes first")
    said = Allowed.of(*spans)
    loose = [
        _Loosening(allowance, allowance, rounding)
        if stretch.nearness
        else _Loosening(rough, rough, rounding, conversion=True)
        for stretch in statement.stretches
    ]
    wide = [_span(*pair) for pair in zip(statement.stretches, loose, strict=True)]
    return said, said.union(Allowed.of(*wide))


def _strict(stretch: Stretch, rounding: Rounding | None) -> Span:
    if not stretch.nearness:
        return _span(stretch, _Loosening(rounding=rounding))
    (measure,) = stretch.measures
    figure = _in_base(measure, _Loosening())
    if stretch.nearness is Nearness.NEARLY:
        low = _in_base(measure, _Loosening(down=NEAR))[0]
        return _span_of(measure, (low, False), (figure[0], True))
    high = _in_base(measure, _Loosening(up=NEAR))[1]
    return _span_of(measure, (figure[1], True), (high, False))


def _span(stretch: Stretch, loose: _Loosening) -> Span:
    """Return the span of a stretch; an open bound lies beyond all that its figure may mean."""
    rounding = loose.rounding
    measure = stretch.measures[0]
    low: tuple[Fraction, bool] | None = None
    high: tuple[Fraction, bool] | None = None
    if stretch.low is not None:
        is_open = stretch.low_open and not loose.down
        end = _in_base(stretch.low, loose, beyond=is_open)[0]
        low = (end, is_open or (rounding is not None and rounding.direction == "up"))
    if stretch.high is not None:
        is_open = stretch.high_open and not loose.up
        end = _in_base(stretch.high, loose, beyond=is_open)[1]
        high = (end, is_open or (rounding is not None and rounding.direction != "up"))
    return _span_of(measure, low, high)


def _span_of(
    measure: Measure, low: tuple[Fraction, bool] | None, high: tuple[Fraction, bool] | None
) -> Span:
    unit = measure[0].unit or NUMBER
    whole = unit.base in WHOLE
    least = FIRST if unit.family is Family.TEMPERATURE else 0
    most = LAST
    if unit.family is Family.SHARE and low is not None and low[0] < 100:
        most = 100 * SCALE
    return (
        least if low is None else max(least, _first(*low, whole=whole)),
        most if high is None else _last(*high, whole=whole),
    )


def _first(value: Fraction, is_open: bool, *, whole: bool) -> int:
    if whole and is_open:
        return (floor(value) + 1) * SCALE
    return _millionths(value) + is_open


def _last(value: Fraction, is_open: bool, *, whole: bool) -> int:
    if whole and is_open:
        return (ceil(value) - 1) * SCALE
    return _millionths(value) - is_open


def _millionths(value: Fraction) -> int:
    if abs(value) > _GREATEST:
        raise Misread("the number is too great")
    return round(value * SCALE)


def _in_base(
    measure: Measure, loose: _Loosening, *, beyond: bool = False
) -> tuple[Fraction, Fraction]:
    """Return the least and greatest value of a measure in the base unit, loosened.

    ``beyond`` swaps what an inexact unit (a month) may mean: for *more than* and *less than*.
    """
    least, most = Fraction(0), Fraction(0)
    for part in measure:
        unit = part.unit or NUMBER
        loosening = loose if part is measure[-1] else replace(loose, conversion=False)
        low, high = _loosened(part.amount, unit, loosening)
        least += unit.in_base(low)[1 if beyond else 0]
        most += unit.in_base(high)[0 if beyond else 1]
    return least, most


def _loosened(amount: Amount, unit: Unit, loose: _Loosening) -> tuple[Fraction, Fraction]:
    low, high = amount.low, amount.high
    if loose.rounding:
        low, high = loose.rounding.ends(low)[0], loose.rounding.ends(high)[1]
    down = _conversion(low, unit) if loose.conversion else Fraction(0)
    up = _conversion(high, unit) if loose.conversion else Fraction(0)
    return low - max(abs(low) * loose.down, down), high + max(abs(high) * loose.up, up)


def _conversion(value: Fraction, unit: Unit) -> Fraction:
    """Return by how much a figure may be missed where it is printed in another unit.

    A measure outside the metric system: half of its last decimal place, at most ``CONVERSION``
    of it. A fraction that no decimal can give in per cent (two thirds): to the further of the
    whole per cents about it, as it may be printed rounded or cut off.
    """
    places = next((n for n in range(_PLACES) if (value * 10**n).denominator == 1), None)
    if unit.metric:
        endless = places is None and unit.family is Family.SHARE
        return max(value - floor(value), ceil(value) - value) if endless else Fraction(0)
    margin = abs(value) * CONVERSION
    return margin if places is None else min(margin, Fraction(1, 2 * 10**places))
