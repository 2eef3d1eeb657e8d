"""The timeline: rival datings side by side, and when each version of a point was told."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from app.domain.timeline import Track
from app.services.findings import list_ids, list_point_lines
from app.services.timeline import find_track, get_lanes, list_subjects_with_dates, list_tracks
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.models.dated_rows import dating_rows, lane_rows
from app.ui.models.time_rows import TimeBar
from app.ui.panels.form_side import action_button
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.pages import HeadedPage
from app.ui.widgets.elided_line import ElidedLine
from app.ui.widgets.id_choice import IdChoice
from app.ui.widgets.line_room import LineRoom
from app.ui.widgets.rooms import column_of, divided
from app.ui.widgets.texts import HeadingLabel, PlainLabel, on_one_line
from app.ui.widgets.time_legend import TimeLegend
from app.ui.widgets.time_line import TimeLine

_ZOOM = 1.4
_COMMANDS = (
    PageCommand("timeline.subject", "Choose &subject", "F4"),
    PageCommand("timeline.point", "Choose &point", "Shift+F4"),
    PageCommand("timeline.longer", "&Longer stretch of time", "Alt+-"),
    PageCommand("timeline.shorter", "S&horter stretch of time", "Alt++"),
    PageCommand("timeline.whole", "Show &all of it", "Alt+0"),
)
_NOTHING = (
    "Nothing is dated yet. A point that asks when something happened, or was born, or ended, has "
    "its answers here as bars: rival datings side by side, with the room that “ca.” or “before” "
    "leaves them. Below them stands who told which version when.\n\n"
    "Record a claim on a point whose answers are dates."
)
_KEYS = (
    "← → move, + − zoom from centuries to days, 0 shows all, ↑ ↓ go from bar to bar, Enter opens."
)
_UNTOLD = "No account has answered this point yet."
_ALL = 0


class TimelinePage(HeadedPage):
    """Shows the datings of a subject or of all, and the tellings of one point by version."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""
    title = "Timeline"
    has_line = True

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, _NOTHING, parent)
        self._tracks: dict[int, Track] = {}
        self.subject = IdChoice(self, letters=16)
        self.point = IdChoice(self, letters=16)
        self.line = TimeLine(self)
        self.lanes = TimeLine(self)
        self.summary = PlainLabel(parent=self, muted=True)
        self.words = ElidedLine(self)
        self.legend = TimeLegend(self, of_datings=True)
        self.untold = PlainLabel(_UNTOLD, self, muted=True, wraps=True)
        slots = {
            "timeline.subject": self.subject.unfold,
            "timeline.point": self.point.unfold,
            "timeline.longer": lambda: self._line_in_use().zoom(_ZOOM),
            "timeline.shorter": lambda: self._line_in_use().zoom(1 / _ZOOM),
            "timeline.whole": lambda: self._line_in_use().show_all(),
        }
        self.commands = make_actions(self, _COMMANDS, slots)
        self._lay_out()
        self._watch()

    # Laying out

    def _lay_out(self) -> None:
        for words, part in (
            ("Subject", self.subject),
            ("Point", self.point),
            ("Datings on a line of time", self.line),
            ("Tellings of each version on a line of time", self.lanes),
        ):
            part.setAccessibleName(words)
        self.add_title({self.subject: 4, self.summary: 0}, *self._steps())
        self._times = divided(self._datings(), self._careers(), (300, 200))
        self.add_content(self._times)

    def _steps(self) -> Iterator[QPushButton]:
        for name, words in (("longer", "−"), ("shorter", "+"), ("whole", "All")):
            button = action_button(self.commands[f"timeline.{name}"], self)
            button.setAccessibleName(button.text())
            button.setText(words)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            yield button

    def _datings(self) -> QWidget:
        room = LineRoom(self.line, self)
        return column_of(room, self.words, self.legend, margins=(24, 8, 24, 8), fills=room)

    def _careers(self) -> QWidget:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(HeadingLabel("When each version was told", self))
        head.addSpacing(8)
        head.addWidget(self.point, 1)
        self._lanes_room = room = LineRoom(self.lanes, self)
        return column_of(head, self.untold, room, margins=(24, 10, 24, 10), fills=room)

    def _watch(self) -> None:
        self.subject.chosen.connect(self._on_subject)
        self.point.chosen.connect(self._on_point)
        for line in (self.line, self.lanes):
            line.opened.connect(self.point_asked)
        self.line.chosen.connect(self._on_dating)
        self.lanes.chosen.connect(self._on_telling)

    # What is shown

    def show_point(self, point_id: int) -> None:
        """Show the tellings of a point, and its datings among those of its subject."""
        self.refresh()
        self.point.set_member(point_id)
        self._on_point()

    @override
    def read(self) -> None:
        """Read anew what is shown; subject and point stay chosen while they are there."""
        is_first = self.point.find_id() is None
        subjects = dict(list_subjects_with_dates(self.workspace))
        self.subject.offer({_ALL: "All subjects"} | _on_lines(subjects))
        lines = list_point_lines(self.workspace, list_ids(self.workspace, "points"))
        self.point.offer(_on_lines({line.id: f"{line.subject}: {line.question}" for line in lines}))
        self._show_tracks()
        if is_first:
            self._choose_rivals()
        self.show_content(self._times if self.point.find_id() and subjects else None)
        self._show_lanes()

    def _choose_rivals(self) -> None:
        """Choose the point with the most versions among those that are dated here."""
        if self._tracks:
            rivals = max(self._tracks.values(), key=lambda track: track.versions)
            self.point.set_member(rivals.point_id)

    def _on_subject(self) -> None:
        self._show_tracks()
        if self.point.find_id() not in self._tracks:
            self._choose_rivals()
            self._show_lanes()

    def _show_tracks(self) -> None:
        subject = self.subject.find_id() or _ALL
        tracks = list_tracks(self.workspace, [subject] if subject else None)
        self._tracks = {track.point_id: track for track in tracks}
        self.line.show_rows(dating_rows(tracks, with_subject=not subject))
        rival = sum(track.versions > 1 for track in tracks)
        self.summary.setText(f"{counted(len(tracks), 'event')}, {rival:,} with rival dates")
        for name in ("longer", "shorter", "whole"):
            self.commands[f"timeline.{name}"].setEnabled(bool(tracks))

    def _show_lanes(self) -> None:
        point = self.point.find_id() or 0
        lanes = get_lanes(self.workspace, point) if point else ()
        track = find_track(self.workspace, point)
        self.lanes.show_rows(lane_rows(point, lanes, track) if lanes else ())
        self._lanes_room.setVisible(bool(lanes))
        self.untold.setVisible(not lanes)

    def _on_point(self) -> None:
        """Show the tellings of the point that is chosen, and its first dating if it has any."""
        point = self.point.find_id()
        bars = [bar.point_id for bar in self.line.bars]
        if point in bars:
            self.line.choose_bar(bars.index(point))
        self._show_lanes()

    def _on_dating(self, bar: TimeBar | None) -> None:
        self._say(bar)
        if bar is not None and bar.point_id != self.point.find_id():
            self.point.set_member(bar.point_id)
            self._show_lanes()

    def _on_telling(self, bar: TimeBar | None) -> None:
        if bar is not None:
            self._say(bar)

    def _say(self, bar: TimeBar | None) -> None:
        said = on_one_line(bar.words.replace("\n", "  ·  ")) if bar else _KEYS
        self.words.show_text(said)

    def _line_in_use(self) -> TimeLine:
        return self.lanes if self.lanes.hasFocus() else self.line

    @override
    def find_home(self) -> QWidget:
        return self.line


def _on_lines(words: dict[int, str]) -> dict[int, str]:
    return {member: on_one_line(text) for member, text in words.items()}
