"""From the text of a quantity to words and signs with their sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from app.domain.quantities.nouns import MONEY_CODES, MONEY_SIGNS, NOUNS
from app.domain.quantities.number_words import FRACTIONS, SCALES, Scale, read_cardinal
from app.domain.quantities.phrases import (
    ENGLISH,
    GERMAN,
    REFUSED,
    RUSSIAN,
    SIGNS,
    Language,
    Sense,
    split_phrases,
)
from app.domain.quantities.units import FORMS, Unit


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, sign or phrase of the text."""

    sense: Sense
    text: str
    language: Language = Language.NONE
    value: Fraction = Fraction(0)
    upper: Fraction = Fraction(0)
    """Upper end, for words that mean a span."""
    scale: Scale | None = None
    unit: Unit | None = None
    glued: bool = False
    """Whether no space parts it from the token before."""


_ARTICLES: Final = {
    "a": Language.ENGLISH,
    "an": Language.ENGLISH,
    "ein": Language.GERMAN,
    "eine": Language.GERMAN,
    "einen": Language.GERMAN,
    "einem": Language.GERMAN,
    "einer": Language.GERMAN,
    "eines": Language.GERMAN,
}
_FEW: Final = {
    Language.ENGLISH: "few; a few; several; some few; a handful; a handful of; handful",
    Language.GERMAN: "einige; einigen; einiger; ein paar; mehrere; mehreren; mehrerer; etliche;"
    " etlichen; eine handvoll; wenige; wenigen",
    Language.RUSSIAN: "несколько; нескольких; нескольким; несколькими; горстка; горстку",
}
_TWO: Final = {Language.ENGLISH: "a couple; a couple of; couple; couple of; a pair; a pair of"}
_MOST: Final = {
    Language.ENGLISH: "most; the majority; a majority; majority",
    Language.GERMAN: "mehrheit; die meisten; die mehrheit; der grösste teil; der größte teil",
    Language.RUSSIAN: "большинство; большая часть; большей частью",
}
_LESSER: Final = {
    Language.ENGLISH: "a minority; the minority; minority",
    Language.GERMAN: "minderheit; eine minderheit; die minderheit",
    Language.RUSSIAN: "меньшинство",
}

_AND_A_PART: Final = {
    (Language.ENGLISH, 2): "and a half; and one half",
    (Language.ENGLISH, 3): "and a third; and one third",
    (Language.ENGLISH, 4): "and a quarter; and one quarter",
    (Language.GERMAN, 2): "und ein halb; und eine halbe; und ein halber; und ein halbes",
    (Language.GERMAN, 4): "und ein viertel",
    (Language.RUSSIAN, 2): "с половиной",
    (Language.RUSSIAN, 3): "с третью",
    (Language.RUSSIAN, 4): "с четвертью",
}

_TOKEN = re.compile(
    r"""
      (?P<ordinal>  [0-9]+(?:st|nd|rd|th|-?(?:го|му|ая|ой|ый|ое|ые|ых|й|я|е))\b
                  | [0-9]+\.(?=\s*[^\W\d_]) )
    | (?P<numeral>  [0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?
                  | [0-9]+(?:[.,'][0-9]+)*
                  | (?<![^\s(\[<>=~±-])[.,][0-9]+ )
      (?:-(?:ти|тью|х|ми|м|и)\b)?
    | (?P<raised>   [^\W\d_]+\^?[23](?![\d\w]) )
    | (?P<rate>     (?:km|m|км|м)/(?:h|s|std|ч|с)\b )
    | (?P<degree>   °\s?(?:re|[cfrс])?\b | ° )
    | (?P<after>    -odd\b )
    | (?P<word>     [^\W\d_]+(?:'[^\W\d_]+)* )(?:\.(?!\.))?
    | (?P<sign>     \+/- | >= | <= | \.{2,3} | \S )
    """,
    re.VERBOSE,
)


def tokens_of(folded: str) -> list[Token]:
    """Return the tokens of a folded text, longest phrases first."""
    bare = list(_scan(folded))
    found: list[Token] = []
    at = 0
    while at < len(bare):
        token, length = _longest(bare, at)
        found.append(replace(token, glued=bare[at].glued))
        at += length
    return found


def _scan(folded: str) -> Iterator[Token]:
    end = 0
    for match in _TOKEN.finditer(folded):
        glued = match.start() == end and end > 0
        end = match.end()
        kind = match.lastgroup or "sign"
        yield from _bare_tokens(kind, match[kind], glued=glued)


def _bare_tokens(kind: str, text: str, *, glued: bool) -> Iterator[Token]:
    if kind == "raised" and text not in FORMS:
        kind = "word"
    if kind == "numeral":
        yield Token(Sense.NUMERAL, text, glued=glued)
    elif kind == "ordinal":
        yield Token(Sense.ORDINAL, text, glued=glued)
    elif kind == "after":
        yield Token(Sense.ABOUT_AFTER, text, Language.ENGLISH, glued=glued)
    elif kind == "sign":
        yield _sign(text, glued=glued)
    elif kind in {"raised", "rate", "degree"}:
        text = "".join(text.split())
        unit, language = FORMS.get(text, (None, Language.NONE))
        yield Token(Sense.UNIT if unit else Sense.WORD, text, language, unit=unit, glued=glued)
    else:
        yield from _split_word(text, glued=glued)


def _sign(text: str, *, glued: bool) -> Token:
    if text in FORMS:
        return Token(Sense.UNIT, text, unit=FORMS[text][0], glued=glued)
    if text in MONEY_SIGNS:
        return Token(Sense.MONEY, text, glued=glued)
    return Token(SIGNS.get(text, Sense.SIGN), text, glued=glued)


_HALF_OF: Final = re.compile(r"пол(?=.{3})")


def _split_word(word: str, *, glued: bool) -> Iterator[Token]:
    """Yield a word; Russian ``полмиллиона`` becomes ``пол миллиона``."""
    rest = _HALF_OF.sub("", word, count=1) if word.startswith("пол") else word
    known = rest in FORMS or rest in SCALES[Language.RUSSIAN]
    if rest != word and known and word not in FORMS and read_cardinal(word) is None:
        yield Token(Sense.WORD, "пол", Language.RUSSIAN, glued=glued)
        yield Token(Sense.WORD, rest, Language.RUSSIAN, glued=True)
    else:
        yield Token(Sense.WORD, word, glued=glued)


def _longest(bare: list[Token], at: int) -> tuple[Token, int]:
    if bare[at].sense is not Sense.WORD:
        return bare[at], 1
    words: list[str] = []
    for token in bare[at : at + _LONGEST_PHRASE]:
        if token.sense is not Sense.WORD:
            break
        words.append(token.text)
    known, length = _phrase(words)
    is_bound = known is not None and known.sense in (Sense.OR_MORE, Sense.OR_LESS)
    if (
        is_bound
        and length > 1
        and (_phrase(words[1:])[1] >= length or _is_number(bare[at + length : at + length + 1]))
    ):
        known, length = _PHRASES.get((words[0],)), 1  # “and | fewer than”, not “and fewer | than”
    return known or _single(words[0]), length


def _is_number(tokens: list[Token]) -> bool:
    """Tell whether a number follows: *and under 10* is a bound of its own."""
    return any(
        token.sense is Sense.NUMERAL
        or (token.sense is Sense.WORD and read_cardinal(token.text) is not None)
        for token in tokens
    )


def _phrase(words: list[str]) -> tuple[Token | None, int]:
    for length in range(len(words), 0, -1):
        known = _PHRASES.get(tuple(words[:length]))
        if known:
            return known, length
    return None, 1


def _single(word: str) -> Token:
    cardinal = read_cardinal(word)
    if cardinal:
        return Token(Sense.CARDINAL, word, cardinal[1], value=cardinal[0])
    cyrillic = "а" <= word[0] <= "я"
    return Token(Sense.WORD, word, Language.RUSSIAN if cyrillic else Language.NONE)


def _all_phrases() -> dict[tuple[str, ...], Token]:
    found: dict[tuple[str, ...], Token] = {}
    for token, row in _rows():
        for words in split_phrases(row):
            found.setdefault(words, replace(token, text=" ".join(words)))
    return found


def _rows() -> Iterator[tuple[Token, str]]:
    """Yield tokens with their phrases; what comes first holds where a phrase comes twice."""
    yield from (
        (Token(Sense.ARTICLE, "", _ARTICLES[word], Fraction(1)), word) for word in _ARTICLES
    )
    yield from ((Token(Sense.REFUSED, ""), phrase) for phrase in REFUSED)
    yield from _number_rows()
    for language, senses in _LANGUAGES.items():
        yield from ((Token(sense, "", language), row) for sense, row in senses.items())
    yield from ((Token(Sense.WORD, ""), noun) for noun in NOUNS if " " in noun)
    yield from ((Token(Sense.MONEY, ""), code) for code in MONEY_CODES)
    for form, (unit, language) in FORMS.items():
        yield Token(Sense.UNIT, "", language, unit=unit), form


def _number_rows() -> Iterator[tuple[Token, str]]:
    for language in Language:
        for word, scale in SCALES.get(language, {}).items():
            yield Token(Sense.SCALE, "", language, scale=scale), word
        for word, value in FRACTIONS.get(language, {}).items():
            yield Token(Sense.FRACTION, "", language, value=value), word
    for (language, part), row in _AND_A_PART.items():
        yield Token(Sense.PLUS_PART, "", language, Fraction(1, part)), row
    for sense, table, low, high in _SPANS:
        for language, row in table.items():
            yield Token(sense, "", language, Fraction(low), Fraction(high)), row


_LANGUAGES: Final = {
    Language.ENGLISH: ENGLISH,
    Language.GERMAN: GERMAN,
    Language.RUSSIAN: RUSSIAN,
}
_SPANS: Final = (
    (Sense.VAGUE, _FEW, 2, 10),
    (Sense.CARDINAL, _TWO, 2, 2),
    (Sense.SHARE_BAND, _MOST, 50, 100),
    (Sense.SHARE_BAND, _LESSER, 0, 50),
)
_PHRASES: Final = _all_phrases()
_LONGEST_PHRASE: Final = max(map(len, _PHRASES))
