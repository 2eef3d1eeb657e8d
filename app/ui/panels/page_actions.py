"""What can be done on a page, as actions for its buttons and for the menus of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class PageCommand:
    """One command of a page: its name, its words and its keys."""

    id: str
    text: str
    shortcut: str = ""
    anywhere: bool = True
    """Whether its keys work while the page is shown; else only while the focus is in it."""


def make_actions(
    page: QWidget, commands: tuple[PageCommand, ...], slots: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Return the page's actions by id."""
    actions = {}
    for command in commands:
        action = QAction(command.text, page)
        action.setObjectName(command.id)
        words = command.text.replace("&", "").rstrip("…")
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
            words = f"{words} ({action.shortcut().toString()})"
        action.setToolTip(words)
        context = Qt.ShortcutContext.WindowShortcut
        if not command.anywhere:
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        action.setShortcutContext(context)
        action.triggered.connect(_called(slots[command.id]))
        page.addAction(action)
        actions[command.id] = action
    return actions


def _called(slot: Callable[[], object]) -> Callable[[bool], None]:
    def call(_checked: bool = False) -> None:
        slot()

    return call
