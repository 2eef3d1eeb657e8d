"""What the program understands of an answer while it is typed, and what it contradicts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.answers import Answer
from app.domain.errors import UserError
from app.services.claims import ClaimDraft, Preview, preview_claim
from app.services.workspace import Workspace
from app.ui.widgets.passage import Passage, Segment
from app.ui.widgets.texts import plain_tooltip
from app.ui.widgets.verdict_words import preview_segments, verdict_sentences

MOST_ALTERNATIVES = 9


class LiveReading(QWidget):
    """Shows the reading of a draft and its verdicts; offers readings of an ambiguous answer."""

    alternative_taken = Signal(str)
    """The canonical form of the reading that was chosen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._preview = Preview()
        self._passage = Passage(self)
        self._passage.setAccessibleName("How the answer is read")
        self._offers = QHBoxLayout()
        self._offers.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._passage)
        layout.addLayout(self._offers)

    @property
    def preview(self) -> Preview:
        """Return what is shown."""
        return self._preview

    @property
    def words(self) -> str:
        """Return the line as plain text."""
        return self._passage.toPlainText()

    def show_draft(self, draft: ClaimDraft, *, editing: int = 0) -> None:
        """Read a draft; ``editing`` is the kept claim that it would replace."""
        try:
            preview = preview_claim(self._workspace, draft, editing=editing)
        except UserError as error:
            preview = Preview(problem=str(error))
        self._show(preview, list(preview_segments(preview)))

    def show_hint(self, text: str) -> None:
        """Show a quiet sentence in place of a reading."""
        self._show(Preview(), [Segment(text, muted=True)] if text else [])

    def show_problem(self, sentence: str) -> None:
        """Show why something was refused."""
        preview = Preview(problem=sentence)
        self._show(preview, list(preview_segments(preview)))

    def _show(self, preview: Preview, segments: list[Segment]) -> None:
        self._preview = preview
        self._passage.show_segments(segments)
        self._passage.setToolTip(plain_tooltip(verdict_sentences(preview)))
        self._offer(preview.alternatives[:MOST_ALTERNATIVES])

    def _offer(self, alternatives: tuple[Answer, ...]) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for place, answer in enumerate(alternatives):
            button = QPushButton(f"{answer.reading}   (Alt+{place + 1})", self)
            button.setAutoDefault(False)
            button.setAccessibleName(f"Read it as {answer.reading}")
            button.clicked.connect(lambda _=False, place=place: self.take_alternative(place))
            self._offers.addWidget(button)
        if alternatives:
            self._offers.addStretch(1)

    def take_alternative(self, place: int) -> bool:
        """Choose one of the readings on offer; tells whether there is one at that place."""
        offered = self._preview.alternatives[:MOST_ALTERNATIVES]
        if not 0 <= place < len(offered):
            return False
        self.alternative_taken.emit(offered[place].canonical)
        return True
