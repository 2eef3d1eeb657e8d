"""The fields of a claim beyond the four it needs: its words, its speaker, its scope, its level."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.domain.records import Level
from app.services.claims import ClaimDraft
from app.services.completing import complete_subjects
from app.services.workspace import Workspace
from app.ui.labels import LEVELS
from app.ui.widgets.choice import Choice
from app.ui.widgets.completion import Completion, Proposal
from app.ui.widgets.text_area import TextArea


class ClaimFields(QWidget):
    """Quotation, translation, wording, speaker, scope, level and note of a claim."""

    changed = Signal()
    """Something was typed or chosen."""
    passed = Signal()
    """Enter was pressed in a field whose list of proposals was open, with none marked."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quotation = TextArea(self, serif=True)
        self.translation = TextArea(self, serif=True)
        self.reading = QLineEdit(self)
        self.speaker = QLineEdit(self)
        self.scope = QLineEdit(self)
        self.level = Choice[Level](LEVELS, self)
        self.note = QLineEdit(self)
        self._hint()
        self._lay_out()
        self._watch()
        completion = Completion(
            self.speaker,
            lambda words: [Proposal(name) for name in complete_subjects(workspace, words)],
        )
        completion.passed.connect(self.passed)

    def _hint(self) -> None:
        for field, hint in (
            (self.quotation, "As it stands in the source, in its language"),
            (self.translation, "In the language of your work"),
            (self.reading, "As you read it, for the apparatus"),
            (self.speaker, "If not the account’s own speaker"),
            (self.scope, "What it counts or when: officers only"),
            (self.note, "For yourself and the report"),
        ):
            field.setPlaceholderText(hint)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        places: tuple[tuple[str, QWidget, int, int, int], ...] = (
            ("&Quotation", self.quotation, 0, 0, 6),
            ("&Translation", self.translation, 0, 6, 6),
            ("&Wording", self.reading, 2, 0, 3),
            ("Speake&r", self.speaker, 2, 3, 3),
            ("Sc&ope", self.scope, 2, 6, 3),
            ("Level", self.level, 2, 9, 3),
            ("&Note", self.note, 4, 0, 12),
        )
        for title, field, row, column, span in places:
            label = QLabel(title, self)
            label.setBuddy(field)
            field.setAccessibleName(title.replace("&", ""))
            grid.addWidget(label, row, column, 1, span)
            grid.addWidget(field, row + 1, column, 1, span)
        for column in range(12):
            grid.setColumnStretch(column, 1)

    def _watch(self) -> None:
        for area in (self.quotation, self.translation):
            area.textChanged.connect(self.changed)
        for line in (self.reading, self.speaker, self.scope, self.note):
            line.textChanged.connect(self.changed)
        self.level.chosen.connect(self.changed)

    def fill(self, draft: ClaimDraft) -> ClaimDraft:
        """Return the draft with what stands in these fields."""
        return replace(
            draft,
            quotation=self.quotation.text().strip(),
            translation=self.translation.text().strip(),
            reading=self.reading.text().strip(),
            speaker=self.speaker.text().strip(),
            scope=self.scope.text().strip(),
            level=self.level.member(),
            note=self.note.text().strip(),
        )

    def show_draft(self, draft: ClaimDraft) -> None:
        """Show the fields of a draft."""
        self.quotation.setText(draft.quotation)
        self.translation.setText(draft.translation)
        self.reading.setText(draft.reading)
        self.speaker.setText(draft.speaker)
        self.scope.setText(draft.scope)
        self.level.set_member(draft.level)
        self.note.setText(draft.note)
        for field in (self.reading, self.speaker, self.scope, self.note):
            field.setCursorPosition(0)

    def keep_as_written(self, words: str) -> None:
        """Take what was typed for an answer as quotation, where there is none yet."""
        if not self.quotation.text().strip():
            self.quotation.setText(words.strip())

    def has_text(self) -> bool:
        """Tell whether anything is typed in them."""
        return self.fill(ClaimDraft(level=self.level.member())) != ClaimDraft(
            level=self.level.member()
        )
