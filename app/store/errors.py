"""What can be wrong with a dossier file, each with the sentence that the historian reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.domain.errors import UserError


class DossierError(UserError):
    """A file cannot be opened or written as a dossier; it was left as it was."""


class NotADossierError(DossierError):
    """The file is something else, damaged, or holds what Variorum never writes."""


class NewerDossierError(DossierError):
    """The file was made by a newer Variorum."""


class LockedDossierError(DossierError):
    """Another program or window is writing to the file."""


class ReadOnlyDossierError(DossierError):
    """The file or its folder cannot be written."""


class FullDiskError(DossierError):
    """There is no room left."""


def sentence_for(error: sqlite3.Error, path: Path) -> DossierError:
    """Translate what SQLite reports into one of our sentences."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedDossierError(
            f"{path.name} is being written by another program; close it there and try again."
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return ReadOnlyDossierError(
            f"{path.name} cannot be written: the file or its folder is read-only."
        )
    if code == sqlite3.SQLITE_FULL:
        return FullDiskError(
            f"The disk is full: nothing of this change was written to {path.name}. "
            "Free some space and try again."
        )
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return NotADossierError(f"{path.name} is damaged or not a dossier: {error}.")
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return DossierError(
            f"{path.name} can no longer be reached ({error}); check the disk or stick it lies on."
        )
    return DossierError(f"{path.name} could not be used: {error}.")


@contextmanager
def user_sentences(path: Path) -> Iterator[None]:
    """Turn errors of the database engine inside the block into ``DossierError``."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.OperationalError | sqlite3.DatabaseError) and not (
            isinstance(error.orig, sqlite3.IntegrityError | sqlite3.ProgrammingError)
        ):
            raise sentence_for(error.orig, path) from error
        raise
    except sqlite3.OperationalError as error:
        raise sentence_for(error, path) from error
    except OSError as error:
        raise DossierError(f"{path} cannot be used: {error.strerror or error}.") from error
