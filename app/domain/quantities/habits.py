"""What the words round a number tell about the separators in its figures."""

from __future__ import annotations

from app.domain.quantities.numerals import Habit
from app.domain.quantities.phrases import Language, Sense
from app.domain.quantities.tokens import Token
from app.domain.quantities.unit_names import Family


def habit_of(tokens: list[Token]) -> Habit:
    """Return what the words tell about separators."""
    languages = {token.language for token in tokens}
    comma = bool(languages & {Language.GERMAN, Language.RUSSIAN})
    return Habit(
        decimal_sign="," if comma else "." if Language.ENGLISH in languages else "",
        divisible=any(_divides(token) for token in tokens),
        share=any(token.unit is not None and token.unit.family is Family.SHARE for token in tokens),
    )


def _divides(token: Token) -> bool:
    if token.sense is Sense.SCALE:
        return token.scale is not None and token.scale.value >= 1000
    return token.sense is Sense.UNIT
