"""Settings that belong to the dossier and travel with it: its title, its author, its scope."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.engine import Connection

from app.domain.names import clean_text
from app.store import tables
from app.store.ids import new_id


def edit_setting(tx: Connection, key: str, value: str) -> None:
    """Keep one setting of the dossier."""
    table = tables.setting
    known = tx.scalar(select(table.c.id).where(table.c.key == key))
    if known is None:
        tx.execute(table.insert().values(id=new_id(), key=key, value=clean_text(value)))
    else:
        tx.execute(table.update().where(table.c.id == known).values(value=clean_text(value)))


def keep_meta(tx: Connection, key: str, value: str) -> None:
    """Keep a fact about the file itself, outside the log (the version of derived rows)."""
    table = tables.meta
    tx.execute(table.delete().where(table.c.key == key))
    tx.execute(table.insert().values(key=key, value=value))
