"""Which rows to take out and to put in so that one list of ids becomes another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Run = tuple[int, int]
"""First and last row, both taken in."""


def kept_in_order(before: Sequence[int], after: Sequence[int], *, most_runs: int = 200) -> bool:
    """Tell whether rows that stay keep their order, and few enough runs of rows change.

    Above ``most_runs`` it is quicker to show the list anew than to move it row by row.
    """
    old, new = set(before), set(after)
    staying = [known for known in before if known in new]
    if staying != [known for known in after if known in old]:
        return False
    runs = sum(1 for _ in removed_runs(before, after)) + sum(1 for _ in added_runs(staying, after))
    return runs <= most_runs


def removed_runs(before: Sequence[int], after: Sequence[int]) -> Iterator[Run]:
    """Yield the runs of rows of ``before`` that are not in ``after``, the last run first."""
    new = set(after)
    gone = [row for row, known in enumerate(before) if known not in new]
    yield from reversed(list(_runs(gone)))


def added_runs(before: Sequence[int], after: Sequence[int]) -> Iterator[Run]:
    """Yield the runs of rows of ``after`` that are not in ``before``, the first run first."""
    old = set(before)
    yield from list(_runs(row for row, known in enumerate(after) if known not in old))


def _runs(rows: Iterable[int]) -> Iterator[Run]:
    first = last = -1
    for row in rows:
        if first >= 0 and row == last + 1:
            last = row
            continue
        if first >= 0:
            yield first, last
        first = last = row
    if first >= 0:
        yield first, last
