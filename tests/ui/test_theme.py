import pytest
from PySide6.QtGui import QFontMetrics

from app.domain.comparison import Verdict
from app.ui.fonts import load_fonts, text_font, ui_font
from app.ui.theme import load_theme, style_sheet_of, verdict_colour, verdict_mark


def luminance(colour) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    "ink", ["text", "muted", "accent", "contradiction", "tension", "agreement", "silence"]
)
def test_letters_can_be_read_on_every_ground(qapp, name, ink):
    theme = load_theme(name)
    for ground in ("window", "base", "accent_soft", "quotation_background"):
        assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5, ground


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_names_only_colours_that_there_are(qapp, name):
    theme = load_theme(name)
    assert contrast(theme.accent_text, theme.accent) >= 4.5
    assert "@" not in style_sheet_of(theme)


def test_every_verdict_has_a_mark_of_its_own(app):
    marks = {verdict: verdict_mark(verdict) for verdict in Verdict}
    assert len(set(marks.values())) == len(marks)
    assert all(verdict_colour(verdict).isValid() for verdict in Verdict)


def test_the_fonts_carried_along_have_every_letter_and_mark(app):
    assert {"Source Sans 3", "Source Serif 4", "Variorum Marks"} <= set(load_fonts())
    for font in (ui_font(), text_font()):
        metrics = QFontMetrics(font)
        for letter in "aßöčЯжёѣіїє–“”„«»…§":
            assert metrics.inFontUcs4(ord(letter)), (font.family(), letter)
    marks = ui_font()
    marks.setFamilies(["Variorum Marks"])
    assert all(QFontMetrics(marks).inFontUcs4(ord(mark)) for mark in "✕≈=⊂∩∅·⚑✓")
