"""Who really witnesses a version: from each claim back to its root informants.

A claim goes back over derivations, and over *reports that*, to whoever first told it; the same
speaker told three times is one witness. Two accounts are counted as independent when they are
not shown to depend on one another: a graph cannot prove independence (Langlois and Seignobos,
Introduction to the Study of History, book II, ch. VIII; Bernheim, Lehrbuch, ch. IV).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.claims import Weighed
from app.domain.descent import ACCOUNT, ALL, FIRM, LIKELY, Roots, Said, Trace, Tracer, own_root
from app.domain.descent import Dependence as Dependence
from app.domain.descent import Link as Link
from app.domain.descent import Telling as Telling


@dataclass(frozen=True, slots=True)
class Witnesses:
    """A range: ``low`` takes suspected derivations as real, ``high`` only the certain ones."""

    low: int
    high: int
    common_link: str = ""
    """Siglum of the account that all of a version with several sources passes through, if any."""
    root: str = ""
    """Key of the one informant to whom every claim certainly goes back; empty if there is none."""
    root_name: str = ""
    """Name of that speaker; where none is known, the siglum of the account."""


def count_witnesses(
    version: Sequence[Weighed],
    on_point: Sequence[Weighed],
    dependence: Dependence,
    point_id: int = 0,
) -> Witnesses:
    """Count the root informants behind a version, among all claims ``on_point``."""
    if not any(claim.reported or claim.account_id in dependence.lenders for claim in version):
        return _each_for_himself(version, dependence)
    said = Said.of(on_point)
    tracers = [Tracer(said, dependence, degrees, point_id) for degrees in (ALL, FIRM, LIKELY)]
    loose, firm, likely = ([tracer.trace(claim) for claim in version] for tracer in tracers)
    counts = [_fewest_hitting(trace.roots for trace in traces) for traces in (loose, firm)]
    shared = frozenset[str]().union(*(trace.roots for trace in firm[:1]))
    for trace in firm[1:]:
        shared &= trace.roots
    root = next(iter(shared)) if len(shared) == 1 else ""
    return Witnesses(
        low=min(counts),
        high=max(counts),
        common_link=_common_link(version, likely, dependence),
        root=root,
        root_name=_name(root, on_point, dependence),
    )


def list_roots(
    version: Sequence[Weighed],
    on_point: Sequence[Weighed],
    dependence: Dependence,
    point_id: int = 0,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the informants who explain a version, in two groups.

    The first explain it also when every suspected derivation is real; the second only when none
    is. Nobody is named for a claim that can go back to somebody who explains another one.
    """
    said = Said.of(on_point)
    loose, firm = (
        _explaining([tracer.trace(claim).roots for claim in version])
        for tracer in (Tracer(said, dependence, degrees, point_id) for degrees in (ALL, FIRM))
    )
    perhaps = [root for root in firm if root not in loose]
    names = [[_name(root, on_point, dependence) for root in found] for found in (loose, perhaps)]
    return tuple(names[0]), tuple(names[1])


def _explaining(root_sets: Sequence[Roots]) -> list[str]:
    forced, least = _least(root_sets)
    kept = [roots for roots in root_sets if roots <= forced or roots in least]
    return list(dict.fromkeys(root for roots in kept for root in sorted(roots)))


def _each_for_himself(version: Sequence[Weighed], dependence: Dependence) -> Witnesses:
    """Count where nothing is drawn from others: every speaker, and every account without one."""
    roots = {own_root(claim.account_id, claim, dependence) for claim in version}
    only = roots.pop() if len(roots) == 1 else ""
    number = 1 if only else len(roots)
    return Witnesses(number, number, root=only, root_name=_name(only, version, dependence))


def _fewest_hitting(root_sets: Iterable[Roots]) -> int:
    """Return the least number of informants who suffice to explain every claim."""
    forced, least = _least(root_sets)
    return len(forced) + _search(least)


def _least(root_sets: Iterable[Roots]) -> tuple[Roots, list[Roots]]:
    """Return who must be counted, and the alternatives that they and one another leave open."""
    open_sets = {roots for roots in root_sets if roots}
    forced = {next(iter(roots)) for roots in open_sets if len(roots) == 1}
    rest = [roots for roots in open_sets if not roots & forced]
    return frozenset(forced), [s for s in rest if not any(other < s for other in rest)]


def _search(sets: list[Roots]) -> int:
    if not sets:
        return 0
    smallest = min(sets, key=len)
    if len(sets) > 12:
        chosen = max(sorted(smallest), key=lambda root: sum(root in roots for roots in sets))
        return 1 + _search([roots for roots in sets if chosen not in roots])
    return 1 + min(
        _search([roots for roots in sets if root not in roots]) for root in sorted(smallest)
    )


def _common_link(
    version: Sequence[Weighed], traces: Sequence[Trace], dependence: Dependence
) -> str:
    """Return the siglum of the account nearest to the version that all of it passes through."""
    if len({claim.source_id for claim in version}) < 2:
        return ""
    shared = frozenset.intersection(*(trace.passed for trace in traces))
    nearest = max(
        sorted(shared & dependence.tellings.keys()),
        key=lambda account: len(_lenders_above(account, dependence) & shared),
        default=None,
    )
    return "" if nearest is None else dependence.tellings[nearest].siglum


def _lenders_above(account: int, dependence: Dependence) -> set[int]:
    above: set[int] = set()
    waiting = [account]
    while waiting:
        for link in dependence.lenders.get(waiting.pop(), ()):
            fresh = set(link.lenders) - above
            above |= fresh
            waiting += fresh
    return above


def _name(root: str, claims: Iterable[Weighed], dependence: Dependence) -> str:
    if root.startswith(ACCOUNT):
        telling = dependence.tellings.get(int(root.removeprefix(ACCOUNT)))
        held = (claim.siglum for claim in claims if f"{ACCOUNT}{claim.account_id}" == root)
        return telling.siglum if telling else next(held, "")
    named = (claim.speaker_name for claim in claims if claim.speaker == root)
    return dependence.names.get(root) or next(named, "")
