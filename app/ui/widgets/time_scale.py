"""Days on a line: which stretch of time is in view, and where its axis has ticks.

Days are proleptic Gregorian day numbers, as in the sets of answers; no Qt here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from app.domain.dates import civil, day_number
from app.domain.dates.calendar import MONTHS, year_name

_FEWEST_DAYS = 4.0
_MOST_DAYS = 366.0 * 40_000
_MARGIN = 0.04
"""Of the whole stretch, left free at both ends."""
_STEPS = (
    ("day", 1), ("day", 2), ("day", 7), ("day", 14), ("month", 1), ("month", 3), ("month", 6),
    *(("year", digit * 10**power) for power in range(5) for digit in (1, 2, 5)),
)  # fmt: skip
_DAYS = {"day": 1.0, "month": 30.4, "year": 365.2}


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The stretch of time in view, and how days become places on the screen."""

    low: float
    """Day at the left edge."""
    high: float
    """Day at the right edge."""
    width: float = 1.0
    """Of the line, in pixels."""

    @property
    def span(self) -> float:
        """Return how many days are in view."""
        return self.high - self.low

    def place(self, day: float) -> float:
        """Return where a day begins, in pixels from the left edge."""
        return (day - self.low) * self.width / self.span

    def day_at(self, place: float) -> float:
        """Return the day at a place in pixels."""
        return self.low + place * self.span / self.width

    def zoomed(self, factor: float, place: float | None = None) -> TimeScale:
        """Return the stretch made ``factor`` times as long around a place, else the middle."""
        span = min(max(self.span * factor, _FEWEST_DAYS), _MOST_DAYS)
        share = 0.5 if place is None else place / self.width
        low = self.low + (self.span - span) * share
        return TimeScale(low, low + span, self.width)

    def moved(self, share: float) -> TimeScale:
        """Return the stretch moved by a share of its own length, later where positive."""
        by = self.span * share
        return TimeScale(self.low + by, self.high + by, self.width)

    def kept_within(self, whole: TimeScale) -> TimeScale:
        """Return the stretch moved back so far that some of the whole stays in view."""
        if self.low > whole.high - self.span * _MARGIN:
            return self.moved((whole.high - self.low) / self.span - 0.5)
        if self.high < whole.low + self.span * _MARGIN:
            return self.moved((whole.low - self.high) / self.span + 0.5)
        return self


def whole_scale(days: Iterable[int], width: float = 1.0) -> TimeScale | None:
    """Return the stretch that shows all the given days; ``None`` where there are none."""
    known = list(days)
    if not known:
        return None
    low, high = min(known), max(known) + 1
    margin = max((high - low) * _MARGIN, 2.0)
    return TimeScale(low - margin, high + margin, width)


def ticks(scale: TimeScale, most: int) -> list[tuple[int, str]]:
    """Return at most ``most`` round days in view with their names, from days to millennia."""
    for unit, step in _STEPS:
        if scale.span / (_DAYS[unit] * step) <= max(most, 1):
            return list(_marks(scale, unit, step))
    return []


def _marks(scale: TimeScale, unit: str, step: int) -> Iterator[tuple[int, str]]:
    first, last = int(scale.low), ceil(scale.high)
    if unit == "day":
        for day in range(first + (1 - first) % step, last, step):
            year, month, dom = civil(day)
            yield day, f"{dom} {MONTHS[month - 1]} {year_name(year)}"
        return
    months = step if unit == "month" else 12 * step
    year, month, _ = civil(first)
    count = -(-(12 * year + month - 1) // months) * months
    while (day := day_number(_round_year(count // 12, unit, step), count % 12 + 1, 1)) < last:
        if day >= first:
            name = year_name(civil(day)[0])
            yield day, f"{MONTHS[count % 12]} {name}" if unit == "month" else name
        count += months


def _round_year(year: int, unit: str, step: int) -> int:
    """Return the year of a tick: 1000 BC is the round one, though it is the year -999."""
    return year + 1 if unit == "year" and step > 1 and year <= 0 else year
