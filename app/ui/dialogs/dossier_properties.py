"""What the dossier is called, whose it is, and what it covers: the head of the report."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from app.services.dossiers import edit_settings, get_settings
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.text_area import TextArea


class PropertiesDialog(FormDialog):
    """Edits title, author and scope."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(
            "Title, author and scope", parent, lead="They stand at the head of the report."
        )
        self._workspace = bridge.workspace
        kept = get_settings(bridge.workspace)
        self.title = QLineEdit(kept["title"])
        self.author = QLineEdit(kept["author"])
        self.scope = TextArea(self, lines=4)
        self.scope.setText(kept["scope"])
        self.scope.setPlaceholderText("What the inquiry covers, and what it leaves out")
        form = QFormLayout()
        for words, field in (
            ("&Title", self.title),
            ("&Author", self.author),
            ("&Scope", self.scope),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            form.addRow(label, field)
        self.body.addLayout(form)
        self.keep_button.setEnabled(bridge.workspace.is_writable)
        self.setMinimumWidth(560)

    @override
    def keep(self) -> None:
        edit_settings(
            self._workspace,
            {
                "title": self.title.text().strip(),
                "author": self.author.text().strip(),
                "scope": self.scope.text().strip(),
            },
        )
