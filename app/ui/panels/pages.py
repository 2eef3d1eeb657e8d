"""What pages share: when they read the dossier, and a head over content or a word on its lack."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.widgets.rooms import column_of
from app.ui.widgets.texts import Hairline, HeadingLabel, PlainLabel

_AROUND = (24, 24, 24, 24)


class FreshPage(QWidget):
    """Reads the dossier when it is shown after a change, or at once while it is shown."""

    status_said = Signal(str)
    """Something was done: a sentence for the status line."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.workspace = bridge, bridge.workspace
        self._is_stale = True
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read anew what is shown."""
        self._is_stale = False
        self.read()

    def read(self) -> None:
        """Read what is shown out of the dossier; what was chosen stays chosen where it can."""
        raise NotImplementedError  # Qt's metaclass leaves no room for an abstract method

    def refresh_when_seen(self) -> None:
        """Read anew: now while the page is shown, else when it is shown next."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def find_home(self) -> QWidget | None:
        """Return what is to have the focus when the page is shown; ``None`` leaves it."""
        return None

    def _on_changed(self, _kept: ChangeSet) -> None:
        self.refresh_when_seen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.refresh()
        home = self.find_home()
        if home is not None:
            home.setFocus()
        super().showEvent(event)


class HeadedPage(FreshPage):
    """A title with choices and buttons; below it one of several contents, or why there is none."""

    title = ""
    has_line = False
    """Whether a line parts head and content."""

    def __init__(self, bridge: Bridge, nothing: str, parent: QWidget | None = None) -> None:
        """``nothing`` says how there comes to be something to show."""
        super().__init__(bridge, parent)
        self.nothing = PlainLabel(nothing, self, muted=True, wraps=True)
        self.heading = HeadingLabel(self.title, self, scale=1.45)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(24, 18, 24, 10)
        self._head.setSpacing(8)
        self._below = QStackedLayout()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self._head)
        if self.has_line:
            self.column.addWidget(Hairline(self))
        self.column.addLayout(self._below, 1)
        self._empty = column_of(self.nothing, margins=_AROUND)
        self._below.addWidget(self._empty)

    def add_title(self, choices: Mapping[QWidget, int], *buttons: QWidget) -> None:
        """Put the first line of the head: the title, choices by how they stretch, buttons."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.heading)
        row.addSpacing(12)
        for choice, stretch in choices.items():
            row.addWidget(choice, stretch)
        if buttons:
            row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._head.addLayout(row)

    def add_line(self, parts: Mapping[QWidget, int]) -> None:
        """Put a further line of the head: its parts by how they stretch."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for part, stretch in parts.items():
            row.addWidget(part, stretch)
        self._head.addLayout(row)

    def add_content(self, *contents: QWidget) -> None:
        """Put what is shown below the head, one at a time."""
        for content in contents:
            self._below.addWidget(content)

    def show_content(self, content: QWidget | None) -> None:
        """Show one of the contents, or with ``None`` why there is nothing to show."""
        self._below.setCurrentWidget(content or self._empty)
