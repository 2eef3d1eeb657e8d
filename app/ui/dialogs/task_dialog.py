"""What export and import share: fields, then a task with progress that can be cancelled."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import UserError
from app.ui.tasks import Progress, Task, Work
from app.ui.widgets.texts import HeadingLabel, PlainLabel, VerdictLabel


class TaskDialog(QDialog):
    """Asks for something, does it in the background, and says how it went.

    Subclasses fill ``fields``, write ``make_work`` and ``say_done``.
    """

    crashed = Signal(object)
    """The task ended with an exception that is our bug."""
    over = Signal()
    """The task is over, in whichever way."""

    def __init__(
        self, title: str, lead: str, start_text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.task: Task | None = None
        self.fields = QWidget()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.status = PlainLabel(muted=True, wraps=True)
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem = VerdictLabel()
        self.problem.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.start_button = self._button(start_text, QDialogButtonBox.ButtonRole.ActionRole)
        self.cancel_button = self._button("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel_button.setAutoDefault(False)
        self.start_button.setDefault(True)
        self._lay_out(title, lead)
        self.start_button.clicked.connect(self.start)
        self.buttons.rejected.connect(self.reject)
        self._show_idle()

    def _button(self, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        return self.buttons.addButton(text, role)

    def _lay_out(self, title: str, lead: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(HeadingLabel(title, scale=1.25))
        layout.addWidget(PlainLabel(lead, muted=True, wraps=True))
        for part in (self.fields, self.bar, self.status, self.problem):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(560)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Take the height that all parts need: Qt gives a new dialog two thirds of the screen."""
        room = self.screen().availableGeometry().height()
        wanted = max(self.height(), self.sizeHint().height(), self.heightForWidth(self.width()))
        self.resize(self.width(), min(wanted, room))

    def make_work(self) -> Work:
        """Return what to do in the background; raises ``UserError`` when a field is wrong."""
        raise NotImplementedError  # Qt's metaclass leaves no room for an abstract method

    def say_done(self, result: object) -> None:
        """Say what was done."""

    def start(self) -> None:
        """Do it, in the background."""
        self.problem.hide()
        try:
            work = self.make_work()
        except UserError as error:
            self._on_refused(str(error))
            return
        self.task = task = Task(work, self)
        task.progressed.connect(self._on_progressed)
        task.finished.connect(self._on_finished)
        task.refused.connect(self._on_refused)
        task.cancelled.connect(self._on_cancelled)
        task.crashed.connect(self._on_crashed)
        task.ended.connect(self.over)
        self.fields.setEnabled(False)
        self.start_button.setEnabled(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        task.start()

    @property
    def is_busy(self) -> bool:
        """Tell whether the task is still going on."""
        return self.task is not None and self.task.is_running

    def _on_progressed(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.status.setText(progress.words)
        self.status.show()

    def _show_idle(self) -> None:
        self.bar.hide()
        self.status.setVisible(bool(self.status.text()))
        self.problem.hide()
        self.fields.setEnabled(True)
        self.start_button.setEnabled(True)
        self.cancel_button.setEnabled(True)

    def _on_finished(self, result: object) -> None:
        self._show_idle()
        self.cancel_button.setText("Close")
        self.say_done(result)

    def say(self, words: str) -> None:
        """Say how it went."""
        self.status.setText(words)
        self.status.show()

    def _on_refused(self, sentence: str) -> None:
        self.status.setText("")
        self._show_idle()
        self.problem.show_verdict("contradicts", sentence)
        self.problem.show()

    def _on_cancelled(self) -> None:
        self._show_idle()
        self.say("Stopped; nothing was changed.")

    def _on_crashed(self, failure: object) -> None:
        self._on_refused("This could not be finished because of a fault of the program.")
        self.crashed.emit(failure)

    @override
    def reject(self) -> None:
        """Stop the task if one is going on; else close."""
        if self.task is not None and self.is_busy:
            self.task.cancel()
            self.cancel_button.setEnabled(False)
            self.say("Stopping…")
            return
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_busy:
            self.reject()
            event.ignore()
            return
        super().closeEvent(event)
