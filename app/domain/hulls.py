"""Hulls: each claim's set of answers as the interval it spans, so that SQL can propose conflicts.

Intervals share a point exactly when their greatest beginning is not past their least end (Helly
on the line). So one aggregate finds every group of claims that may conflict, and decides those
whose sets are plain intervals; sets with gaps go with their hull, to be decided exactly.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.records import Stance
from app.domain.sets import FIRST, LAST, Allowed, Span

LEAST = -(2**63)
"""Stands for *without beginning* in the file, where whole numbers have 64 bits."""
MOST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Hull:
    """The interval that a claim spans among the comparable ones of its point."""

    claim_id: int
    group: int
    """Number of the group of equal scope and unit, in order of the claims."""
    low: int
    high: int
    wide_low: int
    wide_high: int
    gaps: str | None = None
    """The exact sets as JSON, where they are not the interval itself; else ``None``."""


def hulls_of(case: Case) -> Iterator[Hull]:
    """Yield the hull of each claim that status and versions rest on."""
    groups: dict[tuple[str, str], list[Weighed]] = {}
    for claim in case.claims:
        if claim.weighs:
            groups.setdefault(claim.group, []).append(claim)
    for number, group in enumerate(groups.values()):
        if not case.several:
            yield from (_hull(number, claim) for claim in group)
        else:
            yield from _free_hulls(number, group)


def _hull(group: int, claim: Weighed) -> Hull:
    strict, widened = claim.strict, claim.widened
    plain = _is_plain(strict) and _is_plain(widened)
    return Hull(
        claim.claim_id,
        group,
        *_ends(strict),
        *_ends(widened),
        gaps=None if plain else json.dumps([strict.spans, widened.spans], separators=(",", ":")),
    )


def _is_plain(allowed: Allowed) -> bool:
    """Tell whether a set is one interval whose ends the file can hold exactly."""
    if len(allowed.spans) != 1:
        return False
    first, last = allowed.spans[0]
    return (first <= FIRST or LEAST < first < MOST) and (last >= LAST or LEAST < last < MOST)


def _ends(allowed: Allowed) -> tuple[int, int]:
    if allowed.is_empty:
        return MOST, LEAST
    return (
        min(max(allowed.first, LEAST), MOST),
        max(min(allowed.last, MOST), LEAST),
    )


def _free_hulls(group: int, claims: Sequence[Weighed]) -> Iterator[Hull]:
    """Yield hulls that propose nothing: where several answers may hold, only denials clash."""
    clashes = len({claim.stance for claim in claims}) > 1
    for claim in claims:
        gaps = None
        if clashes:
            sets = [claim.strict.spans, claim.widened.spans, claim.stance is Stance.DENIES]
            gaps = json.dumps(sets, separators=(",", ":"))
        yield Hull(claim.claim_id, group, LEAST, MOST, LEAST, MOST, gaps)


Gaps = list[Any]
"""What ``Hull.gaps`` holds: strict spans, widened spans and, with several answers, if denied."""


def can_hold(low: int, high: int, gaps: Sequence[Gaps], *, strict: bool) -> bool:
    """Tell whether one answer lies within the hulls of a group and in all its sets with gaps.

    ``low`` and ``high`` are the greatest beginning and the least end of the hulls.
    """
    if low > high:
        return False
    left = [(FIRST if low == LEAST else low, LAST if high == MOST else high)]
    affirmed: list[list[Span]] = []
    for strict_spans, widened_spans, *denied in gaps:
        spans = strict_spans if strict else widened_spans
        if denied and not denied[0]:
            affirmed.append(spans)
        else:
            left = shared_spans(left, spans)
    if affirmed:
        return all(shared_spans(left, spans) for spans in affirmed)
    return bool(left)


def shared_spans(ours: list[Span], theirs: list[Span]) -> list[Span]:
    """Return what two sets of spans have in common, for sets of few spans."""
    return [(max(a, c), min(b, d)) for a, b in ours for c, d in theirs if a <= d and c <= b]
