"""Point, answer, account and locator in one row, as the record line and the edit dialog show it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from app.domain.answers import Kind
from app.domain.records import Stance
from app.services.claims import ClaimDraft
from app.services.completing import (
    NamedPoint,
    complete_accounts,
    complete_answers,
    complete_points,
    find_account,
    find_named_point,
)
from app.services.points import get_point
from app.services.workspace import Workspace
from app.ui.labels import KINDS, STANCES
from app.ui.widgets.choice import Choice
from app.ui.widgets.completion import Completion, Proposal
from app.ui.widgets.texts import plain_tooltip

_COMPLETED = (Kind.OPTION, Kind.SUBJECT, Kind.YES_NO)


class ClaimLine(QWidget):
    """The row of fields that a claim needs."""

    changed = Signal()
    """Something was typed or chosen."""
    entered = Signal()
    """Enter was pressed in one of the fields."""
    alternative_asked = Signal(int)
    """Alt and a digit were pressed: the reading at that place is wanted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._named: NamedPoint | None = None
        self._kind_was_chosen = False
        self.alternatives = 0
        """How many readings are on offer for Alt and a digit."""
        self.point = QLineEdit(self)
        self.answer = QLineEdit(self)
        self.kind = Choice[Kind](KINDS, self, by_letters=False)
        self.kind.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # proposed; asked for by its letter
        self.account = QLineEdit(self)
        self.locator = QLineEdit(self)
        self.stance = Choice[Stance](STANCES, self)
        self._lay_out()
        self._complete()
        self._watch()
        self._show_kind()

    def _lay_out(self) -> None:
        self.point.setPlaceholderText("subject: question")
        self.answer.setPlaceholderText("a date, a number, a name …")
        self.account.setPlaceholderText("siglum")
        self.locator.setPlaceholderText("p. 12; fol. 73v")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self._kind_label = QLabel("Answered b&y", self)
        places: tuple[tuple[QLabel, QWidget, int], ...] = (
            (QLabel("Po&int", self), self.point, 7),
            (QLabel("&Answer", self), self.answer, 5),
            (self._kind_label, self.kind, 0),
            (QLabel("Acco&unt", self), self.account, 2),
            (QLabel("&Locator", self), self.locator, 3),
            (QLabel("&Stance", self), self.stance, 0),
        )
        for column, (label, field, stretch) in enumerate(places):
            label.setBuddy(field)
            field.setAccessibleName(label.text().replace("&", ""))
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)

    def _complete(self) -> None:
        for field, propose in (
            (self.point, self._points),
            (self.answer, self._answers),
            (self.account, self._accounts),
        ):
            completion = Completion(field, propose)
            completion.passed.connect(self.entered)
            completion.activated.connect(self._on_edited)

    def _points(self, words: str) -> Sequence[Proposal]:
        return [Proposal(found.text) for found in complete_points(self._workspace, words)]

    def _answers(self, words: str) -> Sequence[Proposal]:
        point = self.named_point()
        if point is None or point.id is None:
            return []
        if get_point(self._workspace, point.id).kind not in _COMPLETED:
            return []
        return [Proposal(found) for found in complete_answers(self._workspace, point.id, words)]

    def _accounts(self, words: str) -> Sequence[Proposal]:
        found = complete_accounts(self._workspace, words)
        return [
            Proposal(
                account.siglum,
                "   ".join(
                    part
                    for part in (account.siglum, account.speaker, account.date, account.title)
                    if part
                ),
            )
            for account in found
        ]

    def _watch(self) -> None:
        for field in (self.point, self.answer, self.account, self.locator):
            field.textEdited.connect(self._on_edited)
            field.returnPressed.connect(self.entered)
        self.point.textChanged.connect(lambda text: self.point.setToolTip(plain_tooltip(text)))
        self.point.textChanged.connect(self._forget_kind)
        self.stance.chosen.connect(self._on_stance)
        self.kind.chosen.connect(self._on_kind)
        self.answer.installEventFilter(self)

    def _on_edited(self) -> None:
        self._named = None
        self.changed.emit()

    def _on_stance(self) -> None:
        self._enable_answer()
        self.changed.emit()

    def _enable_answer(self) -> None:
        self.answer.setEnabled(self.stance.member() is not Stance.SILENT and self.isEnabled())

    def _on_kind(self) -> None:
        self._kind_was_chosen = True
        self.changed.emit()

    def _forget_kind(self) -> None:
        """Let a kind that was chosen by hand go with the question it was chosen for."""
        self._kind_was_chosen = False

    def named_point(self) -> NamedPoint | None:
        """Return what the point field names, or ``None`` while it is not ``subject: question``."""
        if self._named is None:
            self._named = find_named_point(self._workspace, self.point.text())
        return self._named

    def is_new_account(self) -> bool:
        """Tell whether a siglum is typed that no account has."""
        siglum = self.account.text().strip()
        return bool(siglum) and find_account(self._workspace, siglum) is None

    def forget_names(self) -> None:
        """Look names up anew, as after a change of the dossier."""
        self._named = None

    def propose_kind(self, kind: Kind | None) -> None:
        """Show for a new point the kind that its answer looks like, unless one was chosen."""
        if kind is not None and not self._kind_was_chosen:
            self.kind.set_member(kind)
        self._show_kind()

    def _show_kind(self) -> None:
        named = self.named_point()
        is_new = named is not None and named.id is None
        if not is_new:
            self._kind_was_chosen = False
        self.kind.setVisible(is_new)
        self._kind_label.setVisible(is_new)

    def draft(self) -> ClaimDraft:
        """Return what stands in the row."""
        named = self.named_point()
        is_new = named is not None and named.id is None
        return ClaimDraft(
            answer=self.answer.text().strip(),
            point_id=named.id if named else None,
            subject=named.subject if named else "",
            question=named.question if named else "",
            kind=self.kind.member() if is_new and self._kind_was_chosen else None,
            siglum=self.account.text().strip(),
            locator=self.locator.text().strip(),
            stance=self.stance.member(),
        )

    def set_stance(self, stance: Stance) -> None:
        """Show a stance."""
        self.stance.set_member(stance)
        self._enable_answer()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Alt and a digit in the answer before any menu does, while readings are on offer."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if watched is self.answer and isinstance(event, QKeyEvent) and event.type() in kinds:
            place = event.key() - Qt.Key.Key_1
            is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if is_alt and 0 <= place < self.alternatives:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.alternative_asked.emit(place)
                return True
        return super().eventFilter(watched, event)
