"""What the parts of one statement lend each other: scale, unit, and being a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from app.domain.quantities.rounding import Rounding
from app.domain.quantities.statement import Amount, Measure, Misread, Part, Stretch
from app.domain.quantities.unit_names import Family
from app.domain.quantities.units import NUMBER, PERCENT, Unit

_TOO_GREAT: Final = 10**18
"""Far above what anything in history was counted at, and safely written in figures."""


def agreed(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Give every number its scale and unit; raises ``Misread`` when units do not go together.

    ``1.5-2 million`` lends the million to 1.5, ``900 to 1000 men`` the men to 900. A proper
    fraction of nothing or of counted things is a share: one half is 50 %.
    """
    measures = [measure for stretch in stretches for measure in stretch.measures]
    measures = _with_scales(measures)
    units = _units(measures)
    measures = [
        _shared(measure, unit, measures) for measure, unit in zip(measures, units, strict=True)
    ]
    _check(measures)
    return tuple(_put_back(stretches, measures))


def _put_back(stretches: Sequence[Stretch], measures: list[Measure]) -> list[Stretch]:
    rest = iter(measures)
    found = []
    for stretch in stretches:
        if stretch.low is stretch.high:
            both = next(rest)
            found.append(replace(stretch, low=both, high=both))
            continue
        low = next(rest) if stretch.low is not None else None
        high = next(rest) if stretch.high is not None else None
        found.append(replace(stretch, low=low, high=high))
    return found


def _with_scales(measures: list[Measure]) -> list[Measure]:
    found = list(measures)
    for index in range(len(found) - 2, -1, -1):
        part, following = found[index][0], found[index + 1][0].amount
        if len(found[index]) == 1 and _takes_scale(part, following):
            found[index] = (replace(part, amount=part.amount.times(following.scale)),)
    return found


def _takes_scale(part: Part, following: Amount) -> bool:
    amount = part.amount
    return (
        part.unit is None
        and amount.scale == 1 != following.scale
        and following.low != following.scale
        and 0 < amount.low <= amount.high
        and amount.high * following.scale <= following.low
    )


def _units(measures: Sequence[Measure]) -> list[Unit | None]:
    """Return the unit of each measure's last part: its own, the next one's or the last one's."""
    own = [measure[-1].unit for measure in measures]
    found: list[Unit | None] = []
    for index in range(len(own)):
        near = [*own[index:], *reversed(own[:index])]
        found.append(next((unit for unit in near if unit is not None), None))
    return found


def _shared(measure: Measure, unit: Unit | None, measures: Sequence[Measure]) -> Measure:
    *parts, last = measure
    if last.unit is None and _is_share(last.amount, unit, measures):
        amount = last.amount.times(Fraction(100))
        return (*parts, Part(replace(amount, scale=Fraction(1)), PERCENT))
    if last.unit is None and last.amount.is_fraction and not (unit and unit.is_measure):
        raise Misread(
            "a fraction stands beside a whole number; write both as shares or as decimals"
        )
    return (*parts, replace(last, unit=last.unit or unit or NUMBER))


def _is_share(amount: Amount, unit: Unit | None, measures: Sequence[Measure]) -> bool:
    if not amount.is_fraction:
        return False
    bare = [m[-1].amount for m in measures if m[-1].unit is None]
    all_fractions = all(other.is_fraction for other in bare)
    if unit is None or not unit.is_measure:
        return all_fractions
    return unit.family is Family.SHARE and not all(m[-1].amount.is_fraction for m in measures)


def rounding_of(stretches: Sequence[Stretch], rounding: Rounding) -> Rounding:
    """Give a rounding its step: where none is named, the zeros at the end of the figures tell.

    Of several figures the least round one tells. Raises ``Misread`` on vague words.
    """
    amounts = [part.amount for s in stretches for m in s.measures for part in m]
    if any(amount.place is None for amount in amounts):
        raise Misread("only a number in figures or words can be rounded")
    return replace(rounding, step=rounding.step or min(map(_zeros, amounts)))


def _zeros(amount: Amount) -> Fraction:
    place = amount.place or Fraction(1)
    while amount.low and place >= 1 and amount.low % (place * 10) == 0:
        place *= 10
    return place


def _check(measures: Sequence[Measure]) -> None:
    units = [part.unit for measure in measures for part in measure if part.unit]
    if len({unit.base for unit in units}) > 1:
        first, other = list(dict.fromkeys(unit.symbol or "a bare number" for unit in units))[:2]
        raise Misread(f"it gives two different units, {first} and {other}; record two claims")
    for measure in measures:
        for part in measure:
            if part.amount.high >= _TOO_GREAT:
                raise Misread("the number is too great")
            if part.amount.low < 0 and not (part.unit and part.unit.family is Family.TEMPERATURE):
                raise Misread("a quantity is never below zero, save a temperature (°C)")
