"""The band over every page while something is set aside: what, and what it does to this page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.icons import draw_icon
from app.ui.panels.trail import Place
from app.ui.supposition import Supposition
from app.ui.theme import current_theme
from app.ui.widgets.progress_line import ProgressLine
from app.ui.widgets.texts import HeadingLabel, PlainLabel
from app.ui.widgets.what_if_words import change_in_words, outcome_in_words

_ICON = 18
_AS_IT_IS = (
    "This page shows the dossier as it is, with nothing set aside; what you change here is kept."
)
_FINDING = "being found anew…"


class WhatIfBanner(QFrame):
    """Says what is supposed; hidden while nothing is."""

    changes_asked = Signal(object)
    """All that would be found otherwise is to be shown, with the point of this id, or 0, first."""

    def __init__(self, supposed: Supposition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._supposed = supposed
        self._place = Place("")
        self.sentence = HeadingLabel(parent=self, scale=1.0, wraps=True)
        self.here = PlainLabel(parent=self, wraps=True)
        self.progress = ProgressLine(self)
        self.show_button = QPushButton("Show all changes", self)
        self.clear_button = QPushButton("Clear (Esc)", self)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.sentence, self.here, self.progress):
            words.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(52, 8, 24, 8)
        layout.setSpacing(10)
        layout.addLayout(words, 1)
        layout.addWidget(self.show_button)
        layout.addWidget(self.clear_button)
        self._watch()
        self.hide()

    def _watch(self) -> None:
        supposed = self._supposed
        self.show_button.clicked.connect(self._on_show)
        self.clear_button.clicked.connect(supposed.clear)
        self.progress.stop_asked.connect(supposed.stop)
        self.progress.begin_asked.connect(supposed.go_on)
        supposed.changed.connect(self.refresh)
        supposed.found.connect(self.refresh)
        supposed.point_found.connect(self.refresh)
        supposed.progressed.connect(self.progress.show_progress)

    def show_place(self, place: Place) -> None:
        """Say what is supposed on the page at this place."""
        self._place = place
        self.refresh()

    def refresh(self) -> None:
        """Show what is set aside, and what that does to the page on the screen."""
        self.setVisible(bool(self._supposed.things))
        if not self._supposed.things:
            self.progress.show_done()
            return
        here = self._here()
        self.sentence.setText(self._supposed.sentence)
        self.here.setText(here)
        self.here.setVisible(bool(here))
        self.show_button.setVisible(self._place.name != "what_if")
        self.setAccessibleName(f"{self._supposed.sentence}. {here}")
        if self._supposed.stopped:
            self.progress.show_stopped(self._supposed.stopped)
        elif not self._supposed.is_busy:
            self.progress.show_done()

    def _on_show(self) -> None:
        self.changes_asked.emit(self._place.id if self._place.name == "point" else 0)

    def _here(self) -> str:
        if self._place.name in ("", "points", "what_if"):
            return ""
        if self._place.name == "contradictions":
            outcome = self._supposed.outcome()
            words = outcome_in_words(outcome) if outcome else _FINDING
            return "" if self._supposed.stopped else f"Of all that is found: {words}"
        if self._place.name != "point":
            return _AS_IT_IS
        point = self._supposed.point(self._place.id) if self._place.id else None
        return f"On this point: {change_in_words(point.change) if point else _FINDING}"

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
