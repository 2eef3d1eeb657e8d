"""Editing a kept claim: the fields of the record line, with the same live reading."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.services.accounts import get_account
from app.services.claims import ClaimDraft, draft_of, edit_claim, get_claim
from app.services.points import get_point_title
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.claim_fields import ClaimFields
from app.ui.widgets.claim_line import ClaimLine
from app.ui.widgets.debounce import Debounce
from app.ui.widgets.live_reading import LiveReading
from app.ui.widgets.texts import PlainLabel


class ClaimDialog(FormDialog):
    """Edits one claim; what its answer contradicts is shown before it is kept."""

    def __init__(self, bridge: Bridge, claim_id: int, parent: QWidget | None = None) -> None:
        super().__init__("Edit claim", parent)
        self._bridge, self._claim_id = bridge, claim_id
        workspace = bridge.workspace
        claim = get_claim(workspace, claim_id)
        draft = draft_of(claim, get_account(workspace, claim.account_id).siglum)
        self.line = ClaimLine(workspace, self)
        self.fields = ClaimFields(workspace, self)
        self.live = LiveReading(workspace, self)
        self.notice = PlainLabel(parent=self, muted=True, wraps=True)
        self._preview = Debounce(self.refresh, self)
        for part in (self.line, self.live, self.notice, self.fields):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._show(draft, ": ".join(get_point_title(workspace, claim.point_id)))
        self._watch()
        self.setMinimumWidth(820)
        self.refresh()
        self.line.answer.setFocus()

    def _show(self, draft: ClaimDraft, title: str) -> None:
        self.line.point.setText(title)
        self.line.point.setCursorPosition(0)
        self.line.answer.setText(draft.answer)
        self.line.account.setText(draft.siglum)
        self.line.locator.setText(draft.locator)
        self.line.set_stance(draft.stance)
        self.line.forget_names()
        self.fields.show_draft(draft)

    def _watch(self) -> None:
        self.line.changed.connect(self._preview.ask)
        self.fields.changed.connect(self._preview.ask)
        self.line.alternative_asked.connect(self.live.take_alternative)
        self.live.alternative_taken.connect(self._on_alternative)

    def draft(self) -> ClaimDraft:
        """Return the claim as it is typed."""
        return self.fields.fill(self.line.draft())

    def refresh(self) -> None:
        """Read what is typed, and show what it contradicts."""
        draft = self.draft()
        self.live.show_draft(draft, editing=self._claim_id)
        self.line.propose_kind(self.live.preview.kind)
        self.line.alternatives = len(self.live.preview.alternatives)
        new = f"{draft.siglum} is new: a source will be made." if self.line.is_new_account() else ""
        self.notice.setText(new)
        self.notice.setVisible(bool(new))

    def _on_alternative(self, canonical: str) -> None:
        self.fields.keep_as_written(self.line.answer.text())
        self.line.answer.setText(canonical)
        self.refresh()

    @override
    def keep(self) -> None:
        edit_claim(self._bridge.workspace, self._claim_id, self.draft())
