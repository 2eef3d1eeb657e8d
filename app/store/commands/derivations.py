"""Writing who draws on whom, with the points a derivation is limited to, and what hangs on both."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.engine import Connection

from app.domain.records import Derivation
from app.store import tables
from app.store.commands.rows import add_records, delete_rows, edit_record
from app.store.ids import new_id


def add_derivation(tx: Connection, derivation: Derivation) -> None:
    """Insert a derivation, which must carry its id, and the points it is limited to."""
    add_records(tx, [derivation])
    _add_points(tx, derivation)


def edit_derivation(tx: Connection, derivation: Derivation) -> None:
    """Write a derivation over its row and replace the points it is limited to."""
    edit_record(tx, derivation)
    _delete_points(tx, derivation.id)
    _add_points(tx, derivation)


def delete_derivations(tx: Connection, ids: Iterable[int]) -> None:
    """Delete derivations and the points they are limited to."""
    for derivation_id in ids:
        _delete_points(tx, derivation_id)
        delete_rows(tx, "derivation", [derivation_id])


def delete_remarks(tx: Connection, *, account_id: int = 0, point_id: int = 0) -> None:
    """Delete what was noted of a search or a silence in an account, or on a point."""
    for table in (tables.search_note, tables.silence_answer):
        column = table.c.account_id if account_id else table.c.point_id
        ids = tx.scalars(select(table.c.id).where(column == (account_id or point_id))).all()
        delete_rows(tx, table.name, ids)


def _add_points(tx: Connection, derivation: Derivation) -> None:
    rows = [
        {"id": new_id(), "derivation_id": derivation.id, "point_id": point}
        for point in dict.fromkeys(derivation.point_ids)
    ]
    if rows:
        tx.execute(tables.derivation_point.insert(), rows)


def _delete_points(tx: Connection, derivation_id: int) -> None:
    table = tables.derivation_point
    ids = tx.scalars(select(table.c.id).where(table.c.derivation_id == derivation_id)).all()
    delete_rows(tx, table.name, ids)


def forget_point(tx: Connection, point_id: int, limited_to_it: Iterable[int]) -> None:
    """Delete what names a point: derivations that hold on it alone, and its place in others."""
    delete_derivations(tx, limited_to_it)
    table = tables.derivation_point
    ids = tx.scalars(select(table.c.id).where(table.c.point_id == point_id)).all()
    delete_rows(tx, table.name, ids)
    delete_remarks(tx, point_id=point_id)
