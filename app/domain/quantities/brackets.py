"""Brackets in the text of a quantity: ``900 (?)``, ``[900]``, ``147,000 (rounded)``."""

from __future__ import annotations

from typing import Final

from app.domain.quantities.phrases import Sense
from app.domain.quantities.statement import Misread
from app.domain.quantities.tokens import Token

_PAIRS: Final = {"(": ")", "[": "]"}
_MARKS: Final = frozenset(
    {
        Sense.DOUBT,
        Sense.ABOUT,
        Sense.ABOUT_AFTER,
        Sense.FILLER,
        Sense.FILLER_AFTER,
        Sense.OR_MORE,
        Sense.OR_LESS,
    }
)

_NUMBERS: Final = frozenset({Sense.NUMERAL, Sense.CARDINAL, Sense.SCALE, Sense.VAGUE})


def opened(tokens: list[Token]) -> list[Token]:
    """Drop brackets round the whole text or round marks alone; raises ``Misread`` on others."""
    while tokens and tokens[-1].text == _PAIRS.get(tokens[0].text):
        tokens = tokens[1:-1]
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        closing = _PAIRS.get(tokens[at].text)
        if closing is None:
            found.append(tokens[at])
            at += 1
            continue
        marks = _inside(tokens, at, closing)
        found += marks
        at += len(marks) + 2
    return found


def _inside(tokens: list[Token], start: int, closing: str) -> list[Token]:
    end = next((k for k in range(start, len(tokens)) if tokens[k].text == closing), None)
    if end is None:
        raise Misread("a bracket is not closed")
    marks = tokens[start + 1 : end]
    if all(token.sense in _MARKS for token in marks):
        return marks
    if marks and not any(token.sense in _NUMBERS for token in marks):
        words = " ".join(token.text for token in marks)
        raise Misread(f"write “{words}” into the scope, not into the number")
    raise Misread("the words in brackets were not understood")
