"""The inbox of contradictions as a list: ids of flags, their lines in windows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from app.services.findings import FlagLine
from app.services.overview import list_flag_ids, list_flag_lines
from app.services.workspace import Workspace
from app.ui.labels import FLAG_KINDS
from app.ui.models.row_window import Index, RowColumn, RowWindowModel
from app.ui.widgets.texts import plain_tooltip

LineRole = Qt.ItemDataRole.UserRole + 1
"""Gives the ``FlagLine`` of a row."""
GoneRole = Qt.ItemDataRole.UserRole + 2
"""Tells whether the flag would be gone without what is set aside in a what-if."""


class FlagsModel(RowWindowModel[FlagLine]):
    """Flags of the chosen kind, the hardest first."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(
            [RowColumn("Contradictions", flag_words, _roles)],
            lambda ids: list_flag_lines(workspace, ids),
            id_of=lambda line: line.id,
            parent=parent,
        )
        self._workspace = workspace
        self._gone: frozenset[str] = frozenset()

    def mark_gone(self, identities: frozenset[str]) -> None:
        """Mark the flags of these identities as gone without what is set aside in a what-if."""
        if identities != self._gone:
            self._gone = identities
            self.drop_all()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (GoneRole, Qt.ItemDataRole.AccessibleTextRole):
            return super().data(index, role)
        line = self.find_record(index.row())
        is_gone = line is not None and line.identity in self._gone
        if role == GoneRole:
            return is_gone
        return f"{'would be gone; ' if is_gone else ''}{super().data(index, role) or ''}"

    def show_flags(self, kind: str = "", *, with_dismissed: bool = False) -> None:
        """List the flags of a kind (all kinds when empty) as they stand now."""
        kinds = (kind,) if kind else ()
        ids = list_flag_ids(self._workspace, kinds, with_dismissed=with_dismissed)
        self.reset_ids(ids)
        self.drop_all()


def flag_words(line: FlagLine) -> str:
    """Return a flag in one line: its kind, its point, its sentence."""
    aside = "set aside; " if line.dismissal_id is not None else ""
    return f"{aside}{kind_words(line)}: {line.subject}: {line.question} {line.why}"


def kind_words(line: FlagLine) -> str:
    """Return the name of a flag's kind."""
    return next((words for kind, words in FLAG_KINDS.items() if kind == line.kind), line.kind)


def _roles(line: FlagLine, role: int) -> object:
    if role == LineRole:
        return line
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(line.why)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return flag_words(line)
    return None
