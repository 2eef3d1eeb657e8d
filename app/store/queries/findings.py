"""What was found, as lists need it: lines of points and flags, by ids in windows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

from app.domain.answers import Kind


@dataclass(frozen=True, slots=True)
class PointLine:
    """One point as a list shows it."""

    id: int
    subject_id: int
    subject: str
    question: str
    kind: Kind
    status: str
    claims: int
    versions: int
    contradictions: int
    tensions: int
    apparatus: str
    judgement: str
    """Status of the newest judgement; ``open`` where there is none."""
    is_stale: bool
    """Whether the claims weighed by that judgement have changed since."""
    lemma: str = ""
    open_contradictions: int = 0
    """Without the flags that the historian has set aside."""
    open_tensions: int = 0


@dataclass(frozen=True, slots=True)
class FlagLine:
    """One flag as the inbox shows it."""

    id: int
    identity: str
    point_id: int
    subject: str
    question: str
    kind: str
    level: str
    why: str
    claim_ids: tuple[int, ...]
    sigla: tuple[str, ...]
    dismissal_id: int | None
    """The dismissal that still holds for it, if any."""
    fingerprint: str = ""
    point_ids: tuple[int, ...] = ()
    """All points concerned, where a rule reaches over several."""
    rule_ids: tuple[int, ...] = ()


_NEWEST = (
    "SELECT judgement.point_id, judgement.status, judgement.fingerprint FROM judgement "
    "WHERE judgement.id = (SELECT max(later.id) FROM judgement AS later "
    "WHERE later.point_id = judgement.point_id)"
)
SET_ASIDE = (
    "SELECT concerned.value AS point_id, sum(flag.level = 'contradicts') AS contradictions, "
    "sum(flag.level <> 'contradicts') AS tensions "
    "FROM (SELECT DISTINCT point_id, flag AS identity, fingerprint FROM dismissal) AS aside "
    "JOIN flag USING (point_id, identity, fingerprint), json_each(flag.point_ids) AS concerned "
    "GROUP BY concerned.value"
)
"""How many flags of each point the historian has set aside; those that came back do not count."""
_POINT_LINES = f"""
    SELECT point.id, point.subject_id, subject.name AS subject, point.question, point.kind,
           COALESCE(state.status, 'clear') AS status, COALESCE(state.claims, 0) AS claims,
           COALESCE(state.versions, 0) AS versions,
           COALESCE(state.contradictions, 0) AS contradictions,
           COALESCE(state.tensions, 0) AS tensions, COALESCE(state.apparatus, '') AS apparatus,
           COALESCE(judged.status, 'open') AS judgement,
           judged.fingerprint IS NOT NULL AND judged.fingerprint <> ''
               AND judged.fingerprint <> COALESCE(state.fingerprint, '') AS is_stale,
           point.lemma,
           COALESCE(state.contradictions - COALESCE(aside.contradictions, 0), 0)
               AS open_contradictions,
           COALESCE(state.tensions - COALESCE(aside.tensions, 0), 0) AS open_tensions
    FROM point JOIN subject ON subject.id = point.subject_id
    LEFT JOIN point_state AS state ON state.point_id = point.id
    LEFT JOIN ({_NEWEST}) AS judged ON judged.point_id = point.id
    LEFT JOIN ({SET_ASIDE}) AS aside ON aside.point_id = point.id
    WHERE point.id IN (SELECT value FROM json_each(:ids))"""
_FLAG_LINES = """
    SELECT flag.*, subject.name AS subject, point.question,
           (SELECT max(dismissal.id) FROM dismissal WHERE dismissal.point_id = flag.point_id
            AND dismissal.flag = flag.identity
            AND dismissal.fingerprint = flag.fingerprint) AS dismissal_id
    FROM flag JOIN point ON point.id = flag.point_id
    JOIN subject ON subject.id = point.subject_id"""


def list_point_lines(connection: Connection, ids: Iterable[int]) -> list[PointLine]:
    """Return the points with the given ids as lines, in that order."""
    wanted = list(ids)
    rows = connection.execute(text(_POINT_LINES), {"ids": json.dumps(wanted)}).mappings()
    found = {
        row["id"]: PointLine(
            **{**row, "kind": Kind(row["kind"]), "is_stale": bool(row["is_stale"])}
        )
        for row in rows
    }
    return [found[row_id] for row_id in wanted if row_id in found]


_OF_POINT = """
    WHERE flag.point_id = :point OR flag.kind IN ('chronology', 'arithmetic')
    AND EXISTS (SELECT 1 FROM json_each(flag.point_ids) WHERE value = :point)"""


def list_flags(connection: Connection, point_id: int | None = None) -> list[FlagLine]:
    """Return the flags of one point, or of all, the hardest first."""
    where = _OF_POINT if point_id is not None else ""
    order = " ORDER BY flag.level, subject.folded, point.folded, flag.identity"
    rows = connection.execute(text(_FLAG_LINES + where + order), {"point": point_id}).mappings()
    return [_flag_line(row) for row in rows]


def list_flag_lines(connection: Connection, ids: Iterable[int]) -> list[FlagLine]:
    """Return the flags with the given ids, in that order; those found anew since are left out."""
    wanted = list(ids)
    statement = text(f"{_FLAG_LINES} WHERE flag.id IN (SELECT value FROM json_each(:ids))")
    rows = connection.execute(statement, {"ids": json.dumps(wanted)}).mappings()
    found = {row["id"]: _flag_line(row) for row in rows}
    return [found[row_id] for row_id in wanted if row_id in found]


def _flag_line(row: RowMapping) -> FlagLine:
    return FlagLine(
        id=row["id"], identity=row["identity"], point_id=row["point_id"],
        subject=row["subject"], question=row["question"], kind=row["kind"],
        level=row["level"], why=row["why"], claim_ids=tuple(json.loads(row["claim_ids"])),
        sigla=tuple(json.loads(row["sigla"])), dismissal_id=row["dismissal_id"],
        fingerprint=row["fingerprint"], point_ids=tuple(json.loads(row["point_ids"])),
        rule_ids=tuple(json.loads(row["rule_ids"])),
    )  # fmt: skip


_ORDERS = {
    "points": "SELECT point.id FROM point JOIN subject ON subject.id = point.subject_id "
    "ORDER BY subject.folded, subject.id, point.folded, point.id",
    "contradictions": "SELECT state.point_id FROM point_state AS state "
    "JOIN point ON point.id = state.point_id JOIN subject ON subject.id = point.subject_id "
    "WHERE state.severity > 0 "
    "ORDER BY state.severity DESC, subject.folded, point.folded, point.id",
    "sources": "SELECT id FROM source ORDER BY key COLLATE NOCASE",
    "accounts": "SELECT id FROM account ORDER BY siglum COLLATE NOCASE",
    "subjects": "SELECT id FROM subject ORDER BY folded, id",
}


def list_ids(connection: Connection, listing: str) -> list[int]:
    """Return the ids of points, contradictions, sources, accounts or subjects, in order."""
    return list(connection.scalars(text(_ORDERS[listing])))


def list_claim_ids(connection: Connection, *, point_id: int = 0, account_id: int = 0) -> list[int]:
    """Return the ids of the claims on one point, or of one account."""
    column, value = ("point_id", point_id) if point_id else ("account_id", account_id)
    return list(
        connection.scalars(
            text(f"SELECT id FROM claim WHERE {column} = :value ORDER BY id"), {"value": value}
        )
    )


def count_rows(connection: Connection, tables: Sequence[str]) -> dict[str, int]:
    """Return how many rows each named table of the dossier holds."""
    return {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in tables}


def count_by_status(connection: Connection) -> dict[str, int]:
    """Return the number of points by status."""
    rows = connection.execute(
        text("SELECT status, count(*) AS number FROM point_state GROUP BY status")
    )
    return {row.status: row.number for row in rows}


def list_ids_of(connection: Connection, table: str) -> list[int]:
    """Return the ids of all rows of a table, oldest first."""
    return list(connection.scalars(text(f'SELECT id FROM "{table}" ORDER BY id')))
