"""Asking before something that is typed and not kept is left behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def asked_to_leave(things: Sequence[str], parent: QWidget) -> bool:
    """Ask whether the named things may be lost; ``True`` when they may."""
    box = QMessageBox(parent)
    box.setWindowTitle("Not kept yet")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Typed but not kept: {', '.join(things)}.")
    box.setInformativeText("Go back to keep it, or leave it behind.")
    back = box.addButton("&Go back", QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton("&Leave it behind", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.exec()
    return box.clickedButton() is leave
