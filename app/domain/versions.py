"""Versions: the largest sets of claims on a point that one answer satisfies together.

A sweep over the ends of the spans finds them all in O(n log n); pairs are never listed.
Where every set is one span, two sets meet exactly when all do (Helly's theorem on the line).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.claims import Weighed
from app.domain.records import Stance
from app.domain.sets import Allowed


def largest_sets(sets: Sequence[Allowed]) -> list[tuple[int, ...]]:
    """Return the largest groups of indices whose sets have a common member, in order of it.

    An empty set shares nothing and makes a group of its own.
    """
    events = sorted(
        event
        for index, allowed in enumerate(sets)
        for first, last in allowed.spans
        for event in ((first, 0, index), (last, 1, index))
    )
    found: list[frozenset[int]] = []
    active: set[int] = set()
    grew = False
    for _, is_end, index in events:
        if is_end:
            if grew:
                found.append(frozenset(active))
            grew = False
            active.discard(index)
        else:
            active.add(index)
            grew = True
    if any(len(allowed.spans) > 1 for allowed in sets):
        found = _largest(found)
    alone = [(index,) for index, allowed in enumerate(sets) if allowed.is_empty]
    return [tuple(sorted(group)) for group in found] + alone


def _largest(groups: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    unique = list(dict.fromkeys(groups))
    return [group for group in unique if not any(group < other for other in unique)]


def versions_of(claims: Sequence[Weighed], *, several: bool = False) -> list[tuple[Weighed, ...]]:
    """Return the versions among comparable claims, in order of their common answer.

    Widened sets are used: claims only in tension still have an answer that satisfies them.
    """
    if several:
        return _several_versions(claims)
    classes: dict[Allowed, list[Weighed]] = {}
    for claim in claims:
        classes.setdefault(claim.widened, []).append(claim)
    members = list(classes.values())
    return [
        tuple(claim for index in group for claim in members[index])
        for group in largest_sets(list(classes))
    ]


def _several_versions(claims: Sequence[Weighed]) -> list[tuple[Weighed, ...]]:
    """Where several answers may hold, only a denial clashes, with what affirms the denied."""
    denials = [claim for claim in claims if claim.stance is Stance.DENIES]
    affirmed = [claim for claim in claims if claim.stance is Stance.AFFIRMS]
    refuted = {a.claim_id for a in affirmed for d in denials if not a.widened.meets(d.widened)}
    if not refuted:
        return [tuple(claims)] if claims else []
    contested = {d.claim_id for d in denials for a in affirmed if not a.widened.meets(d.widened)}
    return [
        tuple(claim for claim in claims if claim.claim_id not in contested),
        tuple(claim for claim in claims if claim.claim_id not in refuted),
    ]


def hold_together(
    claims: Sequence[Weighed], *, several: bool = False, strict: bool = False
) -> bool:
    """Tell whether one answer satisfies all the claims, at their word or with allowances."""
    if several:
        affirmed = [claim for claim in claims if claim.stance is Stance.AFFIRMS]
        denials = [claim for claim in claims if claim.stance is Stance.DENIES]
        return all(_fits(a, d, strict=strict) for a in affirmed for d in denials)
    common = Allowed.everything()
    for claim in claims:
        common = common.intersection(claim.strict if strict else claim.widened)
        if common.is_empty:
            return False
    return True


def _fits(a: Weighed, b: Weighed, *, strict: bool) -> bool:
    return a.strict.meets(b.strict) if strict else a.widened.meets(b.widened)
