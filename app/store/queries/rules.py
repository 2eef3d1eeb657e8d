"""Rules, and which points hang together by them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.answers import Kind
from app.domain.records import Rule

_AMONG = "IN (SELECT value FROM json_each(:ids))"
_NAMED = f"a_id {_AMONG} OR b_id {_AMONG} OR c_id {_AMONG}"
_BOUND = "SELECT subject_id FROM point WHERE role <> ''"
_COLUMNS = "id, kind, a_id, b_id, c_id, relation, value, unit, note"


def list_rules(connection: Connection, point_ids: Iterable[int] | None = None) -> list[Rule]:
    """Return the rules that name any of the given points, or all rules, oldest first."""
    where = "" if point_ids is None else f"WHERE {_NAMED}"
    ids = json.dumps(list(point_ids or ()))
    rows = connection.execute(
        text(f"SELECT {_COLUMNS} FROM rule {where} ORDER BY id"), {"ids": ids} if where else {}
    ).mappings()
    return [Rule(**row) for row in rows]


def list_linked_points(connection: Connection, point_ids: Iterable[int]) -> set[int]:
    """Return the given points with all that hang together with them by rules or roles."""
    linked: set[int] = set()
    fresh = set(point_ids)
    while fresh:
        linked |= fresh
        ids = {"ids": json.dumps(list(fresh))}
        found = set(connection.scalars(text(_LINKED), ids))
        fresh = found - linked
    return linked


_LINKED = f"""
    SELECT other.value FROM rule, json_each(json_array(a_id, b_id, c_id)) AS other
    WHERE ({_NAMED}) AND other.value IS NOT NULL
    UNION
    SELECT id FROM point WHERE kind = '{Kind.DATE}' AND subject_id IN ({_BOUND})
    AND subject_id IN (SELECT subject_id FROM point WHERE id {_AMONG} AND kind = '{Kind.DATE}')"""


def list_ruled_points(connection: Connection, point_ids: Iterable[int]) -> list[int]:
    """Return those of the given points that a rule names or a role of their subject binds."""
    statement = text(
        f"SELECT point.id FROM point WHERE point.id {_AMONG} AND ("
        "EXISTS (SELECT 1 FROM rule WHERE a_id = point.id) "
        "OR EXISTS (SELECT 1 FROM rule WHERE b_id = point.id) "
        "OR EXISTS (SELECT 1 FROM rule WHERE c_id = point.id) "
        f"OR subject_id IN ({_BOUND})) ORDER BY point.id"
    )
    return list(connection.scalars(statement, {"ids": json.dumps(list(point_ids))}))


def list_death_points(connection: Connection, subject_ids: Iterable[int]) -> set[int]:
    """Return the points on the death of the given persons."""
    statement = text(f"SELECT id FROM point WHERE role = 'death' AND subject_id {_AMONG}")
    return set(connection.scalars(statement, {"ids": json.dumps(list(subject_ids))}))


def list_deaths(connection: Connection, speaker_ids: Iterable[int]) -> list[tuple[int, int]]:
    """Return ``(speaker, date point on his death)``; one who is another person died as that one."""
    statement = text(
        "SELECT speaker.id AS speaker, point.id AS point FROM subject AS speaker "
        "JOIN subject AS person "
        "ON COALESCE(person.same_as_id, person.id) = COALESCE(speaker.same_as_id, speaker.id) "
        "JOIN point ON point.subject_id = person.id AND point.role = 'death' "
        f"AND point.kind = '{Kind.DATE}' WHERE speaker.id {_AMONG} ORDER BY speaker.id, point.id"
    )
    rows = connection.execute(statement, {"ids": json.dumps(list(speaker_ids))})
    return [(row.speaker, row.point) for row in rows]


def list_dated_accounts(connection: Connection, subject_id: int) -> list[tuple[int, str, str]]:
    """Return ``(id, siglum, date)`` of the accounts that a person gave."""
    rows = connection.execute(
        text(
            "SELECT id, siglum, date FROM account WHERE speaker_id IN "
            "(SELECT id FROM subject WHERE id = :id OR same_as_id = :id) ORDER BY id"
        ),
        {"id": subject_id},
    )
    return [(row.id, row.siglum, row.date) for row in rows]
