"""Read the clauses of a text: a date or two, and how it stands to them (before, since, between)."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.dates.cursor import Cursor
from app.domain.dates.items import read_item
from app.domain.dates.partials import Partial
from app.domain.dates.refusals import Refusal
from app.domain.dates.roles import Role
from app.domain.dates.years import check_shortened


class Relation(enum.Enum):
    """How a clause stands to the date or dates that it names."""

    WITHIN = "within"
    THROUGH = "through"
    BEFORE = "before"
    AFTER = "after"
    UNTIL = "until"
    SINCE = "since"


LOWER, UPPER = (Relation.AFTER, Relation.SINCE), (Relation.BEFORE, Relation.UNTIL)
"""The relations that bound a time from below and from above."""


@dataclass(slots=True)
class Clause:
    """One date, or two with THROUGH, and the relation to it."""

    relation: Relation
    dates: list[Partial]
    remarks: list[str] = field(default_factory=list)
    is_night: bool = False
    """Whether the two dates are those of one night."""


_LEADING = {
    Role.BEFORE: Relation.BEFORE,
    Role.AFTER: Relation.AFTER,
    Role.BY: Relation.UNTIL,
    Role.OR_EARLIER: Relation.UNTIL,
    Role.OR_LATER: Relation.SINCE,
}
_TRAILING = {
    Role.ONWARDS: Relation.SINCE,
    Role.OR_LATER: Relation.SINCE,
    Role.OR_EARLIER: Relation.UNTIL,
}
_OR_ALONE = {Role.BEFORE: Relation.UNTIL, Role.AFTER: Relation.SINCE}
"""``1918 or before``, ``1918 or after``: with nothing to follow."""
_LAST_ALONE = {Role.BY: Relation.UNTIL, Role.FROM: Relation.SINCE}
"""``1918 spätestens``, ``1918, не ранее``: with nothing to follow."""
_TAKEN_IN = {Relation.BEFORE: Relation.UNTIL, Relation.AFTER: Relation.SINCE}
_ECHOES = {Relation.UNTIL: Role.OR_EARLIER, Relation.SINCE: Role.OR_LATER}
"""What only repeats a relation: ``by 1918 at the latest``."""
_JOINTS = frozenset((Role.TO, Role.BY, Role.DASH, Role.SLASH))
_ENDS = frozenset((Role.END, Role.OR, Role.AND, Role.COMMA))
_UNKNOWN_START = "The unknown beginning is left without bound."
_UNKNOWN_END = "The unknown end is left without bound."


def read_clauses(cursor: Cursor) -> tuple[list[Clause], Role]:
    """Read clauses and what joins them: Role.OR, Role.AND, or Role.END for a single one."""
    clauses = [_clause(cursor)]
    joints: list[Role] = []
    while cursor.peek().role in (Role.OR, Role.AND, Role.COMMA):
        joint = cursor.take().role
        if joint is Role.COMMA and cursor.peek().role in (Role.OR, Role.AND):
            joint = cursor.take().role
        cursor.take_if(Role.COMMA)
        joints.append(joint)
        clauses.append(_clause(cursor))
    if not joints:
        return clauses, Role.END
    joint = joints[-1]
    if joints == [Role.COMMA] and bounds_one_time(clauses):
        return clauses, Role.AND
    if joint is Role.COMMA or any(each not in (joint, Role.COMMA) for each in joints):
        raise Refusal("say whether its dates are joined by “or” or by “and”")
    return clauses, joint


def bounds_one_time(clauses: list[Clause]) -> bool:
    """Tell whether two clauses bound one time from both sides: after X and before Y."""
    if len(clauses) != 2:
        return False
    first, second = clauses[0].relation, clauses[1].relation
    return (first in LOWER and second in UPPER) or (first in UPPER and second in LOWER)


def _clause(cursor: Cursor) -> Clause:
    if cursor.peek().role is Role.TO and cursor.peek().raw in ("на", "zum"):
        cursor.take()  # на первой неделе, zum Jahresende
    mark = _marks_before_relation(cursor)
    if cursor.peek(1).role is Role.FROM:
        cursor.take_if(Role.IN_OR_CENTURY)
    reader = _CLAUSES.get(cursor.peek().role, _plain)
    clause = reader(cursor)
    if mark:
        for date in clause.dates:
            date.mark |= mark
    return clause


def _marks_before_relation(cursor: Cursor) -> int:
    """Take qualifiers that stand before *before*, *between* or *from*."""
    ahead = mark = 0
    while cursor.peek(ahead).role in (Role.MARK, Role.CIRCA_OR_CENTURY):
        mark |= cursor.peek(ahead).value or 2
        ahead += 1
        if cursor.peek(ahead).role is Role.COMMA:
            ahead += 1
    if mark and cursor.peek(ahead).role in _CLAUSES:
        cursor.index += ahead
        return mark
    return 0


def _date(cursor: Cursor) -> Partial:
    date = read_item(cursor)
    if not (date.names_unit or date.part):
        token = cursor.peek()
        raise Refusal(f"no date stands before “{token.raw}”" if token.raw else "it names no date")
    return date


def _is_unknown(cursor: Cursor, *followers: Role) -> bool:
    """Take a ``?`` that stands for a whole date, before one of ``followers``."""
    if cursor.peek().raw != "?" or cursor.peek(1).role not in followers:
        return False
    cursor.take()
    return True


def _between(cursor: Cursor) -> Clause:
    cursor.take()
    if _is_unknown(cursor, Role.AND):
        cursor.take()
        return Clause(Relation.UNTIL, [_date(cursor)], [_UNKNOWN_START])
    first = _date(cursor)
    if not cursor.take_if(Role.AND, Role.DASH, Role.TO):
        raise Refusal("“between” wants two dates with “and”")
    if _is_unknown(cursor, *_ENDS):
        return Clause(Relation.SINCE, [first], [_UNKNOWN_END])
    return Clause(Relation.THROUGH, [first, _date(cursor)])


def _from(cursor: Cursor) -> Clause:
    word = cursor.take()
    if _is_unknown(cursor, *_JOINTS):
        return _ended(cursor)
    first = _date(cursor)
    if cursor.peek(1).role in (Role.TO, Role.BY):
        cursor.take_if(Role.COMMA)
    is_night = word.value == 2
    if cursor.take_if(Role.TO, Role.BY, Role.DASH, Role.BEFORE) or (
        is_night and cursor.take_if(Role.AND)
    ):
        cursor.take_if(Role.TO, Role.BY)
        if _is_unknown(cursor, *_ENDS):
            return Clause(Relation.SINCE, [first], [_UNKNOWN_END])
        second = _date(cursor)
        cursor.take_if(Role.INCLUSIVE)
        return Clause(Relation.THROUGH, [first, second], is_night=is_night)
    if is_night:
        if not first.by_slash:
            raise Refusal("the second day of the night is not named")
        first.night = 1
        return Clause(Relation.WITHIN, [first])
    open_ended = cursor.take_if(Role.ONWARDS, Role.OR_LATER) or word.value == 1
    spelled = first.last_year is not None or first.by_slash
    return Clause(Relation.SINCE if open_ended and not spelled else Relation.WITHIN, [first])


def _leading(cursor: Cursor) -> Clause:
    relation = _LEADING[cursor.take().role]
    if relation is Relation.UNTIL:
        cursor.take_if(Role.BY, Role.TO)
    cursor.take_if(Role.DASH)
    date = _date(cursor)
    # An hour is not compared, so that the day before or after it is taken in.
    if cursor.take_if(Role.INCLUSIVE) or date.has_time:
        relation = _TAKEN_IN.get(relation, relation)
    echo = _ECHOES.get(relation)
    if echo is not None:
        cursor.take_if(echo)
    # Before the end of 1941 is within 1941; after its beginning is so too.
    if date.edge and (relation, date.part) in (
        (Relation.BEFORE, (3, 3)),
        (Relation.AFTER, (1, 3)),
    ):
        relation = _TAKEN_IN[relation]
    return Clause(relation, [date])


def _ended(cursor: Cursor) -> Clause:
    """Read ``?–1918``, from its dash on: ended then, its beginning unknown."""
    cursor.take()
    return Clause(Relation.UNTIL, [_date(cursor)], [_UNKNOWN_START])


def _plain(cursor: Cursor) -> Clause:
    if _is_unknown(cursor, *_JOINTS):
        return _ended(cursor)
    marked = cursor.peek().role in (Role.MARK, Role.CIRCA_OR_CENTURY)
    first = _date(cursor)
    coming = cursor.peek().role
    if coming is Role.END:
        return Clause(Relation.WITHIN, [first])
    found = _followed(cursor, first)
    if found is not None:
        return found
    if cursor.take_if(Role.DASH, Role.TO, Role.BY, Role.SLASH):
        return _ranged(cursor, first, marked)
    trailing = _TRAILING.get(coming)
    if trailing is not None:
        cursor.take()
        return Clause(trailing, [first])
    return Clause(Relation.WITHIN, [first])


def _followed(cursor: Cursor, first: Partial) -> Clause | None:
    """Read a relation that stands last: ``1918 or before``, ``1918 spätestens``."""
    joint = cursor.peek()
    if joint.role is Role.OR and cursor.peek(2).role is Role.END:
        relation = _OR_ALONE.get(cursor.peek(1).role)
        if relation is not None:
            cursor.index += 2
            return Clause(relation, [first])
    ahead = 1 if joint.role is Role.COMMA else 0
    word = cursor.peek(ahead)
    if word.role in _LAST_ALONE and word.of == 1 and cursor.peek(ahead + 1).role is Role.END:
        cursor.index += ahead + 1
        return Clause(_LAST_ALONE[word.role], [first])
    return None


def _ranged(cursor: Cursor, first: Partial, marked: bool) -> Clause:
    """Read the second date of a range, after its joint."""
    joint = cursor.peek(-1).role
    if _is_unknown(cursor, *_ENDS):
        return Clause(Relation.SINCE, [first], [_UNKNOWN_END])
    if joint is Role.SLASH:
        raise Refusal("what follows the slash is not understood")
    if joint is Role.TO or cursor.take_if(Role.TO):
        cursor.take_if(Role.DASH)  # mid-to-late
    second = _date(cursor)
    if joint is Role.DASH:
        check_shortened(first, second)
    if marked:  # ca. 1918–1920: the word before a range holds for both its ends
        second.mark |= first.mark
    if cursor.peek(-1).raw == ")":
        first.mark |= second.mark  # 1918–1920 (?)
    cursor.take_if(Role.INCLUSIVE)
    is_night = max(first.night, second.night) > 0 and joint in (Role.DASH, Role.TO)
    if is_night:
        first.night = second.night = 0
    return Clause(Relation.THROUGH, [first, second], is_night=is_night)


_CLAUSES: dict[Role, Callable[[Cursor], Clause]] = {
    Role.BETWEEN: _between,
    Role.FROM: _from,
    **dict.fromkeys(_LEADING, _leading),
}
