"""Judgements with their history, dismissals, and the settings of the dossier."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.records import (
    Dismissal,
    Judgement,
    Reason,
    Standing,
    Status,
    VersionJudgement,
)


def list_judgements(connection: Connection, point_id: int) -> list[Judgement]:
    """Return the judgements on a point, the newest first."""
    heads = connection.execute(
        text("SELECT * FROM judgement WHERE point_id = :point ORDER BY id DESC"),
        {"point": point_id},
    ).all()
    return [
        Judgement(
            id=row.id, point_id=row.point_id, status=Status(row.status), grounds=row.grounds,
            versions=_versions(connection, row.id), judged_at=row.judged_at,
            fingerprint=row.fingerprint,
        )
        for row in heads
    ]  # fmt: skip


def _versions(connection: Connection, judgement_id: int) -> tuple[VersionJudgement, ...]:
    rows = connection.execute(
        text("SELECT * FROM version_judgement WHERE judgement_id = :id ORDER BY id"),
        {"id": judgement_id},
    )
    return tuple(
        VersionJudgement(
            row.answer, Standing(row.standing), row.grounds, tuple(json.loads(row.claim_ids))
        )
        for row in rows
    )


def list_dismissals(
    connection: Connection, point_id: int, ids: Iterable[int] = ()
) -> list[Dismissal]:
    """Return the dismissals of flags on a point, and those with the given ids, newest first."""
    rows = connection.execute(
        text(
            "SELECT * FROM dismissal WHERE point_id = :point "
            "OR id IN (SELECT value FROM json_each(:ids)) ORDER BY id DESC"
        ),
        {"point": point_id, "ids": json.dumps(list(ids))},
    )
    return [
        Dismissal(
            id=row.id, point_id=row.point_id, flag=row.flag, reason=Reason(row.reason),
            grounds=row.grounds, dismissed_at=row.dismissed_at, fingerprint=row.fingerprint,
        )
        for row in rows
    ]  # fmt: skip


def list_settings(connection: Connection) -> dict[str, str]:
    """Return the settings that travel with the dossier."""
    return {
        row.key: row.value for row in connection.execute(text("SELECT key, value FROM setting"))
    }


def find_meta(connection: Connection, key: str) -> str:
    """Return a fact about the file itself, or an empty text."""
    return connection.scalar(text("SELECT value FROM meta WHERE key = :key"), {"key": key}) or ""
