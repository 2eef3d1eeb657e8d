"""Writing the synopsis as a workbook: place, progress, and where to find it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.synopsis import Yardstick
from app.services.synopsis import Selection
from app.services.synopsis_export import write_synopsis
from app.services.workspace import Workspace
from app.ui.dialogs.export_report import ExportDialog
from app.ui.settings import Settings
from app.ui.tasks import Progress, Tell, Work


class ExportSynopsisDialog(ExportDialog):
    """Writes what the page shows, held against what is chosen there."""

    title = "Export synopsis"
    lead = (
        "Points as rows and accounts as columns in order of telling, as they are shown now; each "
        "answer is coloured and marked as it compares with what it is held against."
    )
    offered: ClassVar = {".xlsx": ("&Excel", "a workbook with its heads frozen (XLSX)")}
    offered_sections: ClassVar = {}

    def __init__(
        self, dossier: Path, settings: Settings, selection: Selection, yardstick: Yardstick,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._selection, self._yardstick = selection, yardstick
        super().__init__(dossier, settings, parent)
        self.target.setText(str(settings.folder / f"{dossier.stem} synopsis.xlsx"))

    def _work_for(self, target: Path) -> Work:
        return synopsis_work(self._dossier, target, self._selection, self._yardstick)


def synopsis_work(dossier: Path, target: Path, selection: Selection, yardstick: Yardstick) -> Work:
    """Return work that writes a synopsis; when cancelled, ``target`` is as it was."""

    def work(tell: Tell) -> Path:
        tell(Progress(words="Gathering points and accounts"))

        def on_points(done: int, total: int) -> None:
            tell(Progress(done, total, f"Point {done + 1:,} of {total:,}"))

        try:
            with Workspace.open(dossier, read_only=True) as workspace:
                write_synopsis(workspace, target, selection, yardstick, on_points)
        except OSError as error:
            raise UserError(f"{target} cannot be written: {error.strerror}.") from error
        return target

    return work
