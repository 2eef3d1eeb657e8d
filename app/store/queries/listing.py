"""Sources, accounts and claims as lines of a list, by ids in windows, in an order of choice."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.engine import Connection

_AMONG = "IN (SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source as a list shows it."""

    id: int
    key: str
    author: str
    title: str
    date: str
    claims: int
    quoted_after: str
    """Key of the source it is known through; empty for one that was seen."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account as a list shows it."""

    id: int
    siglum: str
    speaker: str
    date: str
    occasion: str
    source_id: int
    source: str
    """Key of the source."""
    claims: int


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as the pages of its source and account show it."""

    id: int
    point_id: int
    siglum: str
    subject: str
    question: str
    stance: str
    answer: str
    place: str


@dataclass(frozen=True, slots=True)
class SubjectUses:
    """One subject as its list shows it: its names, and what refers to it."""

    id: int
    name: str
    kind: str
    variants: str
    """The other names, parted by ``; ``."""
    points: int
    accounts: int
    """Accounts that it is the speaker of."""


_SOURCE_LINES = f"""
    SELECT source.id, source.key, source.author, source.title, source.date,
           (SELECT count(*) FROM claim JOIN account ON account.id = claim.account_id
            WHERE account.source_id = source.id) AS claims,
           COALESCE(quoting.key, '') AS quoted_after
    FROM source LEFT JOIN source AS quoting ON quoting.id = source.quoted_after_id
    WHERE source.id {_AMONG}"""
_ACCOUNT_LINES = f"""
    SELECT account.id, account.siglum, COALESCE(speaker.name, '') AS speaker, account.date,
           account.occasion, account.source_id, source.key AS source,
           (SELECT count(*) FROM claim WHERE claim.account_id = account.id) AS claims
    FROM account JOIN source ON source.id = account.source_id
    LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id
    WHERE account.id {_AMONG}"""
_CLAIM_LINES = f"""
    SELECT claim.id, claim.point_id, account.siglum, subject.name AS subject, point.question,
           claim.stance, claim.answer,
           COALESCE((SELECT group_concat(trim(kind || ' ' || value), ', ') FROM locator
                     WHERE locator.claim_id = claim.id), '') AS place
    FROM claim JOIN account ON account.id = claim.account_id
    JOIN point ON point.id = claim.point_id JOIN subject ON subject.id = point.subject_id
    WHERE claim.id {_AMONG}"""

_SUBJECT_USES = f"""
    SELECT subject.id, subject.name, subject.kind,
           COALESCE((SELECT group_concat(name, '; ') FROM name_variant
                     WHERE subject_id = subject.id), '') AS variants,
           (SELECT count(*) FROM point WHERE subject_id = subject.id) AS points,
           (SELECT count(*) FROM account WHERE speaker_id = subject.id) AS accounts
    FROM subject WHERE subject.id {_AMONG}"""


def list_source_lines(connection: Connection, ids: Iterable[int]) -> list[SourceLine]:
    """Return the sources with the given ids, in that order; those that are gone are left out."""
    wanted = list(ids)
    rows = connection.execute(text(_SOURCE_LINES), {"ids": json.dumps(wanted)}).mappings()
    found = {row["id"]: SourceLine(**row) for row in rows}
    return [found[row_id] for row_id in wanted if row_id in found]


def list_account_lines(connection: Connection, ids: Iterable[int]) -> list[AccountLine]:
    """Return the accounts with the given ids, in that order; those that are gone are left out."""
    wanted = list(ids)
    rows = connection.execute(text(_ACCOUNT_LINES), {"ids": json.dumps(wanted)}).mappings()
    found = {row["id"]: AccountLine(**row) for row in rows}
    return [found[row_id] for row_id in wanted if row_id in found]


def list_claim_lines(connection: Connection, ids: Iterable[int]) -> list[ClaimLine]:
    """Return the claims with the given ids, in that order; those that are gone are left out."""
    wanted = list(ids)
    rows = connection.execute(text(_CLAIM_LINES), {"ids": json.dumps(wanted)}).mappings()
    found = {row["id"]: ClaimLine(**row) for row in rows}
    return [found[row_id] for row_id in wanted if row_id in found]


def list_subject_uses(connection: Connection, ids: Iterable[int]) -> list[SubjectUses]:
    """Return the subjects with the given ids, in that order; those that are gone are left out."""
    wanted = list(ids)
    rows = connection.execute(text(_SUBJECT_USES), {"ids": json.dumps(wanted)}).mappings()
    found = {row["id"]: SubjectUses(**row) for row in rows}
    return [found[row_id] for row_id in wanted if row_id in found]


ORDERS = {
    "source": {
        "key": "source.key COLLATE NOCASE",
        "author": "source.author = '', source.author COLLATE NOCASE, source.key COLLATE NOCASE",
        "title": "source.title = '', source.title COLLATE NOCASE, source.key COLLATE NOCASE",
        "claims": "(SELECT count(*) FROM claim JOIN account ON account.id = claim.account_id "
        "WHERE account.source_id = source.id), source.key COLLATE NOCASE",
    },
    "account": {
        "siglum": "account.siglum COLLATE NOCASE",
        "speaker": "speaker.folded IS NULL, speaker.folded, account.siglum COLLATE NOCASE",
        "source": "source.key COLLATE NOCASE, account.siglum COLLATE NOCASE",
        "occasion": "account.occasion = '', account.occasion COLLATE NOCASE, account.id",
        "claims": "(SELECT count(*) FROM claim WHERE claim.account_id = account.id), "
        "account.siglum COLLATE NOCASE",
    },
    "subject": {
        "name": "folded, id",
        "kind": "kind = '', kind, folded, id",
        "points": "(SELECT count(*) FROM point WHERE subject_id = subject.id), folded",
        "accounts": "(SELECT count(*) FROM account WHERE speaker_id = subject.id), folded",
    },
}
"""The columns by which SQL can sort; dates of telling are texts and sorted by who reads them."""
_FROM = {
    "source": "source",
    "subject": "subject",
    "account": "account JOIN source ON source.id = account.source_id "
    "LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id",
}


def list_sorted_ids(connection: Connection, table: str, order: str) -> list[int]:
    """Return the ids of all rows of a table of nouns, by one of the ``ORDERS`` of the table."""
    return list(
        connection.scalars(
            text(f"SELECT {table}.id FROM {_FROM[table]} ORDER BY {ORDERS[table][order]}")
        )
    )


def list_dates(connection: Connection, table: str) -> list[tuple[int, str]]:
    """Return ``(id, date as entered)`` of all sources or accounts, oldest record first."""
    rows = connection.execute(text(f"SELECT id, date FROM {table} ORDER BY id"))
    return [(row.id, row.date) for row in rows]


def list_claim_ids_of_source(connection: Connection, source_id: int) -> list[int]:
    """Return the ids of the claims of every account in a source."""
    statement = text(
        "SELECT claim.id FROM claim JOIN account ON account.id = claim.account_id "
        "JOIN point ON point.id = claim.point_id JOIN subject ON subject.id = point.subject_id "
        "WHERE account.source_id = :source ORDER BY subject.folded, point.folded, claim.id"
    )
    return list(connection.scalars(statement, {"source": source_id}))


def list_claim_ids_of_account(connection: Connection, account_id: int) -> list[int]:
    """Return the ids of the claims of one account."""
    statement = text(
        "SELECT claim.id FROM claim JOIN point ON point.id = claim.point_id "
        "JOIN subject ON subject.id = point.subject_id "
        "WHERE claim.account_id = :account ORDER BY subject.folded, point.folded, claim.id"
    )
    return list(connection.scalars(statement, {"account": account_id}))
