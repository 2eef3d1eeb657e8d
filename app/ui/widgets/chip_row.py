"""A row of small buttons of which one holds; what does not fit goes on the next line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

_GAP = 4


class ChipRow(QWidget):
    """Lets one of several be chosen, by mouse or with the arrow keys."""

    chosen = Signal(str)
    """The chip of this name was chosen by the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chips(self, words: Mapping[str, str], chosen: str) -> None:
        """Show a chip for each name, with its words; keep the buttons that are there already."""
        for name in [name for name in self.chips if name not in words]:
            gone = self.chips.pop(name)
            self._group.removeButton(gone)
            gone.hide()
            gone.deleteLater()
        self.chips = {name: self.chips.get(name) or self._make(name) for name in words}
        for name, chip in self.chips.items():
            chip.setText(words[name])
            chip.setChecked(name == chosen)
            chip.show()
        self._arrange()

    def _make(self, name: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(chip)
        return chip

    def _arrange(self) -> None:
        """Place the chips from left to right, in as many lines as they need."""
        left = top = height = 0
        for chip in self.chips.values():
            size = chip.sizeHint()
            if left and left + size.width() > self.width():
                left, top = 0, top + size.height() + _GAP
            chip.setGeometry(left, top, size.width(), size.height())
            left += size.width() + _GAP
            height = top + size.height()
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height())
