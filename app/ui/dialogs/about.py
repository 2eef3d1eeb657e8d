"""What this program is, and whose work is in it."""

from __future__ import annotations

from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.ui.widgets.texts import PlainLabel
from app.ui.widgets.title_label import TitleLabel

_WHAT = (
    "Source criticism for historians: what each account claims, what cannot stand together, and "
    "who really witnesses it. Everything stays on this computer; nothing is sent anywhere."
)
_WHOSE = (
    "Variorum is free software under the MIT licence. It carries Source Sans 3 and Source Serif 4 "
    "by Adobe (SIL Open Font Licence), marks from DejaVu Sans, icons by Lucide (ISC) and the "
    "Chicago citation style (CC BY-SA), and stands on Qt and PySide6 (LGPL), SQLite, SQLAlchemy, "
    "Alembic, typst, python-docx, citeproc-py and Jinja. Their licences lie in the program’s "
    "folder."
)

_WIDTH = 540


class AboutDialog(QDialog):
    """Names the version, the licence and what the program is built from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Variorum")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = TitleLabel("Variorum", scale=2.2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 18)
        layout.setSpacing(10)
        layout.addWidget(name)
        layout.addWidget(PlainLabel(f"Version {version('variorum')}", muted=True))
        layout.addWidget(PlainLabel(_WHAT, wraps=True))
        layout.addWidget(PlainLabel(_WHOSE, muted=True, wraps=True))
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.resize(_WIDTH, layout.heightForWidth(_WIDTH))
