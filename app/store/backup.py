"""Verified copies of a dossier, made through SQLite's backup API, never by copying the file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from app.store.engine import connect_file
from app.store.errors import DossierError, LockedDossierError, sentence_for

_PAGES_AT_ONCE = 256


def backup_folder() -> Path:
    """Return the folder for backups in the user's application data; made when missing."""
    folder = user_data_path("variorum", appauthor=False) / "backups"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DossierError(
            f"The folder for backups, {folder}, cannot be made ({error.strerror}); nothing is "
            "upgraded without a backup. Open the dossier for reading only, or free that place."
        ) from error
    return folder


def back_up(path: Path, *, reason: str, folder: Path | None = None) -> Path:
    """Copy the dossier at ``path`` into the backup folder, check the copy, return where it is.

    Raises ``DossierError`` when the copy is not sound; nothing half-written is left.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    name = f"{path.stem} {stamp} {reason}{path.suffix}"
    target = (folder or backup_folder()) / name
    copy_file(path, target)
    return target


def copy_file(
    path: Path, target: Path, on_pages: Callable[[int, int], None] = lambda _done, _total: None
) -> None:
    """Copy the dossier at ``path`` to ``target`` and check the copy before it is put in place.

    ``on_pages`` is told how many pages of how many are copied, and may raise to stop.
    Raises ``DossierError`` when the copy is not sound; nothing half-written is left.
    """
    draft = target.with_name(f".{target.stem}.{os.getpid()}.part")
    try:
        _copy(path, draft, on_pages)
        _put_in_place(draft, target)
    except sqlite3.Error as error:
        raise sentence_for(error, target) from error
    finally:
        draft.unlink(missing_ok=True)


def _put_in_place(draft: Path, target: Path) -> None:
    try:
        draft.replace(target)
    except OSError as error:
        raise DossierError(f"{target} cannot be written: {error.strerror or error}.") from error


def _copy(path: Path, draft: Path, on_pages: Callable[[int, int], None]) -> None:
    def on_step(status: int, left: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # else it waits for ever
            raise LockedDossierError(
                f"{path.name} is being written by another program; close it there and try again."
            )
        on_pages(total - left, total)

    source = connect_file(path, "ro")
    target = sqlite3.connect(draft)
    try:
        source.backup(target, pages=_PAGES_AT_ONCE, progress=on_step)
        verdict = target.execute("PRAGMA quick_check").fetchone()[0]
    finally:
        source.close()
        target.close()
    if verdict != "ok":
        raise DossierError(f"The backup of {path.name} is not sound ({verdict}); it was not kept.")
