"""Setting a flag aside: a typed reason and a text, with what would make its claims agree."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.domain.flags import FlagKind
from app.domain.reconcilers import Reconciliation
from app.domain.records import Reason
from app.services.findings import FlagLine
from app.services.judgements import dismiss_flag, suggest_reconciliations
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.labels import FLAG_KINDS, REASONS
from app.ui.widgets.choice import Choice
from app.ui.widgets.passage import Passage
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.texts import PlainLabel

_MOST_WAYS = 5
_WAYS = "They would agree in one of these ways; take one that the sources bear out (Alt+1 …):"


class DismissDialog(FormDialog):
    """Asks why a flag is set aside, and sets it aside; a proposal fills reason and text."""

    def __init__(self, bridge: Bridge, flag: FlagLine, parent: QWidget | None = None) -> None:
        kind = FLAG_KINDS[FlagKind(flag.kind)]
        super().__init__(
            f"Set aside: {kind.lower()}", parent, keep_text="&Set aside",
            lead="No record is changed. The flag comes back when one of its claims answers "
            "otherwise, or when you bring it back.",
        )  # fmt: skip
        self._bridge, self._flag = bridge, flag
        self.ways = suggest_reconciliations(bridge.workspace, flag)[:_MOST_WAYS]
        self.way_buttons: list[QPushButton] = []
        self.sentence = Passage(self, serif=True, quoted=True)
        self.sentence.setAccessibleName("What was found")
        self.sentence.show_text(flag.why)
        self.reason = Choice[Reason](REASONS, self)
        self.reason.setAccessibleName("Reason")
        if self.ways:
            self.reason.set_member(self.ways[0].reason)
        else:
            self.reason.choose_none("Choose a reason")
        self.grounds = TextArea(self, lines=3)
        self.grounds.setPlaceholderText("Why, in a sentence for the report")
        self.grounds.setAccessibleName("Grounds")
        self._lay_out()
        self.setMinimumWidth(520)
        self.reason.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        for title, field in (("&Reason", self.reason), ("&Grounds", self.grounds)):
            label = QLabel(title, self)
            label.setBuddy(field)
            form.addRow(label, field)
        self.body.addWidget(self.sentence)
        if self.ways:
            self.body.addWidget(PlainLabel(_WAYS, self, muted=True, wraps=True))
            self.body.addLayout(self._proposals())
        self.body.addLayout(form)
        self.body.addStretch(1)

    def _proposals(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, way in enumerate(self.ways):
            button = QPushButton(f"Take &{place + 1}", self)
            button.setAutoDefault(False)
            button.setAccessibleName(f"Take: {way.sentence}")
            button.clicked.connect(lambda _=False, way=way: self.take(way))
            words = Passage(self)
            words.show_text(way.sentence)
            words.setAccessibleName("Proposal")
            grid.addWidget(button, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, place, 1)
            self.way_buttons.append(button)
        return grid

    def take(self, way: Reconciliation) -> None:
        """Fill reason and text from a proposal; nothing is kept yet."""
        self.reason.set_member(way.reason)
        self.grounds.setText(way.sentence)
        self.keep_button.setFocus()

    @override
    def keep(self) -> None:
        reason = self.reason.find_member()
        if reason is None:
            self.reason.setFocus()
            raise UserError("Choose the reason why this flag is set aside.")
        dismiss_flag(self._bridge.workspace, self._flag, reason, self.grounds.text())
