"""What the historian noted of accounts that give no answer: searches, and silences weighed."""

from __future__ import annotations

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


def list_search_notes(connection: Connection) -> list[SearchNote]:
    """Return every such note, oldest first."""
    rows = connection.execute(
        text("SELECT id, account_id, point_id, state, note FROM search_note ORDER BY id")
    ).mappings()
    return [SearchNote(**row) for row in rows]


def list_searched(connection: Connection) -> list[tuple[int, int]]:
    """Return ``(account, point)`` of the searches in vain."""
    rows = connection.execute(
        text("SELECT account_id, point_id FROM search_note WHERE state = :state"),
        {"state": SEARCHED},
    )
    return [(row.account_id, row.point_id) for row in rows]
