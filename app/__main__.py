"""The program: arguments first, Qt only when a window is wanted."""

from __future__ import annotations

import sys
from pathlib import Path

from app.cli import run


def main() -> int:
    """Run one command, or open the window; return the exit status."""
    return run(_open_window)


def _open_window(path: Path | None) -> int:
    from app.bootstrap import run_window

    return run_window(path)


if __name__ == "__main__":
    sys.exit(main())
