"""The dossier itself: made empty, made from the sample, its title and author."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.paths import resources_dir
from app.services.actions import Action
from app.services.importing import import_sheets
from app.services.workspace import Workspace
from app.store.commands.settings import edit_setting
from app.store.queries.judgements import list_settings

SAMPLE_NAME = "kononov.variorum"
SETTINGS = ("title", "author", "scope")
_SAMPLE_TITLE = "Ivan Kononov and the crossing of 22 August 1941"


def make_sample(path: Path, progress: Callable[[str], None] = lambda _: None) -> Workspace:
    """Make the Kononov dossier at ``path`` from the sheets of the sample, and open it.

    Raises a ``UserError`` when ``path`` exists already.
    """
    workspace = Workspace.create(path)
    try:
        import_sheets(workspace, sorted((resources_dir() / "sample").glob("*.csv")), progress)
        edit_settings(workspace, {"title": _SAMPLE_TITLE})
    except BaseException:
        workspace.close()
        path.unlink(missing_ok=True)
        raise
    return workspace


def edit_settings(workspace: Workspace, settings: dict[str, str]) -> None:
    """Keep title, author or scope of the dossier."""

    def change(tx: Any) -> None:
        for key, value in settings.items():
            edit_setting(tx, key, value)

    workspace.perform(Action.EDIT_DOSSIER, change)


def get_settings(workspace: Workspace) -> dict[str, str]:
    """Return title, author and scope; the title is the file's name where none is set."""
    with workspace.reading() as connection:
        kept = list_settings(connection)
    return {
        "title": kept.get("title") or workspace.path.stem,
        "author": kept.get("author", ""),
        "scope": kept.get("scope", ""),
    }
