"""What is shown while no dossier is open: how to begin, and where one was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.ui.fonts import ui_font
from app.ui.icons import draw_icon
from app.ui.theme import current_theme
from app.ui.widgets.texts import HeadingLabel, PlainLabel
from app.ui.widgets.title_label import TitleLabel

_LETTERS = 72
"""How many letters the column is wide."""
_ICON = 22
_ONE_LINE = Qt.TextFlag.TextSingleLine
_MARGIN = 14
_MOTTO = (
    "Record what each account claims, with its place in the source. See what cannot stand "
    "together, who really witnesses each version, and print it with footnotes."
)
BEGINNINGS = (
    (
        "new",
        "New dossier…",
        "Begin an inquiry of your own: one file, saved as you type.",
        "file-plus",
    ),
    (
        "open",
        "Open dossier…",
        "Go on with a .variorum file; or drop one on this window.",
        "folder-open",
    ),
    (
        "sample",
        "Open the sample",
        "Major Kononov’s crossing of 22 August 1941, and how it was told since.",
        "book-open",
    ),
)
"""Name, title, what it is, icon."""


class Choice(QAbstractButton):
    """A large row with a title and a line below it."""

    def __init__(
        self, title: str, words: str, icon_name: str = "", shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._words, self._icon_name, self._key = words, icon_name, shortcut
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 2 * self.fontMetrics().height() + 22)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(theme.accent if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.base)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        box = self.rect().adjusted(_MARGIN, 9, -_MARGIN, -9)
        if self._icon_name:
            top = (self.height() - _ICON) / 2
            draw_icon(painter, self._icon_name, QRectF(_MARGIN, top, _ICON, _ICON), theme.accent)
            box.setLeft(box.left() + _ICON + _MARGIN)
        self._paint_words(painter, box)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        theme = current_theme()
        painter.setPen(theme.muted)
        painter.setFont(ui_font(0.92))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._key)
        words = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideMiddle, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom | _ONE_LINE, words)
        painter.setPen(theme.text)
        painter.setFont(ui_font(bold=True))
        title = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, box.width() - 90
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | _ONE_LINE, title)


class WelcomePanel(QScrollArea):
    """New, open, sample, and the dossiers of the last days."""

    beginning_chosen = Signal(str)
    """``new``, ``open`` or ``sample``."""
    recent_chosen = Signal(object)
    """A dossier of the last days is to be opened: its path."""

    def __init__(self, shortcuts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._content = column = QWidget()
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 56, 0, 32)
        self._column.setSpacing(4)
        self._add_head()
        self.choices: dict[str, Choice] = {}
        self._add_beginnings(shortcuts)
        self._recent_heading = HeadingLabel("Recent dossiers", scale=1.0)
        self._recent_heading.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._column.addSpacing(18)
        self._column.addWidget(self._recent_heading)
        self.recent: list[Choice] = []
        self._column.addStretch(1)
        page = QWidget()
        around = QVBoxLayout(page)
        around.addWidget(column, 1, Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(page)
        self._fit_letters()

    def _add_head(self) -> None:
        title = TitleLabel("Variorum", scale=2.5)
        motto = PlainLabel(_MOTTO, muted=True, wraps=True)
        for part in (title, motto):
            part.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
            self._column.addWidget(part)
        self._column.addSpacing(20)

    def _add_beginnings(self, shortcuts: Mapping[str, str]) -> None:
        for name, title, words, icon_name in BEGINNINGS:
            choice = Choice(title, words, icon_name, shortcuts.get(name, ""))
            choice.clicked.connect(lambda _=False, name=name: self.beginning_chosen.emit(name))
            self.choices[name] = choice
            self._column.addWidget(choice)

    def _fit_letters(self) -> None:
        """Let the column be as wide as its letters need."""
        self._content.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit_letters()
        super().changeEvent(event)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the dossiers that were opened last."""
        for choice in self.recent:
            self._column.removeWidget(choice)
            choice.hide()
            choice.deleteLater()
        self.recent = []
        self._recent_heading.setVisible(bool(paths))
        for place, path in enumerate(paths):
            choice = Choice(path.name, str(path.parent))
            choice.clicked.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
            self._column.insertWidget(self._column.count() - 1, choice)
            self.recent.append(choice)
            if place == 4:
                break
