"""The window: menus, the head with the search box, the notice bar, the desk, the status line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.dossiers import get_settings
from app.services.searching import Found, search
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.dialogs.leave import asked_to_leave
from app.ui.labels import action_words, counted
from app.ui.menus import COMMANDS, Menus, State
from app.ui.panels.desk import Desk
from app.ui.panels.search_panel import SearchBox
from app.ui.panels.trail import Trail
from app.ui.panels.welcome_panel import WelcomePanel
from app.ui.screens import FRAME, keep_on_screen
from app.ui.session import Session
from app.ui.settings import Settings
from app.ui.theme import current_scheme
from app.ui.undo_keys import UndoKeys
from app.ui.widgets.notice_bar import NoticeBar
from app.ui.widgets.texts import Hairline, PlainLabel
from app.ui.widgets.title_label import ElidedHeading
from app.ui.window_commands import WindowCommands

_SIZE = (1280, 800)
_MOST_FOUND = 20
_STATUS_TIME = 8000
"""Milliseconds for which the status line says what was done."""
_SHORTCUTS = {command.name: command.keys[0] for command in COMMANDS}


class MainWindow(QMainWindow):
    """One window, one dossier at a time."""

    crashed = Signal(object)
    """A background task ended with an exception that is our bug."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.session = Session(settings, self)
        self.desk: Desk | None = None
        self.welcome = WelcomePanel(_SHORTCUTS)
        self.title = ElidedHeading(scale=1.1)
        self.search = SearchBox(self._find)
        self.notices = NoticeBar()
        self.where_label = PlainLabel(muted=True)
        self.saved_label = PlainLabel(muted=True)
        self._stack = QStackedWidget()
        self._blank = QWidget()
        self._head, self._line = QWidget(), Hairline()
        self._trail = Trail()
        self.commands = WindowCommands(self)
        self.menus = Menus(self, self.commands.slots())
        self._undo_keys = UndoKeys(_application(), self)
        self._lay_out()
        self._watch()
        self._restore()
        self._show_welcome()

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(20, 8, 16, 8)
        head.setSpacing(24)
        head.addWidget(self.title, 1)
        self.search.setFixedWidth(340)
        head.addWidget(self.search)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head, self._line, self.notices):
            column.addWidget(part)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self._blank)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.where_label, 1)
        self.statusBar().addPermanentWidget(self.saved_label)
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)

    def _watch(self) -> None:
        self.session.may_close = self._may_close
        self.session.opened.connect(self._on_opened)
        self.session.closing.connect(self._on_closing)
        self.session.refused.connect(self.say)
        self.session.reading_offered.connect(self._on_reading_offered)
        self.welcome.beginning_chosen.connect(self.commands.do)
        self.welcome.recent_chosen.connect(self.session.open)
        self.menus.recent.aboutToShow.connect(self._fill_recent)
        self.search.chosen.connect(self._on_found_chosen)

    def _restore(self) -> None:
        room = self.screen().availableSize() - FRAME
        self.resize(QSize(*_SIZE).boundedTo(room))
        geometry = self.settings.find_layout("window")
        if geometry is not None:
            self.restoreGeometry(geometry)
            if not self.isMaximized() and not self.isFullScreen():
                keep_on_screen(self)
        self.menus.show_scheme(current_scheme())

    def say(self, sentence: str) -> None:
        """Say in the notice bar what could not be done."""
        self.notices.say(sentence)

    def _on_reading_offered(self, path: Path, sentence: str) -> None:
        self.notices.say(
            sentence, "Open for &reading", lambda: self.session.open(path, read_only=True)
        )

    def _on_opened(self, bridge: Bridge) -> None:
        self.notices.hide()
        self.desk = Desk(bridge)
        layout = self.settings.find_layout("desk")
        if layout is not None:
            self.desk.divide(layout)
        bridge.changed.connect(self.show_state)
        bridge.refused.connect(self.say)
        bridge.changed.connect(self.notices.forget)
        bridge.mended.connect(self.notices.forget)
        self.desk.moved.connect(self._on_moved)
        self.desk.status_said.connect(self._on_status_said)
        self.desk.synopsis_export_asked.connect(self.commands.export_synopsis)
        self._stack.addWidget(self.desk)
        self._stack.setCurrentWidget(self.desk)
        self.desk.return_to(self._trail)
        self._trail = Trail()
        self.desk.navigation.tree.setFocus()
        self.show_state()

    def _on_closing(self) -> None:
        if self.desk is not None:
            if self.desk.is_divided:
                self.settings.keep_layout("desk", self.desk.splitter.saveState())
            self._trail = self.desk.trail if self.session.is_lent else Trail()
            self._stack.removeWidget(self.desk)
            self.desk.hide()
            self.desk.deleteLater()
            self.desk = None
        self._show_welcome()

    def _may_close(self) -> bool:
        """Ask before what is typed and not kept is left behind."""
        things = self.desk.unsaved() if self.desk is not None else []
        return not things or asked_to_leave(things, self)

    def _on_status_said(self, sentence: str) -> None:
        self.statusBar().showMessage(sentence, _STATUS_TIME)

    def _show_welcome(self) -> None:
        self.search.close_results()
        self.welcome.show_recent(self.settings.recent)
        self._stack.setCurrentWidget(self._blank if self.session.is_lent else self.welcome)
        self.show_state()

    def _on_moved(self) -> None:
        self.show_state()
        if self.desk is not None:
            self.menus.show_page_actions(self.desk.page(self.desk.place.name).actions())

    def show_state(self) -> None:
        """Let menus, title and status line say what is the case now."""
        bridge, desk = self.session.bridge, self.desk
        for part in (self._head, self._line, self.statusBar()):
            part.setVisible(bridge is not None)
        if bridge is None or desk is None:
            self.setWindowTitle("Variorum")
            self.menus.show_state(State())
            self.menus.show_page_actions([])
            self.where_label.setText("")
            self.saved_label.setText("")
            return
        self._show_commands(bridge.workspace, desk)
        self._show_dossier(bridge, desk.navigation.counts)

    def _show_commands(self, workspace: Workspace, desk: Desk) -> None:
        done, undone = workspace.history.last_done, workspace.history.last_undone
        state = State(
            is_open=True,
            is_writable=workspace.is_writable,
            can_undo=workspace.is_writable and done is not None,
            can_redo=workspace.is_writable and undone is not None,
            can_go_back=desk.trail.can_go_back,
            can_go_forward=desk.trail.can_go_forward,
        )
        self.menus.show_state(
            state,
            action_words(done.action) if done else "",
            action_words(undone.action) if undone else "",
        )

    def _show_dossier(self, bridge: Bridge, rows: Mapping[str, int]) -> None:
        workspace = bridge.workspace
        self.setWindowTitle(f"Variorum – {workspace.path.name}")
        self.title.show_text(get_settings(workspace)["title"])
        self.where_label.setText(
            f"{workspace.path.name}   {counted(rows['point'], 'point')}, "
            f"{counted(rows['claim'], 'claim')}, {counted(rows['source'], 'source')}"
        )
        self.where_label.setToolTip(str(workspace.path))
        saved = workspace.last_saved
        if not workspace.is_writable:
            words = "read-only"
        elif saved is None:
            words = "Every change is saved at once"
        else:
            words = f"Saved {saved.astimezone():%H:%M:%S}"
        self.saved_label.setText(words)

    def _find(self, words: str) -> list[Found]:
        bridge = self.session.bridge
        return search(bridge.workspace, words, most=_MOST_FOUND) if bridge else []

    def _on_found_chosen(self, found: Found) -> None:
        if self.desk is not None:
            self.desk.show_found(found)

    def _fill_recent(self) -> None:
        menu = self.menus.recent
        menu.clear()
        for path in self.settings.recent:
            action = menu.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=path: self.session.open(path))
        if menu.isEmpty():
            menu.addAction("No dossier was opened yet").setEnabled(False)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.commands.take_dropped(paths)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "menus"):
            self.menus.refresh_icons()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        last = self.session.bridge.workspace.path if self.session.bridge else None
        self.settings.keep_layout("window", self.saveGeometry())
        self.session.close()
        self.settings.last_dossier = last
        self.settings.write()
        super().closeEvent(event)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
