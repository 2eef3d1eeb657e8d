"""The citation audit of a dossier: every citation of which both ends are held, by author."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from app.domain.citation_audit import AuthorAudit, Citation, audit_case, by_author
from app.services.weighing import load_cases, load_dependence
from app.services.workspace import Workspace
from app.store.queries.findings import list_ids
from app.store.queries.unseen import list_unseen_ids

_BATCH = 1000
Progress = Callable[[int, int], None]


def audit_citations(
    workspace: Workspace, progress: Progress = lambda *_: None
) -> list[AuthorAudit]:
    """Return for each author what his citations come to, the least faithful author first."""
    with workspace.reading() as connection:
        return by_author(_citations(connection, progress))


def _citations(connection: Any, progress: Progress) -> Iterator[Citation]:
    dependence = load_dependence(connection)
    unseen = frozenset(list_unseen_ids(connection))
    ids = list_ids(connection, "points")
    for start in range(0, len(ids), _BATCH):
        progress(start, len(ids))
        for case in load_cases(connection, ids[start : start + _BATCH]):
            yield from audit_case(case, dependence, unseen)
