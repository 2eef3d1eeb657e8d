"""The flags of a point in a what-if: which would stay, be gone, be new, or say something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.flags import Flag
from app.services.findings import FlagLine, PointView
from app.services.what_if import SupposedPoint


@dataclass(frozen=True, slots=True)
class ShownFlag:
    """A flag as the page of a point shows it."""

    line: FlagLine
    fate: str = ""
    """``gone``, ``new``, ``changed``, or empty: as in the dossier."""
    was: str = ""
    """What it says in the dossier, where it would say something else."""


def shown_flags(
    view: PointView, flags: Sequence[FlagLine], supposed: SupposedPoint | None
) -> list[ShownFlag]:
    """Return flags with what becomes of each, and after them those that would be new."""
    if supposed is None:
        return [ShownFlag(line) for line in flags]
    gone = {flag.identity for flag in supposed.change.flags_gone}
    now = {flag.identity: flag for flag in supposed.flags}
    kept = [_kept(line, now.get(line.identity), is_gone=line.identity in gone) for line in flags]
    new = enumerate(supposed.change.flags_new, 1)
    return [*kept, *(ShownFlag(_line(view, flag, -number), "new") for number, flag in new)]


def _kept(line: FlagLine, now: Flag | None, *, is_gone: bool) -> ShownFlag:
    if is_gone:
        return ShownFlag(line, "gone")
    if now is None or now.why == line.why:
        return ShownFlag(line)
    return ShownFlag(replace(line, why=now.why), "changed", was=line.why)


def _line(view: PointView, flag: Flag, number: int) -> FlagLine:
    return FlagLine(
        id=number,
        identity=flag.identity,
        point_id=view.point.id,
        subject=view.subject.name,
        question=view.point.question,
        kind=str(flag.kind),
        level=str(flag.level),
        why=flag.why,
        claim_ids=flag.claim_ids,
        sigla=flag.sigla,
        dismissal_id=None,
        fingerprint=flag.fingerprint,
        point_ids=flag.point_ids,
        rule_ids=flag.rule_ids,
    )
