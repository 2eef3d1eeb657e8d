"""The status of every point from the hulls of its claims, without reading an answer again.

One aggregate over the table of hulls, which lies in the order of points, proposes the points whose
claims may not stand together. Those alone are looked at by groups; a group that holds sets with
gaps (denials, one of several days) is decided exactly.
"""

from __future__ import annotations

import json

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.analysis import PointStatus
from app.domain.hulls import can_hold

_PROPOSED = "SELECT point_id FROM hull GROUP BY point_id HAVING max(low) > min(high)"
_WITH_GAPS = "SELECT DISTINCT point_id FROM hull WHERE gaps IS NOT NULL"
_GROUPS = """
    SELECT point_id, max(low), min(high), max(wide_low), min(wide_high),
           '[' || group_concat(gaps) || ']'
    FROM hull WHERE point_id IN (SELECT value FROM json_each(:ids)) GROUP BY point_id, grp"""
_HARDNESS = (PointStatus.CLEAR, PointStatus.TENSION, PointStatus.CONTRADICTED)


def list_statuses(connection: Connection) -> dict[int, PointStatus]:
    """Return the status of every point that is not clear, by the point's id."""
    proposed = set(connection.scalars(text(_PROPOSED)))
    proposed.update(connection.scalars(text(_WITH_GAPS)))
    found: dict[int, PointStatus] = {}
    for point_id, *group in connection.execute(text(_GROUPS), {"ids": json.dumps(list(proposed))}):
        status = _status(*group)
        if _HARDNESS.index(status) > _HARDNESS.index(found.get(point_id, PointStatus.CLEAR)):
            found[point_id] = status
    return found


def _status(low: int, high: int, wide_low: int, wide_high: int, gaps: str | None) -> PointStatus:
    sets = json.loads(gaps) if gaps else ()
    if not can_hold(wide_low, wide_high, sets, strict=False):
        return PointStatus.CONTRADICTED
    return PointStatus.CLEAR if can_hold(low, high, sets, strict=True) else PointStatus.TENSION
