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
        return f"is followed, after {f'the time of “{lasting}”' if lasting else amount}, by"
    if rule.kind == RuleKind.SUM:
        return "is a total, of which one part is"
    if rule.kind == RuleKind.SHARE:
        return f"is a share, of which the {rule.relation or 'part'} is"
    relation = rule.relation or "before"
    if not amount:
        return ORDERS["after" if relation == "after" else "before"]
    if relation in _BY:
        return f"{ORDERS[relation]} {amount},"
    return f"{ORDERS.get(relation, relation)}, by at least {amount},"


def rule_sentence(line: RuleLine) -> str:
    """Return a whole rule, such as ``“K: joined” comes before “K: crossed”``."""
    relation = relation_words(line.rule, line.c.title if line.c else "").rstrip(",")
    return f"“{line.a.title}” {relation} “{line.b.title}”."


def other_point(line: RuleLine) -> str:
    """Return the second point, with its subject only where that is another one."""
    return line.b.question if line.b.subject == line.a.subject else line.b.title


def flag_words(line: RuleLine) -> str:
    """Return how much the rule makes impossible: ``2``, ``1 and 1 in tension``, ``–``."""
    soft = f"{line.tensions} in tension" if line.tensions else ""
    hard = str(line.contradictions) if line.contradictions else ""
    return " and ".join(filter(None, (hard, soft))) or "–"
