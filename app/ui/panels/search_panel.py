"""Search everything: results while one types, arrows and Enter to go there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.searching import Found
from app.ui.fonts import ui_font
from app.ui.icons import icon
from app.ui.models.found_model import FoundModel, FoundRole
from app.ui.theme import current_theme
from app.ui.widgets.point_rows import paint_row_ground
from app.ui.widgets.texts import PlainLabel, on_one_line

Search = Callable[[str], list[Found]]
_PAUSE = 80
"""Milliseconds without a key before the search begins."""
_MARGIN = 14
_SHEET_MARGIN = 7
_MOST_OF_A_KIND = 6
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def _some_of_each(found: list[Found]) -> list[Found]:
    """Return the first few of every kind, so that no kind crowds out the others."""
    counts: Counter[str] = Counter()
    shown = []
    for thing in found:
        counts[thing.kind] += 1
        if counts[thing.kind] <= _MOST_OF_A_KIND:
            shown.append(thing)
    return shown


class FoundDelegate(QStyledItemDelegate):
    """Paints a result on one line: its title, then what tells it apart."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, QFontMetrics(ui_font()).height() + 12)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        where: QRect = option.rect
        found = index.data(FoundRole)
        box = where.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.save()
        if isinstance(found, Found):
            paint_row_ground(painter, where, option.state, bar=False)
            _paint_found(painter, box, found)
        else:
            painter.setFont(ui_font(0.86, bold=True))
            painter.setPen(current_theme().muted)
            painter.drawText(box, _ONE_LINE, str(index.data()))
        painter.restore()


def _paint_found(painter: QPainter, box: QRect, found: Found) -> None:
    painter.setFont(ui_font())
    painter.setPen(current_theme().text)
    metrics = painter.fontMetrics()
    room = int(box.width() * 0.68) if found.detail else box.width()
    title = metrics.elidedText(on_one_line(found.title), Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, _ONE_LINE, title)
    box.setLeft(box.left() + metrics.horizontalAdvance(title) + 12)
    painter.setPen(current_theme().muted)
    detail = metrics.elidedText(on_one_line(found.detail), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _ONE_LINE, detail)


class SearchBox(QLineEdit):
    """The box in the head of the window; its results hang below it."""

    chosen = Signal(object)
    """The user goes to this ``Found``."""

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self.results = FoundModel(self)
        self._sheet: QFrame | None = None
        self.list = QListView()
        self._pages = QStackedLayout()
        self._nothing = PlainLabel(muted=True, wraps=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.search_now)
        self.setPlaceholderText("Search everything  (Ctrl+K)")
        self.setAccessibleName("Search everything")
        self.setClearButtonEnabled(True)
        self._loupe = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(self._on_text_edited)

    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self.close_results()

    def search_now(self) -> None:
        """Show what the words in the box find."""
        self._timer.stop()
        words = self.text().strip()
        if not words:
            return
        found = _some_of_each(self._search(words))
        self.results.show_found(found)
        self._nothing.setText(f"Nothing holds “{words}”. Try the beginning of a word, or fewer.")
        self._open_sheet()
        self._pages.setCurrentIndex(0 if found else 1)
        self._choose(self.results.next_result(-1, 1))

    def _open_sheet(self) -> None:
        if self._sheet is None:
            self._sheet = self._make_sheet()
        width = max(self.width(), min(620, self.window().width() - 40))
        corner = self.mapTo(self.window(), QPoint(self.width() - width, self.height() + 4))
        rows = max(2, min(self.results.rowCount(), 14))
        row = self.list.sizeHintForRow(0) if self.results.rowCount() else 0
        row = row or FoundDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        height = rows * row
        room = self.window().height() - corner.y() - 40
        self._sheet.setGeometry(QRect(corner, QSize(width, min(height + 2 * _SHEET_MARGIN, room))))
        self._sheet.show()
        self._sheet.raise_()

    def _make_sheet(self) -> QFrame:
        sheet = QFrame(self.window())
        sheet.setProperty("sheet", True)
        around = QVBoxLayout(sheet)
        around.setContentsMargins(1, _SHEET_MARGIN, 1, _SHEET_MARGIN)
        around.addLayout(self._pages)
        self.list.setModel(self.results)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName("Search results")
        self.list.clicked.connect(lambda index: self._go(index.row()))
        self._nothing.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        return sheet

    @property
    def is_open(self) -> bool:
        """Tell whether results are shown."""
        return self._sheet is not None and self._sheet.isVisible()

    def close_results(self) -> None:
        """Put the results away."""
        self._timer.stop()
        if self._sheet is not None:
            self._sheet.hide()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.list.setCurrentIndex(self.results.index(row, 0))
        if row <= 1:  # show the first heading too
            self.list.scrollToTop()

    def _go(self, row: int) -> None:
        found = self.results.found_at(row)
        if found is not None:
            self.close_results()
            self.setText("")  # which, unlike clear(), leaves nothing to undo
            self.chosen.emit(found)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        row = self.list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.is_open:
            self._choose(self.results.next_result(row, 1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive() or not self.is_open:
                self.search_now()
            self._go(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.close_results()
            self.setText("")
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to the window while nothing is typed."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.text()
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and not event.matches(QKeySequence.StandardKey.Paste)
        ):
            event.ignore()
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.close_results()
        super().focusOutEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_loupe"):
            self._loupe.setIcon(icon("search"))
        super().changeEvent(event)
