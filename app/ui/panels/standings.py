"""How each version of a point is judged: a standing and its grounds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.domain.records import Standing
from app.ui.labels import STANDINGS
from app.ui.widgets.choice import Choice
from app.ui.widgets.passage import Passage
from app.ui.widgets.tab_order import TabAnchor, chain_tabs

Standings = Mapping[str, tuple[Standing, str]]
_MOST_ROWS = 60


class _Row:
    """The fields of one version."""

    def __init__(self, answer: str, parent: QWidget) -> None:
        self.answer = answer
        self.label = Passage(parent, serif=True)
        self.label.show_text(answer)
        self.standing = Choice[Standing](STANDINGS, parent)
        self.standing.setAccessibleName(f"Standing of {answer}")
        self.grounds = QLineEdit(parent)
        self.grounds.setPlaceholderText("grounds")
        self.grounds.setAccessibleName(f"Grounds for {answer}")

    @property
    def fields(self) -> tuple[QWidget, ...]:
        return self.label, self.standing, self.grounds


class StandingsGrid(QWidget):
    """One row for each version: its answer, its standing, the grounds."""

    changed = Signal()
    """A standing or its grounds were changed by the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._anchor = TabAnchor(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(2, 4)

    def standings(self) -> dict[str, tuple[Standing, str]]:
        """Return standing and grounds by the answer of the version."""
        return {
            row.answer: (row.standing.member(), row.grounds.text().strip()) for row in self._rows
        }

    def show_standings(self, standings: Standings) -> None:
        """Show the versions; their fields are made anew only when other versions come."""
        wanted = list(standings)[:_MOST_ROWS]
        if wanted != [row.answer for row in self._rows]:
            self._rebuild(wanted)
        for row in self._rows:
            standing, grounds = standings[row.answer]
            row.standing.set_member(standing)
            if row.grounds.text().strip() != grounds:
                row.grounds.setText(grounds)

    def _rebuild(self, answers: list[str]) -> None:
        for row in self._rows:
            for field in row.fields:
                self._grid.removeWidget(field)
                field.hide()
                field.deleteLater()
        self._rows = [_Row(answer, self) for answer in answers]
        for place, row in enumerate(self._rows):
            for column, field in enumerate(row.fields):
                self._grid.addWidget(field, place, column, Qt.AlignmentFlag.AlignVCenter)
            row.standing.chosen.connect(self.changed)
            row.grounds.textEdited.connect(self.changed)
        chain_tabs(self._anchor, *(f for row in self._rows for f in (row.standing, row.grounds)))

    def row_fields(self, place: int) -> tuple[Choice[Standing], QLineEdit]:
        """Return the fields of the version at ``place``."""
        return self._rows[place].standing, self._rows[place].grounds
