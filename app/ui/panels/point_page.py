"""One point at issue on one page, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.answers import Kind
from app.services.claims import get_claim
from app.services.findings import PointView, get_point_view
from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.point_edits import PointEdits
from app.ui.panels.point_sheet import PointSheet
from app.ui.panels.touched import touches_point
from app.ui.supposition import Supposition
from app.ui.widgets.rooms import QuietScroll
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.texts import PlainLabel

_COMMANDS = (
    PageCommand("claim.edit", "&Edit claim…", "F2"),
    PageCommand("claim.delete", "&Delete claim", "Ctrl+Del", anywhere=False),
    PageCommand("claim.hold", "&Hold others against it", "F7"),
    PageCommand("point.new", "&New point…", "Ctrl+Shift+N"),
    PageCommand("point.edit", "Edit &point…", "F4"),
    PageCommand("point.options", "&Options…", "Shift+F4"),
    PageCommand("subject.edit", "Edit &subject…", "Ctrl+F4"),
    PageCommand("point.chain", "Sho&w chain of dates and sums", "F9"),
    PageCommand("point.copy", "&Copy apparatus", "Ctrl+Shift+C"),
    PageCommand("point.stemma", "Show in the ste&mma", "Shift+F9"),
    PageCommand("point.delete", "Delete poin&t", "Ctrl+Shift+Del", anywhere=False),
    PageCommand("judgement.affirm", "&Affirm judgement again", "F8"),
)
_EDITS: Mapping[str, Callable[[PointEdits], None]] = {
    "claim.edit": PointEdits.edit_claim,
    "claim.delete": PointEdits.delete_claim,
    "point.new": PointEdits.add_point,
    "point.edit": PointEdits.edit_point,
    "point.options": PointEdits.edit_options,
    "subject.edit": PointEdits.edit_subject,
    "point.delete": PointEdits.delete_point,
    "judgement.affirm": PointEdits.affirm_judgement,
}
"""Commands that change something, with what does them."""
_NOTHING_CHOSEN = (
    "Choose a point on the left, or record a first claim below: name the point as "
    "“subject: question”, then what the account answers."
)


class PointPage(QWidget):
    """Shows one point and everything that can be done about it."""

    source_asked = Signal(object)
    """The source with this id is to be shown."""
    account_asked = Signal(object)
    """The account with this id is to be shown."""
    point_asked = Signal(object)
    """The point with this id is to be shown: it was just made."""
    chain_asked = Signal(object)
    """What hangs together by rules with the point with this id is to be shown."""
    claim_edit_asked = Signal(object)
    """The claim with this id is being edited; the page itself asks for its fields."""
    stemma_asked = Signal(object)
    """The stemma of the point with this id is to be shown."""
    status_said = Signal(str)
    """Something was done: a sentence for the status bar."""

    def __init__(
        self, bridge: Bridge, supposed: Supposition | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._supposed = supposed or Supposition(bridge, self)
        self._view: PointView | None = None
        self._is_stale = False
        self.commands = make_actions(self, _COMMANDS, self._slots())
        head = ("point.edit", "point.options", "subject.edit", "point.copy")
        claim = ("claim.hold", "claim.edit", "claim.delete")
        self.sheet = PointSheet(
            bridge, [self.commands[name] for name in head], [self.commands[n] for n in claim], self
        )
        self.edits = PointEdits(bridge, self._supposed, self.sheet, self)
        self.nothing = PlainLabel(_NOTHING_CHOSEN, self, muted=True, wraps=True)
        self._lay_out()
        self._watch()
        self._show_nothing()

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "claim.hold": self.hold_claim,
            "point.chain": self.show_chain,
            "point.copy": self.copy_apparatus,
            "point.stemma": lambda: self.stemma_asked.emit(self.point_id),
            **{name: self._editing(edit) for name, edit in _EDITS.items()},
        }

    def _editing(self, edit: Callable[[PointEdits], None]) -> Callable[[], None]:
        def change() -> None:
            self.edits.when_real(partial(edit, self.edits))()

        return change

    def _lay_out(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(40)
        self.scroll_area = QuietScroll(self.sheet, self, across=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scroll_area)
        layout.addWidget(self.nothing)

    def _watch(self) -> None:
        sheet, edits = self.sheet, self.edits
        sheet.claim_chosen.connect(self._enable)
        for table in (sheet.versions, sheet.claims):
            table.chosen.connect(partial(self._follow, table))
        sheet.claims.opened.connect(edits.when_real(edits.edit_claim))
        sheet.details.source_asked.connect(self.source_asked)
        sheet.details.account_asked.connect(self.account_asked)
        sheet.flags.dismiss_asked.connect(edits.when_real(edits.dismiss_flag))
        sheet.flags.recall_asked.connect(edits.when_real(edits.recall_flag))
        sheet.judgement.status_said.connect(self.status_said)
        edits.status_said.connect(self.status_said)
        edits.point_made.connect(self.point_asked)
        edits.claim_edit_begun.connect(self.claim_edit_asked)
        self._bridge.changed.connect(self._on_changed)
        self._supposed.changed.connect(self._on_supposed)
        self._supposed.point_found.connect(self._on_point_found)

    @property
    def point_id(self) -> int:
        """Return the id of the point that is shown, or 0."""
        return self._view.point.id if self._view else 0

    def show_point(self, point_id: int) -> None:
        """Show the point with this id; one that is gone leaves the page empty."""
        is_new = point_id != self.point_id
        try:
            self._view = get_point_view(self._bridge.workspace, point_id) if point_id else None
        except LookupError:
            self._view = None
        self._is_stale = False
        if self._view is None:
            self._show_nothing()
            return
        self.nothing.hide()
        self.scroll_area.show()
        self._show_view()
        if is_new:
            self.scroll_area.verticalScrollBar().setValue(0)
        self._enable()

    def _show_view(self) -> None:
        """Show the point, as it would be where that is known already."""
        if self._view is not None:
            supposed = self._supposed.point(self._view.point.id)
            self.sheet.show_view(self._view, supposed, is_real=not self._supposed.things)

    def _on_supposed(self) -> None:
        if self.isVisible():
            self._show_view()
        else:
            self._is_stale = True

    def _on_point_found(self, point_id: int) -> None:
        if point_id == self.point_id:
            self._show_view()

    def show_claim(self, claim_id: int) -> None:
        """Show the point of a claim, with the claim chosen."""
        try:
            claim = get_claim(self._bridge.workspace, claim_id)
        except LookupError:
            return
        self.show_point(claim.point_id)
        self.sheet.claims.choose(claim_id)
        self.scroll_area.ensureWidgetVisible(self.sheet.claims)

    def _follow(self, table: RowTable[Any], _chosen: int = 0) -> None:
        """Let the page follow the row that is chosen by keyboard, once all below it is laid out."""
        if table.hasFocus():
            QTimer.singleShot(0, table, partial(self._show_row, table))

    def _show_row(self, table: RowTable[Any]) -> None:
        row = table.visualRect(table.currentIndex())
        middle = table.viewport().mapTo(self.sheet, row.center())
        reach = 2 * row.height()
        self.scroll_area.ensureVisible(self.sheet.width() // 2, middle.y(), 0, reach)

    def refresh(self) -> None:
        """Show anew what is shown."""
        if self._view is not None:
            self.show_point(self._view.point.id)

    def has_unsaved(self) -> bool:
        """Tell whether a judgement is written on some point and not saved."""
        return self.sheet.judgement.has_waiting()

    def _show_nothing(self) -> None:
        self._view = None
        self.sheet.show_nothing()
        self.scroll_area.hide()
        self.nothing.show()
        self._enable()

    def _enable(self) -> None:
        view, writable = self._view, self._bridge.workspace.is_writable
        has_claim = view is not None and bool(self.sheet.claims.current_id)
        for name, action in self.commands.items():
            is_on = has_claim if name.startswith("claim.") else view is not None
            is_on = is_on or name == "point.new"
            action.setEnabled(is_on and (writable or name not in _EDITS))
        has_options = view is not None and view.point.kind is Kind.OPTION
        self.commands["point.options"].setEnabled(has_options and writable)
        self.commands["point.options"].setVisible(has_options)

    def _on_changed(self, kept: ChangeSet) -> None:
        if self._view is None or not touches_point(kept, self._view):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.refresh()
        super().showEvent(event)

    def hold_claim(self) -> None:
        """Hold the other claims against the chosen one."""
        self.sheet.pin_claim()

    def show_chain(self) -> None:
        """Ask for what hangs together with the point by rules."""
        if self.point_id:
            self.chain_asked.emit(self.point_id)

    def copy_apparatus(self) -> None:
        """Put the apparatus line on the clipboard."""
        if self._view is not None:
            supposed = self._supposed.point(self._view.point.id)
            findings = supposed.findings if supposed else self._view.findings
            QGuiApplication.clipboard().setText(findings.apparatus)
            without = f", without {self._supposed.names}" if supposed else ""
            self.status_said.emit(f"The apparatus line is copied{without}.")
