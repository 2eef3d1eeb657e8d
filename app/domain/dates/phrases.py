"""Read what historians write: dates joined by before, between, or, from … to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.dates.calendar import Calendar
from app.domain.dates.clauses import (
    LOWER,
    UPPER,
    Clause,
    Relation,
    bounds_one_time,
    read_clauses,
)
from app.domain.dates.cursor import Cursor
from app.domain.dates.doubles import resolve
from app.domain.dates.items import CALENDARS
from app.domain.dates.naming import name_members, name_stretch
from app.domain.dates.partials import complete
from app.domain.dates.refusals import Refusal
from app.domain.dates.resolving import Setting
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
from app.domain.sets import Allowed

_ONE_DATE: dict[Relation, Callable[[Stretch], Stretch]] = {
    Relation.BEFORE: before,
    Relation.AFTER: after,
    Relation.UNTIL: until,
    Relation.SINCE: since,
}
_WHOLE_TEXT = {
    Role.FEAST: "a feast; work out its day and write that",
    Role.REIGN: "a reign; work out the year and write that",
    Role.OFFSET: "a time counted from a date; work it out and write that",
    Role.MIDNIGHT: "either end of a day; name the night by both its days",
    Role.UNDATED: "no date; leave the answer empty or record a silence",
}


_UNREADABLE = frozenset((*_WHOLE_TEXT, Role.UNKNOWN))


def read_phrase(tokens: list[Token], setting: Setting) -> Dating:
    """Read a text as tokens; raise ``Refusal`` when any of it is not understood."""
    roles = {token.role for token in tokens}
    if not _UNREADABLE.isdisjoint(roles):
        _refuse(tokens)
    cursor = Cursor(tokens)
    style = _leading_style(cursor)
    mark = _leading_doubt(cursor)
    clauses, joint = read_clauses(cursor)
    if cursor.peek().role is not Role.END:
        raise Refusal(f"“{cursor.peek().raw}” is not understood at its place")
    dates = [date for clause in clauses for date in clause.dates]
    complete(dates)
    if mark:
        for date in dates:
            date.mark |= mark
    if Role.CALENDAR in roles:
        _settle_calendars(clauses, style, setting)
    stretches = [_stretch(clause, setting) for clause in clauses]
    return _joined(stretches, clauses, joint, tuple(setting.remarks))


def _refuse(tokens: list[Token]) -> None:
    """Name the first word that is not understood, or that dates nothing by itself."""
    for token in tokens:
        if token.role in _WHOLE_TEXT:
            raise Refusal(f"“{token.raw}” means {_WHOLE_TEXT[token.role]}")
        if token.role is Role.UNKNOWN:
            raise Refusal(f"“{token.raw}” is not understood")


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
        cursor.take_if(Role.COMMA)
        return UNCERTAIN
    return 0


def _stretch(clause: Clause, setting: Setting) -> Stretch:
    for remark in clause.remarks:
        setting.remark(remark)
    found = [resolve(date, setting) for date in clause.dates]
    if clause.relation is Relation.THROUGH:
        span = through(*found)
        if clause.is_night and span.last.day - span.first.day != 1:
            raise Refusal("a night lies between two days that follow one another")
        return span
    shape = _ONE_DATE.get(clause.relation)
    return found[0] if shape is None else shape(found[0])


def _joined(
    stretches: list[Stretch], clauses: list[Clause], joint: Role, remarks: tuple[str, ...]
) -> Dating:
    if joint is Role.AND and bounds_one_time(clauses):
        stretches = [_common(*stretches)]
    if len(stretches) == 1:
        only = stretches[0]
        strict = only.strict()
        widened = only.widened() if only.first.mark or only.last.mark else strict
        return Dating(strict, widened, name_stretch(only), remarks)
    if joint is Role.AND:
        if any(clause.relation in (*LOWER, *UPPER) for clause in clauses):
            raise Refusal("“and” joins a beginning with an end, or dates; use “or” or “between”")
        remarks = (*remarks, "The dates are taken together: some time within one of them.")
    return Dating(
        Allowed.of(*(span for each in stretches for span in each.strict().spans)),
        Allowed.of(*(span for each in stretches for span in each.widened().spans)),
        name_members(stretches, "[]" if joint is Role.OR else "{}"),
        remarks,
    )


def _common(first: Stretch, second: Stretch) -> Stretch:
    start, finish = (first, second) if second.first.is_open else (second, first)
    if start.first.day > finish.last.day:
        raise Refusal("it ends before it begins")
    return replace(start, last=finish.last)
