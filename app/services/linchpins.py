"""Linchpins: on which sources most hangs, found by leaving out one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.analysis import analyse
from app.domain.case import Case
from app.domain.flags import Flag
from app.domain.what_if import PointChange, SetAside, case_without, compare_findings
from app.domain.witnesses import Dependence
from app.services.crossing import Bonds, flags_among, flags_of_deaths, load_bonds
from app.services.weighing import load_dependence
from app.services.what_if import (
    Progress,
    accounts_aside,
    flags_without,
    read_cases,
)
from app.services.workspace import Workspace
from app.store.queries import aside as queries
from app.store.queries.findings import list_ids
from app.store.queries.rules import (
    list_linked_points,
    list_points_of_kin,
    list_ruled_points,
)


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


def list_linchpins(workspace: Workspace, progress: Progress = lambda *_: None) -> list[Linchpin]:
    """Return each source with what would change if it alone were set aside, the weightiest first.

    One pass over the points: each is weighed once as it is, and once without each of its sources.
    """
    tallies: dict[int, list[PointChange]] = {}
    with workspace.reading() as connection:
        keys = queries.list_source_keys(connection)
        dependence = load_dependence(connection)
        ids = list_ids(connection, "points")
    for case in read_cases(workspace, ids, progress):
        for source, change in _leave_one_out(case, dependence):
            tallies.setdefault(source, []).append(change)
    for source, change in _across_without_each(workspace, ids, progress):
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


def _across_without_each(
    workspace: Workspace, ids: Sequence[int], progress: Progress
) -> Iterator[tuple[int, PointChange]]:
    """Yield what rules across points would find otherwise, point by point, without each source.

    Fewer claims break no rule; only what is flagged, and the deaths of speakers, need a look.
    """
    with workspace.reading() as connection:
        ruled = list_ruled_points(connection, ids)
    every = {
        case.point_id: case
        for case in read_cases(workspace, ruled, lambda *_: progress(len(ids), len(ids)))
    }
    with workspace.reading() as connection:
        bonds = load_bonds(connection, every)
    flagged = {point for flag in flags_among(bonds, every) for point in flag.point_ids}
    with workspace.reading() as connection:
        linked = list_ruled_points(connection, list_linked_points(connection, flagged))
        near = list_points_of_kin(connection, linked)
    cases = {point: every[point] for point in linked if point in every}
    kin = [every[point] for point in sorted(near - cases.keys()) if point in every]
    among = cases | {case.point_id: case for case in kin}
    before = list(flags_among(bonds, cases, kin=kin))
    for aside in _each_source(among.values()):
        progress(len(ids), len(ids))
        without = _falling(workspace, aside)
        after = list(flags_without(bonds, cases, kin, aside, without))
        yield from _changes_by_flags(among, before, after, aside)
    for point in ruled:
        if point in every and point not in cases:
            yield from _after_death(workspace, bonds, every[point])


def _falling(workspace: Workspace, aside: SetAside) -> frozenset[int]:
    with workspace.reading() as connection:
        return accounts_aside(connection, aside)


def _after_death(
    workspace: Workspace, bonds: Bonds, death: Case
) -> Iterator[tuple[int, PointChange]]:
    for aside in _each_source([death]):
        left = case_without(death, aside)
        late = list(flags_of_deaths(bonds, [left], without=_falling(workspace, aside)))
        yield from _changes_by_flags({death.point_id: death}, (), late, aside)


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
        for flag in (flag for flag in flags if flag.point_ids):
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
