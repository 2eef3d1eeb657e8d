"""Records into rows: the one mapping that every write uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.engine import Connection

from app.domain.names import clean_text, fold, fold_name
from app.domain.records import (
    Account,
    Claim,
    Derivation,
    Dismissal,
    Judgement,
    Option,
    Point,
    Rule,
    Source,
    Subject,
)
from app.store import tables

Record = (
    Account | Claim | Derivation | Dismissal | Judgement | Option | Point | Rule | Source | Subject
)
_TABLES: dict[type, Table] = {
    Account: tables.account,
    Claim: tables.claim,
    Derivation: tables.derivation,
    Dismissal: tables.dismissal,
    Judgement: tables.judgement,
    Option: tables.option,
    Point: tables.point,
    Rule: tables.rule,
    Source: tables.source,
    Subject: tables.subject,
}
_FOLDED_FROM = {"subject": "name", "point": "question", "option": "label"}


def row_of(record: Record) -> dict[str, Any]:
    """Return the column values of a record: texts cleaned, search keys added."""
    table = _TABLES[type(record)]
    row = {
        column.name: _stored(getattr(record, column.name))
        for column in table.columns
        if hasattr(record, column.name)
    }
    if table.name in _FOLDED_FROM:
        label = str(row[_FOLDED_FROM[table.name]])
        row["folded"] = fold_name(label) if table.name == "subject" else fold(label)
    return row


def _stored(value: object) -> object:
    if isinstance(value, str):
        return clean_text(str(value))
    return int(value) if isinstance(value, bool) else value


def add_records(tx: Connection, records: Sequence[Record]) -> None:
    """Insert records of one type, which must carry their ids; children are not written."""
    if records:
        tx.execute(_TABLES[type(records[0])].insert(), [row_of(record) for record in records])


def edit_record(tx: Connection, record: Record) -> None:
    """Write every column of a record over the row with its id."""
    table = _TABLES[type(record)]
    tx.execute(table.update().where(table.c.id == record.id).values(**row_of(record)))


def delete_rows(tx: Connection, table_name: str, ids: Iterable[int]) -> None:
    """Delete rows by id; the log keeps their images, so that undo brings them back."""
    table = tables.metadata.tables[table_name]
    for row_id in ids:
        tx.execute(table.delete().where(table.c.id == row_id))
