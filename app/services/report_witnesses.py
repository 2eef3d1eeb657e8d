"""What the report's section on witnesses is made from: versions with the roots behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.analysis import Findings, analyse
from app.domain.case import Case
from app.domain.flags import FlagKind
from app.domain.witnesses import Dependence, list_roots
from app.reports.witnesses_section import HollowAgreement, PointWitnesses, VersionWitnesses
from app.services.findings import list_dismissed, list_ids
from app.services.weighing import load_cases, load_dependence
from app.services.workspace import Workspace

_BATCH = 1000
Progress = Callable[[int, int], None]
"""Told how many of how many points are done; may raise to stop."""


def list_witnesses(
    workspace: Workspace, progress: Progress = lambda *_: None
) -> list[PointWitnesses]:
    """Return the points with versions that several accounts tell, hardest points first."""
    aside = {flag.identity for flag in list_dismissed(workspace)}
    ids = list_ids(workspace, "points")
    found: list[PointWitnesses] = []
    with workspace.reading() as connection:
        dependence = load_dependence(connection)
        for start in range(0, len(ids), _BATCH):
            progress(start, len(ids))
            batch = ids[start : start + _BATCH]
            cases = {case.point_id: case for case in load_cases(connection, batch)}
            for case in (cases[point] for point in batch if point in cases):
                known = _point(case, analyse(case, dependence), dependence, aside)
                found += [known] if known.versions or known.hollow else []
    return found


def _point(
    case: Case, findings: Findings, dependence: Dependence, aside: set[str]
) -> PointWitnesses:
    return PointWitnesses(
        subject=case.subject,
        question=case.question,
        versions=tuple(_versions(case, findings, dependence)),
        hollow=tuple(
            HollowAgreement(flag.why, flag.identity in aside)
            for flag in findings.flags
            if flag.kind is FlagKind.HOLLOW_AGREEMENT
        ),
    )


def _versions(case: Case, findings: Findings, dependence: Dependence) -> Iterator[VersionWitnesses]:
    for version in findings.versions:
        members = [claim for claim in case.claims if claim.claim_id in version.claim_ids]
        if len({claim.account_id for claim in members}) > 1:
            roots, perhaps = list_roots(members, case.claims, dependence, case.point_id)
            yield VersionWitnesses(version, roots, perhaps)
