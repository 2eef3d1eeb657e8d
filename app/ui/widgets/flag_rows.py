"""How a flag looks as a row of the inbox: what sort it is, on which point, and its sentence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.services.findings import FlagLine
from app.ui.fonts import ui_font
from app.ui.models.flags_model import GoneRole, LineRole, kind_words
from app.ui.theme import current_theme, verdict_colour, verdict_mark
from app.ui.widgets.point_rows import paint_row_ground
from app.ui.widgets.texts import on_one_line

_MARGIN = 24
_GUTTER = 22
_PADDING = 11
_SENTENCE_LINES = 2
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class FlagRowDelegate(QStyledItemDelegate):
    """Paints rows of the inbox; all rows have one height."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        small, normal = QFontMetrics(ui_font(0.9)), QFontMetrics(ui_font())
        height = max(small.height(), normal.height()) + 2 + _SENTENCE_LINES * normal.lineSpacing()
        return QSize(200, height + 2 * _PADDING)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = index.data(LineRole)
        where: QRect = option.rect
        painter.save()
        paint_row_ground(painter, where, option.state)
        if isinstance(line, FlagLine):
            box = where.adjusted(_MARGIN, _PADDING, -_MARGIN, -_PADDING)
            _paint_flag(painter, box, line, is_gone=bool(index.data(GoneRole)))
        painter.setPen(current_theme().line)
        painter.drawLine(where.left() + _MARGIN, where.bottom(), where.right(), where.bottom())
        painter.restore()


def _paint_flag(painter: QPainter, box: QRect, line: FlagLine, *, is_gone: bool) -> None:
    theme = current_theme()
    aside = line.dismissal_id is not None
    ink = theme.muted if aside or is_gone else theme.text
    painter.setPen(theme.muted if aside or is_gone else verdict_colour(line.level))
    painter.setFont(ui_font(bold=True))
    mark = "−" if is_gone else verdict_mark(line.level)
    painter.drawText(box, _TOP_LEFT, "✓" if aside else mark)
    box.setLeft(box.left() + _GUTTER)
    head = QRect(box)
    head.setRight(head.right() - _paint_kind(painter, head, line, is_gone=is_gone) - _GUTTER)
    painter.setFont(ui_font(bold=True))
    painter.setPen(ink)
    bold = painter.fontMetrics()
    title = bold.elidedText(on_one_line(line.question), Qt.TextElideMode.ElideRight, head.width())
    painter.drawText(head, _TOP_LEFT, title)
    head.setLeft(head.left() + bold.horizontalAdvance(title) + 10)
    _paint_subject(painter, head, line.subject)
    box.setTop(box.top() + bold.height() + 2)
    painter.setPen(ink)
    draw_lines(painter, box, on_one_line(line.why), ui_font(), _SENTENCE_LINES)


def _paint_kind(painter: QPainter, box: QRect, line: FlagLine, *, is_gone: bool) -> int:
    """Name the kind at the right, in the pen's colour, and return how wide that is."""
    painter.setFont(ui_font(0.9))
    words = kind_words(line) + (", set aside" if line.dismissal_id is not None else "")
    words += ", would be gone" if is_gone else ""
    painter.drawText(
        box.adjusted(0, 2, 0, 0),
        Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine,
        words,
    )
    return painter.fontMetrics().horizontalAdvance(words)


def _paint_subject(painter: QPainter, box: QRect, subject: str) -> None:
    """Name the subject behind the question where there is room."""
    if box.width() < 60:
        return
    painter.setFont(ui_font())
    painter.setPen(current_theme().muted)
    words = painter.fontMetrics().elidedText(
        on_one_line(subject), Qt.TextElideMode.ElideRight, box.width()
    )
    painter.drawText(box, _TOP_LEFT, words)


def draw_lines(painter: QPainter, box: QRect, text: str, font: QFont, most: int) -> None:
    """Draw a text in at most ``most`` lines; what does not fit ends in an ellipsis."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    metrics = QFontMetrics(font)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        top = box.top() + number * metrics.lineSpacing()
        is_last = number == most - 1 and line.textStart() + line.textLength() < len(text)
        if not is_last:
            line.draw(painter, QPointF(box.left(), top))
            continue
        rest = metrics.elidedText(
            text[line.textStart() :], Qt.TextElideMode.ElideRight, box.width()
        )
        painter.setFont(font)
        painter.drawText(QRect(box.left(), top, box.width(), metrics.height()), _TOP_LEFT, rest)
    layout.endLayout()
