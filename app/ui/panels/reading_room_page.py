"""The reading room: sources that nobody has seen yet, what hangs on them, and what to order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from app.domain.reading_room import Unseen, order_lines, order_list
from app.services.order_list import write_order_list
from app.services.reading_room import list_unseen
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.models.row_window import RowColumn
from app.ui.panels.form_side import action_button
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.pages import HeadedPage
from app.ui.widgets.held_table import HeldTable
from app.ui.widgets.passage import Passage, Segment
from app.ui.widgets.rooms import QuietScroll, column_of, divided
from app.ui.widgets.texts import PlainLabel, plain_tooltip, told_whole

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_COMMANDS = (
    PageCommand("order.copy", "&Copy order list", "Ctrl+Shift+C"),
    PageCommand("order.write", "&Export order list…", "Ctrl+Shift+P"),
)
_FORMATS = "PDF (*.pdf);;Web page (*.html);;Word document (*.docx);;Markdown (*.md)"
_NOTHING = (
    "Every source has been seen. A source known only through another is marked on its page: copy "
    "seen ▸ quoted after another source. Those are then listed here with all that hangs on them, "
    "and with their call numbers, as a list to order by."
)


def _named(source: Unseen) -> str:
    return ", ".join(filter(None, (source.author, source.title, source.date)))


def _versions(source: Unseen) -> str:
    if source.versions_alone:
        return f"{source.versions} ({source.versions_alone} alone)"
    return str(source.versions or "–")


def _versions_role(source: Unseen, role: int) -> object:
    if role == Qt.ItemDataRole.ToolTipRole and source.versions_alone:
        return plain_tooltip(f"{counted(source.versions_alone, 'version')} on its word alone")
    return None


def _place(source: Unseen) -> str:
    return ", ".join(filter(None, (source.repository, source.call_number))) or "not known where"


_COLUMNS = (
    RowColumn[Unseen]("Source", lambda source: source.key),
    RowColumn[Unseen]("Title", _named, told_whole(_named)),
    RowColumn[Unseen]("Lies in", _place, told_whole(_place)),
    RowColumn[Unseen]("Quoted after", lambda source: source.quoted_after),
    RowColumn[Unseen]("Flags", lambda source: str(source.flags or "–"), alignment=_CENTRE),
    RowColumn[Unseen]("Versions", _versions, _versions_role, _CENTRE),
    RowColumn[Unseen]("Claims", lambda source: str(source.claims or "–"), alignment=_CENTRE),
)


class ReadingRoomPage(HeadedPage):
    """Lists unseen sources, those on which most hangs first; Enter opens one."""

    source_asked = Signal(object)
    """The source with this id is to be shown."""
    title = "Reading room"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, _NOTHING, parent)
        slots = {"order.copy": self.copy_list, "order.write": self.ask_where}
        self.commands = make_actions(self, _COMMANDS, slots)
        self.summary = PlainLabel(parent=self, muted=True)
        self.table = HeldTable[Unseen](
            _COLUMNS, (8, 40, 24, 12, 7, 12, 8), self, id_of=lambda source: source.source_id,
            name="Sources not seen yet", spare=(3,),
        )  # fmt: skip
        self.orders = Passage(self, in_tabs=True)
        self.orders.setAccessibleName("Order list")
        self._lay_out()
        self.table.opened.connect(self.source_asked)

    def _lay_out(self) -> None:
        self.add_title({}, *(action_button(action, self) for action in self.commands.values()))
        self.add_line({self.summary: 1})
        rows = column_of(self.table, margins=(24, 0, 24, 8), fills=self.table)
        to_order = PlainLabel("To order", self, muted=True)
        words = column_of(to_order, self.orders, margins=(24, 10, 24, 16))
        self._lists = divided(rows, QuietScroll(words, self), (100, 100))
        self.add_content(self._lists)

    @override
    def read(self) -> None:
        """Look anew for what was not seen."""
        unseen = list_unseen(self.workspace)
        self.table.show_records(unseen)
        self.table.choose_first()
        self.orders.show_segments(_segments(unseen))
        for action in self.commands.values():
            action.setEnabled(bool(unseen))
        are = "is" if len(unseen) == 1 else "are"
        known = f"{counted(len(unseen), 'source')} {are} known only through others"
        self.summary.setText(f"{known}; those on which most hangs come first" if unseen else "")
        self.show_content(self._lists if unseen else None)

    def copy_list(self) -> None:
        """Put the order list on the clipboard."""
        lines = order_lines(order_list(self.table.records))
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.status_said.emit("Copied the order list.")

    def ask_where(self) -> None:
        """Ask for a file and write the order list into it."""
        beside = self.workspace.path.with_name("order list.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, "Export order list", str(beside), _FORMATS)
        if chosen:
            self.write_list(Path(chosen))

    def write_list(self, path: Path) -> None:
        """Write the order list into a file, in the format of its ending."""
        today = datetime.now().astimezone().date()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            written = self.bridge.attempt(lambda: write_order_list(self.workspace, path, today))
        finally:
            QGuiApplication.restoreOverrideCursor()
        if written is not None:
            self.status_said.emit(f"Wrote {written}.")

    @override
    def find_home(self) -> QWidget:
        return self.table


def _segments(unseen: list[Unseen]) -> Iterator[Segment]:
    for place, group in enumerate(order_list(unseen)):
        heading, *lines = order_lines([group])
        yield Segment(f"{chr(10) * (2 if place else 0)}{heading}", bold=True)
        for line in lines:
            yield Segment(f"\n{line}")
