"""Rules, and which points hang together by them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.answers import Kind
from app.domain.records import Kin, Kinship, Rule

_AMONG = "IN (SELECT value FROM json_each(:ids))"
_NAMED = f"a_id {_AMONG} OR b_id {_AMONG} OR c_id {_AMONG}"
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
    """Return the given points with all that hang together with them by rules, roles or kin.

    Kin count once: births and deaths of the next of kin, with what hangs on those by rules.
    """
    given = list(point_ids)
    linked: set[int] = set()
    fresh = {*given, *list_points_of_kin(connection, given)}
    while fresh:
        linked |= fresh
        ids = {"ids": json.dumps(list(fresh))}
        found = set(connection.scalars(text(_LINKED), ids))
        fresh = found - linked
    return linked


_DATED = f"""
    SELECT DISTINCT COALESCE(subject.same_as_id, subject.id) AS id
    FROM point JOIN subject ON subject.id = point.subject_id
    WHERE point.id {_AMONG} AND point.kind = '{Kind.DATE}'"""
_NAMED_PERSONS = f"SELECT COALESCE(same_as_id, id) AS id FROM subject WHERE id {_AMONG}"
# Some persons, with each under every name (subject) that he has.
_CALLED = """person AS ({chosen}),
    called AS (
        SELECT person.id AS person, person.id AS id FROM person
        UNION ALL SELECT person.id, subject.id FROM person
        JOIN subject ON subject.same_as_id = person.id)"""
_PERSONS = f"WITH {_CALLED.format(chosen=_DATED)}"
_BOUND = f"""
    SELECT point.id FROM called JOIN point ON point.subject_id = called.id
    WHERE point.kind = '{Kind.DATE}' AND called.person IN (
        SELECT called.person FROM called JOIN point ON point.subject_id = called.id
        WHERE point.role <> '')"""
_LINKED = f"""{_PERSONS}
    SELECT other.value FROM rule, json_each(json_array(a_id, b_id, c_id)) AS other
    WHERE ({_NAMED}) AND other.value IS NOT NULL
    UNION {_BOUND}"""
_KIN = """
    SELECT COALESCE(one.same_as_id, one.id) AS subject_id,
           COALESCE(other.same_as_id, other.id) AS relative_id, kinship.kin AS kin
    FROM kinship JOIN subject AS one ON one.id = kinship.subject_id
    JOIN subject AS other ON other.id = kinship.relative_id
    WHERE kinship.subject_id IN (SELECT id FROM called)
    OR kinship.relative_id IN (SELECT id FROM called)"""
_ANY_KIN = "SELECT 1 FROM kinship LIMIT 1"
_BOUNDING = "('birth', 'death')"
_NEAR = f"""kin AS ({_KIN}),
    near AS (SELECT subject_id AS id FROM kin UNION SELECT relative_id FROM kin
             UNION SELECT id FROM person)
    SELECT point.id FROM near JOIN subject ON subject.id = near.id OR subject.same_as_id = near.id
    JOIN point ON point.subject_id = subject.id
    WHERE point.kind = '{Kind.DATE}' AND point.role IN {_BOUNDING}"""
_OF_KIN = f"{_PERSONS}, {_NEAR}"
_OF_PERSONS = f"WITH {_CALLED.format(chosen=_NAMED_PERSONS)}, {_NEAR}"


def list_kinships(connection: Connection, point_ids: Iterable[int]) -> list[Kinship]:
    """Return who is whose kin among the persons of the given points and their next of kin."""
    if connection.scalar(text(_ANY_KIN)) is None:
        return []
    statement = text(f"{_PERSONS} {_KIN} ORDER BY 1, 2, 3")
    rows = connection.execute(statement, {"ids": json.dumps(list(point_ids))})
    return [
        Kinship(row.subject_id, row.relative_id, Kin(row.kin))
        for row in dict.fromkeys(rows)
        if row.subject_id != row.relative_id
    ]


def list_points_of_kin(connection: Connection, point_ids: Iterable[int]) -> set[int]:
    """Return births and deaths of the persons of the given date points and their next of kin.

    None where the dossier knows of no kin at all.
    """
    if connection.scalar(text(_ANY_KIN)) is None:
        return set()
    return set(connection.scalars(text(_OF_KIN), {"ids": json.dumps(list(point_ids))}))


def list_bounding_points(connection: Connection, subject_ids: Iterable[int]) -> set[int]:
    """Return births and deaths of the given persons and their next of kin."""
    return set(connection.scalars(text(_OF_PERSONS), {"ids": json.dumps(list(subject_ids))}))


def list_ruled_points(connection: Connection, point_ids: Iterable[int]) -> list[int]:
    """Return those of the given points that a rule names or a role of their subject binds."""
    statement = text(
        f"{_PERSONS} SELECT point.id AS id FROM point WHERE point.id {_AMONG} AND ("
        "EXISTS (SELECT 1 FROM rule WHERE a_id = point.id) "
        "OR EXISTS (SELECT 1 FROM rule WHERE b_id = point.id) "
        "OR EXISTS (SELECT 1 FROM rule WHERE c_id = point.id)) "
        f"UNION {_BOUND} AND point.id {_AMONG} ORDER BY 1"
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
