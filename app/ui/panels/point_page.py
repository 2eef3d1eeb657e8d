"""One point at issue on one page: apparatus, versions, claims, flags, judgement."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge


class PointPage(QWidget):
    """Shows one point and everything that can be done about it."""

    source_asked = Signal(int)
    """The source with this id is to be shown."""
    claim_edit_asked = Signal(int)
    """The claim with this id is to be edited."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def show_point(self, point_id: int) -> None:
        """Show the point with this id."""
