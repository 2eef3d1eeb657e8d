"""The open dossier as Qt sees it: a signal when something was kept, another for refusals."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.errors import UserError
from app.services.workspace import ChangeSet, Workspace

T = TypeVar("T")


class Bridge(QObject):
    """Turns kept change sets into one signal, and user errors of actions into another.

    Panels do every change through ``attempt``, so that a refused one is said in one place.
    """

    changed = Signal(object)
    """A ``ChangeSet`` was kept: drop what shows any of its ids."""
    refused = Signal(str)
    """An action could not be done: one sentence that says what happened and what to do."""
    mended = Signal()
    """What was refused is being edited: what was said about it is no longer the case."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        workspace.subscribe(self._on_kept)

    def _on_kept(self, change_set: ChangeSet) -> None:
        self.changed.emit(change_set)

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Run a change; a ``UserError`` is shown and gives ``None``, what was typed stays."""
        try:
            return action()
        except UserError as error:
            self.refused.emit(str(error))
            return None
