"""The left side of the window: contradictions, points by subject, sources and so on to rules."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
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
_TREE_LINES = 4
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
        for place, (words, icon_name) in PLACES.items():
            row = NavigationRow(words, icon_name, self)
            row.clicked.connect(lambda _=False, place=place: self.place_chosen.emit(place))
            self._group.addButton(row)
            self.rows[place] = row
            layout.addWidget(row)
            if place == _TREE_AFTER:
                layout.addWidget(self.tree, 1)
                layout.addSpacing(6)
        self.setMinimumWidth(200)
        bridge.changed.connect(self._on_changed)
        self._show_counts()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the places stand closer where else the tree of points would have no room."""
        wanted = sum(row.full_height for row in self.rows.values())
        tree = _TREE_LINES * next(iter(self.rows.values())).full_height
        for row in self.rows.values():
            row.squeeze(wanted + tree > self.height())
        super().resizeEvent(event)

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
