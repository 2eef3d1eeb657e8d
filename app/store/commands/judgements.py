"""Writing judgements; each act of judging is a row of its own, so that their history stays."""

from __future__ import annotations

import json

from sqlalchemy.engine import Connection

from app.domain.names import clean_text
from app.domain.records import Judgement
from app.store import tables
from app.store.commands.rows import add_records
from app.store.ids import new_id


def add_judgement(tx: Connection, judgement: Judgement) -> None:
    """Insert a judgement, which must carry its id, with its verdict on each version."""
    add_records(tx, [judgement])
    rows = [
        {
            "id": new_id(),
            "judgement_id": judgement.id,
            "answer": clean_text(version.answer),
            "standing": version.standing,
            "grounds": clean_text(version.grounds),
            "claim_ids": json.dumps(sorted(version.claim_ids)),
        }
        for version in judgement.versions
    ]
    if rows:
        tx.execute(tables.version_judgement.insert(), rows)
