"""Who really witnesses a version: from each claim back to its root informants.

A claim goes back over derivations, and over *reports that*, to whoever first told it; the same
speaker told three times is one witness. Two accounts are counted as independent when they are
not shown to depend on one another: a graph cannot prove independence (Langlois and Seignobos,
Introduction to the Study of History, book II, ch. VIII; Bernheim, Lehrbuch, ch. IV).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.claims import Weighed
from app.domain.records import Degree, Stance


@dataclass(frozen=True, slots=True)
class Telling:
    """What the counting of witnesses must know of one account."""

    account_id: int
    source_id: int
    siglum: str
    speaker: str = ""
    """Key of the speaker; empty when unknown, and then the account stands for itself."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a borrower draws on: the accounts of the lender (its own voice first) and how surely."""

    lenders: tuple[int, ...]
    degree: Degree


@dataclass(frozen=True, slots=True)
class Dependence:
    """Who draws on whom in a dossier: accounts by id, and lenders of each borrower."""

    tellings: Mapping[int, Telling] = field(default_factory=dict)
    lenders: Mapping[int, tuple[Link, ...]] = field(default_factory=dict)
    """Links of each borrower, by account id; examined and denied ones left out."""


Roots = frozenset[str]


@dataclass(frozen=True, slots=True)
class Witnesses:
    """A range: ``low`` takes suspected derivations as real, ``high`` only the certain ones."""

    low: int
    high: int
    common_link: str = ""
    """Siglum of the account that all of a version with several sources passes through, if any."""


def count_witnesses(
    version: Sequence[Weighed], on_point: Sequence[Weighed], dependence: Dependence
) -> Witnesses:
    """Count the root informants behind a version, among all claims ``on_point``."""
    counts = [
        _fewest_hitting(_Tracer(on_point, dependence, degrees).roots(claim) for claim in version)
        for degrees in (
            (Degree.CERTAIN, Degree.PROBABLE, Degree.SUSPECTED),
            (Degree.CERTAIN,),
        )
    ]
    return Witnesses(min(counts), max(counts), _common_link(version, on_point, dependence))


class _Tracer:
    """Follows claims of one point back to their roots along links of the given degrees."""

    def __init__(
        self, on_point: Sequence[Weighed], dependence: Dependence, degrees: tuple[Degree, ...]
    ) -> None:
        self.dependence = dependence
        self.degrees = degrees
        self.by_account: dict[int, list[Weighed]] = {}
        for claim in on_point:
            self.by_account.setdefault(claim.account_id, []).append(claim)
        self.passed: set[int] = set()

    def roots(self, claim: Weighed, path: frozenset[int] = frozenset()) -> Roots:
        """Return the root informants that the claim may go back to."""
        if claim.reported:
            return frozenset((claim.speaker,))
        found: set[str] = set()
        for link in self._links(claim.account_id, path):
            found |= self._through(link, claim, path | {claim.account_id})
        return frozenset(found) or self._own(claim.account_id, claim.speaker)

    def _through(self, link: Link, claim: Weighed, path: frozenset[int]) -> Roots:
        said = [
            other
            for lender in link.lenders
            for other in self.by_account.get(lender, ())
            if _comparable(claim, other)
        ]
        agreeing = [other for other in said if _agree(claim, other)]
        if said and not agreeing:
            return frozenset()
        if not said:
            return self._account_roots(link.lenders[0], path)
        self.passed |= {other.account_id for other in agreeing}
        return frozenset().union(*(self.roots(other, path) for other in agreeing))

    def _account_roots(self, account: int, path: frozenset[int]) -> Roots:
        self.passed.add(account)
        found: set[str] = set()
        for link in self._links(account, path):
            found |= self._account_roots(link.lenders[0], path | {account})
        return frozenset(found) or self._own(account, "")

    def _links(self, account: int, path: frozenset[int]) -> list[Link]:
        return [
            link
            for link in self.dependence.lenders.get(account, ())
            if link.degree in self.degrees
            and account not in link.lenders
            and path.isdisjoint(link.lenders)
        ]

    def _own(self, account: int, speaker: str) -> Roots:
        telling = self.dependence.tellings.get(account)
        known = speaker or (telling.speaker if telling else "")
        return frozenset((known or f"account {account}",))


def _comparable(a: Weighed, b: Weighed) -> bool:
    return b.is_silent or (a.kind is b.kind and a.group == b.group)


def _agree(borrower: Weighed, lender: Weighed) -> bool:
    if lender.is_silent:
        return False
    if Stance.DOUBTS in (borrower.stance, lender.stance):
        return borrower.stance is lender.stance
    return borrower.widened.meets(lender.widened)


def _fewest_hitting(root_sets: Iterable[Roots]) -> int:
    """Return the least number of informants who suffice to explain every claim."""
    open_sets = {roots for roots in root_sets if roots}
    forced = {next(iter(roots)) for roots in open_sets if len(roots) == 1}
    rest = [roots for roots in open_sets if not roots & forced]
    least = [roots for roots in rest if not any(other < roots for other in rest)]
    return len(forced) + _search(least)


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
    version: Sequence[Weighed], on_point: Sequence[Weighed], dependence: Dependence
) -> str:
    if len({claim.source_id for claim in version}) < 2:
        return ""
    shared: set[int] | None = None
    for claim in version:
        tracer = _Tracer(on_point, dependence, (Degree.CERTAIN, Degree.PROBABLE))
        tracer.roots(claim)
        passed = tracer.passed | {claim.account_id}
        shared = passed if shared is None else shared & passed
    for account in sorted(shared or ()):
        telling = dependence.tellings.get(account)
        if telling:
            return telling.siglum
    return ""
