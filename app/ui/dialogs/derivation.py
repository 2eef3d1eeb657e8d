"""How one account draws on another: how surely, on what grounds, wholly or on some points only."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from app.domain.records import Degree, Derivation
from app.services.accounts import get_account
from app.services.claims import list_claims
from app.services.derivations import edit_link
from app.services.findings import list_ids, list_point_lines
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.labels import DEGREES
from app.ui.widgets.choice import Choice
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.texts import PlainLabel, on_one_line, plain_tooltip

_POINTS = (
    "Tick points (Space) where it draws on it there only; with none ticked it draws on it wholly."
)
_NO_POINTS = "It answers no point yet, so that it can only be said to draw on it wholly."


class DerivationDialog(FormDialog):
    """Edits a derivation; offers the points that the borrower answers."""

    fits = False

    def __init__(
        self, bridge: Bridge, derivation: Derivation, parent: QWidget | None = None
    ) -> None:
        borrower, lender = (
            get_account(bridge.workspace, account).siglum
            for account in (derivation.borrower_id, derivation.lender_id)
        )
        super().__init__(f"{borrower} draws on {lender}", parent)
        self._bridge, self._derivation = bridge, derivation
        self.degree = Choice[Degree](DEGREES, self)
        self.grounds = TextArea(self, lines=2)
        self.points = QListWidget(self)
        self._lay_out()
        self.degree.set_member(derivation.degree)
        self.grounds.setText(derivation.grounds)
        self._offer_points()
        self.resize(560, 460)
        self.degree.setFocus()

    def _lay_out(self) -> None:
        self.grounds.setPlaceholderText("the same slip, the same words")
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for title, field in (("How &surely", self.degree), ("&Grounds", self.grounds)):
            label = QLabel(title, self)
            label.setBuddy(field)
            field.setAccessibleName(title.replace("&", ""))
            form.addRow(label, field)
        self.hint = PlainLabel(_POINTS, self, muted=True, wraps=True)
        self.points.setAccessibleName("Only on these points")
        self.points.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.points.setSpacing(2)
        self.body.addLayout(form)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.points, 1)

    def _offer_points(self) -> None:
        """Offer what the borrower answers, first what the lender answers too, and what is named."""
        workspace, link = self._bridge.workspace, self._derivation
        answered = {c.point_id for c in list_claims(workspace, account_id=link.borrower_id)}
        lent = {c.point_id for c in list_claims(workspace, account_id=link.lender_id)}
        offered = answered | set(link.point_ids)
        ids = [point for point in list_ids(workspace, "points") if point in offered]
        ids.sort(key=lambda point: point not in lent)
        for line in list_point_lines(workspace, ids):
            item = QListWidgetItem(on_one_line(f"{line.subject}: {line.question}"), self.points)
            item.setToolTip(plain_tooltip(item.text()))
            item.setData(Qt.ItemDataRole.UserRole, str(line.id))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_ticked(line.id in link.point_ids))
        if ids:
            self.points.setCurrentRow(0)
        else:
            self.points.hide()
            self.hint.setText(_NO_POINTS)
            self.body.addStretch(1)

    def tick(self, point_id: int, *, on: bool = True) -> None:
        """Tick a point that is offered, or take its tick away."""
        for item in self._items():
            if item.data(Qt.ItemDataRole.UserRole) == str(point_id):
                item.setCheckState(_ticked(on))

    def _items(self) -> list[QListWidgetItem]:
        return [self.points.item(row) for row in range(self.points.count())]

    def typed_derivation(self) -> Derivation:
        """Return the derivation as it is typed and ticked."""
        ticked = (i for i in self._items() if i.checkState() is Qt.CheckState.Checked)
        return replace(
            self._derivation,
            degree=self.degree.member(),
            grounds=self.grounds.text().strip(),
            point_ids=tuple(int(item.data(Qt.ItemDataRole.UserRole)) for item in ticked),
        )

    @override
    def keep(self) -> None:
        edit_link(self._bridge.workspace, self.typed_derivation())


def _ticked(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
