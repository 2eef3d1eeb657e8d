"""Which points of a synopsis are shown: one subject, core or periphery, contradicted ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.synopsis import RowHead
from app.services.synopsis import Selection
from app.ui.widgets.chip_row import ChipRow
from app.ui.widgets.id_choice import IdChoice

_PARTS: Mapping[str, tuple[str, bool | None]] = {
    "": ("All", None), "core": ("Core", True), "periphery": ("Periphery", False),
}  # fmt: skip
_ALL_SUBJECTS = 0


class SynopsisFilters(QObject):
    """The three choices, for the page to lay out."""

    changed = Signal()
    """The user chose other points."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._part = ""
        self._rows: Sequence[RowHead] = ()
        self.subject = IdChoice(page, letters=14)
        self.subject.setAccessibleName("Subject")
        self.parts = ChipRow(page)
        self.contradicted = self.make_chip("Contradicted only")
        self.subject.chosen.connect(self._on_chosen)
        self.parts.chosen.connect(self._on_part)
        self.contradicted.toggled.connect(self._on_chosen)

    def make_chip(self, words: str) -> QPushButton:
        """Return a small button of the page that is on or off."""
        chip = QPushButton(words, self._page)
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        return chip

    def next_part(self) -> None:
        """Show the core, the periphery, or both again: what comes next."""
        parts = list(_PARTS)
        self._on_part(parts[(parts.index(self._part) + 1) % len(parts)])

    @property
    def selection(self) -> Selection:
        """Return which points are chosen."""
        subject = self.subject.find_id() or _ALL_SUBJECTS
        return Selection(
            subject_ids=(subject,) if subject else None,
            is_core=_PARTS[self._part][1],
            contradicted=self.contradicted.isChecked(),
        )

    def offer(self, rows: Sequence[RowHead]) -> None:
        """Offer the subjects and parts of these points, which are all there are."""
        self._rows = rows
        subjects = {row.subject_id: row.subject for row in rows}
        self.subject.offer({_ALL_SUBJECTS: "All subjects"} | subjects)
        self._show_parts()

    def begin(self) -> None:
        """Choose the subject with most at odds."""
        odds = Counter(row.subject_id for row in self._rows if row.status != "clear")
        most = max(self._rows, key=lambda row: odds[row.subject_id])
        self.subject.set_member(most.subject_id)
        self._show_parts()

    def _on_part(self, part: str) -> None:
        self._part = part
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        subject = self.selection.subject_ids
        among = [row for row in self._rows if subject is None or row.subject_id in subject]
        numbers = Counter(row.is_core for row in among)
        words = {
            name: f"{shown}  {len(among) if core is None else numbers[core]:,}"
            for name, (shown, core) in _PARTS.items()
        }
        self.parts.show_chips(words, self._part)
