"""The career of each version: where it is first attested, and who carried it on when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.domain.analysis import Version
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.sets import LAST

_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Station:
    """One telling of a version."""

    claim_id: int
    account_id: int
    siglum: str
    speaker: str
    text: str
    told: str
    day: int | None
    """First day of the telling; ``None`` when undated."""
    last_day: int | None
    """Last day of the telling, where its date is a stretch."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A version through time: its tellings in order, the undated ones apart."""

    answer: str
    scope: str
    stations: tuple[Station, ...]
    undated: tuple[Station, ...]
    sources: int
    low: int
    high: int
    """Witnesses, as the version has them."""

    @property
    def first(self) -> Station | None:
        """Return the first attestation; ``None`` where no telling is dated."""
        return self.stations[0] if self.stations else None

    @property
    def years(self) -> int | None:
        """Return the whole years from the first dated telling to the last."""
        days = [station.day for station in self.stations if station.day is not None]
        return int((days[-1] - days[0]) // _YEAR) if days else None

    @property
    def longest_gap(self) -> int | None:
        """Return the most whole years that pass between two tellings; ``None`` for fewer."""
        days = [station.day for station in self.stations if station.day is not None]
        gaps = [later - earlier for earlier, later in pairwise(days)]
        return int(max(gaps) // _YEAR) if gaps else None


def make_lanes(case: Case, versions: Iterable[Version]) -> tuple[Lane, ...]:
    """Return the career of each version, that with the earliest attestation first."""
    claims = {claim.claim_id: claim for claim in case.claims}
    lanes = [_lane(version, claims) for version in versions]
    return tuple(sorted(lanes, key=lambda lane: (lane.first is None, _day(lane.first))))


def _day(station: Station | None) -> int:
    return station.day if station is not None and station.day is not None else 0


def _lane(version: Version, claims: dict[int, Weighed]) -> Lane:
    stations = [_station(claims[claim_id]) for claim_id in version.claim_ids]
    dated = [station for station in stations if station.day is not None]
    return Lane(
        answer=version.answer,
        scope=version.scope,
        stations=tuple(sorted(dated, key=lambda s: (_day(s), s.siglum, s.claim_id))),
        undated=tuple(station for station in stations if station.day is None),
        sources=version.sources,
        low=version.witnesses.low,
        high=version.witnesses.high,
    )


def _station(claim: Weighed) -> Station:
    return Station(
        claim_id=claim.claim_id,
        account_id=claim.account_id,
        siglum=claim.siglum,
        speaker=claim.speaker_name,
        text=claim.text,
        told=claim.told,
        day=claim.told_day,
        last_day=_last_day(claim),
    )


def _last_day(claim: Weighed) -> int | None:
    if claim.telling is None or claim.told_day is None:
        return None
    last = claim.telling[0].last
    return claim.told_day if last >= LAST else max(claim.told_day, last)
