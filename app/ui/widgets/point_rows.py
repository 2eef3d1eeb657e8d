"""How a subject or a point looks as a row of the tree: its words, and what is at odds in it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.services.findings import PointLine
from app.services.overview import SubjectLine
from app.ui.fonts import ui_font
from app.ui.models.points_model import LineRole
from app.ui.theme import current_theme

_PADDING = 4
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def flag_mark(line: PointLine | SubjectLine) -> tuple[str, QColor]:
    """Return the count of what is at odds with its mark, and its colour; empty when nothing is."""
    theme = current_theme()
    if line.open_contradictions:
        return f"⚑ {line.open_contradictions:,}", theme.contradiction
    if line.open_tensions:
        return f"≈ {line.open_tensions:,}", theme.tension
    return "", theme.muted


def paint_row_ground(
    painter: QPainter, where: QRect, state: QStyle.StateFlag, *, bar: bool = True
) -> None:
    """Paint what lies behind a row: nothing, grey when chosen, blue with a bar with focus."""
    theme = current_theme()
    if state & QStyle.StateFlag.State_Selected:
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.fillRect(where, theme.accent_soft if has_focus or not bar else theme.raised)
        if bar and has_focus:
            painter.fillRect(where.left(), where.top(), 3, where.height(), theme.accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(where, theme.raised)


class PointRowDelegate(QStyledItemDelegate):
    """Paints rows of the tree of points; all rows have one height."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, QFontMetrics(ui_font()).height() + 2 * _PADDING)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = index.data(LineRole)
        if isinstance(line, PointLine | SubjectLine):
            painter.save()
            box = option.rect.adjusted(_PADDING, 0, -2 * _PADDING, 0)
            _paint_line(painter, box, line, str(index.data()))
            painter.restore()


def _paint_line(painter: QPainter, box: QRect, line: PointLine | SubjectLine, text: str) -> None:
    mark, colour = flag_mark(line)
    if mark:
        painter.setFont(ui_font(0.92))
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, mark)
        box.setRight(box.right() - painter.fontMetrics().horizontalAdvance(mark) - 2 * _PADDING)
    painter.setFont(ui_font(bold=isinstance(line, SubjectLine)))
    painter.setPen(current_theme().text)
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | _MIDDLE, words)
