"""The place in a source, in the words of a note: ``fol. 75``, ``504 n. 30``, ``л. 3 об.``."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Sequence

from app.domain.records import Locator


class Usage(enum.Enum):
    """Whose words a place is given in: a book's, an archive's, a Russian one's in either script."""

    BOOK = "book"
    ARCHIVE = "archive"
    RUSSIAN = "russian"
    TRANSLITERATED = "transliterated"


_SAME = {
    "pages": "page", "p": "page", "pp": "page", "s": "page", "seite": "page", "с": "page",
    "folios": "folio", "fol": "folio", "f": "folio", "leaf": "folio", "blatt": "folio",
    "bl": "folio", "лист": "folio", "л": "folio", "ff": "folio", "sheet": "folio",
    "footnote": "note", "endnote": "note", "n": "note", "fn": "note", "notes": "note",
    "vol": "volume", "vols": "volume", "volumes": "volume", "band": "volume",
    "col": "column", "columns": "column", "lines": "line", "para": "paragraph", "§": "section",
    "chap": "chapter", "ch": "chapter", "chapters": "chapter", "paragraphs": "paragraph",
    "doc": "document", "fig": "figure", "timestamp": "time", "film": "reel",
}  # fmt: skip
_LABELS = {
    "page": ("", ""), "": ("", ""), "url": ("", ""), "folio": ("fol.", "fol."),
    "note": ("n.", "nn."), "volume": ("vol.", "vols."), "chapter": ("chap.", "chaps."),
    "column": ("col.", "cols."), "line": ("line", "lines"), "paragraph": ("para.", "paras."),
    "section": ("sec.", "secs."), "document": ("doc.", "docs."), "figure": ("fig.", "figs."),
    "part": ("pt.", "pts."), "table": ("table", "tables"), "time": ("at", "at"),
}  # fmt: skip
_ARCHIVE = {"page": ("p.", "pp.")}
_RUSSIAN = {"folio": ("л.", "лл."), "page": ("с.", "с."), "note": ("прим.", "прим.")}
_TRANSLITERATED = {"folio": ("l.", "ll."), "page": ("p.", "pp.")}
_RANGES = {"page", "folio", "note", "line", "column", "volume", "paragraph", "chapter", "frame"}
_DASH = re.compile(r"(?<=[\drvов.])\s*[-–—]\s*(?=\d)")
_SEVERAL = re.compile(r"\d.*[–,;&]\s*\d")
_VERSO = re.compile(r"(?<=\d)\s*(?:v(?:erso)?|reverse|об|ob)\b\.?", re.IGNORECASE)
_OWN_LABEL = re.compile(r"(?:pp?|S|С|с)\.\s*(?=\d)")


def place_in_words(locators: Sequence[Locator], usage: Usage = Usage.BOOK) -> str:
    """Return the places in the order given: ``1:140``, ``504 n. 30``, ``box 259, folder 4``."""
    locators = _merged(locator for locator in locators if locator.value.strip())
    kinds = [_kind(locator) for locator in locators]
    words = [_one(kind, place.value, usage) for kind, place in zip(kinds, locators, strict=True)]
    told = ""
    for index, place in enumerate(words):
        pair = tuple(kinds[index - 1 : index + 1]) if index else ()
        if pair == ("volume", "page") and usage is Usage.BOOK:
            told = f"{told.removesuffix(words[index - 1])}{locators[index - 1].value}:{place}"
        elif pair in {("page", "note"), ("folio", "note")}:
            told = f"{told} {place}"
        else:
            told = f"{told}, {place}" if told else place
    return told


def _merged(locators: Iterable[Locator]) -> list[Locator]:
    """Join places of one kind that follow one another: pages 2 and 5 are ``pp. 2, 5``."""
    found: list[Locator] = []
    for locator in locators:
        if found and locator.kind == found[-1].kind:
            found[-1] = Locator(locator.kind, f"{found[-1].value}, {locator.value}")
        else:
            found.append(locator)
    return found


def place_of(text: str, kind: str) -> Locator:
    """Return a place from text such as ``fol. 73-75``; of the given kind where none is named."""
    match = re.fullmatch(r"([^\W\d_]+)\.?\s*(\d.*)", text.strip())
    if match and (_SAME.get(match[1].casefold(), match[1].casefold()) in _LABELS):
        return Locator(match[1], match[2])
    return Locator(kind if text.strip()[:1].isdigit() else "", text)


def _kind(locator: Locator) -> str:
    kind = locator.kind.strip().casefold().rstrip(".")
    return _SAME.get(kind, kind)


def _one(kind: str, value: str, usage: Usage) -> str:
    value = _value(kind, value.strip())
    if kind == "folio":
        value = _VERSO.sub(" об." if usage is Usage.RUSSIAN else "v", value)
        if usage is Usage.TRANSLITERATED:
            value = re.sub(r"(?<=\d)v\b", " ob.", value)
    singular, plural = _labels(usage).get(kind, (kind, kind))
    label = plural if _SEVERAL.search(value) else singular
    if not value or not label or value.casefold().startswith(label.casefold()):
        return value
    return f"{label} {value}"


def _value(kind: str, value: str) -> str:
    if kind == "page":
        value = _OWN_LABEL.sub("", value)
    return _DASH.sub("–", value) if kind in _RANGES else value


def _labels(usage: Usage) -> dict[str, tuple[str, str]]:
    own = {
        Usage.BOOK: {},
        Usage.ARCHIVE: _ARCHIVE,
        Usage.RUSSIAN: _RUSSIAN,
        Usage.TRANSLITERATED: _TRANSLITERATED,
    }
    return _LABELS | own[usage]
