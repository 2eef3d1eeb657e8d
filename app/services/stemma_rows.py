"""Which row of the drawing each account of a stemma stands in.

What hangs together over several bands of time keeps its rows; what lies in one band alone is put
on shelves, so that a dossier of many small groups makes no endless row.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.stemma import Stemma
from app.domain.stemma_ranks import Ranks

_SHELF = 8
"""Accounts on a shelf, at least, before the next one begins."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The row of each account, and where the bands begin."""

    row_of: Mapping[int, int]
    starts: tuple[int, ...]
    """First row of each band, and the number of all rows."""
    parts: Mapping[int, int]
    """Number of the part of the stemma by account: accounts of one part hang together."""
    used: Mapping[int, Sequence[int]]
    """Rows in which each part has accounts, from above."""

    def between(self, account: int, other: int) -> Sequence[int]:
        """Return the rows of their part between two accounts, from above."""
        used = self.used[self.parts[account]]
        upper, lower = sorted((self.row_of[account], self.row_of[other]))
        return used[bisect_right(used, upper) : bisect_left(used, lower)]


def find_rows(stemma: Stemma, ranks: Ranks) -> Rows:
    """Return the row of every account of a stemma."""
    parts = _parts(stemma)
    wide = [part for part in parts if len({ranks.bands[account] for account in part}) > 1]
    local = [part for part in parts if len({ranks.bands[account] for account in part}) == 1]
    heights = [0] * len(ranks.labels)
    abreast = Counter((ranks.bands[a], ranks.depths[a]) for part in wide for a in part)
    for band, depth in abreast:
        heights[band] = max(heights[band], depth + 1)
    shelved: dict[int, int] = {}
    for band in range(len(heights)):
        taken = max((n for (at, _), n in abreast.items() if at == band), default=0)
        here = [part for part in local if ranks.bands[part[0]] == band]
        heights[band] = max(heights[band], _shelve(here, ranks, taken, shelved), 1)
    starts = [0]
    for height in heights:
        starts.append(starts[-1] + height)
    row_of = {
        account: starts[band] + shelved.get(account, 0) + ranks.depths[account]
        for account, band in ranks.bands.items()
    }
    numbers = {account: at for at, part in enumerate((*wide, *local)) for account in part}
    used: dict[int, set[int]] = {}
    for account, row in row_of.items():
        used.setdefault(numbers[account], set()).add(row)
    return Rows(row_of, tuple(starts), numbers, {at: sorted(used[at]) for at in used})


def _parts(stemma: Stemma) -> list[list[int]]:
    """Return the accounts that hang together, the largest part first."""
    near: dict[int, list[int]] = {account.account_id: [] for account in stemma.accounts}
    for link in stemma.links:
        near[link.lender_id].append(link.borrower_id)
        near[link.borrower_id].append(link.lender_id)
    parts: list[list[int]] = []
    seen: set[int] = set()
    for start in near:
        part, waiting = [], [start]
        while waiting:
            account = waiting.pop()
            if account not in seen:
                seen.add(account)
                part.append(account)
                waiting += near[account]
        if part:
            parts.append(part)
    return sorted(parts, key=lambda part: -len(part))


def _shelve(
    parts: Sequence[Sequence[int]], ranks: Ranks, taken: int, shelved: dict[int, int]
) -> int:
    """Put parts of one band on shelves, beside ``taken`` columns; return how many rows they take.

    The first row of the shelf of each account is added to ``shelved``.
    """
    widths = [max(Counter(ranks.depths[account] for account in part).values()) for part in parts]
    room = max(_SHELF, taken, math.isqrt(4 * sum(widths)))
    base, height = 0, 0
    for part, width in zip(parts, widths, strict=True):
        if taken + width > room and (taken or height):
            base, height, taken = base + max(height, 1), 0, 0
        taken += width
        height = max(height, 1 + max(ranks.depths[account] for account in part))
        shelved.update(dict.fromkeys(part, base))
    return base + height
