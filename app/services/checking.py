"""``variorum check``: every point and flag as plain values, for people and for scripts."""

from __future__ import annotations

from typing import Any

from app.domain.analysis import Findings
from app.domain.flags import Flag
from app.services.findings import (
    PointLine,
    iterate_findings,
    list_dismissed,
    list_flags_across,
    list_ids,
)
from app.services.workspace import Workspace


def check_dossier(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Return ``{"points": […], "flags": […]}`` in plain values that JSON can hold."""
    points: list[dict[str, Any]] = []
    flags: list[dict[str, Any]] = []
    titles: dict[int, str] = {}
    for line, found in iterate_findings(workspace, list_ids(workspace, "points")):
        titles[line.id] = f"{line.subject}: {line.question}"
        points.append(_point(line, found))
        flags.extend(_flag(flag, [titles[line.id]]) for flag in found.flags)
    flags += [
        _flag(flag, [titles[point] for point in flag.point_ids])
        for flag in list_flags_across(workspace)
    ]
    dismissed = {line.identity for line in list_dismissed(workspace)}
    for plain in flags:
        if plain.pop("identity") in dismissed:
            plain["dismissed"] = True
    return {"points": points, "flags": flags}


def _point(line: PointLine, found: Findings) -> dict[str, Any]:
    return {
        "subject": line.subject,
        "question": line.question,
        "kind": str(line.kind),
        "status": str(found.status),
        "versions": [
            {
                "answer": version.answer,
                "claims": list(version.sigla),
                "sources": version.sources,
                "witnesses": [version.witnesses.low, version.witnesses.high],
                **({"scope": version.scope} if version.scope else {}),
            }
            for version in found.versions
        ],
        "apparatus": found.apparatus,
        "judgement": line.judgement,
    }


def _flag(flag: Flag, titles: list[str]) -> dict[str, Any]:
    return {
        "identity": flag.identity,
        "kind": str(flag.kind),
        "level": str(flag.level),
        "points": titles,
        "claims": list(flag.sigla),
        "why": flag.why,
    }


def findings_in_words(found: dict[str, list[dict[str, Any]]]) -> str:
    """Return what ``check_dossier`` found as sentences for people, the hardest first."""
    statuses = [point["status"] for point in found["points"]]
    counts = [f"{statuses.count(status)} {words}" for status, words in _COUNTED.items()]
    lines = [f"{len(statuses)} points: {', '.join(counts)}."]
    for point in sorted(found["points"], key=lambda point: _RANK[point["status"]]):
        name = f"{point['subject']}: {point['question']}"
        flags = [flag for flag in found["flags"] if name == flag["points"][0]]
        if flags:
            lines += ["", f"{name}  [{point['status']}]", f"  {point['apparatus']}"]
            lines += [f"  {_MARK[flag['level']]} {flag['kind']}: {flag['why']}" for flag in flags]
    return "\n".join(lines)


_COUNTED = {"contradicted": "contradicted", "tension": "in tension", "clear": "clear"}
_RANK = {"contradicted": 0, "tension": 1, "clear": 2}
_MARK = {"contradicts": "✕", "tension": "≈"}
