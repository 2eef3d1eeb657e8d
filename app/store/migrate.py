"""Making and upgrading the schema: all revisions in one transaction, or none.

Alembic alone leaves an interrupted upgrade half applied, and a batch rebuild with foreign keys on
empties the child tables; so foreign keys are off, one BEGIN IMMEDIATE holds all, and the result
is checked before COMMIT.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from app.paths import migrations_dir
from app.store.engine import APPLICATION_ID, PAGE_SIZE, make_engine
from app.store.errors import NotADossierError

SCHEMA_VERSION = 2
"""Number of the newest revision; kept as ``user_version`` in the file's header."""


def _config(folder: Path, connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def newest_revision(folder: Path | None = None) -> int:
    """Return the number of the newest revision in the migrations folder."""
    head = ScriptDirectory.from_config(_config(folder or migrations_dir())).get_current_head()
    return int(head or 0)


def upgrade(engine: Engine, folder: Path | None = None) -> None:
    """Bring the dossier of ``engine`` to the newest revision in one transaction.

    Raises ``NotADossierError`` and rolls everything back when a reference would dangle.
    """
    folder = folder or migrations_dir()
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise TypeError("the dossier's engine is SQLite")
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                command.upgrade(_config(folder, connection), "head")
                dangling = raw.execute("PRAGMA foreign_key_check").fetchone()
                if dangling:
                    raise NotADossierError(
                        f"The upgrade was undone: a row of {dangling[0]} would lose what it "
                        "refers to. The dossier is as it was."
                    )
                raw.execute(f"PRAGMA user_version={newest_revision(folder)}")
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def make_file(path: Path) -> None:
    """Make an empty dossier at ``path``, which must not exist yet, by running the migrations."""
    engine = make_engine(path, "rwc")
    try:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            if not isinstance(raw, sqlite3.Connection):
                raise TypeError("the dossier's engine is SQLite")
            raw.execute(f"PRAGMA page_size={PAGE_SIZE}")
            raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        upgrade(engine)
    finally:
        engine.dispose()
