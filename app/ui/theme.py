"""Colours of the window, light and dark, and the marks by which verdicts are told apart.

The colours come from ``resources/themes/*.toml``. A verdict always has a mark as well as a
colour, so that nobody depends on telling red from green.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.domain.errors import UserError
from app.paths import resources_dir

SCHEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours that the window uses, by what they are for."""

    name: str
    window: QColor
    base: QColor
    raised: QColor
    """Behind buttons, the current row of a list without focus, and notes."""
    text: QColor
    muted: QColor
    line: QColor
    accent: QColor
    accent_text: QColor
    accent_soft: QColor
    """Behind the selected row."""
    contradiction: QColor
    tension: QColor
    agreement: QColor
    silence: QColor
    quotation_background: QColor


_MARKS = {
    "contradicts": "✕",
    "in tension": "≈",
    "agrees": "=",
    "refines": "⊂",
    "compatible": "∩",
    "silent": "∅",
    "not comparable": "·",
    "contradicted": "✕",
    "tension": "≈",
    "clear": "=",
}
_COLOURS = {
    "contradicts": "contradiction",
    "contradicted": "contradiction",
    "in tension": "tension",
    "tension": "tension",
    "agrees": "agreement",
    "refines": "agreement",
    "compatible": "agreement",
    "clear": "agreement",
    "silent": "silence",
    "not comparable": "silence",
}
_chosen = {"scheme": "system"}


@lru_cache(maxsize=4)
def load_theme(name: str) -> Theme:
    """Return the theme ``light`` or ``dark``; raises ``UserError`` when its file is spoilt."""
    path = resources_dir() / "themes" / f"{name}.toml"
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    colours = {field.name: QColor(values.get(field.name, "")) for field in fields(Theme)[1:]}
    spoilt = [key for key, colour in colours.items() if not colour.isValid()]
    if spoilt:
        raise UserError(f"The theme {name} lacks the colours {', '.join(spoilt)}; install again.")
    return Theme(name=name, **colours)


def current_theme() -> Theme:
    """Return the theme in force: as chosen, else as the system has it."""
    scheme = _chosen["scheme"]
    if scheme == "system":
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        scheme = "dark" if dark else "light"
    return load_theme(scheme)


def current_scheme() -> str:
    """Return what was chosen: ``system``, ``light`` or ``dark``."""
    return _chosen["scheme"]


def apply_theme(app: QApplication, scheme: str) -> None:
    """Paint the whole program in ``system``, ``light`` or ``dark``; widgets get PaletteChange."""
    _chosen["scheme"] = scheme if scheme in SCHEMES else "system"
    theme = current_theme()
    app.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet_of(theme))
    tell_widgets(QEvent.Type.ApplicationPaletteChange)


def tell_widgets(event: QEvent.Type) -> None:
    """Let our own widgets hear in ``changeEvent`` of what Qt tells windows alone, and later."""
    QCoreApplication.sendPostedEvents(None, event.value)
    for widget in QApplication.allWidgets():
        if type(widget).__module__.startswith("app."):
            widget.changeEvent(QEvent(event))


def follow_system(app: QApplication) -> None:
    """Repaint when the system changes between light and dark, unless one of them was chosen."""

    def on_scheme_changed() -> None:
        if _chosen["scheme"] == "system":
            apply_theme(app, "system")

    QGuiApplication.styleHints().colorSchemeChanged.connect(on_scheme_changed)


def verdict_mark(verdict: str) -> str:
    """Return the mark of a verdict or of a point's status, such as ``✕``."""
    return _MARKS.get(verdict, "·")


def verdict_colour(verdict: str) -> QColor:
    """Return the colour that goes with the mark, in the theme in force."""
    colour = getattr(current_theme(), _COLOURS.get(verdict, "silence"))
    assert isinstance(colour, QColor)
    return colour


def palette_of(theme: Theme) -> QPalette:
    """Return the palette for the Fusion style."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, theme.window), (role.WindowText, theme.text), (role.Base, theme.base),
        (role.AlternateBase, theme.window), (role.Text, theme.text), (role.Button, theme.raised),
        (role.ButtonText, theme.text), (role.BrightText, theme.accent_text),
        (role.Highlight, theme.accent), (role.HighlightedText, theme.accent_text),
        (role.PlaceholderText, theme.muted), (role.ToolTipBase, theme.base),
        (role.ToolTipText, theme.text), (role.Link, theme.accent), (role.LinkVisited, theme.accent),
        (role.Light, theme.base), (role.Midlight, theme.raised), (role.Mid, theme.line),
        (role.Dark, theme.line), (role.Shadow, theme.line), (role.Accent, theme.accent),
    ):  # fmt: skip
        palette.setColor(which, colour)
    greyed = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(greyed, which, theme.muted)
    palette.setColor(greyed, role.Highlight, theme.line)
    return palette


def style_sheet_of(theme: Theme) -> str:
    """Return the style sheet: hairlines and quiet rows in place of Fusion's boxes."""
    folder = resources_dir() / "themes"
    text = (folder / "window.qss").read_text(encoding="utf-8")
    text = text.replace("@folder@", folder.as_posix()).replace("@name@", theme.name)
    for field in fields(Theme)[1:]:
        text = text.replace(f"@{field.name}@", getattr(theme, field.name).name())
    return text
