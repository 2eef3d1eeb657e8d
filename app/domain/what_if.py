"""What if: sources, accounts or speakers set aside, and what would then be found otherwise.

Nothing is written. What was drawn from a source that is set aside is still drawn from it: its
borrowers go on counting as one witness.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.analysis import Findings, PointStatus, Version
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.flags import Flag
from app.domain.witnesses import Witnesses


@dataclass(frozen=True, slots=True)
class SetAside:
    """What is set aside: ids of sources and accounts, keys of speakers."""

    sources: frozenset[int] = frozenset()
    accounts: frozenset[int] = frozenset()
    speakers: frozenset[str] = frozenset()

    def holds(self, claim: Weighed) -> bool:
        """Tell whether a claim falls with what is set aside."""
        return (
            claim.source_id in self.sources
            or claim.account_id in self.accounts
            or (bool(claim.speaker) and claim.speaker in self.speakers)
        )


def case_without(case: Case, aside: SetAside) -> Case:
    """Return the case with the claims that remain."""
    return replace(case, claims=tuple(c for c in case.claims if not aside.holds(c)))


@dataclass(frozen=True, slots=True)
class WitnessChange:
    """A version that stays, but with other witnesses or fewer sources."""

    answer: str
    sources_before: int
    sources_after: int
    before: Witnesses
    after: Witnesses


@dataclass(frozen=True, slots=True)
class PointChange:
    """How the findings on one point would differ."""

    point_id: int
    title: str
    status_before: PointStatus
    status_after: PointStatus
    versions_gone: tuple[Version, ...] = ()
    versions_joined: tuple[Version, ...] = ()
    """Versions that only now are largest: what held them apart has gone."""
    witnesses: tuple[WitnessChange, ...] = ()
    flags_gone: tuple[Flag, ...] = ()
    flags_new: tuple[Flag, ...] = ()

    @property
    def differs(self) -> bool:
        """Tell whether anything would be found otherwise."""
        return self.status_before is not self.status_after or bool(
            self.versions_gone
            or self.versions_joined
            or self.witnesses
            or self.flags_gone
            or self.flags_new
        )

    @property
    def weight(self) -> tuple[int, int, int]:
        """Return how much hangs on it: status, then versions and flags, then witnesses."""
        found = (self.versions_gone, self.flags_gone, self.flags_new)
        return (
            int(self.status_before is not self.status_after),
            sum(map(len, found)),
            len(self.witnesses),
        )


@dataclass(frozen=True, slots=True)
class VersionFate:
    """A version as it is and as it would be: one that is found no more has no ``after``."""

    before: Version | None
    after: Version | None
    is_absorbed: bool = False
    """Whether the claims that are left of it stand in another version now."""


def version_fates(before: Sequence[Version], after: Sequence[Version]) -> tuple[VersionFate, ...]:
    """Return what becomes of each version, in their order, and after them those that are new."""
    left = {claim for version in after for claim in version.claim_ids}
    heirs = {frozenset(version.claim_ids): version for version in after}
    largest_first = sorted(before, key=lambda version: -len(version.claim_ids))
    taken: dict[frozenset[int], Version] = {}
    for version in largest_first:
        taken.setdefault(frozenset(version.claim_ids) & left, version)
    fates = []
    for version in before:
        rest = frozenset(version.claim_ids) & left
        heir = heirs.get(rest) if taken[rest] is version else None
        fates.append(VersionFate(version, heir, is_absorbed=heir is None and bool(rest)))
    new = (version for version in after if frozenset(version.claim_ids) not in taken)
    return (*fates, *(VersionFate(None, version) for version in new))


def compare_findings(
    case: Case,
    before: Findings,
    after: Findings,
    across_before: Sequence[Flag] = (),
    across_after: Sequence[Flag] = (),
) -> PointChange:
    """Return what differs between two findings on one point; ``across``: flags by rules."""
    left = {claim for version in after.versions for claim in version.claim_ids}
    gone = tuple(v for v in before.versions if not left & set(v.claim_ids))
    kept_before = {frozenset(v.claim_ids) & left for v in before.versions}
    return PointChange(
        point_id=case.point_id,
        title=case.title,
        status_before=before.status,
        status_after=after.status,
        versions_gone=gone,
        versions_joined=tuple(
            v for v in after.versions if frozenset(v.claim_ids) not in kept_before
        ),
        witnesses=tuple(_witness_changes(before.versions, after.versions)),
        flags_gone=_missing((*before.flags, *across_before), (*after.flags, *across_after)),
        flags_new=_missing((*after.flags, *across_after), (*before.flags, *across_before)),
    )


def _missing(flags: Iterable[Flag], among: Iterable[Flag]) -> tuple[Flag, ...]:
    known = {flag.identity for flag in among}
    return tuple(flag for flag in flags if flag.identity not in known)


def _witness_changes(
    before: Sequence[Version], after: Sequence[Version]
) -> Iterable[WitnessChange]:
    for version in before:
        claims = set(version.claim_ids)
        heir = max(after, key=lambda other: len(claims & set(other.claim_ids)), default=None)
        if heir is None or not claims & set(heir.claim_ids):
            continue
        counts = (version.sources, version.witnesses.low, version.witnesses.high)
        if counts != (heir.sources, heir.witnesses.low, heir.witnesses.high):
            yield WitnessChange(
                version.answer, version.sources, heir.sources, version.witnesses, heir.witnesses
            )
