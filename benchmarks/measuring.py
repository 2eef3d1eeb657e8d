"""Times of two things taken in turn, A B A B, so that what else the machine does hits both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """One line of the result: what was measured, on how many claims, against which limit."""

    number: str
    work: str
    claims: int
    ours_ms: float
    limit_ms: float
    goal: str
    note: str = ""

    @property
    def ratio(self) -> float:
        """Return how many times the limit ours took."""
        return self.ours_ms / self.limit_ms


def seconds(work: Work) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(works: Mapping[str, Work], times: int, *, warm: int = 1) -> dict[str, list[float]]:
    """Return the seconds of each work, all called in turn, the first ``warm`` rounds left out."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(warm + times):
        for name, work in works.items():
            spent = seconds(work)
            if turn >= warm:
                taken[name].append(spent)
    return taken


def median_ms(taken: list[float]) -> float:
    """Return the median in milliseconds."""
    return statistics.median(taken) * 1000


def p99_ms(taken: list[float]) -> float:
    """Return the value in milliseconds that one in a hundred exceeds."""
    ordered = sorted(taken)
    return ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))] * 1000
