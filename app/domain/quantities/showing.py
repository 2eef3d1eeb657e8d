"""Quantities in words: for the reading line, for sentences, and as a canonical form."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from app.domain.quantities.calendars import months_of_days
from app.domain.quantities.extents import SCALE
from app.domain.quantities.nouns import plural
from app.domain.quantities.statement import Measure, Nearness, Part, Statement, Stretch
from app.domain.quantities.unit_names import Family
from app.domain.quantities.units import MEASURES, NUMBER
from app.domain.sets import FIRST, LAST, Allowed, Span

_PLACES: Final = 6
_FIGURES: Final = 5
"""How many figures of a number with decimals are shown."""
_ROUND: Final = SCALE // 100
_CLOCK: Final = (("hour", 24), ("minute", 1440), ("second", 86_400))


def describe_quantity(allowed: Allowed, unit: str) -> str:
    """Return a set of quantities in words, for sentences: ``at least 3 soldiers``.

    ``unit`` is an ``Answer.unit``. Spans of days that are whole months or years are said so.
    """
    if allowed.is_empty:
        return "no quantity"
    if unit == "day":
        if spoken := _in_months(allowed):
            return spoken
        allowed, unit = _in_clock_time(allowed)
    words = " or ".join(_span_words(span, unit) for span in allowed.spans)
    return _with_unit(words, unit, _is_one(allowed))


def describe_range(allowed: Allowed, unit: str) -> str:
    """Return the bare range of a set, as shown after a figure: ``720–1,080``."""
    return describe_quantity(allowed, "" if unit not in MEASURES else unit)


def _is_one(allowed: Allowed) -> bool:
    return allowed.spans == ((SCALE, SCALE),)


def _with_unit(words: str, unit: str, is_one: bool) -> str:
    if not unit:
        return words.removesuffix(" of")
    if unit in MEASURES and unit != "day":
        return f"{words} {unit.replace('^2', '²').replace('^3', '³')}"
    return f"{words} {unit if is_one else plural(unit)}"


def _span_words(span: Span, unit: str) -> str:
    low, high = span
    if unit == "%" and 0 < low < high == 100 * SCALE:
        high = LAST  # no part is more than the whole
    if low <= FIRST and high >= LAST:
        return "any number of"
    if low == high:
        return _number(low)
    if high >= LAST:
        return f"more than {_number(low - 1)}" if _is_open(low - 1) else f"at least {_number(low)}"
    upper = f"less than {_number(high + 1)}" if _is_open(high + 1) else ""
    if low <= 0 and (low == 0 or low <= FIRST):
        return upper or f"up to {_number(high)}"
    if _is_open(low - 1):
        return f"more than {_number(low - 1)} and {upper or f'at most {_number(high)}'}"
    return f"from {_number(low)} to {upper}" if upper else f"{_number(low)}–{_number(high)}"


def _is_open(figure: int) -> bool:
    """Tell whether an end stands one millionth off a round figure, which it leaves out."""
    return figure % _ROUND == 0


def _number(millionths: int) -> str:
    """Return a number with all its whole figures, and decimals up to five figures in all."""
    sign = "−" if millionths < 0 else ""
    figures = _rounded(abs(millionths))
    whole, rest = divmod(figures, SCALE)
    decimals = f".{rest:0{_PLACES}}".rstrip("0").rstrip(".")
    return f"{sign}{whole:,}{decimals}"


def _rounded(millionths: int) -> int:
    if millionths % _ROUND == 0:
        return millionths
    spare = len(str(millionths)) - _FIGURES
    step = int(min(SCALE, 10 ** max(spare, 0)))
    return (millionths + step // 2) // step * step


def is_shown_exactly(allowed: Allowed) -> bool:
    """Tell whether ``describe_quantity`` shows every end with all its decimals."""
    ends = (end for span in allowed.spans for end in span if FIRST < end < LAST)
    return all(_rounded(abs(end)) == abs(end) or _is_open(end - 1) for end in ends)


def _in_clock_time(allowed: Allowed) -> tuple[Allowed, str]:
    """Return days as hours, minutes or seconds where they are few and not whole."""
    ends = [end for span in allowed.spans for end in span if FIRST < end < LAST]
    greatest = max(ends, default=0)
    if greatest >= 2 * SCALE or all(end % SCALE == 0 for end in ends):
        return allowed, "day"
    name, parts = next(
        (name, parts)
        for name, parts in _CLOCK
        if greatest * parts >= SCALE - parts or name == "second"
    )
    spans = [
        (low if low <= FIRST else low * parts, high if high >= LAST else high * parts)
        for low, high in allowed.spans
    ]
    return Allowed.of(*((_settled(low, parts), _settled(high, parts)) for low, high in spans)), name


def _settled(figure: int, parts: int) -> int:
    """Undo the rounding of an hour to millionths of a day."""
    if not FIRST < figure < LAST:
        return figure
    steps = (SCALE, SCALE // 10, _ROUND)
    near = (round(Fraction(figure, step)) * step for step in steps)
    return next((value for value in near if abs(value - figure) <= parts), figure)


def _in_months(allowed: Allowed) -> str:
    """Return ``21 years`` for the days that 21 years may have; empty where that does not fit."""
    if len(allowed.spans) != 1 or allowed.first <= 0 or allowed.last >= LAST:
        return ""
    first = months_of_days(Fraction(allowed.first, SCALE), fewest=True)
    last = months_of_days(Fraction(allowed.last, SCALE), fewest=False)
    if first is None or last is None or last < first:
        return ""
    step, name = (12, "year") if first % 12 == last % 12 == 0 else (1, "month")
    low, high = first // step, last // step
    ends = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"{ends} {name if ends == '1' else plural(name)}"


def canonical_of(statement: Statement) -> str:
    """Return the form that reads back to the same sets: ``~900..1000 person``."""
    words = " or ".join(_stretch(stretch) for stretch in statement.stretches)
    rounding = statement.rounding
    if rounding is not None:
        direction = f" {rounding.direction}" if rounding.direction else ""
        step = f" to {plain_number(rounding.step)}" if rounding.step else ""
        words = f"{words} (rounded{direction}{step})"
    return f"~{words}" if statement.is_rough else words


def show_as_written(statement: Statement) -> str:
    """Return the figures in the units of the text where the base unit is another, else nothing."""
    parts = [part for s in statement.stretches for m in s.measures for part in m]
    units = [part.unit for part in parts if part.unit]
    endless = any(_is_endless(value) for part in parts for value in _ends(part))
    if not endless and all(unit.symbol == unit.base for unit in units):
        return ""
    words = " or ".join(_stretch(stretch) for stretch in statement.stretches)
    words = re.sub(r"(\d+)/(\d+) %", lambda m: str(Fraction(int(m[1]), 100 * int(m[2]))), words)
    words = re.sub(r"(\.\d{3})0(?!\d)", r"\1", words)
    words = words.replace(">= ", "at least ").replace("<= ", "up to ").replace("..", "–")
    words = words.replace("> ", "more than ").replace("< ", "less than ")
    for symbol in {unit.symbol for unit in units if _is_word(unit.symbol)}:
        words = re.sub(
            rf"(?<!\d)(?<!\.)\b(?!1 )([\d./]+) {symbol}\b", rf"\1 {plural(symbol)}", words
        )
    return words.replace("^2", "²").replace("^3", "³")


def _ends(part: Part) -> tuple[Fraction, Fraction]:
    return part.amount.low, part.amount.high


def _is_endless(value: Fraction) -> bool:
    """Tell whether no decimals can write a number to its end (a third)."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest != 1


def _is_word(symbol: str) -> bool:
    return (
        symbol.replace(" ", "").replace("-", "").isalpha() and len(symbol) > 2 and symbol != "mph"
    )


def _stretch(stretch: Stretch) -> str:
    if stretch.nearness is not Nearness.NONE and stretch.low is not None:
        return f"{stretch.nearness} {_measure(stretch.low)}"
    if (
        stretch.low is not None
        and stretch.high is not None
        and not (stretch.low_open or stretch.high_open)
    ):
        return _range(stretch.low, stretch.high)
    lower = f"{'>' if stretch.low_open else '>='} {_measure(stretch.low)}" if stretch.low else ""
    upper = f"{'<' if stretch.high_open else '<='} {_top(stretch.high)}" if stretch.high else ""
    return " and ".join(part for part in (lower, upper) if part)


def _range(low: Measure, high: Measure) -> str:
    """Return both ends, with one unit for both unless it is a share or they differ."""
    if _measure(low) == _top(high):
        return _measure(low)
    first, last = low[-1].unit, high[-1].unit
    if len(low) > 1 or first != last or (first and first.family is Family.SHARE):
        return f"{_measure(low)}..{_top(high)}"
    return f"{plain_number(low[0].amount.low)}..{_top(high)}"


def _measure(measure: Measure) -> str:
    return " ".join(_part(part, part.amount.low) for part in measure)


def _top(measure: Measure) -> str:
    return " ".join(_part(part, part.amount.high) for part in measure)


def _part(part: Part, value: Fraction) -> str:
    unit = part.unit or NUMBER
    return f"{plain_number(value)} {unit.symbol}".rstrip()


def plain_number(value: Fraction) -> str:
    """Return a number that every habit of separators reads alike: ``12.3440``, ``100/3``."""
    if value.denominator == 1:
        return str(value.numerator)
    if _is_endless(value):
        return f"{value.numerator}/{value.denominator}"
    places = next(n for n in range(1, 400) if (value * 10**n).denominator == 1)
    places = 4 if places == 3 else places
    digits = f"{abs(value) * 10**places}".rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"
