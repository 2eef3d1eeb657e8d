"""The line below that records the next claim: point, answer, account, locator."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge


class RecordLine(QWidget):
    """Records a claim; account and locator stay for the next one."""

    kept = Signal(int)
    """The claim with this id was kept."""
    point_made = Signal(int)
    """A point that was not there before was made for the claim."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def set_point(self, point_id: int) -> None:
        """Take the point that the next claim answers."""

    def focus(self) -> None:
        """Put the cursor where the next claim begins."""
