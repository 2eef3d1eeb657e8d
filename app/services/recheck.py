"""Finding anew what a change touched, inside its transaction: flags, states, search index."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.domain.analysis import Findings, analyse
from app.domain.answers import Kind
from app.domain.fingerprints import fingerprint
from app.domain.witnesses import Dependence
from app.services.weighing import load_cases, load_dependence
from app.store.change_log import ChangeSet
from app.store.commands.findings import drop_texts, index_texts, replace_findings
from app.store.queries.cases import (
    list_point_ids,
    living_points,
    points_concerned,
    points_of_kind,
)
from app.store.queries.findings import list_ids_of
from app.store.search import INDEXED, list_texts

_BATCH = 2000


def recheck_touched(tx: Any, kept: ChangeSet) -> None:
    """Find anew exactly the points that a change set concerns, and index what it changed."""
    touched = _points_touched(tx, kept)
    living = living_points(tx, touched)
    _find(tx, touched, living)
    _index(tx, kept)


def recheck_all(tx: Any) -> None:
    """Find every point anew and build the search index again."""
    points = list_point_ids(tx)
    _find(tx, points, points)
    for kind in INDEXED:
        index_texts(tx, list_texts(tx, kind, list_ids_of(tx, kind)))


def _find(tx: Any, touched: Iterable[int], living: Iterable[int]) -> None:
    replace_findings(tx, touched, {})
    ids = list(living)
    if not ids:
        return
    dependence = load_dependence(tx)
    for start in range(0, len(ids), _BATCH):
        found = _findings(tx, ids[start : start + _BATCH], dependence)
        replace_findings(tx, (), found)


def _findings(
    tx: Any, ids: list[int], dependence: Dependence
) -> dict[int, tuple[Findings, int, str]]:
    return {
        case.point_id: (analyse(case, dependence), len(case.claims), fingerprint(case.claims))
        for case in load_cases(tx, ids)
    }


def _points_touched(tx: Any, kept: ChangeSet) -> set[int]:
    points: set[int] = set()
    for table in kept.touched:
        points |= points_concerned(tx, table, kept.ids(table))
    for change in kept.changes:
        for image in (change.before, change.after):
            if image and change.table in ("claim", "option"):
                points.add(image["point_id"])
            elif image and change.table == "point":
                points.add(change.row_id)
    if _renamed(kept):
        points |= points_of_kind(tx, Kind.SUBJECT)
    return points


def _renamed(kept: ChangeSet) -> bool:
    """Tell whether an existing subject's names changed: subject answers then read otherwise."""
    return any(
        change.table == "name_variant"
        or (
            change.table == "subject"
            and change.before
            and (change.after is None or change.after["name"] != change.before["name"])
        )
        for change in kept.changes
    )


def _index(tx: Any, kept: ChangeSet) -> None:
    by_kind: dict[str, set[int]] = {}
    for change in kept.changes:
        if change.table in INDEXED:
            by_kind.setdefault(change.table, set()).add(change.row_id)
        elif change.table == "name_variant":
            image = change.after or change.before or {}
            by_kind.setdefault("subject", set()).add(image["subject_id"])
    for kind, ids in by_kind.items():
        entries = list_texts(tx, kind, ids)
        index_texts(tx, entries)
        drop_texts(tx, sorted(ids - {row_id for row_id, _, _ in entries}))
