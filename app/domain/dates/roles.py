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
    """One of ``of``; a number says which."""
    ERA = "era"
    """``value`` -1 before Christ, 1 after."""
    MARK = "qualifier"
    CALENDAR = "calendar"
    """``value`` 0 New Style, 1 Old Style, 2 Russia's change from one to the other."""
    BEFORE = "before"
    AFTER = "after"
    BY = "until, taken in"
    FROM = "from"
    """``value`` 1: alone it means since; 0: alone it means of; 2: it needs an end."""
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
    FILLER = "of no meaning here"
    FEAST = "feast"
    REIGN = "reign"
    UNDATED = "without date"
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


Words = tuple[Role, int, int, str]
"""A row of a language's table: role, value, of, and the phrases separated by commas."""
