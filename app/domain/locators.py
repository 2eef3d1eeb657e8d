"""Places in a source as historians write them: ``fol. 73–75``, ``vol. I, p. 120-123; n. 30``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.domain.records import Locator

_WORDS = {
    "page": "p pp page pages s seite seiten с стр страница",
    "folio": "f ff fol fols folio folios bl blatt л лл лист листы",
    "note": "n nn note notes fn footnote footnotes anm fußnote прим примечание сноска",
    "volume": "vol vols volume volumes bd band т том",
    "number": "no nos nr number № номер",
    "column": "col cols column columns sp spalte стб столбец",
    "line": "l ll line lines z zeile строка",
    "chapter": "ch chap chapter chapters kap kapitel гл глава",
    "section": "sec section sections § abschnitt раздел",
    "paragraph": "para paragraph abs absatz абз абзац",
    "table": "table tables tab tabelle табл таблица",
    "figure": "fig figure figures abb abbildung рис",
    "part": "part pt teil ч часть",
    "book": "book buch кн книга",
    "box": "box boxes karton kasten кор коробка",
    "folder": "folder folders mappe папка",
    "reel": "reel reels rolle ролик",
    "file": "file akte дело д",
    "item": "item stück",
    "document": "document documents doc dok dokument док документ",
    "map": "map karte карта",
    "minute": "min minute minutes at",
    "entry": "entry entries eintrag запись",
    "appendix": "appendix app anhang прил приложение",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
KINDS = tuple(_WORDS)
"""The kinds of place that are known by name, in English."""

_PLACE = re.compile(r"^(?P<word>[^\W\d_]+|[§№])\.?\s*(?P<value>.*)$", re.DOTALL)

_VERSO = re.compile(
    r"(?<=\d)\s*(?:об(?:орот)?|ob|v(?:erso)?|vo|rück(?:s(?:eite)?)?|rs|reverse)\b\.?", re.IGNORECASE
)
_RECTO = re.compile(r"(?<=\d)\s*(?:лиц|r(?:ecto)?|vorders(?:eite)?)\b\.?", re.IGNORECASE)
"""Words for the back and the front of a leaf, behind its number."""


def read_locators(text: str) -> tuple[Locator, ...]:
    """Read one or several places, parted by ``;`` or by ``,`` before another kind of place.

    A bare number is a page; words that name no known kind are kept whole, with an empty kind.
    """
    found: list[Locator] = []
    for part in re.split(r"\s*[;]\s*", text.strip()):
        for piece in re.split(r"\s*,\s*", part):
            if piece:
                _add(found, piece)
    return tuple(found)


def _add(found: list[Locator], piece: str) -> None:
    match = _PLACE.match(piece)
    kind = _KINDS.get(match["word"].casefold()) if match else None
    if match and kind and (match["value"] or not found):
        found.append(Locator(kind, match["value"]) if match["value"] else Locator("", piece))
    elif found and not _stands_alone(piece):
        last = found[-1]
        found[-1] = Locator(last.kind, f"{last.value}, {piece}")
    else:
        found.append(Locator("page" if piece[0].isdigit() else "", piece))


def _stands_alone(piece: str) -> bool:
    return not piece[0].isdigit()


def places_in_words(locators: Iterable[Locator]) -> str:
    """Return the places as they are shown: in English throughout, the back of a leaf as ``44v``.

    Only ``locators_in_words`` may be edited and kept again: it leaves the words as they are.
    """
    return "; ".join(f"{locator.kind} {_leaf(locator)}".strip() for locator in locators)


def _leaf(locator: Locator) -> str:
    if locator.kind != "folio":
        return locator.value
    return _RECTO.sub("r", _VERSO.sub("v", locator.value))


def locators_in_words(locators: Iterable[Locator]) -> str:
    """Return the places as a text that ``read_locators`` reads back."""
    return "; ".join(f"{locator.kind} {locator.value}".strip() for locator in locators)
