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

    Claims are taken at their word: what only fits when a *circa* is stretched is a rival version,
    in tension with the other, and is no witness to it.
    """
    if several:
        return _several_versions(claims)
    classes: dict[Allowed, list[Weighed]] = {}
    for claim in claims:
        classes.setdefault(claim.strict, []).append(claim)
    members = list(classes.values())
    return [
        tuple(claim for index in group for claim in members[index])
        for group in largest_sets(list(classes))
    ]


def _several_versions(claims: Sequence[Weighed]) -> list[tuple[Weighed, ...]]:
    """Where several answers may hold, only denials clash, with what affirms the denied.

    All that is affirmed makes one version, with the denials that leave room for it; all that is
    denied the other, with the affirmations that still have room.
    """
    denials = [claim for claim in claims if claim.stance is Stance.DENIES]
    affirmed = [claim for claim in claims if claim.stance is Stance.AFFIRMS]
    left = common_answers(claim.strict for claim in denials)
    refuted = {claim.claim_id for claim in affirmed if not claim.strict.meets(left)}
    if not refuted:
        return [tuple(claims)] if claims else []
    contested = _contested(denials, {claim.strict for claim in affirmed})
    return [
        tuple(claim for claim in claims if claim.claim_id not in contested),
        tuple(claim for claim in claims if claim.claim_id not in refuted),
    ]


def _contested(denials: Iterable[Weighed], affirmed: Iterable[Allowed]) -> set[int]:
    """Return the ids of denials without which each affirmed answer has room, as few as may be."""
    left, found = Allowed.everything(), set()
    for denial in denials:
        less = left.intersection(denial.strict)
        if all(wanted.meets(less) for wanted in affirmed):
            left = less
        else:
            found.add(denial.claim_id)
    return found


def common_answers(sets: Iterable[Allowed]) -> Allowed:
    """Return the answers that all the sets allow; everything where there are none."""
    common = Allowed.everything()
    for allowed in sets:
        common = common.intersection(allowed)
        if common.is_empty:
            break
    return common


def hold_together(
    claims: Sequence[Weighed], *, several: bool = False, strict: bool = False
) -> bool:
    """Tell whether one answer satisfies all the claims, at their word or with allowances.

    Where several answers may hold, each affirmation needs one that no denial excludes.
    """
    if not several:
        return not common_answers(c.strict if strict else c.widened for c in claims).is_empty
    left = common_answers(
        c.strict if strict else c.widened for c in claims if c.stance is Stance.DENIES
    )
    return all(
        (c.strict if strict else c.widened).meets(left)
        for c in claims
        if c.stance is Stance.AFFIRMS
    )
