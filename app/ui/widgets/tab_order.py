"""The order in which Tab goes through fields, also through those that are made later."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain_tabs(*fields: QWidget) -> None:
    """Let Tab go from each field to the next; all of them must be in one window."""
    for one, other in pairwise(fields):
        QWidget.setTabOrder(one, other)


class TabAnchor(QWidget):
    """A hidden place in the order of Tab, after which fields are chained that come and go.

    Qt leaves a widget without focus policy out of the order, so that no label can mark the place.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()
