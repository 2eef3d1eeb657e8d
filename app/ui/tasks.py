"""Background work, in one place: plain values in, plain values out, progress and cancelling.

The work runs in a thread of its own and touches neither widgets nor the window's open dossier;
where it reads or writes one, it opens it for itself.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.domain.errors import UserError


class CancelledError(Exception):
    """The user asked to stop; the work leaves everything as it was."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: ``done`` of ``total`` steps (0: not known), and what is being done."""

    done: int = 0
    total: int = 0
    words: str = ""


Tell = Callable[[Progress], None]
"""Called by the work now and then; raises ``CancelledError`` once the user asked to stop."""
Work = Callable[[Tell], Any]


class Task(QObject):
    """One piece of work in the background; its signals come in the thread that made it."""

    progressed = Signal(object)
    """A ``Progress``."""
    finished = Signal(object)
    """What the work returned."""
    refused = Signal(str)
    """The work ended with a user's error: its sentence."""
    cancelled = Signal()
    crashed = Signal(object)
    """The work ended with an exception that is our bug."""
    ended = Signal()
    """The work is over, in whichever way; comes last."""
    _reported = Signal(object)
    _over = Signal(object, object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._reported.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._over.connect(self._on_over, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Tell whether the work is still going on."""
        return self._thread is not None

    @property
    def is_stopping(self) -> bool:
        """Tell whether the work was asked to stop."""
        return self._stop.is_set()

    def start(self) -> None:
        """Begin the work."""
        if self._thread is None:
            self._stop.clear()
            self._thread = threading.Thread(target=self._run, name="variorum task", daemon=True)
            self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; ``cancelled`` follows when it has."""
        self._stop.set()

    def wait(self) -> None:
        """Wait until the work is over, as before the program ends."""
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        result: object = None
        failure: BaseException | None = None
        try:
            result = self._work(self._tell)
        except Exception as error:  # noqa: BLE001 - handed on whole to the thread that started it
            failure = error
        self._over.emit(result, failure)

    def _tell(self, progress: Progress) -> None:
        if self._stop.is_set():
            raise CancelledError
        self._reported.emit(progress)

    @Slot(object, object)
    def _on_over(self, result: object, failure: object) -> None:
        self._thread = None
        if failure is None:
            self.finished.emit(result)
        elif isinstance(failure, CancelledError):
            self.cancelled.emit()
        elif isinstance(failure, UserError):
            self.refused.emit(str(failure))
        else:
            self.crashed.emit(failure)
        self.ended.emit()
