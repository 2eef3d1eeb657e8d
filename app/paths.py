"""Where the program's own files are: in a checkout, in an installed wheel, in a frozen bundle."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _own_folder(name: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / name] if frozen else []
    candidates += [_PACKAGE / f"_{name}", _PACKAGE.parent / name]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the program's own folder {name} is missing; install it again")


def resources_dir() -> Path:
    """Return the folder with icons, themes, report styles and the sample dossier's sheets."""
    return _own_folder("resources")


def migrations_dir() -> Path:
    """Return the folder with the Alembic migrations that make and upgrade a dossier."""
    return _own_folder("migrations")
