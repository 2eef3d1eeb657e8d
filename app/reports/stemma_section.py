"""The section of the report that draws who draws on whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.stemma import NOTHING_LIT, Lit
from app.domain.stemma_drawing import Drawing
from app.reports.document import Block, Figure, Heading, Paragraph, run
from app.reports.stemma_svg import stemma_svg

_WIDEST = 6000.0
"""Wider drawings cannot be read on a page, at whatever size it is looked at."""


@dataclass(frozen=True, slots=True)
class StemmaFindings:
    """A stemma laid out, with what is brought out in it."""

    drawing: Drawing
    title: str = ""
    """The point whose stemma it is; empty for that of the whole dossier."""
    version: str = ""
    """The version that is brought out."""
    lit: Lit = NOTHING_LIT


def stemma_section(found: Sequence[StemmaFindings]) -> Iterator[Block]:
    """Yield the heading, what the lines mean, and a figure for each stemma."""
    yield Heading(1, run("Stemma"))
    if not any(stemma.drawing.links for stemma in found):
        yield Paragraph(run("No account is known to draw on another."))
        return
    yield Paragraph(
        run(
            "A line leads from an account down to those that draw on it; older tellings stand "
            "higher. Where no line leads, dependence is not shown, which is not independence."
        )
    )
    for stemma in found:
        if stemma.drawing.width > _WIDEST:
            yield Paragraph(
                run(f"{_caption(stemma)} It is too wide for a page; write it as a file of its own.")
            )
        elif stemma.drawing.links:
            yield _figure(stemma)


def _figure(stemma: StemmaFindings) -> Figure:
    sigla = ", ".join(placed.account.siglum for placed in stemma.drawing.accounts)
    return Figure(
        content=stemma_svg(stemma.drawing, stemma.lit, stemma.title or "Stemma"),
        media_type="image/svg+xml",
        caption=run(_caption(stemma)),
        alternative=f"Stemma of {sigla}",
    )


def _caption(stemma: StemmaFindings) -> str:
    if not stemma.title:
        return "All accounts with derivations."
    version = f" Brought out is the version “{stemma.version}”." if stemma.version else ""
    end = "" if stemma.title.endswith(("?", "!", ".")) else "."
    return f"{stemma.title}{end}{version}"
