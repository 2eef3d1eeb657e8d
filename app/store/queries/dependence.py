"""Who draws on whom: accounts with their speakers, and derivations between them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

from app.domain.records import Degree, Derivation


def list_tellings(connection: Connection) -> Sequence[RowMapping]:
    """Return id, siglum, source_id, is_own and speaker_id of every account."""
    return (
        connection.execute(
            text(
                "SELECT account.id, siglum, source_id, is_own, "
                "COALESCE(speaker.same_as_id, speaker.id) AS speaker_id FROM account "
                "LEFT JOIN subject AS speaker ON speaker.id = account.speaker_id "
                "ORDER BY account.id"
            )
        )
        .mappings()
        .all()
    )


def list_derivations(connection: Connection) -> list[Derivation]:
    """Return every derivation, denied ones too."""
    rows = connection.execute(
        text("SELECT id, borrower_id, lender_id, degree, grounds FROM derivation ORDER BY id")
    )
    return [
        Derivation(row.id, row.borrower_id, row.lender_id, Degree(row.degree), row.grounds)
        for row in rows
    ]
