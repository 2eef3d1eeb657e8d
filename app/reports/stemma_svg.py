"""A stemma as SVG, without a window: for the report, and for the file that the window writes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from app.domain.records import Degree
from app.domain.stemma import NOTHING_LIT, Lit
from app.domain.stemma_drawing import (
    BOX_HEIGHT,
    BOX_WIDTH,
    LEGEND,
    LINES,
    Drawing,
    LineStyle,
    PlacedAccount,
    PlacedLink,
    Spot,
    curves,
    fitted,
)
from app.reports.tree import printable

_INK, _GREY, _PALE, _ACCENT, _SOFT = "#22201c", "#6d675d", "#d9d3c7", "#7a3b12", "#f3e6d8"
_FONTS = "'Source Sans 3', 'Libertinus Serif', 'DejaVu Sans', sans-serif"
_LEGEND_ROW = 22.0
_LEGEND_STEP = 170.0
_NARROWEST = 900.0
"""So that a small stemma is not blown up to the width of a page."""
_SLIMMEST = 0.8
"""Least share of its height that a drawing is wide, for the same reason."""


def stemma_svg(drawing: Drawing, lit: Lit = NOTHING_LIT, title: str = "Stemma") -> bytes:
    """Return a stemma as a self-contained SVG; what ``lit`` names is brought out."""
    width = max(drawing.width, _NARROWEST, _SLIMMEST * drawing.height)
    per_row = max(1, int((width - 20) // _LEGEND_STEP))
    height = drawing.height + 24 + _LEGEND_ROW * -(-len(LEGEND) // per_row)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
            f'viewBox="0 0 {width:.0f} {height:.0f}" font-family="{_FONTS}">'
        ),
        f"<title>{_words(title)}</title>",
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#ffffff"/>',
        *_bands(drawing, width),
        f'<g transform="translate({(width - drawing.width) / 2:.1f} 0)">',
        *(_link(placed, lit) for placed in drawing.links),
        *(part for placed in drawing.accounts for part in _account(placed, lit)),
        "</g>",
        *_legend(drawing.height + 24, per_row),
        "</svg>",
    ]
    return "\n".join(parts).encode()


def _words(text: str) -> str:
    return escape(printable(" ".join(text.split())), {'"': "&quot;"})


def _text(x: float, y: float, words: str, size: float, colour: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}"{more}>{words}</text>'


def _bands(drawing: Drawing, width: float) -> Iterator[str]:
    for band in drawing.bands:
        yield (
            f'<line x1="0" y1="{band.bottom:.1f}" x2="{width:.1f}" '
            f'y2="{band.bottom:.1f}" stroke="{_PALE}" stroke-width="0.7"/>'
        )
        yield _text(12, band.top + 22, _words(band.label), 12, _GREY)


def _link(placed: PlacedLink, lit: Lit) -> str:
    style = LINES[placed.link.degree]
    is_lit = (placed.link.lender_id, placed.link.borrower_id) in lit.steps
    colour = _ACCENT if is_lit else _GREY if style.is_faint else _INK
    line = _line(_path(placed.spots), style, colour, 2.0 * style.width if is_lit else style.width)
    if placed.link.degree is Degree.DENIED:
        return line + _cross(*placed.own)
    return line if placed.link.degree is None else line + _arrow(placed.spots, colour)


def _path(spots: tuple[Spot, ...]) -> str:
    steps = ("C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in curve) for curve in curves(spots))
    return f"M{spots[0][0]:.1f} {spots[0][1]:.1f}" + "".join(steps)


def _line(path: str, style: LineStyle, colour: str, width: float) -> str:
    dashes = " ".join(f"{length:g}" for length in style.dashes)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    cap = ' stroke-linecap="round"' if style.dashes[:1] == (0.1,) else ""
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dashed}{cap}/>'


def _cross(x: float, y: float) -> str:
    return (
        f'<path d="M{x - 5:.1f} {y - 5:.1f}l10 10m0 -10l-10 10" fill="none" stroke="{_GREY}" '
        'stroke-width="1.6"/>'
    )


def _arrow(spots: tuple[Spot, ...], colour: str) -> str:
    x, y = spots[-1]
    back = -7 if spots[-1][1] >= spots[-2][1] else 7
    return f'<path d="M{x:.1f} {y:.1f}l-4 {back}h8z" fill="{colour}"/>'


def _account(placed: PlacedAccount, lit: Lit) -> Iterator[str]:
    account = placed.account
    is_witness = account.account_id in lit.witnesses
    is_passed = account.account_id in lit.passed
    left, top = placed.x - BOX_WIDTH / 2, placed.y - BOX_HEIGHT / 2
    frame = _ACCENT if is_passed else _PALE
    yield (
        f"<g><title>{_words(f'{account.siglum}: {account.speaker}')}</title>"
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{BOX_WIDTH:g}" height="{BOX_HEIGHT:g}" '
        f'rx="3" fill="{_SOFT if is_witness else "#ffffff"}" stroke="{frame}" '
        f'stroke-width="{2.4 if is_witness else 1.2}"/></g>'
    )
    siglum, date = fitted(account.siglum, 13), fitted(account.date or "undated", 20)
    bold = ' font-weight="600" text-anchor="middle"'
    yield _text(placed.x, placed.y - 2, _words(siglum), 15, _INK, bold)
    yield _text(placed.x, placed.y + 14, _words(date), 11, _GREY, ' text-anchor="middle"')
    if account.account_id in lit.roots | lit.open_roots:
        yield _diamond(left + BOX_WIDTH - 10, top + 10, filled=account.account_id in lit.roots)


def _diamond(x: float, y: float, *, filled: bool) -> str:
    fill = _ACCENT if filled else "#ffffff"
    return (
        f'<path d="M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5 -5z" fill="{fill}" stroke="{_ACCENT}" '
        'stroke-width="1.2"/>'
    )


def _legend(top: float, per_row: int) -> Iterator[str]:
    for place, (kind, words) in enumerate(LEGEND):
        x = 20 + place % per_row * _LEGEND_STEP
        y = top + place // per_row * _LEGEND_ROW
        yield from _sample(kind, x, y)
        yield _text(x + 44, y + 4, _words(words), 12, _INK)


def _sample(kind: str, x: float, y: float) -> Iterator[str]:
    if kind in ("root", "open root"):
        yield _diamond(x + 17, y, filled=kind == "root")
    elif kind in ("witness", "passed"):
        is_witness = kind == "witness"
        yield (
            f'<rect x="{x + 5:.1f}" y="{y - 7:.1f}" width="24" height="14" rx="3" '
            f'fill="{_SOFT if is_witness else "#ffffff"}" stroke="{_ACCENT}" '
            f'stroke-width="{2.4 if is_witness else 1.2}"/>'
        )
    else:
        degree = Degree(kind) if kind else None
        style = LINES[degree]
        colour = _GREY if style.is_faint else _INK
        yield _line(f"M{x:.1f} {y:.1f}h34", style, colour, style.width)
        if degree is Degree.DENIED:
            yield _cross(x + 17, y)
