"""A copy of a dossier under another name, as it stands at this moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.domain.errors import UserError
from app.store.backup import copy_file


def copy_dossier(path: Path, target: Path, on_pages: Callable[[int, int], None]) -> None:
    """Write a checked copy of the dossier at ``path``, which may be open, as a new file.

    ``on_pages`` is told how many pages of how many are copied; where it raises, nothing is left.
    Raises ``UserError`` when ``target`` is there already, or when it cannot be written.
    """
    if target.exists():
        if target.samefile(path):
            raise UserError(f"{target.name} is the dossier itself; give the copy another name.")
        raise UserError(f"There is a file {target} already; give the copy another name.")
    copy_file(path, target, on_pages)
