"""What the engine needs of points: their claims with accounts and speakers, options, names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

from app.domain.answers import Kind

Row = RowMapping
"""One row of a query by column name, as the services see it."""


@dataclass(frozen=True, slots=True)
class CaseRows:
    """Rows of some points, by point id where they are many."""

    points: Sequence[RowMapping]
    claims: Mapping[int, Sequence[RowMapping]]
    options: Mapping[int, Sequence[RowMapping]]


_AMONG = "IN (SELECT value FROM json_each(:ids))"
_POINTS = f"""
    SELECT point.id, point.question, point.kind, point.several, point.lemma, point.unit,
           point.calendar, point.role, point.centrality, subject.name AS subject,
           COALESCE(subject.same_as_id, subject.id) AS subject_id
    FROM point JOIN subject ON subject.id = point.subject_id WHERE point.id {_AMONG}"""
_CLAIMS = f"""
    SELECT claim.id, claim.point_id, claim.account_id, claim.stance, claim.answer, claim.scope,
           account.siglum, account.source_id, account.date AS told,
           COALESCE(speaker.same_as_id, speaker.id) AS speaker_id,
           COALESCE(own.same_as_id, own.id) AS own_speaker_id,
           COALESCE(teller.same_as_id, teller.id) AS account_speaker_id,
           speaker.name AS speaker,
           (SELECT group_concat(kind || ' ' || value, ', ') FROM locator
            WHERE locator.claim_id = claim.id) AS place
    FROM claim JOIN account ON account.id = claim.account_id
    LEFT JOIN subject AS speaker ON speaker.id = COALESCE(claim.speaker_id, account.speaker_id)
    LEFT JOIN subject AS own ON own.id = claim.speaker_id
    LEFT JOIN subject AS teller ON teller.id = account.speaker_id
    WHERE claim.point_id {_AMONG} ORDER BY claim.id"""
_OPTIONS = f"SELECT * FROM option WHERE point_id {_AMONG} ORDER BY id"


def list_case_rows(connection: Connection, point_ids: Iterable[int]) -> CaseRows:
    """Return all that is needed to weigh the given points."""
    ids = {"ids": json.dumps(list(point_ids))}
    return CaseRows(
        points=connection.execute(text(_POINTS), ids).mappings().all(),
        claims=_by_point(connection.execute(text(_CLAIMS), ids).mappings()),
        options=_by_point(connection.execute(text(_OPTIONS), ids).mappings()),
    )


def _by_point(rows: Iterable[RowMapping]) -> dict[int, list[RowMapping]]:
    grouped: dict[int, list[RowMapping]] = {}
    for row in rows:
        grouped.setdefault(row["point_id"], []).append(row)
    return grouped


def list_point_ids(connection: Connection) -> list[int]:
    """Return the ids of all points, grouped by subject, in order of question."""
    return list(
        connection.scalars(
            text(
                "SELECT point.id FROM point JOIN subject ON subject.id = point.subject_id "
                "ORDER BY subject.folded, subject.id, point.folded, point.id"
            )
        )
    )


def list_subject_names(connection: Connection) -> list[Row]:
    """Return id, name, same_as_id, part_of_id and variants (JSON) of every subject."""
    return list(
        connection.execute(
            text(
                "SELECT id, name, same_as_id, part_of_id, "
                "(SELECT json_group_array(name) FROM name_variant WHERE subject_id = subject.id) "
                "AS variants FROM subject ORDER BY id"
            )
        ).mappings()
    )


_TOUCHED_BY = {
    "point": "SELECT id FROM point WHERE id {among}",
    "claim": "SELECT point_id FROM claim WHERE id {among}",
    "locator": "SELECT point_id FROM claim WHERE id IN (SELECT claim_id FROM locator "
    "WHERE id {among})",
    "option": "SELECT point_id FROM option WHERE id {among}",
    "account": "SELECT point_id FROM claim WHERE account_id {among}",
    "subject": "SELECT claim.point_id FROM claim JOIN account ON account.id = claim.account_id "
    "WHERE COALESCE(claim.speaker_id, account.speaker_id) {among} UNION "
    "SELECT id FROM point WHERE subject_id {among}",
}


def points_concerned(connection: Connection, table: str, ids: Iterable[int]) -> set[int]:
    """Return the points whose findings rest on the given rows of a table, as they now stand."""
    if table not in _TOUCHED_BY:
        return set()
    statement = text(_TOUCHED_BY[table].replace("{among}", _AMONG))
    return set(connection.scalars(statement, {"ids": json.dumps(list(ids))}))


def points_of_kind(connection: Connection, kind: Kind) -> set[int]:
    """Return the ids of all points of one kind."""
    return set(connection.scalars(text("SELECT id FROM point WHERE kind = :kind"), {"kind": kind}))


def living_points(connection: Connection, ids: Iterable[int]) -> set[int]:
    """Return those of the ids that are points now."""
    statement = text(f"SELECT id FROM point WHERE id {_AMONG}")
    return set(connection.scalars(statement, {"ids": json.dumps(list(ids))}))
