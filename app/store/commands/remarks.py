"""Writing what was noted of accounts that give no answer: searches, and silences weighed."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from app.domain.names import clean_text
from app.store import tables
from app.store.ids import new_id


def put_search_note(tx: Connection, account_id: int, point_id: int, state: str, note: str) -> None:
    """Write what is noted of one account on one point, in place of what stood there."""
    _put(tx, "search_note", {"account_id": account_id, "point_id": point_id},
         {"state": state, "note": clean_text(note)})  # fmt: skip


def put_silence_answer(
    tx: Connection, account_id: int, point_id: int, question: str, answer: str, note: str
) -> None:
    """Write how one question on a silence is answered, in place of what stood there."""
    _put(tx, "silence_answer",
         {"account_id": account_id, "point_id": point_id, "question": question},
         {"answer": answer, "note": clean_text(note)})  # fmt: skip


def _put(tx: Connection, name: str, key: dict[str, int | str], values: dict[str, str]) -> None:
    """Write a row under its key: over the one that is there, or as a new one.

    A row that would say nothing is deleted instead.
    """
    table = tables.metadata.tables[name]
    here = [table.c[column] == value for column, value in key.items()]
    if not any(values.values()):
        tx.execute(table.delete().where(*here))
    elif not tx.execute(table.update().where(*here).values(**values)).rowcount:
        tx.execute(table.insert().values(id=new_id(), **key, **values))
