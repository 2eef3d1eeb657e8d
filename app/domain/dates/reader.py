"""Read a date as a historian writes it, in EDTF or in English, German or Russian words."""

from __future__ import annotations

import re
from functools import lru_cache

from app.domain.answers import Answer, Kind
from app.domain.dates.calendar import Calendar
from app.domain.dates.describe import describe_days
from app.domain.dates.edtf import read_edtf
from app.domain.dates.numerals import means_two_years, note_years
from app.domain.dates.phrases import read_phrase
from app.domain.dates.refusals import Ambiguity, Refusal, Unmarked
from app.domain.dates.resolving import Setting
from app.domain.dates.roles import Role, Token
from app.domain.dates.stretches import Dating
from app.domain.dates.tokens import normalised, tokens_of
from app.domain.errors import UnreadableAnswerError, UserError

_MOST_CHARACTERS = 200
_SHOWN_CHARACTERS = 80
_FEW_CHARACTERS = 5
_TWO_YEARS_LENGTH = 7
_KEPT_READINGS = 20_000
_STYLES = {
    Calendar.GREGORIAN: "",
    Calendar.JULIAN: "O.S. ",
    Calendar.RUSSIA: "Russian calendar ",
}
_LONE_YEAR = re.compile(r"[0-9]{4}[?~%]?")
_BLANK_DIGITS = re.compile(r"(?![0-9]{3}\?$)(?=.{4,5}$)[0-9]{1,3}[-–?_*.]{1,3}\??")
_SUPPLIED = re.compile(
    r"(?<![0-9])(?:([0-9]{1,3})\[([0-9]{1,3})\]|\[([0-9]{2})\]([0-9]{2}))(?![0-9])"
)
"""Digits that an editor supplied: ``19[41]``."""
_ENDED = re.compile(r"\?-[1-9][0-9]{3}[?~%]?")
"""A year of unknown beginning; EDTF would have a year before Christ here."""
_OPEN_DAY = re.compile(r"([0-3])\?\s+[^\W\d_]{3}")
_YEAR_OF_THE_WORLD = re.compile(r"\b(?:лета|года)\s+([67][0-9]{3})\b", re.IGNORECASE)
_TWO_YEARS = re.compile(r"[0-9]{2}([0-9]{2})-([0-9]{2})")


def read_date(text: str, *, calendar: str = "") -> Answer:
    """Read one date answer and say how it was read.

    ``calendar`` holds where the text has no mark of its own: '' or 'gregorian', 'julian'
    (Old Style), or 'russia' (Old Style before 14 February 1918). Raise ``UnreadableAnswerError``,
    with the readings to choose from when the text is ambiguous; nothing is guessed.
    """
    return _read(text.strip(), _calendar(calendar))


def _calendar(name: str) -> Calendar:
    if not name:
        return Calendar.GREGORIAN
    wanted = name.strip().casefold() or Calendar.GREGORIAN.value
    try:
        return Calendar(wanted)
    except ValueError:
        known = ", ".join(each.value for each in Calendar)
        raise UserError(f"“{name}” is no calendar known here; use one of: {known}.") from None


@lru_cache(maxsize=_KEPT_READINGS)
def _read(text: str, calendar: Calendar) -> Answer:
    try:
        dating = _dating(text, calendar)
    except Refusal as refusal:
        sentence = f"“{_shortened(text)}” cannot be read as a date: {refusal.why}."
        choices = _choices(text, refusal, calendar)
        raise UnreadableAnswerError(sentence, choices) from None
    return _answer(text, dating)


def _dating(text: str, calendar: Calendar) -> Dating:
    if len(text) > _MOST_CHARACTERS:
        raise Refusal(f"a date has {_MOST_CHARACTERS} characters at most")
    plain = normalised(text).rstrip(" ,;:")
    if "[" in plain:
        plain = _SUPPLIED.sub(r"\1\2\3\4", plain)
    if not plain:
        raise Refusal("it is empty; an unknown date is left out")
    if plain[0] + plain[-1] == "()":
        plain = plain[1:-1].strip()
    _refuse_two_meanings(plain)
    if len(plain) <= _FEW_CHARACTERS and _BLANK_DIGITS.fullmatch(plain):
        raise Refusal("write X for each digit that is not known: 19XX, 194X")
    if not _in_words(plain, calendar):
        dating = read_edtf(plain)
        if dating is not None:
            return _noted(plain, dating, calendar)
    tokens = tokens_of(plain)
    dating = read_phrase(list(tokens), Setting(calendar))
    return dating if dating.edtf else _named_by_text(plain, tokens, dating, calendar)


def _refuse_two_meanings(plain: str) -> None:
    if any(plain.count(one) != plain.count(other) for one, other in ("[]", "{}")):
        raise Refusal("one of its brackets has no counterpart")
    if day := _OPEN_DAY.match(plain):
        raise Refusal(f"{day[1]}? may be a day or leave its last digit open; write the day in full")
    if world := _YEAR_OF_THE_WORLD.search(plain):
        raise Refusal(f"{world[1]} may count from the creation; write the year AD")


def _in_words(plain: str, calendar: Calendar) -> bool:
    """Tell whether a text that looks like EDTF is none: a year of Old Style, ``1914-18``."""
    if calendar is not Calendar.GREGORIAN and _LONE_YEAR.fullmatch(plain):
        return True
    if plain.startswith("?") and _ENDED.fullmatch(plain):
        return True
    match = _TWO_YEARS.fullmatch(plain) if len(plain) == _TWO_YEARS_LENGTH else None
    return match is not None and means_two_years(int(match[1]), int(match[2]))


def _noted(plain: str, dating: Dating, calendar: Calendar) -> Dating:
    """Add to an EDTF reading the remarks on what it might have meant."""
    remarks = list(dating.remarks)
    note_years(remarks, plain)
    if calendar is not Calendar.GREGORIAN:
        remarks.append("A date in the form of EDTF is Gregorian by definition.")
    return Dating(dating.strict, dating.widened, dating.edtf, tuple(remarks))


def _named_by_text(plain: str, tokens: list[Token], dating: Dating, calendar: Calendar) -> Dating:
    """Keep the words as the canonical form where EDTF cannot say what they say."""
    style = "" if any(token.role is Role.CALENDAR for token in tokens) else _STYLES[calendar]
    return Dating(dating.strict, dating.widened, style + plain, dating.remarks)


def _answer(text: str, dating: Dating) -> Answer:
    reading = describe_days(dating.strict, by_day=len(dating.strict.spans) == 1)
    if dating.widened is not dating.strict and dating.widened != dating.strict:
        widest = describe_days(dating.widened, by_day=len(dating.widened.spans) == 1)
        reading = f"{reading}; at widest {widest}"
    return Answer(
        Kind.DATE,
        text,
        dating.strict,
        dating.widened,
        reading,
        dating.edtf,
        remarks=dating.remarks,
    )


def _choices(text: str, refusal: Refusal, calendar: Calendar) -> tuple[Answer, ...]:
    """Read each text that may stand for an ambiguous one; none where one cannot be read."""
    texts = refusal.choices
    if isinstance(refusal, Ambiguity):
        plain = normalised(text)
        if refusal.piece not in plain:
            return ()
        texts = tuple(plain.replace(refusal.piece, each, 1) for each in refusal.meanings)
    elif isinstance(refusal, Unmarked):
        texts = (f"{text} O.S.", f"{text} N.S.")
    try:
        return tuple(_read(each, calendar) for each in texts)
    except UserError:
        return ()


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS] + "…"
