"""Writing what was found: flags, the state of points, the search index. Derived, never logged."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, text
from sqlalchemy.engine import Connection

from app.domain.analysis import Findings, PointStatus
from app.domain.flags import FlagLevel
from app.domain.names import fold
from app.store import tables
from app.store.ids import new_id

_SEVERITY = {PointStatus.CLEAR: 0, PointStatus.TENSION: 1, PointStatus.CONTRADICTED: 2}
_BATCH = 500


def replace_findings(
    tx: Connection, points: Iterable[int], found: Mapping[int, tuple[Findings, int, str]]
) -> None:
    """Put new findings of the given points in place of the old; points not in ``found`` get none.

    ``found`` maps a point's id to its findings, its number of claims and their fingerprint.
    """
    ids = list(points)
    for start in range(0, len(ids), _BATCH):
        chunk = ids[start : start + _BATCH]
        tx.execute(delete(tables.flag).where(tables.flag.c.point_id.in_(chunk)))
        tx.execute(delete(tables.point_state).where(tables.point_state.c.point_id.in_(chunk)))
    states = [_state_row(point, *parts) for point, parts in found.items()]
    flags = [row for point, parts in found.items() for row in _flag_rows(point, parts[0])]
    if states:
        tx.execute(tables.point_state.insert(), states)
    if flags:
        tx.execute(tables.flag.insert(), flags)


def _state_row(
    point_id: int, findings: Findings, claims: int, fingerprint: str
) -> dict[str, object]:
    levels = [flag.level for flag in findings.flags]
    severity = _SEVERITY[findings.status]
    return {
        "point_id": point_id,
        "status": findings.status,
        "severity": max(severity, 1 if levels else 0),
        "claims": claims,
        "versions": len(findings.versions),
        "contradictions": levels.count(FlagLevel.CONTRADICTS),
        "tensions": levels.count(FlagLevel.TENSION),
        "apparatus": findings.apparatus,
        "fingerprint": fingerprint,
    }


def _flag_rows(point_id: int, findings: Findings) -> list[dict[str, object]]:
    return [
        {
            "id": new_id(),
            "point_id": point_id,
            "identity": flag.identity,
            "kind": flag.kind,
            "level": flag.level,
            "why": flag.why,
            "claim_ids": json.dumps(flag.claim_ids),
            "sigla": json.dumps(flag.sigla, ensure_ascii=False),
            "fingerprint": flag.fingerprint,
        }
        for flag in findings.flags
    ]


def index_texts(tx: Connection, entries: Sequence[tuple[int, str, str]]) -> None:
    """Put ``(id, kind, text)`` into the search index in place of what stood under those ids."""
    drop_texts(tx, [row_id for row_id, _, _ in entries])
    if entries:
        tx.execute(
            text("INSERT INTO search_index (rowid, folded, kind) VALUES (:id, :folded, :kind)"),
            [
                {"id": row_id, "folded": fold(words), "kind": kind}
                for row_id, kind, words in entries
            ],
        )


def drop_texts(tx: Connection, ids: Sequence[int]) -> None:
    """Take rows out of the search index."""
    if ids:
        tx.execute(
            text("DELETE FROM search_index WHERE rowid = :id"), [{"id": row_id} for row_id in ids]
        )
