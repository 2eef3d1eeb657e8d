"""Setting a flag aside: a typed reason and a text."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget
from typing_extensions import override

from app.domain.flags import FlagKind
from app.domain.records import Reason
from app.services.findings import FlagLine
from app.services.judgements import dismiss_flag
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.labels import FLAG_KINDS, REASONS
from app.ui.widgets.choice import Choice
from app.ui.widgets.passage import Passage
from app.ui.widgets.text_area import TextArea


class DismissDialog(FormDialog):
    """Asks why a flag is set aside, and sets it aside."""

    def __init__(self, bridge: Bridge, flag: FlagLine, parent: QWidget | None = None) -> None:
        kind = FLAG_KINDS[FlagKind(flag.kind)]
        super().__init__(
            f"Set aside: {kind.lower()}", parent, keep_text="&Set aside",
            lead="No record is changed. The flag comes back when one of its claims changes, or "
            "when you recall it.",
        )  # fmt: skip
        self._bridge, self._flag = bridge, flag
        self.sentence = Passage(self, serif=True, quoted=True)
        self.sentence.setAccessibleName("What was found")
        self.sentence.show_text(flag.why)
        self.reason = Choice[Reason](REASONS, self)
        self.reason.setAccessibleName("Reason")
        self.grounds = TextArea(self, lines=3)
        self.grounds.setPlaceholderText("Why, in a sentence for the report")
        self.grounds.setAccessibleName("Grounds")
        form = QFormLayout()
        for title, field in (("&Reason", self.reason), ("&Grounds", self.grounds)):
            label = QLabel(title, self)
            label.setBuddy(field)
            form.addRow(label, field)
        self.body.addWidget(self.sentence)
        self.body.addLayout(form)
        self.body.addStretch(1)
        self.setMinimumWidth(520)
        self.reason.setFocus()

    @override
    def keep(self) -> None:
        dismiss_flag(self._bridge.workspace, self._flag, self.reason.member(), self.grounds.text())
