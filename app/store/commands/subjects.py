"""Writing subjects with their name variants and their kin."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, or_
from sqlalchemy.engine import Connection

from app.domain.names import clean_text, fold_name
from app.domain.records import Kin, Subject
from app.store import tables
from app.store.commands.rows import add_records, edit_record
from app.store.ids import new_id


def add_subjects(tx: Connection, subjects: Sequence[Subject]) -> None:
    """Insert subjects, which must carry their ids, their variants and kin."""
    add_records(tx, subjects)
    for subject in subjects:
        _add_variants(tx, subject)
    for subject in subjects:  # kin may be among those that are new, too
        _add_kin(tx, subject)


def edit_subject(tx: Connection, subject: Subject) -> None:
    """Write a subject over its row and replace its variants and kin."""
    edit_record(tx, subject)
    variants = tables.name_variant
    tx.execute(variants.delete().where(variants.c.subject_id == subject.id))
    _add_variants(tx, subject)
    forget_kin(tx, subject.id)
    _add_kin(tx, subject)


def forget_kin(tx: Connection, subject_id: int) -> None:
    """Delete who is a subject's mother, father or spouse; its children keep it."""
    kinship = tables.kinship
    married = and_(kinship.c.relative_id == subject_id, kinship.c.kin == Kin.SPOUSE)
    tx.execute(kinship.delete().where(or_(kinship.c.subject_id == subject_id, married)))


def _add_kin(tx: Connection, subject: Subject) -> None:
    relatives = [(Kin.MOTHER, subject.mother_id), (Kin.FATHER, subject.father_id)]
    relatives += [(Kin.SPOUSE, spouse) for spouse in subject.spouse_ids]
    rows = [
        {"id": new_id(), "subject_id": subject.id, "relative_id": relative, "kin": str(kin)}
        for kin, relative in relatives
        if relative is not None
    ]
    if rows:
        tx.execute(tables.kinship.insert(), rows)


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
