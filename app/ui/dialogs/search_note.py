"""Noting of any account that it is not yet read for a point, or was searched for it in vain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from app.domain.synopsis import CellState, ColumnHead, RowHead
from app.services.searches import note_search, note_searches
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.labels import counted
from app.ui.widgets.choice import Choice
from app.ui.widgets.id_choice import IdChoice
from app.ui.widgets.synopsis_words import STATE_MARKS, circumstances_of

_LEAD = (
    "For an account that gives no answer, also one that is not among the columns yet. It is not "
    "taken for silent: what is not yet read proves nothing."
)
_STATES: Mapping[CellState, str] = {
    CellState.UNREAD: f"{STATE_MARKS[CellState.UNREAD]} not yet read",
    CellState.SEARCHED: f"{STATE_MARKS[CellState.SEARCHED]} searched, not found",
}


class SearchNoteDialog(FormDialog):
    """Asks for an account, what is noted of it, and whether on one point or on all that are shown.

    On several points only those are noted on which nothing is recorded of the account.
    """

    def __init__(
        self, bridge: Bridge, accounts: Sequence[ColumnHead], points: Sequence[RowHead],
        point_id: int, account_id: int = 0, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``accounts`` and ``points`` are what is offered, at least one of each."""
        super().__init__("Not yet read, or searched in vain", parent, lead=_LEAD)
        self._bridge, self._points = bridge, points
        self._point = next((p for p in points if p.point_id == point_id), points[0])
        self.account = IdChoice(self)
        self.account.offer(
            {head.account_id: f"{head.siglum} – {circumstances_of(head)}" for head in accounts}
        )
        self.account.set_member(account_id)
        self.state = Choice(_STATES, self)
        self.extent = Choice(self._extents(), self)
        self.extent.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for wide in (self.account, self.extent):
            wide.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText("for instance: film ordered; read up to fol. 40")
        self._lay_out()
        self.setMinimumWidth(520)
        self.account.setFocus()

    def _extents(self) -> Mapping[bool, str]:
        """Return the words for one point (false) and for all that are shown (true)."""
        words = {False: f"{self._point.heading} ({self._point.subject})"}
        if len(self._points) > 1:
            number = counted(len(self._points), "point")
            words[True] = f"all {number} shown, where nothing is recorded yet"
        return words

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for title, field in (
            ("&Account", self.account), ("Is &noted as", self.state), ("&For", self.extent),
            ("&In words", self.note),
        ):  # fmt: skip
            label = QLabel(title, self)
            label.setBuddy(field)
            field.setAccessibleName(title.replace("&", ""))
            form.addRow(label, field)
        self.body.addLayout(form)
        self.body.addStretch(1)

    @property
    def point_id(self) -> int:
        """Return the point that is noted, or the first of several."""
        return self._point.point_id

    @override
    def keep(self) -> None:
        workspace, account = self._bridge.workspace, self.account.member()
        state, note = self.state.member(), self.note.text()
        if self.extent.member():
            points = [point.point_id for point in self._points]
            note_searches(workspace, account, points, state, note)
        else:
            note_search(workspace, account, self.point_id, state, note)
