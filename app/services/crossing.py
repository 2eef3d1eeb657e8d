"""Findings across points: what rules of order, duration, sum and share make impossible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.domain.anachronism import DatedAccount, told_after_death
from app.domain.case import Case
from app.domain.flags import Flag
from app.domain.names import fold
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


def flags_across(connection: Any, point_ids: Iterable[int]) -> dict[int, list[Flag]]:
    """Return the flags that reach over several points, by the id of each point concerned.

    ``point_ids`` are closed under rules: with a point, all that hang together with it are there.
    """
    ids = list_ruled_points(connection, point_ids)
    if not ids:
        return {}
    cases = {case.point_id: case for case in load_cases(connection, ids)}
    near = list_points_of_kin(connection, ids) - cases.keys()
    found: dict[int, list[Flag]] = {}
    for flag in flags_among(connection, cases, kin=load_cases(connection, near)):
        for point in flag.point_ids or (0,):
            found.setdefault(point, []).append(flag)
    return found


def flags_among(
    connection: Any,
    cases: Mapping[int, Case],
    *,
    kin: Iterable[Case] = (),
    without: frozenset[int] = frozenset(),
) -> Iterator[Flag]:
    """Yield the flags that rules find among cases; ``without``: accounts that are set aside.

    ``kin``: births and deaths of their next of kin, which count only as kin.
    """
    rules = list_rules(connection, cases)
    links = list(links_of([*rules, *role_rules(cases.values(), rules)], cases))
    chained = list(chronology_flags(links, cases))
    yield from chained
    known = {flag.identity for flag in chained}
    for flag in kin_flags(list_kinships(connection, cases), [*cases.values(), *kin]):
        if flag.identity not in known:
            yield flag
    yield from arithmetic_flags(rules, cases)
    yield from flags_of_deaths(connection, cases.values(), without=without)


def flags_of_deaths(
    connection: Any, cases: Iterable[Case], *, without: frozenset[int] = frozenset()
) -> Iterator[Flag]:
    """Yield the flags of accounts that were given after their speaker's death."""
    for case in cases:
        if fold(case.role) == "death":
            yield from told_after_death(case, _accounts(connection, case.subject_id, without))


def _accounts(connection: Any, subject_id: int, without: frozenset[int]) -> Iterator[DatedAccount]:
    for account_id, siglum, date in list_dated_accounts(connection, subject_id):
        telling = telling_days(date)
        if telling is not None and account_id not in without:
            yield DatedAccount(siglum, account_id, date, telling)
