"""A combo box over the members of an enumeration, which the mouse wheel does not change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

M = TypeVar("M")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Choice(QComboBox, Generic[M]):
    """Shows the words of each member; ``chosen`` is emitted when the user takes another one."""

    chosen = Signal()

    def __init__(
        self, words: Mapping[M, str], parent: QWidget | None = None, *, by_letters: bool = True
    ) -> None:
        """``by_letters``: a letter that is typed chooses the member that begins with it."""
        super().__init__(parent)
        self._by_letters = by_letters
        self._members = tuple(words)
        self.addItems(list(words.values()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self.chosen)

    def member(self) -> M:
        """Return the member that is chosen."""
        return self._members[max(0, self.currentIndex())]

    def find_member(self) -> M | None:
        """Return the member that is chosen, or ``None`` while none is."""
        return self.member() if self.currentIndex() >= 0 else None

    def choose_none(self, words: str) -> None:
        """Let no member be chosen; ``words`` stand in its place."""
        self.setPlaceholderText(words)
        self.setCurrentIndex(-1)

    def set_member(self, member: M) -> None:
        """Show a member as chosen; one that is not offered leaves the first."""
        place = self._members.index(member) if member in self._members else 0
        if place != self.currentIndex():
            self.setCurrentIndex(place)

    def unfold(self) -> None:
        """Go to the box and open its list, as by its key."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.showPopup()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to what holds the box: it keeps the form and opens no list."""
        if event.key() in _ENTER:
            event.ignore()
            return
        if not self._by_letters and event.text().strip() and event.text().isprintable():
            return
        super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
