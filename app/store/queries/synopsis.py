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
_ACCOUNTS = f"""
    SELECT account.id, account.siglum, account.date, COALESCE(speaker.name, '') AS speaker,
           source.key AS source
    FROM account JOIN source ON source.id = account.source_id
    LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id
    WHERE account.id IN (SELECT account_id FROM claim WHERE point_id {_AMONG}
                         UNION SELECT account_id FROM search_note WHERE point_id {_AMONG})"""


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
    ids = json.dumps(list(point_ids))
    return connection.execute(text(_ACCOUNTS), {"ids": ids}).mappings().all()
