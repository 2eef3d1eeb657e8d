"""Kinship: who is whose mother, father, wife or husband."""

from alembic import op

revision = "0002"
down_revision = "0001"
STATEMENTS = (
    """
    CREATE TABLE kinship (
        id INTEGER NOT NULL,
        subject_id INTEGER NOT NULL,
        relative_id INTEGER NOT NULL,
        kin TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(subject_id) REFERENCES subject (id),
        FOREIGN KEY(relative_id) REFERENCES subject (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_kinship_relative_id ON kinship (relative_id)",
    "CREATE INDEX ix_kinship_subject_id ON kinship (subject_id)",
)


def upgrade() -> None:
    """Make the table and its indexes."""
    for statement in STATEMENTS:
        op.execute(statement)
