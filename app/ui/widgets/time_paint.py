"""How a line of time is painted: axis, rows, bars with fading open ends, marks and sigla."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from app.domain.sets import FIRST, LAST, Allowed
from app.ui.fonts import ui_font
from app.ui.models.time_rows import TimeBar
from app.ui.theme import current_theme, verdict_colour, verdict_mark
from app.ui.widgets.texts import on_one_line
from app.ui.widgets.time_scale import TimeScale, ticks

PALE = 85
"""Opacity of the days that only a stretched answer allows, of 255."""
_FADE = 56
_ARROW = 5
_LEAST_WIDTH = 4
_GAP = 6
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


def paint_axis(painter: QPainter, box: QRectF, scale: TimeScale, bottom: float) -> None:
    """Paint ticks with their names into ``box``, and hairlines from there down to ``bottom``."""
    theme = current_theme()
    painter.setFont(ui_font(0.9))
    metrics = painter.fontMetrics()
    most = int(box.width() / (metrics.horizontalAdvance("22 Aug 1941") + 18))
    painter.fillRect(box, theme.window)
    for day, name in ticks(scale, most):
        x = round(box.left() + scale.place(day)) + 0.5
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(QPointF(x, box.bottom() - 4), QPointF(x, bottom))
        width = metrics.horizontalAdvance(name)
        left = min(max(x - width / 2, box.left()), box.right() - width)
        painter.setPen(theme.muted)
        painter.drawText(QRectF(left, box.top(), width + 1, box.height() - 5), _ONE_LINE, name)
    painter.setPen(QPen(theme.line, 1))
    painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))


def paint_title(painter: QPainter, box: QRectF, title: str, *, is_empty: bool) -> None:
    """Paint the name of a point over its bars; one without dates steps back and says so."""
    theme = current_theme()
    painter.setFont(ui_font(0.95))
    painter.setPen(theme.muted if is_empty else theme.text)
    words = on_one_line(title) + ("  –  no date is told yet" if is_empty else "")
    width = int(box.width()) - 4
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, width)
    ground = QRectF(box)
    ground.setWidth(painter.fontMetrics().horizontalAdvance(shown) + 6)
    painter.fillRect(ground, theme.window)
    painter.drawText(box, _ONE_LINE, shown)


def bar_colour(bar: TimeBar) -> QColor:
    """Return the colour of a bar: of its verdict where a flag names it; grey where it is muted."""
    theme = current_theme()
    plain = theme.muted if bar.is_muted else theme.accent
    return verdict_colour(bar.verdict) if bar.verdict else plain


def paint_bar(painter: QPainter, lane: QRectF, scale: TimeScale, bar: TimeBar) -> None:
    """Paint the days a claim allows, strict ones solid and stretched ones pale, and its sigla."""
    colour = bar_colour(bar)
    box = lane.adjusted(0, 3, 0, -3)
    pale = QColor(colour)
    pale.setAlpha(PALE)
    painter.save()
    painter.setClipRect(lane, Qt.ClipOperation.IntersectClip)
    reach = [_paint_spans(painter, box, scale, bar.widened, pale)]
    reach.append(_paint_spans(painter, box, scale, bar.strict, colour))
    seen = [part for part in reach if part]
    if seen:
        left, right = min(part[0] for part in seen), max(part[1] for part in seen)
        _paint_label(painter, lane, bar, _beside(painter, lane, bar, (left, right), scale))
    else:
        _paint_out_of_view(painter, lane, bar, scale)
    painter.restore()


def _paint_spans(
    painter: QPainter, box: QRectF, scale: TimeScale, allowed: Allowed, colour: QColor
) -> tuple[float, float] | None:
    """Paint each span; return the places between which something is in view, if anything is."""
    shown: list[float] = []
    for first, last in allowed.spans:
        left = box.left() + scale.place(max(first, scale.low)) if first > FIRST else box.left()
        right = box.left() + scale.place(min(last + 1, scale.high)) if last < LAST else box.right()
        middle = (left + right) / 2
        if right - left < _LEAST_WIDTH:
            left, right = middle - _LEAST_WIDTH / 2, middle + _LEAST_WIDTH / 2
        if right < box.left() or left > box.right():
            continue
        bar = QRectF(left, box.top(), right - left, box.height())
        painter.fillRect(bar, _brush(bar, colour, first <= FIRST, last >= LAST))
        _paint_ends(painter, bar, colour, first <= FIRST, last >= LAST)
        shown += [max(left, box.left()), min(right, box.right())]
    return (min(shown), max(shown)) if shown else None


def _brush(bar: QRectF, colour: QColor, opens_left: bool, opens_right: bool) -> QBrush:
    """Return the colour, fading towards an end that is open."""
    if not (opens_left or opens_right):
        return QBrush(colour)
    clear = QColor(colour)
    clear.setAlpha(0)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    share = min(_FADE / max(bar.width(), 1.0), 0.5)
    gradient.setColorAt(0.0, clear if opens_left else colour)
    gradient.setColorAt(share, colour)
    gradient.setColorAt(1.0 - share, colour)
    gradient.setColorAt(1.0, clear if opens_right else colour)
    return QBrush(gradient)


def _paint_ends(
    painter: QPainter, bar: QRectF, colour: QColor, opens_left: bool, opens_right: bool
) -> None:
    if opens_left:
        paint_arrow(painter, QPointF(bar.left() + 2, bar.center().y()), -1, colour)
    if opens_right:
        paint_arrow(painter, QPointF(bar.right() - 2, bar.center().y()), 1, colour)


def paint_arrow(painter: QPainter, tip: QPointF, way: int, colour: QColor) -> None:
    """Paint an arrow head that points to later (1) or earlier (-1)."""
    solid = QColor(colour)
    solid.setAlpha(255)
    back = tip.x() - way * 1.6 * _ARROW
    corners = [tip, QPointF(back, tip.y() - _ARROW), QPointF(back, tip.y() + _ARROW)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(solid)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def _label(bar: TimeBar) -> str:
    return f"{verdict_mark(bar.verdict)} {bar.label}" if bar.verdict else bar.label


def _width(painter: QPainter, bar: TimeBar) -> float:
    painter.setFont(ui_font(0.9, bold=bool(bar.verdict)))
    return float(painter.fontMetrics().horizontalAdvance(_label(bar)) + 2)


def _beside(
    painter: QPainter, lane: QRectF, bar: TimeBar, reach: tuple[float, float], scale: TimeScale
) -> QRectF:
    """Return the box for a label: after the bar, else before it, else upon it on a ground."""
    width, (left, right) = _width(painter, bar), reach
    if right + _GAP + width <= lane.right():
        return QRectF(right + _GAP, lane.top(), width, lane.height())
    if left - _GAP - width >= lane.left():
        return QRectF(left - _GAP - width, lane.top(), width, lane.height())
    start, end = left + 3 * _GAP, right - width - 3 * _GAP
    edges = [lane.left() + scale.place(day) for span in bar.strict.spans for day in span]
    hidden = any(start - 5 <= edge <= start + width + 5 for edge in edges)
    ground = QColor(current_theme().base)
    ground.setAlpha(225)
    box = QRectF(end if hidden else start, lane.top() + 4, width, lane.height() - 8)
    painter.fillRect(box.adjusted(-4, 0, 4, 0), ground)
    return box


def _paint_label(painter: QPainter, lane: QRectF, bar: TimeBar, box: QRectF) -> None:
    painter.setPen(bar_colour(bar) if bar.verdict else current_theme().text)
    painter.drawText(box, _ONE_LINE, _label(bar))


def _paint_out_of_view(painter: QPainter, lane: QRectF, bar: TimeBar, scale: TimeScale) -> None:
    """Say at the edge that a bar lies earlier or later than what is in view."""
    if bar.widened.is_empty:
        return
    width, colour = _width(painter, bar), current_theme().muted
    earlier = bar.widened.last < scale.low
    tip = QPointF(lane.left() + 2 if earlier else lane.right() - 2, lane.center().y())
    paint_arrow(painter, tip, -1 if earlier else 1, colour)
    left = lane.left() + 3 * _GAP if earlier else lane.right() - 3 * _GAP - width
    painter.setPen(bar_colour(bar) if bar.verdict else colour)
    painter.drawText(QRectF(left, lane.top(), width, lane.height()), _ONE_LINE, _label(bar))
