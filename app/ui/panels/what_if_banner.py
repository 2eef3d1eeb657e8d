"""The band over every page while something is set aside: what, and what it does to this point."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.what_if import get_findings_without
from app.services.workspace import Workspace
from app.ui.icons import draw_icon
from app.ui.panels.trail import Place
from app.ui.supposition import Supposition
from app.ui.theme import current_theme
from app.ui.widgets.texts import HeadingLabel, PlainLabel
from app.ui.widgets.what_if_words import change_in_words, outcome_in_words

_ICON = 18


class WhatIfBanner(QFrame):
    """Says what is supposed; hidden while nothing is."""

    changes_asked = Signal(object)
    """All that would be found otherwise is to be shown, with the point of this id, or 0, first."""

    def __init__(
        self, workspace: Workspace, supposed: Supposition, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._supposed = workspace, supposed
        self._place = Place("")
        self.sentence = HeadingLabel(parent=self, scale=1.0, wraps=True)
        self.here = PlainLabel(parent=self, wraps=True)
        self.show_button = QPushButton("Show all changes", self)
        self.clear_button = QPushButton("Clear (Esc)", self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.sentence)
        words.addWidget(self.here)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(52, 8, 24, 8)
        layout.setSpacing(10)
        layout.addLayout(words, 1)
        layout.addWidget(self.show_button)
        layout.addWidget(self.clear_button)
        self.show_button.clicked.connect(self._on_show)
        self.clear_button.clicked.connect(supposed.clear)
        supposed.changed.connect(self.refresh)
        self.hide()

    def show_place(self, place: Place) -> None:
        """Say what is supposed on the page at this place."""
        self._place = place
        self.refresh()

    def refresh(self) -> None:
        """Show what is set aside, and what that does to the point on the screen."""
        self.setVisible(bool(self._supposed.things))
        if not self._supposed.things:
            return
        here = self._here()
        self.sentence.setText(self._supposed.sentence)
        self.here.setText(here)
        self.here.setVisible(bool(here))
        self.show_button.setVisible(self._place.name != "what_if")
        self.setAccessibleName(f"{self._supposed.sentence}. {here}")

    def _on_show(self) -> None:
        self.changes_asked.emit(self._place.id if self._place.name == "point" else 0)

    def _here(self) -> str:
        if self._place.name == "contradictions":
            return f"Of all that is found: {outcome_in_words(self._supposed.outcome())}"
        if self._place.name != "point" or not self._place.id:
            return ""
        try:
            _, change = get_findings_without(
                self._workspace, self._place.id, self._supposed.aside()
            )
        except (LookupError, ValueError):  # the point was deleted just now
            return ""
        return f"On this point: {change_in_words(change)}"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.quotation_background)
        painter.fillRect(0, 0, 4, self.height(), theme.tension)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.tension)
        top = (self.height() - _ICON) / 2
        draw_icon(painter, "eye-off", QRectF(20, top, _ICON, _ICON), theme.tension)
        painter.end()
