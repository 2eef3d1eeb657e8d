"""Hollow agreement: several sources for one answer that certainly go back to a single witness.

Raised where the agreement could deceive. A source and one that cites it are not taken for two by
anybody; three or more sources are, and so are two that share a witness behind them both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.domain.answers import Kind
from app.domain.claims import Weighed
from app.domain.fingerprints import fingerprint
from app.domain.flags import Flag, FlagKind, FlagLevel, told_order
from app.domain.names import fold
from app.domain.witnesses import Dependence, Witnesses, count_witnesses


def hollow_agreements(
    version: Sequence[Weighed],
    witnesses: Witnesses,
    on_point: Sequence[Weighed],
    dependence: Dependence,
    *,
    point_id: int,
    several: bool = False,
) -> Iterator[Flag]:
    """Yield the hollow agreement of a version, if it is one.

    Where a point takes several answers a version is no agreement: each answer is looked at alone.
    """
    if not several:
        yield from _of_version(version, witnesses, dependence, point_id)
        return
    for members in _by_answer(version):
        if len({claim.source_id for claim in members}) > 1:
            counted = count_witnesses(members, on_point, dependence, point_id)
            yield from _of_version(members, counted, dependence, point_id)


def _by_answer(claims: Iterable[Weighed]) -> list[list[Weighed]]:
    found: dict[object, list[Weighed]] = {}
    for claim in claims:
        found.setdefault((claim.stance, claim.strict, claim.widened), []).append(claim)
    return list(found.values())


def _of_version(
    version: Sequence[Weighed], witnesses: Witnesses, dependence: Dependence, point_id: int
) -> Iterator[Flag]:
    sources = {claim.source_id for claim in version}
    if len(sources) < 2 or not witnesses.root or version[0].kind is Kind.TEXT:
        return
    if len(sources) == 2 and _one_cites_the_other(version, dependence, point_id):
        return
    claims = sorted(version, key=told_order)
    sigla = tuple(dict.fromkeys(claim.siglum for claim in claims))
    finest = min(claims, key=lambda claim: claim.strict.size)
    yield Flag(
        identity="|".join(
            (
                FlagKind.HOLLOW_AGREEMENT, str(point_id), *finest.group, witnesses.root,
                fold(finest.phrase),
            )
        ),
        kind=FlagKind.HOLLOW_AGREEMENT,
        level=FlagLevel.TENSION,
        claim_ids=tuple(claim.claim_id for claim in claims),
        sigla=sigla,
        why=f"{len(sources)} sources for {finest.phrase} ({', '.join(sigla)}) "
        f"{_outcome(claims, witnesses)}.",
        fingerprint=fingerprint(claims),
    )  # fmt: skip


def _outcome(claims: Sequence[Weighed], witnesses: Witnesses) -> str:
    if all(claim.speaker == witnesses.root and not claim.reported for claim in claims):
        return f"are one witness: {witnesses.root_name} told it each time"
    return f"go back to one witness, {witnesses.root_name}"


def _one_cites_the_other(version: Sequence[Weighed], dependence: Dependence, point_id: int) -> bool:
    """Tell whether some claim of one source openly rests on a claim of the other."""
    return any(
        a.source_id != b.source_id and (_reports(a, b) or _draws_on(a, b, dependence, point_id))
        for a in version
        for b in version
    )


def _reports(a: Weighed, b: Weighed) -> bool:
    return a.reported and not b.reported and a.speaker == b.speaker


def _draws_on(a: Weighed, b: Weighed, dependence: Dependence, point_id: int) -> bool:
    return any(b.account_id in link.lenders for link in dependence.links_on(a.account_id, point_id))
