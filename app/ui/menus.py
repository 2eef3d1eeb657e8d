"""Every command of the window as one table: what it is called, its key, and when it can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.ui.icons import icon
from app.ui.theme import SCHEMES


@dataclass(frozen=True, slots=True)
class State:
    """What is the case in the window; each field is a condition for some commands."""

    always: bool = True
    is_open: bool = False
    is_writable: bool = False
    can_undo: bool = False
    can_redo: bool = False
    can_go_back: bool = False
    can_go_forward: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a menu."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...]
    """The shortcut shown in the menu first, then others that do the same."""
    when: str = "always"
    """A field of ``State``."""
    icon: str = ""
    is_choice: bool = False
    """One of several of which exactly one holds."""
    after_line: bool = False


COMMANDS = (
    Command("new", "&File", "&New dossier…", ("Ctrl+N",), icon="file-plus"),
    Command("open", "&File", "&Open dossier…", ("Ctrl+O",), icon="folder-open"),
    Command("sample", "&File", "Open the &sample", ("Ctrl+Shift+O",), icon="book-open"),
    Command(
        "import", "&File", "&Import sheets…", ("Ctrl+I",), "is_writable", "file-down",
        after_line=True,
    ),
    Command("export", "&File", "&Export report…", ("Ctrl+P",), "is_open", "file-output"),
    Command("save_copy", "&File", "Save a cop&y…", ("Ctrl+Shift+S",), "is_open"),
    Command(
        "properties", "&File", "&Title, author and scope…", ("Ctrl+T",), "is_open", "settings-2",
        after_line=True,
    ),
    Command("close", "&File", "&Close dossier", ("Ctrl+W",), "is_open"),
    Command("quit", "&File", "&Quit", ("Ctrl+Q",), after_line=True),
    Command("undo", "&Edit", "&Undo", ("Ctrl+Z",), "can_undo", "undo-2"),
    Command("redo", "&Edit", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "can_redo", "redo-2"),
    Command(
        "record", "&Edit", "Record a c&laim", ("Ctrl+R",), "is_writable", "pencil-line",
        after_line=True,
    ),
    Command("search", "&Edit", "&Search everything", ("Ctrl+K", "Ctrl+F"), "is_open", "search"),
    Command(
        "suppose_away", "&Edit", "&What if without this", ("Ctrl+Shift+E",), "is_open", "eye-off"
    ),
    Command("contradictions", "&Go", "&Contradictions", ("Ctrl+1",), "is_open", "flag"),
    Command("points", "&Go", "&Points", ("Ctrl+2",), "is_open", "list-tree"),
    Command("sources", "&Go", "&Sources", ("Ctrl+3",), "is_open", "library"),
    Command("accounts", "&Go", "&Accounts", ("Ctrl+4",), "is_open", "quote"),
    Command("subjects", "&Go", "S&ubjects", ("Ctrl+5",), "is_open", "tags"),
    Command("synopsis", "&Go", "S&ynopsis", ("Ctrl+7",), "is_open", "table-2"),
    Command("timeline", "&Go", "Tim&eline", ("Ctrl+8",), "is_open", "timeline"),
    Command("drift", "&Go", "Dr&ift", ("Ctrl+D",), "is_open", "trending-up"),
    Command("reading_room", "&Go", "Readin&g room", ("Ctrl+G",), "is_open", "glasses"),
    Command("audit", "&Go", "Citati&on audit", ("Ctrl+9",), "is_open", "list-checks"),
    Command("what_if", "&Go", "W&hat if", ("Ctrl+E",), "is_open", "eye-off"),
    Command("rules", "&Go", "Ru&les", ("Ctrl+6",), "is_open", "chart-gantt"),
    Command("stemma", "&Go", "Ste&mma", ("Ctrl+M",), "is_open", "network"),
    Command(
        "next_contradicted", "&Go", "Next con&tradicted point", ("Ctrl+J",), "is_open",
        after_line=True,
    ),
    Command(
        "previous_contradicted", "&Go", "Previous contra&dicted point", ("Ctrl+Shift+J",), "is_open"
    ),
    Command("next_point", "&Go", "&Next point", ("Alt+Down",), "is_open"),
    Command("previous_point", "&Go", "P&revious point", ("Alt+Up",), "is_open"),
    Command(
        "back", "&Go", "&Back", ("Alt+Left",), "can_go_back", "arrow-left", after_line=True
    ),
    Command("forward", "&Go", "&Forward", ("Alt+Right",), "can_go_forward", "arrow-right"),
    Command("pane", "&Go", "Next part of the &window", ("F6",), "is_open"),
    Command("larger", "&View", "&Larger letters", ("Ctrl++", "Ctrl+=")),
    Command("smaller", "&View", "&Smaller letters", ("Ctrl+-",)),
    Command("normal", "&View", "&Normal letters", ("Ctrl+0",)),
    Command(
        "scheme_system", "&View", "Colours of the s&ystem", ("Ctrl+Alt+S",), is_choice=True,
        after_line=True,
    ),
    Command("scheme_light", "&View", "Lig&ht colours", ("Ctrl+Alt+L",), is_choice=True),
    Command("scheme_dark", "&View", "&Dark colours", ("Ctrl+Alt+D",), is_choice=True),
    Command("shortcuts", "&Help", "&Keyboard shortcuts", ("F1",)),
    Command("words", "&Help", "&Words used here", ("Ctrl+F1",)),
    Command("about", "&Help", "&About Variorum", ("Shift+F1",), icon="info"),
)  # fmt: skip
PAGE_MENU = "&Page"
"""Holds the actions that the page on the screen offers."""
_MENUS = ("&File", "&Edit", PAGE_MENU, "&Go", "&View", "&Help")


class Menus:
    """The menus of a window, built from the table."""

    def __init__(self, window: QMainWindow, slots: Mapping[str, Callable[[], object]]) -> None:
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {title: window.menuBar().addMenu(title) for title in _MENUS}
        self._schemes = QActionGroup(window)
        for command in COMMANDS:
            action = self._action(window, command)
            action.triggered.connect(_without_state(slots[command.name]))
            self.actions[command.name] = action
        self.recent = QMenu("&Recent dossiers", window)
        self.menus["&File"].insertMenu(self.actions["sample"], self.recent)
        self.refresh_icons()

    def _action(self, window: QMainWindow, command: Command) -> QAction:
        menu = self.menus[command.menu]
        if command.after_line:
            menu.addSeparator()
        action = menu.addAction(command.text)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setMenuRole(_MAC_ROLES.get(command.name, QAction.MenuRole.NoRole))
        if command.is_choice:
            action.setCheckable(True)
            self._schemes.addAction(action)
        window.addAction(action)
        return action

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme in force."""
        for command in COMMANDS:
            if command.icon:
                self.actions[command.name].setIcon(icon(command.icon))

    def show_state(self, state: State, undo: str = "", redo: str = "") -> None:
        """Offer what can be done now; ``undo`` and ``redo`` name the actions concerned."""
        holds = {field.name: bool(getattr(state, field.name)) for field in fields(State)}
        for command in COMMANDS:
            self.actions[command.name].setEnabled(holds[command.when])
        self.actions["undo"].setText(f"&Undo {undo}".rstrip())
        self.actions["redo"].setText(f"&Redo {redo}".rstrip())

    def show_scheme(self, scheme: str) -> None:
        """Mark which colours are chosen."""
        for name in SCHEMES:
            self.actions[f"scheme_{name}"].setChecked(name == scheme)

    def show_page_actions(self, actions: list[QAction]) -> None:
        """Put what the page on the screen offers into its menu."""
        menu = self.menus[PAGE_MENU]
        menu.clear()
        menu.addActions(actions)
        menu.menuAction().setVisible(bool(actions))


_MAC_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}


def _without_state(slot: Callable[[], object]) -> Callable[[], None]:
    def on_triggered() -> None:
        slot()

    return on_triggered
