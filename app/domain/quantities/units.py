"""Units and their value in the base unit of their dimension.

Values of today's units come from Pint; those of old Russia are added to it by their law. Names
are a closed list of ours, because Pint would read a *pole*, a *hand* or a *barn* as a unit too.
Pint takes about 0.1 s to import and 0.15 s to start (measured, 0.25), so both wait until the
first measure is read; numbers of men never load it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from app.domain.quantities.calendars import days_of_months
from app.domain.quantities.old_measures import OLD_NAMES
from app.domain.quantities.phrases import Language
from app.domain.quantities.unit_names import NAMES, Family, Named

if TYPE_CHECKING:
    from pint import UnitRegistry

_OLD_RUSSIAN: Final = (
    "sazhen = 7 * foot",
    "verst = 500 * sazhen",
    "arshin = sazhen / 3",
    "vershok = arshin / 16",
    "desyatina = 2400 * sazhen ** 2",
    "funt = 0.40951241 * kilogram",
    "pud = 40 * funt",
    "berkovets = 10 * pud",
    "zolotnik = funt / 96",
    "vedro = 0.01229941 * meter ** 3",
    "chetverik = 0.02623874 * meter ** 3",
)
"""Law on measures and weights of 4 June 1899 (O.S.): the funt in kilograms, the sazhen of seven
English feet (as since the ukase of 11 October 1835); desyatina: the treasury's, of 2,400 square
sazhens; the vedro holds 30 funts of water, the chetverik 64."""

_OLD_GERMAN: Final = (
    "prussian_foot = 0.31385350 * meter",
    "prussian_mile = 24000 * prussian_foot",
    "geographic_mile = 7420.44 * meter",
    "prussian_scheffel = 3072 * (prussian_foot / 12) ** 3",
)
"""Prussian order of measures of 16 May 1816: the foot of 139.13 Paris lines; the geographical mile
is a fifteenth of a degree of the equator."""

_COINS: Final = (
    "ruble = [money_of_russia]",
    "kopeck = ruble / 100",
    "pound_sterling = [money_of_britain]",
    "shilling = pound_sterling / 20",
    "penny = pound_sterling / 240",
)
"""Coins before 1971 that are parts of another; money of different names is never converted."""
_SMALL_COINS: Final = {
    "kopeck": "ruble",
    "shilling": "pound sterling",
    "penny": "pound sterling",
}

_BASES: Final = {
    Family.LENGTH: ("meter", "m"),
    Family.MASS: ("kilogram", "kg"),
    Family.AREA: ("meter ** 2", "m^2"),
    Family.VOLUME: ("meter ** 3", "m^3"),
    Family.SPEED: ("meter / second", "m/s"),
    Family.TIME: ("day", "day"),
    Family.MONTHS: ("day", "day"),
    Family.TEMPERATURE: ("degree_Celsius", "°C"),
    Family.SHARE: ("%", "%"),
}
MEASURES: Final = frozenset(symbol for _, symbol in _BASES.values())
"""Every ``Answer.unit`` that measures; any other unit is a noun that is counted."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts: a measure or a noun."""

    symbol: str
    """How it is written in a canonical form; reads back to this unit."""
    base: str
    """The unit that its values are compared in (``m`` for ``km``); a noun is its own."""
    family: Family = Family.COUNTED
    pint: str = ""
    metric: bool = True

    @property
    def has_parts(self) -> bool:
        """Tell whether a smaller unit may follow it in one figure: feet and inches, £ and s."""
        if self.family is Family.COUNTED:
            return self.base in _SMALL_COINS.values()
        return self.family is not Family.SHARE

    @property
    def is_measure(self) -> bool:
        """Tell whether it measures rather than counts."""
        return self.family is not Family.COUNTED

    def in_base(self, value: Fraction) -> tuple[Fraction, Fraction]:
        """Return the least and the greatest value in the base unit that ``value`` may mean.

        They differ for months and years in days and for words that name two units (a ton).
        """
        if self.family in (Family.COUNTED, Family.SHARE):
            factor = _coin(self.pint) if self.pint in _SMALL_COINS else Fraction(self.pint or 1)
            return value * factor, value * factor
        if self.family is Family.MONTHS:
            return days_of_months(value * int(self.pint))
        if self.family is Family.TEMPERATURE:
            degrees = _celsius(self.pint, value)
            return degrees, degrees
        ends = sorted(value * _factor(name, self.family) for name in self.pint.split("|"))
        return ends[0], ends[-1]


NUMBER: Final = Unit("", "")
"""A bare number."""


def counted(noun: str) -> Unit:
    """Return the unit of a folded noun; the empty noun gives ``NUMBER``."""
    whole = _SMALL_COINS.get(noun)
    return Unit(noun, whole, pint=noun) if whole else Unit(noun, noun)


def _measure(family: Family, named: Named) -> Unit:
    return Unit(named.symbol, _BASES[family][1], family, named.pint, named.metric)


def _by_form() -> dict[str, tuple[Unit, Language]]:
    found: dict[str, tuple[Unit, Language]] = {}
    for family, names in (*NAMES.items(), *OLD_NAMES.items()):
        for named in names:
            unit = _measure(family, named)
            found.setdefault(named.symbol.casefold(), (unit, Language.NONE))
            for form, language in named.forms():
                found.setdefault(form.casefold(), (unit, language))
    return found


FORMS: Final = _by_form()
"""Every folded name of a measure, with the unit and the language of the name."""
PERCENT: Final = FORMS["%"][0]


@lru_cache(maxsize=1)
def _registry() -> UnitRegistry[Any]:
    from pint import UnitRegistry

    registry: UnitRegistry[Any] = UnitRegistry(non_int_type=Fraction, cache_folder=None)
    for definition in (*_OLD_RUSSIAN, *_OLD_GERMAN, *_COINS):
        registry.define(definition)
    return registry


@lru_cache(maxsize=256)
def _factor(name: str, family: Family) -> Fraction:
    quantity = Fraction(1) * _registry().parse_expression(name)
    return Fraction(quantity.to(_BASES[family][0]).magnitude)


@lru_cache(maxsize=16)
def _coin(name: str) -> Fraction:
    whole = _SMALL_COINS[name].replace(" ", "_")
    return Fraction((Fraction(1) * _registry().parse_expression(name)).to(whole).magnitude)


def _celsius(name: str, value: Fraction) -> Fraction:
    return Fraction(_registry().Quantity(value, name).to("degree_Celsius").magnitude)
