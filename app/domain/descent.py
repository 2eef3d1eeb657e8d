"""From a claim back to whoever first told it, over derivations and over *reports that*."""

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
    is_inherited: bool = False
    """Whether it is a link of the source's own voice, which holds for this account in it too."""


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

ALL = (Degree.CERTAIN, Degree.PROBABLE, Degree.SUSPECTED)
LIKELY = (Degree.CERTAIN, Degree.PROBABLE)
FIRM = (Degree.CERTAIN,)


@dataclass(frozen=True, slots=True)
class Descent:
    """The ways of a version back to its roots, as a stemma shows them."""

    passed: frozenset[int]
    """Every account on the way, those of the version among them."""
    ends: frozenset[int]
    """The accounts at which a way ends."""
    steps: frozenset[tuple[int, int]]
    """Borrower and lender of every step."""


def trace_version(
    version: Sequence[Weighed],
    on_point: Sequence[Weighed],
    dependence: Dependence,
    point_id: int = 0,
    *,
    firmly: bool = False,
) -> Descent:
    """Follow a version back to its roots; ``firmly`` along certain derivations only."""
    tracer = Tracer(Said.of(on_point), dependence, FIRM if firmly else ALL, point_id)
    traces = [tracer.trace(claim) for claim in version]
    nothing = frozenset[int]()
    return Descent(
        passed=nothing.union(*(trace.passed for trace in traces)),
        ends=nothing.union(*(trace.ends for trace in traces)),
        steps=frozenset[tuple[int, int]]().union(*(trace.steps for trace in traces)),
    )


@dataclass(frozen=True, slots=True)
class Trace:
    """The ways of one claim back to its roots: ``Descent`` with the keys of the informants."""

    roots: Roots
    passed: frozenset[int]
    """Every account on the way, the claim's own among them."""
    ends: frozenset[int]
    steps: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Said:
    """The claims of a point by who makes them."""

    by_account: Mapping[int, Sequence[Weighed]]
    by_speaker: Mapping[str, Sequence[Weighed]]
    """Claims in a speaker's own accounts, not those reported of him."""

    @classmethod
    def of(cls, claims: Iterable[Weighed]) -> Said:
        """Sort the claims of a point by account, and by speaker."""
        by_account: dict[int, list[Weighed]] = {}
        by_speaker: dict[str, list[Weighed]] = {}
        for claim in claims:
            by_account.setdefault(claim.account_id, []).append(claim)
            if not claim.reported:
                by_speaker.setdefault(claim.speaker, []).append(claim)
        return cls(by_account, by_speaker)


_Place = tuple[int, Weighed]
"""An account, and its claim; where it has none on the point, the claim that is drawn from it."""


class Tracer:
    """Follows claims of one point back to their roots along links of the given degrees."""

    def __init__(
        self, said: Said, dependence: Dependence, degrees: tuple[Degree, ...], point_id: int
    ) -> None:
        self.said = said
        self.dependence = dependence
        self.degrees = degrees
        self.point_id = point_id

    def trace(self, claim: Weighed) -> Trace:
        """Return the root informants that a claim may go back to, and the accounts on the way."""
        if not claim.reported and claim.account_id not in self.dependence.lenders:
            own, itself = self._own(claim.account_id, claim), frozenset((claim.account_id,))
            return Trace(frozenset((own,)), itself, itself, frozenset())
        roots: set[str] = set()
        passed: set[int] = set()
        ends: set[int] = set()
        steps: set[tuple[int, int]] = set()
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
            steps |= {(account, lender) for lender, _ in further}
            if not further or self._answers_for_another(account, words):
                roots.add(self._own(account, words))
                ends.add(account)
        return Trace(
            frozenset(roots or {self._own(claim.account_id, claim)}),
            frozenset(passed),
            frozenset(ends or {claim.account_id}),
            frozenset(steps),
        )

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
        return own_root(account, words, self.dependence)


ACCOUNT = "account "


def own_root(account: int, words: Weighed, dependence: Dependence) -> str:
    """Return the informant whom an account stands for when it draws on no other."""
    if words.account_id == account and words.speaker:
        return words.speaker
    telling = dependence.tellings.get(account)
    return (telling.speaker if telling else "") or f"{ACCOUNT}{account}"


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
