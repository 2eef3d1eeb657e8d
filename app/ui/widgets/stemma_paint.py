"""Paints a stemma that was laid out: on the screen only what is seen, into a picture the whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QImageWriter,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from app.domain.records import Degree
from app.domain.stemma import NOTHING_LIT, Lit
from app.domain.stemma_drawing import (
    BOX_HEIGHT,
    BOX_WIDTH,
    LINES,
    Drawing,
    LineStyle,
    PlacedAccount,
    PlacedLink,
    Spot,
    curves,
)
from app.ui.fonts import ui_font
from app.ui.theme import Theme, current_theme

_LEGIBLE = 0.4
"""Scale below which letters are left out."""
_SIGLUM, _DATE = 15, 11


class StemmaPainting:
    """A drawing with its lines as paths, ready to be painted in part or whole."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.lit: Lit = NOTHING_LIT
        self._heights = [placed.y for placed in drawing.accounts]
        self._paths = [path_of(placed.spots) for placed in drawing.links]
        self._reach = [path.controlPointRect().adjusted(-9, -9, 9, 9) for path in self._paths]

    def accounts_in(self, area: QRectF) -> Iterator[tuple[int, PlacedAccount]]:
        """Yield the accounts whose boxes touch an area, with their places."""
        first = bisect_left(self._heights, area.top() - BOX_HEIGHT / 2)
        end = bisect_right(self._heights, area.bottom() + BOX_HEIGHT / 2)
        left, right = area.left() - BOX_WIDTH / 2, area.right() + BOX_WIDTH / 2
        for place in range(first, end):
            placed = self.drawing.accounts[place]
            if left <= placed.x <= right:
                yield place, placed

    def paint(self, painter: QPainter, area: QRectF, scale: float) -> None:
        """Paint what lies in an area; ``scale`` says how many pixels a unit has."""
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter, area, theme)
        lit = []
        for placed, path, reach in zip(self.drawing.links, self._paths, self._reach, strict=True):
            if not reach.intersects(area):
                continue
            if (placed.link.lender_id, placed.link.borrower_id) in self.lit.steps:
                lit.append((placed, path))
            else:
                paint_line(painter, placed, path, theme)
        for placed, path in lit:
            paint_line(painter, placed, path, theme, is_lit=True)
        for _, account in self.accounts_in(area):
            self._paint_account(painter, account, theme, with_words=scale >= _LEGIBLE)

    def _paint_bands(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        for band in self.drawing.bands:
            if band.bottom < area.top() or band.top > area.bottom():
                continue
            painter.setPen(QPen(theme.line, 0.8))
            painter.drawLine(QPointF(area.left(), band.bottom), QPointF(area.right(), band.bottom))

    def paint_times(self, painter: QPainter, offset: float, scale: float, height: int) -> None:
        """Write the times of the bands at the left edge of a widget, where they have room."""
        theme = current_theme()
        painter.setFont(_font(12))
        line = painter.fontMetrics().lineSpacing()
        free = 0.0
        for band in self.drawing.bands:
            top, bottom = band.top * scale + offset, band.bottom * scale + offset
            y = max(top + 4, min(6.0, bottom - line - 4))
            if bottom < 0 or top > height or y < free or bottom - top < line / 2:
                continue
            free = y + line
            room = QRectF(12, y, painter.fontMetrics().horizontalAdvance(band.label), line)
            painter.fillRect(room.adjusted(-4, 0, 4, 0), theme.window)
            painter.setPen(theme.muted)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft, band.label)

    def _paint_account(
        self, painter: QPainter, placed: PlacedAccount, theme: Theme, *, with_words: bool
    ) -> None:
        account = placed.account
        box = box_of(placed)
        paint_box(
            painter, box, theme,
            is_witness=account.account_id in self.lit.witnesses,
            is_passed=account.account_id in self.lit.passed,
        )  # fmt: skip
        if account.account_id in self.lit.roots | self.lit.open_roots:
            mark = QPointF(box.right() - 10, box.top() + 10)
            paint_root(painter, mark, theme, filled=account.account_id in self.lit.roots)
        if not with_words:
            return
        painter.setPen(theme.text)
        painter.setFont(_font(_SIGLUM, bold=True))
        _write(painter, box.adjusted(14, 4, -14, -20), account.siglum)
        painter.setPen(theme.muted)
        painter.setFont(_font(_DATE))
        _write(painter, box.adjusted(4, 24, -4, -4), account.date or "undated")


def path_of(spots: tuple[Spot, ...]) -> QPainterPath:
    """Return the line over the spots as a path."""
    path = QPainterPath(QPointF(*spots[0]))
    for handle, other, end in curves(spots):
        path.cubicTo(QPointF(*handle), QPointF(*other), QPointF(*end))
    return path


def box_of(placed: PlacedAccount) -> QRectF:
    """Return the box of an account."""
    return QRectF(placed.x - BOX_WIDTH / 2, placed.y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT)


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = ui_font(bold=bold)
    font.setPixelSize(pixels)
    return font


def _write(painter: QPainter, room: QRectF, words: str) -> None:
    line = " ".join(words.split())
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)


def pen_of(style: LineStyle, colour: QColor, *, is_lit: bool = False) -> QPen:
    """Return the pen for a kind of line."""
    width = style.width * (2.0 if is_lit else 1.0)
    pen = QPen(colour, width)
    if style.dashes:
        pen.setDashPattern([length / width for length in style.dashes])
        dotted = style.dashes[0] < style.width
        cap = Qt.PenCapStyle.RoundCap if dotted else Qt.PenCapStyle.FlatCap
        pen.setCapStyle(cap)
    return pen


def paint_line(
    painter: QPainter, placed: PlacedLink, path: QPainterPath, theme: Theme, *, is_lit: bool = False
) -> None:
    """Paint the line of a link with its arrow, or the cross of a denied one."""
    degree = placed.link.degree
    style = LINES[degree]
    colour = theme.accent if is_lit else theme.muted if style.is_faint else theme.text
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen_of(style, colour, is_lit=is_lit))
    painter.drawPath(path)
    if degree is Degree.DENIED:
        paint_cross(painter, QPointF(*placed.own), colour)
    elif degree is not None:
        _paint_arrow(painter, placed.spots, colour)


def paint_cross(painter: QPainter, at: QPointF, colour: QColor) -> None:
    """Paint the cross that stands on a denied link."""
    painter.setPen(QPen(colour, 1.6))
    painter.drawLine(at + QPointF(-5, -5), at + QPointF(5, 5))
    painter.drawLine(at + QPointF(5, -5), at + QPointF(-5, 5))


def _paint_arrow(painter: QPainter, spots: tuple[Spot, ...], colour: QColor) -> None:
    tip = QPointF(*spots[-1])
    back = -7.0 if spots[-1][1] >= spots[-2][1] else 7.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, back), tip + QPointF(4, back)]))


def paint_box(
    painter: QPainter, box: QRectF, theme: Theme, *, is_witness: bool, is_passed: bool
) -> None:
    """Paint the box of an account; a witness has a soft ground and a heavy frame."""
    frame = theme.accent if is_passed or is_witness else theme.line
    painter.setPen(QPen(frame, 2.4 if is_witness else 1.2))
    painter.setBrush(theme.accent_soft if is_witness else theme.base)
    painter.drawRoundedRect(box, 3, 3)


def paint_root(painter: QPainter, at: QPointF, theme: Theme, *, filled: bool) -> None:
    """Paint the diamond of a root; it is hollow where the root is open."""
    painter.setPen(QPen(theme.accent, 1.2))
    painter.setBrush(theme.accent if filled else theme.base)
    corners = ((0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0))
    painter.drawPolygon(QPolygonF([at + QPointF(*corner) for corner in corners]))


_MOST_PIXELS = 12_000
"""Of either side of a picture: beyond it, the picture is smaller."""


def picture_of(painting: StemmaPainting) -> bytes:
    """Return the whole drawing as a PNG, twice as large as on the screen where it may be."""
    drawing = painting.drawing
    scale = min(2.0, _MOST_PIXELS / max(drawing.width, drawing.height, 1.0))
    image = QImage(
        max(1, int(drawing.width * scale)), max(1, int(drawing.height * scale)),
        QImage.Format.Format_RGB32,
    )  # fmt: skip
    image.fill(current_theme().window)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painting.paint(painter, QRectF(0, 0, drawing.width, drawing.height), max(scale, 1.0))
    painting.paint_times(painter, 0.0, 1.0, int(drawing.height))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(content.data())
