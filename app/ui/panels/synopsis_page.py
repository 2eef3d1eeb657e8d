"""The synopsis: points by subject, accounts in order of telling, each answer held against one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.synopsis import CellState, Frame, Row
from app.services.synopsis import Selection, count_answers, get_frame, get_rows
from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.panels.form_side import action_button
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.synopsis_filters import SynopsisFilters
from app.ui.panels.synopsis_notes import NOTE_COMMANDS, SynopsisNotes
from app.ui.panels.yardstick_choice import YardstickChoice
from app.ui.pauses import set_loaded_objects_aside
from app.ui.widgets.low_scroll import LowScroll
from app.ui.widgets.passage import Passage
from app.ui.widgets.synopsis_grid import SynopsisGrid
from app.ui.widgets.synopsis_legend import SynopsisLegend
from app.ui.widgets.synopsis_words import segments_of
from app.ui.widgets.texts import HeadingLabel, PlainLabel

_COMMANDS = (
    PageCommand("synopsis.hold", "&Hold the others against this account", "Ctrl+H"),
    PageCommand("synopsis.hold_answer", "Hold this point's others against this &answer",
                "Ctrl+Shift+H"),
    PageCommand("synopsis.yardstick", "&Choose what to hold against", "F4"),
    PageCommand("synopsis.subject", "Choose &subject", "Shift+F4"),
    PageCommand("synopsis.contradicted", "Contradicted points &only", "Ctrl+Shift+X"),
    PageCommand("synopsis.part", "All, co&re or periphery in turn", "Ctrl+Shift+Y"),
    PageCommand("synopsis.marks", "What the &marks mean", "Ctrl+Shift+M"),
    *NOTE_COMMANDS,
    PageCommand("synopsis.export", "&Export synopsis…", "Ctrl+Shift+P"),
)  # fmt: skip
_NOTHING = (
    "Nothing can be laid side by side yet. The synopsis shows points as rows and accounts as "
    "columns, each cell what that account says: record a claim in the line below, or import "
    "sheets (Ctrl+I)."
)
_FILTERED = "No point is left by these choices: choose another subject, or all points."
_CELLS_ONLY = frozenset({"search_note", "silence_answer"})
_CELL_LINES = 3
_LOW = 24
"""Of fewer lines of text the page is too low for the legend; its chip and key still show it."""
_MANY_POINTS = 40
"""Beyond so many points one subject is shown at first."""
_MANY_CELLS = 100_000
"""From so many cells on, pauses while scrolling would be felt."""


class SynopsisPage(QWidget):
    """Lays accounts side by side; Enter opens a point, S and N note that one was searched."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""
    synopsis_export_asked = Signal(object, object)
    """What is shown is to be written: a ``Selection`` and a ``Yardstick``."""
    status_said = Signal(str)
    """Something was done: a sentence for the status line."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._workspace = bridge, bridge.workspace
        self._all = Frame((), ())
        self._is_stale = self._is_fresh = True
        self._is_low: bool | None = None
        self.yardstick = YardstickChoice(bridge.workspace, self)
        self.filters = SynopsisFilters(self)
        self.summary = PlainLabel(parent=self, muted=True)
        self.grid = SynopsisGrid(self._fetch, self)
        self.notes = SynopsisNotes(bridge, self.grid, self)
        self.cell = Passage(self)
        self.legend = SynopsisLegend(self)
        self.legend.hide()
        self.marks = self.filters.make_chip("Marks")
        self.nothing = PlainLabel(_NOTHING, self, muted=True, wraps=True)
        self.commands = self._make_commands()
        self._lay_out()
        self._watch()

    def _make_commands(self) -> dict[str, QAction]:
        slots: dict[str, Callable[[], object]] = {
            "synopsis.hold": self.hold_account,
            "synopsis.hold_answer": self.hold_answer,
            "synopsis.yardstick": self.yardstick.unfold,
            "synopsis.subject": self.filters.subject.unfold,
            "synopsis.contradicted": self.filters.contradicted.click,
            "synopsis.part": self.filters.next_part,
            "synopsis.marks": self.marks.click,
            "synopsis.export": self.export,
            **self.notes.slots(),
        }
        commands = make_actions(self, _COMMANDS, slots)
        for action in commands.values():
            self.grid.addAction(action)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for command in NOTE_COMMANDS:
            action = commands[command.id]
            action.setEnabled(self._workspace.is_writable)
            if not command.anywhere:  # a letter alone, so nowhere but in the grid
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return commands

    def _watch(self) -> None:
        self.yardstick.changed.connect(self._on_yardstick)
        self.filters.changed.connect(self._read)
        self.grid.opened.connect(self.point_asked)
        self.grid.moved.connect(self._show_cell)
        self.grid.account_chosen.connect(self.yardstick.hold_account)
        self.marks.toggled.connect(self.legend.setVisible)
        self.notes.status_said.connect(self.status_said)
        self._bridge.changed.connect(self._on_changed)

    # Laying out

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        self._below = QStackedLayout()
        layout.addLayout(self._below, 1)
        self._below.addWidget(self._sheet())
        empty = QWidget(self)
        around = QVBoxLayout(empty)
        around.setContentsMargins(24, 24, 24, 24)
        around.addWidget(self.nothing)
        around.addStretch(1)
        self._below.addWidget(empty)

    def _head(self) -> QVBoxLayout:
        against = PlainLabel("Held against", self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(HeadingLabel("Synopsis", self, scale=1.45))
        head.addSpacing(12)
        head.addWidget(against)
        head.addWidget(self.yardstick, 5)
        head.addWidget(self.filters.subject, 4)
        head.addStretch(1)
        head.addWidget(action_button(self.commands["synopsis.export"], self))
        below = QHBoxLayout()
        below.addWidget(self.filters.parts, 1)
        below.addWidget(self.filters.contradicted)
        below.addWidget(self.marks)
        below.addSpacing(8)
        below.addWidget(self.summary)
        filters = self.filters
        self._choices = (against, self.yardstick, filters.subject, filters.parts,
                         filters.contradicted, self.marks, self.summary)  # fmt: skip
        top = QVBoxLayout()
        top.setContentsMargins(24, 18, 24, 10)
        top.setSpacing(8)
        top.addLayout(head)
        top.addLayout(below)
        return top

    def _sheet(self) -> QWidget:
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        words = QVBoxLayout()
        words.setContentsMargins(24, 8, 24, 10)
        words.setSpacing(8)
        words.addWidget(LowScroll(self.cell, _CELL_LINES, sheet))
        words.addWidget(self.legend)
        column.addLayout(words)
        self.cell.setAccessibleName("What the chosen cell says")
        self.marks.setToolTip(self.commands["synopsis.marks"].toolTip())
        return sheet

    # What is shown

    def refresh(self) -> None:
        """Read which points and accounts there are, and show those that were chosen."""
        self._is_stale = False
        self._all = get_frame(self._workspace)
        self.filters.offer(self._all.rows)
        self.yardstick.offer_accounts(self._all.columns)
        if self._is_fresh and self._all.columns:
            self._begin()
        self._read()

    def _begin(self) -> None:
        """Show the subject with most at odds, held against the first to say much of it."""
        self._is_fresh = False
        if len(self._all.rows) > _MANY_POINTS:
            self.filters.begin()
        shown = get_frame(self._workspace, self.filters.selection).rows[:_MANY_POINTS]
        answers = count_answers(self._workspace, [row.point_id for row in shown])
        enough = max(answers.values(), default=0) / 3
        heads = self._all.columns
        fit = (head.account_id for head in heads if answers.get(head.account_id, 0) >= enough)
        self.yardstick.set_member(next(fit))
        if len(self._all.rows) * len(self._all.columns) >= _MANY_CELLS:
            set_loaded_objects_aside()

    def _read(self) -> None:
        frame = self._all
        if self.filters.selection != Selection():
            frame = get_frame(self._workspace, self.filters.selection)
        self.summary.setText(
            f"{counted(len(frame.rows), 'point')} × {counted(len(frame.columns), 'account')}"
        )
        has_cells = bool(frame.rows and frame.columns)
        self.nothing.setText(_FILTERED if self._all.columns else _NOTHING)
        self._below.setCurrentIndex(0 if has_cells else 1)
        for part in self._choices:
            part.setVisible(bool(self._all.columns))
        self.commands["synopsis.export"].setEnabled(has_cells)
        self.grid.held_account = self.yardstick.account_id
        self.grid.show_frame(frame)

    def _fetch(self, point_ids: list[int]) -> Mapping[int, Row]:
        return get_rows(self._workspace, point_ids, self.yardstick.yardstick)

    def _on_yardstick(self) -> None:
        self.grid.held_account = self.yardstick.account_id
        self.grid.read_anew()
        self._show_cell()

    def _show_cell(self) -> None:
        point, account = self.grid.point, self.grid.account
        if point is None or account is None:
            self.cell.show_text("")
            return
        cell = self.grid.cells.get_cell(self.grid.line, self.grid.column)
        note = self.notes.words_of(cell)
        self.cell.show_segments(segments_of(point, account, cell, self.yardstick.words, note))

    # What is done

    def hold_account(self) -> None:
        """Hold the others against the account of the current cell."""
        if self.grid.account is not None:
            self.yardstick.hold_account(self.grid.account.account_id)

    def hold_answer(self) -> None:
        """Hold the others on the current point against the answer of the current cell."""
        point = self.grid.point
        cell = self.grid.cells.get_cell(self.grid.line, self.grid.column)
        if point is not None and cell.state is CellState.ANSWERED:
            self.yardstick.hold_answer(point.point_id, cell.claim_ids)

    def export(self) -> None:
        """Let the user write what is shown as a workbook."""
        self.synopsis_export_asked.emit(self.filters.selection, self.yardstick.yardstick)

    def _on_changed(self, change_set: ChangeSet) -> None:
        if self.isVisible() and change_set.touched <= _CELLS_ONLY and self._has_same_heads():
            self._on_yardstick()
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _has_same_heads(self) -> bool:
        """Tell whether the accounts are those shown: the first note on one makes it a column."""
        found = get_frame(self._workspace, self.filters.selection)
        return found.columns == self.grid.cells.columns

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the legend to the points where the window is low."""
        super().resizeEvent(event)
        is_low = event.size().height() < _LOW * self.fontMetrics().lineSpacing()
        if is_low != self._is_low:
            self._is_low = is_low
            self.marks.setChecked(not is_low)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.refresh()
        super().showEvent(event)

    def find_home(self) -> QWidget:
        """Return what has the focus when the page is gone to."""
        return self.grid if self._below.currentIndex() == 0 else self
