"""From rows to cases: reads every answer of a point so that the engine can weigh it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from app.domain.answers import Answer, Kind
from app.domain.case import Case, count_alike
from app.domain.choices import Entry, Vocabulary
from app.domain.claims import Weighed
from app.domain.dates import read_date
from app.domain.errors import UnreadableAnswerError
from app.domain.reading import Context, read_answer
from app.domain.records import Degree, Derivation, Option, Stance
from app.domain.sets import FIRST, Allowed
from app.domain.witnesses import Dependence, Link, Telling
from app.store.queries.cases import CaseRows, Row, list_case_rows, list_subject_names
from app.store.queries.dependence import (
    list_derivations,
    list_reached_accounts,
    list_speakers,
    list_tellings,
)


def load_cases(connection: Any, point_ids: Iterable[int]) -> list[Case]:
    """Return the given points as cases, each with its claims weighed."""
    rows = list_case_rows(connection, point_ids)
    subjects = Vocabulary.build(())
    if any(point["kind"] == Kind.SUBJECT for point in rows.points):
        subjects = subject_vocabulary(connection)
    return [_case(point, rows, subjects) for point in rows.points]


def subject_vocabulary(connection: Any) -> Vocabulary:
    """Return the vocabulary of subject answers: names, variants, what is the same, what is part."""
    rows = list_subject_names(connection)
    names = {row["id"]: row["name"] for row in rows}
    aliases: dict[int, list[str]] = {row["id"]: json.loads(row["variants"]) for row in rows}
    for row in rows:
        if row["same_as_id"] is not None:
            aliases[row["same_as_id"]] += [row["name"], *aliases[row["id"]]]
    return Vocabulary.build(
        Entry(
            label=row["name"],
            parent=names.get(row["part_of_id"]),
            aliases=tuple(aliases[row["id"]]),
        )
        for row in rows
        if row["same_as_id"] is None
    )


def option_vocabulary(rows: Sequence[Row]) -> Vocabulary:
    """Return the vocabulary of one point's options, given as rows."""
    return vocabulary_of(
        [
            Option(row["id"], row["point_id"], row["label"], row["parent_id"], row["rank"])
            for row in rows
        ]
    )


def vocabulary_of(options: Sequence[Option]) -> Vocabulary:
    """Return the vocabulary of one point's options."""
    labels = {option.id: option.label for option in options}
    return Vocabulary.build(
        Entry(
            label=option.label,
            parent=None if option.parent_id is None else labels.get(option.parent_id),
            rank=option.rank,
        )
        for option in options
    )


def _case(point: Row, rows: CaseRows, subjects: Vocabulary) -> Case:
    kind = Kind(point["kind"])
    claims = rows.claims.get(point["id"], ())
    vocabulary = option_vocabulary(rows.options.get(point["id"], ()))
    if kind is Kind.SUBJECT:
        vocabulary = subjects
    if kind in (Kind.OPTION, Kind.SUBJECT):
        vocabulary = vocabulary.with_texts([row["answer"] for row in claims if row["answer"]])
    context = Context(calendar=point["calendar"], vocabulary=vocabulary)
    known: _Read = {}
    return Case(
        point_id=point["id"],
        question=point["question"],
        kind=kind,
        claims=count_alike([_weighed(row, kind, context, known) for row in claims], point["unit"]),
        lemma=point["lemma"],
        several=bool(point["several"]),
        unit=point["unit"],
        subject_id=point["subject_id"],
        subject=point["subject"],
        role=point["role"],
        centrality=point["centrality"],
        scale=vocabulary if kind in (Kind.OPTION, Kind.SUBJECT) else None,
    )


def _weighed(row: Row, kind: Kind, context: Context, known: _Read) -> Weighed:
    answer, read_kind = _answer(row, kind, context, known)
    # Where nobody is known as the account's speaker, a claim's speaker may be its own voice.
    voices = (row["own_speaker_id"], row["account_speaker_id"])
    reported = None not in voices and voices[0] != voices[1]
    return Weighed(
        claim_id=row["id"],
        siglum=row["siglum"],
        account_id=row["account_id"],
        source_id=row["source_id"],
        kind=read_kind,
        stance=Stance(row["stance"]),
        answer=answer,
        scope=row["scope"],
        speaker=speaker_key(row["speaker_id"]),
        speaker_name=row["speaker"] or "",
        reported=reported,
        told=row["told"],
        told_day=telling_day(row["told"]),
        telling=telling_days(row["told"]),
        place=row["place"] or "",
    )


_Read = dict[str, tuple[Answer, Kind]]
"""Answers of one point as they were read, by their text: many claims give the same."""


def _answer(row: Row, kind: Kind, context: Context, known: _Read) -> tuple[Answer | None, Kind]:
    if row["stance"] == Stance.SILENT:
        return None, kind
    text = row["answer"]
    if text not in known:
        known[text] = _read(text, kind, context)
    return known[text]


def _read(text: str, kind: Kind, context: Context) -> tuple[Answer, Kind]:
    """Read a kept answer; one that can no longer be read is shown as free text, not compared."""
    try:
        return read_answer(kind, text, context), kind
    except UnreadableAnswerError:
        return read_answer(Kind.TEXT, text or "(no answer)", context), Kind.TEXT


def speaker_key(subject_id: int | None) -> str:
    """Return the key under which the engine knows a speaker; empty when unknown."""
    return "" if subject_id is None else f"speaker {subject_id}"


@lru_cache(maxsize=4096)
def telling_days(date: str) -> tuple[Allowed, Allowed] | None:
    """Return strict and widened days of a telling; ``None`` when undated or unreadable."""
    if not date.strip():
        return None
    try:
        answer = read_date(date)
    except UnreadableAnswerError:
        return None
    return None if answer.strict.is_empty else (answer.strict, answer.widened)


def telling_day(date: str) -> int | None:
    """Return the first day a date of telling allows, for ordering; ``None`` when unreadable."""
    telling = telling_days(date)
    if telling is None:
        return None
    allowed = telling[0]
    return allowed.first if allowed.first > FIRST else allowed.last


def load_dependence(connection: Any, point_ids: Iterable[int] | None = None) -> Dependence:
    """Return who draws on whom; a link of a source's own account holds for all its accounts.

    With ``point_ids`` only the accounts that matter there are read, so that an edit costs no more
    in a large dossier.
    """
    points = None if point_ids is None else list(point_ids)
    accounts = None if points is None else list_reached_accounts(connection, points)
    rows = list_tellings(connection, accounts)
    by_source: dict[int, list[int]] = {}
    own: dict[int, int] = {}
    for row in rows:
        by_source.setdefault(row["source_id"], []).append(row["id"])
        if row["is_own"]:
            own[row["id"]] = row["source_id"]
    tellings = {
        row["id"]: Telling(
            row["id"], row["source_id"], row["siglum"], speaker_key(row["speaker_id"])
        )
        for row in rows
    }
    return Dependence(
        tellings,
        _lenders(list_derivations(connection, accounts), by_source, own),
        {
            speaker_key(speaker): name
            for speaker, name in list_speakers(connection, accounts, points).items()
        },
    )


def _lenders(
    derivations: Iterable[Derivation], by_source: Mapping[int, list[int]], own: Mapping[int, int]
) -> dict[int, tuple[Link, ...]]:
    found: dict[int, list[Link]] = {}
    for derivation in derivations:
        if derivation.degree is Degree.DENIED:
            continue
        link = Link(
            tuple(_accounts_of(derivation.lender_id, by_source, own)),
            derivation.degree,
            frozenset(derivation.point_ids),
        )
        for borrower in _accounts_of(derivation.borrower_id, by_source, own):
            inherited = borrower != derivation.borrower_id
            found.setdefault(borrower, []).append(replace(link, is_inherited=inherited))
    return {borrower: tuple(links) for borrower, links in found.items()}


def _accounts_of(
    account: int, by_source: Mapping[int, list[int]], own: Mapping[int, int]
) -> list[int]:
    if account not in own:
        return [account]
    return [account, *(other for other in by_source[own[account]] if other != account)]
