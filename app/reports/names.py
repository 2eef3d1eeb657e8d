"""Names of authors as a sheet gives them, taken apart for notes and bibliographies."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARTICLES = {
    "von", "van", "de", "der", "den", "du", "da", "di", "del", "della", "la", "le",
    "zu", "zum", "zur", "af", "av", "al", "el", "ibn", "bin", "фон", "де",
}  # fmt: skip
_AND = re.compile(r"\s+(?:and|und|et|и)\s+|\s*&\s*")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+")
_PATRONYMIC = re.compile(r".+(?:[ое]вич|ич|[ое]вна|ична|[oe]vi[ct]h|i[ct]h|[oe]vna|ichna)", re.I)
_CAPITALISED = r"[^\W\d_a-zа-яё][\w.’'-]*"
_TURNED = re.compile(rf"(?:[a-z]+ )*{_CAPITALISED}, {_CAPITALISED}(?: {_CAPITALISED})*")
_INSTITUTION = re.compile(
    r"\d|[()\[\]/]|(?<!von )(?<!van )\bder\b|"
    r"\b(?:of|for|the|des|für|Division|Regiment|Army|Armee|Korps|Corps|Staff|Stab|Bureau|Office|"
    r"Amt|Ministry|Committee|Institute|Institut|Archiv\w*|Commission|NKVD|OKW|OKH|Ic|Abteilung|"
    r"Section|Department|Museum|University|Press)\b|"
    r"\w(?:kommandantur|kommando|gericht|verwaltung|ministerium|kommission|комиссия|отдел)\b"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in two parts, or an institution's, which is all ``family``."""

    family: str
    given: str = ""


def names_of(text: str) -> tuple[Name, ...]:
    """Take an author field apart.

    Several names are parted by ``;``, by *and*, or by commas where each has two words. A name is
    ``Family, Given``, ``Given Family``, or in Russian order (``Кононов И. Н.``).
    """
    if ";" in text:
        pieces = text.split(";")
    elif _INSTITUTION.search(text):
        pieces = [text.replace(",", "\0")]
    else:
        pieces = [name for piece in _AND.split(text) for name in _parted(piece)]
    return tuple(_name(piece.strip()) for piece in pieces if piece.strip())


def _parted(text: str) -> list[str]:
    """Part ``A. Smith, C. Jones`` at its comma, but not ``Smith, A.``."""
    pieces = text.split(",")
    return pieces if all(len(piece.split()) > 1 for piece in pieces) else [text]


def _name(text: str) -> Name:
    if "," in text:
        family, given = (part.strip() for part in text.split(",", 1))
        return Name(family, given)
    words = text.split()
    if len(words) < 2 or _INSTITUTION.search(text):
        return Name(text.replace("\0", ","))
    if _is_family_first(words):
        return Name(words[0], " ".join(words[1:]))
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    return Name(" ".join(words[first:]), " ".join(words[:first]))


def _is_family_first(words: list[str]) -> bool:
    if _INITIAL.fullmatch(words[0]):
        return False
    if all(_INITIAL.fullmatch(word) for word in words[1:]):
        return True
    return (
        len(words) == 3
        and not _PATRONYMIC.fullmatch(words[1])
        and bool(_PATRONYMIC.fullmatch(words[2]))
    )


def direct(name: Name) -> str:
    """Return the name in the order of speech: ``Ivan Kononov``."""
    return f"{name.given} {name.family}".strip()


def surnames(text: str) -> tuple[str, ...]:
    """Return the family names in an author field, as short notes use them."""
    return tuple(name.family for name in names_of(text))


def spoken(text: str) -> str:
    """Return a name or names in the order of speech where the sheet has turned them round.

    ``Petrov, Igor; Beyda, Oleg`` becomes ``Igor Petrov and Oleg Beyda``; all else stays.
    """
    pieces = [piece.strip() for piece in text.split(";") if piece.strip()]
    if not all(_TURNED.fullmatch(piece) or "," not in piece for piece in pieces):
        return text
    names = [direct(_name(piece)) if "," in piece else piece for piece in pieces]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
