"""What the historian noted of accounts that give no answer: searches, and silences weighed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.engine import Connection

SEARCHED = "searched"
UNREAD = "unread"
"""States of a note: read through for an answer in vain; not yet read for it."""


@dataclass(frozen=True, slots=True)
class SearchNote:
    """That an account was read for a point in vain, or is yet to be read for it."""

    id: int
    account_id: int
    point_id: int
    state: str
    note: str


_NOTES = "SELECT id, account_id, point_id, state, note FROM search_note"


def list_search_notes(
    connection: Connection, point_ids: Iterable[int] | None = None
) -> list[SearchNote]:
    """Return the notes on the given points, or all, oldest first."""
    where, values = "", {}
    if point_ids is not None:
        where = " WHERE point_id IN (SELECT value FROM json_each(:ids))"
        values = {"ids": json.dumps(list(point_ids))}
    rows = connection.execute(text(f"{_NOTES}{where} ORDER BY id"), values).mappings()
    return [SearchNote(**row) for row in rows]


def find_search_note(connection: Connection, account_id: int, point_id: int) -> SearchNote | None:
    """Return what is noted of one account on one point."""
    statement = text(f"{_NOTES} WHERE account_id = :account AND point_id = :point")
    row = connection.execute(statement, {"account": account_id, "point": point_id}).mappings()
    found = row.first()
    return SearchNote(**found) if found else None


def list_claimed(connection: Connection, account_id: int, point_id: int) -> list[int]:
    """Return the claims of one account on one point."""
    statement = text("SELECT id FROM claim WHERE account_id = :account AND point_id = :point")
    return list(connection.scalars(statement, {"account": account_id, "point": point_id}))


def list_recorded(connection: Connection, account_id: int) -> set[int]:
    """Return the points on which anything is recorded of an account: a claim, or a note."""
    statement = text(
        "SELECT point_id FROM claim WHERE account_id = :account "
        "UNION SELECT point_id FROM search_note WHERE account_id = :account"
    )
    return set(connection.scalars(statement, {"account": account_id}))


def list_searched(connection: Connection) -> list[tuple[int, int]]:
    """Return ``(account, point)`` of the searches in vain."""
    rows = connection.execute(
        text("SELECT account_id, point_id FROM search_note WHERE state = :state"),
        {"state": SEARCHED},
    )
    return [(row.account_id, row.point_id) for row in rows]
