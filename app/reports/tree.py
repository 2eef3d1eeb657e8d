"""A document as plain dictionaries and lists, with numbered notes: what templates are given."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields
from functools import cache
from typing import Any

from app.domain.names import clean_text
from app.reports.document import Document, Note

_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)

Node = dict[str, Any]


def printable(text: str) -> str:
    """Return ``text`` without what no format may hold: controls, surrogates, noncharacters.

    Tab and newline stay. XML 1.0, section 2.2, and the Unicode Standard, section 23.7.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    return _NONCHARACTER.sub("", clean_text(text))


@cache
def kind_of(class_name: str) -> str:
    """Return the name that templates know a node by: ``page-break`` for ``PageBreak``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", class_name).lower()


def tree(document: Document) -> tuple[Node, list[Node]]:
    """Return the document as nested dictionaries, and its notes in order.

    Every node has its ``kind`` and its fields by name; a note has its ``number`` (from 1).
    """
    planter = _Planter()
    return planter.grow(document), planter.notes


class _Planter:
    def __init__(self) -> None:
        self.notes: list[Node] = []

    def grow(self, value: Any) -> Any:
        if isinstance(value, str):
            return printable(value)
        if isinstance(value, tuple):
            return [self.grow(item) for item in value]
        if isinstance(value, int | bytes):
            return value
        if isinstance(value, Note):
            return self._note(value)
        return self._node(value)

    def _node(self, value: Any) -> Node:
        node: Node = {"kind": kind_of(type(value).__name__)}
        for field in fields(value):
            node[field.name] = self.grow(getattr(value, field.name))
        return node

    def _note(self, note: Note) -> Node:
        node: Node = {"kind": "note", "number": len(self.notes) + 1}
        self.notes.append(node)
        node["inlines"] = self.grow(note.inlines)
        return node
