"""How heads and cells of the synopsis look."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from app.domain.synopsis import Cell, CellState, ColumnHead, RowHead
from app.ui.fonts import ui_font
from app.ui.theme import current_theme, verdict_colour, verdict_mark
from app.ui.widgets.synopsis_words import mark_of, text_of
from app.ui.widgets.texts import on_one_line

PADDING = 8
MARGIN = 24
_TOP = 4
_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine
_TINTS = {"contradicts": 34, "in tension": 30, "agrees": 30, "refines": 18, "compatible": 12}
"""How much of a verdict's colour lies behind its cell, of 255."""
_MOST_FITTED = 20_000
_LEAST_POINTS = 9


class SynopsisPaint:
    """Fonts and fitted texts of one grid; made anew when letters change."""

    def __init__(self) -> None:
        self.font, self.bold, self.small = ui_font(), ui_font(bold=True), ui_font(0.9)
        self._metrics = {
            False: QFontMetrics(self.font), True: QFontMetrics(self.bold),
        }  # fmt: skip
        self._small = QFontMetrics(self.small)
        self.line = self._metrics[True].lineSpacing()
        self.mark_width = self._metrics[True].horizontalAdvance("✕") + 6
        self.lines = 2
        """In how many lines an answer and the heading of a point are written."""
        self._fitted: dict[tuple[str, int, bool], tuple[str, ...]] = {}

    @property
    def row_height(self) -> int:
        """Return how high a point is, in pixels."""
        return self.lines * self.line + 2 * _TOP

    @property
    def subject_height(self) -> int:
        """Return how high the heading of a subject is, in pixels."""
        return self.line + 8

    @property
    def head_height(self) -> int:
        """Return how high the heads of the accounts are, in pixels."""
        return self.line + 2 * self._small.lineSpacing() + 12

    def use_height(self, room: int) -> None:
        """Write in two lines where enough points are seen all the same, else in one."""
        lines = 2 if room >= _LEAST_POINTS * (2 * self.line + 2 * _TOP) else 1
        if lines != self.lines:
            self.lines = lines
            self._fitted.clear()

    def letters(self, number: int) -> int:
        """Return how wide so many letters are, in pixels."""
        return number * self._metrics[False].averageCharWidth()

    def fit(self, text: str, width: int, *, bold: bool = False) -> tuple[str, ...]:
        """Return a text in at most ``lines`` lines of a width, the last one shortened."""
        key = (text, width, bold)
        if key not in self._fitted:
            if len(self._fitted) >= _MOST_FITTED:
                self._fitted.clear()
            metrics, words = self._metrics[bold], on_one_line(text)
            shortened = (metrics.elidedText(words, _RIGHT, width),)
            found = _two_lines(words, width, metrics) if self.lines > 1 else shortened
            self._fitted[key] = found
        return self._fitted[key]

    def paint_cell(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        """Paint the ground, the mark and the words of a cell."""
        theme, verdict = current_theme(), str(cell.verdict or "")
        if cell.is_chosen:
            painter.fillRect(box, theme.accent_soft)
        elif verdict in _TINTS:
            tint = QColor(verdict_colour(verdict))
            tint.setAlpha(_TINTS[verdict])
            painter.fillRect(box, tint)
        inner = box.adjusted(PADDING, _TOP, -PADDING, -_TOP)
        mark = mark_of(cell)
        if mark:
            painter.setFont(self.bold)
            painter.setPen(theme.accent if cell.is_chosen else verdict_colour(verdict))
            painter.drawText(inner, _ONE_LINE, mark)
        inner.setLeft(inner.left() + self.mark_width)
        painter.setPen(theme.text if cell.state is CellState.ANSWERED else theme.muted)
        self._paint_lines(painter, inner, text_of(cell), bold=cell.is_chosen)

    def _paint_lines(self, painter: QPainter, box: QRect, text: str, *, bold: bool) -> None:
        painter.setFont(self.bold if bold else self.font)
        for place, words in enumerate(self.fit(text, box.width(), bold=bold)):
            painter.drawText(box.translated(0, place * self.line), _ONE_LINE, words)

    def paint_point(self, painter: QPainter, box: QRect, point: RowHead, *, current: bool) -> None:
        """Paint the head of a point: bold in the core, with the mark of what is at odds."""
        theme = current_theme()
        if current:
            painter.fillRect(box, theme.raised)
        inner = box.adjusted(MARGIN, _TOP, -PADDING, -_TOP)
        if point.status != "clear":
            painter.setFont(self.bold)
            painter.setPen(verdict_colour(point.status))
            painter.drawText(box.adjusted(PADDING, _TOP, 0, 0), _ONE_LINE,
                             verdict_mark(point.status))  # fmt: skip
        painter.setPen(theme.text)
        self._paint_lines(painter, inner, point.heading, bold=point.is_core)

    def paint_subject(self, painter: QPainter, box: QRect, subject: str) -> None:
        """Paint the heading of a subject over the whole width."""
        painter.setFont(self.small)
        painter.setPen(current_theme().muted)
        inner = box.adjusted(MARGIN, 0, -PADDING, 0)
        words = self._small.elidedText(on_one_line(subject), _RIGHT, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def paint_account(
        self, painter: QPainter, box: QRect, column: ColumnHead, *, current: bool, held: bool
    ) -> None:
        """Paint the head of an account: siglum, date of telling, speaker."""
        theme = current_theme()
        if current:
            painter.fillRect(box, theme.raised)
        if held:
            painter.fillRect(box.left(), box.bottom() - 2, box.width(), 3, theme.accent)
        inner = box.adjusted(PADDING, _TOP, -PADDING, 0)
        painter.setFont(self.bold)
        painter.setPen(theme.accent if held else theme.text)
        painter.drawText(
            inner, _ONE_LINE, self._metrics[True].elidedText(column.siglum, _RIGHT, inner.width())
        )
        painter.setFont(self.small)
        painter.setPen(theme.muted)
        inner.setTop(inner.top() + self.line)
        for words in (column.date or "undated", column.speaker or column.source):
            shown = self._small.elidedText(on_one_line(words), _RIGHT, inner.width())
            painter.drawText(inner, _ONE_LINE, shown)
            inner.setTop(inner.top() + self._small.lineSpacing())


_RIGHT = Qt.TextElideMode.ElideRight


def _two_lines(text: str, width: int, metrics: QFontMetrics) -> tuple[str, ...]:
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    words = text.split()
    first = words[0] if words else ""
    used = 1
    while used < len(words) and metrics.horizontalAdvance(f"{first} {words[used]}") <= width:
        first = f"{first} {words[used]}"
        used += 1
    rest = " ".join(words[used:])
    lines = (first, rest) if rest else (first,)
    return tuple(metrics.elidedText(line, _RIGHT, width) for line in lines)
