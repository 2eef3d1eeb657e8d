"""The report as Markdown (CommonMark with the tables and footnotes of GitHub and Pandoc)."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from app.reports import document as report
from app.reports.tree import printable

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~$^#&]|!$)")
_OPENING = re.compile(r"^(\s*)([-+=:]|\d+[.)])")
_RULES = {
    report.Alignment.LEFT: ":---",
    report.Alignment.CENTRE: ":---:",
    report.Alignment.RIGHT: "---:",
}


def render(document: report.Document) -> bytes:
    """Return the document as UTF-8 Markdown; every text is escaped."""
    writer = _Writer()
    byline = ", ".join(part for part in (document.author, document.date) if part)
    parts = [f"# {_escaped(document.title)}"]
    parts += [f"*{_escaped(document.subtitle)}*"] if document.subtitle else []
    parts += [_escaped(byline)] if byline else []
    blocks = (writer.block(block).strip() for block in document.blocks)
    parts += [block for block in blocks if block]
    return "\n\n".join([*parts, *writer.notes, ""]).encode()


def _escaped(text: str) -> str:
    """Return literal text as Markdown on one line; backslashes take away every meaning."""
    words = " ".join(printable(text).split("\n")).replace("\t", " ")
    return _OPENING.sub(_shielded, _MARKUP.sub(r"\\\1", words))


def _shielded(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2][:-1]}\\{match[2][-1]}"


class _Writer:
    def __init__(self) -> None:
        self.notes: list[str] = []

    def words(self, inlines: report.Inlines) -> str:
        return "".join(self._one(inline) for inline in inlines)

    def _one(self, inline: report.Inline) -> str:
        match inline:
            case report.Text(text=text):
                return _escaped(text)
            case report.Emphasis(inlines=inner):
                return _around("*", self.words(inner))
            case report.Strong(inlines=inner):
                return _around("**", self.words(inner))
            case report.Reference(inlines=inner):
                return self.words(inner)
            case report.Note(inlines=inner):
                number = len(self.notes) + 1
                self.notes.append("")
                self.notes[number - 1] = f"[^{number}]: {self.words(inner)}"
                return f"[^{number}]"

    def block(self, block: report.Block) -> str:
        match block:
            case report.Heading(level=level, inlines=inlines):
                return f"{'#' * (level + 1)} {self.words(inlines)}"
            case report.Paragraph(inlines=inlines):
                return self.words(inlines)
            case report.Quotation():
                return self._quotation(block)
            case report.Table():
                return "\n".join(self._table(block))
            case report.Figure():
                return self._figure(block)
            case report.PageBreak():
                return "---"
            case _:
                return "\n".join(f"- {item.strip()}" for item in self._items(block))

    def _quotation(self, quotation: report.Quotation) -> str:
        passages = [self.words(quotation.inlines).strip()]
        if quotation.translation:
            passages.append(self.words(quotation.translation).strip())
        return "\n>\n".join(f"> {passage}" for passage in passages)

    def _table(self, table: report.Table) -> Iterator[str]:
        if table.caption:
            yield f"{self.words(table.caption)}\n"
        yield self._row(table.header)
        yield f"| {' | '.join(_RULES[column.alignment] for column in table.columns)} |"
        for row in table.rows:
            yield self._row(row)

    def _row(self, cells: tuple[report.Inlines, ...]) -> str:
        return f"| {' | '.join(self.words(cell) for cell in cells)} |"

    def _figure(self, figure: report.Figure) -> str:
        content = base64.b64encode(figure.content).decode()
        picture = f"![{_escaped(figure.alternative)}](data:{figure.media_type};base64,{content})"
        return f"{picture}\n\n{self.words(figure.caption)}".rstrip()

    def _items(self, block: report.Block) -> Iterator[str]:
        match block:
            case report.Bullets(items=items):
                yield from map(self.words, items)
            case report.Definitions(items=definitions):
                for item in definitions:
                    yield f"{self.words(item.term)} – {self.words(item.inlines)}"
            case report.Bibliography(entries=entries):
                yield from map(self.words, entries)


def _around(mark: str, words: str) -> str:
    """Return marked words; spaces at their ends would undo the marking and stay outside."""
    bare = words.strip()
    if not bare:
        return words
    before, _, after = words.partition(bare)
    return f"{before}{mark}{bare}{mark}{after}"
