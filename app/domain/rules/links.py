"""Rules between date points as links: how many days may lie from one point to another."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.dates import civil, day_number
from app.domain.errors import UnreadableAnswerError, UserError
from app.domain.names import fold
from app.domain.quantities import SCALE, read_quantity
from app.domain.records import Rule, Stance
from app.domain.sets import FIRST, LAST, Allowed

DAYS_A_YEAR = 366
"""Days by which a duration said in years may be off: one may count whole, begun or rounded ones."""
KIN = "kin"
"""Kind of the rules that follow from who is whose mother, father or spouse; no row holds them."""
_PLAIN_ORDERS = ("before", "after")
_SLACK = {"year": DAYS_A_YEAR, "month": 31, "week": 7, "day": 1}


class RuleKind(enum.StrEnum):
    """What sort of rule a row of the sheet of rules holds."""

    ORDER = "order"
    DURATION = "duration"
    SUM = "sum"
    SHARE = "share"


RELATIONS: Mapping[RuleKind, tuple[str, ...]] = {
    RuleKind.ORDER: ("before", "after", "at least", "at most", "exactly"),
    RuleKind.DURATION: ("lasts as long as",),
    RuleKind.SUM: ("part",),
    RuleKind.SHARE: ("part", "whole"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """``low <= day of b - day of a <= high``, by a rule and, for a duration, a claim."""

    a: int
    b: int
    low: int
    high: int
    rule: Rule
    claim: Weighed | None = None
    strict_low: int = FIRST
    """The same bounds without the allowance; as wide as ``low`` and ``high`` when exact."""
    strict_high: int = LAST
    months_low: int | None = None
    """The same bounds in whole months of the calendar, where the rule says years or months."""
    months_high: int | None = None

    @property
    def is_plain_order(self) -> bool:
        """Tell whether a rule of order that is written says no more than *before* or *after*."""
        rule = self.rule
        is_order = rule.kind == RuleKind.ORDER and rule.id != 0
        return is_order and not rule.value.strip() and fold(rule.relation) in _PLAIN_ORDERS


def add_months(day: int, months: int) -> int:
    """Return the last day that counts as so many months later (earlier, below nought).

    A month's last day stays one, so that 31 January and 28 February are a month apart both ways.
    """
    year, month, day_of_month = civil(day)
    place = year * 12 + month - 1 + months
    last = _first_of_month(place + 1) - 1
    if day + 1 == _first_of_month(year * 12 + month):
        return last
    return min(_first_of_month(place) + day_of_month - 1, last)


def _first_of_month(place: int) -> int:
    """Return the first day of a month, counted from January of the year 0."""
    return day_number(place // 12, place % 12 + 1, 1)


def check_rule(rule: Rule, kinds: Mapping[int, Kind]) -> None:
    """Raise ``UserError`` when a rule cannot mean anything; ``kinds`` are those of its points."""
    known = ", ".join(RuleKind)
    if rule.kind not in set(RuleKind):
        raise UserError(f"“{rule.kind}” is no kind of rule; the kinds are {known}.")
    kind = RuleKind(rule.kind)
    wanted = Kind.DATE if kind in (RuleKind.ORDER, RuleKind.DURATION) else Kind.QUANTITY
    if any(kinds.get(point) is not wanted for point in (rule.a_id, rule.b_id)):
        raise UserError(f"A rule of {kind} holds between points that are answered by a {wanted}.")
    if rule.a_id == rule.b_id:
        raise UserError(f"A rule of {kind} needs two different points.")
    if rule.relation and fold(rule.relation) not in RELATIONS[kind]:
        raise UserError(
            f"“{rule.relation}” is no relation of a rule of {kind}; "
            f"it can be {', '.join(RELATIONS[kind])}."
        )
    if kind is RuleKind.ORDER:
        _distance(rule)
    elif kind is RuleKind.DURATION:
        _check_length(rule, kinds)


def _check_length(rule: Rule, kinds: Mapping[int, Kind]) -> None:
    """Refuse a duration that nothing says the length of."""
    if rule.c_id is not None:
        if kinds.get(rule.c_id) is not Kind.QUANTITY:
            raise UserError("The point that says how long it lasts is answered by a quantity.")
    elif _days(rule.value, rule.unit) is None:
        raise UserError(
            "A rule of duration says how long it lasts: write a length of time, such as 3 years, "
            "or name the point that says it."
        )


def links_of(rules: Iterable[Rule], cases: Mapping[int, Case]) -> Iterator[Link]:
    """Yield the links that rules of order and duration make between the given points."""
    for rule in rules:
        if rule.a_id not in cases or rule.b_id not in cases:
            continue
        if rule.kind == RuleKind.ORDER:
            low, high = _distance(rule)
            months = _months(rule)
            yield Link(
                rule.a_id, rule.b_id, low, high, rule, None, low, high,
                months if low > 0 else None, months if high < LAST else None,
            )  # fmt: skip
        elif rule.kind == RuleKind.DURATION:
            yield from _durations(rule, cases)


def _distance(rule: Rule) -> tuple[int, int]:
    """Return the least and greatest number of days from ``a`` to ``b`` of a rule of order."""
    relation = fold(rule.relation) or "before"
    span = _days(rule.value, rule.unit)
    if relation == "before" or (relation == "at least" and span is not None):
        return (0 if span is None else span.first), LAST
    if relation == "after":
        return FIRST, (0 if span is None else -span.first)
    if span is None:
        raise UserError(f"A rule of order “{relation}” needs a value, such as 3 years.")
    return (0 if relation == "at most" else span.first), span.last


_WHOLE_MONTHS = re.compile(r"(?P<number>\d+) (?P<unit>year|month)")


def _months(rule: Rule) -> int | None:
    """Return the value of a rule in whole months, where it says just so many years or months."""
    if not rule.value.strip() or fold(rule.relation) == "after":
        return None
    match = _WHOLE_MONTHS.fullmatch(read_quantity(f"{rule.value} {rule.unit}".strip()).canonical)
    if match is None:
        return None
    return int(match["number"]) * (12 if match["unit"] == "year" else 1)


def _days(value: str, unit: str) -> Allowed | None:
    if not value.strip():
        return None
    text = f"{value} {unit}".strip()
    try:
        answer = read_quantity(text)
    except UnreadableAnswerError as error:
        raise UserError(f"The value of the rule cannot be read. {error}") from error
    if answer.unit != "day":
        raise UserError(f"“{text}” is no length of time; write days, months or years.")
    return _in_days(answer.widened)


def _in_days(allowed: Allowed) -> Allowed:
    return Allowed.of(
        *(
            (
                first if first <= FIRST else -(-first // SCALE),
                last if last >= LAST else last // SCALE,
            )
            for first, last in allowed.spans
        )
    )


def _durations(rule: Rule, cases: Mapping[int, Case]) -> Iterator[Link]:
    """Yield a link for each claim on the duration point that the rule names, or its own value."""
    point = cases.get(rule.c_id or 0)
    if point is None:
        span = _days(rule.value, rule.unit)
        if span is not None:
            yield _link(rule, span, span, rule.unit or rule.value, None)
        return
    for claim in point.claims:
        answer = claim.answer
        if answer is not None and claim.stance is Stance.AFFIRMS and answer.unit == "day":
            strict, widened = _in_days(answer.strict), _in_days(answer.widened)
            yield _link(rule, strict, widened, answer.canonical, claim)


def _link(rule: Rule, strict: Allowed, widened: Allowed, words: str, claim: Weighed | None) -> Link:
    slack = next((days for unit, days in _SLACK.items() if unit in words), 1)
    return Link(
        rule.a_id, rule.b_id, _less(widened.first, slack), _more(widened.last, slack), rule, claim,
        _less(strict.first, slack), _more(strict.last, slack),
    )  # fmt: skip


def _less(number: int, by: int) -> int:
    return number if number <= FIRST else number - by


def _more(number: int, by: int) -> int:
    return number if number >= LAST else number + by
