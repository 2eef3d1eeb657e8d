"""Taking sheets in: which ones, progress, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import UserError
from app.services.importing import Imported
from app.services.workspace import Workspace
from app.ui.dialogs.task_dialog import TaskDialog
from app.ui.session import Session
from app.ui.settings import Settings
from app.ui.tasks import Progress, Tell, Work
from app.ui.theme import current_theme
from app.ui.widgets.texts import plain_tooltip

_LEAD = (
    "Sheets of sources, accounts, points, options, claims or rules: CSV in UTF-8 with a header "
    "row. Which sheet it is follows from its columns. Either everything comes in, or nothing; "
    "afterwards it can be undone as one step."
)
_FILTER = "Sheets (*.csv *.tsv *.txt);;All files (*)"


class SheetList(QListWidget):
    """The sheets to take in; sheets can be dropped on it."""

    dropped = Signal(object)
    """Sheets were dropped: their paths."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setMinimumHeight(130)
        self.setAccessibleName("Sheets to import")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(current_theme().muted)
            painter.drawText(
                self.viewport().rect(),
                Qt.AlignmentFlag.AlignCenter,
                "Drop sheets here, or press “Add sheets”.",
            )
            painter.end()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasUrls())

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(event.mimeData().hasUrls())

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()


class ImportDialog(TaskDialog):
    """Takes sheets into the open dossier, which is lent to the task meanwhile."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        paths: Sequence[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Import sheets", _LEAD, "&Import", parent)
        self._session, self._settings = session, settings
        self._lent: Path | None = None
        self.list = SheetList()
        self.remove_button = QPushButton("&Remove")
        self.list.dropped.connect(self.add_sheets)
        self._lay_out_fields()
        self.over.connect(self._on_over)
        self.add_sheets(paths)

    def _lay_out_fields(self) -> None:
        add = QPushButton("&Add sheets…")
        remove = self.remove_button
        add.clicked.connect(self._on_add_clicked)
        remove.clicked.connect(self._on_remove_clicked)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), self.list, context=Qt.ShortcutContext.WidgetShortcut
        ).activated.connect(self._on_remove_clicked)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(remove)
        row.addStretch(1)
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(row)

    def add_sheets(self, paths: Sequence[Path]) -> None:
        """Put sheets on the list."""
        known = self.sheets()
        for path in paths:
            if path not in known:
                item = QListWidgetItem(path.name, self.list)
                item.setData(Qt.ItemDataRole.UserRole, str(path))
                item.setToolTip(plain_tooltip(str(path)))
        self._enable()

    def _enable(self) -> None:
        self.start_button.setEnabled(self.list.count() > 0)
        self.remove_button.setEnabled(self.list.count() > 0)

    def sheets(self) -> list[Path]:
        """Return the sheets on the list."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [Path(str(item.data(Qt.ItemDataRole.UserRole))) for item in items]

    def _on_add_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self, "Sheets to import", str(self._settings.folder), _FILTER
        )
        self.add_sheets([Path(path) for path in chosen])

    def _on_remove_clicked(self) -> None:
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._enable()

    def make_work(self) -> Work:
        """Lend the dossier to the task and return the taking in."""
        sheets = self.sheets()
        if not sheets:
            raise UserError("Name at least one sheet to import, such as sources.csv.")
        if not self._session.may_close():
            raise UserError("Keep or clear what is typed in the window, then import.")
        self._lent = self._session.lend()
        if self._lent is None:
            raise UserError("Open a dossier first, then import sheets into it.")
        return import_work(self._lent, sheets)

    def _on_over(self) -> None:
        """Open the dossier again, with what came in or as it was."""
        if self._lent is not None:
            self._session.open(self._lent)
            self._lent = None

    def say_done(self, result: object) -> None:
        """Say how many rows of each kind came in, and which answers were read by a convention."""
        if isinstance(result, Imported):
            said = f"Took in {result.rows}. Undo takes all of it out again."
            self.say("\n".join((said, *result.remarked)))
        self.list.clear()
        self._enable()
        self.cancel_button.setFocus()


def import_work(dossier: Path, sheets: Sequence[Path]) -> Work:
    """Return work that takes sheets into a dossier; when cancelled or refused, it is as it was."""

    def work(tell: Tell) -> Imported:
        tell(Progress(words="Opening the dossier"))
        from app.services.importing import import_sheets

        with Workspace.open(dossier) as workspace:
            return import_sheets(workspace, sheets, lambda words: tell(Progress(words=words)))

    return work
