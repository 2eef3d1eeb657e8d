"""What a half-typed point, account or answer may become: found by folded words, in any script."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

from app.domain.names import fold

_POINTS = (
    "SELECT point.id, subject.name AS subject, point.question FROM point "
    "JOIN subject ON subject.id = point.subject_id"
)
_ORDER = " ORDER BY subject.folded, subject.id, point.folded, point.id LIMIT :most"
_HOLDS_WORD = (
    "point.id IN (SELECT rowid FROM search_index WHERE search_index MATCH :{word} "
    "AND kind = 'point' UNION SELECT id FROM point WHERE subject_id IN (SELECT rowid "
    "FROM search_index WHERE search_index MATCH :{word} AND kind = 'subject'))"
)
_ACCOUNTS = (
    "SELECT account.id, account.siglum, COALESCE(speaker.name, '') AS speaker, account.date, "
    "source.title FROM account JOIN source ON source.id = account.source_id "
    "LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id"
)


def find_points_by_words(connection: Connection, words: str, *, most: int) -> Sequence[RowMapping]:
    """Return id, subject and question of points that hold every word or a word that starts so.

    A word may stand in the question or in any name of the subject.
    """
    tokens = _tokens(words)
    where = " AND ".join(_HOLDS_WORD.format(word=f"word{place}") for place in range(len(tokens)))
    statement = f"{_POINTS}{' WHERE ' + where if where else ''}{_ORDER}"
    values = {f"word{place}": token for place, token in enumerate(tokens)}
    return connection.execute(text(statement), {**values, "most": most}).mappings().all()


def find_accounts_by_words(
    connection: Connection, words: str, *, most: int
) -> Sequence[RowMapping]:
    """Return accounts whose siglum starts so, then those whose texts hold every word."""
    values: dict[str, object] = {"start": f"{_escaped(words.strip())}%", "most": most}
    where = "account.siglum LIKE :start ESCAPE '!'"
    tokens = _tokens(words)
    if tokens:
        where += (
            " OR account.id IN (SELECT rowid FROM search_index "
            "WHERE search_index MATCH :words AND kind = 'account')"
        )
        values["words"] = " ".join(tokens)
    order = " ORDER BY account.siglum LIKE :start ESCAPE '!' DESC, account.siglum COLLATE NOCASE"
    statement = f"{_ACCOUNTS} WHERE {where}{order} LIMIT :most"
    return connection.execute(text(statement), values).mappings().all()


def find_sources_by_words(connection: Connection, words: str, *, most: int) -> Sequence[RowMapping]:
    """Return sources whose key starts so, then those whose texts hold every word."""
    values: dict[str, object] = {"start": f"{_escaped(words.strip())}%", "most": most}
    where = "key LIKE :start ESCAPE '!'"
    tokens = _tokens(words)
    if tokens:
        where += (
            " OR id IN (SELECT rowid FROM search_index "
            "WHERE search_index MATCH :words AND kind = 'source')"
        )
        values["words"] = " ".join(tokens)
    statement = (
        f"SELECT id, key, author, title FROM source WHERE {where} "
        "ORDER BY key LIKE :start ESCAPE '!' DESC, key COLLATE NOCASE LIMIT :most"
    )
    return connection.execute(text(statement), values).mappings().all()


def _escaped(words: str) -> str:
    for mark in "!%_":
        words = words.replace(mark, f"!{mark}")
    return words


def _tokens(words: str) -> list[str]:
    """Return the words as quoted starts of words: user text is never query syntax."""
    bare = "".join(letter if letter.isalnum() else " " for letter in fold(words))
    return [f'"{word}"*' for word in bare.split()[:8]]


def list_answers_given(connection: Connection, point_id: int, *, most: int) -> list[str]:
    """Return the distinct answers that claims of a point give, oldest first."""
    statement = text(
        "SELECT answer FROM claim WHERE point_id = :point AND answer <> '' "
        "GROUP BY answer ORDER BY min(id) LIMIT :most"
    )
    return list(connection.scalars(statement, {"point": point_id, "most": most}))


def list_subject_names_like(connection: Connection, start: str, *, most: int) -> list[str]:
    """Return names of subjects that hold a word starting so, in order of name."""
    tokens = _tokens(start)
    where = (
        "WHERE id IN (SELECT rowid FROM search_index WHERE search_index MATCH :words "
        "AND kind = 'subject')"
        if tokens
        else ""
    )
    statement = text(f"SELECT name FROM subject {where} ORDER BY folded LIMIT :most")
    return list(connection.scalars(statement, {"words": " ".join(tokens), "most": most}))
