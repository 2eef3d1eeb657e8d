"""Everything that is found on one point: status, versions, flags and the apparatus line.

The window, the report, the command line and the tests all ask ``analyse``; there is no second
engine. It reads claims and writes nothing.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.anachronism import told_too_early
from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.flags import Flag, flags_of_group, silences, told_order
from app.domain.hollow import hollow_agreements
from app.domain.names import fold
from app.domain.records import Stance
from app.domain.versions import common_answers, hold_together, versions_of
from app.domain.witnesses import Dependence, Witnesses, count_witnesses

RULES_VERSION = 5
"""Raised whenever the same claims would give other findings: derived rows are then rebuilt."""


class PointStatus(enum.StrEnum):
    """What the affirming and denying claims of a point come to."""

    CONTRADICTED = "contradicted"
    TENSION = "tension"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Version:
    """A largest set of claims that one answer satisfies together."""

    answer: str
    """As entered in its most precise claim; ``not …`` where all deny."""
    claim_ids: tuple[int, ...]
    sigla: tuple[str, ...]
    """One for each claim, in order of telling."""
    sources: int
    witnesses: Witnesses
    first_told: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What is found on one point."""

    status: PointStatus
    versions: tuple[Version, ...]
    flags: tuple[Flag, ...]
    apparatus: str


def analyse(case: Case, dependence: Dependence) -> Findings:
    """Find what the claims of one point come to."""
    claims = case.claims
    groups = _comparable_groups(claims)
    flags = [
        flag
        for group in groups
        for flag in flags_of_group(group, point_id=case.point_id, several=case.several)
    ]
    flags += silences(claims, point_id=case.point_id)
    if case.kind is Kind.DATE:
        flags += told_too_early(claims, point_id=case.point_id, question=case.question)
    versions = []
    for members in _members(case, groups):
        version = _version(members, case, dependence)
        versions.append(version)
        flags += hollow_agreements(
            members, version.witnesses, claims, dependence,
            point_id=case.point_id, several=case.several,
        )  # fmt: skip
    return Findings(
        status=_status(groups, several=case.several),
        versions=tuple(versions),
        flags=tuple(flags),
        apparatus=apparatus_line(case.heading, claims),
    )


def _comparable_groups(claims: Sequence[Weighed]) -> list[list[Weighed]]:
    groups: dict[tuple[str, str], list[Weighed]] = {}
    for claim in claims:
        if not claim.is_silent and claim.kind is not Kind.TEXT:
            groups.setdefault(claim.group, []).append(claim)
    return list(groups.values())


def _status(groups: Sequence[Sequence[Weighed]], *, several: bool) -> PointStatus:
    weighing = [[claim for claim in group if claim.weighs] for group in groups]
    if not all(hold_together(group, several=several) for group in weighing):
        return PointStatus.CONTRADICTED
    if not all(hold_together(group, several=several, strict=True) for group in weighing):
        return PointStatus.TENSION
    return PointStatus.CLEAR


def _members(case: Case, groups: Sequence[Sequence[Weighed]]) -> Iterator[tuple[Weighed, ...]]:
    for group in groups:
        weighing = [claim for claim in group if claim.weighs]
        yield from versions_of(weighing, several=case.several)
    if case.kind is Kind.TEXT:
        yield from _same_text(case.claims)


def _same_text(claims: Sequence[Weighed]) -> list[tuple[Weighed, ...]]:
    """Free text is not compared; only claims in the same words are shown together."""
    grouped: dict[tuple[str, Stance], list[Weighed]] = {}
    for claim in claims:
        if not claim.is_silent and claim.stance is not Stance.DOUBTS:
            grouped.setdefault((fold(claim.text), claim.stance), []).append(claim)
    return [tuple(group) for group in grouped.values()]


def _version(members: Sequence[Weighed], case: Case, dependence: Dependence) -> Version:
    ordered = sorted(members, key=told_order)
    affirming = [claim for claim in ordered if claim.stance is Stance.AFFIRMS]
    return Version(
        answer=_shown_answer(affirming or ordered, several=case.several),
        claim_ids=tuple(claim.claim_id for claim in ordered),
        sigla=tuple(claim.siglum for claim in ordered),
        sources=len({claim.source_id for claim in ordered}),
        witnesses=count_witnesses(ordered, case.claims, dependence, case.point_id),
        first_told=next((claim.told for claim in ordered if claim.told), ""),
        scope=ordered[0].scope,
    )


def _shown_answer(claims: Sequence[Weighed], *, several: bool) -> str:
    if several:
        return "; ".join(dict.fromkeys(_worded(claim) for claim in claims))
    # What lies within the common answer of all says it best, the most precise and often told first.
    common = common_answers(claim.strict for claim in claims)
    within = [claim for claim in claims if common.covers(claim.strict)] or list(claims)
    told = Counter(claim.strict for claim in within)
    best = min(within, key=lambda claim: (claim.strict.size, -told[claim.strict], claim.qualified))
    return _worded(best)


def _worded(claim: Weighed) -> str:
    return f"not {claim.text}" if claim.stance is Stance.DENIES else claim.text


def apparatus_line(lemma: str, claims: Sequence[Weighed]) -> str:
    """Return ``lemma] answer SIGLA · answer SIGLA · om. SIGLA``, in order of telling."""
    readings: dict[object, tuple[str, dict[str, None]]] = {}
    omitted: dict[str, None] = {}
    for claim in sorted(claims, key=told_order):
        if claim.is_silent or claim.answer is None:
            omitted[claim.siglum] = None
            continue
        same = (claim.stance, claim.group, claim.answer.strict, claim.answer.widened)
        key: object = fold(claim.text) if claim.kind is Kind.TEXT else same
        readings.setdefault(key, (_apparatus_words(claim), {}))[1][claim.siglum] = None
    parts = [f"{words} {' '.join(sigla)}" for words, sigla in readings.values()]
    if omitted:
        parts.append(f"om. {' '.join(omitted)}")
    return f"{lemma.rstrip('?')}] {' · '.join(parts)}".rstrip()


def _apparatus_words(claim: Weighed) -> str:
    words = _worded(claim)
    if claim.stance is Stance.DOUBTS:
        words = f"{words} (doubted)"
    return f"{words} [{claim.scope}]" if claim.scope else words
