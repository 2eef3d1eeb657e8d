"""Whether a kept change shows on the page of a point, source or account."""

from __future__ import annotations

from app.domain.answers import Kind
from app.services.findings import PointView
from app.services.workspace import Change, ChangeSet

_OF_POINT = ("claim", "judgement", "dismissal", "option")
_ACROSS = {"claim", "dismissal", "point"}
"""Where they change on another point, a rule may reach from there to a date or a figure here."""


def touches_point(kept: ChangeSet, view: PointView) -> bool:
    """Tell whether a change set concerns what the page of a point shows."""
    point_id = view.point.id
    if point_id in kept.ids("point") or kept.touched & {"subject", "derivation", "rule"}:
        return True
    shown = {
        "account": {claim.account.id for claim in view.claims},
        "source": {claim.source.id for claim in view.claims},
    }
    if view.point.kind in (Kind.DATE, Kind.QUANTITY) and kept.touched & _ACROSS:
        return True
    if any(ids & kept.ids(table) for table, ids in shown.items()):
        return True
    claims = {claim.claim.id for claim in view.claims}
    return any(_concerns(change, point_id, claims) for change in kept.changes)


def _concerns(change: Change, point_id: int, claims: set[int]) -> bool:
    rows = [row for row in (change.before, change.after) if row]
    if change.table in _OF_POINT:
        return any(row.get("point_id") == point_id for row in rows)
    return change.table == "locator" and any(row.get("claim_id") in claims for row in rows)
