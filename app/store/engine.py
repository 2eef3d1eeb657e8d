"""How every connection to a dossier is made: one function, one set of rules.

A rollback journal (an outside copy of a WAL file is stale without telling), full sync, foreign
keys, limits against hostile files, and explicit BEGIN IMMEDIATE. Readers are read-only twice over.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import StaticPool

APPLICATION_ID = 0x56415249
"""``VARI``, in the header of every dossier."""
PAGE_SIZE = 16384
QUERY_SECONDS = 3.0
"""A reading query that runs longer than this in the opening checks is stopped as hostile."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 250_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 5,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
}
_PRAGMAS = (
    "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON",
    "secure_delete=ON", "temp_store=MEMORY", "busy_timeout=2000", "locking_mode=NORMAL",
)  # fmt: skip
_DENIED = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}


def _authorise(
    action: int, first: str | None, second: str | None, _schema: str | None, _by: str | None
) -> int:
    if action in _DENIED or (action == sqlite3.SQLITE_FUNCTION and second == "load_extension"):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def connect_file(path: Path, mode: str) -> sqlite3.Connection:
    """Open a dossier with ``mode`` ``ro``, ``rw`` or ``rwc`` under the rules of this module.

    ``rw`` never makes a file: a dossier that has moved is an error, not an empty new one.
    """
    connection = _connect(f"file:{quote(str(path.resolve()))}?mode={mode}")
    if mode == "ro":
        connection.execute("PRAGMA query_only=ON")
    else:
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("PRAGMA fullfsync=ON")
    connection.set_authorizer(_authorise)
    return connection


def connect_copy(path: Path) -> sqlite3.Connection:
    """Copy a dossier into memory and connect to the copy; the file is only read."""
    source = connect_file(path, "ro")
    try:
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchone()  # a lock is told, not waited for
        connection = _connect("file::memory:")
        source.backup(connection)
    finally:
        source.close()
    connection.set_authorizer(_authorise)
    return connection


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def limit_time(connection: sqlite3.Connection, seconds: float = QUERY_SECONDS) -> None:
    """Stop any query of this connection that runs past ``seconds`` from now."""
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)


def make_engine(path: Path, mode: str) -> Engine:
    """Return an engine that holds one connection, opened by ``connect_file``."""
    begin = "BEGIN" if mode == "ro" else "BEGIN IMMEDIATE"
    return _engine(lambda: connect_file(path, mode), begin)


def make_engine_of_copy(path: Path) -> Engine:
    """Return an engine that holds a copy of a dossier in memory; the file is only read."""
    return _engine(lambda: connect_copy(path), "BEGIN")


def _engine(connect: Callable[[], sqlite3.Connection], begin: str) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
