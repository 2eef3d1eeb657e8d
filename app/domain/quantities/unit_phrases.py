"""The words after a number: a measure, a share, or the noun that is counted."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from app.domain.quantities.cursor import Cursor
from app.domain.quantities.nouns import NOUNS, WHOLE, fold_noun
from app.domain.quantities.phrases import Sense
from app.domain.quantities.statement import Amount, Measure, Misread, Part
from app.domain.quantities.tokens import Token, tokens_of
from app.domain.quantities.unit_names import Family
from app.domain.quantities.units import FORMS, PERCENT, Unit, counted

_INVERTED: Final = (
    "человек лет верст пудов десятин дней месяцев недель часов душ минут рублей километров метров"
    " сажен саженей штук солдат бойцов года месяца дня недели часа минуты версты пуда рубля"
    " километра метра раза"
)
INVERTED: Final = frozenset(_INVERTED.split())
"""Russian genitives that, standing before the number, make it approximate."""

_INSIDE: Final = frozenset(
    {
        Sense.WORD,
        Sense.OF,
        Sense.THE,
        Sense.PER,
        Sense.ARTICLE,
        Sense.UNIT,
        Sense.ORDINAL,
        Sense.FROM,
    }
)
"""What may stand inside a noun phrase once its first word is passed."""
_PLACES: Final = (
    "in at on by with near within without against among inside outside im bei mit auf am an aus"
    " nach с со у при под над к ко во"
)
_PLACE_WORDS: Final = frozenset(_PLACES.split())
"""Words that open a place or a time, never a noun: *900 in Berlin*."""
_LINKS: Final = frozenset({Sense.OF, Sense.THE, Sense.PER, Sense.ARTICLE, Sense.FROM})

_COINS: Final = {"s": "shilling", "sh": "shilling", "d": "penny"}
"""What stands for shillings and pence after pounds sterling."""

_REMARKS: Final = {
    "lb": "Pounds were read as pounds of weight; write £ for money.",
    "ton": "A ton may be a short or a long one: both are allowed; write t for metric tonnes.",
    "gallon": "A gallon may be American or British: both are allowed.",
    "hundredweight": "A hundredweight may be of 100 or of 112 pounds: both are allowed.",
    "pint": "A pint may be American or British: both are allowed.",
    "quart": "A quart may be American or British: both are allowed.",
    "bushel": "A bushel may be American or British: both are allowed.",
    "peck": "A peck may be American or British: both are allowed.",
    "barrel": "Barrels are counted, not measured; write litres for what they hold.",
    "German mile": "A German mile may be the geographical or the Prussian one: both are allowed.",
    "vedro": "The vedro was read as the measure of 12.3 litres.",
    "chetvert": "The chetvert was read as the measure of grain, of 209.9 litres.",
    "funt": "Funt was read as the Russian pound of 0.4095 kg.",
    "pfund": "Pfund was read as the pound of 500 g.",
    "zentner": "Zentner was read as 50 kg.",
    "quintal": "It was read as the metric quintal of 100 kg.",
    "desyatina": "The desyatina was read as the treasury's, of 2,400 square sazhens.",
}


def read_unit(
    cursor: Cursor, sign: Token | None = None, *, amount: Amount | None = None
) -> Unit | None:
    """Read the unit under the cursor, or the money sign already passed; ``None`` without one."""
    if sign is not None:
        return counted(NOUNS[sign.text])
    start = cursor.at
    after_figures = cursor.sees(Sense.NUMERAL, ahead=-1) and not cursor.sees(Sense.UNIT, ahead=-2)
    is_number = amount is not None and not amount.is_fraction
    if is_number and cursor.sees(Sense.ARTICLE, Sense.THE) and cursor.sees(Sense.UNIT, ahead=1):
        raise Misread("a rate is not a quantity of one unit")
    _links(cursor)
    linked = cursor.at > start
    if unit := _measure(cursor):
        return unit
    if money := cursor.take(Sense.MONEY):
        return counted(NOUNS[money.text])
    noun = _noun(cursor)
    if not noun:
        cursor.at = start
        return None
    if amount is None or not amount.is_fraction:
        return _counted(cursor, noun)
    if after_figures and not linked:
        raise Misread("the stroke may part two numbers; write “1/2 of the men” or “1 or 2 men”")
    cursor.remark(f"It was read as a share of “{' '.join(noun)}”, in per cent.")
    return None


def read_share_band(cursor: Cursor, band: Token) -> Measure:
    """Read *most*, above one half, or *a minority*, below it, as a share."""
    step = Fraction(1, 1_000_000)
    low = band.value + (step if band.value else 0)
    high = band.upper - (0 if band.value else step)
    read_unit(cursor)
    cursor.remark(f"“{band.text}” was read as a share; its unit is per cent.")
    return (Part(Amount(low, high), PERCENT),)


def _counted(cursor: Cursor, noun: tuple[str, ...]) -> Unit:
    shown = " ".join(noun)
    folded = _COINS.get(shown) if cursor.counts_sterling else None
    folded = folded or fold_noun(noun)
    if len(folded) == 1 and folded.isalpha():
        raise Misread(f"“{folded}” may mean several things; write the word out")
    cursor.noun = cursor.noun or shown
    cursor.remark(_REMARKS.get(folded, ""))
    return counted(folded if _reads_back(folded) else shown)


def _reads_back(noun: str) -> bool:
    """Tell whether a folded noun is still a noun to the lexer: *etwas* must not become *etwa*."""
    cursor = Cursor(tokens_of(noun))
    return " ".join(_noun(cursor)) == noun and cursor.peek() is None


def _links(cursor: Cursor) -> None:
    while cursor.sees(Sense.OF, Sense.FROM, Sense.THE, Sense.ARTICLE) and cursor.sees(
        *(Sense.WORD, Sense.UNIT, Sense.THE, Sense.ARTICLE, Sense.FILLER_AFTER, Sense.ORDINAL),
        ahead=1,
    ):
        cursor.advance()


def _measure(cursor: Cursor) -> Unit | None:
    unit = _measure_at(cursor)
    if unit is not None:
        token = cursor.advance()
        _after_measure(cursor, unit)
        cursor.remark(_REMARKS.get(unit.symbol, ""))
        if token.text == "m" and token.glued:
            cursor.remark("“m” was read as metres; write “million” for millions.")
    return unit


def _measure_at(cursor: Cursor) -> Unit | None:
    token = cursor.peek()
    if token is None or token.sense in (Sense.WORD, Sense.NUMERAL) or token.text not in FORMS:
        return None
    if token.text == "foot" and cursor.sees(Sense.WORD, ahead=1):
        return None
    if token.text == "in" and cursor.sees(
        Sense.WORD, Sense.THE, Sense.ARTICLE, Sense.UNIT, Sense.NUMERAL, Sense.CARDINAL, ahead=1
    ):
        return None
    return FORMS[token.text][0]


def _after_measure(cursor: Cursor, unit: Unit) -> None:
    """Pass what is measured (*of grain*), which is not compared; refuse rates."""
    if cursor.sees(Sense.PER) and cursor.sees(Sense.WORD, Sense.UNIT, Sense.ARTICLE, ahead=1):
        raise Misread("a rate is not a quantity of one unit")
    start, before = cursor.at, cursor.peek(-1)
    _links(cursor)
    words = _noun(cursor)
    if before is not None and before.text == "m" and fold_noun(words) in WHOLE:
        raise Misread("“m” means metres; write “million”")
    if not words:
        cursor.at = start
        return
    what = " ".join(words)
    kind = "share" if unit.family is Family.SHARE else "measure"
    cursor.remark(f"What the {kind} is of, “{what}”, is not compared; name it in the scope.")


def _noun(cursor: Cursor) -> tuple[str, ...]:
    """Read the words of a noun phrase; numbers, marks and bounds end it."""
    if not _begins_noun(cursor):
        return ()
    first = cursor.peek()
    if first is not None and first.text in _PLACE_WORDS:
        raise Misread(f"“{first.text}” opens a place or a time; write that into the scope")
    words = [cursor.advance().text]
    while cursor.sees(*_INSIDE) or _joins_words(cursor):
        token = cursor.advance()
        words.append("-" if token.sense is Sense.DASH else token.text)
    while words and cursor.tokens[cursor.at - 1].sense in _LINKS:
        cursor.at -= 1
        words.pop()
    return tuple(" ".join(words).replace(" - ", "-").split())


def _begins_noun(cursor: Cursor) -> bool:
    if cursor.sees(Sense.WORD):
        return True
    return cursor.sees(Sense.FILLER_AFTER, Sense.UNIT) and cursor.sees(Sense.WORD, ahead=1)


def _joins_words(cursor: Cursor) -> bool:
    """Tell whether *and* or a hyphen goes on with the noun (*officers and men*)."""
    if not cursor.sees(Sense.WORD, ahead=1):
        return False
    token, after = cursor.peek(), cursor.peek(1)
    if token is None or after is None:
        return False
    return token.sense is Sense.AND or (token.sense is Sense.DASH and token.glued and after.glued)
