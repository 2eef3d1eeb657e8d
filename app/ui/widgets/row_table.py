"""A table of records as every page shows it: whole rows, fixed heights, no grid, by keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.ui.models.row_window import RowWindowModel
from app.ui.theme import current_theme

R = TypeVar("R")
_QUIET_HEADER = (
    "QHeaderView { background: transparent; }"
    "QHeaderView::section { background: transparent; border: none; padding: 3px 4px;"
    " border-bottom: 1px solid palette(mid); color: palette(placeholder-text); }"
)
_MOST_SEARCHED = 2000
_PADDING = 6
_CROWDED = 1.35
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _ColouredDelegate(QStyledItemDelegate):
    """Keeps the colour of a verdict also in the chosen row."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            palette = option.palette
            palette.setColor(QPalette.ColorRole.HighlightedText, colour)


class RowTable(QTableView, Generic[R]):
    """Shows a ``RowWindowModel``; ``most_rows`` above 0 makes it as high as its rows."""

    chosen = Signal(object)
    """Another row became the current one: its id, or 0."""
    opened = Signal(object)
    """Enter or a double click on the row with this id."""

    def __init__(
        self, model: RowWindowModel[R], widths: Sequence[int], parent: QWidget | None = None, *,
        name: str = "", most_rows: int = 0, spare: Sequence[int] = (),
    ) -> None:  # fmt: skip
        """``widths`` are the letters that each column wants; ``name`` is told to screen readers.

        The table takes the model as its own. The ``spare`` columns are hidden, in that order,
        where there is too little room.
        """
        super().__init__(parent)
        self._most_rows = most_rows
        self._spare = tuple(spare)
        self._without: frozenset[int] = frozenset()
        self.rows = model
        self._widths = tuple(widths)
        self._quieten()
        self._soften()
        self.setModel(model)
        model.setParent(self)
        self.setAccessibleName(name)
        self.setItemDelegate(_ColouredDelegate(self))
        self._size_columns()
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._fit)
        self._fit()

    def _quieten(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(20)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setStyleSheet(_QUIET_HEADER)
        if self._most_rows:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _soften(self) -> None:
        """Give the chosen row a soft ground, on which verdicts keep their colours."""
        theme, palette = current_theme(), self.palette()
        if palette.color(QPalette.ColorRole.Highlight) != theme.accent_soft:
            palette.setColor(QPalette.ColorRole.Highlight, theme.accent_soft)
            palette.setColor(QPalette.ColorRole.HighlightedText, theme.text)
            self.setPalette(palette)

    def leave_out(self, columns: Iterable[int]) -> None:
        """Leave out these columns, however much room there is, and no others."""
        if self._without != frozenset(columns):
            self._without = frozenset(columns)
            self._size_columns()

    def _size_columns(self) -> None:
        """Give each column room for its heading, and share the rest as their letters say."""
        header, columns = self.horizontalHeader(), range(len(self._widths))
        shown = self._columns_with_room()
        room = max(0, self.viewport().width() - sum(self._least(column) for column in shown))
        total = sum(self._widths[column] for column in shown)
        for column in columns:
            self.setColumnHidden(column, column not in shown)
        for column in shown:
            share = room * self._widths[column] // total
            header.resizeSection(column, self._least(column) + share)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 8)

    def _least(self, column: int) -> int:
        heading = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
        return self.fontMetrics().horizontalAdvance(heading) + 2 * _PADDING

    def _is_crowded(self, wanted: Iterable[int]) -> bool:
        return sum(wanted) > self.viewport().width() * _CROWDED

    def _columns_with_room(self) -> list[int]:
        """Leave out columns that can be spared while the others have no room for their letters."""
        shown = [column for column in range(len(self._widths)) if column not in self._without]
        letter = self.fontMetrics().averageCharWidth()
        wanted = {
            column: max(self._least(column), self._widths[column] * letter) for column in shown
        }
        for column in self._spare:
            if column in shown and self._is_crowded(wanted[other] for other in shown):
                shown.remove(column)
        return shown

    def _fit(self) -> None:
        if self._most_rows:
            self.setVisible(self.rows.rowCount() > 0)
            self.setFixedHeight(self._height_of(min(self._most_rows, self.rows.rowCount())))
        self.updateGeometry()

    def _height_of(self, rows: int) -> int:
        heading = self.horizontalHeader().sizeHint().height()
        return heading + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()

    @property
    def current_id(self) -> int:
        """Return the id of the current row, or 0."""
        return self.rows.id_at(self.currentIndex().row())

    def show_ids(self, ids: Iterable[int]) -> None:
        """Show the records with these ids, each read anew."""
        self.rows.reset_ids(ids)
        self.rows.drop_all()

    def choose(self, record_id: int) -> bool:
        """Make the row of an id the current one and show it; tells whether it is listed."""
        row = self.rows.row_of(record_id)
        if row < 0:
            return False
        self.setCurrentIndex(self.rows.index(row, 0))
        return True

    def choose_none(self) -> None:
        """Let no row be the current one."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def choose_first(self) -> None:
        """Make the first row the current one where none is."""
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def _on_current(self, current: QModelIndex) -> None:
        self.chosen.emit(self.rows.id_at(current.row()))

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.id_at(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers():
            if self.current_id:
                self.opened.emit(self.current_id)
            return
        super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Jump by typing in lists that are read at once; a long one would be fetched whole."""
        if self.rows.rowCount() <= _MOST_SEARCHED:
            super().keyboardSearch(search)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._size_columns()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._soften()
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._size_columns()
            self._fit()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.height()) if self._most_rows else hint

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.height() if self._most_rows else 80)
