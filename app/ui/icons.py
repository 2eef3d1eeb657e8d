"""Icons drawn in the colours of the theme from the line drawings in ``resources/icons``."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resources_dir
from app.ui.theme import current_theme


def draw_icon(painter: QPainter, name: str, where: QRectF, colour: QColor) -> None:
    """Draw an icon into a square of the painter's device."""
    _renderer(name, colour.name()).render(painter, where)


def icon(name: str) -> QIcon:
    """Return an icon in the theme in force; ask again after a change of theme."""
    theme = current_theme()
    found = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, theme.text),
        (QIcon.Mode.Disabled, theme.line),
        (QIcon.Mode.Selected, theme.accent_text),
    ):
        found.addPixmap(_pixmap(name, colour.name()), mode)
    return found


def _pixmap(name: str, colour: str, side: int = 64) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def program_icon() -> QIcon:
    """Return the icon of the program."""
    found = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        found.addPixmap(_pixmap("variorum", "", side))
    return found
