"""The status of every point from the hulls of its claims, without reading an answer again.

One aggregate over the table of hulls, which lies in the order of points, proposes the groups of
claims that may not stand together; those that hold sets with gaps (denials, one of several days)
are then decided exactly.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.analysis import PointStatus
from app.domain.hulls import can_hold
from app.domain.sweeps import Sweep, sweep

_PROPOSED = """
    SELECT point_id, max(low), min(high), max(wide_low), min(wide_high), group_concat(gaps)
    FROM hull GROUP BY point_id, grp
    HAVING max(low) > min(high) OR group_concat(gaps) IS NOT NULL"""

_STAKES = """
    SELECT hull.point_id, grp, claim_id, claim.account_id,
           (SELECT COALESCE(same_as_id, id) FROM subject WHERE id = claim.speaker_id),
           low, high, wide_low, wide_high, gaps
    FROM hull JOIN claim ON claim.id = hull.claim_id
    WHERE hull.point_id IN (SELECT value FROM json_each(:ids)) ORDER BY hull.point_id, grp"""
_TELLERS = """
    SELECT account.id, COALESCE(speaker.same_as_id, speaker.id, -account.id)
    FROM account LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id"""

_BATCH = 500


def list_statuses(connection: Connection) -> dict[int, PointStatus]:
    """Return the status of every point that is not clear, by the point's id."""
    found: dict[int, PointStatus] = {}
    for rows in connection.execute(text(_PROPOSED)).partitions(_BATCH):
        for point_id, low, high, wide_low, wide_high, gaps in rows:
            sets = json.loads(f"[{gaps}]") if gaps else ()
            if can_hold(low, high, sets, strict=True):
                continue  # and so it can when widened
            if not can_hold(wide_low, wide_high, sets, strict=False):
                found[point_id] = PointStatus.CONTRADICTED
            else:
                found.setdefault(point_id, PointStatus.TENSION)
    return found


def iterate_sweeps(connection: Connection) -> Iterator[tuple[int, Sweep]]:
    """Yield each point that is not clear with what is found in each group of its claims.

    Points that are left out have one version in each group, and nothing on them clashes.
    """
    points = list(list_statuses(connection))
    tellers = {row[0]: row[1] for row in connection.execute(text(_TELLERS)).all()}
    for start in range(0, len(points), _BATCH):
        ids = json.dumps(points[start : start + _BATCH])
        rows = connection.execute(text(_STAKES), {"ids": ids}).all()
        for (point_id, _), group in groupby(rows, key=itemgetter(0, 1)):
            stakes = [
                (claim, account, said or tellers[account], *hull)
                for _, _, claim, account, said, *hull in group
            ]
            yield point_id, sweep(stakes)
