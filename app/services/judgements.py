"""Judgements on points and dismissals of flags: detection proposes, the historian disposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from app.domain.errors import UserError
from app.domain.fingerprints import Staleness, staleness
from app.domain.reconcilers import Reconciliation, reconcile
from app.domain.records import (
    Dismissal,
    Judgement,
    Reason,
    Stance,
    Standing,
    Status,
    VersionJudgement,
)
from app.services.actions import Action
from app.services.findings import PointView, get_point_view
from app.services.workspace import Workspace
from app.store.commands.judgements import add_judgement
from app.store.commands.rows import add_records, delete_rows
from app.store.ids import new_id
from app.store.queries.findings import FlagLine

_MOST_RECONCILED = 12


def judge_point(
    workspace: Workspace,
    point_id: int,
    status: Status,
    grounds: str,
    standings: dict[int, tuple[Standing, str]] | None = None,
) -> int:
    """Keep a judgement on a point as its claims now stand, and return its id.

    ``standings`` gives, by place in the point's list of versions, how each is judged and why.
    Earlier judgements stay as its history.
    """
    view = get_point_view(workspace, point_id)
    if status is Status.SETTLED and not grounds.strip():
        raise UserError("A settled point needs grounds: say in a sentence what decides it.")
    versions = tuple(
        VersionJudgement(version.answer, standing, why, version.claim_ids)
        for place, version in enumerate(view.findings.versions)
        for standing, why in [(standings or {}).get(place, (Standing.UNJUDGED, ""))]
    )
    judgement = Judgement(
        id=new_id(), point_id=point_id, status=status, grounds=grounds.strip(), versions=versions,
        judged_at=datetime.now(UTC).isoformat(timespec="seconds"), fingerprint=view.fingerprint,
    )  # fmt: skip
    workspace.perform(Action.JUDGE_POINT, lambda tx: add_judgement(tx, judgement))
    return judgement.id


def reaffirm_judgement(workspace: Workspace, point_id: int) -> int:
    """Keep the newest judgement again for the claims as they stand now."""
    view = get_point_view(workspace, point_id)
    if not view.judgements:
        raise UserError("There is no judgement on this point to affirm again.")
    again = replace(
        view.judgements[0], id=new_id(), fingerprint=view.fingerprint,
        judged_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )  # fmt: skip
    workspace.perform(Action.JUDGE_POINT, lambda tx: add_judgement(tx, again))
    return again.id


def find_staleness(view: PointView) -> Staleness:
    """Return which claims are new, changed or gone since the newest judgement."""
    then = view.judgements[0].fingerprint if view.judgements else ""
    return staleness(then, view.fingerprint)


def standing_of(view: PointView, place: int) -> VersionJudgement | None:
    """Return how the newest judgement judges the version at ``place`` of the point's list.

    A version is known again by its claims, else by those that speak for it alone: a denial or a
    vague answer leaves room for several. One that took in what two judged differently have for
    themselves is not known again, nor is a wholly new one.
    """
    if not view.judgements:
        return None
    claims = frozenset(view.findings.versions[place].claim_ids)
    judged = view.judgements[0].versions
    known = [version for version in judged if frozenset(version.claim_ids) == claims]
    if not known:
        denying = {c.claim.id for c in view.claims if c.claim.stance is Stance.DENIES}
        known = [version for version in judged if claims & _own_claims(version, judged, denying)]
    if len({version.standing for version in known}) != 1:
        return None
    return known[0] if known[0].standing is not Standing.UNJUDGED else None


def _own_claims(
    version: VersionJudgement, judged: Sequence[VersionJudgement], denying: set[int]
) -> set[int]:
    """Return the claims of a judged version that no other has; all of them where it has none."""
    shared = {
        claim for other in judged if other is not version for claim in other.claim_ids
    } | denying
    return set(version.claim_ids) - shared or set(version.claim_ids)


def suggest_reconciliations(workspace: Workspace, flag: FlagLine) -> list[Reconciliation]:
    """Return what would make the dates of a flag agree; accepting one is a dismissal."""
    return reconciliations_of(get_point_view(workspace, flag.point_id), flag)


def reconciliations_of(view: PointView, flag: FlagLine) -> list[Reconciliation]:
    """Return what would make the dates of a flag agree on the point that is shown.

    Of a flag that names many claims only the first are tried: no single slip explains it.
    """
    named = set(flag.claim_ids)
    found = [claim.weighed for claim in view.claims if claim.claim.id in named]
    return reconcile(found[:_MOST_RECONCILED])


def dismiss_flag(workspace: Workspace, flag: FlagLine, reason: Reason, grounds: str) -> int:
    """Set a flag aside with a reason; it comes back when a claim that it names changes."""
    if reason is Reason.OTHER and not grounds.strip():
        raise UserError("Say why the flag is set aside, or choose one of the reasons.")
    dismissal = Dismissal(
        id=new_id(), point_id=flag.point_id, flag=flag.identity, reason=reason,
        grounds=grounds.strip(), dismissed_at=datetime.now(UTC).isoformat(timespec="seconds"),
        fingerprint=flag.fingerprint,
    )  # fmt: skip
    workspace.perform(Action.DISMISS_FLAG, lambda tx: add_records(tx, [dismissal]))
    return dismissal.id


def recall_flag(workspace: Workspace, dismissal_id: int) -> None:
    """Bring a dismissed flag back."""
    workspace.perform(Action.RECALL_FLAG, lambda tx: delete_rows(tx, "dismissal", [dismissal_id]))
