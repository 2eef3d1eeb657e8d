"""The dossier at a glance, as the window's navigation and its inbox of contradictions need it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.services.workspace import ChangeSet, Workspace
from app.store.queries import findings, overview
from app.store.queries.findings import FlagLine
from app.store.queries.overview import SubjectLine as SubjectLine


def list_subject_sizes(workspace: Workspace) -> list[tuple[int, int]]:
    """Return ``(subject, number of its points)`` of every subject with points, by name."""
    with workspace.reading() as connection:
        return overview.list_subject_sizes(connection)


def list_subject_lines(workspace: Workspace, ids: Iterable[int]) -> list[SubjectLine]:
    """Return subjects as lines of the tree."""
    with workspace.reading() as connection:
        return overview.list_subject_lines(connection, ids)


def list_point_ids_about(
    workspace: Workspace, subject_id: int, *, by_lemma: bool = False
) -> list[int]:
    """Return the ids of a subject's points, by question; or by lemma where there is one."""
    with workspace.reading() as connection:
        return overview.list_point_ids_about(connection, subject_id, by_lemma=by_lemma)


def list_flag_ids(
    workspace: Workspace, kinds: Sequence[str] = (), *, with_dismissed: bool = False
) -> list[int]:
    """Return the ids of flags of the given kinds, or of all kinds, the hardest first."""
    with workspace.reading() as connection:
        return overview.list_flag_ids(connection, kinds, with_dismissed=with_dismissed)


def list_flag_lines(workspace: Workspace, ids: Iterable[int]) -> list[FlagLine]:
    """Return flags as lines of the inbox."""
    with workspace.reading() as connection:
        return findings.list_flag_lines(connection, ids)


def count_flags(
    workspace: Workspace, *, with_dismissed: bool = False
) -> dict[tuple[str, str], int]:
    """Return the number of flags by kind and level."""
    with workspace.reading() as connection:
        return overview.count_flags(connection, with_dismissed=with_dismissed)


def find_most_contested(workspace: Workspace) -> int | None:
    """Return the point at which most versions clash; any point when nothing does."""
    with workspace.reading() as connection:
        return overview.find_most_contested(connection)


def counts_after(counts: Mapping[str, int], change_set: ChangeSet) -> dict[str, int]:
    """Return how many rows each table has after a change, without counting them again."""
    after = dict(counts)
    for change in change_set.changes:
        if change.table in after:
            after[change.table] += (change.after is not None) - (change.before is not None)
    return after
