"""The sections that a report holds only when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from app.domain.errors import UserError
from app.domain.records import Source
from app.reports.audit_section import audit_section
from app.reports.document import Block
from app.reports.drift_section import drift_section
from app.reports.linchpins_section import LinchpinFindings, linchpins_section
from app.reports.order_list import reading_room_section
from app.reports.stemma_section import StemmaFindings, stemma_section
from app.reports.synopsis_section import SideBySide, synopsis_section
from app.reports.witnesses_section import witnesses_section
from app.services.audit import audit_citations
from app.services.drift import get_drift, list_event_points, list_speakers
from app.services.findings import list_ids, list_point_lines
from app.services.linchpins import Linchpin, list_linchpins
from app.services.reading_room import get_order_list
from app.services.report_witnesses import list_witnesses
from app.services.sources import list_sources_by_id
from app.services.stemma import light_version, list_versions, load_stemma
from app.services.stemma_layout import lay_out
from app.services.synopsis import get_frame, get_rows, judged_yardstick
from app.services.workspace import Workspace

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done; may raise to stop."""
_MOST_POINTS = 20
_MOST_LINCHPINS = 15


def build_sections(
    workspace: Workspace, names: Iterable[str], progress: Progress = lambda *_: None
) -> tuple[Block, ...]:
    """Return the blocks of the sections with these names, each once.

    Raises ``UserError`` for a name that no section has.
    """
    wanted = tuple(dict.fromkeys(names))
    for name in wanted:
        if name not in SECTIONS:
            raise UserError(
                f"The report has no section “{name}”; ask for one of {', '.join(SECTIONS)}."
            )
    return tuple(block for name in wanted for block in SECTIONS[name](workspace, progress))


def _stemma(workspace: Workspace, _: Progress) -> tuple[Block, ...]:
    """Draw the whole stemma, and that of the points that are contradicted most."""
    found = [StemmaFindings(lay_out(load_stemma(workspace)))]
    points = list_ids(workspace, "contradictions")[:_MOST_POINTS]
    for line in list_point_lines(workspace, points):
        stemma = load_stemma(workspace, line.id)
        versions = list_versions(workspace, line.id) if stemma.links else ()
        if versions:
            version = max(versions, key=lambda version: len(version.claim_ids))
            lit = light_version(workspace, line.id, version.claim_ids, stemma)
            title = f"{line.subject}: {line.question}"
            found.append(StemmaFindings(lay_out(stemma), title, version.answer, lit))
    return tuple(stemma_section(found))


def _witnesses(workspace: Workspace, progress: Progress) -> tuple[Block, ...]:
    return tuple(witnesses_section(list_witnesses(workspace, progress)))


def _drift(workspace: Workspace, progress: Progress) -> tuple[Block, ...]:
    """Set out everybody who told twice; years are counted from what his page counts from."""
    found = []
    speakers = list_speakers(workspace)
    for place, speaker in enumerate(speakers):
        progress(place, len(speakers))
        events = list_event_points(workspace, speaker.id)
        event = events[0].id if events else None
        found.append(get_drift(workspace, speaker.id, event_point_id=event))
    return tuple(drift_section(found))


def _linchpins(workspace: Workspace, progress: Progress) -> tuple[Block, ...]:
    weighty = [known for known in list_linchpins(workspace, progress) if any(known.weight)]
    top = weighty[:_MOST_LINCHPINS]
    sources = list_sources_by_id(workspace, [linchpin.source_id for linchpin in top])
    rows = [_linchpin(known, source) for known, source in zip(top, sources, strict=True)]
    return tuple(linchpins_section(rows, len(weighty)))


def _linchpin(known: Linchpin, source: Source) -> LinchpinFindings:
    return LinchpinFindings(
        key=known.key,
        author=source.author,
        title=source.title,
        date=source.date,
        points=known.points,
        statuses=known.statuses,
        versions_gone=known.versions_gone,
        flags_gone=known.flags_gone,
        flags_new=known.flags_new,
        witnesses=known.witnesses,
    )


def _reading_room(workspace: Workspace, _: Progress) -> tuple[Block, ...]:
    return tuple(reading_room_section(get_order_list(workspace)))


def _synopsis(workspace: Workspace, progress: Progress) -> tuple[Block, ...]:
    """Lay accounts side by side subject by subject, held against what is judged."""
    frame = get_frame(workspace)
    judged = judged_yardstick(workspace, [row.point_id for row in frame.rows])
    found: list[SideBySide] = []
    for subject, points in groupby(frame.rows, key=lambda row: (row.subject_id, row.subject)):
        heads = tuple(points)
        progress(sum(len(sheet.points) for sheet in found), len(frame.rows))
        rows = get_rows(workspace, [head.point_id for head in heads], judged)
        speak = {account for row in rows.values() for account in row}
        accounts = tuple(head for head in frame.columns if head.account_id in speak)
        found.append(SideBySide(subject[1], heads, accounts, rows))
    return tuple(synopsis_section(found, judged=bool(judged.claim_ids)))


def _audit(workspace: Workspace, progress: Progress) -> tuple[Block, ...]:
    return tuple(audit_section(audit_citations(workspace, progress)))


SECTIONS: Mapping[str, Callable[[Workspace, Progress], tuple[Block, ...]]] = {
    "witnesses": _witnesses,
    "drift": _drift,
    "stemma": _stemma,
    "linchpins": _linchpins,
    "reading-room": _reading_room,
    "synopsis": _synopsis,
    "audit": _audit,
}
"""Names by which sections are asked for, and what makes them."""
