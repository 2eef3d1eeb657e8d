"""Searching points, claims, sources, accounts and subjects by folded words and their starts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.names import fold

MOST_HITS = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: what it is and under which id."""

    kind: str
    id: int


def find_hits(connection: Connection, words: str, *, most: int = MOST_HITS) -> list[Hit]:
    """Return the newest things that hold every word or a word that starts so.

    At most ``most`` of each kind are returned, so that many claims do not crowd out a source.
    """
    query = _match(words)
    if not query:
        return []
    statement = text(
        "SELECT rowid FROM search_index WHERE search_index MATCH :query "
        "ORDER BY rowid DESC LIMIT :most"
    )
    return [
        Hit(kind, row.rowid)
        for kind in INDEXED
        for row in connection.execute(
            statement, {"query": f'kind : "{kind}" AND folded : ({query})', "most": most}
        )
    ]


def _match(words: str) -> str:
    """Return the words as quoted tokens with a star: user text is never query syntax."""
    tokens = fold(words.replace("\x00", " ")).split()
    quoted = (token.replace('"', '""') for token in tokens)
    return " ".join(f'"{token}"*' for token in quoted)


_TEXTS = {
    "claim": "SELECT claim.id, account.siglum || ' ' || claim.answer || ' ' || claim.quotation "
    "|| ' ' || claim.translation || ' ' || claim.reading || ' ' || claim.note AS words "
    "FROM claim JOIN account ON account.id = claim.account_id WHERE claim.id {among}",
    "point": "SELECT point.id, subject.name || ' ' || point.question || ' ' || point.lemma "
    "|| ' ' || point.note AS words "
    "FROM point JOIN subject ON subject.id = point.subject_id WHERE point.id {among}",
    "source": "SELECT id, key || ' ' || title || ' ' || author || ' ' || date || ' ' || container "
    "|| ' ' || repository || ' ' || fonds || ' ' || shelfmark || ' ' || note AS words "
    "FROM source WHERE id {among}",
    "account": "SELECT account.id, siglum || ' ' || COALESCE(subject.name, '') || ' ' || recorder "
    "|| ' ' || translator || ' ' || place || ' ' || addressee || ' ' || occasion || ' ' || date "
    "AS words FROM account "
    "LEFT JOIN subject ON subject.id = account.speaker_id WHERE account.id {among}",
    "subject": "SELECT id, name || ' ' || note || ' ' || COALESCE((SELECT group_concat(name, ' ') "
    "FROM name_variant WHERE subject_id = subject.id), '') AS words FROM subject WHERE id {among}",
}
INDEXED = tuple(_TEXTS)


def list_texts(connection: Connection, kind: str, ids: Iterable[int]) -> list[tuple[int, str, str]]:
    """Return ``(id, kind, words)`` of the rows that still exist, for the index."""
    statement = text(_TEXTS[kind].replace("{among}", "IN (SELECT value FROM json_each(:ids))"))
    rows = connection.execute(statement, {"ids": json.dumps(list(ids))})
    return [(row.id, kind, row.words) for row in rows]
