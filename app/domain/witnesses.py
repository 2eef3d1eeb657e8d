"""Who really witnesses a version: from each claim back to its root informants.

A claim goes back over derivations, and over *reports that*, to whoever first told it; the same
speaker told three times is one witness. Two accounts are counted as independent when they are
not shown to depend on one another: a graph cannot prove independence (Langlois and Seignobos,
Introduction to the Study of History, book II, ch. VIII; Bernheim, Lehrbuch, ch. IV).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    points: frozenset[int] = frozenset()
    """The only points on which it draws on them; empty where it draws on them wholly."""


@dataclass(frozen=True, slots=True)
class Dependence:
    """Who draws on whom in a dossier: accounts by id, and lenders of each borrower."""

    tellings: Mapping[int, Telling] = field(default_factory=dict)
    lenders: Mapping[int, tuple[Link, ...]] = field(default_factory=dict)
    """Links of each borrower, by account id; examined and denied ones left out."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of speakers, by key."""

    def links_on(self, account: int, point_id: int) -> Iterator[Link]:
        """Yield what an account draws on when it speaks to a point."""
        for link in self.lenders.get(account, ()):
            if account not in link.lenders and (not link.points or point_id in link.points):
                yield link


Roots = frozenset[str]


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


_ALL = (Degree.CERTAIN, Degree.PROBABLE, Degree.SUSPECTED)
_LIKELY = (Degree.CERTAIN, Degree.PROBABLE)
_FIRM = (Degree.CERTAIN,)


def count_witnesses(
    version: Sequence[Weighed],
    on_point: Sequence[Weighed],
    dependence: Dependence,
    point_id: int = 0,
) -> Witnesses:
    """Count the root informants behind a version, among all claims ``on_point``."""
    said = _Said.of(on_point)
    tracers = [_Tracer(said, dependence, degrees, point_id) for degrees in (_ALL, _FIRM, _LIKELY)]
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


@dataclass(frozen=True, slots=True)
class _Trace:
    roots: Roots
    passed: frozenset[int]
    """Every account on the way, the claim's own among them."""


@dataclass(frozen=True, slots=True)
class _Said:
    """The claims of a point by who makes them."""

    by_account: Mapping[int, Sequence[Weighed]]
    by_speaker: Mapping[str, Sequence[Weighed]]
    """Claims in a speaker's own accounts, not those reported of him."""

    @classmethod
    def of(cls, claims: Iterable[Weighed]) -> _Said:
        by_account: dict[int, list[Weighed]] = {}
        by_speaker: dict[str, list[Weighed]] = {}
        for claim in claims:
            by_account.setdefault(claim.account_id, []).append(claim)
            if not claim.reported:
                by_speaker.setdefault(claim.speaker, []).append(claim)
        return cls(by_account, by_speaker)


_Place = tuple[int, Weighed]
"""An account, and its claim; where it has none on the point, the claim that is drawn from it."""


class _Tracer:
    """Follows claims of one point back to their roots along links of the given degrees."""

    def __init__(
        self, said: _Said, dependence: Dependence, degrees: tuple[Degree, ...], point_id: int
    ) -> None:
        self.said = said
        self.dependence = dependence
        self.degrees = degrees
        self.point_id = point_id

    def trace(self, claim: Weighed) -> _Trace:
        """Return the root informants that a claim may go back to, and the accounts on the way."""
        roots: set[str] = set()
        passed: set[int] = set()
        seen: set[tuple[int, int]] = set()
        waiting: list[_Place] = [(claim.account_id, claim)]
        while waiting:
            account, words = waiting.pop()
            if (account, words.claim_id) in seen:
                continue
            seen.add((account, words.claim_id))
            passed.add(account)
            further = list(self._further(account, words))
            waiting += further
            if not further or self._answers_for_another(account, words):
                roots.add(self._own(account, words))
        return _Trace(frozenset(roots or {self._own(claim.account_id, claim)}), frozenset(passed))

    def _further(self, account: int, words: Weighed) -> Iterator[_Place]:
        """Yield where the words came from: lenders that agree, or say nothing on the point.

        What somebody took from others in one telling may be his own in another: then that one
        is yielded too, so that the same speaker is never two witnesses.
        """
        own = words.account_id == account
        reports = own and words.reported
        found = [
            place
            for link in self.dependence.links_on(account, self.point_id)
            if link.degree in self.degrees
            for place in self._lent(link, words, reports=reports)
        ]
        yield from found
        if reports or (own and found and words.speaker):
            yield from self._told_by(words)

    def _lent(self, link: Link, words: Weighed, *, reports: bool) -> Iterator[_Place]:
        said = [
            other
            for lender in link.lenders
            for other in self.said.by_account.get(lender, ())
            if _comparable(words, other)
        ]
        yield from ((other.account_id, other) for other in said if _agree(words, other))
        if not said and not reports:
            yield link.lenders[0], words

    def _told_by(self, report: Weighed) -> Iterator[_Place]:
        """Yield what other accounts of the same speaker, his own, say to the same effect."""
        for other in self.said.by_speaker.get(report.speaker, ()):
            if other.account_id != report.account_id and _alike(report, other):
                yield other.account_id, other

    def _answers_for_another(self, account: int, words: Weighed) -> bool:
        """Tell whether the words are a report of somebody whose own account is not held."""
        if not words.reported or words.account_id != account:
            return False
        return next(self._told_by(words), None) is None

    def _own(self, account: int, words: Weighed) -> str:
        if words.account_id == account and words.speaker:
            return words.speaker
        telling = self.dependence.tellings.get(account)
        return (telling.speaker if telling else "") or f"{_ACCOUNT}{account}"


_ACCOUNT = "account "


def _comparable(a: Weighed, b: Weighed) -> bool:
    return b.is_silent or (a.kind is b.kind and a.group == b.group)


def _alike(report: Weighed, other: Weighed) -> bool:
    return _comparable(report, other) and _agree(report, other)


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
    version: Sequence[Weighed], traces: Sequence[_Trace], dependence: Dependence
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
    if root.startswith(_ACCOUNT):
        telling = dependence.tellings.get(int(root.removeprefix(_ACCOUNT)))
        held = (claim.siglum for claim in claims if f"{_ACCOUNT}{claim.account_id}" == root)
        return telling.siglum if telling else next(held, "")
    named = (claim.speaker_name for claim in claims if claim.speaker == root)
    return dependence.names.get(root) or next(named, "")
