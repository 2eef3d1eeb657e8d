"""The report as a PDF, set by typst with the fonts it carries; no network.

typst keeps all it has laid out until the end: 900 pages took 3 GB. A long report is therefore
set in parts that are joined afterwards; one that is not long is set whole, tagged and linked.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from app.paths import resources_dir
from app.reports.document import Document
from app.reports.tree import Node, tree

_BEYOND_OUR_FONTS = re.compile("[\u0700-\u109f\u1100-\u1cff\u2e80-\ua63f\ua6a0-\ufaff\U00010000-]")
"""Scripts that the fonts within typst lack: only for these are the system's fonts asked."""

_WHOLE = 1_500
"""Blocks and rows up to which a report is set whole: some 80 pages."""
_PART = 900

_FORGET = 11
"""typst drops what it remembers of a text after ten others."""


def render(document: Document) -> bytes:
    """Return the document as a PDF with its fonts embedded."""
    root, _ = tree(document)
    press = _Press(root)
    sections = list(_sections(root["blocks"]))
    if sum(map(_weight, root["blocks"])) <= _WHOLE:
        return press.set(root["blocks"], is_tagged=True)
    return _joined(press.set(part) for part in _parts(sections))


class _Press:
    """Sets parts of one document, each with the numbers of pages and notes where the last ended."""

    def __init__(self, root: Node) -> None:
        import typst

        self._front = {key: value for key, value in root.items() if key != "blocks"}
        self._pages = 0
        self._notes = 0
        rare = _BEYOND_OUR_FONTS.search(json.dumps(root, ensure_ascii=False, default=_plain_bytes))
        self._fonts = typst.Fonts(include_system_fonts=rare is not None)

    def set(self, blocks: list[Node], *, is_tagged: bool = False) -> bytes:
        import typst

        part = {
            **self._front,
            "blocks": blocks,
            "pages_before": self._pages,
            "notes_before": self._notes,
            "anchors": [block["anchor"] for block in blocks if block.get("anchor")],
        }
        folder = resources_dir() / "report"
        made = typst.compile(
            folder / "report.typ",
            root=folder,
            format="pdf",
            font_paths=self._fonts,
            pdf_tags=is_tagged,
            sys_inputs={"document": json.dumps(part, default=_plain_bytes)},
        )
        assert isinstance(made, bytes)
        if not is_tagged:
            self._close(made, blocks)
        return made

    def _close(self, made: bytes, blocks: list[Node]) -> None:
        import typst
        from pypdf import PdfReader

        self._pages += len(PdfReader(io.BytesIO(made)).pages)
        self._notes += sum(1 for node in _nodes(blocks) if node["kind"] == "note")
        for _ in range(_FORGET):
            typst.compile(b"", format="pdf", font_paths=self._fonts)


def _plain_bytes(value: Any) -> list[int]:
    if isinstance(value, bytes):
        return list(value)
    raise TypeError(f"not text and not a picture: {type(value).__name__}")


def _weight(block: Node) -> int:
    return 1 + len(block.get("rows") or block.get("entries") or block.get("items") or ())


def _sections(blocks: list[Node]) -> Iterator[list[Node]]:
    """Yield runs of blocks that begin with a heading; headings in a row stay together."""
    section: list[Node] = []
    for block in blocks:
        opens = block["kind"] == "heading" and block["level"] <= 2
        if opens and any(other["kind"] != "heading" for other in section):
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _parts(sections: list[list[Node]]) -> Iterator[list[Node]]:
    part: list[Node] = []
    filled = 0
    for section in sections:
        weight = sum(map(_weight, section))
        if part and filled + weight > _PART:
            yield part
            part, filled = [], 0
        part = part + section
        filled += weight
    yield part


def _nodes(value: Any) -> Iterator[Node]:
    """Yield every node below a value of the tree."""
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _nodes(item)


def _joined(parts: Iterator[bytes]) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for number, part in enumerate(parts):
        writer.append(io.BytesIO(part))
        if number == 0:
            writer.add_metadata(dict(PdfReader(io.BytesIO(part)).metadata or {}))
    joined = io.BytesIO()
    writer.write(joined)
    return joined.getvalue()
