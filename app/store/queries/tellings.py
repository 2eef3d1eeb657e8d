"""Who told what when: speakers with their accounts, and the points that these speak to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

_AMONG = "IN (SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """One speaker as a list shows him; one who turned out to be another is that other."""

    id: int
    name: str
    accounts: int
    claims: int


_SPEAKERS = """
    SELECT person.id, person.name, count(DISTINCT account.id) AS accounts, count(*) AS claims
    FROM account JOIN claim ON claim.account_id = account.id
    JOIN subject AS speaker ON speaker.id = account.speaker_id
    JOIN subject AS person ON person.id = COALESCE(speaker.same_as_id, speaker.id)
    GROUP BY person.id HAVING count(DISTINCT account.id) >= :least
    ORDER BY accounts DESC, claims DESC, person.folded, person.id"""


def list_speakers(connection: Connection, *, at_least: int) -> list[SpeakerLine]:
    """Return who gave at least so many accounts that make claims, most accounts first."""
    rows = connection.execute(text(_SPEAKERS), {"least": at_least}).mappings()
    return [SpeakerLine(**row) for row in rows]


def get_speaker_name(connection: Connection, speaker_id: int) -> str:
    """Return the name of a speaker; raises ``LookupError`` when there is none."""
    found = connection.scalar(text("SELECT name FROM subject WHERE id = :id"), {"id": speaker_id})
    if found is None:
        raise LookupError(f"no subject {speaker_id}")
    return str(found)


def list_accounts_by(connection: Connection, speaker_id: int) -> list[int]:
    """Return the accounts that a person gave, under whatever name."""
    statement = text(
        "SELECT account.id FROM account JOIN subject ON subject.id = account.speaker_id "
        "WHERE COALESCE(subject.same_as_id, subject.id) = "
        "(SELECT COALESCE(same_as_id, id) FROM subject WHERE id = :id) "
        "AND EXISTS (SELECT 1 FROM claim WHERE claim.account_id = account.id) ORDER BY account.id"
    )
    return list(connection.scalars(statement, {"id": speaker_id}))


def list_points_of_accounts(connection: Connection, account_ids: Iterable[int]) -> list[int]:
    """Return the points that the accounts speak to, by subject and question."""
    statement = text(
        "SELECT point.id FROM point JOIN subject ON subject.id = point.subject_id "
        f"WHERE point.id IN (SELECT point_id FROM claim WHERE account_id {_AMONG}) "
        "ORDER BY subject.folded, subject.id, point.id"
    )
    return list(connection.scalars(statement, {"ids": json.dumps(list(account_ids))}))


def list_event_points(connection: Connection, speaker_id: int) -> Sequence[RowMapping]:
    """Return id, subject and question of date points about events, or that a person speaks to."""
    statement = text(
        "SELECT point.id, subject.name AS subject, point.question FROM point "
        "JOIN subject ON subject.id = point.subject_id WHERE point.kind = 'date' "
        "AND (subject.kind = 'event' OR point.id IN (SELECT point_id FROM claim "
        f"WHERE account_id {_AMONG})) "
        "ORDER BY subject.kind <> 'event', subject.folded, point.folded, point.id"
    )
    ids = json.dumps(list_accounts_by(connection, speaker_id))
    return connection.execute(statement, {"ids": ids}).mappings().all()
