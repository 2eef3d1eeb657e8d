"""What a hypothetical change touches: the points that sources, accounts or speakers speak to."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.engine import Connection

_TOLD_BY = """WHERE account.source_id IN (SELECT value FROM json_each(:sources))
    OR account.id IN (SELECT value FROM json_each(:accounts))
    OR COALESCE(speaker.same_as_id, speaker.id) IN (SELECT value FROM json_each(:speakers))"""


def _values(
    source_ids: Iterable[int], account_ids: Iterable[int], speaker_ids: Iterable[int]
) -> dict[str, str]:
    return {
        "sources": json.dumps(list(source_ids)),
        "accounts": json.dumps(list(account_ids)),
        "speakers": json.dumps(list(speaker_ids)),
    }


def list_points_told_by(
    connection: Connection,
    source_ids: Iterable[int],
    account_ids: Iterable[int],
    speaker_ids: Iterable[int],
) -> set[int]:
    """Return the points on which any of the sources, accounts or speakers makes a claim."""
    statement = text(
        "SELECT claim.point_id FROM claim JOIN account ON account.id = claim.account_id "
        "LEFT JOIN subject AS speaker "
        "ON speaker.id = COALESCE(claim.speaker_id, account.speaker_id) "
        f"{_TOLD_BY}"
    )
    values = _values(source_ids, account_ids, speaker_ids)
    return set(connection.scalars(statement, values))


def list_accounts_of(
    connection: Connection,
    source_ids: Iterable[int],
    account_ids: Iterable[int],
    speaker_ids: Iterable[int],
) -> list[int]:
    """Return the accounts in the sources, those named, and those that the speakers gave."""
    statement = text(
        "SELECT account.id FROM account LEFT JOIN subject AS speaker "
        "ON speaker.id = account.speaker_id "
        f"{_TOLD_BY}"
    )
    values = _values(source_ids, account_ids, speaker_ids)
    return list(connection.scalars(statement, values))


def list_persons(connection: Connection, subject_ids: Iterable[int]) -> list[int]:
    """Return the persons that the given subjects turned out to be, or they themselves."""
    statement = text(
        "SELECT DISTINCT COALESCE(same_as_id, id) FROM subject "
        "WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY 1"
    )
    return list(connection.scalars(statement, {"ids": json.dumps(list(subject_ids))}))


def list_source_keys(connection: Connection) -> dict[int, str]:
    """Return the key of every source by its id."""
    return {row.id: row.key for row in connection.execute(text("SELECT id, key FROM source"))}
