"""Writing the order list of the reading room in the formats of the report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.domain.errors import UserError
from app.reports.formats import check_ending, render
from app.reports.order_list import build_order_list
from app.reports.wording import date_in_words
from app.services.dossiers import get_settings
from app.services.reading_room import get_order_list
from app.services.reporting import write_whole
from app.services.workspace import Workspace


def write_order_list(workspace: Workspace, path: Path, today: date) -> Path:
    """Write the order list to ``path`` in the format of its ending, and return that.

    Whole or not at all. Raises ``UserError`` for an unknown ending, or where the file cannot be
    written.
    """
    check_ending(path.suffix)
    if path.resolve() == workspace.path.resolve():
        raise UserError("The list would overwrite the dossier; choose another name.")
    settings = get_settings(workspace)
    document = build_order_list(
        get_order_list(workspace),
        dossier=settings["title"],
        author=settings["author"],
        date=date_in_words(today.isoformat()),
    )
    write_whole(path, render(document, path.suffix))
    return path
