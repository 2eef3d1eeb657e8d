"""Claims: recording what an account says on a point, and seeing first what it contradicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.domain.answers import Answer, Kind
from app.domain.case import count_alike
from app.domain.claims import Weighed
from app.domain.comparison import Comparison, compare
from app.domain.errors import UnreadableAnswerError, UserError
from app.domain.flags import told_order
from app.domain.locators import locators_in_words, read_locators
from app.domain.names import fold, fold_name
from app.domain.reading import Context, read_answer
from app.domain.records import Account, Claim, Level, Option, Point, Source, Stance, Subject
from app.domain.rules.role_words import role_of
from app.services.actions import Action
from app.services.points import guess_kind, make_point
from app.services.sources import make_source
from app.services.subjects import ensure_subject
from app.services.weighing import (
    load_cases,
    option_vocabulary,
    speaker_key,
    subject_vocabulary,
)
from app.services.workspace import Workspace
from app.store.commands.claims import add_claims
from app.store.commands.claims import delete_claim as remove_claim
from app.store.commands.claims import edit_claim as write_claim
from app.store.commands.rows import add_records
from app.store.ids import new_id
from app.store.queries.cases import list_case_rows
from app.store.queries.findings import list_claim_ids
from app.store.queries.nouns import get_record, list_records
from app.store.queries.uses import find_account_id, find_point_id, find_subject_id


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim as it is being entered: point, answer, account, locator; the rest may come later."""

    answer: str = ""
    point_id: int | None = None
    subject: str = ""
    """With ``question``: a point named in words, made when new."""
    question: str = ""
    kind: Kind | None = None
    """Kind of a new point; proposed from the answer when not given."""
    siglum: str = ""
    """Of the account; a new one makes a source with that key."""
    locator: str = ""
    stance: Stance = Stance.AFFIRMS
    quotation: str = ""
    translation: str = ""
    reading: str = ""
    speaker: str = ""
    scope: str = ""
    level: Level = Level.SAYS
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rival:
    """One recorded claim and its verdict against the claim being entered."""

    claim: Weighed
    comparison: Comparison
    is_broader: bool = False
    """Whether it allows all that the claim being entered allows, and more."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What the program understands of a draft before it is kept."""

    answer: Answer | None = None
    problem: str = ""
    """Why the answer cannot be read; empty when it can."""
    alternatives: tuple[Answer, ...] = ()
    rivals: tuple[Rival, ...] = ()
    kind: Kind | None = None
    new_labels: tuple[str, ...] = ()
    """Options or subjects that the answer names for the first time; they are made with it."""


def preview_claim(workspace: Workspace, draft: ClaimDraft, *, editing: int = 0) -> Preview:
    """Read a draft's answer and compare it with what is recorded on its point; writes nothing."""
    with workspace.reading() as connection:
        point_id = _find_point(connection, draft)
        kind = _kind(connection, point_id, draft)
        try:
            answer = _read(connection, point_id, kind, draft)
        except UnreadableAnswerError as error:
            return Preview(problem=str(error), alternatives=error.alternatives, kind=kind)
        if point_id is None:
            return Preview(answer=answer, kind=kind)
        case = load_cases(connection, [point_id])[0]
        mine, *others = count_alike(
            [_weigh(connection, draft, answer, kind), *case.claims], case.unit
        )
        rivals = tuple(
            Rival(
                claim, compare(mine, claim, several=case.several), claim.strict.covers(mine.strict)
            )
            for claim in sorted(others, key=told_order)
            if claim.claim_id != editing
        )
        new_labels = _unknown_labels(connection, point_id, answer)
        return Preview(answer=answer, rivals=rivals, kind=kind, new_labels=new_labels)


def _kind(connection: Any, point_id: int | None, draft: ClaimDraft) -> Kind:
    if point_id is not None:
        return get_record(connection, Point, point_id).kind
    return draft.kind or guess_kind(draft.answer)


def _read(connection: Any, point_id: int | None, kind: Kind, draft: ClaimDraft) -> Answer | None:
    if draft.stance is Stance.SILENT:
        return None
    if point_id is None:
        return read_answer(kind, draft.answer)
    if kind not in (Kind.OPTION, Kind.SUBJECT):
        calendar = get_record(connection, Point, point_id).calendar
        return read_answer(kind, draft.answer, Context(calendar=calendar))
    rows = list_case_rows(connection, [point_id])
    vocabulary = option_vocabulary(rows.options.get(point_id, ()))
    if kind is Kind.SUBJECT:
        vocabulary = subject_vocabulary(connection)
    known = [row["answer"] for row in rows.claims.get(point_id, ()) if row["answer"]]
    return read_answer(kind, draft.answer, Context(vocabulary=vocabulary.with_texts(known)))


def _weigh(connection: Any, draft: ClaimDraft, answer: Answer | None, kind: Kind) -> Weighed:
    account_id = find_account_id(connection, draft.siglum.strip()) or 0
    account = get_record(connection, Account, account_id) if account_id else None
    speaker_id = account.speaker_id if account else None
    if draft.speaker:
        speaker_id = find_subject_id(connection, fold_name(draft.speaker)) or speaker_id
    return Weighed(
        claim_id=0,
        siglum=draft.siglum.strip(),
        account_id=account_id,
        source_id=account.source_id if account else 0,
        kind=kind,
        stance=draft.stance,
        answer=answer,
        scope=draft.scope,
        speaker=speaker_key(speaker_id),
    )


def add_claim(workspace: Workspace, draft: ClaimDraft) -> int:
    """Keep a claim and return its id; a new point, subject or source is made with it."""

    def change(tx: Any) -> int:
        claim = _claim_of(tx, draft, claim_id=new_id())
        add_claims(tx, [claim])
        return claim.id

    return workspace.perform(Action.ADD_CLAIM, change)


def edit_claim(workspace: Workspace, claim_id: int, draft: ClaimDraft) -> None:
    """Write a draft over a kept claim."""
    workspace.perform(
        Action.EDIT_CLAIM, lambda tx: write_claim(tx, _claim_of(tx, draft, claim_id=claim_id))
    )


def delete_claim(workspace: Workspace, claim_id: int) -> None:
    """Delete a claim; undo brings it back."""
    workspace.perform(Action.DELETE_CLAIM, lambda tx: remove_claim(tx, claim_id))


def _make_point(tx: Any, draft: ClaimDraft, kind: Kind) -> int:
    question = draft.question.strip()
    known = find_subject_id(tx, fold_name(draft.subject))
    subject_kind = "" if known is None else get_record(tx, Subject, known).kind
    role = role_of(question, kind, draft.subject, subject_kind)
    return make_point(tx, draft.subject, Point(0, 0, question, kind, role=role))


def _claim_of(tx: Any, draft: ClaimDraft, *, claim_id: int) -> Claim:
    if not draft.siglum.strip():
        raise UserError("A claim is made by an account; type its siglum, such as K48.")
    point_id = _find_point(tx, draft)
    kind = _kind(tx, point_id, draft)
    answer = _read(tx, point_id, kind, draft)
    if point_id is None:
        point_id = _make_point(tx, draft, kind)
    _make_labels(tx, point_id, answer)
    return Claim(
        id=claim_id,
        point_id=point_id,
        account_id=_ensure_account(tx, draft.siglum.strip()),
        stance=draft.stance,
        answer="" if draft.stance is Stance.SILENT else draft.answer.strip(),
        quotation=draft.quotation,
        translation=draft.translation,
        reading=draft.reading,
        scope=draft.scope.strip(),
        level=draft.level,
        note=draft.note,
        locators=read_locators(draft.locator),
        speaker_id=ensure_subject(tx, draft.speaker, "person"),
    )


def _find_point(connection: Any, draft: ClaimDraft) -> int | None:
    if draft.point_id is not None:
        return draft.point_id
    if not draft.subject.strip() or not draft.question.strip():
        raise UserError("A claim answers a point: choose one, or write it as “subject: question”.")
    subject_id = find_subject_id(connection, fold_name(draft.subject))
    if subject_id is None:
        return None
    return find_point_id(connection, subject_id, fold(draft.question))


def _ensure_account(tx: Any, siglum: str) -> int:
    known = find_account_id(tx, siglum)
    if known is None:
        make_source(tx, Source(0, siglum))
        known = find_account_id(tx, siglum)
    if known is None:
        raise LookupError(siglum)
    return known


def _make_labels(tx: Any, point_id: int, answer: Answer | None) -> None:
    """Make options and subjects that an answer names for the first time, to be arranged later."""
    labels = _unknown_labels(tx, point_id, answer)
    if answer is not None and answer.kind is Kind.SUBJECT:
        for label in labels:
            ensure_subject(tx, label)
    else:
        add_records(tx, [Option(new_id(), point_id, label) for label in labels])


def _unknown_labels(connection: Any, point_id: int, answer: Answer | None) -> tuple[str, ...]:
    """Return the labels in an answer that no option of its point, or no subject, has."""
    if answer is None or answer.kind not in (Kind.OPTION, Kind.SUBJECT):
        return ()
    if answer.kind is Kind.SUBJECT:
        return subject_vocabulary(connection).unknown_labels((answer.text,))
    options = list_case_rows(connection, [point_id]).options.get(point_id, ())
    return option_vocabulary(options).unknown_labels((answer.text,))


def get_claim(workspace: Workspace, claim_id: int) -> Claim:
    """Return one claim."""
    with workspace.reading() as connection:
        return get_record(connection, Claim, claim_id)


def list_claims(workspace: Workspace, *, point_id: int = 0, account_id: int = 0) -> list[Claim]:
    """Return the claims on a point, or of an account, oldest first."""
    with workspace.reading() as connection:
        ids = list_claim_ids(connection, point_id=point_id, account_id=account_id)
        return list_records(connection, Claim, ids)


def draft_of(claim: Claim, siglum: str) -> ClaimDraft:
    """Return a kept claim as a draft to edit."""
    return ClaimDraft(
        answer=claim.answer, point_id=claim.point_id, siglum=siglum,
        locator=locators_in_words(claim.locators), stance=claim.stance,
        quotation=claim.quotation, translation=claim.translation, reading=claim.reading,
        speaker=claim.speaker, scope=claim.scope, level=claim.level, note=claim.note,
    )  # fmt: skip
