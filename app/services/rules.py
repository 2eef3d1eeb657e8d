"""Rules between points: what must come first, how long it lasts, what must add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.case import Case
from app.domain.errors import UserError
from app.domain.flags import FlagKind
from app.domain.records import Dismissal, Point, Rule
from app.domain.rules import check_rule, kin_rules, role_rules
from app.services.actions import Action
from app.services.weighing import load_cases
from app.services.workspace import Workspace
from app.store.commands.rows import add_records, delete_rows, edit_record
from app.store.ids import new_id
from app.store.queries import rule_lines as queries
from app.store.queries.findings import FlagLine, list_flag_lines
from app.store.queries.judgements import list_dismissals
from app.store.queries.nouns import list_records
from app.store.queries.overview import list_flag_ids
from app.store.queries.rule_lines import PointName as PointName
from app.store.queries.rule_lines import RuleLine as RuleLine
from app.store.queries.rules import list_kinships, list_linked_points
from app.store.queries.rules import list_rules as query_rules

_KINDS_ACROSS = (FlagKind.CHRONOLOGY, FlagKind.ARITHMETIC, FlagKind.ANACHRONISM)


@dataclass(frozen=True, slots=True)
class Chain:
    """The points that hang together with one point by rules, for drawing on one line of time."""

    cases: tuple[Case, ...]
    rules: tuple[Rule, ...]
    """Those of the dossier."""
    bounds: tuple[Rule, ...]
    """Those that birth and death, formation and disbandment, and kin make by themselves."""
    flags: tuple[FlagLine, ...]
    """What cannot hold there, as it is kept, the hardest first."""
    dismissals: tuple[Dismissal, ...]
    """Of those flags."""


def add_rule(workspace: Workspace, rule: Rule) -> int:
    """Keep a new rule and return its id; one that cannot mean anything is refused."""
    return add_rules(workspace, [rule])


def add_rules(workspace: Workspace, rules: Sequence[Rule]) -> int:
    """Keep rules that belong together (a share's part and whole); return the id of the first."""

    def change(tx: Any) -> int:
        ids = []
        for rule in rules:
            kept = replace(rule, id=new_id())
            _check(tx, kept)
            add_records(tx, [kept])
            ids.append(kept.id)
        return ids[0]

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
    points = list_records(tx, Point, {rule.a_id, rule.b_id, rule.c_id or 0})
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


def list_rule_ids(workspace: Workspace) -> list[int]:
    """Return the ids of all rules, those of one subject together."""
    with workspace.reading() as connection:
        return queries.list_rule_ids(connection)


def list_rule_lines(workspace: Workspace, ids: Iterable[int]) -> list[RuleLine]:
    """Return the rules with the given ids as lines, in that order."""
    with workspace.reading() as connection:
        return queries.list_rule_lines(connection, ids)


def get_chain(workspace: Workspace, point_id: int) -> Chain:
    """Return the points that hang together with a point by rules, and what cannot hold there."""
    with workspace.reading() as connection:
        ids = list_linked_points(connection, [point_id])
        cases = tuple(load_cases(connection, sorted(ids)))
        across = list_flag_ids(connection, _KINDS_ACROSS, with_dismissed=True)
        flags = [f for f in list_flag_lines(connection, across) if not ids.isdisjoint(f.point_ids)]
        aside = [flag.dismissal_id for flag in flags if flag.dismissal_id is not None]
        written = tuple(query_rules(connection, ids))
        return Chain(
            cases=cases,
            rules=written,
            bounds=(*role_rules(cases, written), *kin_rules(list_kinships(connection, ids), cases)),
            flags=tuple(flags),
            dismissals=tuple(list_dismissals(connection, 0, aside)),
        )
