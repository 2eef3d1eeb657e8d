"""Rival datings of events as bars on one line of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.flags import told_order
from app.domain.records import Stance
from app.domain.sets import FIRST, LAST, Span
from app.domain.versions import versions_of


@dataclass(frozen=True, slots=True)
class Bar:
    """One dating: the days that a claim names, at its word and with its allowance."""

    claim_id: int
    account_id: int
    siglum: str
    text: str
    """As entered."""
    reading: str
    stance: Stance
    """Days that are denied or doubted are drawn as such: they are the days that are named."""
    strict: tuple[Span, ...]
    widened: tuple[Span, ...]
    is_qualified: bool
    """Whether the words leave more room than they say (circa, ``?``, about)."""
    is_open_before: bool
    is_open_after: bool
    told: str = ""
    told_day: int | None = None
    version: int | None = None
    """Place of its version on the point, from 0; ``None`` where it belongs to none or several."""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """One date point with its rival datings, by version and then in order of telling."""

    point_id: int
    subject: str
    heading: str
    role: str
    bars: tuple[Bar, ...]
    versions: int

    @property
    def extent(self) -> Span | None:
        """Return the first and last day that any bar names; ``None`` where none is bounded."""
        ends = [
            day for bar in self.bars for span in bar.widened for day in span if FIRST < day < LAST
        ]
        return (min(ends), max(ends)) if ends else None


def make_track(case: Case) -> Track | None:
    """Return the datings of a point; ``None`` where it asks for no date or has none."""
    dated = [c for c in case.claims if c.kind is Kind.DATE and c.answer is not None]
    if case.kind is not Kind.DATE or not dated:
        return None
    versions = _versions(case)
    bars = [_bar(claim, _place(claim, versions)) for claim in sorted(dated, key=told_order)]
    return Track(
        point_id=case.point_id,
        subject=case.subject,
        heading=case.heading,
        role=case.role,
        bars=tuple(sorted(bars, key=lambda bar: (bar.version is None, bar.version or 0))),
        versions=len(versions),
    )


def _versions(case: Case) -> list[tuple[Weighed, ...]]:
    groups: dict[tuple[str, str], list[Weighed]] = {}
    for claim in case.claims:
        if claim.weighs:
            groups.setdefault(claim.group, []).append(claim)
    return [
        version for group in groups.values() for version in versions_of(group, several=case.several)
    ]


def _place(claim: Weighed, versions: Sequence[Iterable[Weighed]]) -> int | None:
    places = [
        place
        for place, version in enumerate(versions)
        if any(member.claim_id == claim.claim_id for member in version)
    ]
    return places[0] if len(places) == 1 else None


def _bar(claim: Weighed, version: int | None) -> Bar:
    answer = claim.answer
    assert answer is not None  # only claims with an answer are drawn
    spans = answer.widened.spans
    return Bar(
        claim_id=claim.claim_id,
        account_id=claim.account_id,
        siglum=claim.siglum,
        text=answer.text,
        reading=answer.reading,
        stance=claim.stance,
        strict=answer.strict.spans,
        widened=spans,
        is_qualified=answer.strict != answer.widened,
        is_open_before=bool(spans) and spans[0][0] <= FIRST,
        is_open_after=bool(spans) and spans[-1][1] >= LAST,
        told=claim.told,
        told_day=claim.told_day,
        version=version,
        scope=claim.scope,
    )
