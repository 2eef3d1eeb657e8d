"""The left side of the window: contradictions, points by subject, records, ways to look at them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.findings import count_rows
from app.services.overview import count_flags, counts_after
from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.panels.points_panel import PointsPanel
from app.ui.widgets.navigation_row import NavigationRow

PLACES: dict[str, tuple[str, str]] = {
    "contradictions": ("Contradictions", "flag"),
    "points": ("Points", "list-tree"),
    "sources": ("Sources", "library"),
    "accounts": ("Accounts", "quote"),
    "subjects": ("Subjects", "tags"),
    "synopsis": ("Synopsis", "table-2"),
    "timeline": ("Timeline", "timeline"),
    "drift": ("Drift", "trending-up"),
    "what_if": ("What if", "eye-off"),
    "reading_room": ("Reading room", "glasses"),
    "audit": ("Citation audit", "list-checks"),
    "rules": ("Rules", "chart-gantt"),
    "stemma": ("Stemma", "network"),
}
"""Places to go to: the name in the code, then the words and the icon."""
_TABLES = {
    "points": "point",
    "sources": "source",
    "accounts": "account",
    "subjects": "subject",
    "rules": "rule",
}
_TREE_AFTER = "points"
_VIEWS = tuple(PLACES)[list(PLACES).index("synopsis") :]
"""The places that look at the records: they stand in two columns where there is width for it."""
_AROUND = 30
"""Height of what stands around rows and tree, in pixels."""
_TREE_LINES = 10
"""How many points the tree is to show at least, before the places stand closer."""


class NavigationPanel(QWidget):
    """Says where one is and how much there is of each thing."""

    place_chosen = Signal(str)
    """One of ``PLACES`` is to be shown."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = bridge.workspace
        self.counts = count_rows(bridge.workspace)
        """How many rows each table of the dossier has."""
        self.tree = PointsPanel(bridge, self)
        self.rows: dict[str, NavigationRow] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(2)
        self._views = QGridLayout()
        self._views.setSpacing(2)
        self._columns = 0
        for place, (words, icon_name) in PLACES.items():
            row = NavigationRow(words, icon_name, self)
            row.clicked.connect(lambda _=False, place=place: self.place_chosen.emit(place))
            self._group.addButton(row)
            self.rows[place] = row
            if place not in _VIEWS:
                layout.addWidget(row)
            if place == _TREE_AFTER:
                layout.addWidget(self.tree, 1)
                layout.addSpacing(6)
        layout.addLayout(self._views)
        self._lay_views(columns=1)
        self.setMinimumWidth(200)
        bridge.changed.connect(self._on_changed)
        self._show_counts()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the places stand closer where else the tree of points would have no room."""
        wanted = sum(self._halves()) + self._views.spacing()
        self._lay_views(columns=2 if self.width() >= wanted else 1)
        lines = len(PLACES) - len(_VIEWS) + -(-len(_VIEWS) // self._columns)
        height = next(iter(self.rows.values())).full_height + self._views.spacing()
        tree = _TREE_LINES * self.tree.sizeHintForRow(0)
        for row in self.rows.values():
            row.squeeze(lines * height + tree > self.height() - _AROUND)
        super().resizeEvent(event)

    def _lay_views(self, *, columns: int) -> None:
        """Put the places that look at the records into so many columns, read downwards."""
        if columns == self._columns:
            return
        self._columns = columns
        lines = -(-len(_VIEWS) // columns)
        for number, place in enumerate(_VIEWS):
            self._views.addWidget(self.rows[place], number % lines, number // lines)
        for column, width in enumerate(self._halves()):
            self._views.setColumnStretch(column, width if column < columns else 0)

    def _halves(self) -> tuple[int, int]:
        """Return how wide each of two columns must be."""
        widths = [self.rows[place].minimumSizeHint().width() for place in _VIEWS]
        half = -(-len(widths) // 2)
        return max(widths[:half]), max(widths[half:])

    def mark_place(self, place: str, point_id: int = 0) -> None:
        """Mark where one is; with a point, its row in the tree too."""
        self.rows[place].setChecked(True)
        self.tree.mark_point(point_id)

    def _on_changed(self, change_set: ChangeSet) -> None:
        self.counts = counts_after(self.counts, change_set)
        self._show_counts()

    def _show_counts(self) -> None:
        for place, table in _TABLES.items():
            self.rows[place].show_count(self.counts[table], counted(self.counts[table], table))
        flags = count_flags(self._workspace)
        hard = sum(number for (_, level), number in flags.items() if level == "contradicts")
        soft = sum(flags.values()) - hard
        softer = counted(soft, "tension or silence", "tensions and silences")
        meaning = f"{counted(hard, 'contradiction')}; {softer}"
        self.rows["contradictions"].show_count(hard, meaning)
