"""A further account in a source: another speaker, or another occasion."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from app.domain.records import Account
from app.services.accounts import add_account
from app.services.completing import complete_subjects
from app.services.sources import get_source
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.panels.record_fields import ACCOUNT_GROUPS, account_of
from app.ui.widgets.completion import Completion, Proposal
from app.ui.widgets.field_form import FieldForm


class AccountDialog(FormDialog):
    """Asks for an account in a source, and makes it."""

    fits = False

    def __init__(self, bridge: Bridge, source_id: int, parent: QWidget | None = None) -> None:
        source = get_source(bridge.workspace, source_id)
        super().__init__(
            f"New account in {source.key}", parent, keep_text="&Make the account",
            lead="One speaker’s telling on one occasion. It gets a siglum of its own.",
        )  # fmt: skip
        self._bridge, self._source_id = bridge, source_id
        self.kept_id = 0
        """The account that was made."""
        self.form = FieldForm(ACCOUNT_GROUPS, self)
        Completion(
            self.form.line("speaker"),
            lambda words: [Proposal(name) for name in complete_subjects(bridge.workspace, words)],
        )
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        area.viewport().setAutoFillBackground(False)
        self.form.setAutoFillBackground(False)
        self.body.addWidget(area, 1)
        self.resize(560, 560)
        self.form.line("siglum").setFocus()

    @override
    def keep(self) -> None:
        account = account_of(self.form.values(), Account(0, "", self._source_id))
        self.kept_id = add_account(self._bridge.workspace, account)
