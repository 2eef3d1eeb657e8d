"""The stemma: accounts, the derivations between them, and what one version rests on there.

It is passive: built from a dossier, then narrowed, ranked, laid out and drawn by others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.domain.records import Degree


@dataclass(frozen=True, slots=True)
class StemmaAccount:
    """An account as the stemma shows it."""

    account_id: int
    siglum: str
    speaker: str = ""
    date: str = ""
    """Of its telling, as entered."""
    source: str = ""
    """Key and title of the source that carries it."""
    first: int | None = None
    """First day on which it may have been told; ``None`` when not known."""
    last: int | None = None
    """Last such day, with every allowance; ``None`` where there is none, or when not known."""


@dataclass(frozen=True, slots=True)
class StemmaLink:
    """A line of the stemma: a derivation, or the tie of an account to its source's own voice."""

    lender_id: int
    borrower_id: int
    degree: Degree | None
    """``None`` for a tie: what the source as a whole draws on, its accounts draw on too."""
    grounds: str = ""
    point_ids: tuple[int, ...] = ()
    """The only points on which it holds; empty where it holds wholly."""

    @property
    def is_real(self) -> bool:
        """Tell whether something passes along it."""
        return self.degree is not Degree.DENIED

    def holds_on(self, point_id: int) -> bool:
        """Tell whether it holds on a point."""
        return not self.point_ids or point_id in self.point_ids


@dataclass(frozen=True, slots=True)
class Stemma:
    """Accounts and the links between them, both in the order of their making."""

    accounts: tuple[StemmaAccount, ...] = ()
    links: tuple[StemmaLink, ...] = ()

    @property
    def linked_ids(self) -> frozenset[int]:
        """Return the accounts that have a link."""
        return frozenset(end for link in self.links for end in (link.lender_id, link.borrower_id))


@dataclass(frozen=True, slots=True)
class Lit:
    """What one version of a point rests on in the stemma."""

    witnesses: frozenset[int] = frozenset()
    """Accounts that give the version."""
    passed: frozenset[int] = frozenset()
    """Every account on the way back to its roots, its witnesses and roots among them."""
    roots: frozenset[int] = frozenset()
    """Accounts where it begins, even when every suspected derivation is real."""
    open_roots: frozenset[int] = frozenset()
    """Accounts where it begins unless a derivation that is not certain is real."""
    steps: frozenset[tuple[int, int]] = frozenset()
    """Lender and borrower of every link along which it passed."""


NOTHING_LIT = Lit()


def narrow(stemma: Stemma, keep: Collection[int]) -> Stemma:
    """Return the stemma of the given accounts alone."""
    return Stemma(
        tuple(account for account in stemma.accounts if account.account_id in keep),
        tuple(link for link in stemma.links if link.lender_id in keep and link.borrower_id in keep),
    )


def without_isolated(stemma: Stemma) -> Stemma:
    """Leave out the accounts that neither draw on another nor are drawn on."""
    return narrow(stemma, stemma.linked_ids)


def on_point(stemma: Stemma, point_id: int, speaking: Iterable[int]) -> Stemma:
    """Return who speaks to a point, whom they draw on for it, and the links that hold on it."""
    links = tuple(link for link in stemma.links if link.holds_on(point_id))
    speakers = set(speaking)
    steps = ((link.borrower_id, link.lender_id) for link in links if link.is_real)
    kept = speaking_steps(steps, speakers, voices_of(stemma))
    keep = reached_from(speakers, kept)
    return narrow(Stemma(stemma.accounts, links), keep)


def voices_of(stemma: Stemma) -> Mapping[int, int]:
    """Return the voice of its source for each account that is tied to it."""
    return {link.borrower_id: link.lender_id for link in stemma.links if link.degree is None}


Step = tuple[int, int]
"""A borrower and its lender."""


def speaking_steps(
    steps: Iterable[Step], speaking: Collection[int], voices: Mapping[int, int]
) -> frozenset[Step]:
    """Leave out the lenders who, with all they draw on, are not known to say it.

    Of those, the ones on which several sources that say it draw stay: they may be what these share.
    """
    all_steps = frozenset(steps)
    downward = [(lender, borrower) for borrower, lender in all_steps]
    leading = reached_from(speaking, downward)
    silent = {lender for lender, _ in downward if lender not in leading}
    drawn_on: dict[int, list[int]] = {}
    for lender, borrower in downward:
        drawn_on.setdefault(lender, []).append(borrower)
    named = {account: voices.get(account, account) for account in speaking}
    shared = {lender for lender in silent if _is_shared(lender, drawn_on, named)}
    return frozenset(
        (borrower, lender)
        for borrower, lender in all_steps
        if lender in leading or lender in shared
    )


def _is_shared(lender: int, drawn_on: Mapping[int, list[int]], speaking: Mapping[int, int]) -> bool:
    """Tell whether two that speak are the first to do so below a lender; a source counts once."""
    found: set[int] = set()
    seen: set[int] = set()
    waiting = [lender]
    while waiting and len(found) < 2:
        account = waiting.pop()
        if account in seen:
            continue
        seen.add(account)
        if account in speaking:
            found.add(speaking[account])
        else:
            waiting += drawn_on.get(account, ())
    return len(found) > 1


def reached_from(starts: Iterable[int], steps: Iterable[Step]) -> frozenset[int]:
    """Return the accounts that are reached from others over any number of steps."""
    onward: dict[int, list[int]] = {}
    for start, end in steps:
        onward.setdefault(start, []).append(end)
    found: set[int] = set()
    waiting = list(starts)
    while waiting:
        account = waiting.pop()
        if account not in found:
            found.add(account)
            waiting += onward.get(account, ())
    return frozenset(found)
