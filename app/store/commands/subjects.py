"""Writing subjects with their name variants."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from app.domain.names import clean_text, fold_name
from app.domain.records import Subject
from app.store import tables
from app.store.commands.rows import add_records, edit_record
from app.store.ids import new_id


def add_subjects(tx: Connection, subjects: Sequence[Subject]) -> None:
    """Insert subjects, which must carry their ids, and their variants."""
    add_records(tx, subjects)
    for subject in subjects:
        _add_variants(tx, subject)


def edit_subject(tx: Connection, subject: Subject) -> None:
    """Write a subject over its row and replace its variants."""
    edit_record(tx, subject)
    variants = tables.name_variant
    tx.execute(variants.delete().where(variants.c.subject_id == subject.id))
    _add_variants(tx, subject)


def _add_variants(tx: Connection, subject: Subject) -> None:
    rows = [
        {
            "id": new_id(),
            "subject_id": subject.id,
            "name": clean_text(name),
            "folded": fold_name(name),
        }
        for name in subject.variants
        if name.strip()
    ]
    if rows:
        tx.execute(tables.name_variant.insert(), rows)
