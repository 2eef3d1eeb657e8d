"""Noting that an account was read for an answer in vain, or is yet to be read for it."""

from __future__ import annotations

from collections.abc import Iterable
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
    list_recorded,
)

STATES = {SEARCHED: CellState.SEARCHED, UNREAD: CellState.UNREAD}


def note_search(
    workspace: Workspace, account_id: int, point_id: int, state: CellState, note: str = ""
) -> None:
    """Note that an account was searched for a point in vain, or is not yet read for it.

    ``CellState.UNKNOWN`` takes the note back. An account with a claim on the point is refused.
    """
    kept = _kept(state)

    def change(tx: Any) -> None:
        if kept and list_claimed(tx, account_id, point_id):
            raise UserError("The account speaks to this point already; its claims are recorded.")
        put_search_note(tx, account_id, point_id, kept, note if kept else "")

    workspace.perform(Action.NOTE_SEARCH, change)


def note_searches(
    workspace: Workspace,
    account_id: int,
    point_ids: Iterable[int],
    state: CellState,
    note: str = "",
) -> None:
    """Note the same of an account on all of the points on which nothing is recorded of it.

    One step to undo; refused when something is recorded of the account on every one of them.
    """
    kept = _kept(state)

    def change(tx: Any) -> None:
        blank = set(point_ids) - list_recorded(tx, account_id)
        if not blank:
            raise UserError(
                "Something is recorded of this account on every one of these points already; "
                "choose one point to change what is noted there."
            )
        for point in sorted(blank):
            put_search_note(tx, account_id, point, kept, note)

    workspace.perform(Action.NOTE_SEARCH, change)


def _kept(state: CellState) -> str:
    """Return how a state is kept; empty for one that takes a note back."""
    kept = {shown: name for name, shown in STATES.items()} | {CellState.UNKNOWN: ""}
    if state not in kept:
        raise UserError("Record an answer or a silence as a claim, not as a note on a search.")
    return kept[state]


def find_search(workspace: Workspace, account_id: int, point_id: int) -> SearchNote | None:
    """Return what is noted of one account on one point."""
    with workspace.reading() as connection:
        return find_search_note(connection, account_id, point_id)
