"""Subjects: the list with their kinds and names, and the form of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from app.domain.records import Subject
from app.services.findings import PointLine, list_point_lines
from app.services.listing import SubjectUses, list_subject_ids, list_subject_uses
from app.services.overview import list_point_ids_about
from app.services.subjects import (
    add_subject,
    delete_subject,
    edit_subject,
    find_subject,
    get_subject,
    names_related,
)
from app.ui.bridge import Bridge
from app.ui.dialogs.point import PointDialog
from app.ui.labels import POINT_STATUSES, counted
from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.panels.list_form import ListFormPage, Values
from app.ui.panels.record_fields import (
    SUBJECT_GROUPS,
    SUBJECTS_NAMED,
    subject_of,
    texts_of_subject,
)
from app.ui.theme import verdict_colour, verdict_mark
from app.ui.widgets.field_form import FieldForm
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.subject_field import complete_field
from app.ui.widgets.texts import HeadingLabel, told_whole

_CENTRE = Qt.AlignmentFlag.AlignHCenter


def _names(line: SubjectUses) -> str:
    return f"{line.name}  ({line.variants})" if line.variants else line.name


def _status_role(line: PointLine, role: int) -> object:
    return verdict_colour(line.status) if role == Qt.ItemDataRole.ForegroundRole else None


def _question(line: PointLine) -> str:
    return line.question


_COLUMNS = (
    RowColumn[SubjectUses]("Name", _names, told_whole(_names)),
    RowColumn[SubjectUses]("Kind", lambda line: line.kind),
    RowColumn[SubjectUses]("Points", lambda line: str(line.points or "–"), alignment=_CENTRE),
    RowColumn[SubjectUses]("Tells", lambda line: str(line.accounts or "–"), alignment=_CENTRE),
)
_POINT_COLUMNS = (
    RowColumn[PointLine]("Question", _question, told_whole(_question)),
    RowColumn[PointLine](
        "Status",
        lambda line: f"{verdict_mark(line.status)} {POINT_STATUSES[line.status]}",
        _status_role,
    ),
    RowColumn[PointLine]("Claims", lambda line: str(line.claims), alignment=_CENTRE),
)


class SubjectsPage(ListFormPage):
    """Shows every subject and the form of one."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""
    noun = "subject"
    orders = ("name", "kind", "points", "accounts")
    empty = (
        "There is no subject yet. Record a claim below: its point begins with the subject, "
        "which is made with it."
    )

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        workspace = bridge.workspace
        model = RowWindowModel[SubjectUses](
            _COLUMNS, lambda ids: list_subject_uses(workspace, ids), id_of=lambda line: line.id
        )
        table = RowTable[SubjectUses](model, (40, 9, 7, 7), name="Subjects", spare=(1,))
        super().__init__(bridge, table, FieldForm(SUBJECT_GROUPS), parent)
        for name in SUBJECTS_NAMED:
            complete_field(self.form.line(name), workspace)
        self.points_title = HeadingLabel(parent=self, scale=1.05)
        points = RowWindowModel[PointLine](
            _POINT_COLUMNS,
            lambda ids: list_point_lines(workspace, ids),
            id_of=lambda line: line.id,
        )
        self.points = RowTable[PointLine](
            points, (50, 16, 9), self, name="Points about it", most_rows=14
        )
        self.new_point = QPushButton("New point about it…", self)
        self.new_point.setAutoDefault(False)
        self.new_point.setEnabled(workspace.is_writable)
        row = QWidget(self)
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.new_point)
        buttons.addStretch(1)
        self.add_parts(self.points_title, self.points, row)
        self.points.opened.connect(self.point_asked)
        self.new_point.clicked.connect(self.add_point)

    def add_point(self) -> None:
        """Ask for a new point about the subject."""
        if not self.record_id or not self.leave():
            return
        subject = get_subject(self.workspace, self.record_id)
        dialog = PointDialog(self.bridge, self, subject=subject.name)
        dialog.accepted.connect(lambda: self.point_asked.emit(dialog.kept_id))
        dialog.show_modal()

    @override
    def list_ids(self, order: str, *, descending: bool) -> list[int]:
        return list_subject_ids(self.workspace, order, descending=descending)

    @override
    def load_record(self, record_id: int) -> Values:
        workspace = self.workspace
        subject = get_subject(workspace, record_id)
        ids = list_point_ids_about(workspace, record_id)
        self.points.show_ids(ids)
        self.points_title.setText(f"{counted(len(ids), 'point')} about it" if ids else "No points")
        return texts_of_subject(subject, names_related(workspace, subject))

    @override
    def keep_record(self, record_id: int, values: Values) -> int:
        workspace = self.workspace
        if not record_id:
            return add_subject(workspace, subject_of(values, Subject(0, ""), self._find))
        before = get_subject(workspace, record_id)
        edit_subject(workspace, subject_of(values, before, self._find))
        return record_id

    def _find(self, name: str) -> Subject | None:
        return find_subject(self.workspace, name)

    @override
    def delete_record(self, record_id: int) -> None:
        delete_subject(self.workspace, record_id)

    @override
    def title_of(self, values: Values) -> str:
        return values["name"] or ("New subject" if self.is_new else "Subject without a name")
