"""The ground of the synopsis: where lines and columns are, and the painting of what is seen.

Both heads stay in view. Rows of cells are read a few at a time, between two paintings: first those
in view, then as many above and below, so that most are there before they are scrolled to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from app.domain.synopsis import UNKNOWN, ColumnHead, RowHead
from app.ui.models.synopsis_cells import Fetch, Line, SynopsisCells
from app.ui.theme import current_theme
from app.ui.widgets.synopsis_paint import SynopsisPaint

_LEAST_LETTERS = 19
_HEAD_LETTERS = (22, 42)
_HEAD_SHARE = 0.23


class SynopsisView(QAbstractScrollArea):
    """Paints a frame of any size; of thousands of cells only those that are seen."""

    current_read = Signal()
    """The cells of the current line, not known before, are read."""

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        """``fetch`` returns the cells of the points with the given ids."""
        super().__init__(parent)
        self.cells = SynopsisCells(fetch)
        self.line = self.column = 0
        """Where the current cell is."""
        self.held_account = 0
        """The account whose head is marked as held against."""
        self._paint = SynopsisPaint()
        self._tops: list[int] = [0]
        self._stacked: tuple[tuple[Line, ...], int, int] = ((), 0, 0)
        self._width = self._side = 1
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._read_some)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 120)
        self.setCornerWidget(QWidget(self))

    @property
    def point(self) -> RowHead | None:
        """Return the point of the current cell."""
        return self.cells.find_point(self.line)

    @property
    def account(self) -> ColumnHead | None:
        """Return the account of the current cell."""
        columns = self.cells.columns
        return columns[self.column] if self.column < len(columns) else None

    # Where everything is

    def _measure(self) -> None:
        """Give each line its height, the points their share of the width, the accounts the rest."""
        paint = self._paint
        paint.use_height(self.viewport().height() - paint.head_height, len(self.cells.lines))
        self._stack(self.cells.lines, paint.row_height, paint.subject_height)
        least, most = map(paint.letters, _HEAD_LETTERS)
        self._side = max(least, min(most, int(self.viewport().width() * _HEAD_SHARE)))
        room, columns = self._room(), len(self.cells.columns)
        self._width = max(paint.letters(_LEAST_LETTERS), room.width() // max(1, columns))
        for bar, whole, seen, step in (
            (self.horizontalScrollBar(), columns * self._width, room.width(), self._width // 4),
            (self.verticalScrollBar(), self._tops[-1], room.height(), paint.row_height),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(max(1, seen))
            bar.setSingleStep(step)

    def _stack(self, lines: tuple[Line, ...], point: int, subject: int) -> None:
        """Put lines of these heights one below the other, unless they stand so already."""
        if self._stacked != (lines, point, subject):
            self._stacked = (lines, point, subject)
            heights = (subject if isinstance(line, str) else point for line in lines)
            self._tops = [0, *accumulate(heights)]

    def _room(self) -> QRect:
        """Return where cells are painted: what the heads leave."""
        return self.viewport().rect().adjusted(self._side, self._paint.head_height, 0, 0)

    def _line_at(self, y: int) -> int:
        return max(0, min(bisect_right(self._tops, y) - 1, len(self.cells.lines) - 1))

    def _lines_seen(self) -> range:
        top = self.verticalScrollBar().value()
        if not self.cells.lines:
            return range(0)
        return range(self._line_at(top), self._line_at(top + self._room().height()) + 1)

    def _columns_seen(self) -> range:
        left = self.horizontalScrollBar().value()
        last = min(len(self.cells.columns), (left + self._room().width()) // self._width + 1)
        return range(min(left // self._width, last), last)

    def _line_box(self, line: int) -> QRect:
        """Return the whole width of a line, heads and all, in the viewport."""
        top = self._tops[line] - self.verticalScrollBar().value() + self._room().top()
        return QRect(0, top, self.viewport().width(), self._tops[line + 1] - self._tops[line])

    def _column_box(self, column: int) -> QRect:
        left = column * self._width - self.horizontalScrollBar().value() + self._side
        return QRect(left, 0, self._width, self.viewport().height())

    def _reveal(self) -> None:
        if not self.cells.lines or not self.cells.columns:
            return
        room = self._room()
        before = self.line - 1 if self.cells.find_point(self.line - 1) is None else self.line
        for bar, first, last, seen in (
            (self.verticalScrollBar(), self._tops[max(0, before)], self._tops[self.line + 1],
             room.height()),
            (self.horizontalScrollBar(), self.column * self._width,
             (self.column + 1) * self._width, room.width()),
        ):  # fmt: skip
            bar.setValue(min(max(bar.value(), last - seen), first))

    # Painting

    def _lines_wanted(self) -> Iterator[int]:
        """Yield the lines to be read: the current one, those seen, and as many on either side."""
        seen = self._lines_seen()
        ahead = min(len(seen), max(0, self.cells.most_rows - len(seen) - 1) // 2)
        yield self.line
        yield from seen
        yield from range(seen.stop, seen.stop + ahead)
        yield from range(seen.start - 1, seen.start - 1 - ahead, -1)

    def _read_some(self) -> None:
        """Read a few lines and paint those of them that are seen; on the next turn read others."""
        if not self.isVisible():
            return
        missing = set(self.cells.missing(self._lines_seen()))
        is_new = self.cells.find_row(self.line) is None
        self.cells.read_some(self._lines_wanted())
        for line in missing.difference(self.cells.missing(missing)):
            self.viewport().update(self._line_box(line))
        if is_new and self.cells.find_row(self.line) is not None:
            self.current_read.emit()
        self._read_on()

    def _read_on(self) -> None:
        if next(self.cells.missing(self._lines_wanted()), None) is not None:
            self._reading.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen and asked for: all after scrolling, one line when it was read."""
        painter, room, asked = QPainter(self.viewport()), self._room(), event.rect()
        line_colour = self._paint.take_theme().line
        lines = [line for line in self._lines_seen() if self._line_box(line).intersects(asked)]
        painter.setClipRect(room & asked)
        self._paint_cells(painter, lines)
        painter.setClipRect(QRect(0, room.top(), self.viewport().width(), room.height()) & asked)
        painter.setPen(line_colour)
        painter.drawLine(room.left() - 1, room.top(), room.left() - 1, room.bottom())
        self._paint_points(painter, lines)
        if asked.top() < room.top():
            painter.setClipRect(QRect(room.left(), 0, room.width(), room.top()) & asked)
            self._paint_accounts(painter)
            painter.setClipRect(QRect(0, 0, room.left(), room.top()) & asked)
            corner = QRect(0, 0, room.left(), room.top())
            self._paint.paint_corner(painter, corner, self._subject_above())
        painter.setClipping(False)
        painter.setPen(line_colour)
        painter.drawLine(0, room.top() - 1, self.viewport().width(), room.top() - 1)
        painter.end()
        self._read_on()

    def _subject_above(self) -> str:
        """Return the subject of the first point in view, if its own heading is scrolled away."""
        first = self.cells.find_point(self._lines_seen().start)
        return first.subject if first is not None else ""

    def _paint_cells(self, painter: QPainter, lines: Iterable[int]) -> None:
        columns = list(self._columns_seen())
        ids = [self.cells.columns[column].account_id for column in columns]
        lefts = [self._column_box(column).left() for column in columns]
        for line in lines:
            row, box = self.cells.find_row(line), self._line_box(line)
            box.adjust(0, 0, -1, -1)
            for left, account in zip(lefts, ids, strict=True) if row else ():
                cell = row.get(account, UNKNOWN) if row else UNKNOWN
                if cell is not UNKNOWN:
                    where = QRect(left, box.top(), self._width - 1, box.height())
                    self._paint.paint_cell(painter, where, cell)
            if row is None and self.cells.find_point(line) is not None:
                self._paint.paint_unread(painter, box)
        if self.point is not None and self.account is not None:
            self._paint_current(painter)

    def _paint_current(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.setPen(QPen(theme.accent if self.hasFocus() else theme.muted, 2))
        line = self._line_box(self.line)
        box = QRect(self._column_box(self.column).left(), line.top(), self._width, line.height())
        painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _paint_points(self, painter: QPainter, lines: Iterable[int]) -> None:
        theme = current_theme()
        for line in lines:
            box, shown = self._line_box(line), self.cells.lines[line]
            if isinstance(shown, str):
                painter.fillRect(box, theme.window)
                self._paint.paint_subject(painter, box, shown)
            else:
                head = QRect(0, box.top(), self._side, box.height())
                self._paint.paint_point(painter, head, shown, current=line == self.line)
            painter.setPen(theme.line)
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_accounts(self, painter: QPainter) -> None:
        for column in self._columns_seen():
            head, box = self.cells.columns[column], self._column_box(column)
            box.setHeight(self._paint.head_height - 1)
            held = head.account_id == self.held_account
            self._paint.paint_account(painter, box, head, current=column == self.column, held=held)

    # Events

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._paint = SynopsisPaint()
            self._measure()
            self._reveal()
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.viewport().update()
