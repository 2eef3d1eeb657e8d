"""Texts cut to the width of their column and laid out once, to be painted many times."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTransform

from app.ui.widgets.texts import on_one_line

_RIGHT = Qt.TextElideMode.ElideRight
_MOST_KEPT = 5_000
"""Some windows full of texts; beyond it all are laid out anew."""


class SynopsisFit:
    """Lays out texts in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._kept: dict[tuple[str, int, int], tuple[QStaticText, ...]] = {}
        self.line = self._metrics.lineSpacing()
        """How high a line is, in pixels."""

    def width(self, text: str) -> int:
        """Return how wide a text is, in pixels."""
        return self._metrics.horizontalAdvance(text)

    def letters(self, number: int) -> int:
        """Return how wide so many letters are, in pixels."""
        return number * self._metrics.averageCharWidth()

    def words(self, text: str, width: int, lines: int = 1) -> tuple[str, ...]:
        """Return a text in at most one or two lines of a width, each shortened to it."""
        whole = on_one_line(text)
        if self.width(whole) <= width:
            return (whole,)
        if lines == 1:
            return (self._metrics.elidedText(whole, _RIGHT, width),)
        first, rest = self._broken(whole.split(), width)
        return tuple(
            self._metrics.elidedText(line, _RIGHT, width) for line in (first, rest) if line
        )

    def _broken(self, words: list[str], width: int) -> tuple[str, str]:
        """Return as many words as fit in the width, but at least one, and the others."""
        used = 1
        while used < len(words) and self.width(" ".join(words[: used + 1])) <= width:
            used += 1
        return " ".join(words[:used]), " ".join(words[used:])

    def paint(self, painter: QPainter, box: QRect, text: str, lines: int = 1) -> None:
        """Paint a text from the top left of a box, in the painter's colour."""
        painter.setFont(self.font)
        place = QPointF(box.topLeft())
        for laid_out in self._laid_out(text, box.width(), lines):
            painter.drawStaticText(place, laid_out)
            place.setY(place.y() + self.line)

    def _laid_out(self, text: str, width: int, lines: int) -> tuple[QStaticText, ...]:
        key = (text, width, lines)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = tuple(map(self._static, self.words(text, width, lines)))
            self._kept[key] = found
        return found

    def _static(self, words: str) -> QStaticText:
        laid_out = QStaticText(words)
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid_out.prepare(QTransform(), self.font)
        return laid_out
