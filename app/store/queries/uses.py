"""Finding ids by name, and counting what refers to a record before it may go."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.records import Kin


def find_subject_id(connection: Connection, folded: str) -> int | None:
    """Return the subject with that folded name, else with that folded variant."""
    found: int | None = connection.scalar(
        text(
            "SELECT id FROM (SELECT id, 0 AS variant FROM subject WHERE folded = :folded "
            "UNION ALL SELECT subject_id, 1 FROM name_variant WHERE folded = :folded) "
            "ORDER BY variant, id LIMIT 1"
        ),
        {"folded": folded},
    )
    return found


def find_account_id(connection: Connection, siglum: str) -> int | None:
    """Return the account with that siglum, whatever the case of its letters."""
    found: int | None = connection.scalar(
        text("SELECT id FROM account WHERE siglum = :siglum COLLATE NOCASE"), {"siglum": siglum}
    )
    return found


def find_own_account_id(connection: Connection, source_id: int) -> int | None:
    """Return the account that is the source's own voice."""
    found: int | None = connection.scalar(
        text("SELECT id FROM account WHERE source_id = :source AND is_own = 1"),
        {"source": source_id},
    )
    return found


def find_source_id(connection: Connection, key: str) -> int | None:
    """Return the source with that key, whatever the case of its letters."""
    found: int | None = connection.scalar(
        text("SELECT id FROM source WHERE key = :key COLLATE NOCASE"), {"key": key}
    )
    return found


def find_point_id(connection: Connection, subject_id: int, folded: str) -> int | None:
    """Return the point of a subject with that folded question."""
    found: int | None = connection.scalar(
        text("SELECT id FROM point WHERE subject_id = :subject AND folded = :folded"),
        {"subject": subject_id, "folded": folded},
    )
    return found


def count_subject_uses(connection: Connection, subject_id: int) -> int:
    """Return how many points, accounts, claims and other subjects name a subject."""
    statement = text(
        "SELECT (SELECT count(*) FROM point WHERE subject_id = :id) + "
        "(SELECT count(*) FROM account WHERE speaker_id = :id) + "
        "(SELECT count(*) FROM claim WHERE speaker_id = :id) + "
        "(SELECT count(*) FROM subject WHERE same_as_id = :id OR part_of_id = :id) + "
        f"(SELECT count(*) FROM kinship WHERE relative_id = :id AND kin <> '{Kin.SPOUSE}')"
    )
    return connection.scalar(statement, {"id": subject_id}) or 0


def count_account_uses(connection: Connection, account_id: int) -> int:
    """Return how many claims an account makes."""
    statement = text("SELECT count(*) FROM claim WHERE account_id = :id")
    return connection.scalar(statement, {"id": account_id}) or 0


def list_account_links(connection: Connection, account_id: int) -> list[int]:
    """Return the ids of derivations from or to an account."""
    statement = text("SELECT id FROM derivation WHERE borrower_id = :id OR lender_id = :id")
    return list(connection.scalars(statement, {"id": account_id}))


def list_account_ids(connection: Connection, source_id: int) -> list[int]:
    """Return the ids of the accounts in a source, its own voice first."""
    statement = text("SELECT id FROM account WHERE source_id = :id ORDER BY is_own DESC, id")
    return list(connection.scalars(statement, {"id": source_id}))


def list_quoting(connection: Connection, source_id: int) -> list[int]:
    """Return the ids of sources known only through the given one."""
    statement = text("SELECT id FROM source WHERE quoted_after_id = :id")
    return list(connection.scalars(statement, {"id": source_id}))


def list_option_ids(connection: Connection, point_id: int) -> list[int]:
    """Return the ids of a point's options, oldest first."""
    statement = text("SELECT id FROM option WHERE point_id = :id ORDER BY id")
    return list(connection.scalars(statement, {"id": point_id}))


def list_point_children(connection: Connection, point_id: int, table: str) -> list[int]:
    """Return the ids of a point's rows in ``option``, ``judgement`` or ``dismissal``."""
    statement = text(f'SELECT id FROM "{table}" WHERE point_id = :id ORDER BY id DESC')
    return list(connection.scalars(statement, {"id": point_id}))


def list_version_judgements(connection: Connection, judgement_id: int) -> list[int]:
    """Return the ids of the versions' rows of a judgement."""
    statement = text("SELECT id FROM version_judgement WHERE judgement_id = :id")
    return list(connection.scalars(statement, {"id": judgement_id}))
