"""Rules that follow from what a point is: nothing befalls a person before birth or after death."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.names import fold
from app.domain.records import Rule

_BEGINNINGS = ("birth", "formation")
_ENDS = ("death", "disbandment")
ROLES = (*_BEGINNINGS, *_ENDS, "posthumous")
"""Roles of date points; a *posthumous* one (a burial, a rehabilitation) is not bound by the end."""


def role_rules(cases: Iterable[Case]) -> Iterator[Rule]:
    """Yield the rules of order that birth and death (formation, disbandment) of a subject make.

    They carry id 0, for no row holds them, and a note that says where they come from.
    """
    by_subject: dict[int, list[Case]] = {}
    for case in cases:
        if case.kind is Kind.DATE:
            by_subject.setdefault(case.subject_id, []).append(case)
    for points in by_subject.values():
        for bounding in points:
            for other in points:
                if other is not bounding:
                    yield from _rule(bounding, other)


def _rule(bounding: Case, other: Case) -> Iterator[Rule]:
    role, bound = fold(bounding.role), fold(other.role)
    if role in _BEGINNINGS:
        yield Rule(0, "order", bounding.point_id, other.point_id, "before", note=f"{role} first")
    elif role in _ENDS and bound not in ("posthumous", *_BEGINNINGS):
        yield Rule(0, "order", other.point_id, bounding.point_id, "before", note=f"{role} last")
