"""Writing claims with the places they stand at."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.engine import Connection

from app.domain.names import clean_text
from app.domain.records import Claim
from app.store import tables
from app.store.commands.rows import add_records, delete_rows, edit_record
from app.store.ids import new_id


def add_claims(tx: Connection, claims: Sequence[Claim]) -> None:
    """Insert claims, which must carry their ids, and their locators."""
    add_records(tx, claims)
    _add_locators(tx, claims)


def edit_claim(tx: Connection, claim: Claim) -> None:
    """Write a claim over its row and replace its locators."""
    edit_record(tx, claim)
    _delete_locators(tx, claim.id)
    _add_locators(tx, [claim])


def delete_claim(tx: Connection, claim_id: int) -> None:
    """Delete a claim and its locators."""
    _delete_locators(tx, claim_id)
    delete_rows(tx, "claim", [claim_id])


def _delete_locators(tx: Connection, claim_id: int) -> None:
    ids = tx.scalars(select(tables.locator.c.id).where(tables.locator.c.claim_id == claim_id)).all()
    delete_rows(tx, "locator", ids)


def _add_locators(tx: Connection, claims: Sequence[Claim]) -> None:
    rows = [
        {
            "id": new_id(),
            "claim_id": claim.id,
            "place": place,
            "kind": clean_text(locator.kind),
            "value": clean_text(locator.value),
        }
        for claim in claims
        for place, locator in enumerate(claim.locators)
    ]
    if rows:
        tx.execute(tables.locator.insert(), rows)
