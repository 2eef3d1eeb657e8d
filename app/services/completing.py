"""Completion while a claim is typed: which point, account, subject or answer may be meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.answers import Kind
from app.domain.names import fold, fold_name
from app.domain.records import Account, Option, Point, Source
from app.services.workspace import Workspace
from app.store.queries import completing as queries
from app.store.queries.nouns import get_record, list_records
from app.store.queries.uses import (
    find_account_id,
    find_point_id,
    find_source_id,
    find_subject_id,
    list_option_ids,
)

MOST = 20


@dataclass(frozen=True, slots=True)
class PointChoice:
    """A point that may be meant; ``text`` is how it is written in the line."""

    id: int
    subject: str
    question: str

    @property
    def text(self) -> str:
        """Return ``subject: question``."""
        return f"{self.subject}: {self.question}"


@dataclass(frozen=True, slots=True)
class AccountChoice:
    """An account that may be meant, with what tells it apart."""

    id: int
    siglum: str
    speaker: str
    date: str
    title: str
    """Of the source that carries it."""


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """A source that may be meant, with what tells it apart."""

    id: int
    key: str
    author: str
    title: str


@dataclass(frozen=True, slots=True)
class NamedPoint:
    """What ``subject: question`` names; the id is ``None`` while there is no such point."""

    id: int | None
    subject: str
    question: str
    is_new_subject: bool = False


def complete_points(workspace: Workspace, words: str, *, most: int = MOST) -> list[PointChoice]:
    """Return points that hold all the words, also in a variant of the subject's name."""
    with workspace.reading() as connection:
        rows = queries.find_points_by_words(connection, words, most=most)
        return [PointChoice(row["id"], row["subject"], row["question"]) for row in rows]


def complete_accounts(workspace: Workspace, words: str, *, most: int = MOST) -> list[AccountChoice]:
    """Return accounts by the start of their siglum, then by speaker, recorder or occasion."""
    with workspace.reading() as connection:
        rows = queries.find_accounts_by_words(connection, words, most=most)
        return [AccountChoice(**row) for row in rows]


def complete_sources(workspace: Workspace, words: str, *, most: int = MOST) -> list[SourceChoice]:
    """Return sources by the start of their key, then by words of author, title or call number."""
    with workspace.reading() as connection:
        rows = queries.find_sources_by_words(connection, words, most=most)
        return [SourceChoice(**row) for row in rows]


def find_source_by_key(workspace: Workspace, key: str) -> Source | None:
    """Return the source of that key, whatever the case of its letters."""
    with workspace.reading() as connection:
        source_id = find_source_id(connection, key.strip())
        return None if source_id is None else get_record(connection, Source, source_id)


def complete_subjects(workspace: Workspace, words: str, *, most: int = MOST) -> list[str]:
    """Return names of subjects that hold the words, also in a variant."""
    with workspace.reading() as connection:
        return queries.list_subject_names_like(connection, words, most=most)


def complete_answers(workspace: Workspace, point_id: int, words: str = "") -> list[str]:
    """Return answers that the point knows: its options, subjects, yes and no, or those given."""
    with workspace.reading() as connection:
        kind = get_record(connection, Point, point_id).kind
        if kind is Kind.SUBJECT:
            return queries.list_subject_names_like(connection, words, most=MOST)
        known = ["yes", "no"] if kind is Kind.YES_NO else []
        if kind is Kind.OPTION:
            options = list_records(connection, Option, list_option_ids(connection, point_id))
            known = [option.label for option in options]
        given = queries.list_answers_given(connection, point_id, most=200)
    wanted = fold(words)
    found = (text for text in dict.fromkeys([*known, *given]) if wanted in fold(text))
    return [text for _, text in zip(range(MOST), found, strict=False)]


def find_named_point(workspace: Workspace, text: str) -> NamedPoint | None:
    """Return what ``subject: question`` names, or ``None`` when one of the two is missing.

    A colon inside a name is no hindrance where the point or the subject is known already.
    """
    splits = list(_splits(text))
    with workspace.reading() as connection:
        known: NamedPoint | None = None
        for subject, question in splits:
            subject_id = find_subject_id(connection, fold_name(subject))
            if subject_id is None:
                continue
            point_id = find_point_id(connection, subject_id, fold(question))
            if point_id is not None:
                return NamedPoint(point_id, subject, question)
            known = NamedPoint(None, subject, question)
    if known or not splits:
        return known
    return NamedPoint(None, *splits[0], is_new_subject=True)


def _splits(text: str) -> Iterator[tuple[str, str]]:
    for place, letter in enumerate(text):
        subject, question = text[:place].strip(), text[place + 1 :].strip()
        if letter == ":" and subject and question:
            yield subject, question


def find_account(workspace: Workspace, siglum: str) -> Account | None:
    """Return the account of that siglum, whatever the case of its letters."""
    if not siglum.strip():
        return None
    with workspace.reading() as connection:
        account_id = find_account_id(connection, siglum.strip())
        return None if account_id is None else get_record(connection, Account, account_id)
