"""Every key of the window on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.menus import COMMANDS, PAGE_MENU
from app.ui.widgets.texts import HeadingLabel, PlainLabel

_ALWAYS = (
    ("Enter", "Open what is chosen; keep what is typed in a line"),
    ("Esc", "Close results, a message or a dialog"),
    ("Tab, Shift+Tab", "Next, previous field"),
    ("Type in a list", "Jump to the row that begins so"),
)


class ShortcutsDialog(QDialog):
    """Lists commands and their keys by menu; those of the page first."""

    def __init__(self, page_actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget()
        self._grid = QGridLayout(sheet)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        pages = [
            (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.text())
            for action in page_actions
            if not action.shortcut().isEmpty()
        ]
        self._add(PAGE_MENU, pages)
        for menu in dict.fromkeys(command.menu for command in COMMANDS):
            self._add(menu, [(", ".join(c.keys), c.text) for c in COMMANDS if c.menu == menu])
        self._add("Everywhere", _ALWAYS)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._lay_out(sheet)

    def _lay_out(self, sheet: QWidget) -> None:
        scroll = QScrollArea()
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(HeadingLabel("Keyboard shortcuts", scale=1.25))
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        self.resize(560, 620)

    def _add(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        if not lines:
            return
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, 8)
        self._grid.addWidget(HeadingLabel(_plain(title), scale=1.0), row + 1, 0, 1, 2)
        for place, (keys, words) in enumerate(lines, start=row + 2):
            self._grid.addWidget(PlainLabel(keys, muted=True), place, 0)
            self._grid.addWidget(PlainLabel(_plain(words)), place, 1)


def _plain(words: str) -> str:
    return words.replace("&", "").rstrip("…")
