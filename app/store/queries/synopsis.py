"""Heads of the synopsis: points by subject, accounts that speak to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

_AMONG = "IN (SELECT value FROM json_each(:ids))"
_POINTS = """
    SELECT point.id, point.subject_id, subject.name AS subject, point.question, point.lemma,
           point.kind, point.centrality, COALESCE(state.status, 'clear') AS status
    FROM point JOIN subject ON subject.id = point.subject_id
    LEFT JOIN point_state AS state ON state.point_id = point.id
    WHERE {where} ORDER BY subject.folded, subject.id, point.id"""
_ACCOUNTS = """
    SELECT account.id, account.siglum, account.date, COALESCE(speaker.name, '') AS speaker,
           source.key AS source
    FROM account JOIN source ON source.id = account.source_id
    LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id
    WHERE """
_BY_POINT = f"""account.id IN (
    SELECT account_id FROM claim WHERE point_id {_AMONG}
    UNION SELECT account_id FROM search_note WHERE point_id {_AMONG})"""
_BY_ACCOUNT = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} WHERE account_id = account.id AND point_id {_AMONG})"
    for table in ("claim", "search_note")
)
_FEW_POINTS = 200
"""Up to so many points their claims are gone through; of more, the first claim of each account."""


def list_point_heads(
    connection: Connection, subject_ids: Iterable[int] | None = None, *, contested: bool = False
) -> Sequence[RowMapping]:
    """Return the points about the given subjects, or all; ``contested``: only flagged ones."""
    conditions = ["TRUE"]
    values = {}
    if subject_ids is not None:
        conditions.append(f"point.subject_id {_AMONG}")
        values["ids"] = json.dumps(list(subject_ids))
    if contested:
        conditions.append("state.severity > 0")
    statement = _POINTS.format(where=" AND ".join(conditions))
    return connection.execute(text(statement), values).mappings().all()


def list_account_heads(connection: Connection, point_ids: Iterable[int]) -> Sequence[RowMapping]:
    """Return the accounts that speak to any of the points, or were to be searched for them."""
    ids = list(point_ids)
    where = _BY_POINT if len(ids) <= _FEW_POINTS else _BY_ACCOUNT
    values = {"ids": json.dumps(ids)}
    return connection.execute(text(f"{_ACCOUNTS}{where}"), values).mappings().all()


def list_every_account_head(connection: Connection) -> Sequence[RowMapping]:
    """Return all accounts, whether they speak to a point or not."""
    return connection.execute(text(f"{_ACCOUNTS}TRUE")).mappings().all()


def count_answers(connection: Connection, point_ids: Iterable[int]) -> dict[int, int]:
    """Return on how many of the points each account gives an answer."""
    statement = text(
        "SELECT account_id, count(DISTINCT point_id) AS points FROM claim "
        f"WHERE point_id {_AMONG} AND stance <> 'silent' GROUP BY account_id"
    )
    rows = connection.execute(statement, {"ids": json.dumps(list(point_ids))})
    return {row.account_id: row.points for row in rows}
