"""Sources that were not seen: known only as quoted after another."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.records import CopySeen


def list_unseen_ids(connection: Connection) -> list[int]:
    """Return the ids of sources known only through others, by key."""
    statement = text(
        "SELECT id FROM source WHERE copy_seen = :quoted "
        "OR (copy_seen = '' AND quoted_after_id IS NOT NULL) ORDER BY key COLLATE NOCASE"
    )
    return list(connection.scalars(statement, {"quoted": CopySeen.QUOTED.value}))
