"""What the parts of a total, or a part and its whole, come to, told by told, for showing.

The same figures are held together as for the flags of ``arithmetic``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.quantities import SCALE
from app.domain.quantities.showing import describe_range
from app.domain.records import Rule
from app.domain.rules.arithmetic import affirmed, figure_for
from app.domain.sets import LAST, Allowed


@dataclass(frozen=True, slots=True)
class Part:
    """A point that is added up, with the figure that is taken for it."""

    case: Case
    claim: Weighed | None
    """``None`` where nothing is told of it, or several figures and none by the same source."""
    is_whole: bool = False
    """Whether it is what a share is taken of."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One total (or share) that an account tells, with what it should be."""

    case: Case
    total: Weighed
    parts: tuple[Part, ...]
    is_share: bool
    amount: Allowed | None
    """What the parts come to, in millionths of the unit; ``None`` where that cannot be said."""

    @property
    def words(self) -> str:
        """Return what the parts come to, in words: ``179``, ``at least 150``, ``53.59 %``."""
        if self.amount is None:
            return "cannot be said"
        return describe_range(self.amount, self.total.answer.unit if self.total.answer else "")


def tallies(rules: Iterable[Rule], cases: Mapping[int, Case]) -> Iterator[Tally]:
    """Yield a tally for each claim on a total or share that the rules name."""
    groups: dict[tuple[str, int], list[Rule]] = {}
    for rule in rules:
        if rule.kind in ("sum", "share") and rule.a_id in cases and rule.b_id in cases:
            groups.setdefault((rule.kind, rule.a_id), []).append(rule)
    for (kind, whole), group in groups.items():
        for total in affirmed(cases[whole]):
            make = _sum if kind == "sum" else _share
            yield make(cases[whole], total, group, cases)


def _sum(case: Case, total: Weighed, rules: Sequence[Rule], cases: Mapping[int, Case]) -> Tally:
    parts = tuple(_part(cases[rule.b_id], total, unit=total.group[1]) for rule in rules)
    told = [part.claim for part in parts if part.claim is not None]
    complete = len(told) == len(parts)
    low = sum(claim.strict.first for claim in told)
    high = sum(claim.strict.last for claim in told) if complete else LAST
    return Tally(case, total, parts, False, Allowed.of((low, min(high, LAST))) if told else None)


def _share(case: Case, total: Weighed, rules: Sequence[Rule], cases: Mapping[int, Case]) -> Tally:
    parts = tuple(
        _part(cases[rule.b_id], total, unit=None, is_whole=rule.relation == "whole")
        for rule in sorted(rules, key=lambda rule: rule.relation == "whole")
    )
    part = next((p.claim for p in parts if not p.is_whole), None)
    whole = next((p.claim for p in parts if p.is_whole), None)
    amount = None
    if part and whole and part.strict.last < LAST and whole.strict.first > 0:
        low = _per_cent(part.strict.first, whole.strict.last)
        amount = Allowed.of((low, _per_cent(part.strict.last, whole.strict.first)))
    return Tally(case, total, parts, True, amount)


def _per_cent(part: int, whole: int) -> int:
    """Return a share in millionths of a per cent, rounded to two places."""
    return round(Fraction(10_000 * part, whole)) * SCALE // 100


def _part(case: Case, total: Weighed, *, unit: str | None, is_whole: bool = False) -> Part:
    figure = figure_for(case, total, unit=unit)
    return Part(case, figure.claim if figure else None, is_whole)
