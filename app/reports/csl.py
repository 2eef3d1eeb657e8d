"""A source as a CSL item whose texts are tokens, so that the citation engine never alters them.

The engine arranges and punctuates; it would also change case, split page ranges inside titles
and read markup. It is given one token for each text and the texts are put in afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from app.domain.records import Source
from app.reports.names import Name, names_of
from app.reports.wording import date_in_words

TOKEN = "\ufdee"
LOCATOR = f"{TOKEN}locator{TOKEN}"

_BOOK = "book"
_TYPES = {
    "book": _BOOK, "monograph": _BOOK, "memoir": _BOOK, "memoirs": _BOOK, "edition": _BOOK,
    "collection": _BOOK, "edited volume": _BOOK, "reference": _BOOK, "diary": _BOOK,
    "buch": _BOOK, "книга": _BOOK, "pamphlet": "pamphlet", "brochure": "pamphlet",
    "chapter": "chapter", "book chapter": "chapter", "book section": "chapter",
    "incollection": "chapter", "essay": "chapter", "inbook": "chapter",
    "entry": "entry-encyclopedia", "encyclopedia entry": "entry-encyclopedia",
    "dictionary entry": "entry-dictionary", "lexicon": "entry-encyclopedia",
    "article": "article-journal", "journal article": "article-journal",
    "journal": "article-journal",
    "aufsatz": "article-journal", "статья": "article-journal", "review": "article-journal",
    "magazine": "article-magazine", "magazine article": "article-magazine",
    "newspaper": "article-newspaper", "newspaper article": "article-newspaper",
    "web": "webpage", "web page": "webpage", "website": "webpage", "webpage": "webpage",
    "blog": "post-weblog", "blog post": "post-weblog", "post": "post-weblog",
    "thesis": "thesis", "dissertation": "thesis", "phd thesis": "thesis",
    "letter": "personal_communication", "brief": "personal_communication",
    "письмо": "personal_communication", "telegram": "personal_communication",
    "correspondence": "personal_communication", "email": "personal_communication",
    "interview": "interview", "oral history": "interview", "manuscript": "manuscript",
    "typescript": "manuscript", "film": "motion_picture", "speech": "speech",
}  # fmt: skip
_CSL_TYPES = frozenset(_TYPES.values()) | {
    "article-journal", "article-magazine", "article-newspaper", "entry-encyclopedia",
    "entry-dictionary", "paper-conference", "personal_communication", "post-weblog",
    "motion_picture", "report", "map", "dataset", "graphic", "legal_case", "legislation",
    "treaty", "patent", "broadcast", "document",
}  # fmt: skip
UNPUBLISHED = frozenset(
    ("personal_communication", "interview", "manuscript", "report", "document", "speech")
)
"""Types that may lie in an archive only."""
_PERIODICAL = {"article-magazine", "article-newspaper"}
_PLAIN_PAGES = re.compile(r"\d+(?:[-–]\d+)?")
_TEXTS = {
    "title": "title", "container": "container-title", "publisher": "publisher",
    "place": "publisher-place", "url": "URL",
}  # fmt: skip


_MAIN_TITLE_END = re.compile(r":\s|(?<=\w{3}\.)\s(?=[^\W\d_a-zа-яё]|[“„«\"(])|(?<=[?!])\s|\s[–—]\s")


def csl_type(source: Source) -> str:
    """Return the CSL type that a source's own type means; judged by its fields where unknown.

    A letter or document that is printed in a volume, or stands on the web, is cited as such.
    """
    found = _named_type(source.type)
    if found not in UNPUBLISHED or source.repository or source.fonds or source.shelfmark:
        return found
    if source.container:
        return "article-journal" if source.volume or source.issue else "chapter"
    if source.url:
        return "webpage"
    return _BOOK if source.publisher and found == "document" else found


def _named_type(text: str) -> str:
    word = " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
    for name in (text.strip().casefold(), word.replace(" ", "-")):
        if name in _CSL_TYPES:
            return name
    return _TYPES.get(word, "document")


def short_title(title: str) -> str:
    """Return the title up to its first colon or the end of its first sentence."""
    cut = _MAIN_TITLE_END.split(title, maxsplit=1)[0]
    return cut.strip().removesuffix(".") or title


@dataclass(frozen=True, slots=True)
class _Whole:
    """The title of a whole volume, and what a sheet has written behind it."""

    title: str
    editors: str = ""
    edition: str = ""
    volume: str = ""


_EDITORS = re.compile(
    r",\s*(?:eds?\.(?: by)?|edited by|hrsg\.(?: von)?|hg\.(?: von)?|под ред\.)\s+"
    r"(?P<editors>[^,].*)",
    re.IGNORECASE,
)
_EDITION = re.compile(r",\s*(?P<edition>\d[^,]*\b(?:ed|edn|edition|Aufl|Auflage|изд)\b\.?)$")
_VOLUME = re.compile(r",\s*(?:vol|Bd|т)\.\s*(?P<volume>[\dIVXLC]+)$")


def _whole(title: str) -> _Whole:
    """Take ``Title, 2nd ed., ed. A. Editor`` apart."""
    found: dict[str, str] = {}
    for pattern in (_EDITORS, _EDITION, _VOLUME, _EDITION):
        match = pattern.search(title)
        if match and title[: match.start()].strip():
            found |= match.groupdict()
            title = title[: match.start()]
    return _Whole(title.strip(), **found)


class Item:
    """A CSL item of tokens, and the texts that they stand for."""

    def __init__(self, source: Source) -> None:
        self.texts: dict[str, str] = {}
        self.type = csl_type(source)
        self.fields: dict[str, Any] = {"type": self.type, "language": "und"}
        whole = _whole(source.container or source.title)
        if source.container:
            source = replace(source, container=whole.title)
        else:
            source = replace(source, title=whole.title)
        for field, variable in _TEXTS.items():
            self._put(variable, getattr(source, field))
        self._put("title-short", short_title(source.title))
        self._put("edition", whole.edition)
        self._dates(source)
        self._numbers(source, source.volume or whole.volume)
        self._people("author", source.author)
        if whole.editors:
            self._people("editor", whole.editors)

    def _put(self, variable: str, text: str) -> None:
        if text.strip():
            self.fields[variable] = self._token(variable, text.strip())

    def _token(self, name: str, text: str) -> str:
        token = f"{TOKEN}{name}{TOKEN}"
        self.texts[token] = text
        return token

    def _dates(self, source: Source) -> None:
        issue = f"no. {source.issue}" if self.type in _PERIODICAL and source.issue else ""
        date = ", ".join(part for part in (issue, date_in_words(source.date)) if part)
        for variable, text in (("issued", date), ("accessed", date_in_words(source.accessed))):
            if text:
                self.fields[variable] = {"literal": self._token(variable, text)}

    def _numbers(self, source: Source, volume: str) -> None:
        if _PLAIN_PAGES.fullmatch(source.page.strip()):
            self.fields["page"] = source.page.strip()
        else:
            self._put("page", source.page)
        for variable, text in (("volume", volume.strip()), ("issue", source.issue.strip())):
            if text.isdecimal():
                self.fields[variable] = text
            elif text:
                self.fields[variable] = self._token(variable, text)

    def _people(self, role: str, field: str) -> None:
        self.fields[role] = [
            self._name(f"{role}{number}", name) for number, name in enumerate(names_of(field))
        ]

    def _name(self, role: str, name: Name) -> dict[str, str]:
        parts = {"family": self._token(f"{role}-family", name.family)}
        if name.given:
            parts["given"] = self._token(f"{role}-given", name.given)
        return parts
