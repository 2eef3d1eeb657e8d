"""Rooms that parts of a page stand in: scrolled, inset, or divided by a bar to drag."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

Margins = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""
_NONE = (0, 0, 0, 0)


class QuietScroll(QScrollArea):
    """Scrolls what is larger than it; has no frame, ground or focus of its own."""

    def __init__(
        self, part: QWidget, parent: QWidget | None = None, *, across: bool = False
    ) -> None:
        """``across``: it scrolls sideways too."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not across:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(part)
        self.viewport().setAutoFillBackground(False)
        part.setAutoFillBackground(False)


def column_of(
    *parts: QWidget | QLayout,
    margins: Margins = _NONE,
    spacing: int = 6,
    fills: QWidget | None = None,
) -> QWidget:
    """Return the parts below one another; one that ``fills`` takes the room that is left."""
    column = QWidget()
    inside = QVBoxLayout(column)
    inside.setContentsMargins(*margins)
    inside.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QLayout):
            inside.addLayout(part)
        else:
            inside.addWidget(part, int(part is fills))
    inside.addStretch(int(fills is None))
    return column


def divided(upper: QWidget, lower: QWidget, sizes: tuple[int, int]) -> QSplitter:
    """Return two parts one above the other; ``sizes`` say how they share the height at first."""
    split = QSplitter(Qt.Orientation.Vertical)
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    split.addWidget(upper)
    split.addWidget(lower)
    split.setSizes(list(sizes))
    return split
