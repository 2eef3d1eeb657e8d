"""The role of a date point, as far as its question says it plainly: born, died, disbanded."""

from __future__ import annotations

import re

from app.domain.answers import Kind
from app.domain.names import fold


def _folded(text: str) -> str:
    return fold(text).replace("ё", "е")


def _words(text: str) -> frozenset[str]:
    return frozenset(_folded(text).split())


_PERSON, _UNIT = ("person", ""), ("unit",)
_BIRTH = """
    birth birthdate birthday born geboren geburt geburtsdatum geburtstag geburtsjahr
    рождение рождения родился родилась"""
_DEATH = """
    death die died executed execution killed perish perished
    gestorben starb tod todes todesdatum todesjahr todestag sterbedatum hingerichtet hinrichtung
    умер умерла смерть смерти скончался скончалась погиб погибла гибель гибели казнен казнена
    казнь казни"""
_FORMATION = """
    formed formation raised established founded founding
    aufgestellt aufstellung gegrundet grundung
    сформирован сформирована формирование формирования образован образована"""
_DISBANDMENT = """
    disbanded disbandment dissolved dissolution aufgelost auflosung
    расформирован расформирована расформирование расформирования"""
_PLAIN = (
    ("birth", _PERSON, _words(_BIRTH)),
    ("death", _PERSON, _words(_DEATH)),
    ("formation", _UNIT, _words(_FORMATION)),
    ("disbandment", _UNIT, _words(_DISBANDMENT)),
)
_AFTERWARDS = """
    award biograph body buri canoni estate exhum funeral grave heir inherit inform legend memorial
    monument named news notif obit plaque posthum probate publication published reburi rehabilit
    remains statue widow
    beerdig begrab beigesetzt beisetz denkmal erschien grab leiche nachlass nachricht nachruf
    veroffentlich witwe
    вдов захорон извест издан канониз могил некролог опублик останк памятник погреб посмерт
    похорон реабилит"""
"""Beginnings of words that tell of what may well come after a death."""
_AFTERWARDS_PATTERN = re.compile(rf"\b({'|'.join(sorted(_words(_AFTERWARDS)))})")
_SMALL_WORDS = """
    a an the of in on at what which when was were is did does do has had be been get it its he his
    him she her they their date day month year time s
    der das den dem des wann war wurde ist welchem welchen jahr tag monat datum er sein seine
    seiner sie ihr ihre ihrer es
    в каком году когда был была было его ее их он она оно дата день месяц год"""
_SMALL = _words(_SMALL_WORDS)


def role_of(question: str, kind: Kind, subject: str, subject_kind: str = "") -> str:
    """Return the role that a question about a subject says plainly, else an empty text.

    *When was he born?* is a birth; *birth of his son* is not, for more than the birth is asked.
    """
    if kind is not Kind.DATE:
        return ""
    folded = _folded(question)
    words = re.findall(r"\w+", folded)
    names = re.findall(r"\w+", _folded(subject))
    left = {w for w in words if w not in _SMALL and not any(_is_name(w, n) for n in names)}
    for role, kinds, told in _PLAIN:
        # German has an article that is written as the English verb is.
        if subject_kind.casefold() in kinds and left & told and left <= told | {"die"}:
            return role
    if subject_kind.casefold() in _PERSON and _AFTERWARDS_PATTERN.search(folded):
        return "posthumous"
    return ""


def _is_name(word: str, name: str) -> bool:
    """Tell whether a word is a name in any case: *Кононова* of *Кононов*."""
    stem = name[: max(4, len(name) - 2)]
    return word == name or (len(name) >= len(stem) >= 4 and word.startswith(stem))
