"""How far two sets of days or figures lie apart, in words: ``more than 1 year``, ``at least 2``."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from app.domain.answers import Kind
from app.domain.dates import civil
from app.domain.quantities import MEASURES, SCALE, describe_quantity
from app.domain.sets import Allowed

_FEW_DAYS: Final = 60
"""Up to here a distance is said in days, beyond in months and years."""
_LONG: Final = 10
"""Years from which odd months are no longer said."""
_SLIVER: Final = 2
"""Millionths by which open ends fall short of their figure; no distance at all."""
_PLACE: Final = SCALE // 100
_FIGURES: Final = 4
"""How many figures of a distance with decimals are shown."""
_YEAR: Final = 365.2425
"""Mean days of a Gregorian year."""


def describe_distance(kind: Kind, unit: str, ours: Allowed, theirs: Allowed) -> str:
    """Say how far two disjoint sets lie apart where they are nearest.

    ``unit`` is that of the answers. Empty where no distance can be said: for kinds that have
    none, for sets that touch or of which one is empty.
    """
    nearest = _nearest(ours, theirs) if kind in (Kind.DATE, Kind.QUANTITY) else None
    if nearest is None:
        return ""
    is_exact = ours.size == theirs.size == 1
    if kind is Kind.DATE:
        return _days_apart(*nearest, is_exact=is_exact)
    return _figures_apart(nearest[1] - nearest[0], unit, is_exact=is_exact)


def _nearest(ours: Allowed, theirs: Allowed) -> tuple[int, int] | None:
    """Return the ends of the narrowest gap that parts the two sets, the lower first."""
    marked = sorted(
        (*((span, 0) for span in ours.spans), *((span, 1) for span in theirs.spans)),
    )
    gaps = [
        (before[1], after[0]) for (before, one), (after, other) in pairwise(marked) if one != other
    ]
    return min(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _days_apart(first: int, last: int, *, is_exact: bool) -> str:
    exact = "" if is_exact else "at least "
    days = last - first
    if days <= _FEW_DAYS:
        return f"{exact}{_counted(days, 'day')}"
    year, month, day = civil(first)
    last_year, last_month, last_day = civil(last)
    months = 12 * (last_year - year) + last_month - month - (last_day < day)
    is_short = last_day != day or (months >= 12 * _LONG and months % 12 > 0)
    return f"{'more than ' if is_short else exact}{_in_months(months)}"


def _in_months(months: int) -> str:
    """Return ``2 years and 4 months``; the odd months of many years are left out."""
    years, odd = divmod(months, 12)
    words = [_counted(years, "year")] if years else []
    if odd and years < _LONG:
        words.append(_counted(odd, "month"))
    return " and ".join(words)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _figures_apart(gap: int, unit: str, *, is_exact: bool) -> str:
    if gap <= _SLIVER:
        return ""
    if unit == "day" and gap > _FEW_DAYS * SCALE:
        return f"about {_in_months(round(gap * 12 / (_YEAR * SCALE)))}"
    shown = gap if unit == "day" else _rounded(gap)
    words = describe_quantity(Allowed.of((shown, shown)), unit if unit in MEASURES else "")
    if unit == "%":
        words = words.replace(" %", " percentage point" + ("" if shown == SCALE else "s"))
    if abs(shown - gap) > _SLIVER:
        return f"about {words}"
    return words if is_exact else f"at least {words}"


def _rounded(gap: int) -> int:
    """Return a gap without the slivers of open ends, and with four figures where it is odd."""
    near = round(gap / _PLACE) * _PLACE
    if near and abs(near - gap) <= _SLIVER:
        gap = near
    step = int(min(SCALE, 10 ** max(len(str(gap)) - _FIGURES, 0)))
    return round(gap / step) * step
