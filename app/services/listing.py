"""Sources, accounts and claims as lines of lists: ids in an order of choice, lines by id."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.records import Account
from app.services.weighing import telling_day
from app.services.workspace import Workspace
from app.store.queries import listing as queries
from app.store.queries.listing import AccountLine as AccountLine
from app.store.queries.listing import ClaimLine as ClaimLine
from app.store.queries.listing import SourceLine as SourceLine
from app.store.queries.listing import SubjectUses as SubjectUses
from app.store.queries.nouns import list_records
from app.store.queries.uses import list_account_ids

SOURCE_ORDERS = ("key", "author", "title", "date", "claims")
ACCOUNT_ORDERS = ("siglum", "speaker", "date", "source", "occasion", "claims")
SUBJECT_ORDERS = ("name", "kind", "points", "accounts")


def list_source_ids(
    workspace: Workspace, order: str = "key", *, descending: bool = False
) -> list[int]:
    """Return the ids of all sources by one of ``SOURCE_ORDERS``."""
    return _sorted(workspace, "source", order, descending=descending)


def list_account_ids_by(
    workspace: Workspace, order: str = "siglum", *, descending: bool = False
) -> list[int]:
    """Return the ids of all accounts by one of ``ACCOUNT_ORDERS``."""
    return _sorted(workspace, "account", order, descending=descending)


def list_subject_ids(
    workspace: Workspace, order: str = "name", *, descending: bool = False
) -> list[int]:
    """Return the ids of all subjects by one of ``SUBJECT_ORDERS``."""
    return _sorted(workspace, "subject", order, descending=descending)


def list_subject_uses(workspace: Workspace, ids: Iterable[int]) -> list[SubjectUses]:
    """Return the subjects with the given ids as lines, in that order."""
    with workspace.reading() as connection:
        return queries.list_subject_uses(connection, ids)


def _sorted(workspace: Workspace, table: str, order: str, *, descending: bool) -> list[int]:
    with workspace.reading() as connection:
        if order == "date":
            ids = _by_date(queries.list_dates(connection, table))
        else:
            ids = queries.list_sorted_ids(connection, table, order)
    return ids[::-1] if descending else ids


def _by_date(dates: Iterable[tuple[int, str]]) -> list[int]:
    """Sort by the first day that each date allows, those without a readable date last."""
    days = [(telling_day(date), record_id) for record_id, date in dates]
    return [key for _, key in sorted(days, key=lambda day: (day[0] is None, day[0] or 0, day[1]))]


def list_source_lines(workspace: Workspace, ids: Iterable[int]) -> list[SourceLine]:
    """Return the sources with the given ids as lines, in that order."""
    with workspace.reading() as connection:
        return queries.list_source_lines(connection, ids)


def list_account_lines(workspace: Workspace, ids: Iterable[int]) -> list[AccountLine]:
    """Return the accounts with the given ids as lines, in that order."""
    with workspace.reading() as connection:
        return queries.list_account_lines(connection, ids)


def list_claim_lines(workspace: Workspace, ids: Iterable[int]) -> list[ClaimLine]:
    """Return the claims with the given ids as lines, in that order."""
    with workspace.reading() as connection:
        return queries.list_claim_lines(connection, ids)


def list_accounts_of(workspace: Workspace, source_id: int) -> list[Account]:
    """Return the accounts in a source, its own voice first."""
    with workspace.reading() as connection:
        return list_records(connection, Account, list_account_ids(connection, source_id))


def list_claim_ids(workspace: Workspace, *, source_id: int = 0, account_id: int = 0) -> list[int]:
    """Return the ids of the claims of a source with all its accounts, or of one account."""
    with workspace.reading() as connection:
        if source_id:
            return queries.list_claim_ids_of_source(connection, source_id)
        return queries.list_claim_ids_of_account(connection, account_id)
