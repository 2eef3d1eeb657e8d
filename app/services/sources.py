"""Sources with the account that is their own voice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.errors import UserError
from app.domain.records import Account, Source
from app.services.actions import Action
from app.services.derivations import check_links_of
from app.services.subjects import ensure_subject
from app.services.workspace import Workspace
from app.store.commands.derivations import delete_derivations, delete_remarks
from app.store.commands.rows import add_records, delete_rows, edit_record
from app.store.ids import new_id
from app.store.queries.nouns import get_record, list_all, list_records
from app.store.queries.uses import (
    count_account_uses,
    find_account_id,
    find_own_account_id,
    find_source_id,
    list_account_ids,
    list_account_links,
    list_quoting,
)


def add_source(workspace: Workspace, source: Source) -> int:
    """Keep a new source with its own account (siglum = key, speaker = author); return its id."""
    return workspace.perform(Action.ADD_SOURCE, lambda tx: make_source(tx, source))


def make_source(tx: Any, source: Source) -> int:
    """Write a new source and its own account inside a transaction."""
    _check_key(tx, source)
    kept = replace(source, id=new_id(), quoted_after_id=_quoting(tx, source))
    add_records(tx, [kept])
    own = Account(
        id=new_id(), siglum=kept.key, source_id=kept.id, date=kept.date, is_own=True,
        speaker_id=ensure_subject(tx, kept.author, "person"),
    )  # fmt: skip
    add_records(tx, [own])
    return kept.id


def edit_source(workspace: Workspace, source: Source) -> None:
    """Write a source over the one with its id; its own account follows key, author and date."""

    def change(tx: Any) -> None:
        _check_key(tx, source)
        before = get_record(tx, Source, source.id)
        edit_record(tx, replace(source, quoted_after_id=_quoting(tx, source)))
        own_id = find_own_account_id(tx, source.id)
        if own_id is not None:
            _follow(tx, get_record(tx, Account, own_id), before, source)
            if (before.date, before.author) != (source.date, source.author):
                check_links_of(tx, [own_id])

    workspace.perform(Action.EDIT_SOURCE, change)


def _follow(tx: Any, own: Account, before: Source, after: Source) -> None:
    """Let the own account follow what it took over from its source, and keep what was set apart."""
    changed = replace(own, siglum=after.key)
    if own.date == before.date:
        changed = replace(changed, date=after.date)
    if own.speaker_id == ensure_subject(tx, before.author, "person"):
        changed = replace(changed, speaker_id=ensure_subject(tx, after.author, "person"))
    if changed != own:
        edit_record(tx, changed)


def delete_source(workspace: Workspace, source_id: int) -> None:
    """Delete a source and its accounts when no claim rests on them and none is quoted after it."""

    def change(tx: Any) -> None:
        accounts = list_account_ids(tx, source_id)
        claims = sum(count_account_uses(tx, account) for account in accounts)
        if claims or list_quoting(tx, source_id):
            raise UserError(
                f"This source cannot be deleted: {claims} claims rest on it or other sources are "
                "quoted after it. Delete or move those first."
            )
        for account in accounts:
            delete_derivations(tx, list_account_links(tx, account))
            delete_remarks(tx, account_id=account)
        delete_rows(tx, "account", accounts)
        delete_rows(tx, "source", [source_id])

    workspace.perform(Action.DELETE_SOURCE, change)


def _check_key(tx: Any, source: Source) -> None:
    if not source.key.strip():
        raise UserError("A source needs a key, such as K48; type one.")
    holder = find_source_id(tx, source.key)
    if holder not in (None, source.id):
        raise UserError(f"The key {source.key} is taken by another source; choose another.")
    account = find_account_id(tx, source.key)
    if account is not None and (
        source.id == 0 or get_record(tx, Account, account).source_id != source.id
    ):
        raise UserError(f"The siglum {source.key} is taken by an account; choose another key.")


def _quoting(tx: Any, source: Source) -> int | None:
    if not source.quoted_after.strip():
        return None
    found = find_source_id(tx, source.quoted_after.strip())
    if found is None:
        raise UserError(
            f"{source.key} is quoted after “{source.quoted_after}”, but no source has that key."
        )
    if found == source.id:
        raise UserError(f"{source.key} cannot be quoted after itself.")
    return found


def list_sources(workspace: Workspace) -> list[Source]:
    """Return every source, oldest first."""
    with workspace.reading() as connection:
        return list_all(connection, Source)


def get_source(workspace: Workspace, source_id: int) -> Source:
    """Return one source."""
    with workspace.reading() as connection:
        return get_record(connection, Source, source_id)


def list_sources_by_id(workspace: Workspace, ids: list[int]) -> list[Source]:
    """Return the sources with the given ids, in that order."""
    with workspace.reading() as connection:
        return list_records(connection, Source, ids)
