"""The worksheet of silences on a point: the handbooks' questions, and what a silence is worth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from app.domain.silences import QUESTIONS, Reply, Silence, Weighing, strength_of
from app.services.silences import answer_questions
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.labels import CELL_STATES, REPLIES, STRENGTHS, counted
from app.ui.widgets.choice import Choice
from app.ui.widgets.id_choice import IdChoice
from app.ui.widgets.texts import HeadingLabel, PlainLabel

_LEAD = (
    "That an account does not tell a thing proves something only if it would have told it. What "
    "you leave open counts as not shown."
)


class SilencesDialog(FormDialog):
    """Weighs one silence at a time; what was answered for others is kept when another is chosen."""

    def __init__(
        self, bridge: Bridge, heading: str, silences: Sequence[Silence], account_id: int = 0,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``silences`` are those of one point, at least one; the account's is shown first."""
        super().__init__(f"Silences on: {heading}", parent, lead=_LEAD)
        self._bridge = bridge
        self._silences = {silence.account_id: silence for silence in silences}
        self._replies = {known.account_id: dict(known.replies) for known in silences}
        self.account = IdChoice(self)
        self.account.setAccessibleName("Account")
        self.circumstances = PlainLabel(parent=self, muted=True, wraps=True)
        self.strength = HeadingLabel(parent=self)
        self.answers: dict[str, Choice[Reply]] = {}
        self.notes: dict[str, QLineEdit] = {}
        self._lay_out()
        self._offer()
        self.account.set_member(account_id)
        self.account.chosen.connect(self._show)
        self._show()
        self.setMinimumWidth(620)
        next(iter(self.answers.values())).setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, question in enumerate(QUESTIONS):
            answer, note = Choice[Reply](REPLIES, self), QLineEdit(self)
            answer.setAccessibleName(question.words)
            note.setAccessibleName(f"What that rests on: {question.words}")
            note.setPlaceholderText("what that rests on")
            words = PlainLabel(f"{question.words}  ({question.after})", self)
            words.setContentsMargins(0, 5, 0, 0)
            grid.addWidget(words, 2 * place, 0, 1, 2)
            grid.addWidget(answer, 2 * place + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(note, 2 * place + 1, 1)
            answer.chosen.connect(self._take)
            note.textEdited.connect(self._take)
            self.answers[question.key], self.notes[question.key] = answer, note
        for part in (self.account, self.circumstances):
            self.body.addWidget(part)
        self.body.addLayout(grid)
        self.body.addWidget(self.strength)
        self.body.addStretch(1)

    def _offer(self) -> None:
        self.account.offer(
            {
                known.account_id: ", ".join(
                    part for part in (known.siglum, known.date, known.speaker) if part
                )
                for known in self._silences.values()
            }
        )

    @property
    def silence(self) -> Silence:
        """Return the silence that is shown."""
        return self._silences[self.account.member()]

    def _show(self) -> None:
        silence = self.silence
        points = counted(silence.neighbours, "other point")
        self.circumstances.setText(
            f"Speaks to {points} of the subject; on this one: {CELL_STATES[silence.state]}."
        )
        for key, answer in self.answers.items():
            weighing = self._replies[silence.account_id].get(key, Weighing(Reply.OPEN))
            answer.set_member(weighing.reply)
            self.notes[key].setText(weighing.note)
        self._show_strength()

    def _take(self) -> None:
        self._replies[self.silence.account_id] = {
            key: Weighing(answer.member(), self.notes[key].text().strip())
            for key, answer in self.answers.items()
        }
        self._show_strength()

    def _show_strength(self) -> None:
        replies = self._replies[self.silence.account_id]
        strength = strength_of({key: weighing.reply for key, weighing in replies.items()})
        self.strength.setText(f"The argument from this silence: {STRENGTHS[strength]}")

    @override
    def keep(self) -> None:
        open_ = Weighing(Reply.OPEN)
        for silence in self._silences.values():
            changed = {
                key: weighing
                for key, weighing in self._replies[silence.account_id].items()
                if weighing != silence.replies.get(key, open_)
            }
            if changed:
                answer_questions(
                    self._bridge.workspace, silence.account_id, silence.point_id, changed
                )
