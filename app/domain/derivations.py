"""Derivations that cannot be: one that runs in a circle, one from a lender who came too late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.records import Degree, Derivation
from app.domain.sets import FIRST, LAST, Allowed


@dataclass(frozen=True, slots=True)
class Party:
    """An account as one end of a derivation."""

    siglum: str
    date: str = ""
    """Of its telling, as entered."""
    days: Allowed | None = None
    """Days on which it may have been told, with every allowance; ``None`` when not known."""
    speaker: str = ""
    death: Allowed | None = None
    """Days on which its speaker may have died, by all that is claimed; ``None`` when not known."""


def find_impossibility(borrower: Party, lender: Party) -> str:
    """Say in a sentence why one account cannot draw on another; empty where it may.

    Only what is certain rules a link out: dates that are unknown, open or that overlap never do.
    """
    if _wholly_after(lender.days, borrower.days):
        return (
            f"{borrower.siglum} ({borrower.date}) cannot draw on {lender.siglum} "
            f"({lender.date}), which is later. If {lender.date} is the date of an edition, give "
            f"the account {lender.siglum} the date on which it was told."
        )
    if _wholly_after(lender.days, borrower.death):
        return (
            f"{borrower.siglum} cannot draw on {lender.siglum} ({lender.date}): "
            f"{borrower.speaker}, who speaks in {borrower.siglum}, was dead by then."
        )
    return ""


def _wholly_after(later: Allowed | None, earlier: Allowed | None) -> bool:
    if later is None or earlier is None or later.is_empty or earlier.is_empty:
        return False
    return earlier.last < LAST and later.first > FIRST and later.first > earlier.last


def find_circle(derivations: Iterable[Derivation]) -> tuple[int, ...]:
    """Return accounts that draw on one another in a circle, in that order; empty without one.

    Derivations on named points make a circle only where all of it holds on one point.
    """
    real = [link for link in derivations if link.degree is not Degree.DENIED]
    whole = [link for link in real if not link.point_ids]
    limited: dict[int, list[Derivation]] = {}
    for link in real:
        for point in link.point_ids:
            limited.setdefault(point, []).append(link)
    for links in (whole, *(whole + on_point for on_point in limited.values())):
        circle = _circle_in(links)
        if circle:
            return circle
    return ()


def _circle_in(links: Iterable[Derivation]) -> tuple[int, ...]:
    lenders: dict[int, list[int]] = {}
    for link in links:
        lenders.setdefault(link.borrower_id, []).append(link.lender_id)
    done: set[int] = set()
    for start in lenders:
        circle = _circle_from(start, lenders, done)
        if circle:
            return circle
    return ()


def _circle_from(
    start: int, lenders: Mapping[int, Sequence[int]], done: set[int]
) -> tuple[int, ...]:
    """Walk up from an account, each account once; ``done`` takes in what leads to no circle."""
    path: list[int] = []
    waiting: list[tuple[int, bool]] = [(start, False)]
    while waiting:
        account, is_left = waiting.pop()
        if is_left:
            path.pop()
            done.add(account)
        elif account in path:
            return tuple(path[path.index(account) :])
        elif account not in done:
            path.append(account)
            waiting.append((account, True))
            waiting += ((lender, False) for lender in lenders.get(account, ()))
    return ()
