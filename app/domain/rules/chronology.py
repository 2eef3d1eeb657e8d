"""Dates that rules make impossible together: shortest paths over the rules, tried on the claims.

Bounds on differences of days are a simple temporal problem (Dechter, Meiri and Pearl, Temporal
Constraint Networks, Artificial Intelligence 49, 1991): what cannot hold is a path of rules that
leaves two points less room than two claims on them need. Such a set is a smallest one by itself:
without one of its rules the path is broken, without one of its claims an end is free. A path back
to its own start that would have to be walked in less than no time cannot hold whatever is claimed
there. Paths are tried in order of length, so that the flag names as few rules as will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.fingerprints import fingerprint
from app.domain.flags import Flag, FlagKind, FlagLevel, told_order
from app.domain.rules.gaps import Ways, clash_in_gaps, rival_claims, smallest_links
from app.domain.rules.links import KIN, Link, RuleKind
from app.domain.rules.roles import TWICE
from app.domain.rules.walks import Path, paths_from, steps_of
from app.domain.sets import FIRST, LAST, Allowed


def chronology_flags(links: Sequence[Link], cases: Mapping[int, Case]) -> Iterator[Flag]:
    """Yield a flag for each chain of rules that some claims at its two ends cannot meet.

    A circle of rules that no dates can meet is flagged by itself.

    The flag names one smallest set of claims and rules that cannot all hold, from as few accounts
    as may be; its sentence adds what else at the ends of the chain fares no better.
    """
    seen: set[frozenset[int]] = set()
    circles: list[set[int]] = []
    for level in (FlagLevel.CONTRADICTS, FlagLevel.TENSION):
        findings = list(_findings(links, cases, strict=level is FlagLevel.TENSION))
        # First the circles: what a part of one makes impossible needs no flag besides.
        for ends, found, pairs in sorted(findings, key=lambda finding: bool(finding[2])):
            walked = {id(link) for link in found}
            if ends in seen or any(walked <= circle for circle in circles):
                continue
            seen.add(ends)
            if not pairs:
                circles.append(walked)
            yield _flag(level, found, pairs, cases)


Pairs = list[tuple[Weighed, Weighed]]
Finding = tuple[frozenset[int], Sequence[Link], Pairs]
"""What makes it one (the ends of a chain, all points of a circle), its links and what clashes."""


def _findings(
    links: Sequence[Link], cases: Mapping[int, Case], *, strict: bool
) -> Iterator[Finding]:
    steps = steps_of(links, strict=strict)
    ways: dict[tuple[int, int], Path] = {}
    circles = False
    for start in sorted({step.start for step in steps}):
        for path in paths_from(start, steps):
            end, walked = path.steps[-1].end, [step.link for step in path.steps]
            if path.is_circle:
                circles = True
                yield frozenset(step.start for step in path.steps), walked, []
                continue
            ways[start, end] = path
            pairs = _clashing_pairs(cases[start], cases[end], path, strict=strict)
            if pairs:
                yield frozenset((start, end)), walked, pairs
    if not circles:  # else no distance can be said
        yield from _findings_in_gaps(ways, cases, strict=strict)


def _findings_in_gaps(ways: Ways, cases: Mapping[int, Case], *, strict: bool) -> Iterator[Finding]:
    for ends, there in ways.items():
        back = ways.get(ends[::-1])
        if back is None or ends[0] > ends[1] or rival_claims(there, back):
            continue
        for ours, theirs in _class_pairs(*(cases[end] for end in ends), strict=strict):
            one, other = (_allowed(claims[0], strict=strict) for claims in (ours, theirs))
            if len(one.spans) + len(other.spans) > 2 and clash_in_gaps(one, other, there, back):
                links = list({id(s.link): s.link for s in (*there.steps, *back.steps)}.values())
                least = smallest_links(links, ends, one, other, strict=strict)
                yield frozenset(ends), least, [(a, b) for a in ours for b in theirs]


def _clashing_pairs(first: Case, last: Case, path: Path, *, strict: bool) -> Pairs:
    """Return the claims at the two ends of a path that it leaves too little room."""
    return [
        (early, late)
        for ours, theirs in _class_pairs(first, last, strict=strict)
        if not _has_room(ours[0], theirs[0], path, strict=strict)
        for early in ours
        for late in theirs
    ]


def _class_pairs(
    first: Case, last: Case, *, strict: bool
) -> Iterator[tuple[list[Weighed], list[Weighed]]]:
    """Yield claims of one scope on two points, those that allow the same together."""
    for ours in _classes(first, strict=strict):
        for theirs in _classes(last, strict=strict):
            if ours[0].group[0] == theirs[0].group[0]:
                yield ours, theirs


def _classes(case: Case, *, strict: bool) -> list[list[Weighed]]:
    classes: dict[tuple[Allowed, str], list[Weighed]] = {}
    for claim in case.claims:
        if claim.weighs:
            allowed = _allowed(claim, strict=strict)
            if not allowed.is_empty:
                classes.setdefault((allowed, claim.group[0]), []).append(claim)
    return list(classes.values())


def _allowed(claim: Weighed, *, strict: bool) -> Allowed:
    return claim.strict if strict else claim.widened


def _has_room(early: Weighed, late: Weighed, path: Path, *, strict: bool) -> bool:
    """Tell whether the rules leave open some day of ``late`` after some day of ``early``."""
    a, b = _allowed(early, strict=strict), _allowed(late, strict=strict)
    return path.reaches(a.last, b.first)


def _flag(level: FlagLevel, links: Sequence[Link], pairs: Pairs, cases: Mapping[int, Case]) -> Flag:
    lengths = [link.claim for link in links if link.claim is not None]
    ends = min(pairs, key=lambda pair: _spread((*pair, *lengths)), default=())
    claims = sorted((*ends, *lengths), key=told_order)
    others = _others(pairs, claims)
    points = _points(links)
    return Flag(
        identity="|".join((FlagKind.CHRONOLOGY, *([] if pairs else ["circle"]), *map(str, points))),
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


def _points(links: Sequence[Link]) -> list[int]:
    """Return the points of some links: along the chain that they make, else by their ids."""
    beside: dict[int, list[int]] = {}
    for link in links:
        beside.setdefault(link.a, []).append(link.b)
        beside.setdefault(link.b, []).append(link.a)
    ends = sorted(point for point, others in beside.items() if len(others) == 1)
    if len(ends) != 2:
        return sorted(beside)
    points = ends[:1]
    while points[-1] != ends[1]:
        points.append(next(point for point in beside[points[-1]] if point not in points))
    return points


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
    if all(link.high >= LAST for link in links):
        links = links[::-1]  # walked from the latest point back to the earliest
    names = _names(links, cases)
    heading = {c.claim_id: names.get(p, "") for p, case in cases.items() for c in case.claims}
    said = "; ".join(
        f"{heading.get(claim.claim_id) or 'length'}, {claim.phrase} ({claim.siglum})"
        for claim in claims
    )
    ruled = "; ".join(dict.fromkeys(_rule_in_words(link, names) for link in links))
    end = "cannot all hold" if level is FlagLevel.CONTRADICTS else "hold only if stretched"
    if not claims:
        return f"These rules {end}, whatever the dates: {ruled}."
    also = ", ".join(dict.fromkeys(f"{claim.phrase} ({claim.siglum})" for claim in others))
    return f"These {end}: {said}; yet {ruled}.{f' The same goes for {also}.' if also else ''}"


def _names(links: Sequence[Link], cases: Mapping[int, Case]) -> dict[int, str]:
    """Return a name for each point of some links: with the subject where there are several."""
    points = {point for link in links for point in (link.a, link.b)}
    lengths = (link.rule.c_id for link in links if link.claim is not None)
    points |= {point for point in lengths if point is not None and point in cases}
    several = len({cases[point].subject for point in points}) > 1
    return {
        point: f"{cases[point].subject}: {cases[point].heading}" if several
        else cases[point].heading
        for point in points
    }  # fmt: skip


def _rule_in_words(link: Link, names: Mapping[int, str]) -> str:
    if link.rule.kind == KIN:
        return link.rule.note
    a, b = f"“{names[link.a]}”", f"“{names[link.b]}”"
    if link.rule.note in TWICE:
        return f"{a} and {b} ask for one {TWICE[link.rule.note]}"
    length = f"{link.rule.value} {link.rule.unit}".strip()
    if link.claim is not None:
        return f"{link.claim.phrase} is said to lie between {a} and {b}"
    if not length:
        return f"{b} must come before {a}" if link.low <= FIRST else f"{a} must come before {b}"
    bound = link.rule.relation or "at least"
    if bound in ("before", "after"):
        return f"{a} must come at least {length} {bound} {b}"
    bound = "about" if link.rule.kind == RuleKind.DURATION else bound
    return f"{bound} {length} must lie from {a} to {b}"
