"""Rules that follow from what a point is: nothing befalls a person before birth or after death."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.names import fold
from app.domain.records import Rule
from app.domain.rules.beyond_life import is_formed_again

_BEGINNINGS = ("birth", "formation")
_ENDS = ("death", "disbandment")
TWICE = {f"{role} twice": role for role in (*_BEGINNINGS, *_ENDS)}
"""Notes of the rules between two points of one subject and one role, with the role."""
_UNBOUND = "unbound"
ROLES = (*_BEGINNINGS, *_ENDS, "posthumous", _UNBOUND)
"""Roles of date points.

A *posthumous* one (a burial, a rehabilitation) is not bound by the end; an *unbound* one (the birth
of a son) by neither.
"""


def role_rules(cases: Iterable[Case], written: Iterable[Rule] = ()) -> Iterator[Rule]:
    """Yield the rules of order that birth and death (formation, disbandment) of a subject make.

    They carry id 0, for no row holds them, and a note that says where they come from. Where one
    of the ``written`` rules of order says the reverse, the historian knows better: none is made.
    """
    known = {_first_and_last(rule) for rule in written if rule.kind == "order"}
    by_subject: dict[int, list[Case]] = {}
    for case in cases:
        if case.kind is Kind.DATE:
            by_subject.setdefault(case.subject_id, []).append(case)
    for points in by_subject.values():
        for bounding in _bounding(points):
            for other in points:
                if other is not bounding:
                    for rule in _rule(bounding, other):
                        if (rule.b_id, rule.a_id) not in known:
                            yield rule


def _first_and_last(rule: Rule) -> tuple[int, int]:
    is_after = fold(rule.relation) == "after"
    return (rule.b_id, rule.a_id) if is_after else (rule.a_id, rule.b_id)


def _bounding(points: Sequence[Case]) -> list[Case]:
    """Return the beginnings and ends among the points of one subject.

    The disbandment of a unit that was formed again is no end.
    """
    found = [case for case in points if fold(case.role) in (*_BEGINNINGS, *_ENDS)]
    if any(fold(case.role) == "disbandment" for case in found) and any(
        is_formed_again(fold(case.question)) for case in points
    ):
        found = [case for case in found if fold(case.role) != "disbandment"]
    return found


def _rule(bounding: Case, other: Case) -> Iterator[Rule]:
    role, bound = fold(bounding.role), fold(other.role)
    if bound == _UNBOUND:
        return
    place = "first" if role in _BEGINNINGS else "last"
    note = f"{role} {'twice' if bound == role else place}"
    if role in _BEGINNINGS:
        yield Rule(0, "order", bounding.point_id, other.point_id, "before", note=note)
    elif bound not in ("posthumous", *_BEGINNINGS):
        yield Rule(0, "order", other.point_id, bounding.point_id, "before", note=note)
