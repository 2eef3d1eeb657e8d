"""``(rounded to thousands)``: a precision. A bare ``(rounded)`` is rough besides, as *about* is.

At its word a bare one is rounded to the zeros at its end; how far it really was, nobody says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from app.domain.quantities.numerals import Habit, IllFormedNumberError, read_numeral


@dataclass(frozen=True, slots=True)
class Rounding:
    """That a figure was rounded: to a step, and to the nearest one, up or down."""

    step: Fraction | None
    """``None`` where the text does not say, until the zeros at the end of the figure tell."""
    direction: str = ""
    """``up``, ``down`` or empty for the nearest."""

    def ends(self, value: Fraction) -> tuple[Fraction, Fraction]:
        """Return what may have been rounded to ``value``: the least, and the first too great."""
        step = self.step or Fraction(1)
        if self.direction == "up":
            return value - step, value
        if self.direction == "down":
            return value, value + step
        return value - step / 2, value + step / 2


_STEPS: Final = {
    form: int(step)
    for row in (
        "1: unit units whole_number whole_numbers integer ganze einer целых единиц",
        "10: ten tens zehn zehner десятков десятка десяти",
        "100: hundred hundreds hundert hunderter сотен сотни ста",
        "1000: thousand thousands tausend tausender тысяч тысячи",
        "10000: ten_thousand ten_thousands zehntausend zehntausender десятков_тысяч",
        "100000: hundred_thousand hundred_thousands hunderttausend hunderttausender сотен_тысяч",
        "1000000: million millions millionen миллионов миллиона",
    )
    for step, _, forms in [row.partition(":")]
    for form in forms.replace("_", "\t").split(" ")
    if form
    for form in [form.replace("\t", " ")]
}
_WORDS = "|".join(sorted(_STEPS, key=len, reverse=True))
_STEP = rf"(?P<step>(?:{_WORDS})\b|[0-9](?:[0-9., ']*[0-9])?\b)"
_NEAREST = r"(?: to)?(?: the)?(?: nearest| next| full)*"
_PATTERNS: Final = tuple(
    re.compile(rf"[(\[,]?\s*(?<![^\W\d_])(?:{pattern})\s*[)\]]?")
    for pattern in (
        rf"rounded(?: off)?(?P<up> up)?(?P<down> down)?(?:{_NEAREST} {_STEP})?(?!\w)",
        rf"to the nearest {_STEP}",
        r"(?:in |a )?round (?:figures?|numbers?)\b",
        rf"auf (?:(?:volle|ganze|die nächsten) )?{_STEP} (?P<up>auf)?(?P<down>ab)?gerundet\b",
        rf"(?P<up>auf)?(?P<down>ab)?gerundet(?: auf (?:(?:volle|ganze) )?{_STEP})?",
        rf"(?:с )?округл\w*(?P<up> вверх)?(?P<down> вниз)?(?: до {_STEP})?",
    )
)


def take_rounding(folded: str) -> tuple[str, Rounding | None]:
    """Return the text without its remark on rounding, and the remark read (or ``None``)."""
    for pattern in _PATTERNS:
        match = pattern.search(folded)
        if match:
            parts = match.groupdict()
            rest = " ".join((folded[: match.start()] + " " + folded[match.end() :]).split())
            if parts.get("step") and not any(letter.isalnum() for letter in rest):
                rest, parts["step"] = parts["step"] or "", None  # rounded to 147,000
            direction = "up" if parts.get("up") else "down" if parts.get("down") else ""
            return rest, Rounding(_step(parts.get("step")), direction)
    return folded, None


def _step(text: str | None) -> Fraction | None:
    if not text:
        return None
    if text in _STEPS:
        return Fraction(_STEPS[text])
    try:
        return read_numeral(text, Habit()).value or None
    except IllFormedNumberError:
        return None
