"""One point at issue on one page, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.answers import Kind
from app.services.claims import delete_claim, get_claim
from app.services.findings import FlagLine, PointView, get_point_view
from app.services.judgements import recall_flag
from app.services.points import delete_point
from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.dialogs.claim import ClaimDialog
from app.ui.dialogs.dismiss import DismissDialog
from app.ui.dialogs.options import OptionsDialog
from app.ui.dialogs.point import PointDialog
from app.ui.dialogs.subject import SubjectDialog
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.point_sheet import PointSheet
from app.ui.panels.touched import touches_point
from app.ui.supposition import Supposition
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
_SUPPOSED = (
    "Nothing is changed on the page of a point while it is shown without {names}; press Esc to "
    "clear the what-if first. A claim can be recorded in the line below: it is kept in the dossier."
)
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
        self.commands = make_actions(
            self,
            _COMMANDS,
            {
                "claim.edit": self._when_real(self.edit_claim),
                "claim.delete": self._when_real(self.delete_claim),
                "claim.hold": self.hold_claim,
                "point.new": self._when_real(self.add_point),
                "point.edit": self._when_real(self.edit_point),
                "point.options": self._when_real(self.edit_options),
                "subject.edit": self._when_real(self.edit_subject),
                "point.chain": self.show_chain,
                "point.copy": self.copy_apparatus,
                "point.stemma": lambda: self.stemma_asked.emit(self.point_id),
                "point.delete": self._when_real(self.delete_point),
                "judgement.affirm": self._when_real(self.affirm_judgement),
            },
        )
        head = ("point.edit", "point.options", "subject.edit", "point.copy")
        claim = ("claim.hold", "claim.edit", "claim.delete")
        self.sheet = PointSheet(
            bridge, [self.commands[name] for name in head], [self.commands[n] for n in claim], self
        )
        self.nothing = PlainLabel(_NOTHING_CHOSEN, self, muted=True, wraps=True)
        self._lay_out()
        self._watch()
        self._show_nothing()

    def _lay_out(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(40)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(self.sheet)
        self.scroll_area.viewport().setAutoFillBackground(False)
        self.sheet.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scroll_area)
        layout.addWidget(self.nothing)

    def _watch(self) -> None:
        sheet = self.sheet
        sheet.claim_chosen.connect(self._enable)
        for table in (sheet.versions, sheet.claims):
            table.chosen.connect(partial(self._follow, table))
        sheet.claims.opened.connect(self._when_real(self.edit_claim))
        sheet.details.source_asked.connect(self.source_asked)
        sheet.details.account_asked.connect(self.account_asked)
        sheet.flags.dismiss_asked.connect(self.dismiss_flag)
        sheet.flags.recall_asked.connect(self.recall_flag)
        sheet.judgement.status_said.connect(self.status_said)
        self._bridge.changed.connect(self._on_changed)
        self._supposed.changed.connect(self._on_supposed)
        self._supposed.point_found.connect(self._on_point_found)

    def _when_real(self, change: Callable[..., object]) -> Callable[..., None]:
        """Return what does a change, or says why not while the page shows a what-if."""

        def attempt(*chosen: object) -> None:
            if self._supposed.things:
                self._bridge.refused.emit(_SUPPOSED.format(names=self._supposed.names))
            else:
                change(*chosen)

        return attempt

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
        self.scroll_area.hide()
        self.nothing.show()
        self._enable()

    def _enable(self) -> None:
        view, writable = self._view, self._bridge.workspace.is_writable
        has_claim = view is not None and bool(self.sheet.claims.current_id)
        for name, action in self.commands.items():
            is_on = has_claim if name.startswith("claim.") else view is not None
            is_on = is_on or name == "point.new"
            is_edit = name not in ("claim.hold", "point.copy", "point.chain", "point.stemma")
            action.setEnabled(is_on and (writable or not is_edit))
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

    def edit_claim(self, claim_id: int = 0) -> None:
        """Edit the chosen claim in a dialog."""
        claim_id = claim_id or self.sheet.claims.current_id
        if claim_id and self._bridge.workspace.is_writable:
            self.claim_edit_asked.emit(claim_id)
            ClaimDialog(self._bridge, claim_id, self).show_modal()

    def delete_claim(self) -> None:
        """Delete the chosen claim; undo brings it back."""
        chosen = self.sheet.claims.find_claim()
        if chosen is None:
            return
        if self._done(lambda: delete_claim(self._bridge.workspace, chosen.claim.id)):
            self.status_said.emit(f"The claim of {chosen.account.siglum} is deleted. Undo: Ctrl+Z.")

    def _done(self, change: Callable[[], None]) -> bool:
        """Do a change that returns nothing; tells whether it was kept."""

        def attempt() -> bool:
            change()
            return True

        return bool(self._bridge.attempt(attempt))

    def hold_claim(self) -> None:
        """Hold the other claims against the chosen one."""
        self.sheet.pin_claim()

    def add_point(self) -> None:
        """Ask for a new point, by default about the same subject."""
        subject = self._view.subject.name if self._view else ""
        dialog = PointDialog(self._bridge, self, subject=subject)
        dialog.accepted.connect(lambda: self.point_asked.emit(dialog.kept_id))
        dialog.show_modal()

    def edit_point(self) -> None:
        """Edit the point in a dialog."""
        if self.point_id:
            PointDialog(self._bridge, self, point_id=self.point_id).show_modal()

    def edit_options(self) -> None:
        """Edit the tree of options in a dialog."""
        if self.point_id:
            OptionsDialog(self._bridge, self.point_id, self).show_modal()

    def edit_subject(self) -> None:
        """Edit the subject's name and variants in a dialog."""
        if self._view is not None:
            SubjectDialog(self._bridge, self._view.subject.id, self).show_modal()

    def show_chain(self) -> None:
        """Ask for what hangs together with the point by rules."""
        if self.point_id:
            self.chain_asked.emit(self.point_id)

    def delete_point(self) -> None:
        """Delete the point, if no claim answers it; undo brings it back."""
        if self._view is None:
            return
        point = self._view.point
        if self._done(lambda: delete_point(self._bridge.workspace, point.id)):
            self.status_said.emit(f"“{point.question}” is deleted. Undo: Ctrl+Z.")

    def copy_apparatus(self) -> None:
        """Put the apparatus line on the clipboard."""
        if self._view is not None:
            supposed = self._supposed.point(self._view.point.id)
            findings = supposed.findings if supposed else self._view.findings
            QGuiApplication.clipboard().setText(findings.apparatus)
            without = f", without {self._supposed.names}" if supposed else ""
            self.status_said.emit(f"The apparatus line is copied{without}.")

    def affirm_judgement(self) -> None:
        """Keep the newest judgement again, where it is stale."""
        self.sheet.judgement.reaffirm()

    def dismiss_flag(self, flag: FlagLine) -> None:
        """Ask why a flag is set aside, and set it aside."""
        DismissDialog(self._bridge, flag, self).show_modal()

    def recall_flag(self, flag: FlagLine) -> None:
        """Bring a flag back that was set aside."""
        dismissal = flag.dismissal_id
        if dismissal is None:
            return
        if self._done(lambda: recall_flag(self._bridge.workspace, dismissal)):
            self.status_said.emit("The flag is back.")
