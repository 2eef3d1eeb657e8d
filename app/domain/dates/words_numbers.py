"""Ordinal numbers and decades written out, as centuries and the thirties are."""

from __future__ import annotations

from app.domain.dates.roles import Role, Words

_ORDINALS = (
    ("first", "erst", "перв"),
    ("second", "zweit", "втор"),
    ("third", "dritt", "трет"),
    ("fourth", "viert", "четверт"),
    ("fifth", "fünft", "пят"),
    ("sixth", "sechst", "шест"),
    ("seventh", "siebt", "седьм"),
    ("eighth", "acht", "восьм"),
    ("ninth", "neunt", "девят"),
    ("tenth", "zehnt", "десят"),
    ("eleventh", "elft", "одиннадцат"),
    ("twelfth", "zwölft", "двенадцат"),
    ("thirteenth", "dreizehnt", "тринадцат"),
    ("fourteenth", "vierzehnt", "четырнадцат"),
    ("fifteenth", "fünfzehnt", "пятнадцат"),
    ("sixteenth", "sechzehnt", "шестнадцат"),
    ("seventeenth", "siebzehnt", "семнадцат"),
    ("eighteenth", "achtzehnt", "восемнадцат"),
    ("nineteenth", "neunzehnt", "девятнадцат"),
    ("twentieth", "zwanzigst", "двадцат"),
)
"""Ordinal numbers from 1: the English word, the German and the Russian stem."""

_GERMAN_ENDINGS = ("e", "en", "er", "es", "em")
_HARD = ("ый", "ой", "ого", "ому", "ым", "ом", "ая", "ую", "ое")
_SOFT = ("ий", "ьего", "ьему", "ьим", "ьем", "ья", "ьей", "ью", "ье")

_DECADES = {
    20: ("twenties", "zwanziger", "двадцат"),
    30: ("thirties", "dreißiger", "тридцат"),
    40: ("forties", "vierziger", "сороков"),
    50: ("fifties", "fünfziger", "пятидесят"),
    60: ("sixties", "sechziger", "шестидесят"),
    70: ("seventies", "siebziger", "семидесят"),
    80: ("eighties", "achtziger", "восьмидесят"),
    90: ("nineties", "neunziger", "девяност"),
}


def _russian(stem: str) -> list[str]:
    return [stem + ending for ending in (_SOFT if stem == "трет" else _HARD)]


def _ordinals() -> list[Words]:
    rows: list[Words] = []
    for index, (english, german, russian) in enumerate(_ORDINALS, start=1):
        forms = [english, *(german + end for end in _GERMAN_ENDINGS), *_russian(russian)]
        rows.append((Role.ORDINAL, index, 0, ", ".join(forms)))
    rows.append((Role.ORDINAL, 21, 0, "einundzwanzigsten, twenty first, двадцать первого"))
    return rows


def _decades() -> list[Words]:
    rows: list[Words] = []
    for value, (english, german, russian) in _DECADES.items():
        forms = [english, german, german + "n", german + "jahre", german + "jahren"]
        forms += [russian + ending for ending in ("ые", "ых", "ым", "ыми")]
        rows.append((Role.DECADE, value, 2, ", ".join(forms)))
    return rows


NUMBER_WORDS: tuple[Words, ...] = (*_ordinals(), *_decades())
