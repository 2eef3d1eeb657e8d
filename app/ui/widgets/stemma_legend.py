"""What the lines, frames and marks of a stemma mean, in as many rows as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.records import Degree
from app.domain.stemma_drawing import LEGEND, LINES
from app.ui.theme import current_theme
from app.ui.widgets.stemma_paint import paint_box, paint_cross, paint_root, pen_of

_SAMPLE = 46
_GAP = 22


class StemmaLegend(QWidget):
    """A few samples with their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._shown = LEGEND
        self.setAccessibleName("Legend: " + ", ".join(words for _, words in LEGEND))

    def show_all(self, *, is_lit: bool) -> None:
        """Show every sample where a version is lit, else those of the lines."""
        self._shown = LEGEND if is_lit else LEGEND[: len(LINES)]
        self.updateGeometry()
        self.update()

    def _row(self) -> int:
        return self.fontMetrics().lineSpacing() + 4

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Return where each sample begins, left and top, in a given width."""
        x = y = 0
        found = []
        for _, words in self._shown:
            needed = _SAMPLE + self.fontMetrics().horizontalAdvance(words)
            if x and x + needed > width:
                x, y = 0, y + self._row()
            found.append((x, y))
            x += needed + _GAP
        return found

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._places(width)[-1][1] + self._row()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(self.width(), 600)))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (x, y), (kind, words) in zip(self._places(self.width()), self._shown, strict=True):
            _paint_sample(painter, kind, QPointF(x, y + self._row() / 2))
            painter.setPen(current_theme().muted)
            room = QRectF(x + _SAMPLE, y, self.width(), self._row())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _paint_sample(painter: QPainter, kind: str, at: QPointF) -> None:
    theme = current_theme()
    if kind in ("root", "open root"):
        paint_root(painter, at + QPointF(18, 0), theme, filled=kind == "root")
    elif kind in ("witness", "passed"):
        box = QRectF(at.x() + 5, at.y() - 7, 26, 14)
        paint_box(painter, box, theme, is_witness=kind == "witness", is_passed=True)
    else:
        degree = Degree(kind) if kind else None
        style = LINES[degree]
        painter.setPen(pen_of(style, theme.muted if style.is_faint else theme.text))
        painter.drawLine(at, at + QPointF(36, 0))
        if degree is Degree.DENIED:
            paint_cross(painter, at + QPointF(18, 0), theme.muted)
