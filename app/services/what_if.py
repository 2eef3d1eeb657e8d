"""What if a source, an account or a speaker were set aside; and on which sources most hangs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.analysis import Findings, analyse
from app.domain.case import Case
from app.domain.flags import Flag
from app.domain.records import Degree
from app.domain.what_if import PointChange, SetAside, case_without, compare_findings
from app.domain.witnesses import Dependence
from app.services.crossing import flags_among, flags_of_deaths
from app.services.weighing import load_cases, load_dependence, speaker_key
from app.services.workspace import Workspace
from app.store.queries import aside as queries
from app.store.queries.findings import list_ids
from app.store.queries.rules import list_linked_points, list_ruled_points

_BATCH = 1000
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
class Linchpin:
    """One source with what would change if it fell."""

    source_id: int
    key: str
    points: int
    """On how many points anything would be found otherwise."""
    statuses: int
    versions_gone: int
    flags_gone: int
    flags_new: int
    witnesses: int
    """How many versions would rest on fewer or other witnesses."""

    @property
    def weight(self) -> tuple[int, int, int]:
        """Return what to sort by: statuses, then versions and flags, then witnesses."""
        return (
            self.statuses,
            self.versions_gone + self.flags_gone + self.flags_new,
            self.witnesses,
        )


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
    """Find everything that is touched anew without what is set aside, and say what differs."""
    with workspace.reading() as connection:
        touched = queries.list_points_told_by(
            connection, aside.sources, aside.accounts, _subject_ids(aside)
        )
        dependence = load_dependence(connection)
        across = _across(connection, touched, aside)
        changes: list[PointChange] = []
        fallen = 0
        ids = sorted(touched | across.keys())
        for start in range(0, len(ids), _BATCH):
            progress(start, len(ids))
            for case in load_cases(connection, ids[start : start + _BATCH]):
                left = case_without(case, aside)
                fallen += len(case.claims) - len(left.claims)
                was, now = across.get(case.point_id, ((), ()))
                changes.append(
                    compare_findings(
                        case, analyse(case, dependence), analyse(left, dependence), was, now
                    )
                )
    differing = [change for change in changes if change.differs]
    differing.sort(key=lambda change: (change.weight, change.title), reverse=True)
    return Outcome(aside, len(touched), fallen, tuple(differing))


def get_findings_without(
    workspace: Workspace, point_id: int, aside: SetAside
) -> tuple[Findings, PointChange]:
    """Return what would be found on one point, and how it differs from what is found."""
    with workspace.reading() as connection:
        (case,) = load_cases(connection, [point_id])
        dependence = load_dependence(connection)
        after = analyse(case_without(case, aside), dependence)
        was, now = _across(connection, {point_id}, aside).get(point_id, ((), ()))
        change = compare_findings(case, analyse(case, dependence), after, was, now)
    return after, change


def _subject_ids(aside: SetAside) -> list[int]:
    return [int(key.rsplit(" ", 1)[1]) for key in aside.speakers]


Flags = tuple[Flag, ...]


def _across(
    connection: Any, touched: Iterable[int], aside: SetAside
) -> dict[int, tuple[Flags, Flags]]:
    """Return the flags by rules before and after, by point, for all points linked to these."""
    linked = list_ruled_points(connection, list_linked_points(connection, touched))
    cases = _cases(connection, linked)
    left = {point: case_without(case, aside) for point, case in cases.items()}
    before = _by_point(flags_among(connection, cases))
    after = _by_point(flags_among(connection, left, without=_accounts(connection, aside)))
    return {
        point: (before.get(point, ()), after.get(point, ()))
        for point in before.keys() | after.keys()
    }


def _accounts(connection: Any, aside: SetAside) -> frozenset[int]:
    return frozenset(
        queries.list_accounts_of(connection, aside.sources, aside.accounts, _subject_ids(aside))
    )


def _by_point(flags: Iterable[Flag]) -> dict[int, Flags]:
    found: dict[int, Flags] = {}
    for flag in flags:
        for point in flag.point_ids:
            found[point] = (*found.get(point, ()), flag)
    return found


def list_linchpins(workspace: Workspace, progress: Progress = lambda *_: None) -> list[Linchpin]:
    """Return each source with what would change if it alone were set aside, the weightiest first.

    One pass over the points: each is weighed once as it is, and once without each of its sources.
    """
    tallies: dict[int, list[PointChange]] = {}
    with workspace.reading() as connection:
        keys = queries.list_source_keys(connection)
        dependence = load_dependence(connection)
        ids = list_ids(connection, "points")
        for start in range(0, len(ids), _BATCH):
            progress(start, len(ids))
            for case in load_cases(connection, ids[start : start + _BATCH]):
                for source, change in _leave_one_out(case, dependence):
                    tallies.setdefault(source, []).append(change)
        for source, change in _across_without_each(connection, ids):
            tallies.setdefault(source, []).append(change)
    found = [_linchpin(source, keys[source], tallies.get(source, ())) for source in keys]
    return sorted(found, key=lambda linchpin: (*(-w for w in linchpin.weight), linchpin.key))


def _leave_one_out(case: Case, dependence: Dependence) -> Iterable[tuple[int, PointChange]]:
    before = analyse(case, dependence)
    for aside in _each_source([case]):
        left = case_without(case, aside)
        change = compare_findings(case, before, analyse(left, dependence))
        if change.differs:
            yield next(iter(aside.sources)), change


def _across_without_each(connection: Any, ids: Iterable[int]) -> Iterator[tuple[int, PointChange]]:
    """Yield what rules across points would find otherwise, point by point, without each source.

    Fewer claims break no rule; only what is flagged, and the deaths of speakers, need a look.
    """
    ruled = list_ruled_points(connection, ids)
    flagged = {
        point
        for flag in flags_among(connection, _cases(connection, ruled))
        for point in flag.point_ids
    }
    linked = list_ruled_points(connection, list_linked_points(connection, flagged))
    cases = _cases(connection, linked)
    before = list(flags_among(connection, cases))
    for aside in _each_source(cases.values()):
        left = {point: case_without(case, aside) for point, case in cases.items()}
        after = flags_among(connection, left, without=_accounts(connection, aside))
        yield from _changes_by_flags(cases, before, after, aside)
    for death in _cases(connection, [point for point in ruled if point not in cases]).values():
        for aside in _each_source([death]):
            late = flags_of_deaths(
                connection, [case_without(death, aside)], without=_accounts(connection, aside)
            )
            yield from _changes_by_flags({death.point_id: death}, (), late, aside)


def _cases(connection: Any, point_ids: Iterable[int]) -> dict[int, Case]:
    return {case.point_id: case for case in load_cases(connection, point_ids)}


def _each_source(cases: Iterable[Case]) -> list[SetAside]:
    sources = sorted({claim.source_id for case in cases for claim in case.claims})
    return [SetAside(sources=frozenset((source,))) for source in sources]


def _changes_by_flags(
    cases: Mapping[int, Case], before: Iterable[Flag], after: Iterable[Flag], aside: SetAside
) -> Iterator[tuple[int, PointChange]]:
    (source,) = aside.sources
    for point, (was, now) in _by_first_point(before, after).items():
        nothing = analyse(replace(cases[point], claims=()), Dependence())
        change = compare_findings(cases[point], nothing, nothing, was, now)
        if change.differs:
            yield source, change


def _by_first_point(
    before: Iterable[Flag], after: Iterable[Flag]
) -> dict[int, tuple[list[Flag], list[Flag]]]:
    found: dict[int, tuple[list[Flag], list[Flag]]] = {}
    for place, flags in enumerate((before, after)):
        for flag in flags:
            found.setdefault(flag.point_ids[0], ([], []))[place].append(flag)
    return found


def _linchpin(source: int, key: str, changes: Iterable[PointChange]) -> Linchpin:
    known = list(changes)
    return Linchpin(
        source_id=source,
        key=key,
        points=len({change.point_id for change in known}),
        statuses=sum(change.weight[0] for change in known),
        versions_gone=sum(len(change.versions_gone) for change in known),
        flags_gone=sum(len(change.flags_gone) for change in known),
        flags_new=sum(len(change.flags_new) for change in known),
        witnesses=sum(len(change.witnesses) for change in known),
    )
