"""The name of the program or of the dossier, in the serif of printed editions."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.fonts import text_font
from app.ui.widgets.texts import PlainLabel

_MOVED = (
    QEvent.Type.ApplicationFontChange,
    QEvent.Type.FontChange,
    QEvent.Type.StyleChange,
    QEvent.Type.Polish,
)
"""With a style sheet, Qt forgets the font of a label that gets another parent."""


class TitleLabel(PlainLabel):
    """A line in large serif letters; grows with the font of the window."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, scale: float) -> None:
        super().__init__(text, parent)
        self._scale = scale
        self._apply_font()

    def _apply_font(self) -> None:
        font = text_font(self._scale)
        if font.toString() != self.font().toString():
            self.setFont(font)

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in _MOVED:
            self._apply_font()
        return handled
