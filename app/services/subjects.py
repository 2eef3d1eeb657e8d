"""Subjects: persons, units, places, events, works and things, with their name variants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.errors import UserError
from app.domain.names import fold_name, natural_name
from app.domain.records import Subject
from app.services.actions import Action
from app.services.workspace import Workspace
from app.store.commands.rows import delete_rows
from app.store.commands.subjects import add_subjects, forget_kin
from app.store.commands.subjects import edit_subject as write_subject
from app.store.ids import new_id
from app.store.queries.nouns import get_record, list_all, list_records
from app.store.queries.uses import count_subject_uses, find_subject_id

Persons = Mapping[int, Sequence[Subject]]
"""Persons by id, each as the subjects that are the same as he."""
KINDS = ("person", "unit", "place", "event", "work", "thing")


def add_subject(workspace: Workspace, subject: Subject) -> int:
    """Keep a new subject and return its id; a name that is taken is refused."""
    return workspace.perform(Action.ADD_SUBJECT, lambda tx: _add(tx, subject))


def _add(tx: Any, subject: Subject) -> int:
    _check_name(tx, subject)
    kept = replace(subject, id=new_id())
    add_subjects(tx, [kept])
    return kept.id


def edit_subject(workspace: Workspace, subject: Subject) -> None:
    """Write a subject over the one with its id."""

    def change(tx: Any) -> None:
        _check_name(tx, subject)
        write_subject(tx, subject)

    workspace.perform(Action.EDIT_SUBJECT, change)


def delete_subject(workspace: Workspace, subject_id: int) -> None:
    """Delete a subject that nothing refers to."""

    def change(tx: Any) -> None:
        uses = count_subject_uses(tx, subject_id)
        if uses:
            raise UserError(
                f"This subject cannot be deleted: {uses} points, accounts, claims or other "
                "subjects name it. Delete or change those first."
            )
        subject = get_record(tx, Subject, subject_id)
        write_subject(tx, replace(subject, variants=()))
        forget_kin(tx, subject_id)
        delete_rows(tx, "subject", [subject_id])

    workspace.perform(Action.DELETE_SUBJECT, change)


def ensure_subject(tx: Any, name: str, kind: str = "") -> int | None:
    """Return the id of the subject of that name or variant, made when new; ``None`` for a blank."""
    if not name.strip():
        return None
    known = find_subject_id(tx, fold_name(name))
    return known if known is not None else _add(tx, Subject(0, natural_name(name), kind))


def _check_name(tx: Any, subject: Subject) -> None:
    if not subject.name.strip():
        raise UserError("A subject needs a name; type one.")
    if names_others(subject):
        known = {other.id: other for other in list_all(tx, Subject)} | {subject.id: subject}
        check_relations(known, persons_among(known), subject)
    holder = find_subject_id(tx, fold_name(subject.name))
    if holder not in (None, subject.id):
        raise UserError(
            f"There is already a subject called “{subject.name}”; "
            "choose that one, or add a word that tells them apart."
        )


def check_relations(known: Mapping[int, Subject], persons: Persons, subject: Subject) -> None:
    """Refuse a subject that would be the same as, part of, or kin to itself over others.

    ``known`` holds every subject by id, this one as it would be; ``persons`` are those among them.
    """
    if subject.same_as_id is not None:
        target = known[subject.same_as_id]
        if target.id == subject.id or target.same_as_id is not None:
            raise UserError(
                f"“{subject.name}” can be the same only as another, first-named subject."
            )
        if subject.id in persons:
            raise UserError(f"Others are the same as “{subject.name}” already; link them first.")
    above, seen = subject.part_of_id, {subject.id}
    while above is not None:
        if above in seen:
            raise UserError(f"“{subject.name}” would be part of itself; choose another whole.")
        seen.add(above)
        above = known[above].part_of_id
    _check_kin(subject)
    _check_forebears(known, persons, subject)


def _check_kin(subject: Subject) -> None:
    """Refuse a person who would be his own kin, or have one person twice."""
    kin = [*parents_of(subject), *subject.spouse_ids]
    if subject.id in kin:
        raise UserError(f"“{subject.name}” cannot be related to itself; name another person.")
    if len(set(kin)) != len(kin):
        raise UserError(
            f"“{subject.name}” has one person as kin twice; a mother, a father and a spouse are "
            "different persons."
        )


def _check_forebears(known: Mapping[int, Subject], persons: Persons, subject: Subject) -> None:
    """Refuse a person who, under all his names, would be his own spouse or forebear."""
    one = _person(subject)
    if one in {_person(known[kin]) for name in persons[one] for kin in name.spouse_ids}:
        raise UserError(f"“{subject.name}” cannot be related to itself; name another person.")
    seen: set[int] = set()
    waiting = [parent for name in persons[one] for parent in parents_of(name)]
    while waiting:
        forebear = _person(known[waiting.pop()])
        if forebear == one:
            raise UserError(f"“{subject.name}” would be a forebear of itself; check the parents.")
        if forebear not in seen:
            seen.add(forebear)
            waiting += [parent for name in persons[forebear] for parent in parents_of(name)]


def _person(subject: Subject) -> int:
    """Return the id by which a person is known, whatever else he is called."""
    return subject.id if subject.same_as_id is None else subject.same_as_id


def persons_among(known: Mapping[int, Subject]) -> Persons:
    """Return each person under every name (subject) that he has, by the id of the first."""
    called: dict[int, list[Subject]] = {}
    for subject in known.values():
        called.setdefault(_person(subject), []).append(subject)
    return called


def names_others(subject: Subject) -> bool:
    """Tell whether a subject names others that it is the same as, part of, or kin to."""
    others = (subject.same_as_id, subject.part_of_id, *parents_of(subject), *subject.spouse_ids)
    return any(other is not None for other in others)


def parents_of(subject: Subject) -> list[int]:
    """Return the ids of a person's mother and father, as far as they are known."""
    return [found for found in (subject.mother_id, subject.father_id) if found is not None]


def list_subjects(workspace: Workspace) -> list[Subject]:
    """Return every subject, oldest first."""
    with workspace.reading() as connection:
        return list_all(connection, Subject)


def find_subject(workspace: Workspace, name: str) -> Subject | None:
    """Return the subject of that name or variant, if there is one."""
    with workspace.reading() as connection:
        subject_id = find_subject_id(connection, fold_name(name))
        return None if subject_id is None else get_record(connection, Subject, subject_id)


def names_related(workspace: Workspace, subject: Subject) -> dict[int, str]:
    """Return the names of the subjects that this one is the same as, part of or kin to, by id."""
    with workspace.reading() as connection:
        ids = [found for found in (subject.same_as_id, subject.part_of_id) if found is not None]
        ids += [*parents_of(subject), *subject.spouse_ids]
        return {other.id: other.name for other in list_records(connection, Subject, ids)}


def get_subject(workspace: Workspace, subject_id: int) -> Subject:
    """Return one subject."""
    with workspace.reading() as connection:
        return get_record(connection, Subject, subject_id)
