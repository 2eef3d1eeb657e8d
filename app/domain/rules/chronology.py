"""Dates that rules make impossible together: shortest paths over the rules, tried on the claims.

Bounds on differences of days are a simple temporal problem (Dechter, Meiri and Pearl, Temporal
Constraint Networks, Artificial Intelligence 49, 1991): what cannot hold is a path of rules that
leaves two points less room than two claims on them need. Such a set is a smallest one by itself:
without one of its rules the path is broken, without one of its claims an end is free. Paths are
tried in order of length, so that the flag names as few rules as will do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.fingerprints import fingerprint
from app.domain.flags import Flag, FlagKind, FlagLevel, told_order
from app.domain.rules.links import Link, add_months
from app.domain.sets import FIRST, LAST, Allowed


@dataclass(frozen=True, slots=True)
class _Step:
    """One link walked from ``start`` to ``end``: the day of ``end`` is at most ``most`` later."""

    start: int
    end: int
    most: int
    link: Link
    months: int | None = None
    """The same bound in months of the calendar, where the rule says it so."""

    def latest(self, day: int) -> int:
        """Return the last day of ``end`` that a day of ``start`` leaves open."""
        return day + self.most if self.months is None else add_months(day, self.months)


@dataclass(frozen=True, slots=True)
class _Path:
    most: int
    steps: tuple[_Step, ...]


def chronology_flags(links: Sequence[Link], cases: Mapping[int, Case]) -> Iterator[Flag]:
    """Yield a flag for each chain of rules that some claims at its two ends cannot meet.

    The flag names one smallest set of claims and rules that cannot all hold, from as few accounts
    as may be; its sentence adds what else at the ends of the chain fares no better.
    """
    seen: set[frozenset[int]] = set()
    for level in (FlagLevel.CONTRADICTS, FlagLevel.TENSION):
        steps = _steps(links, strict=level is FlagLevel.TENSION)
        for start in sorted({step.start for step in steps}):
            for path in _paths(start, steps):
                pairs = _clashing_pairs(path, cases, strict=level is FlagLevel.TENSION)
                ends = frozenset((path.steps[0].start, path.steps[-1].end))
                if pairs and ends not in seen:
                    seen.add(ends)
                    yield _flag(level, path, pairs, cases)


def _steps(links: Iterable[Link], *, strict: bool) -> list[_Step]:
    found: list[_Step] = []
    for link in links:
        low = link.strict_low if strict else link.low
        high = link.strict_high if strict else link.high
        if high < LAST:
            found.append(_Step(link.a, link.b, high, link, link.months_high))
        if low > FIRST:
            months = None if link.months_low is None else -link.months_low
            found.append(_Step(link.b, link.a, -low, link, months))
    return found


def _paths(start: int, steps: Sequence[_Step]) -> Iterator[_Path]:
    """Yield, by number of steps, each way from ``start`` that is tighter than every shorter one."""
    outgoing: dict[int, list[_Step]] = {}
    for step in steps:
        outgoing.setdefault(step.start, []).append(step)
    tightest: dict[int, int] = {}
    frontier = {start: _Path(0, ())}
    while frontier:
        reached: dict[int, _Path] = {}
        for place, path in frontier.items():
            for step in outgoing.get(place, ()):
                _advance(path, step, start, tightest, reached)
        for place, path in reached.items():
            tightest[place] = path.most
            yield path
        frontier = reached


def _advance(
    path: _Path, step: _Step, start: int, tightest: dict[int, int], reached: dict[int, _Path]
) -> None:
    if step.end == start or any(step.end in (s.start, s.end) for s in path.steps):
        return
    if any(step.link is walked.link for walked in path.steps):
        return
    most = path.most + step.most
    known = reached[step.end].most if step.end in reached else tightest.get(step.end, LAST)
    if most < known:
        reached[step.end] = _Path(most, (*path.steps, step))


def _clashing_pairs(
    path: _Path, cases: Mapping[int, Case], *, strict: bool
) -> list[tuple[Weighed, Weighed]]:
    """Return the claims at the two ends of a path that it leaves too little room."""
    first, last = cases[path.steps[0].start], cases[path.steps[-1].end]
    return [
        (early, late)
        for ours in _classes(first, strict=strict)
        for theirs in _classes(last, strict=strict)
        if not _has_room(ours[0], theirs[0], path.steps, strict=strict)
        and _same_scope(ours[0], theirs[0])
        for early in ours
        for late in theirs
    ]


def _classes(case: Case, *, strict: bool) -> list[list[Weighed]]:
    classes: dict[tuple[Allowed, str], list[Weighed]] = {}
    for claim in case.claims:
        if claim.weighs:
            allowed = claim.strict if strict else claim.widened
            if not allowed.is_empty:
                classes.setdefault((allowed, claim.group[0]), []).append(claim)
    return list(classes.values())


def _same_scope(a: Weighed, b: Weighed) -> bool:
    """Tell whether two claims may be held together: neither has a scope, or both the same."""
    return a.group[0] == b.group[0]


def _has_room(early: Weighed, late: Weighed, steps: Sequence[_Step], *, strict: bool) -> bool:
    """Tell whether the rules leave open some day of ``late`` after some day of ``early``."""
    a, b = (early.strict, late.strict) if strict else (early.widened, late.widened)
    if a.last >= LAST or b.first <= FIRST:
        return True
    latest = a.last
    for step in steps:
        latest = step.latest(latest)
    return b.first <= latest


def _flag(
    level: FlagLevel,
    path: _Path,
    pairs: Sequence[tuple[Weighed, Weighed]],
    cases: Mapping[int, Case],
) -> Flag:
    links = [step.link for step in path.steps]
    lengths = [link.claim for link in links if link.claim is not None]
    early, late = min(pairs, key=lambda pair: _spread((*pair, *lengths)))
    claims = sorted((early, late, *lengths), key=told_order)
    others = _others(pairs, claims)
    points = list(dict.fromkeys([path.steps[0].start, *(step.end for step in path.steps)]))
    if points[0] > points[-1]:
        points.reverse()
    return Flag(
        identity="|".join((FlagKind.CHRONOLOGY, *map(str, points))),
        kind=FlagKind.CHRONOLOGY,
        level=level,
        claim_ids=tuple(claim.claim_id for claim in claims),
        sigla=tuple(dict.fromkeys(claim.siglum for claim in claims)),
        why=_sentence(level, links, claims, others, cases),
        fingerprint=fingerprint((*claims, *others)),
        point_ids=(
            *points,
            *dict.fromkeys(link.rule.c_id for link in links if link.claim and link.rule.c_id),
        ),
        rule_ids=tuple(dict.fromkeys(link.rule.id for link in links if link.rule.id)),
    )


def _spread(claims: Sequence[Weighed]) -> tuple[int, list[tuple[bool, int, str, int]]]:
    """Sort key: from how few accounts a set of claims comes, then how early it was told."""
    return len({claim.account_id for claim in claims}), sorted(map(told_order, claims))


def _others(pairs: Sequence[tuple[Weighed, Weighed]], named: Sequence[Weighed]) -> list[Weighed]:
    known = {claim.claim_id for claim in named}
    found = {claim.claim_id: claim for pair in pairs for claim in pair}
    return sorted((c for key, c in found.items() if key not in known), key=told_order)


def _sentence(
    level: FlagLevel,
    links: Sequence[Link],
    claims: Sequence[Weighed],
    others: Sequence[Weighed],
    cases: Mapping[int, Case],
) -> str:
    heading = {claim.claim_id: case.heading for case in cases.values() for claim in case.claims}
    said = "; ".join(
        f"{heading.get(claim.claim_id, 'length')}, {claim.phrase} ({claim.siglum})"
        for claim in claims
    )
    ruled = "; ".join(dict.fromkeys(_rule_in_words(link, cases) for link in links))
    end = "cannot all hold" if level is FlagLevel.CONTRADICTS else "hold only if stretched"
    also = ", ".join(dict.fromkeys(f"{claim.phrase} ({claim.siglum})" for claim in others))
    return f"These {end}: {said}; yet {ruled}.{f' The same goes for {also}.' if also else ''}"


def _rule_in_words(link: Link, cases: Mapping[int, Case]) -> str:
    a, b = (f"“{cases[point].heading}”" for point in (link.a, link.b))
    length = f"{link.rule.value} {link.rule.unit}".strip()
    if link.claim is not None:
        return f"{link.claim.phrase} is said to lie between {a} and {b}"
    if not length:
        return f"{b} must come before {a}" if link.low <= FIRST else f"{a} must come before {b}"
    bound = link.rule.relation or "at least"
    if bound in ("before", "after"):
        return f"{a} must come at least {length} {bound} {b}"
    return f"{bound if bound != 'lasts as long as' else 'about'} {length} must lie from {a} to {b}"
