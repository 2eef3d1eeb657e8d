"""What a page finds out of the whole dossier, reckoned aside so that the window never stands still.

The work reads through a view of its own; only what was begun last is ever told.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.services.workspace import Workspace
from app.ui.tasks import Progress, Task, Tell, Work

Step = Callable[[int, int], None]
"""Told how many of how many points are done."""
Reckon = Callable[[Workspace, Step], Any]
"""Finds something out of a dossier that is open for reading; plain values come back."""
_running: set[Task] = set()
"""Kept until they end, also when what began them is gone before."""


class Reckoning(QObject):
    """One thing that is found out in the background, begun anew whenever the dossier changes."""

    progressed = Signal(object)
    """A ``Progress``, with words for the status line."""
    finished = Signal(object)
    """What was found."""
    stopped = Signal()
    """The user stopped it."""
    refused = Signal(str)
    """The dossier could not be read: the sentence."""

    def __init__(self, dossier: Path, words: str, parent: QObject | None = None) -> None:
        """``words`` say what is being done, as before ``: 20 of 143 points``."""
        super().__init__(parent)
        self._dossier, self._words = dossier, words
        self._task: Task | None = None
        begun: set[Task] = set()
        self._begun = begun
        self.destroyed.connect(lambda: _cancel_all(begun))

    @property
    def is_busy(self) -> bool:
        """Tell whether it is still being found out."""
        return self._task is not None

    def begin(self, reckon: Reckon) -> None:
        """Begin; what was begun before is dropped."""
        self.drop()
        task = self._task = Task(_work(self._dossier, reckon, self._words))
        _running.add(task)
        self._begun.add(task)
        task.ended.connect(_letting_go(task, self._begun))
        task.progressed.connect(self._on_progressed)
        task.finished.connect(self._on_finished)
        task.cancelled.connect(self._on_cancelled)
        task.refused.connect(self._on_refused)
        task.crashed.connect(self._on_crashed)
        task.start()

    def drop(self) -> None:
        """Stop without a word: what is being found out is no longer wanted."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def stop(self) -> None:
        """Stop because the user asks to; ``stopped`` follows at once."""
        if self._task is not None:
            self.drop()
            self.stopped.emit()

    def _is_current(self) -> bool:
        return self._task is not None and self.sender() is self._task

    def _on_progressed(self, progress: Progress) -> None:
        if self._is_current():
            self.progressed.emit(progress)

    def _on_finished(self, found: object) -> None:
        if self._is_current():
            self._task = None
            self.finished.emit(found)

    def _on_cancelled(self) -> None:
        if self._is_current():
            self._task = None
            self.stopped.emit()

    def _on_refused(self, sentence: str) -> None:
        if self._is_current():
            self._task = None
            self.refused.emit(sentence)

    def _on_crashed(self, failure: object) -> None:
        if self._is_current():
            self._task = None
            self.stopped.emit()
        if isinstance(failure, BaseException):
            raise failure


def _cancel_all(tasks: set[Task]) -> None:
    for task in tasks:
        task.cancel()


def _letting_go(task: Task, begun: set[Task]) -> Callable[[], None]:
    def let_go() -> None:
        _running.discard(task)
        begun.discard(task)

    return let_go


def _work(dossier: Path, reckon: Reckon, words: str) -> Work:
    def work(tell: Tell) -> Any:
        tell(Progress(words=f"{words}…"))

        def on_step(done: int, total: int) -> None:
            tell(Progress(done, total, f"{words}: {done:,} of {total:,} points"))

        with Workspace.open(dossier, read_only=True) as workspace:
            return reckon(workspace, on_step)

    return work
