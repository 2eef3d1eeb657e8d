"""An open dossier: a writing and a reading connection, and the door to each."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from app.store import change_log, migrate, opening
from app.store.backup import back_up
from app.store.engine import make_engine, make_engine_of_copy
from app.store.errors import (
    DossierError,
    LockedDossierError,
    ReadOnlyDossierError,
    user_sentences,
)

SUFFIX = ".variorum"


class Dossier:
    """A dossier file that is open; close it, or use it as a context manager."""

    def __init__(
        self, path: Path, *, writable: bool, lock: FileLock | None, reader: Engine | None = None
    ) -> None:
        """``reader`` reads something else than the file: an older dossier as it would be now."""
        self.path = path
        self._lock = lock
        self._writer: Engine | None = make_engine(path, "rw") if writable else None
        self._reader = reader or make_engine(path, "ro")
        self._identity = _file_identity(path)
        if self._writer is not None:
            with self._writer.begin() as connection:
                change_log.install_triggers(connection)

    @property
    def is_writable(self) -> bool:
        """Tell whether edits can be kept."""
        return self._writer is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend the read-only connection inside one consistent snapshot."""
        with user_sentences(self.path), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend the writing connection in one transaction; an error rolls all of it back."""
        if self._writer is None:
            raise ReadOnlyDossierError(
                f"{self.path.name} is open for reading only, so nothing can be changed; "
                "save a copy elsewhere to work on it."
            )
        if _file_identity(self.path) != self._identity:
            raise DossierError(
                f"{self.path.name} was moved, replaced or deleted while it was open; "
                "nothing more is written to it. Save a copy under another name."
            )
        with user_sentences(self.path), self._writer.begin() as connection:
            # Derived rows follow a deleted point later in the same transaction.
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            yield connection

    def close(self) -> None:
        """Close both connections and free the file for others; one file is left."""
        self._reader.dispose()
        if self._writer is not None:
            self._tidy_journal(self._writer)
            self._writer.dispose()
        if self._lock is not None:
            _free(self._lock)

    def _tidy_journal(self, writer: Engine) -> None:
        with writer.connect() as connection:
            raw = connection.connection.driver_connection
            if isinstance(raw, sqlite3.Connection):
                raw.execute("PRAGMA journal_mode=DELETE")

    def __enter__(self) -> Dossier:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _file_identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def create_dossier(path: Path) -> None:
    """Make an empty dossier at ``path``; overwrites nothing, leaves nothing half-made."""
    if path.exists() or path.is_symlink():
        raise DossierError(f"{path} exists already; choose another name.")
    if not path.parent.is_dir():
        raise DossierError(f"There is no folder {path.parent}; make it first.")
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    if not os.access(path.parent, os.W_OK):
        raise ReadOnlyDossierError(f"{path} cannot be made: the folder cannot be written.")
    try:
        with user_sentences(path):
            migrate.make_file(draft)
            draft.replace(path)
    finally:
        _discard(draft)
        _discard(opening.journal_of(draft))


def _discard(draft: Path) -> None:
    with suppress(OSError):  # where nothing could be written there is nothing to take away
        draft.unlink(missing_ok=True)


def open_dossier(path: Path, *, read_only: bool = False) -> Dossier:
    """Open a dossier after a look that writes nothing; upgrades an older one after a backup.

    For reading only, an older one is upgraded in memory, and the file stays as it is.
    Raises a ``DossierError`` with one sentence; the file is then as it was.
    """
    version = opening.check_header(path)
    opening.check_schema(path)
    if read_only:
        reader = _upgraded_copy(path) if version < migrate.SCHEMA_VERSION else None
        return _opened(path, writable=False, lock=None, reader=reader)
    _check_writable(path)
    lock = _take_lock(path)
    try:
        if version < migrate.SCHEMA_VERSION:
            _upgrade(path)
        return _opened(path, writable=True, lock=lock)
    except BaseException:
        _free(lock)
        raise


def _opened(
    path: Path, *, writable: bool, lock: FileLock | None, reader: Engine | None = None
) -> Dossier:
    with user_sentences(path):
        return Dossier(path, writable=writable, lock=lock, reader=reader)


def _check_writable(path: Path) -> None:
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise ReadOnlyDossierError(
            f"{path.name} cannot be written: the file or its folder is read-only. "
            "It can be opened for reading, or copied elsewhere."
        )


def _take_lock(path: Path) -> FileLock:
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise LockedDossierError(
            f"{path.name} is open in another window or program; close it there, "
            "or open it here for reading only."
        ) from error
    except OSError as error:
        raise ReadOnlyDossierError(
            f"{path.name} cannot be locked for writing: {error.strerror}."
        ) from error
    return lock


def _free(lock: FileLock) -> None:
    """Give the dossier free for others; no lock file is left beside it."""
    lock.release()
    _discard(Path(lock.lock_file))


def _upgrade(path: Path) -> None:
    back_up(path, reason="before upgrade")
    engine = make_engine(path, "rw")
    try:
        with user_sentences(path):
            migrate.upgrade(engine)
    finally:
        engine.dispose()


def _upgraded_copy(path: Path) -> Engine:
    engine = make_engine_of_copy(path)
    try:
        with user_sentences(path):
            migrate.upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine
