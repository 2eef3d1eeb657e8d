"""A page with a list of records on the left and the form of the chosen one on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import UserError
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.panels.form_side import FormSide, action_button
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.pages import FreshPage
from app.ui.widgets.field_form import FieldForm
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.tab_order import chain_tabs
from app.ui.widgets.texts import HeadingLabel

Values = dict[str, str]


class ListFormPage(FreshPage):
    """List, form, and one rule: leaving a form keeps what was changed in it, as one action.

    A refusal stays on the form with everything as typed. Subclasses say how records are listed,
    loaded, kept and deleted.
    """

    noun = "record"
    orders: Sequence[str] = ()
    """The order that a click on the heading of each column asks for."""
    empty = ""
    """What to do while the list is empty."""

    def __init__(
        self, bridge: Bridge, table: RowTable[Any], form: FieldForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self.table, self.form = table, form
        self.record_id = 0
        """The record in the form; 0 for a new one, or for none."""
        self.is_new = False
        self._kept_parts: tuple[QWidget, ...] = ()
        self._order, self._descending = self.orders[0], False
        self._new, self._save, self._revert, self._delete = self._make_actions()
        self.count = HeadingLabel(parent=self, scale=1.3)
        self.side = FormSide(form, (self._revert, self._save, self._delete), self)
        self._lay_out()
        self._watch()
        self._show_nothing()

    def _make_actions(self) -> tuple[Any, ...]:
        noun = self.noun
        self.commands = make_actions(
            self,
            (
                PageCommand(f"{noun}.new", f"&New {noun}", "Ctrl+Ins"),
                PageCommand(f"{noun}.save", f"Sa&ve {noun}", "Ctrl+Return", anywhere=False),
                PageCommand(f"{noun}.revert", "Revert", "Ctrl+Shift+R", anywhere=False),
                PageCommand(f"{noun}.delete", f"Delete {noun}", "Ctrl+Del", anywhere=False),
            ),
            {
                f"{noun}.new": self.start_new,
                f"{noun}.save": self.save,
                f"{noun}.revert": self.revert,
                f"{noun}.delete": self.delete,
            },
        )
        return tuple(self.commands.values())

    def _lay_out(self) -> None:
        left = QWidget(self)
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        new_button = action_button(self._new, left)
        head.addWidget(new_button)
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 16, 12, 0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.side)
        splitter.setStretchFactor(0, 4)
        splitter.setStretchFactor(1, 5)
        splitter.setSizes([4000, 5000])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        chain_tabs(self.table, *self.form.editors.values(), *self.side.buttons.values(), new_button)

    def _watch(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.side.focus_form)
        self.form.edited.connect(self._show_state)
        self.form.edited.connect(self._forget_problem)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_heading)

    # What subclasses say; Qt's metaclass leaves no room for abstract methods.

    def list_ids(self, order: str, *, descending: bool) -> list[int]:
        """Return the ids of all records in an order."""
        raise NotImplementedError

    def load_record(self, record_id: int) -> Values:
        """Return a record's texts, and show what hangs on it; raises ``LookupError``."""
        raise NotImplementedError

    def keep_record(self, record_id: int, values: Values) -> int:
        """Write the texts over a record, or make it (0); return its id."""
        raise NotImplementedError

    def delete_record(self, record_id: int) -> None:
        """Delete a record."""
        raise NotImplementedError

    def title_of(self, values: Values) -> str:
        """Return the heading of a form with these texts."""
        raise NotImplementedError

    def show_new(self) -> None:
        """Make ready what depends on whether a record is new."""

    def add_parts(self, *parts: QWidget) -> None:
        """Put below the form what only a kept record has."""
        self._kept_parts = parts
        for part in parts:
            self.side.add_part(part)
        self.side.body.addStretch(1)

    # What the page does

    def show_record(self, record_id: int) -> None:
        """Show the form of a record; what was changed in another form is kept first."""
        if (record_id == self.record_id and not self.is_new) or not self.leave():
            self._mark_row()
            return
        if self.table.rows.row_of(record_id) < 0 or self._is_stale:
            self._refresh_list()
        self.record_id, self.is_new = record_id, False
        self._load()
        self._mark_row()
        self.side.area.verticalScrollBar().setValue(0)

    def _load(self, *, keep_typed: bool = False) -> None:
        try:
            values = self.load_record(self.record_id)
        except LookupError:
            self._show_nothing()
            return
        self._show_parts(kept=True)
        (self.form.reload if keep_typed else self.form.load)(values)
        self.side.show_problem("")

    def start_new(self) -> None:
        """Begin a new record in an empty form."""
        if not self.leave():
            return
        self.record_id, self.is_new = 0, True
        self._mark_row()
        self._show_parts(kept=False)
        self.form.load({})
        self.show_new()
        self.form.reload({})
        self.side.show_problem("")
        self.side.focus_form()

    def _show_parts(self, *, kept: bool) -> None:
        self.side.lead.setVisible(kept and bool(self.side.lead.toPlainText()))
        for part in self._kept_parts:
            part.setVisible(kept)

    def leave(self) -> bool:
        """Keep what was changed in the form; ``False`` when it was refused and all stays."""
        return self.save() if self.has_unsaved() else True

    def has_unsaved(self) -> bool:
        """Tell whether the form holds changes that are not kept."""
        return (self.is_new or bool(self.record_id)) and self.form.is_changed()

    def save(self) -> bool:
        """Keep the form as one action; tells whether it was kept."""
        if not self.has_unsaved():
            return True
        try:
            kept = self.keep_record(self.record_id, self.form.values())
        except UserError as error:
            self.side.show_problem(str(error))
            return False
        self.record_id, self.is_new = kept, False
        if isinstance(QApplication.focusWidget(), QPushButton):  # it is disabled by now
            self.side.focus_form()
        self._load()
        self._refresh_list()
        self._mark_row()
        self.status_said.emit(f"{self.side.title.text()} is saved.")
        return True

    def revert(self) -> None:
        """Take back what was changed in the form and not kept."""
        if self.is_new:
            self._show_nothing()
            self.table.choose_first()
        elif self.record_id:
            self._load()

    def delete(self) -> None:
        """Delete the record; undo brings it back."""
        record_id, title = self.record_id, self.side.title.text()
        row = self.table.rows.row_of(record_id)
        if record_id and self.bridge.attempt(lambda: self._deleted(record_id)):
            self._show_nothing()
            self._refresh_list()
            if (nearest := min(row, self.table.rows.rowCount() - 1)) >= 0:
                self.show_record(self.table.rows.id_at(nearest))
            self.status_said.emit(f"{title} is deleted. Undo: Ctrl+Z.")

    def _deleted(self, record_id: int) -> bool:
        self.delete_record(record_id)
        return True

    def _show_nothing(self) -> None:
        self.record_id, self.is_new = 0, False
        self.form.load({})

    def _mark_row(self) -> None:
        blocked = self.table.blockSignals(True)
        if not self.record_id or not self.table.choose(self.record_id):
            self.table.choose_none()
        self.table.blockSignals(blocked)

    def _show_state(self) -> None:
        changed, writable = self.has_unsaved(), self.workspace.is_writable
        if self.is_new or self.record_id:
            self.side.show_form(self.title_of(self.form.values()), is_changed=changed)
        else:
            self.side.show_nothing(self.empty)
        self._new.setEnabled(writable)
        self._save.setEnabled(changed and writable)
        self._revert.setEnabled(changed or self.is_new)
        self._delete.setEnabled(bool(self.record_id) and writable)

    def _forget_problem(self) -> None:
        self.side.show_problem("")
        self.bridge.mended.emit()

    @override
    def find_home(self) -> QWidget:
        return self.table

    def _on_chosen(self, record_id: int) -> None:
        if record_id and record_id != self.record_id:
            self.show_record(record_id)

    def _on_heading(self, column: int) -> None:
        order = self.orders[column]
        self._descending = order == self._order and not self._descending
        self._order = order
        way = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.table.horizontalHeader().setSortIndicator(column, way)
        self._refresh_list()
        self._mark_row()

    def _refresh_list(self) -> None:
        ids = self.list_ids(self._order, descending=self._descending)
        blocked = self.table.blockSignals(True)
        self.table.show_ids(ids)
        self.table.blockSignals(blocked)
        self.count.setText(counted(len(ids), self.noun))
        self._is_stale = False

    @override
    def read(self) -> None:
        self._refresh_list()
        if self.record_id:
            self._load(keep_typed=True)
        self._mark_row()
        if not self.record_id and not self.is_new:
            self.table.choose_first()
