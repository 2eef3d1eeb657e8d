"""Accounts: one speaker's telling on one occasion."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.errors import UserError
from app.domain.records import Account
from app.services.actions import Action
from app.services.derivations import check_links_of
from app.services.derivations import link_accounts as link_accounts
from app.services.derivations import list_links as list_links
from app.services.derivations import unlink_accounts as unlink_accounts
from app.services.subjects import ensure_subject
from app.services.workspace import Workspace
from app.store.commands.derivations import delete_derivations, delete_remarks
from app.store.commands.rows import add_records, delete_rows, edit_record
from app.store.ids import new_id
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
    """Write an account over the one with its id; a date no derivation allows is refused."""

    def change(tx: Any) -> None:
        _check_siglum(tx, account)
        before = get_record(tx, Account, account.id)
        after = replace(account, speaker_id=_speaker(tx, account))
        edit_record(tx, after)
        if (before.date, before.speaker_id) != (after.date, after.speaker_id):
            check_links_of(tx, [account.id])

    workspace.perform(Action.EDIT_ACCOUNT, change)


def delete_account(workspace: Workspace, account_id: int) -> None:
    """Delete an account that makes no claims and is not its source's own voice."""

    def change(tx: Any) -> None:
        account = get_record(tx, Account, account_id)
        claims = count_account_uses(tx, account_id)
        if account.is_own or claims:
            why = "it is its source's own voice" if account.is_own else f"{claims} claims are its"
            raise UserError(f"{account.siglum} cannot be deleted: {why}.")
        delete_derivations(tx, list_account_links(tx, account_id))
        delete_remarks(tx, account_id=account_id)
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
