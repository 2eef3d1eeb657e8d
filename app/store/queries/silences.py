"""Accounts that speak to the neighbourhood of a point, and what was answered of their silence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

_SPEAKING = """
    SELECT account.id, account.siglum, account.date, COALESCE(speaker.name, '') AS speaker,
           sum(spoken.point_id <> :point) AS neighbours
    FROM (SELECT DISTINCT claim.account_id, claim.point_id FROM claim
          JOIN point ON point.id = claim.point_id
          JOIN subject ON subject.id = point.subject_id
          WHERE claim.stance <> 'silent' AND COALESCE(subject.same_as_id, subject.id) =
              (SELECT COALESCE(same.same_as_id, same.id) FROM point AS this
               JOIN subject AS same ON same.id = this.subject_id WHERE this.id = :point)
          UNION SELECT account_id, point_id FROM claim WHERE point_id = :point
          UNION SELECT account_id, point_id FROM search_note WHERE point_id = :point) AS spoken
    JOIN account ON account.id = spoken.account_id
    LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id
    GROUP BY account.id"""


def list_speaking(connection: Connection, point_id: int) -> Sequence[RowMapping]:
    """Return the accounts that speak to the point's subject or are noted on the point.

    Each with the number of the subject's other points that it speaks to.
    """
    return connection.execute(text(_SPEAKING), {"point": point_id}).mappings().all()


def list_stances(connection: Connection, point_id: int) -> dict[int, set[str]]:
    """Return the stances that each account takes on a point."""
    found: dict[int, set[str]] = {}
    rows = connection.execute(
        text("SELECT account_id, stance FROM claim WHERE point_id = :point"), {"point": point_id}
    )
    for row in rows:
        found.setdefault(row.account_id, set()).add(row.stance)
    return found


def list_replies(connection: Connection, point_id: int) -> Sequence[RowMapping]:
    """Return account_id, question, answer and note of every question answered on a point."""
    statement = text(
        "SELECT account_id, question, answer, note FROM silence_answer "
        "WHERE point_id = :point ORDER BY id"
    )
    return connection.execute(statement, {"point": point_id}).mappings().all()


def list_replies_on(connection: Connection, point_ids: Iterable[int]) -> Sequence[RowMapping]:
    """Return point_id, account_id, question and answer of every question answered on points."""
    statement = text(
        "SELECT point_id, account_id, question, answer FROM silence_answer "
        "WHERE point_id IN (SELECT value FROM json_each(:ids)) ORDER BY id"
    )
    return connection.execute(statement, {"ids": json.dumps(list(point_ids))}).mappings().all()
