"""What can be changed on the page of a point, each in its dialog or at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.services.claims import delete_claim
from app.services.findings import FlagLine
from app.services.judgements import recall_flag
from app.services.points import delete_point
from app.ui.bridge import Bridge
from app.ui.dialogs.claim import ClaimDialog
from app.ui.dialogs.dismiss import DismissDialog
from app.ui.dialogs.options import OptionsDialog
from app.ui.dialogs.point import PointDialog
from app.ui.dialogs.subject import SubjectDialog
from app.ui.panels.point_sheet import PointSheet
from app.ui.supposition import Supposition

_SUPPOSED = (
    "Nothing is changed on the page of a point while it is shown without {names}; press Esc to "
    "clear the what-if first. A claim can be recorded in the line below: it is kept in the dossier."
)


class PointEdits(QObject):
    """Changes the point that a sheet shows; refuses to while that is not the dossier as it is."""

    point_made = Signal(object)
    """The point with this id was just made."""
    claim_edit_begun = Signal(object)
    """The fields of the claim with this id are being asked for."""
    status_said = Signal(str)
    """Something was done: a sentence for the status bar."""

    def __init__(
        self, bridge: Bridge, supposed: Supposition, sheet: PointSheet, page: QWidget
    ) -> None:
        super().__init__(page)
        self._bridge, self._supposed = bridge, supposed
        self._sheet, self._page = sheet, page
        self._was_refused = False
        supposed.changed.connect(self._on_supposed)

    @property
    def _point_id(self) -> int:
        view = self._sheet.view
        return view.point.id if view else 0

    def when_real(self, change: Callable[..., object]) -> Callable[..., None]:
        """Return what does a change, or says why not while the page shows a what-if."""

        def attempt(*chosen: object) -> None:
            if self._supposed.things:
                self._was_refused = True
                self._bridge.refused.emit(_SUPPOSED.format(names=self._supposed.names))
            else:
                change(*chosen)

        return attempt

    def _on_supposed(self) -> None:
        """Take back what was said, once the page shows the dossier as it is again."""
        if self._was_refused and not self._supposed.things:
            self._was_refused = False
            self._bridge.mended.emit()

    def edit_claim(self, claim_id: int = 0) -> None:
        """Edit the chosen claim in a dialog."""
        claim_id = claim_id or self._sheet.claims.current_id
        if claim_id and self._bridge.workspace.is_writable:
            self.claim_edit_begun.emit(claim_id)
            ClaimDialog(self._bridge, claim_id, self._page).show_modal()

    def delete_claim(self) -> None:
        """Delete the chosen claim; undo brings it back."""
        chosen = self._sheet.claims.find_claim()
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

    def add_point(self) -> None:
        """Ask for a new point, by default about the same subject."""
        view = self._sheet.view
        dialog = PointDialog(self._bridge, self._page, subject=view.subject.name if view else "")
        dialog.accepted.connect(lambda: self.point_made.emit(dialog.kept_id))
        dialog.show_modal()

    def edit_point(self) -> None:
        """Edit the point in a dialog."""
        if self._point_id:
            PointDialog(self._bridge, self._page, point_id=self._point_id).show_modal()

    def edit_options(self) -> None:
        """Edit the tree of options in a dialog."""
        if self._point_id:
            OptionsDialog(self._bridge, self._point_id, self._page).show_modal()

    def edit_subject(self) -> None:
        """Edit the subject's name and variants in a dialog."""
        view = self._sheet.view
        if view is not None:
            SubjectDialog(self._bridge, view.subject.id, self._page).show_modal()

    def delete_point(self) -> None:
        """Delete the point, if no claim answers it; undo brings it back."""
        view = self._sheet.view
        if view is None:
            return
        if self._done(lambda: delete_point(self._bridge.workspace, view.point.id)):
            self.status_said.emit(f"“{view.point.question}” is deleted. Undo: Ctrl+Z.")

    def affirm_judgement(self) -> None:
        """Keep the newest judgement again, where it is stale."""
        self._sheet.judgement.reaffirm()

    def dismiss_flag(self, flag: FlagLine) -> None:
        """Ask why a flag is set aside, and set it aside."""
        DismissDialog(self._bridge, flag, self._page).show_modal()

    def recall_flag(self, flag: FlagLine) -> None:
        """Bring a flag back that was set aside."""
        dismissal = flag.dismissal_id
        if dismissal is None:
            return
        if self._done(lambda: recall_flag(self._bridge.workspace, dismissal)):
            self.status_said.emit("The flag is back.")
