"""Noting that an account was read for an answer in vain, or is yet to be read for it."""

from __future__ import annotations

from typing import Any

from app.domain.errors import UserError
from app.domain.synopsis import CellState
from app.services.actions import Action
from app.services.workspace import Workspace
from app.store.commands.remarks import put_search_note
from app.store.queries.remarks import (
    SEARCHED,
    UNREAD,
    SearchNote,
    find_search_note,
    list_claimed,
)

STATES = {SEARCHED: CellState.SEARCHED, UNREAD: CellState.UNREAD}


def note_search(
    workspace: Workspace, account_id: int, point_id: int, state: CellState, note: str = ""
) -> None:
    """Note that an account was searched for a point in vain, or is not yet read for it.

    ``CellState.UNKNOWN`` takes the note back. An account with a claim on the point is refused.
    """
    kept = {shown: name for name, shown in STATES.items()} | {CellState.UNKNOWN: ""}
    if state not in kept:
        raise UserError("Record an answer or a silence as a claim, not as a note on a search.")

    def change(tx: Any) -> None:
        if kept[state] and list_claimed(tx, account_id, point_id):
            raise UserError("The account speaks to this point already; its claims are recorded.")
        put_search_note(tx, account_id, point_id, kept[state], note if kept[state] else "")

    workspace.perform(Action.NOTE_SEARCH, change)


def find_search(workspace: Workspace, account_id: int, point_id: int) -> SearchNote | None:
    """Return what is noted of one account on one point."""
    with workspace.reading() as connection:
        return find_search_note(connection, account_id, point_id)
