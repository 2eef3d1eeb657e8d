"""The parts that words and signs play in a date, whatever the language."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Role(enum.Enum):
    """What a word or sign does in a date."""

    # Members are looked up many times for each date; by name, as enum does it, costs 5 %.
    __hash__ = object.__hash__

    NUMBER = "number"
    """``value``; ``of`` is the count of its digits."""
    GROUPED = "number with separated thousands"
    ORDINAL = "ordinal number"
    ROMAN = "Roman number"
    NUMERIC = "date in numbers"
    ISO = "date of year, month and day with hyphens"
    """``value`` 1 where two years are meant."""
    YEARS = "years"
    MASK = "year with unspecified digits"
    MONTH = "month"
    SEASON = "season"
    WEEKDAY = "day of the week"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    IN_OR_CENTURY = "Russian *in*, or century after a number"
    CIRCA_OR_CENTURY = "circa, or century after an ordinal"
    PART = "part"
    """Part ``value`` of ``of`` equal ones."""
    EDGE = "part that can also be meant as a point"
    """As PART: the beginning or the end."""
    FRACTION = "half, third or quarter"
    """One of ``of``, a number says which: before it, or after it where ``value`` is 1."""
    WEEK = "week"
    DAYS = "days"
    """Of a month, first or last as the number before them says."""
    ERA = "era"
    """``value`` -1 before Christ, 1 after."""
    MARK = "qualifier"
    CALENDAR = "calendar"
    """``value`` 0 New Style, 1 Old Style, 2 Russia's change from one to the other."""
    BEFORE = "before"
    AFTER = "after"
    BY = "until, taken in"
    """``of`` 1: it may also follow its date."""
    FROM = "from"
    """``value`` 1: alone it means since; 0: alone it means of; 2: it needs an end.

    ``of`` 1: it may also follow its date.
    """
    TO = "to"
    BETWEEN = "between"
    AND = "and"
    OR = "or"
    ONWARDS = "onwards"
    OR_LATER = "or later"
    OR_EARLIER = "or earlier"
    INCLUSIVE = "taken in"
    NIGHT = "night"
    """``value`` 1: the night after the day named, -1: the night before it."""
    CLOCK = "time by the clock"
    HOURS = "hours"
    """``of`` is the highest number that may stand before them, ``value`` 1 if none need stand."""
    MINUTES = "minutes"
    DAYTIME = "part of the day"
    """``value`` 1: an hour may stand before it without a word of its own."""
    COUNT = "number in words"
    ZONE = "time zone"
    AM = "a.m., or German *on the*"
    TIME = "time of day"
    """What is left of a whole time of day."""
    FILLER = "of no meaning here"
    FEAST = "feast"
    REIGN = "reign"
    UNDATED = "without date"
    MIDNIGHT = "midnight"
    OFFSET = "time counted from a date"
    DASH = "dash"
    """``value`` 1 for a long one, 0 for a hyphen."""
    SLASH = "slash"
    OPEN = "opening parenthesis"
    CLOSE = "closing parenthesis"
    COMMA = "comma"
    UNKNOWN = "unknown"
    END = "end of the text"


class Token(NamedTuple):
    """One word, phrase or sign of a text with its part; a tuple because thousands are made."""

    role: Role
    value: int = 0
    of: int = 0
    raw: str = ""


DAY_AT_EDGE, TEN_DAYS, WEEK_OF_MONTH, DAYS_AT_EDGE, MONTHS_AT_EDGE = -1, -3, -7, -10, -12
"""Parts that are no equal ones, in the place of the count of parts: see ``units``."""

Words = tuple[Role, int, int, str]
"""A row of a language's table: role, value, of, and the phrases separated by commas."""
