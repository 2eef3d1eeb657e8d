"""The citation audit of a dossier: every citation of which both ends are held, by author."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from app.domain.citation_audit import AuthorAudit, Citation, audit_case, by_author
from app.domain.witnesses import Dependence
from app.services.weighing import load_cases, load_dependence
from app.services.workspace import Workspace
from app.store.queries.findings import list_ids
from app.store.queries.unseen import list_unseen_ids

_BATCH = 200
Progress = Callable[[int, int], None]
"""Told how many of how many points are done; may raise to stop."""


def audit_citations(
    workspace: Workspace, progress: Progress = lambda *_: None
) -> list[AuthorAudit]:
    """Return for each author what his citations come to, the least faithful author first.

    Reads a few points at a time, so that an edit in the meantime need not wait for the whole.
    """
    with workspace.reading() as connection:
        dependence = load_dependence(connection)
        unseen = frozenset(list_unseen_ids(connection))
        ids = list_ids(connection, "points")
    return by_author(_citations(workspace, ids, dependence, unseen, progress))


def _citations(
    workspace: Workspace,
    ids: Sequence[int],
    dependence: Dependence,
    unseen: frozenset[int],
    progress: Progress,
) -> Iterator[Citation]:
    for start in range(0, len(ids), _BATCH):
        progress(start, len(ids))
        with workspace.reading() as connection:
            cases = load_cases(connection, ids[start : start + _BATCH])
        for case in cases:
            yield from audit_case(case, dependence, unseen)
