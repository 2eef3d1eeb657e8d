"""Rules between points: what must come first, how long it lasts, what must add up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from app.domain.case import Case
from app.domain.errors import UserError
from app.domain.flags import Flag
from app.domain.records import Point, Rule
from app.domain.rules import check_rule
from app.services.actions import Action
from app.services.crossing import flags_across
from app.services.weighing import load_cases
from app.services.workspace import Workspace
from app.store.commands.rows import add_records, delete_rows, edit_record
from app.store.ids import new_id
from app.store.queries.nouns import list_records
from app.store.queries.rules import list_linked_points
from app.store.queries.rules import list_rules as query_rules


@dataclass(frozen=True, slots=True)
class Chain:
    """The points that hang together with one point by rules, for drawing on one line of time."""

    cases: tuple[Case, ...]
    rules: tuple[Rule, ...]
    flags: tuple[Flag, ...]


def add_rule(workspace: Workspace, rule: Rule) -> int:
    """Keep a new rule and return its id; one that cannot mean anything is refused."""

    def change(tx: Any) -> int:
        kept = replace(rule, id=new_id())
        _check(tx, kept)
        add_records(tx, [kept])
        return kept.id

    return workspace.perform(Action.ADD_RULE, change)


def edit_rule(workspace: Workspace, rule: Rule) -> None:
    """Write a rule over the one with its id."""

    def change(tx: Any) -> None:
        _check(tx, rule)
        edit_record(tx, rule)

    workspace.perform(Action.EDIT_RULE, change)


def delete_rule(workspace: Workspace, rule_id: int) -> None:
    """Forget a rule."""
    workspace.perform(Action.DELETE_RULE, lambda tx: delete_rows(tx, "rule", [rule_id]))


def _check(tx: Any, rule: Rule) -> None:
    points = list_records(tx, Point, {rule.a_id, rule.b_id})
    check_rule(rule, {point.id: point.kind for point in points})
    twins = query_rules(tx, [rule.a_id])
    same = (rule.kind, rule.a_id, rule.b_id, rule.relation, rule.value, rule.c_id)
    if any(
        (t.kind, t.a_id, t.b_id, t.relation, t.value, t.c_id) == same and t.id != rule.id
        for t in twins
    ):
        raise UserError("This rule is there already.")


def list_rules(workspace: Workspace) -> list[Rule]:
    """Return every rule, oldest first."""
    with workspace.reading() as connection:
        return query_rules(connection)


def get_chain(workspace: Workspace, point_id: int) -> Chain:
    """Return the points that hang together with a point by rules, and what cannot hold there."""
    with workspace.reading() as connection:
        ids = list_linked_points(connection, [point_id])
        flags = flags_across(connection, ids)
        unique = {flag.identity: flag for found in flags.values() for flag in found}
        return Chain(
            cases=tuple(load_cases(connection, ids)),
            rules=tuple(query_rules(connection, ids)),
            flags=tuple(unique.values()),
        )
