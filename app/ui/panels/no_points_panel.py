"""What stands in place of a point while the dossier has none: how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.texts import HeadingLabel, PlainLabel

_FIRST = (
    "A point at issue is a question that accounts answer: “When did he die?”, “How many crossed?”. "
    "Record the first claim in the line below: name the point as “subject: question”, type what "
    "the account answers, the account’s siglum (such as K48) and the place, and press Enter. "
    "The point, its subject and the source are made with it."
)
_THEN = (
    "As soon as a second account answers the same point, you see before you keep it whether the "
    "two can stand together."
)
_OR = "Sources and claims that you already have in a table come in with File ▸ Import sheets."


class NoPointsPanel(QWidget):
    """Says in three short paragraphs how the first claim is recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QWidget()
        column.setMaximumWidth(620)
        layout = QVBoxLayout(column)
        layout.setSpacing(12)
        layout.addWidget(HeadingLabel("No points at issue yet", scale=1.45))
        for words in (_FIRST, _THEN, _OR):
            layout.addWidget(PlainLabel(words, muted=True, wraps=True))
        layout.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 40, 24, 24)
        around.addWidget(column, 1, Qt.AlignmentFlag.AlignLeft)
