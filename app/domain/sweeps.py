"""Versions, degrees and sorts of conflict in a group of claims, from their hulls alone.

What ``versions`` and ``flags`` find with every word read, this finds for whole dossiers at once:
claims that allow the same are one class, and only classes are held against one another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from app.domain.flags import FlagKind, FlagLevel
from app.domain.hulls import shared_spans
from app.domain.sets import Allowed, Span
from app.domain.versions import largest_sets

Stake = tuple[int, int, int, int, int, int, int, str | None]
"""Claim, account, key of who answers for it; low, high, wide low, wide high, gaps of its hull."""
_Ends = tuple[int, int, int, int, str | None]
Sort = tuple[FlagKind, FlagLevel]


@dataclass(frozen=True, slots=True)
class Sweep:
    """What is found in one group of comparable claims."""

    versions: int
    degrees: dict[int, int]
    """How many claims each claim contradicts, of those that contradict any."""
    sorts: frozenset[Sort]
    """What sorts of conflict, and how hard, two of its claims make; none where only three do."""


@dataclass(slots=True)
class _Class:
    """The claims that allow the same, with who makes them."""

    strict: list[Span]
    widened: list[Span]
    denied: bool | None
    """Only where several answers may hold: whether it is a denial."""
    claims: list[int] = field(default_factory=list)
    accounts: dict[int, set[int]] = field(default_factory=dict)
    """Accounts by who answers for them."""
    degree: int = 0
    """How many claims each of its claims contradicts."""


def sweep(group: Sequence[Stake]) -> Sweep:
    """Find how many versions a group has, how many claims each contradicts, and sorts of flags."""
    classes = _classes(group)
    told_once = len({stake[2] for stake in group}) == len(group)
    sorts: set[Sort] = set()
    for ours, theirs in combinations(classes, 2):
        level = _clash(ours, theirs)
        if level is None:
            continue
        if level is FlagLevel.CONTRADICTS:
            ours.degree += len(theirs.claims)
            theirs.degree += len(ours.claims)
        if told_once:
            sorts.add((FlagKind.DISAGREEMENT, level))
        else:
            sorts.update((kind, level) for kind in _kinds(ours, theirs))
    degrees = {claim: one.degree for one in classes if one.degree for claim in one.claims}
    return Sweep(_count_versions(classes), degrees, frozenset(sorts))


def _classes(group: Sequence[Stake]) -> list[_Class]:
    found: dict[_Ends, _Class] = {}
    for claim, account, teller, low, high, wide_low, wide_high, gaps in group:
        ends = (low, high, wide_low, wide_high, gaps)
        known = found.get(ends)
        if known is None:
            known = found[ends] = _class_of(*ends)
        known.claims.append(claim)
        known.accounts.setdefault(teller, set()).add(account)
    return list(found.values())


def _class_of(low: int, high: int, wide_low: int, wide_high: int, gaps: str | None) -> _Class:
    if gaps is None:
        return _Class([(low, high)], [(wide_low, wide_high)], None)
    strict, widened, *denied = json.loads(gaps)
    return _Class(strict, widened, denied[0] if denied else None)


def _clash(a: _Class, b: _Class) -> FlagLevel | None:
    if a.denied is not None and a.denied == b.denied:
        return None
    if shared_spans(a.strict, b.strict):
        return None
    return FlagLevel.TENSION if shared_spans(a.widened, b.widened) else FlagLevel.CONTRADICTS


def _kinds(a: _Class, b: _Class) -> Iterator[FlagKind]:
    if len(a.accounts.keys() | b.accounts.keys()) > 1:
        yield FlagKind.DISAGREEMENT
    for teller in a.accounts.keys() & b.accounts.keys():
        ours, theirs = a.accounts[teller], b.accounts[teller]
        if len(ours | theirs) > 1:
            yield FlagKind.CHANGE_OF_STORY
        if ours & theirs:
            yield FlagKind.INNER_CONTRADICTION


def _count_versions(classes: Sequence[_Class]) -> int:
    if any(found.denied is not None for found in classes):
        return _count_free_versions(classes)
    if any(len(found.strict) != 1 for found in classes):
        return len(largest_sets([Allowed(tuple(map(_span, c.strict))) for c in classes]))
    ends = sorted(
        event for found in classes for first, last in found.strict
        for event in ((first, False), (last, True))
    )  # fmt: skip
    return sum(not before[1] and after[1] for before, after in pairwise(ends))


def _span(pair: Sequence[int]) -> Span:
    return pair[0], pair[1]


def _count_free_versions(classes: Sequence[_Class]) -> int:
    left: list[Span] | None = None
    for found in classes:
        if found.denied:
            left = found.strict if left is None else shared_spans(left, found.strict)
    affirmed = [found.strict for found in classes if not found.denied]
    return 1 if left is None or all(shared_spans(left, wanted) for wanted in affirmed) else 2
