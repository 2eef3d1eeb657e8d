"""Who draws on whom: accounts with their speakers, and derivations between them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

from app.domain.records import Degree, Derivation


def list_tellings(connection: Connection) -> Sequence[RowMapping]:
    """Return id, siglum, source_id, is_own, speaker_id and speaker of every account.

    A speaker who turned out to be another person is that person.
    """
    return (
        connection.execute(
            text(
                "SELECT account.id, siglum, source_id, is_own, "
                "COALESCE(person.id, speaker.id) AS speaker_id, "
                "COALESCE(person.name, speaker.name) AS speaker FROM account "
                "LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id "
                "LEFT JOIN subject AS person ON person.id = speaker.same_as_id "
                "ORDER BY account.id"
            )
        )
        .mappings()
        .all()
    )


def list_derivations(connection: Connection) -> list[Derivation]:
    """Return every derivation, denied ones too, with the points it is limited to."""
    points: dict[int, tuple[int, ...]] = {}
    for row in connection.execute(
        text("SELECT derivation_id, point_id FROM derivation_point ORDER BY id")
    ):
        points[row.derivation_id] = (*points.get(row.derivation_id, ()), row.point_id)
    rows = connection.execute(
        text("SELECT id, borrower_id, lender_id, degree, grounds FROM derivation ORDER BY id")
    )
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
