"""What every dialog that keeps something shares: a body, a place for refusals, two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import UserError
from app.ui.dialogs.leave import asked_to_leave
from app.ui.widgets.texts import HeadingLabel, PlainLabel, VerdictLabel


class FormDialog(QDialog):
    """Asks for something and keeps it; a refusal is said inside and leaves all as typed.

    Subclasses fill ``body`` and write ``keep``. Ctrl+Enter keeps from any field.
    Escape asks before it leaves behind what was changed; Cancel says that it may be left.
    """

    fits = True
    """Whether the dialog is as high as its texts; one with a list has a size of its own."""

    def __init__(
        self, title: str, parent: QWidget | None = None, *, keep_text: str = "&Keep",
        lead: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(title)
        self._shown_first: list[str] | None = None
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.problem = VerdictLabel(self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.keep_button = self.buttons.addButton(keep_text, QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(HeadingLabel(title, self, wraps=True))
        self.lead = PlainLabel(lead, self, muted=True, wraps=True)
        self.lead.setVisible(bool(lead))
        layout.addWidget(self.lead)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown_first is None:
            self._shown_first = self._typed()
        if self.fits and not event.spontaneous():
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Take the height that the texts need, now that they know their width."""
        self.resize(self.width(), self.sizeHint().height())

    def keep(self) -> None:
        """Keep what was asked for; raises ``UserError`` when that cannot be done."""

    @override
    def accept(self) -> None:
        try:
            self.keep()
        except UserError as error:
            self.problem.show_verdict("contradicts", str(error))
            self.problem.show()
            return
        super().accept()

    def _typed(self) -> list[str]:
        """Return what stands in every field."""
        return [_text_of(field) for field in self.findChildren(QWidget) if _is_field(field)]

    def has_changes(self) -> bool:
        """Tell whether any field differs from when the dialog was shown."""
        return self._shown_first is not None and self._typed() != self._shown_first

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask before Escape leaves behind what was changed."""
        if event.matches(QKeySequence.StandardKey.Cancel) and self.has_changes():
            if asked_to_leave([f"“{self.windowTitle()}”"], self):
                self.reject()
            return
        super().keyPressEvent(event)

    def show_modal(self) -> None:
        """Show the dialog before its window; it is gone when it is closed."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.show()


def _is_field(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QCheckBox)


def _text_of(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    return str(field.isChecked()) if isinstance(field, QCheckBox) else ""
