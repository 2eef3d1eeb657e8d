"""The append-only log of changes: what makes undo, refresh, re-check and the audit trail one thing.

TEMP triggers made from the tables note the row images of every write of the writing connection,
also of bulk updates; none of them is in the file. A change set is what one user action wrote.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table, Text, insert, select
from sqlalchemy.engine import Connection

from app.store import tables
from app.store.ids import new_id

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; ``before`` is ``None`` when it is new, ``after`` when deleted."""

    table: str
    row_id: int
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one user action changed; ids per table, so that views drop just what was touched."""

    id: int
    action: str
    changes: tuple[Change, ...]
    undoes: int | None = None
    redoes: int | None = None

    def ids(self, table: str) -> frozenset[int]:
        """Return the ids of the rows of one table that changed."""
        return frozenset(change.row_id for change in self.changes if change.table == table)

    @property
    def touched(self) -> frozenset[str]:
        """Return the names of the tables with a changed row."""
        return frozenset(change.table for change in self.changes)


def install_triggers(connection: Connection) -> None:
    """Make the TEMP table and triggers on the writing connection."""
    connection.exec_driver_sql(
        "CREATE TEMP TABLE recorded (place INTEGER PRIMARY KEY, table_name TEXT, row_id INTEGER, "
        "before TEXT, after TEXT)"
    )
    for table in tables.LOGGED:
        for event, before, after in (
            ("INSERT", "NULL", _image(table, "NEW")),
            ("UPDATE", _image(table, "OLD"), _image(table, "NEW")),
            ("DELETE", _image(table, "OLD"), "NULL"),
        ):
            row = "OLD" if event == "DELETE" else "NEW"
            connection.exec_driver_sql(
                f"CREATE TEMP TRIGGER record_{table.name}_{event.lower()} "
                f"AFTER {event} ON main.{table.name} BEGIN "
                "INSERT INTO recorded (table_name, row_id, before, after) "
                f"VALUES ('{table.name}', {row}.id, {before}, {after}); END"
            )


def _image(table: Table, row: str) -> str:
    pairs = ", ".join(f"'{column.name}', {row}.\"{column.name}\"" for column in table.columns)
    return f"json_object({pairs})"


def take_recorded(connection: Connection) -> tuple[Change, ...]:
    """Return what the triggers noted in this transaction, in order, and forget it."""
    rows = connection.exec_driver_sql(
        "SELECT table_name, row_id, before, after FROM recorded ORDER BY place"
    ).all()
    connection.exec_driver_sql("DELETE FROM recorded")
    return tuple(
        Change(name, row_id, before and json.loads(before), after and json.loads(after))
        for name, row_id, before, after in rows
        if before != after
    )


_LAST_HASH = select(tables.change_set.c.hash).order_by(tables.change_set.c.id.desc()).limit(1)
_KEEP_HEAD, _KEEP_ROWS = insert(tables.change_set), insert(tables.change)


def keep_change_set(
    connection: Connection,
    action: str,
    changes: tuple[Change, ...],
    *,
    made_at: str,
    device: str,
    user_name: str,
    undoes: int | None = None,
    redoes: int | None = None,
) -> ChangeSet:
    """Append one change set; its hash takes in the one before, so that the log is a chain."""
    kept = ChangeSet(new_id(), action, changes, undoes, redoes)
    previous = connection.scalar(_LAST_HASH)
    rows = [_change_row(kept.id, change) for change in changes]
    digest = _digest(previous or "", action, made_at, rows)
    head = {
        "id": kept.id, "action": action, "made_at": made_at, "device": device,
        "user_name": user_name, "undoes": undoes, "redoes": redoes, "hash": digest,
    }  # fmt: skip
    connection.execute(_KEEP_HEAD, [head])
    if rows:
        connection.execute(_KEEP_ROWS, rows)
    return kept


def _change_row(change_set_id: int, change: Change) -> Row:
    before, after = _trimmed(change)
    return {
        "id": new_id(),
        "change_set_id": change_set_id,
        "table_name": change.table,
        "row_id": change.row_id,
        "before": None if before is None else json.dumps(before, ensure_ascii=False),
        "after": None if after is None else json.dumps(after, ensure_ascii=False),
    }


def _trimmed(change: Change) -> tuple[Row | None, Row | None]:
    """Return the images without what they need not say: equal values, and values left blank.

    An edit keeps the columns that changed; a new or deleted row keeps those that differ from
    the column's default, which an insert fills in again.
    """
    if change.before is not None and change.after is not None:
        changed = [name for name, value in change.after.items() if change.before[name] != value]
        return (
            {name: change.before[name] for name in changed},
            {name: change.after[name] for name in changed},
        )
    columns = tables.metadata.tables[change.table].c
    image = change.before or change.after or {}
    kept = {name: value for name, value in image.items() if value != _blank(columns[name])}
    return (kept, None) if change.after is None else (None, kept)


def _blank(column: Column[Any]) -> object:
    if column.nullable:
        return None
    return "" if isinstance(column.type, Text) else None if column.server_default is None else 0


def _digest(previous: str, action: str, made_at: str, rows: Iterable[Row]) -> str:
    chain = hashlib.sha256(f"{previous}\n{action}\n{made_at}".encode())
    for row in rows:
        line = f"\n{row['table_name']} {row['row_id']} {row['before']} {row['after']}"
        chain.update(line.encode())
    return chain.hexdigest()


def broken_links(connection: Connection) -> list[int]:
    """Return the ids of change sets whose hash does not fit what is stored: tampered or damaged."""
    broken, previous = [], ""
    columns = tables.change.c
    for row in connection.execute(select(tables.change_set).order_by(tables.change_set.c.id)).all():
        stored = connection.execute(
            select(columns.table_name, columns.row_id, columns.before, columns.after)
            .where(columns.change_set_id == row.id)
            .order_by(columns.id)
        )
        rows = [dict(change) for change in stored.mappings()]
        if _digest(previous, row.action, row.made_at, rows) != row.hash:
            broken.append(row.id)
        previous = row.hash
    return broken


def get_change_set(connection: Connection, change_set_id: int) -> ChangeSet:
    """Return a stored change set with its row images."""
    head = connection.execute(
        select(tables.change_set).where(tables.change_set.c.id == change_set_id)
    ).one()
    rows = connection.execute(
        select(tables.change)
        .where(tables.change.c.change_set_id == change_set_id)
        .order_by(tables.change.c.id)
    )
    changes = tuple(
        Change(
            row.table_name,
            row.row_id,
            row.before and json.loads(row.before),
            row.after and json.loads(row.after),
        )
        for row in rows
    )
    return ChangeSet(head.id, head.action, changes, head.undoes, head.redoes)


def list_heads(connection: Connection) -> Iterator[tuple[int, str, int | None, int | None]]:
    """Yield ``(id, action, undoes, redoes)`` of every change set, oldest first."""
    heads = tables.change_set.c
    rows = connection.execute(
        select(heads.id, heads.action, heads.undoes, heads.redoes).order_by(heads.id)
    )
    for row in rows:
        yield row.id, row.action, row.undoes, row.redoes


def apply_inverse(connection: Connection, change_set: ChangeSet) -> None:
    """Write every row of a change set back; references are checked at COMMIT."""
    for change in reversed(change_set.changes):
        table = tables.metadata.tables[change.table]
        if change.before is None:
            connection.execute(table.delete().where(table.c.id == change.row_id))
        elif change.after is None:
            connection.execute(table.insert().values(**change.before))
        else:
            connection.execute(
                table.update().where(table.c.id == change.row_id).values(**change.before)
            )
