"""One call after the last of several changes in quick succession."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

TYPING_PAUSE = 120
"""Milliseconds without a letter after which what was typed is read."""


class Debounce(QTimer):
    """Runs an action once, a pause after the last ``ask``."""

    def __init__(
        self, action: Callable[[], None], parent: QObject, *, pause: int = TYPING_PAUSE
    ) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(pause)
        self.timeout.connect(action)

    def ask(self) -> None:
        """Run the action after the pause, counted from now."""
        self.start()

    def run_now(self) -> None:
        """Run the action at once if it was asked for."""
        if self.isActive():
            self.stop()
            self.timeout.emit()
