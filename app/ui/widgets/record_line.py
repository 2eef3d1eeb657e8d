"""The line below that records the next claim: point, answer, account, locator, and Enter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.answers import Kind
from app.domain.errors import UserError
from app.domain.records import Level, Stance
from app.services.claims import ClaimDraft, add_claim
from app.services.points import get_point_title
from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.widgets.claim_fields import ClaimFields
from app.ui.widgets.claim_line import ClaimLine
from app.ui.widgets.debounce import Debounce
from app.ui.widgets.live_reading import LiveReading
from app.ui.widgets.texts import PlainLabel, on_one_line

_HINT = "Enter keeps the claim. How it is read, and what it contradicts, is shown here first."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_READ_ONLY = "This dossier is open for reading only: claims cannot be kept."


class RecordLine(QWidget):
    """Records a claim; account and locator stay for the next one.

    What is typed for one point waits while another is shown. A refused claim leaves every field
    as it was.
    """

    kept = Signal(object)
    """The claim with this id was kept."""
    point_made = Signal(object)
    """The point with this id was made for the claim."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown_point = 0
        self._waiting: dict[int, ClaimDraft] = {}
        workspace = bridge.workspace
        self.line = ClaimLine(workspace, self)
        self.fields = ClaimFields(workspace, self)
        self.live = LiveReading(workspace, self)
        self.notice = PlainLabel(parent=self, muted=True, wraps=True)
        self.keep_button = QPushButton("Keep", self)
        self.more_button = QPushButton("&More ▾", self)
        self._preview = Debounce(self.refresh, self)
        self._lay_out()
        self._watch()
        self.setEnabled(workspace.is_writable)
        self.refresh()

    def _lay_out(self) -> None:
        self.setAccessibleName("Record a claim")
        self.more_button.setCheckable(True)
        self.more_button.setToolTip("Quotation, translation, wording, speaker … (Ctrl+E)")
        self.keep_button.setToolTip("Keep the claim (Enter)")
        self.fields.hide()
        row = QGridLayout()
        row.setHorizontalSpacing(8)
        row.addWidget(self.line, 0, 0)
        row.addWidget(self.keep_button, 0, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.more_button, 0, 2, Qt.AlignmentFlag.AlignBottom)
        row.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 10)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.fields)
        layout.addWidget(self.live)
        layout.addWidget(self.notice)

    def _watch(self) -> None:
        self.line.changed.connect(self._preview.ask)
        self.fields.changed.connect(self._preview.ask)
        self.line.entered.connect(self.keep)
        self.keep_button.clicked.connect(self.keep)
        self.more_button.toggled.connect(self._on_more)
        self.live.alternative_taken.connect(self._on_alternative)
        self.line.alternative_asked.connect(self.live.take_alternative)
        self._bridge.changed.connect(self._on_changed)
        more = QShortcut(QKeySequence("Ctrl+E"), self)
        more.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        more.activated.connect(self.more_button.toggle)
        for field in (self.fields.reading, self.fields.speaker, self.fields.scope):
            field.returnPressed.connect(self.keep)
        self.fields.note.returnPressed.connect(self.keep)
        self.fields.passed.connect(self.keep)
        for area in (self.fields.quotation, self.fields.translation):
            area.installEventFilter(self)

    def set_point(self, point_id: int) -> None:
        """Take the point that the next claim answers; what was typed for another one waits."""
        if point_id == self._shown_point and self._draft_point() == point_id:
            return
        draft = self.draft()
        if self._is_typed():
            if draft.point_id is None:
                return
            self._waiting[draft.point_id] = draft
        self._shown_point = point_id
        waiting = self._waiting.pop(point_id, None)
        stays = ClaimDraft(siglum=draft.siglum, locator=draft.locator)
        self._show(replace(waiting or stays, point_id=point_id))

    def _draft_point(self) -> int:
        named = self.line.named_point()
        return (named.id or 0) if named else 0

    def _show(self, draft: ClaimDraft) -> None:
        self.line.point.setText(self._title(draft))
        self.line.point.setCursorPosition(0)
        self.line.answer.setText(draft.answer)
        self.line.account.setText(draft.siglum)
        self.line.locator.setText(draft.locator)
        self.line.set_stance(draft.stance)
        self.line.forget_names()
        self.fields.show_draft(draft)
        self.refresh()

    def _title(self, draft: ClaimDraft) -> str:
        if draft.point_id:
            try:
                return ": ".join(get_point_title(self._bridge.workspace, draft.point_id))
            except LookupError:  # deleted meanwhile
                return ""
        return f"{draft.subject}: {draft.question}" if draft.subject else ""

    def focus(self) -> None:
        """Put the cursor where the next claim begins: the answer, or the point if none is named."""
        field = self.line.answer if self._draft_point() else self.line.point
        if not field.isEnabled():
            field = self.line.account
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def draft(self) -> ClaimDraft:
        """Return the claim as it is typed."""
        return self.fields.fill(self.line.draft())

    def has_draft(self) -> bool:
        """Tell whether a claim is typed, for this point or another, that is not kept."""
        return bool(self._waiting) or self._is_typed()

    def _is_typed(self) -> bool:
        """Tell whether something is typed here; account and locator do not count."""
        line = self.line
        return bool(
            line.answer.text().strip()
            or line.stance.member() is not Stance.AFFIRMS
            or self.fields.has_text()
        )

    def refresh(self) -> None:
        """Read what is typed, and show what it contradicts."""
        self._preview.stop()
        if not self._bridge.workspace.is_writable:
            self.live.show_hint(_READ_ONLY)
            return
        draft = self.draft()
        is_silent = draft.stance is Stance.SILENT
        if not draft.answer and not is_silent:
            self.live.show_hint("" if self._notices(draft) else _HINT)
        elif self.line.named_point() is None:
            self.live.show_hint("Name the point as “subject: question”, and the answer is read.")
        else:
            self.live.show_draft(draft)
        self.line.propose_kind(self.live.preview.kind)
        self.line.alternatives = len(self.live.preview.alternatives)
        self._show_notices(self._notices(draft))

    def _notices(self, draft: ClaimDraft) -> list[str]:
        """Say what would be made with the claim, before it is kept."""
        notices = []
        if draft.quotation and self.fields.isHidden():
            notices.append(f"As written: “{on_one_line(draft.quotation)}”.")
        named = self.line.named_point()
        if named is not None and named.id is None:
            what = f"“{named.subject}” and this point" if named.is_new_subject else "This point"
            notices.append(f"{what} {'are' if named.is_new_subject else 'is'} new: made with it.")
        if self.live.preview.new_labels:
            labels = ", ".join(f"“{label}”" for label in self.live.preview.new_labels)
            is_option = self.live.preview.kind is Kind.OPTION
            place = "the options of this point" if is_option else "the subjects"
            notices.append(f"{labels}: new among {place}.")
        if self.line.is_new_account():
            notices.append(f"{draft.siglum} is new: a source will be made.")
        return notices

    def _show_notices(self, notices: list[str]) -> None:
        self.notice.setText("  ".join(notices))
        self.notice.setVisible(bool(notices))

    def keep(self) -> None:
        """Keep the claim; a refusal leaves everything as typed and says why."""
        self._preview.stop()
        self.line.forget_names()
        draft = self.draft()
        before = self.line.named_point()
        try:
            claim_id = add_claim(self._bridge.workspace, draft)
        except UserError as error:
            self.refresh()
            if not self.live.preview.problem:
                self.live.show_problem(str(error))
            self._focus_problem(draft)
            return
        self._after_keeping(draft)
        self.kept.emit(claim_id)
        named = self.line.named_point()
        if before is not None and before.id is None and named is not None and named.id:
            self.point_made.emit(named.id)

    def _focus_problem(self, draft: ClaimDraft) -> None:
        field = self.line.answer
        if self.line.named_point() is None:
            field = self.line.point
        elif draft.answer and not draft.siglum:
            field = self.line.account
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _after_keeping(self, draft: ClaimDraft) -> None:
        self.line.forget_names()
        named = self.line.named_point()
        point_id = named.id if named else None
        stays = ClaimDraft(
            point_id=point_id, siglum=draft.siglum, locator=draft.locator, level=Level.SAYS
        )
        self._shown_point = point_id or self._shown_point
        self._show(stays)
        self.line.point.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.point.selectAll()

    def _on_more(self, shown: bool) -> None:
        self.fields.setVisible(shown)
        self.more_button.setText("Less ▴" if shown else "&More ▾")
        if shown:
            self.fields.quotation.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.line.answer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_alternative(self, canonical: str) -> None:
        self.fields.keep_as_written(self.line.answer.text())
        self.line.answer.setText(canonical)
        self.line.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _on_changed(self, _kept: ChangeSet) -> None:
        self.line.forget_names()
        self._preview.ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._preview.stop()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter keep the claim from a box with a list, and press a button that has the focus.

        Fields of one line say themselves that Enter was pressed.
        """
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() in _ENTER and isinstance(focused, QComboBox):
            self.keep()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Enter keep the claim from the fields where Enter makes a new line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in _ENTER
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.keep()
                return True
        return super().eventFilter(watched, event)
