"""Text as the window shows it: labels of plain text, and tooltips that escape it."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from typing_extensions import override

from app.ui.fonts import ui_font
from app.ui.theme import verdict_colour, verdict_mark

R = TypeVar("R")


class PlainLabel(QLabel):
    """A label that never takes user text for markup; ``muted`` ones step back."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, muted: bool = False,
        wraps: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setText(text)


class HeadingLabel(PlainLabel):
    """The heading of a page or of a part of it; grows with the font of the window."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, scale: float = 1.15,
        wraps: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(text, parent, wraps=wraps)
        self._scale = scale
        self._apply_font()

    def wanted_font(self) -> QFont:
        """Return the letters of a heading at the size of the window's font now."""
        return ui_font(self._scale, bold=True)

    def _apply_font(self) -> None:
        font = self.wanted_font()
        if font.toString() != self.font().toString():
            self.setFont(font)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._apply_font()
        super().changeEvent(event)


class VerdictLabel(PlainLabel):
    """A verdict or status in words, with its mark and its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._verdict = ""

    @property
    def verdict(self) -> str:
        """Return the verdict that is shown."""
        return self._verdict

    def show_verdict(self, verdict: str, words: str = "") -> None:
        """Show a verdict; ``words`` say it where they differ from its name."""
        self._verdict = verdict
        self.setText(f"{verdict_mark(verdict)} {words or verdict}" if verdict else "")
        self._apply_colour()

    def _apply_colour(self) -> None:
        palette = self.palette()
        colour = verdict_colour(self._verdict)
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationPaletteChange and self._verdict:
            self._apply_colour()
        super().changeEvent(event)


class Hairline(QFrame):
    """A thin line between two parts of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Mid)


def plain_tooltip(text: str) -> str:
    """Return user text as a tooltip that wraps and shows it as it is."""
    return f"<p>{html.escape(text).replace(chr(10), '<br/>')}</p>" if text else ""


def told_whole(text: Callable[[R], str]) -> Callable[[R, int], object]:
    """Return the role of a column whose tooltip tells what its cells may cut short."""

    def role_of(record: R, role: int) -> object:
        return plain_tooltip(text(record)) if role == Qt.ItemDataRole.ToolTipRole else None

    return role_of


def moment_in_words(moment: str, *, with_time: bool = False) -> str:
    """Return an ISO 8601 moment in UTC as the local ``22 November 2026``, or as it is."""
    when = QDateTime.fromString(moment, Qt.DateFormat.ISODate)
    if not when.isValid():
        return moment
    form = "d MMMM yyyy, HH:mm" if with_time else "d MMMM yyyy"
    return QLocale(QLocale.Language.English).toString(when.toLocalTime(), form)


def on_one_line(text: str) -> str:
    """Return the text with every line break as a blank, for a cell of a table."""
    return " ".join(text.split())
