"""A passage of plain text as high as it needs to be: wraps, can be selected and copied."""

from __future__ import annotations

import atexit
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from app.ui.fonts import text_font, ui_font
from app.ui.theme import current_theme, verdict_colour

_REPAINTED = (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a passage: its words, and how they look where that differs."""

    text: str
    verdict: str = ""
    """Coloured like this verdict."""
    muted: bool = False
    bold: bool = False
    italic: bool = False
    struck: bool = False
    """Struck through: it no longer holds."""


class _Copied(QMimeData):
    """Plain text for the clipboard."""


@cache
def _leave_plain_text_at_end() -> None:
    """See that the clipboard holds nothing of Python's when the program ends: Qt would crash."""
    atexit.register(_leave_plain_text)


def _leave_plain_text() -> None:
    if QGuiApplication.instance() is not None:
        clipboard = QGuiApplication.clipboard()
        if isinstance(clipboard.mimeData(), _Copied):
            clipboard.setText(clipboard.text())


class Passage(QTextEdit):
    """Read-only text that user words cannot turn into markup.

    ``serif`` is for the words of sources; ``quoted`` puts them on the ground of quotations.
    """

    def __init__(
        self, parent: QWidget | None = None, *, serif: bool = False, scale: float = 1.0,
        quoted: bool = False, in_tabs: bool = False,
    ) -> None:  # fmt: skip
        """``in_tabs``: Tab stops here, so that the words can be copied by keyboard."""
        super().__init__(parent)
        self._serif, self._scale, self._quoted = serif, scale, quoted
        self._segments: tuple[Segment, ...] = ()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        policy = Qt.FocusPolicy.StrongFocus if in_tabs else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(8 if quoted else 0)
        self._look()

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Return what is shown."""
        return self._segments

    def show_text(self, text: str) -> None:
        """Show one text."""
        self.show_segments([Segment(text)] if text else [])

    def show_segments(self, segments: Iterable[Segment]) -> None:
        """Show stretches of text one after another."""
        wanted = tuple(segments)
        if wanted != self._segments:
            self._segments = wanted
            self._write()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for segment in self._segments:
            cursor.insertText(segment.text, self._format(segment))
        self._fit()

    def _format(self, segment: Segment) -> QTextCharFormat:
        shown = QTextCharFormat()
        if self._serif:
            shown.setFont(text_font(self._scale, italic=segment.italic, bold=segment.bold))
        else:
            font = ui_font(self._scale, bold=segment.bold)
            font.setItalic(segment.italic)
            shown.setFont(font)
        shown.setFontStrikeOut(segment.struck)
        theme = current_theme()
        if segment.verdict:
            shown.setForeground(verdict_colour(segment.verdict))
        else:
            shown.setForeground(theme.muted if segment.muted else theme.text)
        return shown

    def _look(self) -> None:
        self.viewport().setAutoFillBackground(self._quoted)
        if self._quoted:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Base, current_theme().quotation_background)
            self.setPalette(palette)
        self._write()

    def _fit(self) -> None:
        height = self._height_for(self.viewport().width())
        if height != self.height():
            self.setFixedHeight(height)

    def _height_for(self, width: int) -> int:
        document = self.document()
        if document.textWidth() != width:
            document.setTextWidth(width)
        return max(int(document.size().height() + 0.999), self.fontMetrics().lineSpacing())

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().lineSpacing())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REPAINTED:
            self._look()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        _leave_plain_text_at_end()
        copied = _Copied()
        copied.setText(self.textCursor().selection().toPlainText())
        return copied
