"""The statement of a quantity once its words are understood, before it becomes sets."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from fractions import Fraction

from app.domain.quantities.rounding import Rounding
from app.domain.quantities.units import Unit


class Misread(Exception):  # noqa: N818  (a reason handed up inside the package, never to the user)
    """Why a text is no quantity; the caller puts it into the sentence that names the text."""


class Nearness(enum.StrEnum):
    """A figure that is said to be missed by a little."""

    NONE = ""
    NEARLY = "nearly"
    JUST_OVER = "just over"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or the span that a vague word means."""

    low: Fraction
    high: Fraction
    place: Fraction | None = None
    """One unit of the last printed place; ``None`` for vague words."""
    scale: Fraction = Fraction(1)
    """What its last word multiplied by (a million); a range may lend it to its lower end."""
    is_fraction: bool = False
    """Whether it was written as a proper fraction (``1/2``, half): a share when nothing follows."""

    def times(self, factor: Fraction) -> Amount:
        """Return it multiplied."""
        place = None if self.place is None else self.place * factor
        return Amount(self.low * factor, self.high * factor, place, self.scale * factor)


@dataclass(frozen=True, slots=True)
class Part:
    """An amount of one unit; ``None`` while no unit was named."""

    amount: Amount
    unit: Unit | None = None


Measure = tuple[Part, ...]
"""One quantity in one or several units: ``5 km 300 m``."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One range of quantities; ``None`` is an open end."""

    low: Measure | None
    high: Measure | None
    low_open: bool = False
    high_open: bool = False
    nearness: Nearness = Nearness.NONE

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Return its ends as far as given, one when both are the same."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return tuple(ends[:1] if self.low is self.high else ends)


@dataclass(frozen=True, slots=True)
class Statement:
    """All that a text says about a quantity."""

    stretches: tuple[Stretch, ...]
    is_rough: bool = False
    """Whether it is marked *about*, ``~`` or ``?``."""
    rounding: Rounding | None = None
    remarks: tuple[str, ...] = ()
    noun: str = ""
    """The noun counted, in the words of the text."""
