"""The dossier that is open in the window: opened, made, closed, and what went wrong in that.

A file that can only be read is offered for reading; the dossier that was open stays open until
another one really is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.errors import UserError
from app.services.dossiers import SAMPLE_NAME, make_sample
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.settings import Settings, sample_folder

SUFFIX = ".variorum"


class Session(QObject):
    """Holds the bridge of the open dossier, if one is open."""

    opened = Signal(object)
    """A dossier was opened: its ``Bridge``."""
    closing = Signal()
    """The open dossier is about to be closed: let go of it."""
    refused = Signal(str)
    """A dossier could not be opened, made or closed: the sentence."""
    reading_offered = Signal(object, str)
    """The file at this path can be opened for reading only: the sentence that says why."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.bridge: Bridge | None = None
        self.is_lent = False
        """Whether a background task has the dossier, to be opened again when it is over."""
        self.may_close: Callable[[], bool] = _always
        """Asked before another dossier takes the place of the open one."""

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a dossier in place of the one that is open; says so when that cannot be done."""
        path = path.absolute()
        if self.bridge is not None and _is_same(path, self.bridge.workspace.path):
            return True
        if not self.may_close():
            return False
        try:
            with _waiting():
                workspace = Workspace.open(path, read_only=read_only)
        except UserError as error:
            self._refuse(path, str(error), read_only=read_only)
            return False
        self._take(workspace)
        return True

    def _refuse(self, path: Path, sentence: str, *, read_only: bool) -> None:
        self.is_lent = False
        if not read_only and _can_be_read(path):
            self.reading_offered.emit(path, sentence)
            return
        if not path.exists():
            self._settings.forget_recent(path)
        self.refused.emit(sentence)

    def create(self, path: Path) -> bool:
        """Make an empty dossier and open it."""
        return self._make(lambda: Workspace.create(with_suffix(path).absolute()))

    def open_sample(self) -> bool:
        """Open the sample dossier, made in the program's own folder when it is not there yet."""
        path = sample_folder() / SAMPLE_NAME
        if path.exists():
            return self.open(path)
        return self._make(lambda: make_sample(path))

    def _make(self, make: Callable[[], Workspace]) -> bool:
        if not self.may_close():
            return False
        try:
            with _waiting():
                workspace = make()
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self._take(workspace)
        return True

    def _take(self, workspace: Workspace) -> None:
        self.close()
        self.is_lent = False
        self.bridge = Bridge(workspace, self)
        self._settings.add_recent(workspace.path)
        self._settings.last_dossier = workspace.path
        self._settings.folder = workspace.path.parent
        self.opened.emit(self.bridge)

    def close(self) -> None:
        """Close the open dossier, if any."""
        if self.bridge is None:
            return
        bridge, self.bridge = self.bridge, None
        self.closing.emit()
        bridge.workspace.close()
        bridge.deleteLater()

    def lend(self) -> Path | None:
        """Close the open dossier so that a background task may write to it; returns its path.

        Open it again with ``open`` when the task is over.
        """
        path = self.bridge.workspace.path if self.bridge else None
        self.is_lent = path is not None
        self.close()
        return path


@contextmanager
def _waiting() -> Iterator[None]:
    """Show that the program is busy: a large dossier may first be read anew."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


def _always() -> bool:
    return True


def with_suffix(path: Path) -> Path:
    """Return the path with the ending of dossiers."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _can_be_read(path: Path) -> bool:
    try:
        Workspace.open(path, read_only=True).close()
    except UserError:
        return False
    return True
