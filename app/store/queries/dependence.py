"""Who draws on whom: accounts with their speakers, and derivations between them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

from app.domain.records import Degree, Derivation

_AMONG = "IN (SELECT value FROM json_each(:ids))"
_REACHED = f"""
    WITH RECURSIVE reached(id) AS (
        SELECT account_id FROM claim WHERE point_id {_AMONG}
        UNION SELECT mate.id FROM reached JOIN account ON account.id = reached.id
              JOIN account AS mate ON mate.source_id = account.source_id
        UNION SELECT derivation.lender_id FROM reached
              JOIN derivation ON derivation.borrower_id = reached.id
    )
    SELECT id FROM reached"""
_TELLINGS = """
    SELECT account.id, siglum, source_id, is_own,
           COALESCE(speaker.same_as_id, speaker.id) AS speaker_id
    FROM account LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id
    {where} ORDER BY account.id"""
_SPEAKERS = """
    SELECT COALESCE(person.id, speaker.id) AS id, COALESCE(person.name, speaker.name) AS name
    FROM subject AS speaker LEFT JOIN subject AS person ON person.id = speaker.same_as_id
    WHERE speaker.id IN (SELECT speaker_id FROM account {accounts}
                         UNION SELECT speaker_id FROM claim {claims})"""
_DERIVATIONS = (
    "SELECT id, borrower_id, lender_id, degree, grounds FROM derivation {where} ORDER BY id"
)


def list_reached_accounts(connection: Connection, point_ids: Iterable[int]) -> list[int]:
    """Return the accounts that speak to the given points, and all on which these may draw."""
    return list(connection.scalars(text(_REACHED), {"ids": json.dumps(list(point_ids))}))


def list_tellings(
    connection: Connection, account_ids: Iterable[int] | None = None
) -> Sequence[RowMapping]:
    """Return id, siglum, source_id, is_own and speaker_id of the given accounts, or of all.

    A speaker who turned out to be another person is that person.
    """
    where, ids = _restricted("account.id", account_ids)
    return connection.execute(text(_TELLINGS.format(where=where)), ids).mappings().all()


def list_speakers(
    connection: Connection,
    account_ids: Iterable[int] | None = None,
    point_ids: Iterable[int] | None = None,
) -> dict[int, str]:
    """Return the names of all who give the accounts or speak on the points, by subject id."""
    accounts, claims = "", ""
    values: dict[str, str] = {}
    if account_ids is not None and point_ids is not None:
        accounts = "WHERE id IN (SELECT value FROM json_each(:accounts))"
        claims = "WHERE point_id IN (SELECT value FROM json_each(:points))"
        values = {
            "accounts": json.dumps(list(account_ids)),
            "points": json.dumps(list(point_ids)),
        }
    statement = text(_SPEAKERS.format(accounts=accounts, claims=claims))
    return {row.id: row.name for row in connection.execute(statement, values)}


def _restricted(column: str, ids: Iterable[int] | None) -> tuple[str, dict[str, str]]:
    if ids is None:
        return "", {}
    return f"WHERE {column} {_AMONG}", {"ids": json.dumps(list(ids))}


def list_derivations(
    connection: Connection, borrower_ids: Iterable[int] | None = None
) -> list[Derivation]:
    """Return the derivations of the given borrowers, or all, with the points they are limited to.

    Denied ones are among them.
    """
    where, ids = _restricted("borrower_id", borrower_ids)
    rows = connection.execute(text(_DERIVATIONS.format(where=where)), ids).all()
    named, those = (
        ("", {}) if borrower_ids is None else _restricted("derivation_id", [row.id for row in rows])
    )
    points: dict[int, tuple[int, ...]] = {}
    statement = f"SELECT derivation_id, point_id FROM derivation_point {named} ORDER BY id"
    for row in connection.execute(text(statement), those):
        points[row.derivation_id] = (*points.get(row.derivation_id, ()), row.point_id)
    return [
        Derivation(
            row.id, row.borrower_id, row.lender_id, Degree(row.degree), row.grounds,
            points.get(row.id, ()),
        )
        for row in rows
    ]  # fmt: skip


def list_voices(connection: Connection) -> list[tuple[int, int, bool]]:
    """Return ``(account, source, whether it is the source's own voice)`` of every account."""
    rows = connection.execute(text("SELECT id, source_id, is_own FROM account ORDER BY id"))
    return [(row.id, row.source_id, bool(row.is_own)) for row in rows]


def list_points_told(connection: Connection, account_ids: Iterable[int]) -> set[int]:
    """Return the points that any of the given accounts speaks to."""
    statement = text(
        "SELECT DISTINCT point_id FROM claim "
        "WHERE account_id IN (SELECT value FROM json_each(:ids))"
    )
    return set(connection.scalars(statement, {"ids": json.dumps(list(account_ids))}))


def list_accounts_of_speakers(connection: Connection, subject_ids: Iterable[int]) -> list[int]:
    """Return the accounts that the given persons, or those who turned out to be them, gave."""
    statement = text(
        "SELECT account.id FROM account JOIN subject ON subject.id = account.speaker_id "
        "WHERE COALESCE(subject.same_as_id, subject.id) IN (SELECT value FROM json_each(:ids)) "
        "OR subject.id IN (SELECT value FROM json_each(:ids)) ORDER BY account.id"
    )
    return list(connection.scalars(statement, {"ids": json.dumps(list(subject_ids))}))


def list_derivations_limited_to(connection: Connection, point_id: int) -> list[int]:
    """Return the derivations that hold on the given point only."""
    statement = text(
        "SELECT derivation_id FROM derivation_point GROUP BY derivation_id "
        "HAVING min(point_id) = :point AND max(point_id) = :point"
    )
    return list(connection.scalars(statement, {"point": point_id}))
