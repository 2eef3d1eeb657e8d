"""Published sources in the full-note style of the Chicago Manual, arranged by citeproc-py.

The engine sees tokens only (``csl``); items of the same shape share one rendering.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Callable
from typing import Any

from app.domain.records import Source
from app.paths import resources_dir
from app.reports.csl import LOCATOR, TOKEN, Item
from app.reports.marked import ITALIC, ITALIC_END, QUOTE, QUOTE_END, italic, joined, quoted

_FILLED = re.compile(f"({TOKEN}[^{TOKEN}]*{TOKEN})([.,]?)")
_VOLUME_PAGE = re.compile(rf"(\w+|{TOKEN}volume{TOKEN}):{LOCATOR}")
_WORDY_VOLUME = re.compile(f"({TOKEN}volume{TOKEN}):(?!{LOCATOR})")
_ENGINE_TROUBLE = (AttributeError, LookupError, TypeError, ValueError, AssertionError)
_NAMESPACE = {"cs": "http://purl.org/net/xbiblio/csl"}


class Chicago:
    """Renders sources as marked strings without their final full stop."""

    def __init__(self) -> None:
        self._engine: _Engine | None = None
        self._shapes: dict[tuple[str, str, bool], str] = {}

    def note(self, source: Source, place: str, *, is_first: bool) -> str:
        """Return a full note (the first one on a source) or a short one, with ``place``."""
        item = Item(source)
        shape = self._shape(item, "note" if is_first else "short", bool(place))
        if ":" in place:
            shape = _VOLUME_PAGE.sub(LOCATOR, shape)
        elif not (place[:1].isdecimal() and source.volume.isdecimal()):
            shape = _VOLUME_PAGE.sub(rf"vol. \1, {LOCATOR}", shape)
        return _fill(shape, {**item.texts, LOCATOR: place})

    def entry(self, source: Source) -> str:
        """Return the entry for the bibliography."""
        item = Item(source)
        return _fill(self._shape(item, "entry", has_place=False), item.texts)

    def _shape(self, item: Item, form: str, has_place: bool) -> str:
        key = (json.dumps(item.fields), form, has_place)
        if key not in self._shapes:
            self._shapes[key] = self._rendered(item, form, has_place)
        return self._shapes[key]

    def _rendered(self, item: Item, form: str, has_place: bool) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                self._engine = self._engine or _Engine()
                shape = self._engine.render(item.fields, form, has_place)
            except _ENGINE_TROUBLE:
                shape = _plain_shape(item, has_place)
        shape = re.sub(r"\bvols\. (?=\d+\b(?![–-]))", "vol. ", shape)
        shape = _WORDY_VOLUME.sub(r"vol. \1, ", shape)
        return shape.rstrip().removesuffix(".")


class _Engine:
    """citeproc-py with the project's style; knows nothing of the project's records."""

    def __init__(self) -> None:
        from citeproc import CitationStylesBibliography, CitationStylesStyle
        from citeproc.source import BibliographySource

        path = resources_dir() / "report" / "styles" / "chicago-fullnote-bibliography.csl"
        self._style = CitationStylesStyle(str(path), locale="en-US", validate=False)
        _mark_quotes(self._style)
        self._bibliography = CitationStylesBibliography(
            self._style, BibliographySource(), _Formatter()
        )

    def render(self, fields: dict[str, Any], form: str, has_place: bool) -> str:
        from citeproc import Citation, CitationItem, Locator
        from citeproc.source.json import CiteProcJSON

        key = f"item{len(self._bibliography.keys)}"
        self._bibliography.source.update(CiteProcJSON([{"id": key, **fields}]))
        extra = {"locator": Locator("page", LOCATOR)} if has_place else {}
        item = CitationItem(key, **extra)
        citation = Citation([item])
        self._bibliography.register(citation)
        if form == "entry":
            return str(self._style.render_bibliography([item])[0])
        before = [] if form == "note" else [item, CitationItem("another")]
        return str(self._style.render_citation(citation, before, _refuse))


def _refuse(item: object) -> str:
    raise LookupError(f"not registered: {item!r}")


def _mark_quotes(style: Any) -> None:
    """Let the engine set noncharacters for its quotation marks."""
    marks = {"open-quote": QUOTE, "close-quote": QUOTE_END}
    for locale in style.root.locales:
        for name, mark in marks.items():
            for term in locale.xpath(f".//cs:term[@name='{name}']", namespaces=_NAMESPACE):
                term.text = mark


def _wrapped(opening: str, closing: str) -> Callable[[object], str]:
    return lambda text: f"{opening}{text}{closing}"


class _Formatter:
    """The formatter that citeproc-py asks for: italics are marked, the rest stays text."""

    preformat = staticmethod(str)
    Italic = Oblique = staticmethod(_wrapped(ITALIC, ITALIC_END))
    Bold = Light = Underline = Superscript = Subscript = SmallCaps = staticmethod(str)


def _fill(shape: str, texts: dict[str, str]) -> str:
    """Put texts for tokens; a full stop after one that ends in a mark of its own is dropped."""

    def put(match: re.Match[str]) -> str:
        text, mark = texts.get(match[1], ""), match[2]
        if text.endswith(mark) or (mark == "." and text.endswith(("?", "!", "…"))):
            mark = ""
        return text + mark

    return _FILLED.sub(put, shape)


def _plain_shape(item: Item, has_place: bool) -> str:
    """Return author, title, container, imprint, place: for an item the engine cannot render."""
    fields = item.fields
    authors = (joined((name.get("given", ""), name["family"]), " ") for name in fields["author"])
    title = fields.get("title", "")
    inside = fields.get("container-title", "")
    imprint = joined((fields.get("publisher-place", ""), fields.get("publisher", "")), ": ")
    return joined((
        joined(authors),
        quoted(title) if inside else italic(title),
        italic(inside),
        imprint,
        fields.get("issued", {}).get("literal", ""),
        LOCATOR if has_place else "",
        fields.get("URL", ""),
    ))  # fmt: skip
