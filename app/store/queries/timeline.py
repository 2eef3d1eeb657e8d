"""The date points of subjects, for the timeline."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.engine import Connection


def list_dated_subjects(connection: Connection) -> list[tuple[int, str]]:
    """Return the id and name of the subjects with a date point that claims answer, by name."""
    statement = text(
        "SELECT id, name FROM subject WHERE EXISTS (SELECT 1 FROM point "
        "JOIN claim ON claim.point_id = point.id "
        "WHERE point.subject_id = subject.id AND point.kind = 'date') ORDER BY folded, id"
    )
    return [(row.id, row.name) for row in connection.execute(statement)]


def list_date_points(connection: Connection, subject_ids: Iterable[int] | None = None) -> list[int]:
    """Return the date points of the given subjects, or of all, that claims answer."""
    where, values = "", {}
    if subject_ids is not None:
        where = "AND point.subject_id IN (SELECT value FROM json_each(:ids)) "
        values = {"ids": json.dumps(list(subject_ids))}
    statement = text(
        "SELECT point.id FROM point JOIN subject ON subject.id = point.subject_id "
        f"WHERE point.kind = 'date' {where}"
        "AND EXISTS (SELECT 1 FROM claim WHERE claim.point_id = point.id) "
        "ORDER BY subject.folded, subject.id, point.folded, point.id"
    )
    return list(connection.scalars(statement, values))
