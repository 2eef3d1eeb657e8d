"""The points at issue as a tree of two levels: subjects, and under each its points.

A subject's row holds its id and the number of its points; the points' ids are fetched when the
subject is opened, and the words of what is on the screen in windows of 64.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.services.findings import PointLine, list_point_lines
from app.services.overview import (
    SubjectLine,
    list_point_ids_about,
    list_subject_lines,
    list_subject_sizes,
)
from app.services.workspace import ChangeSet, Workspace
from app.ui.labels import counted
from app.ui.widgets.texts import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
Line = SubjectLine | PointLine
WINDOW = 64
_MOST_WINDOWS = 64
_NOWHERE = QModelIndex()
_REARRANGING = ("subject", "point")
"""Tables whose changes may add, take out, rename or move rows."""
LineRole = Qt.ItemDataRole.UserRole + 1
"""Gives the ``SubjectLine`` or ``PointLine`` of a row."""


class PointsModel(QAbstractItemModel):
    """Subjects with their points; ``arranged`` anew when rows came or went."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._points: dict[int, list[int]] = {}
        self._windows: OrderedDict[tuple[int, int], dict[int, Line]] = OrderedDict()
        self._arrange(list_subject_sizes(workspace))

    def _arrange(self, sizes: Sequence[tuple[int, int]]) -> None:
        self._subjects = [subject for subject, _ in sizes]
        self._sizes = [size for _, size in sizes]

    def take_change(self, change_set: ChangeSet) -> bool:
        """Follow a kept change; returns whether the rows were arranged anew."""
        self._windows.clear()
        if not change_set.touched.isdisjoint(_REARRANGING) and self._rearrange():
            return True
        self._tell_changed()
        return False

    def _rearrange(self) -> bool:
        sizes = list_subject_sizes(self._workspace)
        before = list(zip(self._subjects, self._sizes, strict=True))
        living = {subject for subject, _ in sizes}
        points = {
            subject: list_point_ids_about(self._workspace, subject, by_lemma=True)
            for subject in self._points
            if subject in living
        }
        if sizes == before and points == self._points:
            return False
        self.beginResetModel()
        self._arrange(sizes)
        self._points = points
        self.endResetModel()
        return True

    def _tell_changed(self) -> None:
        """Let views ask again for the rows that they show."""
        opened = [row for row, subject in enumerate(self._subjects) if subject in self._points]
        for parent in (QModelIndex(), *(self.index(row, 0) for row in opened)):
            if count := self.rowCount(parent):
                first, last = self.index(0, 0, parent), self.index(count - 1, 0, parent)
                self.dataChanged.emit(first, last)

    @property
    def number_of_points(self) -> int:
        """Return how many points there are under all subjects."""
        return sum(self._sizes)

    def subject_row(self, subject_id: int) -> QModelIndex:
        """Return where a subject stands; an invalid index when it has no points."""
        if subject_id in self._subjects:
            return self.index(self._subjects.index(subject_id), 0)
        return QModelIndex()

    def point_row(self, point_id: int) -> QModelIndex:
        """Return where a point stands; an invalid index when it is gone."""
        found = list_point_lines(self._workspace, [point_id])
        parent = self.subject_row(found[0].subject_id) if found else QModelIndex()
        if not parent.isValid():
            return QModelIndex()
        points = self._points_at(parent.row())
        return self.index(points.index(point_id), 0, parent) if point_id in points else parent

    def point_at(self, index: Index) -> int:
        """Return the id of the point in a row, or 0 for a subject's row."""
        if not index.isValid() or not index.internalId():
            return 0
        points = self._points_at(index.internalId() - 1)
        return points[index.row()] if index.row() < len(points) else 0

    def subject_at(self, index: Index) -> int:
        """Return the id of the subject in a row, or 0 for a point's row."""
        if not index.isValid() or index.internalId():
            return 0
        return self._subjects[index.row()]

    def neighbour(self, index: Index, step: int) -> QModelIndex:
        """Return the next (1) or previous (-1) point's row, across subjects; invalid at the end."""
        if not self._subjects:
            return QModelIndex()
        subject, row = (index.internalId() - 1, index.row()) if self.point_at(index) else (-1, -1)
        if subject < 0:
            subject = index.row() if index.isValid() else 0
            row = -1 if step > 0 else 0
        row += step
        if not 0 <= row < self._sizes[subject]:
            subject += step
            if not 0 <= subject < len(self._subjects):
                return QModelIndex()
            row = 0 if step > 0 else self._sizes[subject] - 1
        return self.index(row, 0, self.index(subject, 0))

    def _points_at(self, subject_row: int) -> list[int]:
        subject = self._subjects[subject_row]
        if subject not in self._points:
            self._points[subject] = list_point_ids_about(self._workspace, subject, by_lemma=True)
        return self._points[subject]

    def _line(self, index: Index) -> Line | None:
        owner, number = index.internalId(), index.row() // WINDOW
        ids = self._points_at(owner - 1) if owner else self._subjects
        if (owner, number) not in self._windows:
            wanted = ids[number * WINDOW : (number + 1) * WINDOW]
            lines: list[Line] = []
            lines += (list_point_lines if owner else list_subject_lines)(self._workspace, wanted)
            self._windows[owner, number] = {line.id: line for line in lines}
            if len(self._windows) > _MOST_WINDOWS:
                self._windows.popitem(last=False)
        self._windows.move_to_end((owner, number))
        return (
            self._windows[owner, number].get(ids[index.row()]) if index.row() < len(ids) else None
        )

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() is its other overload
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._subjects)
        return 0 if parent.internalId() else self._sizes[parent.row()]

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    @override
    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return self.rowCount(parent) > 0

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._line(index)
        if line is None or role == LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name if isinstance(line, SubjectLine) else line.lemma or line.question
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_whole_words(line))
        return None


def _whole_words(line: Line) -> str:
    return line.name if isinstance(line, SubjectLine) else f"{line.subject}: {line.question}"


def spoken(line: Line) -> str:
    """Return a row as a screen reader says it, with what its marks mean."""
    words = line.name if isinstance(line, SubjectLine) else line.question
    counts = [
        counted(number, word)
        for number, word in (
            (line.open_contradictions, "contradiction"),
            (line.open_tensions, "tension"),
        )
        if number
    ]
    return ", ".join([words, *counts])
