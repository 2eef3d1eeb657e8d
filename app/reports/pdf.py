"""The report as a PDF, set by typst with the fonts it carries; no system font, no network."""

from __future__ import annotations

import json
import re
from typing import Any

from app.paths import resources_dir
from app.reports.document import Document
from app.reports.tree import tree

_BEYOND_OUR_FONTS = re.compile("[\u0700-\u0fff\u1100-\u1cff\u2e80-\ua63f\ua6a0-\ufaff\U00010000-]")
"""Scripts that the fonts within typst lack: only for these are the system's fonts asked."""
_LONG = 2_000_000
"""Letters of JSON beyond which tags are left out: at 900 pages they quadruple the file."""


def render(document: Document) -> bytes:
    """Return the document as a PDF with its fonts embedded."""
    import typst

    root, _ = tree(document)
    source = json.dumps(root, ensure_ascii=False, default=_figure_bytes)
    folder = resources_dir() / "report"
    result = typst.compile(
        folder / "report.typ",
        root=folder,
        format="pdf",
        ignore_system_fonts=_BEYOND_OUR_FONTS.search(source) is None,
        pdf_tags=len(source) < _LONG,
        sys_inputs={"document": source},
    )
    assert isinstance(result, bytes)
    return result


def _figure_bytes(value: Any) -> list[int]:
    if isinstance(value, bytes):
        return list(value)
    raise TypeError(f"not text and not a picture: {type(value).__name__}")
