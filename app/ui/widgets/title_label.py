"""The name of the program or of the dossier, in the serif of printed editions."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.fonts import text_font
from app.ui.widgets.texts import PlainLabel


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
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._apply_font()
        super().changeEvent(event)
