"""Rows of the sheet of subjects: their kinds and other names, what they are part of, their kin."""

from __future__ import annotations

from dataclasses import replace

from app.domain.errors import UserError
from app.domain.names import fold_name
from app.domain.records import Subject
from app.exchange.sheets import Sheet, SheetError, SheetRow
from app.services.importing.register import Register
from app.services.subjects import check_relations, names_others, persons_among
from app.store.ids import new_id


def take_subjects(register: Register, sheet: Sheet) -> None:
    """Take in subjects; one that is there already is refused, one only named by another is made.

    ``names`` and ``spouses`` hold several parted by ``;``.
    """
    made = [_make(register, sheet, row) for row in sheet.rows]
    related = [
        _relate(register, subject, row) for subject, row in zip(made, sheet.rows, strict=True)
    ]
    known = register.known_subjects()
    persons = persons_among(known)
    for subject, row in zip(related, sheet.rows, strict=True):
        try:
            if names_others(subject):
                check_relations(known, persons, subject)
        except UserError as error:
            raise SheetError(sheet.name, str(error), row.line) from error


def _make(register: Register, sheet: Sheet, row: SheetRow) -> Subject:
    name = row.values["name"]
    if not name:
        raise SheetError(sheet.name, "a subject needs a name.", row.line)
    if fold_name(name) in register.subjects:
        raise SheetError(sheet.name, f"the subject “{name}” is already there.", row.line)
    variants = _listed(row.values["names"])
    made = Subject(new_id(), name, row.values["kind"], variants, row.values["note"])
    register.add_subject(made)
    return made


def _relate(register: Register, subject: Subject, row: SheetRow) -> Subject:
    values = row.values
    spouses = [register.subject(name, "person") for name in _listed(values["spouses"])]
    related = replace(
        subject,
        same_as_id=register.subject(values["same_as"], subject.kind),
        part_of_id=register.subject(values["part_of"]),
        mother_id=register.subject(values["mother"], "person"),
        father_id=register.subject(values["father"], "person"),
        spouse_ids=tuple(spouse for spouse in spouses if spouse is not None),
    )
    register.relate_subject(related)
    return related


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
