"""Notes on what lies in archives and private hands: the citation style drops where it lies.

The patterns are those of the archives: ``BA-MA, RH 27-3/170, fol. 73–75`` and
``ГАРФ, ф. 5802, оп. 1, д. 124, л. 3 об.``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.records import Locator, Source
from app.reports.csl import UNPUBLISHED, csl_type, short_title
from app.reports.locators import Usage, place_in_words, place_of
from app.reports.marked import joined, quoted
from app.reports.names import direct, names_of, surnames
from app.reports.wording import date_in_words, listed

_DESCRIBED = {"personal_communication", "interview"}
"""Types whose title describes the thing and is not its own: set without quotation marks."""
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_RUSSIAN_ARCHIVES = re.compile(
    r"\b(?:GA\s?RF|RGASPI|RGVA|RGANI|RGALI|RGIA|RGAVMF|RGAE|TsAMO|CAMO|AVP\s?RF|AP\s?RF|TsA\s?FSB|"
    r"TsDAHO|TsDAVO|HDA\s?SBU|GDA\s?SBU)\b",
    re.IGNORECASE,
)
_BARE_FONDS = re.compile(r"(?:[RРAА]-?)?\d+\w?", re.IGNORECASE)
_BARE_FILE = re.compile(r"(\d+\w?)\s*/\s*(\d+\w?)")
_LEAVES = re.compile(r"(.*\S), *(?:folios?|fol\.|ff?\.|Bl\.|лл?\.|ll?\.) *(\d.*)")
_LABELS = {Usage.RUSSIAN: ("ф.", "оп.", "д."), Usage.TRANSLITERATED: ("f.", "op.", "d.")}


def is_archival(source: Source) -> bool:
    """Tell whether a source is cited by where it lies, not by where it was published."""
    if csl_type(source) not in UNPUBLISHED:
        return False
    if source.repository or source.fonds or source.shelfmark:
        return True
    return not (source.container or source.publisher or source.url)


def usage_of(source: Source) -> Usage:
    """Return the words that the repository's own call numbers use."""
    if _CYRILLIC.search(source.repository):
        return Usage.RUSSIAN
    return Usage.TRANSLITERATED if _RUSSIAN_ARCHIVES.search(source.repository) else Usage.ARCHIVE


def call_number(source: Source) -> str:
    """Return repository, fonds and shelfmark as the archive writes them, each part once."""
    fonds, shelfmark = source.fonds, source.shelfmark
    labels = _LABELS.get(usage_of(source))
    if labels:
        if _BARE_FONDS.fullmatch(fonds):
            fonds = f"{labels[0]} {fonds}"
        file = _BARE_FILE.fullmatch(shelfmark)
        if file:
            shelfmark = f"{labels[1]} {file[1]}, {labels[2]} {file[2]}"
    if _bare(shelfmark).startswith(_bare(fonds)):
        fonds = ""
    return joined((source.repository, fonds, shelfmark))


def settled(source: Source) -> Source:
    """Return the source with the leaves that end its shelfmark moved to where pages stand."""
    match = _LEAVES.fullmatch(source.shelfmark)
    if source.page or match is None:
        return source
    return replace(source, shelfmark=match[1], page=f"fol. {match[2]}")


def full_note(source: Source, locators: Sequence[Locator]) -> str:
    """Return the first note on an archival source, without its full stop."""
    return joined((
        *_heading(source),
        joined((source.container, source.volume, source.publisher, source.place)),
        call_number(_untitled(source)),
        _place(source, locators),
    ))  # fmt: skip


def short_note(source: Source, locators: Sequence[Locator]) -> str:
    """Return a later note: the short title and the place; letters keep writer and date."""
    described = csl_type(source) in _DESCRIBED
    title = short_title(source.title)
    who = listed(surnames(source.author))
    if title and (not described or _is_named_in_title(source)):
        who = ""
    return joined((
        who,
        title if described else quoted(title),
        date_in_words(source.date) if described or not title else "",
        call_number(source) if not (title or who) else "",
        place_in_words(_beyond_call_number(source, locators), usage_of(source)),
    ))  # fmt: skip


def entry(source: Source) -> str:
    """Return the entry for the bibliography: where it lies, then what it is; no full stop."""
    lies = call_number(source)
    if lies:
        pages = place_in_words((place_of(source.page, "folio"),), usage_of(source))
        lies = joined((lies, pages))
        who, title, date = _heading(source)
        return joined((lies, joined((who, "" if source.title in lies else title, date))), ". ")
    _, title, date = _heading(source)
    who = "" if _is_named_in_title(source) else listed(_names_for_sorting(source))
    return joined((who, joined((title, date))), " " if who.endswith(".") else ". ")


def _names_for_sorting(source: Source) -> list[str]:
    """Return the first author with the family name in front, the others in order of speech."""
    names = names_of(source.author)
    turned = [joined((name.family, name.given)) for name in names[:1]]
    return [*turned, *(direct(name) for name in names[1:])]


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _untitled(source: Source) -> Source:
    """Leave out of the call number what the title says already."""
    title = source.title.casefold()
    return replace(
        source,
        fonds="" if source.fonds.casefold() in title else source.fonds,
        shelfmark="" if source.shelfmark.casefold() in title else source.shelfmark,
    )


def _beyond_call_number(source: Source, locators: Sequence[Locator]) -> list[Locator]:
    """Leave out the places that the call number names already: its box, its folder."""
    known = f", {call_number(source)},".casefold()
    return [
        locator
        for locator in locators
        if f", {locator.kind} {locator.value},".casefold() not in known
        and f", {locator.value},".casefold() not in known
    ]


def _heading(source: Source) -> tuple[str, str, str]:
    described = csl_type(source) in _DESCRIBED
    authors = listed([direct(name) for name in names_of(source.author)])
    return (
        "" if _is_named_in_title(source) else authors,
        source.title if described else quoted(source.title),
        date_in_words(source.date),
    )


def _is_named_in_title(source: Source) -> bool:
    """``Kononov to Nicolaevsky`` needs no author before it."""
    if csl_type(source) not in _DESCRIBED:
        return False
    return any(name and name in source.title for name in surnames(source.author))


def _place(source: Source, locators: Sequence[Locator]) -> str:
    """Return the extent of the item, then the place meant: ``fol. 73–75, here fol. 75``."""
    usage = usage_of(source)
    here = place_in_words(_beyond_call_number(source, locators), usage)
    kinds = {locator.kind for locator in locators}
    usual = "page" if "page" in kinds and "folio" not in kinds else "folio"
    extent = place_in_words((place_of(source.page, usual),), usage)
    if not extent or not here or here.startswith(extent):
        return here or extent
    return f"{extent}, here {here}"
