"""A line that says how far something in the background is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.ui.tasks import Progress
from app.ui.widgets.texts import PlainLabel

_BAR_WIDTH = 90
_PATIENCE = 300
"""Milliseconds before it is shown: what is over sooner would only flicker."""


class ProgressLine(QWidget):
    """Shown while something is being found out; after *Stop* it offers to go on."""

    stop_asked = Signal()
    """What is being done is to be stopped."""
    begin_asked = Signal()
    """What was stopped is to be begun anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self.show)
        self.words = PlainLabel(parent=self, muted=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addWidget(self.button)
        layout.addStretch(1)
        self.button.clicked.connect(self._on_clicked)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is; ``total`` 0 means that nobody knows."""
        self._is_busy = True
        self.words.setText(progress.words)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.bar.show()
        self.button.setText("Stop")
        if not self.isVisible() and not self._patience.isActive():
            self._patience.start()

    def show_stopped(self, words: str) -> None:
        """Say that it was stopped, or why it could not be done, and offer to begin anew."""
        self._is_busy = False
        self._patience.stop()
        self.words.setText(words)
        self.bar.hide()
        self.button.setText("Go on")
        self.show()

    def show_done(self) -> None:
        """Show nothing any more."""
        self._is_busy = False
        self._patience.stop()
        self.hide()

    def _on_clicked(self) -> None:
        (self.stop_asked if self._is_busy else self.begin_asked).emit()
