"""The stemma on the screen: moved and enlarged by mouse and keys, gone through account by account.

Only what is seen is painted, so that thousands of accounts stay light.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from app.domain.stemma import NOTHING_LIT, Lit
from app.domain.stemma_drawing import Drawing, PlacedAccount
from app.ui.theme import current_theme
from app.ui.widgets.stemma_paint import StemmaPainting, box_of
from app.ui.widgets.stemma_words import account_in_words
from app.ui.widgets.texts import plain_tooltip
from app.ui.widgets.zoom_view import ZoomView

_FIRST_SCALE = 0.72
"""The least scale at which a stemma is first shown: letters can just be read."""
_EDGE = 30.0


class StemmaCanvas(ZoomView):
    """Shows a drawing; the current account is framed, and Enter opens it."""

    account_asked = Signal(object)
    """The account with this id is to be shown."""
    current_changed = Signal(object)
    """Another account became the current one: its id, or 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painting = StemmaPainting(Drawing())
        self.current = -1
        """Place of the current account in the drawing, or -1."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 120)
        self.setAccessibleName("Stemma")

    @property
    def drawing(self) -> Drawing:
        """Return what is drawn."""
        return self.painting.drawing

    @property
    def current_id(self) -> int:
        """Return the id of the current account, or 0."""
        return self._placed().account.account_id if self.current >= 0 else 0

    def _placed(self) -> PlacedAccount:
        return self.drawing.accounts[self.current]

    def show_drawing(self, drawing: Drawing, lit: Lit = NOTHING_LIT) -> None:
        """Show another drawing; the current account stays so while it is in it."""
        was = self.current_id
        self.painting = StemmaPainting(drawing)
        self.painting.lit = lit
        self.current = drawing.places.get(was, -1)
        self.show_first()
        self.current_changed.emit(self.current_id)

    def show_lit(self, lit: Lit) -> None:
        """Bring out what another version rests on."""
        self.painting.lit = lit
        self.update()

    @override
    def extent(self) -> tuple[float, float]:
        return self.drawing.width, self.drawing.height

    def show_first(self) -> None:
        """Show the whole drawing, or as much of it as can be read."""
        self.fit(least=_FIRST_SCALE)
        if self.current >= 0:
            self._reveal()
        elif self.drawing.accounts and self.offset.x() < 0:
            first = self.drawing.accounts[0]
            self.offset.setX(min(0.0, self.width() / 2 - first.x * self.scale))

    def find_at(self, spot: QPointF) -> int:
        """Return the place of the account under a spot of the widget, or -1."""
        where = (spot - self.offset) / self.scale
        area = QRectF(where.x() - 0.5, where.y() - 0.5, 1, 1)
        return next((place for place, _ in self.painting.accounts_in(area)), -1)

    def choose(self, place: int) -> None:
        """Make an account the current one and show it."""
        self.current = place
        if place >= 0:
            self._reveal()
            words = account_in_words(self.drawing, self._placed().account)
            self.setAccessibleDescription(words)
        self.update()
        self.current_changed.emit(self.current_id)

    def choose_account(self, account_id: int) -> bool:
        """Make the account with this id the current one; tells whether it is drawn."""
        place = self.drawing.places.get(account_id, -1)
        if place >= 0:
            self.choose(place)
        return place >= 0

    def _reveal(self) -> None:
        box = box_of(self._placed()).adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
        seen = self.seen()
        right = max(0.0, box.right() - seen.right()) or min(0.0, box.left() - seen.left())
        down = max(0.0, box.bottom() - seen.bottom()) or min(0.0, box.top() - seen.top())
        if right or down:
            self.offset -= QPointF(right, down) * self.scale

    def _step_along(self, step: int) -> None:
        """Choose the next account in its row, or the first or last one of all at the ends."""
        last = len(self.drawing.accounts) - 1
        self.choose(0 if self.current < 0 else max(0, min(last, self.current + step)))

    def _step_down(self, step: int) -> None:
        """Choose the nearest account in the next row below (1) or above (-1)."""
        if self.current < 0:
            self.choose(0)
            return
        here, accounts = self._placed(), self.drawing.accounts
        beyond = [at for at, other in enumerate(accounts) if (other.row - here.row) * step > 0]
        if beyond:
            row = accounts[beyond[0] if step > 0 else beyond[-1]].row
            inrow = [at for at in beyond if accounts[at].row == row]
            self.choose(min(inrow, key=lambda at: abs(accounts[at].x - here.x)))

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Let Tab go from account to account, and on from the last one."""
        place = self.current + (1 if is_next else -1)
        if self.hasFocus() and 0 <= place < len(self.drawing.accounts):
            self.choose(place)
            return True
        return super().focusNextPrevChild(is_next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self._chose(key, held):
            super().keyPressEvent(event)

    def _chose(self, key: int, held: Qt.KeyboardModifier) -> bool:
        if held or not self.drawing.accounts:
            return False
        last = len(self.drawing.accounts) - 1
        steps = {
            Qt.Key.Key_Left: lambda: self._step_along(-1),
            Qt.Key.Key_Right: lambda: self._step_along(1),
            Qt.Key.Key_Up: lambda: self._step_down(-1),
            Qt.Key.Key_Down: lambda: self._step_down(1),
            Qt.Key.Key_Home: lambda: self.choose(0),
            Qt.Key.Key_End: lambda: self.choose(last),
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
        }
        if key in steps:
            steps[Qt.Key(key)]()
        return key in steps

    def _open(self) -> None:
        if self.current >= 0:
            self.account_asked.emit(self.current_id)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = self.find_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.choose(place)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.find_at(event.position()) >= 0:
            self._open()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.find_at(QPointF(event.pos()))
            words = ""
            if place >= 0:
                words = account_in_words(self.drawing, self.drawing.accounts[place].account)
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_fitted:
            self.show_first()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.TabFocusReason and self.current < 0:
            self.choose(0 if self.drawing.accounts else -1)
        super().focusInEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange,
        ):  # fmt: skip
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(self.offset)
        painter.scale(self.scale, self.scale)
        seen = self.seen()
        self.painting.paint(painter, seen, self.scale)
        if self.current >= 0:
            self._paint_current(painter)
        painter.resetTransform()
        self._paint_times(painter)

    def _paint_current(self, painter: QPainter) -> None:
        width = 1.6 if self.hasFocus() else 0.8
        painter.setPen(QPen(current_theme().text, width / min(1.0, self.scale)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box_of(self._placed()).adjusted(-4, -4, 4, 4), 5, 5)

    def _paint_times(self, painter: QPainter) -> None:
        self.painting.paint_times(painter, self.offset.y(), self.scale, self.height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(700, 420)
