"""Our bugs: a report that can be copied, kept in the log folder; nothing goes to the terminal.

A ``UserError`` that nobody caught is the user's world, not a bug: its sentence is shown instead.
"""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import UserError
from app.ui.settings import log_folder

Say = Callable[[str], None]


def crash_text(failure: BaseException) -> str:
    """Return the report of an exception: versions, then where it happened."""
    where = "".join(traceback.format_exception(failure))
    return (
        f"Variorum {version('variorum')}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}\n{datetime.now(UTC).isoformat(timespec='seconds')}\n\n{where}"
    )


def keep_crash(text: str) -> Path | None:
    """Write a report into the log folder and return where; ``None`` when that cannot be done."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    try:
        path = log_folder() / f"crash-{stamp}.txt"
        path.write_text(text, encoding="utf-8")
    except OSError:  # a full or read-only disk: the report can still be copied from the dialog
        return None
    return path


class CrashDialog(QDialog):
    """Shows a report that can be copied; the program goes on."""

    def __init__(self, text: str, kept: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong in Variorum")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QLabel(
            "This is a fault of the program, not of yours. What you had kept is safe in the "
            "dossier: every change is saved at once. You can go on working."
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(text)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("Report")
        where = QLabel(f"The report is kept at {kept}." if kept else "The report was not kept.")
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.setWordWrap(True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("&Copy report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for part in (words, self.report, where, buttons):
            layout.addWidget(part)
        self.resize(720, 460)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


class Crashes(QObject):
    """Catches what nobody caught, in any thread, and shows it in the window's thread."""

    _caught = Signal(object)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._window = parent
        self.dialog: CrashDialog | None = None
        """The report shown last; held, for a dialog without a window belongs to nobody else."""
        self._caught.connect(self.show)

    def install(self) -> None:
        """Take the place of Python's own printing of what nobody caught."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = lambda caught: self._caught.emit(caught.exc_value)

    def _on_uncaught(
        self, kind: type[BaseException], failure: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, failure, where)
            return
        self._caught.emit(failure)

    def show(self, failure: object) -> None:
        """Say a user's error in one sentence; keep and show a report of anything else."""
        if isinstance(failure, UserError):
            self._say(str(failure))
            return
        if not isinstance(failure, BaseException):
            return
        text = crash_text(failure)
        self.dialog = CrashDialog(text, keep_crash(text), self._window)
        self.dialog.open()
