"""What if: what is set aside, what would be found otherwise then; and the linchpins."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.what_if import PointChange
from app.services.linchpins import Linchpin
from app.services.what_if import Outcome
from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.models.row_window import RowColumn
from app.ui.panels.aside_line import AsideLine
from app.ui.panels.flag_changes import FlagChangesList
from app.ui.panels.linchpins import LinchpinsTable
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.pages import HeadedPage
from app.ui.supposition import Supposed, Supposition
from app.ui.tasks import Progress
from app.ui.theme import verdict_colour
from app.ui.widgets.chip_row import ChipRow
from app.ui.widgets.held_table import HeldTable
from app.ui.widgets.passage import Passage
from app.ui.widgets.rooms import QuietScroll, column_of, divided
from app.ui.widgets.texts import PlainLabel, told_whole
from app.ui.widgets.what_if_words import (
    balance_in_words,
    change_segments,
    status_in_words,
    weaker_in_words,
)

_COMMANDS = (
    PageCommand("what_if.name", "&Name what to set aside", "F4"),
    PageCommand("what_if.changes", "Show &changes", "F7"),
    PageCommand("what_if.flags", "Show &flags", "F9"),
    PageCommand("what_if.linchpins", "Show &linchpins", "F8"),
    PageCommand("what_if.clear", "Clear &what is set aside", "Ctrl+Shift+R"),
)
_NOTHING_ASIDE = (
    "Nothing is set aside. Name a source, an account or a speaker above, or choose one from the "
    "linchpins: everything is found anew without it, and what differs is listed here. Nothing of "
    "it is written into the dossier."
)
_NOTHING_DIFFERS = "Without it, nothing would be found otherwise."
_NO_FLAG_DIFFERS = "Without it, no flag would be gone or new."
_FINDING = "Finding everything anew without {names}…"


def _status_role(change: PointChange, role: int) -> object:
    if role == Qt.ItemDataRole.ForegroundRole:
        return verdict_colour(change.status_after)
    return None


def _title(change: PointChange) -> str:
    return change.title


_COLUMNS = (
    RowColumn[PointChange]("Point", _title, told_whole(_title)),
    RowColumn[PointChange]("Status", status_in_words, _status_role),
    RowColumn[PointChange](
        "Versions", lambda c: balance_in_words(len(c.versions_gone), len(c.versions_joined))
    ),
    RowColumn[PointChange]("Witnesses", weaker_in_words),
    RowColumn[PointChange](
        "Flags", lambda c: balance_in_words(len(c.flags_gone), len(c.flags_new))
    ),
)


class WhatIfPage(HeadedPage):
    """Shows before and after, point by point; Enter opens the point."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""
    title = "What if"

    def __init__(
        self, bridge: Bridge, supposed: Supposition, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, _NOTHING_ASIDE, parent)
        self._supposed = supposed
        self.line = AsideLine(bridge.workspace, supposed, self)
        slots = {
            "what_if.name": self.line.field.setFocus,
            "what_if.changes": lambda: self.show_part("changes"),
            "what_if.flags": lambda: self.show_part("flags"),
            "what_if.linchpins": lambda: self.show_part("linchpins"),
            "what_if.clear": supposed.clear,
        }
        self.commands = make_actions(self, _COMMANDS, slots)
        self.parts = ChipRow(self)
        self.summary = PlainLabel(parent=self, muted=True)
        self.table = HeldTable[PointChange](
            _COLUMNS, (50, 30, 11, 12, 12), self, id_of=lambda change: change.point_id,
            name="What would be found otherwise", spare=(3,),
        )  # fmt: skip
        self.details = Passage(self, in_tabs=True)
        self.details.setAccessibleName("Before and after")
        self.flags = FlagChangesList(self)
        self.linchpins = LinchpinsTable(bridge.workspace, self)
        self._part = "changes"
        self._wanted = 0
        self._is_awaited = False
        self._lay_out()
        self._watch()

    def _watch(self) -> None:
        self.table.opened.connect(self.point_asked)
        self.table.chosen.connect(self._show_details)
        self.flags.point_asked.connect(self.point_asked)
        self.linchpins.aside_asked.connect(self._on_linchpin)
        self.parts.chosen.connect(self.show_part)
        self._supposed.changed.connect(self._on_supposed)
        self._supposed.found.connect(self._on_supposed)
        self._supposed.progressed.connect(self._on_progressed)

    def _lay_out(self) -> None:
        self.heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add_title({self.line: 1})
        self.add_line({self.parts: 1, self.summary: 0})
        rows = column_of(self.table, margins=(24, 0, 24, 0), fills=self.table)
        words = column_of(self.details, margins=(24, 10, 24, 12))
        self._story = divided(rows, QuietScroll(words, self), (200, 110))
        self.add_content(self._story, self.linchpins, self.flags)

    # What is shown

    def show_part(self, part: str) -> None:
        """Show ``changes``, ``flags`` or ``linchpins``."""
        self._part = part
        self._show()
        self._focus_list()

    def _focus_list(self) -> None:
        """Put the focus into the list, now or when it is known what stands in it."""
        shown = self._list()
        self._is_awaited = not shown.isVisible()
        shown.setFocus()

    def _list(self) -> QWidget:
        lists: dict[str, QWidget] = {"linchpins": self.linchpins.table, "flags": self.flags.table}
        return lists.get(self._part, self.table)

    @override
    def find_home(self) -> QWidget:
        shown = self._list()
        return shown if shown.isVisibleTo(self) else self.line.field

    def show_point(self, point_id: int) -> None:
        """Show what would be found otherwise on a point, where anything would."""
        self._wanted = point_id
        self.show_part("changes")
        self.table.choose(point_id)

    @override
    def read(self) -> None:
        """Show what would differ, as far as it is known; it is found anew in the background."""
        outcome = self._supposed.outcome()
        self.table.show_records(outcome.changes if outcome else ())
        if outcome is None or not self.table.choose(self._wanted):
            self.table.choose_first()
        self._wanted = 0 if outcome else self._wanted
        self.flags.show_outcome(outcome)
        self.commands["what_if.clear"].setEnabled(bool(self._supposed.things))
        self.summary.setText(_summary(outcome) if outcome else "")
        self._show()
        self._show_details()
        if self._is_awaited and outcome is not None:
            self._focus_list()

    def _show(self) -> None:
        is_known = self._supposed.outcome() is not None
        chips = {
            "changes": f"Changes  {len(self.table.records):,}" if is_known else "Changes",
            "flags": f"Flags  {self.flags.number:,}" if is_known else "Flags",
            "linchpins": "Linchpins",
        }
        self.parts.show_chips(chips, self._part)
        self.nothing.setText(self._why_nothing(is_known))
        if self._part == "linchpins":
            self.show_content(self.linchpins)
            self.linchpins.refresh()
        elif self._part == "flags":
            self.show_content(self.flags if self.flags.number else None)
        else:
            self.show_content(self._story if self.table.records else None)

    def _why_nothing(self, is_known: bool) -> str:
        if not self._supposed.things:
            return _NOTHING_ASIDE
        if not is_known:
            return self._supposed.stopped or _FINDING.format(names=self._supposed.names)
        return _NO_FLAG_DIFFERS if self.table.records else _NOTHING_DIFFERS

    def _on_progressed(self, progress: Progress) -> None:
        self.summary.setText(progress.words)

    def _show_details(self) -> None:
        change = self.table.find_current()
        self.details.show_segments(change_segments(change) if change else ())

    def _on_linchpin(self, linchpin: Linchpin) -> None:
        self._part = "changes"
        self._supposed.add(Supposed("source", linchpin.source_id, linchpin.key))
        self._focus_list()

    def _on_supposed(self) -> None:
        self.refresh_when_seen()

    @override
    def _on_changed(self, _kept: ChangeSet) -> None:
        self.linchpins.forget()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._part == "linchpins":
            self.linchpins.refresh()


def _summary(outcome: Outcome) -> str:
    return (
        f"{counted(outcome.claims_aside, 'claim')} set aside on "
        f"{counted(outcome.points_touched, 'point')}"
    )
