"""A point's question and how it is answered: made anew, or edited."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from app.domain.answers import Kind
from app.domain.records import Point
from app.domain.rules.role_words import role_of
from app.services.completing import complete_subjects
from app.services.points import add_point, edit_point, get_point, get_point_title
from app.services.subjects import find_subject
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.labels import KINDS
from app.ui.widgets.choice import Choice
from app.ui.widgets.completion import Completion, Proposal
from app.ui.widgets.text_area import TextArea

_CALENDARS = {
    "": "Gregorian, unless a claim says otherwise",
    "julian": "Julian (Old Style)",
    "russia": "of Russia: Julian to 31 January 1918",
}
_SEVERAL = {
    False: "one only: other answers clash with it",
    True: "several may hold together: only denials clash",
}
_CENTRALITIES = {
    "": "by its kind: dates and figures are periphery",
    "core": "core of the story",
    "periphery": "periphery of the story",
}
_ROLES = {
    "": "none",
    "birth": "birth of the person",
    "death": "death of the person",
    "formation": "formation of the unit",
    "disbandment": "disbandment of the unit",
    "posthumous": "after the death of the person, as a burial",
    "unbound": "not of the subject itself, as the birth of a son",
}


class PointDialog(FormDialog):
    """Asks for a point; with ``point_id`` it edits that one."""

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, point_id: int = 0, subject: str = ""
    ) -> None:
        super().__init__(
            "Edit point" if point_id else "New point", parent,
            keep_text="&Keep" if point_id else "&Make the point",
        )  # fmt: skip
        self._bridge = bridge
        self._role_is_chosen = False
        self.kept_id = point_id
        """The point that was edited or made."""
        self._point = Point(0, 0, "", Kind.DATE)
        self._make_fields()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_what_applies)
        if not point_id:
            self.question.textEdited.connect(self._propose_role)
            self.kind.activated.connect(self._propose_role)
            self.role.activated.connect(self._keep_role)
        if point_id:
            self._point = get_point(bridge.workspace, point_id)
            subject = get_point_title(bridge.workspace, point_id)[0]
        self._show(subject)
        self.setMinimumWidth(560)

    def _make_fields(self) -> None:
        workspace = self._bridge.workspace
        self.subject = QLineEdit(self)
        self.subject.setPlaceholderText("a person, unit, place, event, work or thing")
        Completion(
            self.subject,
            lambda words: [Proposal(name) for name in complete_subjects(workspace, words)],
        )
        self.question = QLineEdit(self)
        self.question.setPlaceholderText("When did he cross the line?")
        self.kind = Choice[Kind](KINDS, self)
        self.lemma = QLineEdit(self)
        self.lemma.setPlaceholderText("short heading for the apparatus: crossed")
        self.unit = QLineEdit(self)
        self.unit.setPlaceholderText("men, km, %")
        self.calendar = Choice[str](_CALENDARS, self)
        self.several = Choice[bool](_SEVERAL, self)
        self.role = Choice[str](_ROLES, self)
        self.centrality = Choice[str](_CENTRALITIES, self)
        self.note = TextArea(self)

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("S&ubject", self.subject),
            ("&Question", self.question),
            ("&Answered by", self.kind),
            ("&Lemma", self.lemma),
            ("Un&it", self.unit),
            ("Calen&dar", self.calendar),
            ("An&swers", self.several),
            ("&Role", self.role),
            ("Centralit&y", self.centrality),
            ("&Note", self.note),
        )
        for title, field in rows:
            label = QLabel(title, self)
            label.setBuddy(field)
            field.setAccessibleName(title.replace("&", ""))
            self.form.addRow(label, field)
        self.body.addLayout(self.form)
        self.body.addStretch(1)

    def _show(self, subject: str) -> None:
        point = self._point
        self.subject.setText(subject)
        self.subject.setEnabled(not point.id)
        self.question.setText(point.question)
        self.kind.set_member(point.kind)
        self.lemma.setText(point.lemma)
        self.unit.setText(point.unit)
        self.calendar.set_member(point.calendar)
        self.several.set_member(point.several)
        self.role.set_member(point.role)
        self.centrality.set_member(point.centrality)
        self.note.setText(point.note)
        self._show_what_applies()
        (self.question if subject else self.subject).setFocus()

    def _show_what_applies(self) -> None:
        kind = self.kind.member()
        self.form.setRowVisible(self.unit, kind is Kind.QUANTITY)
        self.form.setRowVisible(self.calendar, kind is Kind.DATE)
        self.form.setRowVisible(self.role, kind is Kind.DATE)

    def _propose_role(self) -> None:
        """Choose the role that the question says, until another is chosen by hand."""
        if not self._role_is_chosen:
            named = find_subject(self._bridge.workspace, self.subject.text())
            subject_kind = named.kind if named else ""
            question, kind = self.question.text(), self.kind.member()
            self.role.set_member(role_of(question, kind, self.subject.text(), subject_kind))

    def _keep_role(self) -> None:
        self._role_is_chosen = True

    def typed_point(self) -> Point:
        """Return the point as it is typed."""
        return replace(
            self._point,
            question=self.question.text().strip(),
            kind=self.kind.member(),
            several=self.several.member(),
            lemma=self.lemma.text().strip(),
            unit=self.unit.text().strip(),
            calendar=self.calendar.member(),
            role=self.role.member(),
            centrality=self.centrality.member(),
            note=self.note.text().strip(),
        )

    @override
    def keep(self) -> None:
        point, workspace = self.typed_point(), self._bridge.workspace
        if point.id:
            edit_point(workspace, point)
        else:
            self.kept_id = add_point(workspace, self.subject.text(), point)
