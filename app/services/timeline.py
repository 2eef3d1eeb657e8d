"""Timelines of a dossier: rival datings by subject, and the careers of a point's versions."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.analysis import analyse
from app.domain.careers import Lane, make_lanes
from app.domain.timeline import Track, make_track
from app.services.weighing import load_cases, load_dependence
from app.services.workspace import Workspace
from app.store.queries.timeline import list_date_points, list_dated_subjects


def list_subjects_with_dates(workspace: Workspace) -> list[tuple[int, str]]:
    """Return the id and name of the subjects that are dated at some point, by name."""
    with workspace.reading() as connection:
        return list_dated_subjects(connection)


def list_tracks(workspace: Workspace, subject_ids: Iterable[int] | None = None) -> list[Track]:
    """Return the rival datings of the given subjects, or of all, by subject and by time."""
    with workspace.reading() as connection:
        points = list_date_points(connection, subject_ids)
        cases = {case.point_id: case for case in load_cases(connection, points)}
    found = [track for point in points if (track := make_track(cases[point])) is not None]
    subjects = {name: place for place, name in enumerate(dict.fromkeys(t.subject for t in found))}
    return sorted(found, key=lambda track: (subjects[track.subject], *_by_time(track)))


def find_track(workspace: Workspace, point_id: int) -> Track | None:
    """Return the rival datings of one point; ``None`` where it asks for no date or has none."""
    with workspace.reading() as connection:
        return next(filter(None, map(make_track, load_cases(connection, [point_id]))), None)


def _by_time(track: Track) -> tuple[bool, int]:
    extent = track.extent
    return extent is None, extent[0] if extent else 0


def get_lanes(workspace: Workspace, point_id: int) -> tuple[Lane, ...]:
    """Return the career of each version of a point, the earliest attested first."""
    with workspace.reading() as connection:
        (case,) = load_cases(connection, [point_id])
        return make_lanes(case, analyse(case, load_dependence(connection, [point_id])).versions)
