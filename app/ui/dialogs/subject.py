"""A subject's name, its other names in any script, what it is, and to whom it is related."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.records import Subject
from app.services.subjects import edit_subject, find_subject, get_subject, names_related
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.panels.record_fields import (
    SUBJECT_GROUPS,
    SUBJECTS_NAMED,
    subject_of,
    texts_of_subject,
)
from app.ui.widgets.field_form import FieldForm
from app.ui.widgets.subject_field import complete_field


class SubjectDialog(FormDialog):
    """Edits one subject; its claims and points keep it under every name."""

    def __init__(self, bridge: Bridge, subject_id: int, parent: QWidget | None = None) -> None:
        super().__init__("Edit subject", parent)
        self._bridge = bridge
        self._subject = get_subject(bridge.workspace, subject_id)
        self.form = FieldForm(SUBJECT_GROUPS, self)
        for name in SUBJECTS_NAMED:
            complete_field(self.form.line(name), bridge.workspace)
        self.form.load(
            texts_of_subject(self._subject, names_related(bridge.workspace, self._subject))
        )
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.setMinimumWidth(520)
        self.form.line("name").setFocus()

    @override
    def keep(self) -> None:
        edit_subject(
            self._bridge.workspace, subject_of(self.form.values(), self._subject, self._find)
        )

    def _find(self, name: str) -> Subject | None:
        return find_subject(self._bridge.workspace, name)
