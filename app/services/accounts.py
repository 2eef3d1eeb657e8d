"""Accounts: one speaker's telling on one occasion; and who draws on whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.errors import UserError
from app.domain.records import Account, Degree, Derivation
from app.services.actions import Action
from app.services.subjects import ensure_subject
from app.services.workspace import Workspace
from app.store.commands.rows import add_records, delete_rows, edit_record
from app.store.ids import new_id
from app.store.queries.dependence import list_derivations
from app.store.queries.nouns import get_record, list_all
from app.store.queries.uses import count_account_uses, find_account_id, list_account_links


def add_account(workspace: Workspace, account: Account) -> int:
    """Keep a further account in a source and return its id."""

    def change(tx: Any) -> int:
        _check_siglum(tx, account)
        kept = replace(account, id=new_id(), speaker_id=_speaker(tx, account))
        add_records(tx, [kept])
        return kept.id

    return workspace.perform(Action.ADD_ACCOUNT, change)


def edit_account(workspace: Workspace, account: Account) -> None:
    """Write an account over the one with its id."""

    def change(tx: Any) -> None:
        _check_siglum(tx, account)
        edit_record(tx, replace(account, speaker_id=_speaker(tx, account)))

    workspace.perform(Action.EDIT_ACCOUNT, change)


def delete_account(workspace: Workspace, account_id: int) -> None:
    """Delete an account that makes no claims and is not its source's own voice."""

    def change(tx: Any) -> None:
        account = get_record(tx, Account, account_id)
        claims = count_account_uses(tx, account_id)
        if account.is_own or claims:
            why = "it is its source's own voice" if account.is_own else f"{claims} claims are its"
            raise UserError(f"{account.siglum} cannot be deleted: {why}.")
        delete_rows(tx, "derivation", list_account_links(tx, account_id))
        delete_rows(tx, "account", [account_id])

    workspace.perform(Action.DELETE_ACCOUNT, change)


def _speaker(tx: Any, account: Account) -> int | None:
    return ensure_subject(tx, account.speaker, "person")


def _check_siglum(tx: Any, account: Account) -> None:
    if not account.siglum.strip():
        raise UserError("An account needs a siglum, such as K48; type one.")
    holder = find_account_id(tx, account.siglum)
    if holder not in (None, account.id):
        raise UserError(f"The siglum {account.siglum} is taken; choose another.")


def list_accounts(workspace: Workspace) -> list[Account]:
    """Return every account, oldest first."""
    with workspace.reading() as connection:
        return list_all(connection, Account)


def get_account(workspace: Workspace, account_id: int) -> Account:
    """Return one account."""
    with workspace.reading() as connection:
        return get_record(connection, Account, account_id)


def link_accounts(workspace: Workspace, derivation: Derivation) -> int:
    """Keep that one account draws on another; a circle is refused."""

    def change(tx: Any) -> int:
        check_no_circle([*list_derivations(tx), derivation])
        kept = replace(derivation, id=new_id())
        add_records(tx, [kept])
        return kept.id

    return workspace.perform(Action.LINK_ACCOUNTS, change)


def unlink_accounts(workspace: Workspace, derivation_id: int) -> None:
    """Forget that one account draws on another."""
    workspace.perform(
        Action.UNLINK_ACCOUNTS, lambda tx: delete_rows(tx, "derivation", [derivation_id])
    )


def list_links(workspace: Workspace) -> list[Derivation]:
    """Return every derivation."""
    with workspace.reading() as connection:
        return list_derivations(connection)


def check_no_circle(derivations: list[Derivation]) -> None:
    """Raise ``UserError`` when an account would, over others, draw on itself."""
    lenders: dict[int, list[int]] = {}
    for link in derivations:
        if link.degree is not Degree.DENIED:
            lenders.setdefault(link.borrower_id, []).append(link.lender_id)
    for start in lenders:
        open_accounts, seen = list(lenders[start]), set[int]()
        while open_accounts:
            account = open_accounts.pop()
            if account == start:
                raise UserError(
                    "This link would make an account draw on itself, over the others it draws "
                    "on; check which of them came first."
                )
            if account not in seen:
                seen.add(account)
                open_accounts += lenders.get(account, [])
