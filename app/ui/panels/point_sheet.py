"""The content of a point's page, from its heading down to the judgement."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.domain.claims import Weighed
from app.services.findings import FlagLine, PointView
from app.services.silences import list_silences
from app.services.what_if import SupposedPoint
from app.ui.bridge import Bridge
from app.ui.dialogs.silences import SilencesDialog
from app.ui.labels import counted
from app.ui.panels.claim_details import ClaimDetails
from app.ui.panels.claims_table import ClaimsTable, reference_of
from app.ui.panels.flags import FlagsPanel
from app.ui.panels.judgement import JudgementPanel
from app.ui.panels.point_heading import PointHeading
from app.ui.panels.versions import VersionsTable, WitnessLine
from app.ui.widgets.apparatus import ApparatusLine
from app.ui.widgets.elided_line import ElidedLine
from app.ui.widgets.texts import Hairline, HeadingLabel, PlainLabel

_NO_CLAIMS = "No claim answers this point yet. Record the first one in the line below."
_NONE_LEFT = "Every claim on this point is set aside: nothing is left to say."
_GONE = "held against nothing: the chosen version is gone in the what-if"
_AS_IT_IS = (
    "As it is in the dossier. While something is set aside nothing is judged or changed on this "
    "page; clear the what-if with Esc."
)


class PointSheet(QWidget):
    """Everything about one point; a version or a claim can be held against all claims."""

    claim_chosen = Signal()
    """Another claim is chosen, or none."""

    def __init__(
        self, bridge: Bridge, head: list[QAction], claim: list[QAction],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``head`` are the buttons beside the subject, ``claim`` those of a chosen claim."""
        super().__init__(parent)
        self._bridge = bridge
        self._view: PointView | None = None
        self._supposed: SupposedPoint | None = None
        self._pinned = 0
        self._line = ""
        """The apparatus in full."""
        self._whole_point = 0
        """The point whose apparatus was asked for whole."""
        self._chosen_before = 0
        """The version that was chosen before the what-if, by its place."""
        self.heading = PointHeading(head, self)
        self.apparatus = ApparatusLine(self)
        self.whole = QPushButton("Show the whole apparatus", self)
        self.whole.setAutoDefault(False)
        self.whole.setFlat(True)
        self.whole.clicked.connect(self._show_whole)
        self.was = ElidedLine(self)
        self.note = PlainLabel(parent=self, muted=True, wraps=True)
        self.as_it_is = PlainLabel(_AS_IT_IS, self, muted=True, wraps=True)
        self.versions = VersionsTable(self)
        self.witnesses = WitnessLine(bridge.workspace, self)
        self.claims = ClaimsTable(self)
        self.details = ClaimDetails(bridge.workspace, self)
        self.flags = FlagsPanel(self)
        self.flags.is_writable = bridge.workspace.is_writable
        self.judgement = JudgementPanel(bridge, self)
        self.versions_title = HeadingLabel(parent=self)
        self.claims_title = HeadingLabel(parent=self)
        self.against = ElidedLine(self)
        self.no_claims = PlainLabel(_NO_CLAIMS, self, muted=True, wraps=True)
        self._lay_out(claim)
        self.versions.chosen.connect(self._on_version)
        self.claims.chosen.connect(self._on_claim)
        self.flags.weigh_asked.connect(self._weigh_silence)

    @property
    def view(self) -> PointView | None:
        """Return the point that is shown, as it is in the dossier."""
        return self._view

    def _lay_out(self, claim_actions: list[QAction]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addSpacing(4)
        layout.addWidget(self.apparatus)
        layout.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.was)
        layout.addWidget(self.note)
        layout.addWidget(self.no_claims)
        for title, parts in (
            (self.versions_title, (self.versions, self.witnesses)),
            (None, (self.claims, self.details)),
            (HeadingLabel("What does not stand together", self), (self.flags,)),
            (HeadingLabel("Judgement", self), (self.as_it_is, self.judgement)),
        ):
            layout.addSpacing(8)
            layout.addWidget(Hairline(self))
            if title is None:
                layout.addLayout(self._claims_head(claim_actions))
            else:
                layout.addWidget(title)
            for part in parts:
                layout.addWidget(part)
        layout.addStretch(1)

    def _weigh_silence(self, flag: FlagLine) -> None:
        claims = self._view.claims if self._view is not None else ()
        quiet = (
            claim.account.id
            for claim in claims
            if claim.claim.id in flag.claim_ids and claim.weighed.is_silent
        )
        silences = list_silences(self._bridge.workspace, flag.point_id)
        if silences and self._view is not None:
            heading = self._view.point.lemma or self._view.point.question
            account = next(quiet, 0)
            SilencesDialog(self._bridge, heading, silences, account, self).show_modal()

    def _claims_head(self, actions: list[QAction]) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.claims_title)
        head.addSpacing(12)
        head.addWidget(self.against, 1)
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            head.addWidget(button)
        return head

    def show_view(
        self, view: PointView, supposed: SupposedPoint | None = None, *, is_real: bool = True
    ) -> None:
        """Show a point; on the same one the chosen rows stay chosen.

        In a what-if it is shown as it would be, and unless ``is_real`` nothing can be changed.
        """
        if self._view is None or self._view.point.id != view.point.id:
            self._pinned = self._chosen_before = 0
            self._supposed = None
            self.versions.choose_none()
            self.versions.rows.reset_ids(())
            self.claims.rows.reset_ids(())
        chosen = self._version_to_choose(supposed)
        self._view, self._supposed = view, supposed
        self.heading.show_view(view, supposed)
        self._show_apparatus(view)
        self.note.setText(view.point.note)
        self.note.setVisible(bool(view.point.note))
        self._show_titles(view)
        self.witnesses.take_view(view, self._aside)
        self.versions.show_view(view, supposed)
        self.versions.choose_standing(chosen)
        self._hold()
        self.claims.choose_first()
        self.flags.show_view(view, supposed)
        self.judgement.show_view(view)
        self._allow_changes(is_real)
        self._show_details()

    def _version_to_choose(self, supposed: SupposedPoint | None) -> int:
        """Return the version to go on with: after a what-if the one that was chosen before it."""
        chosen = self.versions.current_id
        if self._supposed is None and supposed is not None:
            self._chosen_before = chosen
        elif self._supposed is not None and supposed is None:
            chosen = self._chosen_before or chosen
        return chosen

    def _allow_changes(self, is_real: bool) -> None:
        is_writable = is_real and self._bridge.workspace.is_writable
        self.flags.allow_changes(is_writable, weighing=is_real)
        self.judgement.setEnabled(is_writable)
        self.as_it_is.setVisible(not is_real)

    @property
    def _aside(self) -> frozenset[int]:
        """Return the claims that are set aside in the what-if."""
        return self._supposed.claims_aside if self._supposed else frozenset()

    def _show_apparatus(self, view: PointView) -> None:
        line = view.findings.apparatus if view.claims else ""
        would_be = self._supposed.findings.apparatus if self._supposed else line
        left = len(view.claims) - len(self._aside)
        self._line = would_be if left else ""
        whole = view.point.id == self._whole_point
        self.whole.setVisible(self.apparatus.show_apparatus(self._line, whole=whole))
        self.apparatus.setVisible(bool(left))
        self.was.show_text(f"≠ was: {line}")
        self.was.setVisible(would_be != line)
        self.no_claims.setText(_NONE_LEFT if view.claims else _NO_CLAIMS)
        self.no_claims.setVisible(not left)

    def _show_whole(self) -> None:
        self._whole_point = self._view.point.id if self._view else 0
        self.apparatus.show_apparatus(self._line)
        self.apparatus.setFocus()
        self.whole.hide()

    def _show_titles(self, view: PointView) -> None:
        supposed = self._supposed
        number = len((supposed.findings if supposed else view.findings).versions)
        gone = sum(fate.after is None for fate in supposed.fates) if supposed else 0
        versions = counted(number, "version") if number or gone else "Versions"
        claims = counted(len(view.claims), "claim") if view.claims else "Claims"
        aside = f", {len(self._aside)} set aside" if self._aside else ""
        self.versions_title.setText(f"{versions}, {gone} no longer found" if gone else versions)
        self.claims_title.setText(f"{claims}{aside}")

    def show_nothing(self) -> None:
        """Show no point any more."""
        self._view = self._supposed = None

    def pin_claim(self) -> None:
        """Hold all claims against the chosen one; again, and the version is taken back."""
        chosen = self.claims.current_id
        self._pinned = 0 if chosen == self._pinned else chosen
        self._hold()

    def _reference(self) -> Weighed | None:
        view = self._view
        if view is None:
            return None
        pinned = self._pinned if self._pinned not in self._aside else 0
        held = next((shown.weighed for shown in view.claims if shown.claim.id == pinned), None)
        row = self.versions.find_current()
        if held is not None or row is None or row.is_gone:
            return held
        return reference_of(view, row.version)

    def _hold(self) -> None:
        if self._view is None:
            return
        reference = self._reference()
        row = self.versions.find_current()
        self.witnesses.show_row(row)
        if reference is None:
            self.against.show_text(_GONE if row and row.is_gone else "")
        elif reference.claim_id == self._pinned:
            self.against.show_text(f"held against {reference.siglum}: {reference.phrase}")
        else:
            self.against.show_text(f"held against the version {reference.phrase}")
        self.claims.show_view(self._view, reference, self._aside)

    def _on_version(self) -> None:
        self._pinned = 0
        self._hold()

    def _on_claim(self) -> None:
        self._show_details()
        self.claim_chosen.emit()

    def _show_details(self) -> None:
        chosen = self.claims.find_claim()
        if chosen is None or self._view is None:
            self.details.show_nothing()
        else:
            self.details.show_claim(self._view, chosen, self._aside)
