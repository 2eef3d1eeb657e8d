"""The list of rules: subject, one point, what must hold, the other point, and what it flags."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from app.services.rules import RuleLine, list_rule_lines
from app.services.workspace import Workspace
from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.theme import verdict_colour, verdict_mark
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.rule_words import flag_words, other_point, relation_words, rule_sentence
from app.ui.widgets.texts import on_one_line, plain_tooltip


def _verdict(line: RuleLine) -> str:
    if line.contradictions:
        return "contradicts"
    return "tension" if line.tensions else ""


def _flags(line: RuleLine) -> str:
    verdict = _verdict(line)
    return f"{verdict_mark(verdict)} {flag_words(line)}" if verdict else flag_words(line)


def _role(line: RuleLine, role: int) -> object:
    if role != Qt.ItemDataRole.ToolTipRole:
        return None
    return plain_tooltip("\n".join(filter(None, (rule_sentence(line), line.rule.note))))


def _flags_role(line: RuleLine, role: int) -> object:
    if role == Qt.ItemDataRole.ForegroundRole and (verdict := _verdict(line)):
        return verdict_colour(verdict)
    return _role(line, role)


def _relation(line: RuleLine) -> str:
    return relation_words(line.rule)


_COLUMNS = (
    RowColumn[RuleLine]("About", lambda line: on_one_line(line.a.subject), _role),
    RowColumn[RuleLine]("Point", lambda line: on_one_line(line.a.question), _role),
    RowColumn[RuleLine]("Rule", _relation, _role),
    RowColumn[RuleLine]("Other point", lambda line: on_one_line(other_point(line)), _role),
    RowColumn[RuleLine]("Note", lambda line: on_one_line(line.rule.note), _role),
    RowColumn[RuleLine]("Flags", _flags, _flags_role),
)
_ABOUT, _POINT, _NOTE = 0, 1, 4


class RulesTable(RowTable[RuleLine]):
    """Shows rules as a sentence across its columns."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        model = RowWindowModel[RuleLine](
            _COLUMNS, lambda ids: list_rule_lines(workspace, ids), id_of=lambda line: line.id
        )
        super().__init__(
            model, (18, 48, 20, 48, 34, 8), parent, name="Rules", spare=(_NOTE, _ABOUT)
        )
        self.setMinimumHeight(5 * (self.fontMetrics().lineSpacing() + 8))

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show the row of an index, also where its own column is left out."""
        super().scrollTo(self.rows.index(index.row(), _POINT), hint)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def choose_row(self, row: int) -> None:
        """Make a row, or the last one before it, the current one."""
        if self.rows.rowCount():
            place = min(max(row, 0), self.rows.rowCount() - 1)
            self.setCurrentIndex(self.rows.index(place, 0))
