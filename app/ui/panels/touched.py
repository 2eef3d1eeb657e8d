"""Whether a kept change shows on the page of a point, source or account."""

from __future__ import annotations

from app.services.findings import PointView
from app.services.workspace import Change, ChangeSet

_OF_POINT = ("claim", "judgement", "dismissal", "option")


def touches_point(kept: ChangeSet, view: PointView) -> bool:
    """Tell whether a change set concerns what the page of a point shows.

    What changes on a point that a rule links to it may make or take away a flag here.
    """
    points = {view.point.id, *view.linked}
    if points & kept.ids("point") or kept.touched & {"subject", "derivation", "rule"}:
        return True
    shown = {
        "account": {claim.account.id for claim in view.claims},
        "source": {claim.source.id for claim in view.claims},
    }
    if any(ids & kept.ids(table) for table, ids in shown.items()):
        return True
    claims = {claim.claim.id for claim in view.claims}
    return any(_concerns(change, points, claims) for change in kept.changes)


def _concerns(change: Change, points: set[int], claims: set[int]) -> bool:
    rows = [row for row in (change.before, change.after) if row]
    if change.table in _OF_POINT:
        return any(row.get("point_id") in points for row in rows)
    return change.table == "locator" and any(row.get("claim_id") in claims for row in rows)
