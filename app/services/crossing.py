"""Findings across points: what rules of order, duration, sum and share make impossible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.anachronism import DatedAccount, told_after_death
from app.domain.case import Case
from app.domain.flags import Flag
from app.domain.names import fold
from app.domain.records import Kinship, Rule
from app.domain.rules import (
    arithmetic_flags,
    chronology_flags,
    kin_flags,
    links_of,
    role_rules,
)
from app.services.weighing import load_cases, telling_days
from app.store.queries.rules import (
    list_dated_accounts,
    list_kinships,
    list_points_of_kin,
    list_ruled_points,
    list_rules,
)


@dataclass(frozen=True, slots=True)
class Bonds:
    """What binds points to one another, read at one moment: finding then holds up no edit."""

    rules: Sequence[Rule]
    kinships: Sequence[Kinship]
    tellings: Mapping[int, Sequence[DatedAccount]]
    """The dated accounts that a person gave, for each subject whose death is asked for."""


def load_bonds(connection: Any, cases: Mapping[int, Case]) -> Bonds:
    """Return what binds the given points."""
    dead = dict.fromkeys(case.subject_id for case in cases.values() if _tells_death(case))
    return Bonds(
        list_rules(connection, cases),
        list_kinships(connection, cases),
        {subject: list(_accounts(connection, subject)) for subject in dead},
    )


@dataclass(frozen=True, slots=True)
class Bound:
    """Points that hang together, read at one moment, with their next of kin and what binds them."""

    cases: Mapping[int, Case]
    kin: Sequence[Case]
    bonds: Bonds


def load_bound(connection: Any, point_ids: Iterable[int]) -> Bound:
    """Return those of the given points that anything binds.

    ``point_ids`` are closed under rules: with a point, all that hang together with it are there.
    """
    ids = list_ruled_points(connection, point_ids)
    if not ids:
        return Bound({}, (), Bonds((), (), {}))
    cases = {case.point_id: case for case in load_cases(connection, ids)}
    near = list_points_of_kin(connection, ids) - cases.keys()
    return Bound(cases, load_cases(connection, near), load_bonds(connection, cases))


def flags_across(bound: Bound) -> dict[int, list[Flag]]:
    """Return the flags that reach over several points, by the id of each point concerned."""
    found: dict[int, list[Flag]] = {}
    for flag in flags_among(bound.bonds, bound.cases, kin=bound.kin):
        for point in flag.point_ids or (0,):
            found.setdefault(point, []).append(flag)
    return found


def flags_among(
    bonds: Bonds,
    cases: Mapping[int, Case],
    *,
    kin: Iterable[Case] = (),
    without: frozenset[int] = frozenset(),
) -> Iterator[Flag]:
    """Yield the flags that bonds find among cases; ``without``: accounts that are set aside.

    ``kin``: births and deaths of their next of kin, which count only as kin.
    """
    links = list(links_of([*bonds.rules, *role_rules(cases.values(), bonds.rules)], cases))
    chained = list(chronology_flags(links, cases))
    yield from chained
    known = {flag.identity for flag in chained}
    for flag in kin_flags(bonds.kinships, [*cases.values(), *kin]):
        if flag.identity not in known:
            yield flag
    yield from arithmetic_flags(bonds.rules, cases)
    yield from flags_of_deaths(bonds, cases.values(), without=without)


def flags_of_deaths(
    bonds: Bonds, cases: Iterable[Case], *, without: frozenset[int] = frozenset()
) -> Iterator[Flag]:
    """Yield the flags of accounts that were given after their speaker's death."""
    for case in filter(_tells_death, cases):
        given = bonds.tellings.get(case.subject_id, ())
        yield from told_after_death(case, (a for a in given if a.account_id not in without))


def _tells_death(case: Case) -> bool:
    return fold(case.role) == "death"


def _accounts(connection: Any, subject_id: int) -> Iterator[DatedAccount]:
    for account_id, siglum, date in list_dated_accounts(connection, subject_id):
        telling = telling_days(date)
        if telling is not None:
            yield DatedAccount(siglum, account_id, date, telling)
