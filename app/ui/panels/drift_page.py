"""Drift: one speaker's tellings side by side, and the paragraph that says how they changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.drift import Drift, Occasion, Thread, Turn
from app.domain.drift_wording import paragraph
from app.services.drift import find_event_told_of, get_drift, list_event_points, list_speakers
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.models.drift_model import CHOICES, circumstances_of, kind_of
from app.ui.panels.form_side import action_button
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.pages import HeadedPage
from app.ui.widgets.change_marks import change_verdict, change_words
from app.ui.widgets.chip_row import ChipRow
from app.ui.widgets.drift_table import DriftTable
from app.ui.widgets.id_choice import IdChoice
from app.ui.widgets.passage import Passage, Segment
from app.ui.widgets.rooms import QuietScroll, column_of, divided
from app.ui.widgets.texts import Hairline, PlainLabel

_COMMANDS = (
    PageCommand("drift.copy", "&Copy paragraph", "Ctrl+Shift+C"),
    PageCommand("drift.speaker", "Choose &speaker", "F4"),
    PageCommand("drift.event", "Choose &event to count from", "Shift+F4"),
)
_NOTHING = (
    "Nobody has told his story twice yet. Drift compares the accounts that one speaker gave at "
    "different times: give two accounts the same speaker, on their pages or in a sheet of "
    "accounts, and record claims of each on the same points."
)
_NOT_COUNTED = 0


class DriftPage(HeadedPage):
    """Shows how the story of one speaker changed; Enter opens a point."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""
    title = "Drift"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, _NOTHING, parent)
        self._drift: Drift | None = None
        self._only = ""
        self._events: dict[int, int] = {}
        """What was chosen to count years from, by speaker."""
        self.speaker = IdChoice(self, letters=14)
        self.event_point = IdChoice(self, letters=14)
        slots = {
            "drift.copy": self.copy_paragraph,
            "drift.speaker": self.speaker.unfold,
            "drift.event": self.event_point.unfold,
        }
        self.commands = make_actions(self, _COMMANDS, slots)
        self.kinds = ChipRow(self)
        self.summary = PlainLabel(parent=self, muted=True)
        self.table = DriftTable(self)
        self.cell = Passage(self)
        self.cell.setAccessibleName("What the chosen telling says")
        self.paragraph = Passage(self, serif=True, in_tabs=True)
        self.paragraph.setAccessibleName("Paragraph for a footnote")
        self._lay_out()
        self.speaker.chosen.connect(self._on_speaker)
        self.event_point.chosen.connect(self._on_event)
        self.kinds.chosen.connect(self.show_kind)
        self.table.opened.connect(self.point_asked)
        self.table.moved.connect(self._show_cell)

    # Laying out

    def _lay_out(self) -> None:
        since = PlainLabel("Years since", self)
        for words, choice in (("Speaker", self.speaker), ("Years since", self.event_point)):
            choice.setAccessibleName(words)
        copy = action_button(self.commands["drift.copy"], self)
        self.add_title({self.speaker: 4, since: 0, self.event_point: 5}, copy)
        self.add_line({self.kinds: 1, self.summary: 0})
        self._choices = (self.speaker, since, self.event_point, self.kinds, self.summary)
        for_footnote = PlainLabel("For a footnote", self, muted=True)
        story = column_of(
            self.cell, Hairline(self), for_footnote, self.paragraph, margins=(24, 8, 24, 12)
        )
        self._story = divided(self.table, QuietScroll(story, self), (200, 100))
        self.add_content(self._story)

    # What is shown

    def show_speaker(self, speaker_id: int) -> None:
        """Show the story of the speaker with this id."""
        self.refresh()
        self.speaker.set_member(speaker_id)
        self._on_speaker()

    @override
    def read(self) -> None:
        """Read who told more than once, and show the one who was chosen."""
        lines = list_speakers(self.workspace)
        self.speaker.offer(
            {line.id: f"{line.name} – {counted(line.accounts, 'telling')}" for line in lines}
        )
        self.show_content(self._story if lines else None)
        for part in self._choices:
            part.setVisible(bool(lines))
        self._on_speaker()

    def show_kind(self, kind: str) -> None:
        """Show the points of one kind, a name of ``CHOICES``, or all."""
        self._only = kind
        self._show_drift()

    def copy_paragraph(self) -> None:
        """Put the paragraph for a footnote on the clipboard."""
        if self._drift is not None:
            QGuiApplication.clipboard().setText(paragraph(self._drift))
            self.status_said.emit(f"Copied the paragraph on {self._drift.speaker}.")

    def _on_speaker(self) -> None:
        speaker = self.speaker.find_id()
        if speaker is not None:
            points = list_event_points(self.workspace, speaker)
            self.event_point.offer(
                {point.id: point.title for point in points} | {_NOT_COUNTED: "No event"}
            )
            if speaker not in self._events:
                self._events[speaker] = find_event_told_of(self.workspace, speaker) or _NOT_COUNTED
            self.event_point.set_member(self._events[speaker])
        self._read()

    def _on_event(self) -> None:
        speaker, event = self.speaker.find_id(), self.event_point.find_id()
        if speaker is not None and event is not None:
            self._events[speaker] = event
        self._read()

    def _read(self) -> None:
        speaker = self.speaker.find_id()
        self._drift = None
        if speaker is not None:
            event = self.event_point.find_id() or None
            self._drift = get_drift(self.workspace, speaker, event_point_id=event)
        self.commands["drift.copy"].setEnabled(self._drift is not None)
        self.paragraph.show_text(paragraph(self._drift) if self._drift else "")
        self._show_drift()

    def _show_drift(self) -> None:
        thread, column = self.table.current_thread, self.table.currentIndex().column()
        threads = self._drift.threads if self._drift else ()
        numbers = Counter(map(kind_of, threads))
        numbers[""] = len(threads)
        if self._only and not numbers[self._only]:
            self._only = ""
        chips = {n: f"{words}  {numbers[n]:,}" for n, words in CHOICES.items() if numbers[n]}
        self.kinds.show_chips(chips, self._only)
        tellings = counted(len(self._drift.occasions), "telling") if self._drift else ""
        self.summary.setText(f"{tellings}, {counted(len(threads), 'point')}")
        self.table.drift.show_drift(self._drift, self._only)
        self.table.choose(thread.point_id if thread else 0, column)

    def _show_cell(self) -> None:
        thread = self.table.current_thread
        column = self.table.currentIndex().column()
        occasion = self.table.drift.find_occasion(column)
        if thread is None or occasion is None:
            self.cell.show_text("Choose a cell with the arrow keys; Enter opens its point.")
        else:
            self.cell.show_segments(_segments(thread, occasion, thread.turns[column]))

    @override
    def find_home(self) -> QWidget:
        return self.table if self._drift else self


def _segments(thread: Thread, occasion: Occasion, turn: Turn | None) -> Iterator[Segment]:
    yield Segment(occasion.siglum, bold=True)
    yield Segment(f"  {circumstances_of(occasion)}\n", muted=True)
    yield Segment(f"{thread.subject}, {thread.heading.rstrip('?')}:  ")
    if turn is None:
        yield Segment("nothing is recorded, so nothing is concluded", muted=True)
        return
    yield Segment(change_words(turn.change), verdict=change_verdict(turn.change))
    yield Segment(f"  {_listed(turn.answers)}")
    before = next((t for t in thread.turns if t and t.siglum == turn.against), None)
    if turn.gained or turn.lost:
        yield from _exchanged(turn)
    elif before is not None:
        yield Segment(f"  against {before.siglum}: {_listed(before.answers)}", muted=True)


def _exchanged(turn: Turn) -> Iterator[Segment]:
    if turn.gained:
        yield Segment(f"\nNew since {turn.against}: {_listed(turn.gained)}", muted=True)
    if turn.lost:
        yield Segment(f"\nNo longer told: {_listed(turn.lost)}", muted=True)


def _listed(answers: tuple[str, ...]) -> str:
    return ", ".join(f"“{answer}”" for answer in answers)
