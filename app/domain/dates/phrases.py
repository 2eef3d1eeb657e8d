"""Read what historians write: dates joined by before, between, or, from … to."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.dates.calendar import Calendar
from app.domain.dates.cursor import Cursor
from app.domain.dates.items import CALENDARS, read_item
from app.domain.dates.naming import name_members, name_stretch
from app.domain.dates.partials import Partial, complete
from app.domain.dates.refusals import Refusal
from app.domain.dates.resolving import Setting, resolve
from app.domain.dates.roles import Role, Token
from app.domain.dates.stretches import (
    UNCERTAIN,
    Dating,
    Stretch,
    after,
    before,
    since,
    through,
    until,
)
from app.domain.dates.years import check_shortened
from app.domain.sets import Allowed


class Relation(enum.Enum):
    """How a clause stands to the date or dates that it names."""

    WITHIN = "within"
    THROUGH = "through"
    BEFORE = "before"
    AFTER = "after"
    UNTIL = "until"
    SINCE = "since"


@dataclass(slots=True)
class Clause:
    """One date, or two with THROUGH, and the relation to it."""

    relation: Relation
    dates: list[Partial]


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
_ONE_DATE: dict[Relation, Callable[[Stretch], Stretch]] = {
    Relation.BEFORE: before,
    Relation.AFTER: after,
    Relation.UNTIL: until,
    Relation.SINCE: since,
}
_WHOLE_TEXT = {
    Role.FEAST: "a feast; work out its day and write that",
    Role.REIGN: "a reign; work out the year and write that",
    Role.UNDATED: "no date; leave the answer empty or record a silence",
}


def read_phrase(tokens: list[Token], setting: Setting) -> Dating:
    """Read a text as tokens; raise ``Refusal`` when any of it is not understood."""
    for token in tokens:
        if token.role in _WHOLE_TEXT:
            raise Refusal(f"“{token.raw}” means {_WHOLE_TEXT[token.role]}")
        if token.role is Role.UNKNOWN:
            raise Refusal(f"“{token.raw}” is not understood")
    cursor = Cursor(tokens)
    style = _leading_style(cursor)
    mark = _leading_doubt(cursor)
    clauses, joint = _clauses(cursor)
    if cursor.peek().role is not Role.END:
        raise Refusal(f"“{cursor.peek().raw}” is not understood at its place")
    dates = [date for clause in clauses for date in clause.dates]
    complete(dates)
    for date in dates:
        date.mark |= mark
    _settle_calendars(clauses, style, setting)
    stretches = [_stretch(clause, setting) for clause in clauses]
    return _joined(stretches, clauses, joint, tuple(setting.remarks))


def _settle_calendars(clauses: list[Clause], style: Calendar | None, setting: Setting) -> None:
    """Let a mark of style hold for both ends of a span; refuse it on some of several dates."""
    pairs = [clause.dates for clause in clauses if clause.relation is Relation.THROUGH]
    dates = [date for clause in clauses for date in clause.dates]
    pairs += [[date, date.twin] for date in dates if date.twin is not None and date.is_span]
    for first, second in pairs:
        if not first.is_iso:
            first.calendar = first.calendar or second.calendar
    dates += [date for pair in pairs for date in pair]
    dates = [date for date in dates if date.twin is None or date.is_span]
    for date in dates:
        date.calendar = date.calendar or style
    styles = {date.calendar for date in dates if not date.is_iso}
    if setting.calendar is Calendar.GREGORIAN and styles == {None, Calendar.JULIAN}:
        raise Refusal("one of its dates is Old Style; say O.S. or N.S. for each")


def _leading_style(cursor: Cursor) -> Calendar | None:
    """Take a mark of style at the very beginning: it holds for all that follows."""
    if cursor.peek().role is not Role.CALENDAR:
        return None
    return CALENDARS[cursor.take().value]


def _leading_doubt(cursor: Cursor) -> int:
    """Take *perhaps* and the like at the very beginning: it holds for all that follows."""
    token = cursor.peek()
    if token.role is Role.MARK and token.value == UNCERTAIN and token.raw.isalpha():
        cursor.index += 1
        return UNCERTAIN
    return 0


def _clauses(cursor: Cursor) -> tuple[list[Clause], Role]:
    """Read clauses and what joins them: Role.OR, Role.AND, or Role.END for a single one."""
    clauses = [_clause(cursor)]
    joints: list[Role] = []
    while cursor.peek().role in (Role.OR, Role.AND, Role.COMMA):
        joint = cursor.take().role
        if joint is Role.COMMA and cursor.peek().role in (Role.OR, Role.AND):
            joint = cursor.take().role
        joints.append(joint)
        clauses.append(_clause(cursor))
    if not joints:
        return clauses, Role.END
    joint = joints[-1]
    if joint is Role.COMMA or any(each not in (joint, Role.COMMA) for each in joints):
        raise Refusal("say whether its dates are joined by “or” or by “and”")
    return clauses, joint


def _clause(cursor: Cursor) -> Clause:
    mark = _marks_before_relation(cursor)
    if cursor.peek(1).role is Role.FROM:
        cursor.take_if(Role.IN_OR_CENTURY)
    role = cursor.peek().role
    if role is Role.BETWEEN:
        clause = _between(cursor)
    elif role is Role.FROM:
        clause = _from(cursor)
    elif role in _LEADING:
        clause = _leading(cursor)
    else:
        clause = _plain(cursor)
    for date in clause.dates:
        date.mark |= mark
    return clause


def _marks_before_relation(cursor: Cursor) -> int:
    """Take qualifiers that stand before *before*, *between* or *from*."""
    ahead = mark = 0
    while cursor.peek(ahead).role in (Role.MARK, Role.CIRCA_OR_CENTURY):
        mark |= cursor.peek(ahead).value or 2
        ahead += 1
    if cursor.peek(ahead).role in (Role.BETWEEN, Role.FROM, *_LEADING):
        cursor.index += ahead
        return mark
    return 0


def _date(cursor: Cursor) -> Partial:
    date = read_item(cursor)
    if not (date.names_unit or date.part):
        token = cursor.peek()
        raise Refusal(f"no date stands before “{token.raw}”" if token.raw else "it names no date")
    return date


def _between(cursor: Cursor) -> Clause:
    cursor.take()
    first = _date(cursor)
    if not cursor.take_if(Role.AND, Role.DASH, Role.TO):
        raise Refusal("“between” wants two dates with “and”")
    return Clause(Relation.THROUGH, [first, _date(cursor)])


def _from(cursor: Cursor) -> Clause:
    word = cursor.take()
    first = _date(cursor)
    if cursor.take_if(Role.TO, Role.BY, Role.DASH, Role.BEFORE):
        cursor.take_if(Role.TO, Role.BY)
        second = _date(cursor)
        cursor.take_if(Role.INCLUSIVE)
        return Clause(Relation.THROUGH, [first, second])
    if word.value == 2:
        raise Refusal("the second day of the night is not named")
    open_ended = cursor.take_if(Role.ONWARDS) or word.value == 1
    spelled = first.last_year is not None or first.by_slash
    return Clause(Relation.SINCE if open_ended and not spelled else Relation.WITHIN, [first])


def _leading(cursor: Cursor) -> Clause:
    relation = _LEADING[cursor.take().role]
    if relation is Relation.UNTIL:
        cursor.take_if(Role.BY, Role.TO)
    cursor.take_if(Role.DASH)
    date = _date(cursor)
    if cursor.take_if(Role.INCLUSIVE):
        relation = {Relation.BEFORE: Relation.UNTIL, Relation.AFTER: Relation.SINCE}.get(
            relation, relation
        )
    # Before the end of 1941 is within 1941; after its beginning is so too.
    if date.edge and relation is Relation.BEFORE and date.part == (3, 3):
        relation = Relation.UNTIL
    elif date.edge and relation is Relation.AFTER and date.part == (1, 3):
        relation = Relation.SINCE
    return Clause(relation, [date])


def _plain(cursor: Cursor) -> Clause:
    marked = cursor.peek().role in (Role.MARK, Role.CIRCA_OR_CENTURY)
    first = _date(cursor)
    joint = cursor.peek().role
    if cursor.take_if(Role.DASH, Role.TO, Role.BY):
        cursor.take_if(Role.TO)
        second = _date(cursor)
        if joint is Role.DASH:
            check_shortened(first, second)
        if marked:  # ca. 1918–1920: the word before a range holds for both its ends
            second.mark |= first.mark
        if cursor.index and cursor.peek(-1).raw == ")":
            first.mark |= second.mark  # 1918–1920 (?)
        cursor.take_if(Role.INCLUSIVE)
        return Clause(Relation.THROUGH, [first, second])
    if joint is Role.OR and cursor.peek(2).role is Role.END:
        relation = _OR_ALONE.get(cursor.peek(1).role)
        if relation is not None:
            cursor.index += 2
            return Clause(relation, [first])
    trailing = _TRAILING.get(cursor.peek().role)
    if trailing is not None:
        cursor.take()
        return Clause(trailing, [first])
    return Clause(Relation.WITHIN, [first])


def _stretch(clause: Clause, setting: Setting) -> Stretch:
    found = [resolve(date, setting) for date in clause.dates]
    if clause.relation is Relation.THROUGH:
        return through(*found)
    shape = _ONE_DATE.get(clause.relation)
    return found[0] if shape is None else shape(found[0])


def _joined(
    stretches: list[Stretch], clauses: list[Clause], joint: Role, remarks: tuple[str, ...]
) -> Dating:
    if joint is Role.AND and _bounds_one_time(clauses):
        stretches = [_common(*stretches)]
    if len(stretches) == 1:
        only = stretches[0]
        return Dating(only.strict(), only.widened(), name_stretch(only), remarks)
    if joint is Role.AND:
        one_sided = (Relation.BEFORE, Relation.AFTER, Relation.UNTIL, Relation.SINCE)
        if any(clause.relation in one_sided for clause in clauses):
            raise Refusal("“and” joins a beginning with an end, or dates; use “or” or “between”")
        remarks = (*remarks, "The dates are taken together: some time within one of them.")
    return Dating(
        Allowed.of(*(span for each in stretches for span in each.strict().spans)),
        Allowed.of(*(span for each in stretches for span in each.widened().spans)),
        name_members(stretches, "[]" if joint is Role.OR else "{}"),
        remarks,
    )


def _bounds_one_time(clauses: list[Clause]) -> bool:
    """Tell whether two clauses bound one time from both sides: after X and before Y."""
    lower, upper = (Relation.AFTER, Relation.SINCE), (Relation.BEFORE, Relation.UNTIL)
    if len(clauses) != 2:
        return False
    first, second = clauses[0].relation, clauses[1].relation
    return (first in lower and second in upper) or (first in upper and second in lower)


def _common(first: Stretch, second: Stretch) -> Stretch:
    start, finish = (first, second) if second.first.is_open else (second, first)
    if start.first.day > finish.last.day:
        raise Refusal("it ends before it begins")
    return replace(start, last=finish.last)
