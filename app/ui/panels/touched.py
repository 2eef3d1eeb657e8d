"""Whether a kept change shows on the page of a point, source or account."""

from __future__ import annotations

from app.services.findings import PointView
from app.services.workspace import ChangeSet

_OF_POINT = ("claim", "judgement", "dismissal", "option")


def touches_point(kept: ChangeSet, view: PointView) -> bool:
    """Tell whether a change set concerns what the page of a point shows."""
    point_id = view.point.id
    if point_id in kept.ids("point") or kept.touched & {"subject", "derivation", "rule"}:
        return True
    shown = {
        "account": {claim.account.id for claim in view.claims},
        "source": {claim.source.id for claim in view.claims},
        "locator": set[int](),
    }
    if any(ids & kept.ids(table) for table, ids in shown.items()):
        return True
    return any(
        point_id in {(row or {}).get("point_id") for row in (change.before, change.after)}
        for change in kept.changes
        if change.table in _OF_POINT
    )
