"""What was found, for the window, the report and the command line: the same engine for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from app.domain.analysis import Findings, analyse
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.fingerprints import fingerprint
from app.domain.flags import Flag, told_order
from app.domain.records import Account, Claim, Dismissal, Judgement, Point, Source, Subject
from app.domain.witnesses import Dependence
from app.services.crossing import flags_across, load_bound
from app.services.weighing import load_cases, load_dependence
from app.services.workspace import Workspace
from app.store.queries import findings as rows
from app.store.queries.findings import FlagLine as FlagLine
from app.store.queries.findings import PointLine as PointLine
from app.store.queries.judgements import list_dismissals, list_judgements
from app.store.queries.nouns import get_record, list_records
from app.store.queries.rules import list_linked_points

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its account and source, and as the engine weighs it."""

    claim: Claim
    weighed: Weighed
    account: Account
    source: Source


@dataclass(frozen=True, slots=True)
class PointView:
    """Everything that a page or a section of the report shows of one point."""

    point: Point
    subject: Subject
    line: PointLine
    findings: Findings
    claims: tuple[ClaimView, ...]
    """In order of telling."""
    flags: tuple[FlagLine, ...]
    judgements: tuple[Judgement, ...]
    """The newest first."""
    dismissals: tuple[Dismissal, ...]
    fingerprint: str
    """Of all claims now, to judge by and to find a judgement stale."""
    linked: frozenset[int] = frozenset()
    """The points that hang together with it by rules, itself included; of a single view only."""


def get_point_view(workspace: Workspace, point_id: int) -> PointView:
    """Return one point with all that was found on it."""
    with workspace.reading() as connection:
        dependence = load_dependence(connection, [point_id])
        case = load_cases(connection, [point_id])[0]
        linked = frozenset(list_linked_points(connection, [point_id]))
        return replace(_view(connection, case, dependence), linked=linked)


def iterate_point_views(workspace: Workspace, point_ids: Iterable[int]) -> Iterator[PointView]:
    """Yield the given points in turn; only one batch of them is held."""
    wanted = list(point_ids)
    with workspace.reading() as connection:
        dependence = load_dependence(connection)
        for start in range(0, len(wanted), _BATCH):
            chunk = wanted[start : start + _BATCH]
            cases = {case.point_id: case for case in load_cases(connection, chunk)}
            for point_id in chunk:
                if point_id in cases:
                    yield _view(connection, cases[point_id], dependence)


def iterate_findings(
    workspace: Workspace, point_ids: Iterable[int]
) -> Iterator[tuple[PointLine, Findings]]:
    """Yield each point as a line with what is found on it, without its claims' own texts."""
    wanted = list(point_ids)
    with workspace.reading() as connection:
        dependence = load_dependence(connection)
        for start in range(0, len(wanted), _BATCH):
            chunk = wanted[start : start + _BATCH]
            cases = {case.point_id: case for case in load_cases(connection, chunk)}
            for line in rows.list_point_lines(connection, chunk):
                yield line, analyse(cases[line.id], dependence)


def _view(connection: Any, case: Case, dependence: Dependence) -> PointView:
    point = get_record(connection, Point, case.point_id)
    weighed = sorted(case.claims, key=told_order)
    claims = {c.id: c for c in list_records(connection, Claim, [w.claim_id for w in weighed])}
    accounts = {a.id: a for a in list_records(connection, Account, {w.account_id for w in weighed})}
    sources = {s.id: s for s in list_records(connection, Source, {w.source_id for w in weighed})}
    flags = tuple(rows.list_flags(connection, point.id))
    aside = [flag.dismissal_id for flag in flags if flag.dismissal_id is not None]
    return PointView(
        point=point,
        subject=get_record(connection, Subject, point.subject_id),
        line=rows.list_point_lines(connection, [point.id])[0],
        findings=analyse(case, dependence),
        claims=tuple(
            ClaimView(claims[w.claim_id], w, accounts[w.account_id], sources[w.source_id])
            for w in weighed
        ),
        flags=flags,
        judgements=tuple(list_judgements(connection, point.id)),
        dismissals=tuple(list_dismissals(connection, point.id, aside)),
        fingerprint=fingerprint(case.claims),
    )


def list_ids(workspace: Workspace, listing: str) -> list[int]:
    """Return the ids of ``points``, ``contradictions``, ``sources``, ``accounts``, ``subjects``."""
    with workspace.reading() as connection:
        return rows.list_ids(connection, listing)


def list_point_lines(workspace: Workspace, ids: Iterable[int]) -> list[PointLine]:
    """Return points as lines of a list."""
    with workspace.reading() as connection:
        return rows.list_point_lines(connection, ids)


def list_flags(workspace: Workspace, point_id: int | None = None) -> list[FlagLine]:
    """Return the flags of one point, or of the whole dossier, the hardest first."""
    with workspace.reading() as connection:
        return rows.list_flags(connection, point_id)


def list_flags_across(workspace: Workspace) -> list[Flag]:
    """Return the flags that reach over several points by a rule, each once."""
    with workspace.reading() as connection:
        bound = load_bound(connection, rows.list_ids(connection, "points"))
    across = flags_across(bound)
    return list({flag.identity: flag for flags in across.values() for flag in flags}.values())


def list_dismissed(workspace: Workspace) -> list[FlagLine]:
    """Return the flags that are set aside by a dismissal that still holds."""
    return [flag for flag in list_flags(workspace) if flag.dismissal_id is not None]


def count_rows(workspace: Workspace) -> dict[str, int]:
    """Return how many rows there are of each noun: subjects, sources, accounts and so on."""
    nouns = ("subject", "source", "account", "point", "claim", "judgement", "rule")
    with workspace.reading() as connection:
        return rows.count_rows(connection, nouns)


def count_by_status(workspace: Workspace) -> dict[str, int]:
    """Return the number of points that are contradicted, in tension and clear."""
    with workspace.reading() as connection:
        return rows.count_by_status(connection)
