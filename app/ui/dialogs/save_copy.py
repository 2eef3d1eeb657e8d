"""Saving a copy of the dossier: place, progress, and where to find it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.services.copying import copy_dossier
from app.ui.dialogs.export_report import ExportDialog
from app.ui.session import SUFFIX, with_suffix
from app.ui.settings import Settings
from app.ui.tasks import Progress, Tell, Work


class SaveCopyDialog(ExportDialog):
    """Writes the dossier as it is now into another file; the window goes on with this one."""

    title = "Save a copy"
    lead = (
        "All of the dossier as it stands now, in another file: to put by, to carry along or to "
        "give away. The window stays with the dossier that is open."
    )
    start_text = "&Save copy"
    done_text = "&Save another"
    there_already = "This file is there already; give the copy another name."
    offered: ClassVar = {SUFFIX: ("&Dossier", "opens in Variorum like this one")}
    offered_sections: ClassVar = {}

    def __init__(self, dossier: Path, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(dossier, settings, parent)
        today = f"{datetime.now().astimezone():%Y-%m-%d}"
        self.target.setText(str(settings.folder / f"{dossier.stem} {today}{SUFFIX}"))

    @override
    def _work_for(self, target: Path) -> Work:
        self._written = target = with_suffix(target)
        return copy_work(self._dossier, target)

    @override
    def say_done(self, result: object) -> None:
        super().say_done(result)
        self.open_report.hide()
        self.open_folder.setDefault(True)
        self.open_folder.setFocus()


def copy_work(dossier: Path, target: Path) -> Work:
    """Return work that copies a dossier; when cancelled, no file is left."""

    def work(tell: Tell) -> Path:
        def on_pages(done: int, total: int) -> None:
            words = "Copying" if done < total else "Checking the copy"
            tell(Progress(done, total, words))

        try:
            copy_dossier(dossier, target, on_pages)
        except OSError as error:
            raise UserError(f"{target} cannot be written: {error.strerror}.") from error
        return target

    return work
