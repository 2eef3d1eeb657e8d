"""A chain as it is drawn on one line of time: a row for each date point, a bar for each answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.dates import describe_days
from app.domain.flags import FlagKind, told_order
from app.domain.sets import FIRST, LAST, Allowed
from app.services.rules import Chain


@dataclass(frozen=True, slots=True)
class TimeBar:
    """The days that one claim allows, or several that allow the same."""

    point_id: int
    claims: tuple[Weighed, ...]
    strict: Allowed
    widened: Allowed
    verdict: str = ""
    """``contradicts`` or ``tension`` where a flag of chronology names it."""
    name: str = ""
    """What stands beside the bar in place of the sigla."""
    said: str = ""
    """What is told of the bar in place of the claims."""
    is_muted: bool = False
    """Whether it steps back: what is denied, or what the others are held against."""

    @property
    def label(self) -> str:
        """Return the name, else the sigla, each once."""
        return self.name or ", ".join(dict.fromkeys(_siglum(claim) for claim in self.claims))

    @property
    def words(self) -> str:
        """Return what is claimed and which days that allows, one claim a line."""
        if self.said:
            return self.said
        said = "\n".join(dict.fromkeys(f"{claim.siglum}: {claim.phrase}" for claim in self.claims))
        days = describe_days(self.strict)
        if self.widened != self.strict:
            days = f"{days}; stretched, {describe_days(self.widened)}"
        named = {"contradicts": "\nNamed by a contradiction", "tension": "\nNamed by a tension"}
        return f"{said}\n{days}{named.get(self.verdict, '')}"


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One date point with its bars, the earliest first."""

    point_id: int
    title: str
    bars: tuple[TimeBar, ...]


def time_rows(chain: Chain) -> tuple[TimeRow, ...]:
    """Return the date points of a chain, the earliest first, those without dates last."""
    verdicts = _verdicts(chain)
    dated = [case for case in chain.cases if case.kind is Kind.DATE]
    alone = len({case.subject_id for case in dated}) == 1
    rows = [
        TimeRow(
            case.point_id,
            case.question if alone else case.title,
            tuple(sorted(_bars(case, verdicts), key=_earliest)),
        )
        for case in dated
    ]
    return tuple(sorted(rows, key=lambda row: min(map(_earliest, row.bars), default=(LAST, LAST))))


def _verdicts(chain: Chain) -> dict[int, str]:
    """Return by claim how hard the flags are that name it and are not set aside."""
    found: dict[int, str] = {}
    for flag in reversed(chain.flags):
        if flag.kind == FlagKind.CHRONOLOGY and flag.dismissal_id is None:
            found.update(dict.fromkeys(flag.claim_ids, str(flag.level)))
    return found


def _bars(case: Case, verdicts: Mapping[int, str]) -> Iterator[TimeBar]:
    grouped: dict[tuple[Allowed, Allowed, str], list[Weighed]] = {}
    for claim in sorted(case.claims, key=told_order):
        if claim.weighs and not claim.widened.is_empty and claim.kind is Kind.DATE:
            verdict = verdicts.get(claim.claim_id, "")
            grouped.setdefault((claim.strict, claim.widened, verdict), []).append(claim)
    for (strict, widened, verdict), claims in grouped.items():
        yield TimeBar(case.point_id, tuple(claims), strict, widened, verdict)


def _siglum(claim: Weighed) -> str:
    return claim.siglum if claim.stance == "affirms" else f"not {claim.siglum}"


def _earliest(bar: TimeBar) -> tuple[int, int]:
    allowed = bar.widened if bar.strict.is_empty else bar.strict
    return (allowed.first if allowed.first > FIRST else allowed.last, allowed.last)


def bounds_of(rows: tuple[TimeRow, ...]) -> list[int]:
    """Return every day at which some bar begins or ends."""
    return [
        day
        for row in rows
        for bar in row.bars
        for span in (*bar.strict.spans, *bar.widened.spans)
        for day in span
        if FIRST < day < LAST
    ]
