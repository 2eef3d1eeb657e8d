"""What is noted in a synopsis of accounts that give no answer: searches, and silences weighed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.synopsis import Cell, CellState
from app.services.searches import find_search, note_search
from app.services.silences import list_silences
from app.services.synopsis import list_column_heads
from app.ui.bridge import Bridge
from app.ui.dialogs.search_note import SearchNoteDialog
from app.ui.dialogs.silences import SilencesDialog
from app.ui.panels.page_actions import PageCommand
from app.ui.widgets.synopsis_grid import SynopsisGrid

NOTE_COMMANDS = (
    PageCommand("synopsis.searched", "Searched, not &found", "S", anywhere=False),
    PageCommand("synopsis.unread", "&Not yet read", "N", anywhere=False),
    PageCommand("synopsis.clear", "&Take that note back", "Del", anywhere=False),
    PageCommand("synopsis.note", "Note of another acco&unt, or on all points…", "Ctrl+Shift+U"),
    PageCommand("synopsis.weigh", "&Weigh silences on this point…", "Ctrl+Shift+L"),
)
_STATES = {
    "synopsis.searched": CellState.SEARCHED,
    "synopsis.unread": CellState.UNREAD,
    "synopsis.clear": CellState.UNKNOWN,
}


class SynopsisNotes(QObject):
    """Notes what is asked for of the grid's current cell, or of any account."""

    status_said = Signal(str)
    """Something was done, or cannot be: a sentence for the status line."""

    def __init__(self, bridge: Bridge, grid: SynopsisGrid, page: QWidget) -> None:
        super().__init__(page)
        self._bridge, self._workspace = bridge, bridge.workspace
        self._grid, self._page = grid, page

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of the commands does."""
        return {
            "synopsis.note": self.ask,
            "synopsis.weigh": self.weigh,
            **{name: partial(self.note, state) for name, state in _STATES.items()},
        }

    def words_of(self, cell: Cell) -> str:
        """Return the words that were noted with the state of the current cell."""
        point, account = self._grid.point, self._grid.account
        if cell.state not in _STATES.values() or point is None or account is None:
            return ""
        found = find_search(self._workspace, account.account_id, point.point_id)
        return found.note if found else ""

    def note(self, state: CellState) -> None:
        """Note that the current account was searched in vain, is to be read, or neither."""
        point, account = self._grid.point, self._grid.account
        if point is not None and account is not None:
            ids = account.account_id, point.point_id
            found = find_search(self._workspace, *ids)
            words = found.note if found else ""
            self._bridge.attempt(lambda: note_search(self._workspace, *ids, state, words))

    def ask(self) -> None:
        """Let any account be noted, on the current point or on all that are shown."""
        accounts, points = list_column_heads(self._workspace), self._grid.cells.points
        if not accounts or not points:
            self.status_said.emit("There is no account, or no point shown, to note anything of.")
            return
        point, account = self._grid.point or points[0], self._grid.account
        dialog = SearchNoteDialog(
            self._bridge, accounts, points, point.point_id,
            account.account_id if account else 0, self._page,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._go_to(dialog.account.member(), dialog.point_id))
        dialog.show_modal()

    def _go_to(self, account_id: int, point_id: int) -> None:
        cells = self._grid.cells
        if cells.column_of(account_id) >= 0:
            self._grid.choose(cells.line_of(point_id), cells.column_of(account_id))
        self._grid.setFocus()

    def weigh(self) -> None:
        """Let the user weigh why accounts do not speak to the current point."""
        point, account = self._grid.point, self._grid.account
        if point is None or account is None:
            return
        silences = list_silences(self._workspace, point.point_id)
        if silences:
            shown = SilencesDialog(
                self._bridge, point.heading, silences, account.account_id, self._page
            )
            shown.show_modal()
        else:
            self.status_said.emit("Every account of this subject speaks to this point.")
