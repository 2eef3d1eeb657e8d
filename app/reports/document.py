"""The passive document that every report format renders: a tree of frozen dataclasses.

It holds text and structure only. Text is never markup: what a user wrote is carried as it is,
and each renderer sets it literally.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Literal text; ``language`` is a BCP 47 tag where it differs from its surroundings."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Inlines set in italics."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Inlines set in bold: sigla, run-in headings."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Reference:
    """Inlines that lead to the heading with the same ``anchor``."""

    anchor: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote at this place; renderers number the notes in order of reading."""

    inlines: Inlines


Inline = Text | Emphasis | Strong | Reference | Note
Inlines = tuple[Inline, ...]


class Role(enum.StrEnum):
    """What a paragraph is for; renderers give each role its own style."""

    BODY = "body"
    LEAD = "lead"
    """Date and scope under the title."""
    APPARATUS = "apparatus"
    CLAIM = "claim"
    REMARK = "remark"
    """A line in smaller type under a claim: its verdict."""
    LABEL = "label"
    """A run-in heading below the level of headings: *Versions*, *Claims*."""


class Alignment(enum.StrEnum):
    """How the cells of a column are set."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of ``level`` 1 to 3; ``anchor`` is what references point at."""

    level: int
    inlines: Inlines
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the given role."""

    inlines: Inlines
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage as written, then (where given) as translated; line breaks are kept."""

    inlines: Inlines
    translation: Inlines = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``width`` is relative to the widths of the others."""

    width: int = 1
    alignment: Alignment = Alignment.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of inlines; the header is repeated on every page that the table reaches."""

    columns: tuple[Column, ...]
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """An unordered list."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it stands for."""

    term: Inlines
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Definitions:
    """A list of terms: sigla, abbreviations."""

    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; ``media_type`` is ``image/svg+xml`` or ``image/png``."""

    content: bytes
    media_type: str
    caption: Inlines = ()
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins on a new page."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Entries with a hanging indent, already in order."""

    entries: tuple[Inlines, ...]


Block = (
    Heading
    | Paragraph
    | Quotation
    | Table
    | Bullets
    | Definitions
    | Figure
    | PageBreak
    | Bibliography
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: what stands on its first page, in its margins, and its blocks."""

    title: str
    subtitle: str = ""
    author: str = ""
    date: str = ""
    """In words, as printed."""
    language: str = "en"
    running_title: str = ""
    blocks: tuple[Block, ...] = ()


def run(*parts: str | Inline | Inlines) -> Inlines:
    """Join strings, inlines and runs of inlines into one run; empty strings are left out."""
    return tuple(_flat(parts))


def _flat(parts: tuple[str | Inline | Inlines, ...]) -> Iterator[Inline]:
    for part in parts:
        if isinstance(part, str):
            if part:
                yield Text(part)
        elif isinstance(part, tuple):
            yield from part
        else:
            yield part


def emphasis(text: str) -> Inline:
    """Return ``text`` in italics."""
    return Emphasis((Text(text),))


def strong(text: str) -> Inline:
    """Return ``text`` in bold."""
    return Strong((Text(text),))


def plain_text(inlines: Inlines) -> str:
    """Return the words of a run without emphasis and without its notes."""
    return "".join(_words(inlines))


def _words(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield text
            case Emphasis(inlines=inner) | Strong(inlines=inner) | Reference(inlines=inner):
                yield from _words(inner)
            case Note():
                pass
