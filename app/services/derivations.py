"""Who draws on whom: links between accounts, wholly or on named points, and which are refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.domain.derivations import Party, find_circle, find_impossibility
from app.domain.errors import UserError
from app.domain.records import Account, Degree, Derivation, Stance
from app.domain.sets import Allowed
from app.services.actions import Action
from app.services.weighing import load_cases, telling_days
from app.services.workspace import Workspace
from app.store.commands.derivations import add_derivation, delete_derivations, edit_derivation
from app.store.ids import new_id
from app.store.queries.dependence import list_derivations
from app.store.queries.nouns import list_all, list_records
from app.store.queries.rules import list_deaths


def link_accounts(workspace: Workspace, derivation: Derivation) -> int:
    """Keep that one account draws on another; a circle and the impossible are refused."""

    def change(tx: Any) -> int:
        kept = replace(derivation, id=new_id())
        _check(tx, kept)
        add_derivation(tx, kept)
        return kept.id

    return workspace.perform(Action.LINK_ACCOUNTS, change)


def edit_link(workspace: Workspace, derivation: Derivation) -> None:
    """Write degree, grounds and points of a derivation over the one with its id."""

    def change(tx: Any) -> None:
        _check(tx, derivation)
        edit_derivation(tx, derivation)

    workspace.perform(Action.EDIT_LINK, change)


def unlink_accounts(workspace: Workspace, derivation_id: int) -> None:
    """Forget that one account draws on another."""
    workspace.perform(Action.UNLINK_ACCOUNTS, lambda tx: delete_derivations(tx, [derivation_id]))


def list_links(workspace: Workspace) -> list[Derivation]:
    """Return every derivation."""
    with workspace.reading() as connection:
        return list_derivations(connection)


def _check(tx: Any, derivation: Derivation) -> None:
    if derivation.borrower_id == derivation.lender_id:
        raise UserError("An account cannot draw on itself; choose another one.")
    others = [known for known in list_derivations(tx) if known.id != derivation.id]
    if any(_holds_beside(known, derivation) for known in others):
        raise UserError("That derivation is recorded already; change the one that is there.")
    check_no_circle(tx, [*others, derivation])
    check_possible(tx, [derivation])


def _holds_beside(known: Derivation, fresh: Derivation) -> bool:
    """Tell whether both say the same of the same accounts: wholly, or on a shared point."""
    if (known.borrower_id, known.lender_id) != (fresh.borrower_id, fresh.lender_id):
        return False
    if known.point_ids and fresh.point_ids:
        return not set(known.point_ids).isdisjoint(fresh.point_ids)
    return not known.point_ids and not fresh.point_ids


def check_no_circle(tx: Any, derivations: Iterable[Derivation]) -> None:
    """Raise ``UserError`` when an account would, over others, draw on itself."""
    circle = find_circle(derivations)
    if circle:
        raise UserError(circle_in_words([a.siglum for a in list_records(tx, Account, circle)]))


def circle_in_words(sigla: list[str]) -> str:
    """Say which accounts would draw on one another in a circle."""
    return (
        f"{sigla[0]} would draw on itself, over the accounts it draws on "
        f"({' ← '.join([*sigla, sigla[0]])}); check which of them came first."
    )


def check_possible(tx: Any, derivations: Iterable[Derivation]) -> None:
    """Raise ``UserError`` when a borrower could not have known its lender."""
    for _, why in find_impossible(tx, derivations):
        raise UserError(why)


def check_links_of(tx: Any, account_ids: Iterable[int]) -> None:
    """Raise ``UserError`` when the accounts as they now are could not draw, or be drawn on, so."""
    concerned = set(account_ids)
    check_possible(
        tx,
        [
            link
            for link in list_derivations(tx)
            if link.borrower_id in concerned or link.lender_id in concerned
        ],
    )


def find_impossible(tx: Any, derivations: Iterable[Derivation]) -> Iterator[tuple[Derivation, str]]:
    """Yield each derivation that cannot be, with the sentence that says why."""
    real = [link for link in derivations if link.degree is not Degree.DENIED]
    if not real:
        return
    ends = {link.borrower_id for link in real} | {link.lender_id for link in real}
    accounts = {account.id: account for account in list_all(tx, Account) if account.id in ends}
    deaths = _deaths(tx, {account.speaker_id or 0 for account in accounts.values()})
    for link in real:
        why = find_impossibility(
            _party(accounts[link.borrower_id], deaths), _party(accounts[link.lender_id], deaths)
        )
        if why:
            yield link, why


def _party(account: Account, deaths: Mapping[int, Allowed]) -> Party:
    days = telling_days(account.date)
    return Party(
        siglum=account.siglum,
        date=account.date,
        days=days[1] if days else None,
        speaker=account.speaker,
        death=deaths.get(account.speaker_id or 0),
    )


def _deaths(tx: Any, speakers: set[int]) -> dict[int, Allowed]:
    """Return the days on which speakers may have died, where any account affirms them."""
    of_speaker = list_deaths(tx, speakers)
    cases = {case.point_id: case for case in load_cases(tx, {p for _, p in of_speaker})}
    found: dict[int, Allowed] = {}
    for speaker, point in of_speaker:
        for claim in cases[point].claims:
            if claim.weighs and claim.stance is Stance.AFFIRMS:
                known = found.get(speaker, Allowed(()))
                found[speaker] = known.union(claim.widened)
    return found
