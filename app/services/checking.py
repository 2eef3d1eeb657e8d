"""``variorum check``: every point and flag as plain values, for people and for scripts."""

from __future__ import annotations

from typing import Any

from app.services.findings import PointView, iterate_point_views, list_ids
from app.services.workspace import Workspace


def check_dossier(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Return ``{"points": […], "flags": […]}`` in plain values that JSON can hold."""
    points: list[dict[str, Any]] = []
    flags: list[dict[str, Any]] = []
    for view in iterate_point_views(workspace, list_ids(workspace, "points")):
        points.append(_point(view))
        flags.extend(_flags(view))
    return {"points": points, "flags": flags}


def _point(view: PointView) -> dict[str, Any]:
    return {
        "subject": view.subject.name,
        "question": view.point.question,
        "kind": str(view.point.kind),
        "status": str(view.findings.status),
        "versions": [
            {
                "answer": version.answer,
                "claims": list(version.sigla),
                "sources": version.sources,
                "witnesses": [version.witnesses.low, version.witnesses.high],
                **({"scope": version.scope} if version.scope else {}),
            }
            for version in view.findings.versions
        ],
        "apparatus": view.findings.apparatus,
        "judgement": view.line.judgement,
    }


def _flags(view: PointView) -> list[dict[str, Any]]:
    dismissed = {line.identity for line in view.flags if line.dismissal_id is not None}
    return [
        {
            "kind": str(flag.kind),
            "level": str(flag.level),
            "points": [f"{view.subject.name}: {view.point.question}"],
            "claims": list(flag.sigla),
            "why": flag.why,
            **({"dismissed": True} if flag.identity in dismissed else {}),
        }
        for flag in view.findings.flags
    ]


def findings_in_words(found: dict[str, list[dict[str, Any]]]) -> str:
    """Return what ``check_dossier`` found as sentences for people, the hardest first."""
    statuses = [point["status"] for point in found["points"]]
    counts = [f"{statuses.count(status)} {words}" for status, words in _COUNTED.items()]
    lines = [f"{len(statuses)} points: {', '.join(counts)}."]
    for point in sorted(found["points"], key=lambda point: _RANK[point["status"]]):
        name = f"{point['subject']}: {point['question']}"
        flags = [flag for flag in found["flags"] if name in flag["points"]]
        if flags:
            lines += ["", f"{name}  [{point['status']}]", f"  {point['apparatus']}"]
            lines += [f"  {_MARK[flag['level']]} {flag['kind']}: {flag['why']}" for flag in flags]
    return "\n".join(lines)


_COUNTED = {"contradicted": "contradicted", "tension": "in tension", "clear": "clear"}
_RANK = {"contradicted": 0, "tension": 1, "clear": 2}
_MARK = {"contradicts": "✕", "tension": "≈"}
