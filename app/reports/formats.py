"""The formats of the report, by the ending of the file; each renderer is imported when asked."""

from __future__ import annotations

from importlib import import_module

from app.domain.errors import UserError
from app.reports.document import Document

_RENDERERS = {
    ".html": "app.reports.html",
    ".pdf": "app.reports.pdf",
    ".docx": "app.reports.docx",
    ".md": "app.reports.markdown",
}

ENDINGS = tuple(_RENDERERS)
"""The endings that ``render`` knows."""


def check_ending(ending: str) -> str:
    """Return ``ending`` in lower case with its dot; raise ``UserError`` when it is unknown."""
    known = f".{ending.lower().lstrip('.')}"
    if known not in _RENDERERS:
        raise UserError(
            f"A report cannot be written as “{ending}”; end the file name in "
            f"{', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}."
        )
    return known


def render(document: Document, ending: str) -> bytes:
    """Return the document in the format of a file ending such as ``.pdf``."""
    module = import_module(_RENDERERS[check_ending(ending)])
    rendered: bytes = module.render(document)
    return rendered
