"""The typefaces that the program carries: a sans for the interface, a serif for sources' words.

Both have Latin and Cyrillic, so that a machine without fonts shows text too. Every font falls
back on the small font of marks (✕ ≈ ⊂ ⚑).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from app.paths import resources_dir
from app.ui.theme import tell_widgets

SANS = "Source Sans 3"
SERIF = "Source Serif 4"
MARKS = "Variorum Marks"
NORMAL_SIZE = 11
"""In points."""
SMALLEST, LARGEST = 8, 24


def load_fonts() -> list[str]:
    """Make the carried typefaces known to Qt and return the names of their families."""
    families: dict[str, None] = {}
    for path in sorted((resources_dir() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return list(families)


def apply_font_size(app: QApplication, points: int) -> int:
    """Set the size of everything, within bounds, and return the size in points now in force."""
    size = max(SMALLEST, min(LARGEST, points))
    app.setFont(_font(SANS, size))
    tell_widgets(QEvent.Type.ApplicationFontChange)
    return size


def ui_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """Return the interface's font; ``scale`` is relative to the size chosen by the user."""
    font = _font(SANS, _size() * scale)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def text_font(scale: float = 1.0, *, italic: bool = False, bold: bool = False) -> QFont:
    """Return the serif for quotations, answers as written and the apparatus."""
    font = _font(SERIF, _size() * scale)
    font.setItalic(italic)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _size() -> float:
    size = QApplication.font().pointSizeF()
    return size if size > 0 else NORMAL_SIZE


def _font(family: str, points: float) -> QFont:
    font = QFont()
    font.setFamilies([family, MARKS])
    font.setPointSizeF(points)
    font.setStyleHint(QFont.StyleHint.Serif if family == SERIF else QFont.StyleHint.SansSerif)
    return font
