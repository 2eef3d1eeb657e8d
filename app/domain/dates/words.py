"""Every word and phrase of a date in English, German and Russian, in one table."""

from __future__ import annotations

from app.domain.dates.roles import Role, Token, Words
from app.domain.dates.words_english import ENGLISH
from app.domain.dates.words_german import COMPOUNDS, GERMAN, SEASON_PARTS
from app.domain.dates.words_numbers import NUMBER_WORDS
from app.domain.dates.words_russian import RUSSIAN
from app.domain.dates.words_times import TIME_WORDS

_TENS = ("", "X", "XX", "XXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")

ROMAN: dict[str, int] = {
    tens + ones: 10 * i + j for i, tens in enumerate(_TENS) for j, ones in enumerate(_ONES) if i + j
}
"""Roman numbers from 1 to 39, in capital Latin letters."""
CYRILLIC_ROMAN = str.maketrans("ХІ", "XI")
"""Cyrillic capitals that stand for Roman ones."""


def folded(text: str) -> str:
    """Return the form under which a word stands in the table: no capitals, е for ё."""
    return text.casefold().replace("ё", "е")


def _phrases(listed: str) -> list[str]:
    return [folded(" ".join(phrase.split())) for phrase in listed.split(",")]


def _table() -> dict[str, tuple[Token, ...]]:
    found: dict[str, tuple[Token, ...]] = {}
    rows: tuple[Words, ...] = (*NUMBER_WORDS, *ENGLISH, *GERMAN, *RUSSIAN, *TIME_WORDS)
    for role, value, of, listed in rows:
        found.update((each, (Token(role, value, of, each),)) for each in _phrases(listed))
    for season, third, listed in SEASON_PARTS:
        for each in _phrases(listed):
            parts = Token(Role.PART, third, 3, each), Token(Role.SEASON, season, 0, each)
            found[each] = parts
    for month, name in _MONTHS.items():
        for role, of, listed in COMPOUNDS:
            for ending in _phrases(listed):
                each = folded(name + ending)
                found[each] = Token(role, 0, of, each), Token(Role.MONTH, month, 0, each)
    return found


_MONTHS = {row[1]: row[3].split(",")[0] for row in GERMAN if row[0] is Role.MONTH}
_MONTHS |= {4: "april", 8: "august", 9: "september", 11: "november"}


PHRASES: dict[str, tuple[Token, ...]] = _table()
"""The parts that a phrase plays, by its folded words with single spaces and without full stops."""


def _longest() -> dict[str, int]:
    counts: dict[str, int] = {}
    for phrase in PHRASES:
        words = phrase.split(" ")
        counts[words[0]] = max(counts.get(words[0], 0), len(words))
    return counts


LONGEST: dict[str, int] = _longest()
"""How many words the longest phrase has that begins with a word."""
