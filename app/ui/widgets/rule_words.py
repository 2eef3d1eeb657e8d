"""Rules in words: between two points as a cell says it, and as a whole sentence."""

from __future__ import annotations

from app.domain.records import Rule
from app.domain.rules import RuleKind
from app.services.rules import RuleLine
from app.ui.labels import ORDERS

_BY = ("at least", "at most", "exactly")


def amount_words(rule: Rule) -> str:
    """Return value and unit of a rule: ``3 years``."""
    return f"{rule.value} {rule.unit}".strip() if rule.value.strip() else ""


def relation_words(rule: Rule, lasting: str = "") -> str:
    """Return what stands between the points; ``lasting`` names the point that says how long."""
    amount = amount_words(rule)
    if rule.kind == RuleKind.DURATION:
        told = f"as long as “{lasting}” says" if lasting else "as long as is told"
        return f"lasts {told if rule.c_id else amount}, until"
    if rule.kind == RuleKind.SUM:
        return "has as a part"
    if rule.kind == RuleKind.SHARE:
        return "is taken of the whole" if rule.relation == "whole" else "is the share of"
    relation = rule.relation or "before"
    if not amount:
        return ORDERS["after" if relation == "after" else "before"]
    if relation in _BY:
        return f"{ORDERS[relation]} {amount},"
    return f"{ORDERS.get(relation, relation)}, by at least {amount},"


def rule_sentence(line: RuleLine) -> str:
    """Return a whole rule, such as ``Kononov: “joined” comes before “crossed”``.

    A subject that all its points share is named once.
    """
    points = [point for point in (line.a, line.b, line.c) if point is not None]
    shared = len({point.subject for point in points}) == 1
    a, b, *rest = (point.question if shared else point.title for point in points)
    relation = relation_words(line.rule, rest[0] if rest else "")
    return f"{f'{line.a.subject}: ' if shared else ''}“{a}” {relation} “{b}”."


def other_point(line: RuleLine) -> str:
    """Return the second point, with its subject only where that is another one."""
    return line.b.question if line.b.subject == line.a.subject else line.b.title


def flag_words(line: RuleLine) -> str:
    """Return how much the rule makes impossible: ``2``, ``1 and 1 in tension``, ``–``."""
    soft = f"{line.tensions} in tension" if line.tensions else ""
    hard = str(line.contradictions) if line.contradictions else ""
    return " and ".join(filter(None, (hard, soft))) or "–"
