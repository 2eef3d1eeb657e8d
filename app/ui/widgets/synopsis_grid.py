"""The grid of the synopsis as it is used: from cell to cell by keyboard or mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from app.domain.synopsis import Frame
from app.ui.models.synopsis_cells import Fetch
from app.ui.widgets.synopsis_view import SynopsisView
from app.ui.widgets.synopsis_words import cell_in_words, circumstances_of
from app.ui.widgets.texts import plain_tooltip

_NAME = "Synopsis"
_PLAIN = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class SynopsisGrid(SynopsisView):
    """Has one current cell; Enter or a double click opens its point."""

    opened = Signal(object)
    """The point with this id is to be shown."""
    moved = Signal()
    """Another cell is the current one, or what stands in it became known."""
    account_chosen = Signal(object)
    """The head of the account with this id was clicked."""

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(fetch, parent)
        self.setAccessibleName(_NAME)
        self._keys = self._key_table()
        self.current_read.connect(self._on_current_read)

    def _key_table(self) -> dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]]:
        key = Qt.Key
        return {
            (key.Key_Up, _PLAIN): lambda: self._step(-1),
            (key.Key_Down, _PLAIN): lambda: self._step(1),
            (key.Key_Left, _PLAIN): lambda: self.choose(self.line, self.column - 1),
            (key.Key_Right, _PLAIN): lambda: self.choose(self.line, self.column + 1),
            (key.Key_PageUp, _PLAIN): lambda: self._page(-1),
            (key.Key_PageDown, _PLAIN): lambda: self._page(1),
            (key.Key_Home, _PLAIN): lambda: self.choose(self.line, 0),
            (key.Key_End, _PLAIN): lambda: self.choose(self.line, len(self.cells.columns) - 1),
            (key.Key_Home, _CTRL): lambda: self.choose(0, 0),
            (key.Key_End, _CTRL): lambda: self.choose(
                len(self.cells.lines) - 1, len(self.cells.columns) - 1
            ),
            (key.Key_Return, _PLAIN): self._open,
            (key.Key_Enter, _PLAIN): self._open,
        }

    def show_frame(self, frame: Frame) -> None:
        """Show other points and accounts; the current cell stays so while it is among them."""
        point, account = self.point, self.account
        self.cells.show_frame(frame)
        line = self.cells.line_of(point.point_id) if point else -1
        column = self.cells.column_of(account.account_id) if account else -1
        self._measure()
        self._put(line if line >= 0 else 1, max(column, 0))

    def read_anew(self) -> None:
        """Read the cells again, as after a change or when held against something else."""
        self.cells.drop()
        self._tell()
        self.viewport().update()

    def choose(self, line: int, column: int) -> None:
        """Make a cell the current one and bring it into view; headings are passed over."""
        self._put(line, column)
        self._on_current_read()

    def _put(self, line: int, column: int) -> None:
        """Make a cell the current one; what stands in it is told when its line is read."""
        self.line = max(0, min(line, len(self.cells.lines) - 1))
        if self.point is None and self.cells.lines:
            self.line += 1
        self.column = max(0, min(column, len(self.cells.columns) - 1))
        self._reveal()
        self.viewport().update()

    def _on_current_read(self) -> None:
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        """Let assistive programs read the current cell."""
        words = ""
        if self.point is not None and self.account is not None:
            cell = self.cells.get_cell(self.line, self.column)
            words = cell_in_words(self.point, self.account, cell)
        self.setAccessibleName(words or _NAME)

    def _step(self, step: int) -> None:
        line = self.line + step
        if self.cells.find_point(line) is None:
            line += step
        if self.cells.find_point(line) is not None:
            self.choose(line, self.column)

    def _page(self, step: int) -> None:
        self.choose(self._line_at(self._tops[self.line] + step * self._room().height()),
                    self.column)  # fmt: skip

    def _open(self) -> None:
        if self.point is not None:
            self.opened.emit(self.point.point_id)

    def _place_at(self, where: QPoint) -> tuple[int, int]:
        """Return line and column under a spot of the viewport; -1 in the heads and beyond."""
        room = self._room()
        across = where.x() - room.left() + self.horizontalScrollBar().value()
        down = where.y() - room.top() + self.verticalScrollBar().value()
        column = across // self._width if where.x() >= room.left() else -1
        line = self._line_at(down) if where.y() >= room.top() and down < self._tops[-1] else -1
        return line, column if column < len(self.cells.columns) else -1

    # Events

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._keys.get((event.key(), plain))
        if act is None:
            event.ignore()
            return
        act()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        line, column = self._place_at(where)
        if self.cells.find_point(line) is not None:
            self.choose(line, column if column >= 0 else self.column)
        elif column >= 0 and where.y() < self._room().top():
            self.account_chosen.emit(self.cells.columns[column].account_id)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line, _ = self._place_at(event.position().toPoint())
        if self.cells.find_point(line) is not None:
            self._open()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._words_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def _words_at(self, where: QPoint) -> str:
        line, column = self._place_at(where)
        point, columns = self.cells.find_point(line), self.cells.columns
        if column < 0:
            return f"{point.subject}: {point.question}" if point else ""
        if point is not None:
            return cell_in_words(point, columns[column], self.cells.get_cell(line, column))
        if where.y() < self._room().top():
            told = circumstances_of(columns[column])
            return f"{columns[column].siglum}, {told}\nClick to hold the others against it"
        return ""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
