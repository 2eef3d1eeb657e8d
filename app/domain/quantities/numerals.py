"""Numbers written in figures, with the separators of three languages.

A lone sign before exactly three figures may part thousands or begin decimals. It is read by the
rule in ``read_numeral``, and the reading says so: nothing ambiguous passes in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

LONGEST: Final = 21
"""Most figures of a number: beyond it there is no quantity that a historian counts."""

_GROUPED = re.compile(r"[0-9]{1,3}(?:(?P<sign>[., '])[0-9]{3})(?:(?P=sign)[0-9]{3})*")


class IllFormedNumberError(Exception):
    """Figures and separators that make no number; the text says why."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What the words around a number tell about its separators."""

    decimal_sign: str = ""
    """``,`` among German or Russian words, ``.`` among English ones, empty when undecided."""
    divisible: bool = False
    """Whether what is counted comes in fractions (a measure, a share, millions); men do not."""
    share: bool = False
    """Whether per cent are counted, which seldom run to thousands."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from figures."""

    value: Fraction
    place: Fraction
    """One unit of the last printed place: ``4.80`` has 1/100."""
    remark: str = ""


def read_numeral(figures: str, habit: Habit) -> Numeral:
    """Read figures with separators; raises ``IllFormedNumberError`` when they make no number.

    Of two different signs the last one begins the decimals. A sign that comes twice parts
    thousands. A lone sign before exactly three figures (not after a leading zero) parts
    thousands, unless fractions make sense and the words' language has it as its decimal sign;
    in no language (``10.668 km``) the full stop does, save before a final nought (``1.500 kg``).
    """
    signs = [letter for letter in figures if not letter.isdigit()]
    if sum(letter.isdigit() for letter in figures) > LONGEST:
        raise IllFormedNumberError("the number is too long")
    if not signs:
        return Numeral(Fraction(int(figures)), Fraction(1))
    last = signs[-1]
    if last in ".," and signs.count(last) == 1 and _begins_decimals(figures, last, habit):
        return _with_decimals(figures, last, habit)
    whole = _ungrouped(figures)
    remark = ""
    if len(signs) == 1 and last == ".":
        remark = f"The full stop in {figures} was read as parting thousands: {int(whole):,}."
    return Numeral(Fraction(int(whole)), Fraction(1), remark)


def _begins_decimals(figures: str, sign: str, habit: Habit) -> bool:
    before, after = figures.rsplit(sign, 1)
    if not before.isdigit():
        return True
    if len(after) != 3 or before.startswith("0") or len(before) > 3:
        return True
    if not habit.divisible:
        return False
    if habit.share or habit.decimal_sign:
        return habit.share or habit.decimal_sign == sign
    return sign == "." and not after.endswith("0")


def _with_decimals(figures: str, sign: str, habit: Habit) -> Numeral:
    before, after = figures.rsplit(sign, 1)
    whole = _ungrouped(before or "0")
    place = Fraction(1, 10 ** len(after))
    value = int(whole) + int(after) * place
    remark = "" if habit.decimal_sign == sign else _decimal_remark(figures, before, after, sign)
    return Numeral(value, place, remark)


def _decimal_remark(figures: str, before: str, after: str, sign: str) -> str:
    if not before.isdigit():
        return ""
    if sign == ",":
        return f"The comma in {figures} was read as a decimal comma."
    if len(after) == 3 and len(before) <= 3 and not before.startswith("0"):
        return f"The full stop in {figures} was read as a decimal point."
    return ""


def _ungrouped(figures: str) -> str:
    if figures.isdigit():
        return figures
    if not _GROUPED.fullmatch(figures):
        raise IllFormedNumberError(f"the separators in “{figures}” stand in no known order")
    return re.sub(r"[^0-9]", "", figures)
