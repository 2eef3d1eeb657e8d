"""Points at issue: questions about a subject, with their options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.domain.answers import Kind
from app.domain.errors import UnreadableAnswerError, UserError
from app.domain.names import fold
from app.domain.reading import read_answer
from app.domain.records import Claim, Option, Point, Subject
from app.services.actions import Action
from app.services.subjects import ensure_subject
from app.services.workspace import Workspace
from app.store.commands.derivations import forget_point
from app.store.commands.rows import add_records, delete_rows, edit_record
from app.store.ids import new_id
from app.store.queries.dependence import list_derivations_limited_to
from app.store.queries.findings import list_claim_ids
from app.store.queries.nouns import get_record, list_all, list_records
from app.store.queries.rules import list_rules
from app.store.queries.uses import (
    find_point_id,
    list_option_ids,
    list_point_children,
    list_version_judgements,
)


def add_point(workspace: Workspace, subject: str, point: Point) -> int:
    """Keep a new point of the named subject, made when new; return the point's id."""
    return workspace.perform(Action.ADD_POINT, lambda tx: make_point(tx, subject, point))


def make_point(tx: Any, subject: str, point: Point, subject_kind: str = "") -> int:
    """Write a new point inside a transaction."""
    subject_id = ensure_subject(tx, subject, subject_kind)
    if subject_id is None:
        raise UserError("A point is about a subject; name one.")
    kept = replace(point, id=new_id(), subject_id=subject_id)
    _check_question(tx, kept)
    add_records(tx, [kept])
    return kept.id


def edit_point(workspace: Workspace, point: Point) -> None:
    """Write a point over the one with its id; its kind stays as long as claims answer it."""

    def change(tx: Any) -> None:
        before = get_record(tx, Point, point.id)
        if before.kind is not point.kind and list_claim_ids(tx, point_id=point.id):
            raise UserError(
                f"The point is answered by claims as a {before.kind}; its kind cannot be changed. "
                "Add a new point for the other kind of answer."
            )
        _check_question(tx, point)
        edit_record(tx, point)

    workspace.perform(Action.EDIT_POINT, change)


def delete_point(workspace: Workspace, point_id: int) -> None:
    """Delete a point that no claim answers, with its options, judgements and dismissals."""

    def change(tx: Any) -> None:
        claims = len(list_claim_ids(tx, point_id=point_id))
        if claims:
            raise UserError(
                f"This point cannot be deleted: {claims} claims answer it. Delete those first."
            )
        if list_rules(tx, [point_id]):
            raise UserError("This point cannot be deleted: a rule names it. Delete the rule first.")
        for judgement in list_point_children(tx, point_id, "judgement"):
            delete_rows(tx, "version_judgement", list_version_judgements(tx, judgement))
        for table in ("judgement", "dismissal", "option"):
            delete_rows(tx, table, list_point_children(tx, point_id, table))
        forget_point(tx, point_id, list_derivations_limited_to(tx, point_id))
        delete_rows(tx, "point", [point_id])

    workspace.perform(Action.DELETE_POINT, change)


def _check_question(tx: Any, point: Point) -> None:
    if not point.question.strip():
        raise UserError("A point asks a question; type one.")
    holder = find_point_id(tx, point.subject_id, fold(point.question))
    if holder not in (None, point.id):
        raise UserError(f"The question “{point.question}” is asked of this subject already.")


def edit_options(workspace: Workspace, point_id: int, options: Sequence[Option]) -> None:
    """Put the given options in place of a point's.

    New ones carry an id below 1; a child names a new parent by that id. Claims that answered
    with the old name of an option follow its new one.
    """

    def change(tx: Any) -> None:
        before = {
            option.id: option for option in list_records(tx, Option, list_option_ids(tx, point_id))
        }
        made = {option.id: new_id() for option in options if option.id < 0}
        for option in options:
            parent = made.get(option.parent_id or 0, option.parent_id)
            kept = replace(option, point_id=point_id, parent_id=parent)
            if option.id > 0:
                edit_record(tx, kept)
            else:
                add_records(tx, [replace(kept, id=made.get(option.id) or new_id())])
        staying = {option.id for option in options}
        delete_rows(tx, "option", reversed([known for known in before if known not in staying]))
        _rename_answers(
            tx,
            point_id,
            {fold(before[o.id].label): o.label for o in options if o.id in before},
        )

    workspace.perform(Action.EDIT_OPTIONS, change)


def _rename_answers(tx: Any, point_id: int, new_labels: dict[str, str]) -> None:
    for claim in list_records(tx, Claim, list_claim_ids(tx, point_id=point_id)):
        label = new_labels.get(fold(claim.answer), claim.answer)
        if fold(label) != fold(claim.answer):
            edit_record(tx, replace(claim, answer=label))


def list_options(workspace: Workspace, point_id: int) -> list[Option]:
    """Return the options of a point, oldest first."""
    with workspace.reading() as connection:
        return list_records(connection, Option, list_option_ids(connection, point_id))


def list_points(workspace: Workspace) -> list[Point]:
    """Return every point, oldest first."""
    with workspace.reading() as connection:
        return list_all(connection, Point)


def get_point(workspace: Workspace, point_id: int) -> Point:
    """Return one point."""
    with workspace.reading() as connection:
        return get_record(connection, Point, point_id)


def get_point_title(workspace: Workspace, point_id: int) -> tuple[str, str]:
    """Return the subject's name and the question of a point."""
    with workspace.reading() as connection:
        point = get_record(connection, Point, point_id)
        return get_record(connection, Subject, point.subject_id).name, point.question


def guess_kind(answer: str) -> Kind:
    """Propose a new point's kind from its first answer: yes-no, date, quantity, else option."""
    for kind in (Kind.YES_NO, Kind.DATE, Kind.QUANTITY):
        try:
            read_answer(kind, answer)
        except UnreadableAnswerError:
            continue
        return kind
    return Kind.OPTION
