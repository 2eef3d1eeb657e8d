"""Times of day beside a date: found and set aside, since answers are compared by the day.

``5 a.m.``, ``05:00``, ``gegen 5 Uhr morgens``, ``в 5 часов утра``, ``at dawn``, ``5–6 p.m.``.
What is said of the hour alone (*about* five, *early* in the morning) is set aside with it.
"""

from __future__ import annotations

from app.domain.dates.refusals import Refusal
from app.domain.dates.roles import Role, Token
from app.domain.dates.stretches import APPROXIMATE

TIMED = frozenset((Role.CLOCK, Role.HOURS, Role.MINUTES, Role.DAYTIME, Role.AM))
"""The roles of tokens that only ``without_hours`` understands."""
_DATED = frozenset((Role.NUMBER, Role.ORDINAL, Role.NUMERIC, Role.ISO, Role.MONTH))
_JOINTS = frozenset((Role.DASH, Role.SLASH, Role.TO, Role.AND, Role.OR, Role.BY, Role.BEFORE))
_OPENERS = frozenset((Role.FROM, Role.BETWEEN))
_BOUNDS = frozenset((Role.BEFORE, Role.AFTER, Role.BY, Role.FROM))
_CLOSERS = frozenset((Role.END, Role.COMMA, Role.CLOSE))
_OF_HOUR = (Role.PART, Role.EDGE, Role.IN_OR_CENTURY, Role.CIRCA_OR_CENTURY)
_HALF_DAY = 12
_DAY = 24
_END = Token(Role.END)


def without_hours(tokens: list[Token]) -> list[Token]:
    """Put one ``TIME`` in the place of each time of day; raise ``Refusal`` for an hour 25."""
    found: list[Token] = []
    for index, token in enumerate(tokens):
        coming = tokens[index + 1] if index + 1 < len(tokens) else _END
        if token.role is Role.AM:
            if not _is_hour(_last(found), _HALF_DAY):
                found += () if coming is not _END else (token,)
                continue
            token = token._replace(role=Role.HOURS, of=_HALF_DAY)  # noqa: PLW2901 - one of two
        if _is_time(token, found, coming):
            _set_aside(found, tokens[index + 1 :])
        else:
            found.append(token)
    return found


def _last(found: list[Token], back: int = 1) -> Token:
    return found[-back] if len(found) >= back else _END


def _is_hour(token: Token, most: int) -> bool:
    return token.role in (Role.NUMBER, Role.ORDINAL, Role.COUNT) and (
        token.of <= 2 and 0 <= token.value <= most
    )


def _is_time(token: Token, found: list[Token], coming: Token) -> bool:
    """Tell whether a time of day ends here, and take away the number that belongs to it."""
    before = _last(found)
    if token.role is Role.CLOCK:
        _check_clock(token)
        return True
    if token.role is Role.HOURS:
        _take_hours(token, found)
        return True
    if token.role is Role.DAYTIME:
        if _is_hour(before, _HALF_DAY) and (
            token.value or _ends_date(found[:-1]) or _opens_date(coming)
        ):
            found.pop()
        return True
    if before.role is not Role.TIME:
        return False
    if token.role is Role.ZONE or token.raw == "est":  # elsewhere: estimated
        return True
    if _is_minute(token, coming) or token.role is Role.MINUTES:
        return True
    return token.role is Role.NIGHT


def _opens_date(token: Token) -> bool:
    short = token.role in (Role.NUMBER, Role.ORDINAL) and token.of <= 2
    return short or token.role in (Role.NUMERIC, Role.ISO)


def _ends_date(found: list[Token]) -> bool:
    """Tell whether a whole date stands at the end, a comma apart."""
    last = _last(found, 2 if _last(found).role is Role.COMMA else 1)
    return last.role in (Role.NUMERIC, Role.ISO) or (last.role is Role.NUMBER and last.of > 2)


def _is_minute(token: Token, coming: Token) -> bool:
    return (
        token.role is Role.NUMBER
        and token.of <= 2
        and token.value < 60
        and coming.role in (*_CLOSERS, Role.MINUTES, Role.DAYTIME)
    )


def _check_clock(token: Token) -> None:
    hour, *rest = (int(part) for part in token.raw.replace("h", ":").replace(".", ":").split(":"))
    if hour > _DAY or any(part > 59 for part in rest) or (hour == _DAY and any(rest)):
        raise Refusal(f"there is no time {token.raw}")


def _take_hours(token: Token, found: list[Token]) -> None:
    before = _last(found)
    if before.role is Role.TIME or token.value:
        return
    if before.role in (Role.PART, Role.EDGE, Role.DAYTIME):
        return
    number = before.value // 100 if before.of == 4 else before.value
    if before.role not in (Role.NUMBER, Role.ORDINAL, Role.COUNT) or before.of == 3:
        raise Refusal(f"no number of hours stands before “{token.raw}”")
    if number > token.of or before.value % 100 > 59 < before.value:
        raise Refusal(f"there is no time {before.raw} {token.raw}")
    found.pop()


def _set_aside(found: list[Token], coming: list[Token]) -> None:
    """Append a ``TIME`` and take away what was said of it alone."""
    if _last(found).role is Role.TIME:
        found.pop()
    _drop_qualifiers(found)
    dated = any(token.role in _DATED for token in coming)
    if not dated and any(token.role in _DATED for token in found):
        # “22 August 1941, probably at dawn” doubts the hour, not the day.
        while _last(found).role is Role.MARK and _last(found).raw[:1].isalpha():
            found.pop()
    if _last(found).role in _JOINTS and _opens_range(found, dated):
        del found[-2:]
        _drop_qualifiers(found)
        if _last(found).role in _OPENERS:
            found.pop()
    ends = not coming or coming[0].role in _CLOSERS
    opened = any(token.role in _OPENERS for token in found[:-1])
    # “22 August 1941, before 5 a.m.” bounds the hour of that day, not the day.
    if ends and not opened and len(found) > 1 and _last(found).role in _BOUNDS and not dated:
        found.pop()
    found.append(Token(Role.TIME, raw="time of day"))


def _drop_qualifiers(found: list[Token]) -> None:
    while True:
        last = _last(found)
        words = last.role is Role.MARK and last.value == APPROXIMATE and last.raw[:1].isalpha()
        if not words and last.role not in _OF_HOUR:
            return
        found.pop()


def _opens_range(found: list[Token], dated: bool) -> bool:
    """Tell whether another hour stands before the joint at the end, so that hours are spanned."""
    first, before = _last(found, 2), _last(found, 3)
    if first.role is Role.TIME:
        return not (dated and any(token.role in _DATED for token in found[:-2]))
    if not _is_hour(first, _DAY) or first.role is Role.ORDINAL:
        return False
    return _ends_date(found[:-2]) or before.role in (Role.END, Role.COMMA, Role.OPEN, *_OPENERS)
