"""Writing what was found: flags, the state of points, the search index. Derived, never logged."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.analysis import Findings, PointStatus
from app.domain.flags import Flag, FlagLevel
from app.domain.hulls import Hull
from app.domain.names import fold
from app.store import tables
from app.store.ids import new_id

_SEVERITY = {PointStatus.CLEAR: 0, PointStatus.TENSION: 1, PointStatus.CONTRADICTED: 2}
_DROPPED = [
    text(f"DELETE FROM {table.name} WHERE point_id IN (SELECT value FROM json_each(:ids))")
    for table in tables.DERIVED
]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found on one point, alone and across points, to be kept beside it."""

    findings: Findings
    across: tuple[Flag, ...]
    claims: int
    fingerprint: str
    hulls: tuple[Hull, ...] = ()


def replace_findings(tx: Connection, points: Iterable[int], found: Mapping[int, Found]) -> None:
    """Drop what was found on ``points``, then keep what is found now, by point.

    A flag across points is kept once, with the first of its points, and counted with each.
    """
    ids = json.dumps(list(points))
    if ids != "[]":
        for statement in _DROPPED:
            tx.execute(statement, {"ids": ids})
    states = [_state_row(point, parts) for point, parts in found.items()]
    flags = [row for point, parts in found.items() for row in _flag_rows(point, parts)]
    hulls = [row for point, parts in found.items() for row in _hull_rows(point, parts)]
    for table, rows in ((tables.point_state, states), (tables.flag, flags), (tables.hull, hulls)):
        if rows:
            tx.execute(table.insert(), rows)


def _state_row(point_id: int, found: Found) -> dict[str, object]:
    levels = [flag.level for flag in (*found.findings.flags, *found.across)]
    return {
        "point_id": point_id,
        "status": found.findings.status,
        "severity": max(_SEVERITY[found.findings.status], 1 if levels else 0),
        "claims": found.claims,
        "versions": len(found.findings.versions),
        "contradictions": levels.count(FlagLevel.CONTRADICTS),
        "tensions": levels.count(FlagLevel.TENSION),
        "apparatus": found.findings.apparatus,
        "fingerprint": found.fingerprint,
    }


def _flag_rows(point_id: int, found: Found) -> list[dict[str, object]]:
    across = [flag for flag in found.across if flag.point_ids[0] == point_id]
    return [
        {
            "id": new_id(),
            "point_id": point_id,
            "identity": flag.identity,
            "kind": flag.kind,
            "level": flag.level,
            "why": flag.why,
            "claim_ids": json.dumps(flag.claim_ids),
            "point_ids": json.dumps(flag.point_ids or (point_id,)),
            "rule_ids": json.dumps(flag.rule_ids),
            "sigla": json.dumps(flag.sigla, ensure_ascii=False),
            "fingerprint": flag.fingerprint,
        }
        for flag in (*found.findings.flags, *across)
    ]


def _hull_rows(point_id: int, found: Found) -> list[dict[str, object]]:
    return [
        {
            "point_id": point_id,
            "grp": hull.group,
            "claim_id": hull.claim_id,
            "low": hull.low,
            "high": hull.high,
            "wide_low": hull.wide_low,
            "wide_high": hull.wide_high,
            "gaps": hull.gaps,
        }
        for hull in found.hulls
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
