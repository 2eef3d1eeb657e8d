"""A combo box over records known by their ids, which can be offered anew."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.widgets.choice import Choice


class IdChoice(Choice[int]):
    """Shows the words of each id; ``chosen`` is emitted when the user takes another one."""

    def __init__(self, parent: QWidget | None = None, *, letters: int = 24) -> None:
        super().__init__({}, parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def offer(self, words: Mapping[int, str]) -> None:
        """Offer these ids; the one that was chosen stays chosen while it is among them."""
        chosen = self.find_id()
        if tuple(words) == self._members and list(words.values()) == self._texts():
            return
        with QSignalBlocker(self):
            self.clear()
            self._members = tuple(words)
            self.addItems(list(words.values()))
            if chosen is not None:
                self.set_member(chosen)

    def _texts(self) -> list[str]:
        return [self.itemText(place) for place in range(self.count())]

    def find_id(self) -> int | None:
        """Return the id that is chosen, or ``None`` while none is offered."""
        return self.member() if self._members else None
