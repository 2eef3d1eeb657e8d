"""The right side of a list with a form: heading, buttons, refusals, and the form that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.widgets.field_form import FieldForm
from app.ui.widgets.passage import Passage
from app.ui.widgets.rooms import QuietScroll
from app.ui.widgets.texts import HeadingLabel, PlainLabel, VerdictLabel


class FormSide(QWidget):
    """Shows the form of one record, or what to do when there is none."""

    def __init__(
        self, form: FieldForm, actions: tuple[QAction, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.form = form
        self.title = HeadingLabel(parent=self, scale=1.3, wraps=True)
        self.lead = Passage(self)
        self.lead.setAccessibleName("In short")
        self.unsaved = VerdictLabel(self)
        self.problem = VerdictLabel(self)
        self.problem.setWordWrap(True)
        self.nothing = PlainLabel("", self, muted=True, wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons = {action.objectName(): action_button(action, self) for action in actions}
        self._lay_out()

    def _lay_out(self) -> None:
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        named = QVBoxLayout()
        named.setSpacing(2)
        named.addWidget(self.title)
        named.addWidget(self.unsaved)
        head.addLayout(named, 1)
        for button in self.buttons.values():
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        below = QWidget(self)
        self.body = QVBoxLayout(below)
        self.body.setContentsMargins(0, 0, 16, 24)
        self.body.setSpacing(10)
        self.body.addWidget(self.lead)
        self.body.addWidget(self.form)
        self.area = QuietScroll(below, self, across=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 8, 0)
        for part in (self._head, self.problem, self.nothing):
            layout.addWidget(part)
        layout.addWidget(self.area, 1)

    def add_part(self, part: QWidget) -> None:
        """Put a part below the form."""
        self.body.addWidget(part)

    def show_nothing(self, words: str) -> None:
        """Show what to do in place of a form."""
        for part in (self._head, self.problem, self.area):
            part.hide()
        self.nothing.setText(words)
        self.nothing.show()

    def show_form(self, title: str, *, is_changed: bool) -> None:
        """Show the form under its heading, marked when it holds what is not kept."""
        self.nothing.hide()
        self._head.show()
        self.area.show()
        self.title.setText(title)
        self.unsaved.show_verdict("in tension" if is_changed else "", "not saved yet")
        self.unsaved.setVisible(is_changed)

    def show_problem(self, sentence: str) -> None:
        """Say why the form was not kept; an empty sentence takes that back."""
        self.problem.show_verdict("contradicts" if sentence else "", sentence)
        self.problem.setVisible(bool(sentence))

    def focus_form(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.form.editors.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def action_button(action: QAction, parent: QWidget) -> QPushButton:
    """Return a button that does an action and is enabled with it.

    It has no letter of its own: those of menus and the record line are always on the screen.
    """
    button = QPushButton(action.text().replace("&", ""), parent)
    button.setToolTip(action.toolTip())
    button.setAutoDefault(False)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button
