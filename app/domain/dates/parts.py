"""Read the parts of a longer time: early, the second half, Q3, the last week, the first days."""

from __future__ import annotations

from app.domain.dates.cursor import Cursor
from app.domain.dates.partials import Partial
from app.domain.dates.refusals import Refusal
from app.domain.dates.roles import (
    DAY_AT_EDGE,
    DAYS_AT_EDGE,
    MONTHS_AT_EDGE,
    TEN_DAYS,
    WEEK_OF_MONTH,
    Role,
    Token,
)

_MOST_WEEKS = 4
_MOST_WEEKDAYS = 5
PLAIN_PARTS = frozenset((2, 3, 4, DAY_AT_EDGE))
"""Parts that need no remark on how they were taken."""


def take_part(date: Partial, token: Token, cursor: Cursor) -> bool:
    """Read *early*, *Mitte*, *конец*; return False when ``date`` has its part already."""
    if date.part is not None:
        return False
    date.part, date.edge = (token.value, token.of), token.role is Role.EDGE
    coming = cursor.peek(1).role
    if cursor.peek().role is Role.DASH and coming not in (Role.PART, Role.EDGE, Role.END):
        cursor.index += 1
    return True


def take_fraction(date: Partial, token: Token, cursor: Cursor) -> bool:
    """Read a half, third, quarter or decade that a number before it, or after ``Q``, picks out."""
    if date.part is not None:
        return False
    number, count = date.number, abs(token.of)
    if token.value and number is None and cursor.peek().role is Role.NUMBER:
        number = cursor.take().value
        cursor.take_if(Role.SLASH)
    index = count if number == -1 else number
    if index is None or not 1 <= index <= count:
        raise Refusal(f"which {'half' if token.of == 2 else 'part'} is meant is not said")
    date.part, date.number, date.is_roman = (index, token.of), None, False
    return True


def take_week(date: Partial, token: Token, cursor: Cursor) -> bool:
    """Read a week of a month; refuse one that is counted through the year or from a day."""
    if date.part is not None:
        return False
    index = date.number
    if index is None or not (index == -1 or 1 <= index <= _MOST_WEEKS):
        raise Refusal("of weeks only the first to fourth and the last of a month are read")
    date.part, date.number, date.is_roman = (index, WEEK_OF_MONTH), None, False
    return True


def take_days(date: Partial, token: Token, cursor: Cursor) -> bool:
    """Read *Augusttage* after *ersten* or *letzten*."""
    if date.part is not None:
        return False
    if date.number not in (1, -1):
        raise Refusal("which days are meant is not said")
    date.part, date.number = (1 if date.number == 1 else 3, DAYS_AT_EDGE), None
    return True


def take_counted_weekday(date: Partial, token: Token) -> None:
    """Read *the first Sunday* (of a month), where a number stands before a day of the week."""
    number = date.number or 0
    if number > _MOST_WEEKDAYS:
        return
    if not date.is_ordinal:
        raise Refusal(f"say whether {number} is the day or counts the days of the week")
    date.nth, date.number = number, None


def part_in_words(index: int, of: int) -> str:
    """Return a remark on how a part was taken that is none of ``PLAIN_PARTS``."""
    if of == WEEK_OF_MONTH:
        if index < 0:
            return "The last week was taken as the last seven days of the month."
        return f"The week was taken as days {7 * index - 6} to {7 * index} of the month."
    edge = "first" if index == 1 else "last"
    if of == DAYS_AT_EDGE:
        return f"The {edge} days were taken as the {edge} third of the month."
    if of == MONTHS_AT_EDGE:
        return f"The {edge} months were taken as the {edge} third of the year."
    if of == TEN_DAYS:
        return "Ten-day parts of a month were taken as its thirds."
    return "Decades of a century were counted from its year 1."
