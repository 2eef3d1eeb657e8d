"""How heads and cells of the synopsis look."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from app.domain.synopsis import Cell, CellState, ColumnHead, RowHead
from app.ui.fonts import ui_font
from app.ui.theme import Theme, current_theme, verdict_colour, verdict_mark
from app.ui.widgets.synopsis_fit import SynopsisFit
from app.ui.widgets.synopsis_words import mark_of, text_of, voice_of

PADDING = 8
MARGIN = 24
_TOP = 4
_TINTS = {"contradicts": 34, "in tension": 30, "agrees": 30, "refines": 18, "compatible": 12}
"""How much of a verdict's colour lies behind its cell, of 255."""
_LEAST_POINTS = 9


class SynopsisPaint:
    """Fonts, colours and laid out texts of one grid; made anew when letters change."""

    def __init__(self) -> None:
        self._plain, self._bold = SynopsisFit(ui_font()), SynopsisFit(ui_font(bold=True))
        self._small = SynopsisFit(ui_font(0.9))
        self.line = self._bold.line
        self.mark_width = self._bold.width("✕") + 6
        self.lines = 2
        """In how many lines an answer and the heading of a point are written."""
        self.theme: Theme | None = None
        self._colours: dict[str, QColor] = {}
        self._tints: dict[str, QColor] = {}

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
        return self.line + 2 * self._small.line + 12

    def use_height(self, room: int, points: int) -> None:
        """Write in two lines where enough points are seen all the same, or all; else in one."""
        seen = min(_LEAST_POINTS, points + 1)
        self.lines = 2 if room >= seen * (2 * self.line + 2 * _TOP) else 1

    def letters(self, number: int) -> int:
        """Return how wide so many letters are, in pixels."""
        return self._plain.letters(number)

    # Colours, asked of the theme once and not cell by cell

    def take_theme(self) -> Theme:
        """Take up the colours in force and return them; to be called before painting."""
        theme = current_theme()
        if theme is not self.theme:
            self.theme = theme
            self._colours.clear()
            self._tints.clear()
        return theme

    def _colour(self, verdict: str) -> QColor:
        if verdict not in self._colours:
            self._colours[verdict] = verdict_colour(verdict)
        return self._colours[verdict]

    def _tint(self, verdict: str) -> QColor:
        if verdict not in self._tints:
            tint = QColor(self._colour(verdict))
            tint.setAlpha(_TINTS[verdict])
            self._tints[verdict] = tint
        return self._tints[verdict]

    # Painting

    def paint_cell(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        """Paint the ground, the mark and the words of a cell."""
        theme, verdict = self.theme or self.take_theme(), cell.verdict or ""
        if cell.is_chosen:
            painter.fillRect(box, theme.accent_soft)
        elif verdict in _TINTS:
            painter.fillRect(box, self._tint(verdict))
        inner = box.adjusted(PADDING, _TOP, -PADDING, -_TOP)
        mark = mark_of(cell)
        if mark:
            painter.setPen(theme.accent if cell.is_chosen else self._colour(verdict))
            self._bold.paint(painter, inner, mark)
        inner.setLeft(inner.left() + self.mark_width)
        painter.setPen(theme.text if cell.state is CellState.ANSWERED else theme.muted)
        self._fit(cell.is_chosen).paint(painter, inner, text_of(cell), self.lines)

    def paint_unread(self, painter: QPainter, box: QRect) -> None:
        """Paint a row whose cells are still to be read, so that none is taken for a blank one."""
        theme = self.theme or self.take_theme()
        bar = QRect(box.left() + PADDING, box.top() + _TOP + self.line // 2, box.width(), 2)
        painter.fillRect(bar, theme.raised)

    def _fit(self, is_bold: bool) -> SynopsisFit:
        return self._bold if is_bold else self._plain

    def paint_point(self, painter: QPainter, box: QRect, point: RowHead, *, current: bool) -> None:
        """Paint the head of a point: bold in the core, with the mark of what is at odds."""
        theme = self.theme or self.take_theme()
        if current:
            painter.fillRect(box, theme.raised)
        if point.status != "clear":
            painter.setPen(self._colour(point.status))
            self._bold.paint(painter, box.adjusted(PADDING, _TOP, 0, 0), verdict_mark(point.status))
        painter.setPen(theme.text)
        inner = box.adjusted(MARGIN, _TOP, -PADDING, -_TOP)
        self._fit(point.is_core).paint(painter, inner, point.heading, self.lines)

    def paint_subject(self, painter: QPainter, box: QRect, subject: str) -> None:
        """Paint the heading of a subject over the whole width."""
        theme = self.theme or self.take_theme()
        painter.setPen(theme.muted)
        above = (box.height() - self._small.line) // 2
        self._small.paint(painter, box.adjusted(MARGIN, above, -PADDING, 0), subject)

    def paint_corner(self, painter: QPainter, box: QRect, subject: str) -> None:
        """Paint the subject whose heading is scrolled away at the foot of the corner."""
        theme = self.theme or self.take_theme()
        painter.setPen(theme.muted)
        inner = box.adjusted(MARGIN, 0, -PADDING, 0)
        lines = len(self._small.words(subject, inner.width(), 2))
        inner.setTop(box.bottom() - _TOP - lines * self._small.line)
        self._small.paint(painter, inner, subject, 2)

    def paint_account(
        self, painter: QPainter, box: QRect, column: ColumnHead, *, current: bool, held: bool
    ) -> None:
        """Paint the head of an account: siglum, date of telling, speaker."""
        theme = self.theme or self.take_theme()
        if current:
            painter.fillRect(box, theme.raised)
        if held:
            painter.fillRect(box.left(), box.bottom() - 2, box.width(), 3, theme.accent)
        inner = box.adjusted(PADDING, _TOP, -PADDING, 0)
        painter.setPen(theme.accent if held else theme.text)
        self._bold.paint(painter, inner, column.siglum)
        painter.setPen(theme.muted)
        inner.setTop(inner.top() + self.line)
        for words in (column.date or "undated", voice_of(column)):
            self._small.paint(painter, inner, words)
            inner.setTop(inner.top() + self._small.line)
