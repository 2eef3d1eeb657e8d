"""What each command of the menus does in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services.workspace import Workspace
from app.ui.fonts import NORMAL_SIZE, apply_font_size
from app.ui.panels.desk import Desk
from app.ui.panels.navigation_panel import PLACES
from app.ui.session import SUFFIX, with_suffix
from app.ui.theme import SCHEMES, apply_theme

if TYPE_CHECKING:
    from app.domain.synopsis import Yardstick
    from app.services.synopsis import Selection
    from app.ui.dialogs.task_dialog import TaskDialog
    from app.ui.main_window import MainWindow

_DOSSIERS = f"Variorum dossiers (*{SUFFIX})"


class WindowCommands:
    """The doing behind the menus of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what to call for each command of the table."""
        return {
            "new": self.make_dossier,
            "open": self.open_dossier,
            "sample": self._window.session.open_sample,
            "import": self.import_sheets,
            "export": self.export_report,
            "save_copy": self.save_copy,
            "properties": self.edit_properties,
            "close": self.close_dossier,
            "quit": self._window.close,
            "undo": lambda: self._attempt(Workspace.undo),
            "redo": lambda: self._attempt(Workspace.redo),
            "record": self.record_claim,
            "search": self.search,
            "next_contradicted": lambda: self._on_desk(lambda desk: desk.show_contradicted(1)),
            "previous_contradicted": lambda: self._on_desk(lambda desk: desk.show_contradicted(-1)),
            "next_point": lambda: self.show_neighbour(1),
            "previous_point": lambda: self.show_neighbour(-1),
            "suppose_away": lambda: self._on_desk(Desk.suppose_away),
            "back": lambda: self._on_desk(Desk.go_back),
            "forward": lambda: self._on_desk(Desk.go_forward),
            "pane": self.focus_next_part,
            "larger": lambda: self.change_letters(1),
            "smaller": lambda: self.change_letters(-1),
            "normal": lambda: self.change_letters(0),
            "shortcuts": self.show_shortcuts,
            "words": self.show_words,
            "about": self.show_about,
            **{place: _calling(self.show_place, place) for place in PLACES},
            **{f"scheme_{name}": _calling(self.choose_scheme, name) for name in SCHEMES},
        }

    def do(self, name: str) -> None:
        """Do the command of this name."""
        self.slots()[name]()

    def _on_desk(self, move: Callable[[Desk], object]) -> None:
        if self._window.desk is not None:
            move(self._window.desk)

    def _attempt(self, change: Callable[[Workspace], object]) -> None:
        bridge = self._window.session.bridge
        if bridge is not None:
            bridge.attempt(lambda: change(bridge.workspace))

    def make_dossier(self) -> None:
        """Ask where the new dossier is to lie, and make it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            "New dossier",
            str(self._window.settings.folder / f"untitled{SUFFIX}"),
            _DOSSIERS,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._window.session.create(with_suffix(Path(chosen)))

    def open_dossier(self) -> None:
        """Ask for a dossier and open it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            "Open dossier",
            str(self._window.settings.folder),
            f"{_DOSSIERS};;All files (*)",
        )
        if chosen:
            self._window.session.open(Path(chosen))

    def close_dossier(self) -> None:
        """Close the dossier and show how to begin."""
        if self._window.session.may_close():
            self._window.session.close()
            self._window.settings.last_dossier = None

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open a dossier that was dropped on the window; import sheets that were."""
        sheets = [path for path in paths if path.suffix.lower() in (".csv", ".tsv", ".txt")]
        if sheets and self._window.session.bridge is not None:
            self.import_sheets(sheets)
        elif paths:
            self._window.session.open(paths[0])

    def import_sheets(self, paths: Sequence[Path] = ()) -> None:
        """Let the user choose sheets and take them in."""
        from app.ui.dialogs.import_sheets import ImportDialog

        window = self._window
        self._run(ImportDialog(window.session, window.settings, paths, window))

    def _run(self, dialog: TaskDialog) -> None:
        dialog.crashed.connect(self._window.crashed)
        dialog.show()

    def export_report(self) -> None:
        """Let the user write the report."""
        from app.ui.dialogs.export_report import ExportDialog

        bridge = self._window.session.bridge
        if bridge is not None:
            path = bridge.workspace.path
            self._run(ExportDialog(path, self._window.settings, self._window))

    def save_copy(self) -> None:
        """Let the user write the dossier into another file."""
        from app.ui.dialogs.save_copy import SaveCopyDialog

        bridge = self._window.session.bridge
        if bridge is not None:
            path = bridge.workspace.path
            self._run(SaveCopyDialog(path, self._window.settings, self._window))

    def export_synopsis(self, selection: Selection, yardstick: Yardstick) -> None:
        """Let the user write a synopsis as a workbook."""
        from app.ui.dialogs.export_synopsis import ExportSynopsisDialog

        bridge, window = self._window.session.bridge, self._window
        if bridge is not None:
            path = bridge.workspace.path
            self._run(ExportSynopsisDialog(path, window.settings, selection, yardstick, window))

    def edit_properties(self) -> None:
        """Let the user name the dossier, its author and its scope."""
        from app.ui.dialogs.dossier_properties import PropertiesDialog

        bridge = self._window.session.bridge
        if bridge is not None:
            PropertiesDialog(bridge, self._window).show_modal()

    def record_claim(self) -> None:
        """Put the cursor where the next claim begins."""
        self._on_desk(lambda desk: desk.record_line.focus())

    def search(self) -> None:
        """Put the cursor into the search box."""
        self._window.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.search.selectAll()

    def show_place(self, place: str) -> None:
        """Show one of the places of the navigation."""
        self._on_desk(lambda desk: desk.show_place(place))

    def show_neighbour(self, step: int) -> None:
        """Show the next or the previous point."""
        self._on_desk(lambda desk: desk.navigation.tree.show_neighbour(step))

    def focus_next_part(self) -> None:
        """Move the focus from navigation to page to record line to search and round again."""
        search, desk = self._window.search, self._window.desk
        if desk is None:
            return
        now = QApplication.focusWidget()
        if now is search:
            desk.navigation.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not desk.focus_next_part(now):
            self.search()

    def change_letters(self, step: int) -> None:
        """Make all letters larger (1), smaller (-1) or normal (0)."""
        size = self._window.settings.font_size + step if step else NORMAL_SIZE
        self._window.settings.font_size = apply_font_size(_application(), size)

    def choose_scheme(self, scheme: str) -> None:
        """Paint the window in the colours of the system, in light or in dark ones."""
        apply_theme(_application(), scheme)
        self._window.settings.scheme = scheme
        self._window.menus.show_scheme(scheme)

    def show_shortcuts(self) -> None:
        """Show every key."""
        from app.ui.dialogs.shortcuts import ShortcutsDialog

        page = self._window.desk.page(self._window.desk.place.name) if self._window.desk else None
        ShortcutsDialog(page.actions() if page else [], self._window).open()

    def show_words(self) -> None:
        """Show what the words of the program mean."""
        from app.ui.dialogs.words import WordsDialog

        WordsDialog(self._window).open()

    def show_about(self) -> None:
        """Say what this program is and whose work is in it."""
        from app.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()


def _calling(slot: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: slot(name)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
