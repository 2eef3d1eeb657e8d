"""How large an answer is, where that can be said: a figure, or a place on an ordered scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.records import Stance
from app.domain.sets import LAST


@dataclass(frozen=True, slots=True)
class Magnitude:
    """The least and the most that an answer comes to, in its own measure."""

    least: int
    most: int


def magnitude_of(case: Case, claims: Iterable[Weighed]) -> Magnitude | None:
    """Return the size of what claims affirm; ``None`` where the answers have none."""
    found = [_magnitude(case, claim) for claim in claims]
    known = [size for size in found if size is not None]
    if not known or len(known) < len(found):
        return None
    return Magnitude(min(size.least for size in known), max(size.most for size in known))


def _magnitude(case: Case, claim: Weighed) -> Magnitude | None:
    if claim.stance is not Stance.AFFIRMS or claim.strict.is_empty:
        return None
    if claim.kind is Kind.QUANTITY:
        return Magnitude(claim.strict.first, claim.strict.last)
    return _rank(case, claim) if claim.kind is Kind.OPTION else None


def _rank(case: Case, claim: Weighed) -> Magnitude | None:
    scale = case.scale
    if scale is None:
        return None
    ranks: list[int] = []
    for first, last in claim.strict.spans:
        for leaf in range(max(first, 0), min(last, len(scale.labels) - 1) + 1):
            rank = scale.rank_of_leaf(leaf)
            if rank is None:
                return None
            ranks.append(rank)
    if not ranks:
        return None
    return Magnitude(min(ranks), LAST if claim.strict.last >= len(scale.labels) else max(ranks))
