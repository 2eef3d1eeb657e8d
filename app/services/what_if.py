"""What if a source, an account or a speaker were set aside: found anew, nothing written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.analysis import Findings, analyse
from app.domain.case import Case
from app.domain.flags import Flag
from app.domain.records import Degree
from app.domain.what_if import (
    PointChange,
    SetAside,
    VersionFate,
    case_without,
    compare_findings,
    version_fates,
)
from app.domain.witnesses import Dependence
from app.services.crossing import Bonds, flags_among, load_bonds
from app.services.weighing import load_cases, load_dependence, speaker_key
from app.services.workspace import Workspace
from app.store.queries import aside as queries
from app.store.queries.rules import (
    list_linked_points,
    list_points_of_kin,
    list_ruled_points,
)

_BATCH = 200
Progress = Callable[[int, int], None]
"""Told how many of how many steps are done; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would be found otherwise if something were set aside; nothing of it is written."""

    aside: SetAside
    points_touched: int
    claims_aside: int
    changes: tuple[PointChange, ...]
    """Points on which anything differs, those with the most at stake first."""


@dataclass(frozen=True, slots=True)
class SupposedPoint:
    """One point as it would be found without what is set aside; nothing of it is written."""

    findings: Findings
    fates: tuple[VersionFate, ...]
    """What becomes of each version, in their order, and then those that are new."""
    change: PointChange
    flags: tuple[Flag, ...]
    """Every flag that would be found on the point, also those by rules."""
    claims_aside: frozenset[int]


def set_aside(
    workspace: Workspace,
    *,
    sources: Iterable[int] = (),
    accounts: Iterable[int] = (),
    speakers: Iterable[int] = (),
    with_borrowers: bool = False,
) -> SetAside:
    """Return what to set aside, from ids; ``with_borrowers``: also all that certainly draws on it.

    A speaker stands for all subjects that are the same as he.
    """
    with workspace.reading() as connection:
        keys = frozenset(
            speaker_key(person) for person in queries.list_persons(connection, speakers)
        )
        aside = SetAside(frozenset(sources), frozenset(accounts), keys)
        if not with_borrowers:
            return aside
        return replace(aside, accounts=_with_borrowers(load_dependence(connection), aside))


def _with_borrowers(dependence: Dependence, aside: SetAside) -> frozenset[int]:
    fallen = {
        account
        for account, telling in dependence.tellings.items()
        if account in aside.accounts
        or telling.source_id in aside.sources
        or telling.speaker in aside.speakers
    }
    found = -1
    while found != len(fallen):
        found = len(fallen)
        fallen |= {
            borrower
            for borrower, links in dependence.lenders.items()
            for link in links
            if link.degree is Degree.CERTAIN
            and not link.points
            and not fallen.isdisjoint(link.lenders)
        }
    return frozenset(fallen)


def what_if(workspace: Workspace, aside: SetAside, progress: Progress = lambda *_: None) -> Outcome:
    """Find everything that is touched anew without what is set aside, and say what differs.

    Reads a few points at a time, so that an edit in the meantime need not wait for the whole.
    """
    with workspace.reading() as connection:
        touched = queries.list_points_told_by(
            connection, aside.sources, aside.accounts, _subject_ids(aside)
        )
        dependence = load_dependence(connection)
    across = _across(workspace, touched, aside)
    changes: list[PointChange] = []
    fallen = 0
    for case in read_cases(workspace, sorted(touched | across.keys()), progress):
        left = case_without(case, aside)
        fallen += len(case.claims) - len(left.claims)
        was, now = across.get(case.point_id, ((), ()))
        changes.append(
            compare_findings(case, analyse(case, dependence), analyse(left, dependence), was, now)
        )
    differing = [change for change in changes if change.differs]
    differing.sort(key=lambda change: (change.weight, change.title), reverse=True)
    return Outcome(aside, len(touched), fallen, tuple(differing))


def read_cases(workspace: Workspace, ids: Sequence[int], progress: Progress) -> Iterator[Case]:
    """Yield the given points as cases, read a few at a time; those that are gone are left out."""
    for start in range(0, len(ids), _BATCH):
        progress(start, len(ids))
        with workspace.reading() as connection:
            cases = load_cases(connection, ids[start : start + _BATCH])
        yield from cases


def get_supposed_point(workspace: Workspace, point_id: int, aside: SetAside) -> SupposedPoint:
    """Return one point as it would be found, and how that differs from what is found.

    Raises ``LookupError`` when there is no such point.
    """
    with workspace.reading() as connection:
        case = next(iter(load_cases(connection, [point_id])), None)
        if case is None:
            raise LookupError(f"There is no point {point_id}.")
        dependence = load_dependence(connection, [point_id])
    was, now = _across(workspace, {point_id}, aside).get(point_id, ((), ()))
    left = case_without(case, aside)
    before, after = analyse(case, dependence), analyse(left, dependence)
    return SupposedPoint(
        findings=after,
        fates=version_fates(before.versions, after.versions),
        change=compare_findings(case, before, after, was, now),
        flags=(*after.flags, *now),
        claims_aside=frozenset(claim.claim_id for claim in case.claims if aside.holds(claim)),
    )


def _subject_ids(aside: SetAside) -> list[int]:
    return [int(key.rsplit(" ", 1)[1]) for key in aside.speakers]


Flags = tuple[Flag, ...]


def _across(
    workspace: Workspace, touched: Iterable[int], aside: SetAside
) -> dict[int, tuple[Flags, Flags]]:
    """Return the flags by rules before and after, by point, for all points linked to these.

    All that is needed is read first: no edit waits while flags are found.
    """
    with workspace.reading() as connection:
        linked = list_ruled_points(connection, list_linked_points(connection, touched))
        cases = cases_by_id(connection, linked)
        kin = kin_of(connection, cases)
        bonds = load_bonds(connection, cases)
        without = accounts_aside(connection, aside)
    before = _by_point(flags_among(bonds, cases, kin=kin))
    after = _by_point(flags_without(bonds, cases, kin, aside, without))
    return {
        point: (before.get(point, ()), after.get(point, ()))
        for point in before.keys() | after.keys()
    }


def kin_of(connection: Any, cases: Mapping[int, Case]) -> list[Case]:
    """Return the births and deaths of next of kin that bound these cases from without."""
    return load_cases(connection, list_points_of_kin(connection, cases) - cases.keys())


def flags_without(
    bonds: Bonds,
    cases: Mapping[int, Case],
    kin: Iterable[Case],
    aside: SetAside,
    without: frozenset[int],
) -> Iterator[Flag]:
    """Yield the flags by rules among cases that would be found without what is set aside.

    ``without`` are the accounts that fall with it.
    """
    return flags_among(
        bonds,
        {point: case_without(case, aside) for point, case in cases.items()},
        kin=[case_without(case, aside) for case in kin],
        without=without,
    )


def accounts_aside(connection: Any, aside: SetAside) -> frozenset[int]:
    """Return the accounts that fall with what is set aside."""
    return frozenset(
        queries.list_accounts_of(connection, aside.sources, aside.accounts, _subject_ids(aside))
    )


def _by_point(flags: Iterable[Flag]) -> dict[int, Flags]:
    found: dict[int, Flags] = {}
    for flag in flags:
        for point in flag.point_ids:
            found[point] = (*found.get(point, ()), flag)
    return found


def cases_by_id(connection: Any, point_ids: Iterable[int]) -> dict[int, Case]:
    """Return points as cases by their ids."""
    return {case.point_id: case for case in load_cases(connection, point_ids)}
