"""Row 11: how time grows with the dossier: the exponent of claims from the least to the greatest.

An exponent of 0 is no growth, 1 is growth in step with the dossier.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from functools import partial

from app.services.workspace import Workspace
from app.store.search import find_hits
from benchmarks.dossiers import Made
from benchmarks.history import WORDS
from benchmarks.measuring import Row, seconds

WARM = 3
GOALS = {
    "re-check of all points": "≤ 1.02",
    "status of every point": "≤ 1.02",
    "keystroke of a search": "≤ 0.1",
    "open": "≤ 0.05",
    "record a claim, median": "≤ 0.05",
}


def open_and_search(made: Made, times: int = 9) -> Mapping[str, float]:
    """Return median seconds of opening a dossier and of a keystroke in its search."""
    opened = [
        seconds(lambda: Workspace.open(made.path, read_only=True).close())
        for _ in range(times + WARM)
    ]
    words = [WORDS[(place * place) % len(WORDS)] for place in range(60)]
    typed = [word[:length] for word in words for length in range(1, len(word) + 1)]
    with Workspace.open(made.path, read_only=True) as workspace, workspace.reading() as connection:
        keys = [seconds(partial(find_hits, connection, part)) for part in typed]
    return {
        "open": statistics.median(opened[WARM:]),
        "keystroke of a search": statistics.median(keys),
    }


def exponents(
    times: Mapping[int, Mapping[str, float]], rows: Sequence[Row]
) -> list[tuple[str, float, str]]:
    """Return ``(work, exponent, goal)`` from seconds by number of claims, and from the rows."""
    known = {claims: dict(found) for claims, found in times.items()}
    for row in rows:
        if row.work in GOALS:
            known[row.claims][row.work] = row.ours_ms / 1000
    least, most = min(known), max(known)
    return [
        (work, _exponent(known[least][work], known[most][work], most / least), goal)
        for work, goal in GOALS.items()
        if least != most
    ]


def _exponent(before: float, after: float, growth: float) -> float:
    return math.log(after / before) / math.log(growth)
