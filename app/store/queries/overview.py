"""The dossier at a glance: subjects with their points, and flags, as ids and as counts.

Lists of ids and of sizes are plain numbers, so that 100,000 of them are quickly fetched; the words
of what is on the screen come in windows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.store.queries.findings import SET_ASIDE


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """One subject as the tree of points shows it."""

    id: int
    name: str
    kind: str
    points: int
    open_contradictions: int
    """Flags on its points that the historian has not set aside."""
    open_tensions: int


_IS_OPEN = (
    "NOT EXISTS (SELECT 1 FROM dismissal WHERE dismissal.point_id = flag.point_id "
    "AND dismissal.flag = flag.identity AND dismissal.fingerprint = flag.fingerprint)"
)
_SUBJECT_LINES = f"""
    SELECT subject.id, subject.name, subject.kind, count(*) AS points,
           sum(COALESCE(state.contradictions, 0) - COALESCE(aside.contradictions, 0))
               AS open_contradictions,
           sum(COALESCE(state.tensions, 0) - COALESCE(aside.tensions, 0)) AS open_tensions
    FROM subject JOIN point ON point.subject_id = subject.id
    LEFT JOIN point_state AS state ON state.point_id = point.id
    LEFT JOIN ({SET_ASIDE}) AS aside ON aside.point_id = point.id
    WHERE subject.id IN (SELECT value FROM json_each(:ids))
    GROUP BY subject.id"""


def list_subject_sizes(connection: Connection) -> list[tuple[int, int]]:
    """Return ``(subject, number of its points)`` of every subject with points, by name."""
    rows = connection.execute(
        text(
            "SELECT subject.id, counted.number FROM subject JOIN "
            "(SELECT subject_id, count(*) AS number FROM point GROUP BY subject_id) AS counted "
            "ON counted.subject_id = subject.id ORDER BY subject.folded, subject.id"
        )
    )
    return [(row.id, row.number) for row in rows]


def list_subject_lines(connection: Connection, ids: Iterable[int]) -> list[SubjectLine]:
    """Return the subjects with the given ids that have points, in that order."""
    wanted = list(ids)
    rows = connection.execute(text(_SUBJECT_LINES), {"ids": json.dumps(wanted)}).mappings()
    found = {row["id"]: SubjectLine(**row) for row in rows}
    return [found[row_id] for row_id in wanted if row_id in found]


def list_point_ids_about(
    connection: Connection, subject_id: int, *, by_lemma: bool = False
) -> list[int]:
    """Return the ids of a subject's points, by question; or by lemma where there is one."""
    order = "CASE WHEN lemma <> '' THEN lower(lemma) ELSE folded END, " if by_lemma else ""
    statement = text(f"SELECT id FROM point WHERE subject_id = :id ORDER BY {order}folded, id")
    return list(connection.scalars(statement, {"id": subject_id}))


def list_flag_ids(
    connection: Connection, kinds: Sequence[str] = (), *, with_dismissed: bool = False
) -> list[int]:
    """Return the ids of flags, the hardest first; all kinds where none is named."""
    conditions = ["TRUE" if with_dismissed else _IS_OPEN]
    if kinds:
        conditions.append("flag.kind IN (SELECT value FROM json_each(:kinds))")
    statement = text(
        "SELECT flag.id FROM flag JOIN point ON point.id = flag.point_id "
        f"JOIN subject ON subject.id = point.subject_id WHERE {' AND '.join(conditions)} "
        "ORDER BY flag.level, subject.folded, subject.id, point.folded, flag.identity"
    )
    values = {"kinds": json.dumps([str(kind) for kind in kinds])} if kinds else {}
    return list(connection.scalars(statement, values))


def count_flags(
    connection: Connection, *, with_dismissed: bool = False
) -> dict[tuple[str, str], int]:
    """Return the number of flags by kind and level."""
    where = "TRUE" if with_dismissed else _IS_OPEN
    rows = connection.execute(
        text(f"SELECT kind, level, count(*) AS number FROM flag WHERE {where} GROUP BY kind, level")
    )
    return {(row.kind, row.level): row.number for row in rows}


def find_most_contested(connection: Connection) -> int | None:
    """Return the point at which most versions clash; any point when nothing does."""
    contested = connection.scalar(
        text(
            "SELECT point_id FROM point_state WHERE severity > 0 "
            "ORDER BY severity DESC, versions DESC, claims DESC, point_id LIMIT 1"
        )
    )
    found = contested or connection.scalar(text("SELECT id FROM point ORDER BY id LIMIT 1"))
    return None if found is None else int(found)
