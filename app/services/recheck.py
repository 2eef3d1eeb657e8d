"""Finding anew what a change touched, inside its transaction: flags, states, search index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.domain.analysis import analyse
from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.fingerprints import fingerprint
from app.domain.flags import Flag
from app.domain.hulls import hulls_of
from app.domain.witnesses import Dependence
from app.services.crossing import flags_across, load_bound
from app.services.dependence import points_of_dependence
from app.services.weighing import load_cases, load_dependence
from app.store.change_log import Change, ChangeSet
from app.store.commands.findings import Found, drop_texts, index_texts, replace_findings
from app.store.queries.cases import (
    list_point_ids,
    living_points,
    points_concerned,
    points_of_kind,
)
from app.store.queries.findings import list_ids_of
from app.store.queries.rules import list_bounding_points, list_death_points, list_linked_points
from app.store.search import INDEXED, list_texts

_BATCH = 2000
_FEW = 200
"""Up to so many points, only the accounts that matter to them are read."""


def recheck_touched(tx: Any, kept: ChangeSet) -> None:
    """Find anew exactly the points that a change set concerns, and index what it changed."""
    touched = list_linked_points(tx, _points_touched(tx, kept))
    _find(tx, touched, living_points(tx, touched))
    _index(tx, kept)


def recheck_all(tx: Any) -> None:
    """Find every point anew and build the search index again."""
    points = list_point_ids(tx)
    _find(tx, points, points)
    for kind in INDEXED:
        index_texts(tx, list_texts(tx, kind, list_ids_of(tx, kind)))


def _find(tx: Any, touched: Iterable[int], living: Iterable[int]) -> None:
    """Find the living among the touched points anew; they are closed under rules."""
    replace_findings(tx, touched, {})
    ids = list(living)
    if not ids:
        return
    dependence = load_dependence(tx, ids if len(ids) <= _FEW else None)
    across = flags_across(load_bound(tx, ids))
    for start in range(0, len(ids), _BATCH):
        cases = load_cases(tx, ids[start : start + _BATCH])
        replace_findings(
            tx, (), {case.point_id: _found(case, dependence, across) for case in cases}
        )


def _found(case: Case, dependence: Dependence, across: Mapping[int, Sequence[Flag]]) -> Found:
    return Found(
        findings=analyse(case, dependence),
        across=tuple(across.get(case.point_id, ())),
        claims=len(case.claims),
        fingerprint=fingerprint(case.claims),
        hulls=tuple(hulls_of(case)),
    )


def _points_touched(tx: Any, kept: ChangeSet) -> set[int]:
    points: set[int] = set()
    for table in kept.touched:
        points |= points_concerned(tx, table, kept.ids(table))
    for change in kept.changes:
        for image in (change.before, change.after):
            if image:
                points |= _points_named(tx, change, image)
    if _renamed(kept):
        points |= points_of_kind(tx, Kind.SUBJECT)
    return points | points_of_dependence(tx, kept)


def _points_named(tx: Any, change: Change, image: Mapping[str, Any]) -> set[int]:
    """Return the points that a row names or, for an account, whose speaker's death they tell."""
    if change.table in ("claim", "option"):
        return {image["point_id"]}
    if change.table == "rule":
        return {image[name] for name in ("a_id", "b_id", "c_id") if image[name]}
    if change.table == "account" and image["speaker_id"]:
        return list_death_points(tx, [image["speaker_id"]])
    if change.table == "kinship":
        return list_bounding_points(tx, [image["subject_id"], image["relative_id"]])
    if change.table == "point":
        return {change.row_id, *list_bounding_points(tx, [image["subject_id"]])}
    return set()


def _renamed(kept: ChangeSet) -> bool:
    """Tell whether an existing subject's names changed: subject answers then read otherwise."""
    return any(
        change.table == "name_variant"
        or (
            change.table == "subject"
            and change.before
            and (change.after is None or _naming(change.after) != _naming(change.before))
        )
        for change in kept.changes
    )


def _naming(image: Mapping[str, Any]) -> tuple[Any, ...]:
    return image["name"], image["same_as_id"], image["part_of_id"]


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
