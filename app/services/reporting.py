"""The contradiction report: gathered from the dossier, built as a passive document, rendered."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.domain.comparison import CLASHES, compare
from app.domain.errors import UserError
from app.domain.fingerprints import staleness
from app.domain.flags import Flag, FlagKind, FlagLevel
from app.domain.records import Account, Source
from app.reports.build import build_report as build_document
from app.reports.document import Document
from app.reports.findings import (
    ClaimFindings,
    Counts,
    Findings,
    FlagFindings,
    PointFindings,
)
from app.reports.formats import check_ending, render
from app.services.dossiers import get_settings
from app.services.findings import (
    PointView,
    count_by_status,
    count_rows,
    iterate_point_views,
    list_ids,
)
from app.services.report_sections import build_sections
from app.services.workspace import Workspace
from app.store.queries.nouns import list_all

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done; may raise to stop, and nothing is then written."""


def gather_findings(workspace: Workspace, progress: Progress = lambda *_: None) -> Findings:
    """Return everything that the report prints, hardest points first."""
    settings = get_settings(workspace)
    ids = list_ids(workspace, "points")
    points: list[PointView] = []
    for place, view in enumerate(iterate_point_views(workspace, ids)):
        progress(place, len(ids))
        points.append(view)
    with workspace.reading() as connection:
        accounts = tuple(list_all(connection, Account))
        sources = tuple(list_all(connection, Source))
    return Findings(
        title=settings["title"],
        date=datetime.now(UTC).astimezone().date().isoformat(),
        scope=settings["scope"],
        author=settings["author"],
        counts=_counts(workspace, points),
        points=tuple(_point(view) for view in points),
        accounts=accounts,
        sources=sources,
    )


def _counts(workspace: Workspace, points: Sequence[PointView]) -> Counts:
    rows, statuses = count_rows(workspace), count_by_status(workspace)
    return Counts(
        points=rows["point"],
        contradicted=statuses.get("contradicted", 0),
        tension=statuses.get("tension", 0),
        clear=rows["point"] - statuses.get("contradicted", 0) - statuses.get("tension", 0),
        judged=sum(view.line.judgement != "open" for view in points),
        sources=rows["source"],
        accounts=rows["account"],
        claims=rows["claim"],
    )


def _point(view: PointView) -> PointFindings:
    dismissals = {line.identity: line.dismissal_id for line in view.flags}
    by_id = {dismissal.id: dismissal for dismissal in view.dismissals}
    judgement = view.judgements[0] if view.judgements else None
    stale = staleness(judgement.fingerprint if judgement else "", view.fingerprint)
    sigla = {claim.claim.id: claim.account.siglum for claim in view.claims}
    return PointFindings(
        subject=view.subject.name,
        question=view.point.question,
        status=view.findings.status,
        apparatus=view.findings.apparatus,
        versions=view.findings.versions,
        claims=tuple(_claim(view, place) for place in range(len(view.claims))),
        flags=tuple(
            FlagFindings(flag, by_id.get(dismissals.get(flag.identity) or 0))
            for flag in (*view.findings.flags, *_across(view))
        ),
        judgement=judgement,
        stale_sigla=tuple(sigla[claim] for claim in (*stale.new, *stale.changed) if claim in sigla),
    )


def _across(view: PointView) -> list[Flag]:
    """Return the flags that reach over this point and others by a rule, as they are kept."""
    own = {flag.identity for flag in view.findings.flags}
    return [
        Flag(
            line.identity, FlagKind(line.kind), FlagLevel(line.level), line.claim_ids, line.sigla,
            line.why, line.fingerprint, line.point_ids, line.rule_ids,
        )
        for line in view.flags
        if line.identity not in own
    ]  # fmt: skip


def _claim(view: PointView, place: int) -> ClaimFindings:
    shown = view.claims[place]
    return ClaimFindings(
        claim=shown.claim,
        siglum=shown.account.siglum,
        source_id=shown.source.id,
        speaker=shown.weighed.speaker_name,
        told=shown.account.date,
        verdict=_clashes(view, place),
    )


def _clashes(view: PointView, place: int) -> str:
    """Return in one sentence which accounts a claim clashes with; empty when none."""
    mine = view.claims[place].weighed
    found: dict[str, dict[str, None]] = {}
    for other in view.claims:
        verdict = compare(mine, other.weighed, several=view.point.several).verdict
        if other.weighed is not mine and verdict in CLASHES:
            found.setdefault(str(verdict), {})[other.account.siglum] = None
    phrases = {"contradicts": "contradicts", "in tension": "in tension with"}
    parts = [
        f"{phrases[verdict]} {', '.join(found[verdict])}" for verdict in phrases if verdict in found
    ]
    return "; ".join(parts)


def build_report(
    workspace: Workspace, progress: Progress = lambda *_: None, sections: Sequence[str] = ()
) -> Document:
    """Return the contradiction report of a dossier as a passive document.

    ``sections`` names what it is to hold besides: see ``report_sections.SECTIONS``.
    """
    further = build_sections(workspace, sections, progress)
    return build_document(replace(gather_findings(workspace, progress), sections=further))


def write_report(
    workspace: Workspace,
    path: Path,
    progress: Progress = lambda *_: None,
    sections: Sequence[str] = (),
) -> None:
    """Write the report to ``path`` in the format of its ending; whole or not at all."""
    check_ending(path.suffix)
    if path.resolve() == workspace.path.resolve():
        raise UserError("The report would overwrite the dossier; choose another name.")
    content = render(build_report(workspace, progress, sections), path.suffix)
    write_whole(path, content)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside ``path`` and put it in place, so that no half-written one is left."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        _discard(draft)


def _discard(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:  # the folder itself is not there: nothing was written
        return
