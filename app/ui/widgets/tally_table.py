"""A total with its parts, or a share with part and whole, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.claims import Weighed
from app.domain.rules import Tally
from app.ui.fonts import ui_font
from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.theme import verdict_colour, verdict_mark
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.texts import plain_tooltip


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One row: what it is, the point, the figure, who tells it."""

    id: int
    what: str
    title: str
    figure: str
    siglum: str
    point_id: int = 0
    verdict: str = ""
    is_sum: bool = False


def _role(row: TallyRow, role: int) -> object:
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(row.title)
    if role == Qt.ItemDataRole.FontRole and row.is_sum:
        return ui_font(bold=True)
    if role == Qt.ItemDataRole.ForegroundRole and row.verdict:
        return verdict_colour(row.verdict)
    return None


_COLUMNS = (
    RowColumn[TallyRow]("", lambda row: row.what, _role),
    RowColumn[TallyRow]("Point", lambda row: row.title, _role),
    RowColumn[TallyRow]("Figure", lambda row: row.figure, _role),
    RowColumn[TallyRow]("Told by", lambda row: row.siglum, _role),
)


def tally_rows(tally: Tally, verdict: str = "") -> Iterator[TallyRow]:
    """Yield parts, what they come to, and the total as it is told, marked with its verdict."""
    for place, part in enumerate(tally.parts, start=1):
        what = "whole" if part.is_whole else "part"
        figure, siglum = _told(part.claim)
        yield TallyRow(place, what, part.case.heading, figure, siglum, part.case.point_id)
    last = len(tally.parts)
    yield TallyRow(
        last + 1, "makes" if tally.is_share else "together", "", tally.words, "", is_sum=True
    )
    figure, siglum = _told(tally.total)
    mark = f"{verdict_mark(verdict or 'clear')} " if tally.amount is not None else ""
    yield TallyRow(
        last + 2, "share" if tally.is_share else "total", tally.case.heading, mark + figure,
        siglum, tally.case.point_id, verdict,
    )  # fmt: skip


def _told(claim: Weighed | None) -> tuple[str, str]:
    return (claim.text, claim.siglum) if claim else ("no figure that fits", "")


class TallyTable(QWidget):
    """Shows one tally; Enter on a row asks for its point."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""

    def __init__(self, tally: Tally, verdict: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {row.id: row for row in tally_rows(tally, verdict)}
        model = RowWindowModel[TallyRow](
            _COLUMNS, self._fetch, id_of=lambda row: row.id, ids=self.rows
        )
        name = f"{'Share' if tally.is_share else 'Total'} told by {tally.total.siglum}"
        self.table = RowTable[TallyRow](model, (9, 50, 26, 10), self, name=name, most_rows=40)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.opened.connect(self._on_opened)

    def _fetch(self, ids: list[int]) -> list[TallyRow]:
        return [self.rows[number] for number in ids]

    def _on_opened(self, number: int) -> None:
        if point_id := self.rows[number].point_id:
            self.point_asked.emit(point_id)
