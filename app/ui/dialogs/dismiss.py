"""Setting a flag aside: a typed reason and a text."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget



class DismissDialog(QDialog):
    """Asks why a flag is set aside."""

    def __init__(self, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = why
