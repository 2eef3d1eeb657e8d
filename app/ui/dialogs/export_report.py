"""Writing the report: format, place, progress, and where to find it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from app.domain.errors import UserError
from app.services.workspace import Workspace
from app.ui.dialogs.task_dialog import TaskDialog
from app.ui.settings import Settings
from app.ui.tasks import Progress, Tell, Work
from app.ui.widgets.texts import PlainLabel

FORMATS = {
    ".pdf": ("&PDF", "for reading and printing, fonts inside"),
    ".docx": ("&Word", "with real footnotes, to go on writing (DOCX)"),
    ".html": ("Web pa&ge", "one file for any browser (HTML)"),
    ".md": ("&Markdown", "plain text with notes"),
}
SECTIONS = {
    "witnesses": ("W&itnesses", "who stands behind each version, and hollow agreements"),
    "drift": ("&Drift", "each speaker’s tellings side by side"),
    "stemma": ("&Stemma", "who draws on whom, drawn by date"),
    "linchpins": ("&Linchpins", "the sources whose fall would change most"),
    "reading-room": ("&Reading room", "sources not yet seen, to order by repository"),
    "synopsis": ("S&ynopsis", "accounts side by side, subject by subject"),
    "audit": ("Citation &audit", "what authors make of the places they cite"),
}
_LEAD = (
    "Every contradicted point with its versions, witnesses, quotations and footnotes, then the "
    "points that are clear, and the bibliography."
)


class ExportDialog(TaskDialog):
    """Writes the report of the dossier at ``dossier``, read through a view of its own."""

    title: ClassVar = "Export report"
    lead: ClassVar = _LEAD
    start_text: ClassVar = "&Export"
    done_text: ClassVar = "&Export again"
    there_already: ClassVar = "This file is there already; it will be replaced."
    offered: ClassVar[Mapping[str, tuple[str, str]]] = FORMATS
    """Endings of files, with a word and a phrase for each."""
    offered_sections: ClassVar[Mapping[str, tuple[str, str]]] = SECTIONS
    """What the report may hold besides, by the names of ``report_sections.SECTIONS``."""

    def __init__(self, dossier: Path, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(self.title, self.lead, self.start_text, parent)
        self._dossier, self._settings = dossier, settings
        self._written = dossier
        self.formats: dict[str, QRadioButton] = {}
        self.sections: dict[str, QCheckBox] = {}
        self.target = QLineEdit(str(settings.folder / f"{dossier.stem}{next(iter(self.offered))}"))
        self.target.setAccessibleName("File to write")
        self.remark = PlainLabel(muted=True)
        self.open_report = self._button("Open &file", QDialogButtonBox.ButtonRole.ActionRole)
        self.open_folder = self._button("Open &folder", QDialogButtonBox.ButtonRole.ActionRole)
        self.open_report.hide()
        self.open_folder.hide()
        self._lay_out_fields()
        self.target.textChanged.connect(self._on_target_changed)
        self.open_report.clicked.connect(lambda: _show(self._written))
        self.open_folder.clicked.connect(lambda: _show(self._written.parent))
        self._on_target_changed()

    def _lay_out_fields(self) -> None:
        grid = QGridLayout(self.fields)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        group = QButtonGroup(self)
        for row, (ending, (name, words)) in enumerate(self.offered.items()):
            choice = QRadioButton(name)
            choice.setAccessibleDescription(words)
            choice.clicked.connect(lambda _=False, ending=ending: self.choose_format(ending))
            group.addButton(choice)
            self.formats[ending] = choice
            grid.addWidget(choice, row, 0)
            grid.addWidget(PlainLabel(words, muted=True), row, 1, 1, 2)
        row = self._lay_out_sections(grid, len(self.offered))
        browse = QPushButton("&Browse…")
        browse.clicked.connect(self._on_browse_clicked)
        grid.setRowMinimumHeight(row, 8)
        grid.addWidget(self.target, row + 1, 0, 1, 2)
        grid.addWidget(browse, row + 1, 2)
        grid.addWidget(self.remark, row + 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)

    def _lay_out_sections(self, grid: QGridLayout, row: int) -> int:
        """Lay out what may be added below ``row``, and return the row below that."""
        if not self.offered_sections:
            return row
        grid.setRowMinimumHeight(row, 8)
        grid.addWidget(PlainLabel("With these sections besides:"), row + 1, 0, 1, 3)
        for below, (section, (name, words)) in enumerate(self.offered_sections.items(), row + 2):
            choice = QCheckBox(name)
            choice.setAccessibleDescription(words)
            choice.setChecked(section in self._settings.sections)
            self.sections[section] = choice
            grid.addWidget(choice, below, 0)
            grid.addWidget(PlainLabel(words, muted=True), below, 1, 1, 2)
        return row + 2 + len(self.offered_sections)

    def choose_format(self, ending: str) -> None:
        """Let the file end as the format asks."""
        path = Path(self.target.text())
        if path.name:
            self.target.setText(str(path.with_suffix(ending)))

    def _on_target_changed(self) -> None:
        path = Path(self.target.text().strip())
        if path.suffix.lower() in self.formats:
            self.formats[path.suffix.lower()].setChecked(True)
        exists = bool(path.name) and path.is_file()
        self.remark.setText(self.there_already if exists else "")

    def _on_browse_clicked(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.title,
            self.target.text(),
            ";;".join(
                f"{name.replace('&', '')} (*{end})" for end, (name, _) in self.offered.items()
            ),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.target.setText(chosen)

    def make_work(self) -> Work:
        """Return the writing of the file; raises ``UserError`` when it has no place to go."""
        target = Path(self.target.text().strip()).expanduser()
        if not target.name:
            raise UserError("Name the file to write.")
        if not target.parent.is_dir():
            raise UserError(f"There is no folder {target.parent}; choose another.")
        if not os.access(target.parent, os.W_OK):
            raise UserError(f"The folder {target.parent} cannot be written to; choose another.")
        self._written = target
        return self._work_for(target)

    def _work_for(self, target: Path) -> Work:
        self._settings.sections = [n for n, choice in self.sections.items() if choice.isChecked()]
        return report_work(self._dossier, target, self._settings.sections)

    def say_done(self, result: object) -> None:
        """Say where the report lies, and offer to show it."""
        self._settings.folder = self._written.parent
        self.say(f"Wrote {self._written}.")
        self.remark.setText("")
        self.start_button.setText(self.done_text)
        self.open_report.show()
        self.open_folder.show()
        self.open_report.setDefault(True)
        self.open_report.setFocus()


def report_work(dossier: Path, target: Path, sections: Sequence[str] = ()) -> Work:
    """Return work that writes the report of a dossier; when cancelled, ``target`` is as it was."""

    def work(tell: Tell) -> Path:
        tell(Progress(words="Gathering what was found"))
        from app.services.reporting import write_report

        draft = target.with_name(f".{target.stem}.{os.getpid()}{target.suffix}")

        def on_step(done: int, total: int) -> None:
            words = f"Gathering what was found: {done + 1:,} of {total:,}"
            tell(Progress(done, total, words if done + 1 < total else "Setting the pages"))

        try:
            with Workspace.open(dossier, read_only=True) as workspace:
                write_report(workspace, draft, on_step, sections)
            tell(Progress(1, 1, "Writing the file"))
            draft.replace(target)
        except OSError as error:
            raise UserError(f"{target} cannot be written: {error.strerror}.") from error
        finally:
            draft.unlink(missing_ok=True)
        return target

    return work


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
