"""A read-only look at a file before it is trusted: ours, whole, of our age, and clean.

The header is read before SQLite connects (step 3 of opening), then every object of the schema is
held against what Variorum makes (step 5). Nothing is written.
"""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

from app.store import tables
from app.store.engine import APPLICATION_ID, connect_file, limit_time
from app.store.errors import NewerDossierError, NotADossierError, sentence_for
from app.store.migrate import SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_SHADOWS = ("data", "idx", "content", "docsize", "config")
_TABLES = {table.name for table in tables.metadata.sorted_tables} | {
    "alembic_version",
    tables.SEARCH_INDEX,
    *(f"{tables.SEARCH_INDEX}_{part}" for part in _SHADOWS),
}
_INDEXES = {str(index.name) for table in tables.metadata.sorted_tables for index in table.indexes}


def check_header(path: Path) -> int:
    """Return the schema version in the header; raise a ``DossierError`` when it is not ours."""
    if path.is_dir():
        raise NotADossierError(f"{path.name} is a folder; choose a .variorum file inside it.")
    if not path.exists():
        raise NotADossierError(f"There is no file {path}; it may have been moved or renamed.")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise NotADossierError(f"{path.name} cannot be read: {error.strerror}.") from error
    if not header:
        raise NotADossierError(f"{path.name} is empty (0 bytes), so it is no dossier.")
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise NotADossierError(f"{path.name} is not a Variorum dossier.")
    return _read_header(path, header)


def _read_header(path: Path, header: bytes) -> int:
    (application,) = struct.unpack(">I", header[68:72])
    (version,) = struct.unpack(">I", header[60:64])
    page_size, pages = struct.unpack(">H", header[16:18])[0], struct.unpack(">I", header[28:32])[0]
    if application != APPLICATION_ID:
        raise NotADossierError(
            f"{path.name} is a database of another program, not a Variorum dossier."
        )
    if version > SCHEMA_VERSION:
        raise NewerDossierError(
            f"{path.name} was made by a newer Variorum (format {version}; this one reads up to "
            f"{SCHEMA_VERSION}). Install the newer version to open it; the file was not touched."
        )
    if header[18] == 2 or header[19] == 2:
        raise NotADossierError(
            f"{path.name} was switched to another journal by a foreign program; "
            "open the newest backup instead."
        )
    page_bytes = 65536 if page_size == 1 else page_size
    if not journal_of(path).exists() and path.stat().st_size < pages * page_bytes:
        raise NotADossierError(
            f"{path.name} is cut short: {path.stat().st_size:,} of {pages * page_bytes:,} bytes "
            "are there. Copy it again, or open the newest backup."
        )
    return int(version)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of a dossier."""
    return path.with_name(path.name + "-journal")


def check_schema(path: Path) -> None:
    """Hold every object of the file against what Variorum makes; raise ``NotADossierError``."""
    try:
        connection = connect_file(path, "rw" if journal_of(path).exists() else "ro")
    except sqlite3.Error as error:
        raise sentence_for(error, path) from error
    try:
        limit_time(connection)
        rows = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
        connection.set_progress_handler(None, 0)
    except sqlite3.Error as error:
        raise sentence_for(error, path) from error
    finally:
        connection.close()
    foreign = [f"{kind} {name}" for kind, name in rows if not _is_ours(kind, name)]
    if foreign:
        raise NotADossierError(
            f"{path.name} holds what Variorum never makes ({', '.join(sorted(foreign)[:3])}), so "
            "it is not opened: such parts could change your notes unseen."
        )


def _is_ours(kind: str, name: str) -> bool:
    if kind == "table":
        return name in _TABLES
    return kind == "index" and (name in _INDEXES or name.startswith("sqlite_autoindex_"))
