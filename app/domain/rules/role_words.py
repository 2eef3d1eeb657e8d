"""The role of a date point, as far as its question says it plainly: born, died, disbanded.

A role bounds the other dates of the subject, so a role taken wrongly raises false alarms; where
a question may mean something else it has none. What may well come after an end (a burial, a book
printed) is *posthumous*; what is not of the subject itself (the birth of a son) is *unbound*.
"""

from __future__ import annotations

import re

from app.domain.answers import Kind
from app.domain.names import fold
from app.domain.rules.beyond_life import may_come_after, tells_of_others


def _folded(text: str) -> str:
    return fold(text).replace("ё", "е")


def _words(text: str) -> frozenset[str]:
    return frozenset(_folded(text).split())


_PERSON, _UNIT = "person", "unit"
_BIRTH = """
    birth birthdate birthday birthyear born geboren geburt geburtsdatum geburtstag geburtsjahr
    рождение рождения рожден рождена родился родилась"""
_DEATH = """
    death die died dies deceased executed execution killed murdered murder assassinated
    assassination beheaded hanged drowned perish perished
    gestorben verstorben starb tod todes todesdatum todesjahr todestag sterbedatum sterbejahr
    sterbetag hingerichtet hinrichtung ermordet ermordung gefallen getotet
    умер умерла смерть смерти скончался скончалась погиб погибла гибель гибели убит убита
    расстрелян расстреляна казнен казнена казнь казни кончина кончины"""
_FORMATION = """
    formed formation raised established founded founding
    aufgestellt aufstellung gegrundet grundung gebildet
    сформирован сформирована сформировано формирование формирования образован образована создан
    создана"""
_DISBANDMENT = """
    disbanded disbandment dissolved dissolution aufgelost auflosung
    расформирован расформирована расформировано расформирование расформирования"""
_PLAIN = (
    ("birth", _PERSON, _words(_BIRTH)),
    ("death", _PERSON, _words(_DEATH)),
    ("formation", _UNIT, _words(_FORMATION)),
    ("disbandment", _UNIT, _words(_DISBANDMENT)),
)
_SMALL_WORDS = """
    a an the of in on at what which when was is were are did does do has had be been get it its he
    his him she her they their date day month year time s
    der das den dem des wann war wurde ist welchem welchen welches jahr jahre tag tage monat
    datum zeitpunkt er sein seine seiner sie ihr ihre ihrer es
    в каком году какого числа когда был была было его ее их он она оно дата день месяц год"""
_SMALL = _words(_SMALL_WORDS)
_SMALL_OF_PERSONS = _words("o n old new style calendar julian gregorian")
_UNIT_WORDS = """
    officially formally finally offiziell endgultig официально окончательно
    unit regiment division battalion brigade company squadron corps army legion platoon battery
    detachment militia flotilla
    einheit verband bataillon kompanie schwadron armee korps legion batterie abteilung freikorps
    полк полка дивизия дивизии дивизию батальон батальона бригада бригады рота роты эскадрон
    корпус корпуса армия армии отряд отряда часть части легион"""
_SMALL_OF_UNITS = _words(_UNIT_WORDS)
_UNIT_PATTERN = re.compile(
    r"(?:regiment|bataillon|battalion|division|brigade|kompanie|schwadron|squadron|freikorps"
    r"|grenadier|husaren|dragoner|ulanen)s?\b"
    r"|\b(?:полк|дивизи[яи]|батальон|бригад[аы]|эскадрон|отряд|корпус|рифлз)\b"
    r"|\b(?:army|corps|legion|rifles|guards|fusiliers|hussars|dragoons|lancers|volunteers)\b"
)
_THING = _words("it its")
_PLACE_OR_CAUSE = r"(?:in|at|on|near|by|of|from|bei|zu|von|durch|an|am|im|auf|под|в|на|от|при|у)"
_TOLD_BY_VERB = {
    "birth": r"(?:born|geboren|родил(?:ся|ась))",
    "death": r"(?:died?|killed|executed|murdered|perish(?:ed)?|starb|умер(?:ла)?"
    r"|погиб(?:ла)?|убита?|казнена?|скончал(?:ся|ась))",
}
_FURTHER = {
    role: re.compile(rf"(?P<before>.*?)\b{verb} {_PLACE_OR_CAUSE} (?P<after>[^,;]+)")
    for role, verb in _TOLD_BY_VERB.items()
}
_OTHER_CLAUSE = re.compile(r"\b(?:and|that|which|who|where|und|и|что|кто|где)\b")


def role_of(question: str, kind: Kind, subject: str, subject_kind: str = "") -> str:
    """Return the role that a question about a subject says plainly, else an empty text.

    *When was he born?* is a birth; *birth of his son* is not, for more than the birth is asked.
    """
    sort = _sort_of(subject, subject_kind.casefold())
    if kind is not Kind.DATE or not sort:
        return ""
    text = " ".join(re.findall(r"\w+", _folded(question)))
    names = re.findall(r"\w+", _folded(subject))
    words = [word for word in text.split() if not any(_is_name(word, name) for name in names)]
    small = _SMALL | (_SMALL_OF_UNITS if sort == _UNIT else _SMALL_OF_PERSONS)
    left, rest = {word for word in words if word not in small}, " ".join(words)
    # It is an order, not a person, that is executed.
    of_thing = not _THING.isdisjoint(words)
    if role := _plain_role(left, sort, of_thing=of_thing) or _further_role(rest, sort):
        return role
    if tells_of_others(rest, is_unit=sort == _UNIT):
        return "unbound"
    return "posthumous" if may_come_after(rest, is_unit=sort == _UNIT) else ""


def _sort_of(subject: str, subject_kind: str) -> str:
    """Return whether a subject is a person or a unit; one of no kind is read from its name."""
    if subject_kind in (_PERSON, _UNIT):
        return subject_kind
    if subject_kind:
        return ""
    return _UNIT if _UNIT_PATTERN.search(_folded(subject)) else _PERSON


def _plain_role(left: set[str], sort: str, *, of_thing: bool) -> str:
    for role, of_sort, told in _PLAIN:
        # German has an article that is written as the English verb is.
        if sort == of_sort and left & told and left <= told | {"die"}:
            return "" if role == "death" and of_thing else role
    return ""


def _further_role(text: str, sort: str) -> str:
    """Return the role of a question that adds a place or cause, as *died in Riga*."""
    for role, pattern in _FURTHER.items():
        match = pattern.fullmatch(text)
        if sort != _PERSON or match is None or _OTHER_CLAUSE.search(text):
            continue
        if all(word in _SMALL for word in match["before"].split()):
            return role
    return ""


def _is_name(word: str, name: str) -> bool:
    """Tell whether a word is a name in any case: *Кононова* of *Кононов*."""
    stem = name[: max(4, len(name) - 2)]
    return word == name or (len(name) >= len(stem) >= 4 and word.startswith(stem))
