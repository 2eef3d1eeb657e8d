"""Totals, parts and shares: what a table prints must add up, to the precision it prints.

Figures of one account are held against one another; a part that the account leaves to another is
taken from there when only one figure is told of it. Figures of different scope or unit are never
added. What the figures allow at their word is tried first, then what they allow once *about* and
the like have their allowance: figures that hold only so are in tension, others contradict.

A figure is taken to the precision it is printed with. Percentages, measures and words like
*thousand* (``83 %``, ``12.8 km``, ``1.6 million``) are rounded, so each stands for half a unit of
its last place either way; one that would also do if it had been cut off or rounded up (``83 %``
for 83.52) is only in tension. Fractions in words (*half*) are told to the nearest twentieth.
Plain counts (``147,000``) are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.fingerprints import fingerprint
from app.domain.flags import Flag, FlagKind, FlagLevel, told_order
from app.domain.quantities import MEASURES, SCALE, printed_precision
from app.domain.records import Rule, Stance
from app.domain.sets import LAST

Range = tuple[Fraction, Fraction | None]
_TWENTIETH = Fraction(5)
"""How far apart, in per cent, fractions in words are told (*half*, *two thirds*)."""
_LEVELS = (FlagLevel.CONTRADICTS, FlagLevel.TENSION)


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim on one of the points that a rule adds up, with the numbers it may stand for."""

    case: Case
    claim: Weighed

    def bounds(self, level: FlagLevel) -> Range:
        """Return least and greatest number, stretched by the claim's printed precision."""
        allowed = self.claim.widened if level is FlagLevel.CONTRADICTS else self.claim.strict
        slack = self._rounding() * (1 if level is FlagLevel.CONTRADICTS else Fraction(1, 2))
        low = Fraction(allowed.first, SCALE) - slack
        high = None if allowed.last >= LAST else Fraction(allowed.last, SCALE) + slack
        return max(low, Fraction(0)), high

    @property
    def is_rounded(self) -> bool:
        """Tell whether the figure stands for what is rounded to it."""
        return self._rounding() > 0

    def _rounding(self) -> Fraction:
        """Return one unit of the last printed place; nothing for plain counts, spans and bounds."""
        answer = self.claim.answer
        if answer is None or answer.strict.first != answer.strict.last:
            return Fraction(0)
        place = printed_precision(self.claim.text)
        if place is None:
            return _TWENTIETH if answer.unit == "%" else Fraction(0)
        return Fraction(0) if place == 1 and answer.unit not in MEASURES else place


def arithmetic_flags(rules: Iterable[Rule], cases: Mapping[int, Case]) -> Iterator[Flag]:
    """Yield a flag for each account's total that is not the sum of its parts, or share amiss."""
    parts: dict[tuple[str, int], list[Rule]] = {}
    for rule in rules:
        if rule.kind in ("sum", "share"):
            parts.setdefault((rule.kind, rule.a_id), []).append(rule)
    for (kind, whole), group in parts.items():
        if not all(point in cases for rule in group for point in (rule.a_id, rule.b_id)):
            continue
        check = _sum_flags if kind == "sum" else _share_flags
        yield from check(cases[whole], group, cases)


def affirmed(case: Case) -> list[Weighed]:
    """Return the claims on a point that may be added up."""
    return [
        c for c in case.claims if c.weighs and c.stance is Stance.AFFIRMS and not c.strict.is_empty
    ]


def figure_for(case: Case, total: Weighed, *, unit: str | None) -> Figure | None:
    """Return what the account of ``total`` tells of another point, else the only figure told."""
    fitting = [
        claim
        for claim in affirmed(case)
        if claim.group[0] == total.group[0] and unit in (None, claim.group[1])
    ]
    for chosen in (
        [claim for claim in fitting if claim.account_id == total.account_id],
        [claim for claim in fitting if claim.source_id == total.source_id],
        fitting,
    ):
        if len({(claim.strict, claim.widened) for claim in chosen}) == 1:
            return Figure(case, chosen[0])
        if chosen:
            return None
    return None


def _sum_flags(whole: Case, rules: Sequence[Rule], cases: Mapping[int, Case]) -> Iterator[Flag]:
    for total in affirmed(whole):
        told = [figure_for(cases[rule.b_id], total, unit=total.group[1]) for rule in rules]
        figures = [figure for figure in told if figure is not None]
        for level in _LEVELS:
            clash = _sum_clash(Figure(whole, total), figures, len(rules), level)
            if clash:
                used = [rule for rule in rules if rule.b_id in {f.case.point_id for f in clash[1:]}]
                yield _flag(level, clash, used, _sum_sentence(clash, len(rules), level))
                break


def _sum_clash(
    total: Figure, parts: Sequence[Figure], expected: int, level: FlagLevel
) -> list[Figure]:
    """Return total and parts that cannot hold together, as few as will do; empty when they can.

    Parts of which nothing is told may be anything from nought up, so that fewer parts can only
    be too much.
    """
    low_total, high_total = total.bounds(level)
    bounds = [part.bounds(level) for part in parts]
    if high_total is not None and sum(low for low, _ in bounds) > high_total:
        return [total, *_fewest_above(parts, high_total, level)]
    highs = [high for _, high in bounds if high is not None]
    complete = len(parts) == expected and len(highs) == expected
    return [total, *parts] if complete and sum(highs) < low_total else []


def _fewest_above(parts: Sequence[Figure], limit: Fraction, level: FlagLevel) -> list[Figure]:
    """Return the fewest parts that together already exceed ``limit``: the largest ones."""
    chosen: list[Figure] = []
    for part in sorted(parts, key=lambda figure: figure.bounds(level)[0], reverse=True):
        chosen.append(part)
        if sum(figure.bounds(level)[0] for figure in chosen) > limit:
            break
    return [part for part in parts if part in chosen]


def _share_flags(share: Case, rules: Sequence[Rule], cases: Mapping[int, Case]) -> Iterator[Flag]:
    part = next((rule for rule in rules if rule.relation != "whole"), None)
    whole = next((rule for rule in rules if rule.relation == "whole"), None)
    if part is None or whole is None:
        return
    for claim in affirmed(share):
        figures = [figure_for(cases[rule.b_id], claim, unit=None) for rule in (part, whole)]
        if figures[0] is None or figures[1] is None or claim.group[1] != "%":
            continue
        told = (Figure(share, claim), figures[0], figures[1])
        for level in _LEVELS:
            if _share_clash(*told, level=level):
                yield _flag(level, told, [part, whole], _share_sentence(*told, level=level))
                break


def _share_clash(share: Figure, part: Figure, whole: Figure, *, level: FlagLevel) -> bool:
    low, high = share.bounds(level)
    (part_low, part_high), (whole_low, whole_high) = part.bounds(level), whole.bounds(level)
    least = 100 * part_low / whole_high if whole_high else Fraction(0)
    most = 100 * part_high / whole_low if whole_low and part_high is not None else None
    too_much = high is not None and least > high
    too_little = most is not None and most < low
    if level is FlagLevel.CONTRADICTS and share.is_rounded:
        # Cut off or rounded up, a figure is always less than a whole unit away.
        too_much = too_much or least == high
        too_little = too_little or most == low
    return too_much or too_little


def _flag(level: FlagLevel, figures: Sequence[Figure], rules: Sequence[Rule], why: str) -> Flag:
    claims = sorted((figure.claim for figure in figures), key=told_order)
    total = figures[0]
    text = total.claim.answer.canonical if total.claim.answer else ""
    return Flag(
        identity=f"{FlagKind.ARITHMETIC}|{total.case.point_id}|{total.claim.account_id}|{text}",
        kind=FlagKind.ARITHMETIC,
        level=level,
        claim_ids=tuple(claim.claim_id for claim in claims),
        sigla=tuple(dict.fromkeys(claim.siglum for claim in claims)),
        why=why,
        fingerprint=fingerprint(claims),
        point_ids=tuple(figure.case.point_id for figure in figures),
        rule_ids=tuple(rule.id for rule in rules if rule.id),
    )


def _told(figure: Figure) -> str:
    return f"{figure.claim.phrase} for “{figure.case.heading}” ({figure.claim.siglum})"


def _at_its_word(level: FlagLevel) -> str:
    return "" if level is FlagLevel.CONTRADICTS else ", taken at its word,"


def _sum_sentence(figures: Sequence[Figure], expected: int, level: FlagLevel) -> str:
    total, parts = figures[0], figures[1:]
    low = Fraction(sum(part.claim.strict.first for part in parts), SCALE)
    tops = [part.claim.strict.last for part in parts]
    high = Fraction(sum(tops), SCALE) if all(top < LAST for top in tops) else None
    some = "the parts" if len(parts) == expected else "some of the parts alone"
    return (
        f"{_told(total)}{_at_its_word(level)} is not what {some} come to, "
        f"{_span(low, high)}: {'; '.join(map(_told, parts))}."
    )


def _share_sentence(share: Figure, part: Figure, whole: Figure, *, level: FlagLevel) -> str:
    ours, all_of_it = part.claim.strict, whole.claim.strict
    low = Fraction(100 * ours.first, all_of_it.last)
    bounded = ours.last < LAST and all_of_it.first > 0
    high = Fraction(100 * ours.last, all_of_it.first) if bounded else None
    return (
        f"{_told(share)}{_at_its_word(level)} is not the share of {_told(part)} in "
        f"{_told(whole)}, which is {_span(low, high)} %."
    )


def _span(low: Fraction, high: Fraction | None) -> str:
    if high is None:
        return f"at least {_number(low)}"
    first, last = _number(low), _number(high)
    return first if first == last else f"{first} to {last}"


def _number(value: Fraction) -> str:
    return f"{float(value):,.2f}".rstrip("0").rstrip(".")
