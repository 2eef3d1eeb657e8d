"""A stemma as a file of its own."""

from __future__ import annotations

from pathlib import Path

from app.domain.stemma import Lit
from app.domain.stemma_drawing import Drawing
from app.reports.stemma_svg import stemma_svg
from app.services.reporting import write_whole


def write_svg(path: Path, drawing: Drawing, lit: Lit, title: str) -> None:
    """Write a stemma that was laid out as SVG; raises ``UserError`` where that cannot be."""
    write_whole(path, stemma_svg(drawing, lit, title))


def write_picture(path: Path, content: bytes) -> None:
    """Write a stemma that was painted; raises ``UserError`` where that cannot be."""
    write_whole(path, content)
