"""The flags that would be gone or new in a what-if, as a list; Enter opens the point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.flags import Flag
from app.services.what_if import Outcome
from app.ui.labels import FLAG_KINDS
from app.ui.models.row_window import RowColumn
from app.ui.theme import verdict_colour, verdict_mark
from app.ui.widgets.held_table import HeldTable
from app.ui.widgets.passage import Passage, Segment
from app.ui.widgets.texts import on_one_line, told_whole


@dataclass(frozen=True, slots=True)
class FlagChange:
    """One flag at its place in the list, from 1; gone unless it is new."""

    place: int
    point_id: int
    title: str
    flag: Flag
    is_new: bool


def flag_changes(outcome: Outcome | None) -> list[FlagChange]:
    """Return every flag that would be new, then every one that would be gone, each once.

    A flag of a rule, which reaches over several points, stands at the first of them.
    """
    changes = outcome.changes if outcome else ()
    found: dict[tuple[bool, str], tuple[int, str, Flag]] = {}
    for is_new in (True, False):
        for change in changes:
            for flag in change.flags_new if is_new else change.flags_gone:
                found.setdefault((is_new, flag.identity), (change.point_id, change.title, flag))
    return [
        FlagChange(place, *what, is_new=is_new)
        for place, ((is_new, _), what) in enumerate(found.items(), 1)
    ]


def _what(row: FlagChange) -> str:
    return "+ new" if row.is_new else "− gone"


def _what_role(row: FlagChange, role: int) -> object:
    if role == Qt.ItemDataRole.ForegroundRole:
        return verdict_colour("in tension" if row.is_new else "silent")
    return None


def _kind(row: FlagChange) -> str:
    return f"{verdict_mark(_level(row))} {FLAG_KINDS[row.flag.kind]}"


def _level(row: FlagChange) -> str:
    return "in tension" if row.flag.level == "tension" else str(row.flag.level)


def _kind_role(row: FlagChange, role: int) -> object:
    return verdict_colour(_level(row)) if role == Qt.ItemDataRole.ForegroundRole else None


def _title(row: FlagChange) -> str:
    return row.title


def _why(row: FlagChange) -> str:
    return row.flag.why


_COLUMNS = (
    RowColumn[FlagChange]("What if", _what, _what_role),
    RowColumn[FlagChange]("Flag", _kind, _kind_role),
    RowColumn[FlagChange]("Point", _title, told_whole(_title)),
    RowColumn[FlagChange]("Says", lambda row: on_one_line(_why(row)), told_whole(_why)),
)


class FlagChangesTable(HeldTable[FlagChange]):
    """Lists what would be flagged otherwise; a row's id is its place."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _COLUMNS, (7, 22, 36, 50), parent, id_of=lambda row: row.place,
            name="Flags that would be gone or new",
        )  # fmt: skip
        self.opened.connect(lambda place: self.point_asked.emit(self._held[place].point_id))

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the flags that would be gone or new."""
        self.show_records(flag_changes(outcome))
        self.choose_first()


class FlagChangesList(QWidget):
    """The table of flags, and below it the chosen one in full."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FlagChangesTable(self)
        self.words = Passage(self, in_tabs=True)
        self.words.setAccessibleName("The chosen flag")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 12)
        layout.setSpacing(10)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        self.table.point_asked.connect(self.point_asked)
        self.table.chosen.connect(self._show_words)

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the flags that would be gone or new."""
        self.table.show_outcome(outcome)
        self._show_words()

    @property
    def number(self) -> int:
        """Return how many flags would be gone or new."""
        return self.table.rows.rowCount()

    def _show_words(self) -> None:
        change = self.table.find_current()
        self.words.show_segments(_segments(change) if change else ())


def _segments(change: FlagChange) -> Iterator[Segment]:
    yield Segment(f"{change.title}\n", bold=True)
    yield Segment(f"{_what(change)}  ", "in tension" if change.is_new else "silent")
    yield Segment(f"{FLAG_KINDS[change.flag.kind]}: {change.flag.why}")
