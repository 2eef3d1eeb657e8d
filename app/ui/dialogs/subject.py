"""A subject's name, its other names in any script, and what it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from app.domain.records import Subject
from app.services.subjects import KINDS, edit_subject, find_subject, get_subject, names_related
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.panels.record_fields import related_id
from app.ui.widgets.choice import Choice
from app.ui.widgets.subject_field import complete_field
from app.ui.widgets.text_area import TextArea


class SubjectDialog(FormDialog):
    """Edits one subject; its claims and points keep it under every name."""

    def __init__(self, bridge: Bridge, subject_id: int, parent: QWidget | None = None) -> None:
        super().__init__("Edit subject", parent)
        self._bridge = bridge
        self._subject = get_subject(bridge.workspace, subject_id)
        words = {"": "not said", **{kind: kind for kind in KINDS}}
        if self._subject.kind not in words:
            words[self._subject.kind] = self._subject.kind
        self.name = QLineEdit(self._subject.name, self)
        self.kind = Choice[str](words, self)
        self.kind.set_member(self._subject.kind)
        self.variants = TextArea(self, lines=4)
        self.variants.setText("\n".join(self._subject.variants))
        self.variants.setPlaceholderText("One name a line: Кононов, Иван Никитич")
        self.same_as, self.part_of = QLineEdit(self), QLineEdit(self)
        names = names_related(bridge.workspace, self._subject)
        for named, related, hint in (
            (self.same_as, self._subject.same_as_id, "what this one has turned out to be"),
            (self.part_of, self._subject.part_of_id, "the larger unit, place or event"),
        ):
            named.setText(names.get(related or 0, ""))
            named.setPlaceholderText(hint)
            complete_field(named, bridge.workspace)
        self.note = TextArea(self)
        self.note.setText(self._subject.note)
        form = QFormLayout()
        for title, field in (
            ("&Name", self.name),
            ("W&hat it is", self.kind),
            ("&Other names", self.variants),
            ("Same &as", self.same_as),
            ("Part o&f", self.part_of),
            ("No&te", self.note),
        ):
            label = QLabel(title, self)
            label.setBuddy(field)
            field.setAccessibleName(title.replace("&", ""))
            form.addRow(label, field)
        self.body.addLayout(form)
        self.body.addStretch(1)
        self.setMinimumWidth(520)
        self.name.setFocus()

    @override
    def keep(self) -> None:
        workspace = self._bridge.workspace
        lines = (line.strip() for line in self.variants.text().splitlines())
        edit_subject(
            workspace,
            replace(
                self._subject,
                name=self.name.text().strip(),
                kind=self.kind.member(),
                variants=tuple(dict.fromkeys(line for line in lines if line)),
                note=self.note.text().strip(),
                same_as_id=related_id(self.same_as.text(), self._find),
                part_of_id=related_id(self.part_of.text(), self._find),
            ),
        )

    def _find(self, name: str) -> Subject | None:
        return find_subject(self._bridge.workspace, name)
