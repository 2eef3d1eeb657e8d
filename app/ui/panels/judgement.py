"""The historian's judgement on a point: status, grounds, the standing of each version."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.records import Standing, Status
from app.services.findings import PointView
from app.services.judgements import judge_point, reaffirm_judgement
from app.ui.bridge import Bridge
from app.ui.labels import STATUSES
from app.ui.panels.judgement_history import JudgementHistory, StaleBanner
from app.ui.panels.standings import StandingsGrid
from app.ui.panels.versions import version_rows
from app.ui.widgets.choice import Choice
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.texts import PlainLabel


@dataclass(frozen=True, slots=True)
class JudgementDraft:
    """A judgement as it is being written; versions are known by their answers."""

    status: Status = Status.OPEN
    grounds: str = ""
    standings: dict[str, tuple[Standing, str]] = field(default_factory=dict)


def draft_of(view: PointView) -> JudgementDraft:
    """Return the newest judgement on a point as a draft, for the versions as they stand now."""
    newest = view.judgements[0] if view.judgements else None
    return JudgementDraft(
        status=newest.status if newest else Status.OPEN,
        grounds=newest.grounds if newest else "",
        standings={row.title: (row.standing, row.grounds) for row in version_rows(view)},
    )


class JudgementPanel(QWidget):
    """Judges one point; what is not yet saved waits while another point is shown."""

    status_said = Signal(str)
    """Something was done: a sentence for the status bar."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._view: PointView | None = None
        self._loaded = JudgementDraft()
        self._waiting: dict[int, tuple[JudgementDraft, JudgementDraft]] = {}
        self.banner = StaleBanner(self)
        self.status = Choice[Status](STATUSES, self)
        self.grounds = TextArea(self)
        self.standings = StandingsGrid(self)
        self.save_button = QPushButton("Save &judgement", self)
        self.unsaved = PlainLabel(parent=self, muted=True)
        self.history = JudgementHistory(self)
        self._lay_out()
        self._watch()

    def _lay_out(self) -> None:
        self.grounds.setPlaceholderText("What decides it, in a sentence or two")
        self.save_button.setToolTip("Save the judgement (Ctrl+Enter)")
        self.unsaved.setText("Not saved yet")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for row, (title, widget) in enumerate((("Status", self.status), ("Grounds", self.grounds))):
            label = QLabel(title, self)
            label.setBuddy(widget)
            widget.setAccessibleName(title.replace("&", ""))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            alignment = Qt.AlignmentFlag.AlignLeft if row == 0 else Qt.AlignmentFlag(0)
            grid.addWidget(widget, row, 1, alignment)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.unsaved)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.banner)
        layout.addLayout(grid)
        layout.addWidget(self.standings)
        layout.addLayout(buttons)
        layout.addWidget(self.history)

    def _watch(self) -> None:
        self.status.chosen.connect(self._on_edited)
        self.grounds.textChanged.connect(self._on_edited)
        for edited in (self.status.chosen, self.grounds.textChanged, self.standings.changed):
            edited.connect(self._bridge.mended)
        self.standings.changed.connect(self._on_edited)
        self.save_button.clicked.connect(self.save)
        self.banner.affirmed.connect(self.reaffirm)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            save = QShortcut(QKeySequence(keys), self)
            save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            save.activated.connect(self.save)

    def show_view(self, view: PointView) -> None:
        """Show the judgement of a point; what was typed and not saved is kept."""
        self._set_aside()
        self._view = view
        self._loaded = draft_of(view)
        shown = self._loaded
        waiting = self._waiting.pop(view.point.id, None)
        if waiting is not None:
            shown = _rebased(*waiting, self._loaded)
        self._show(shown)
        self.banner.show_view(view)
        self.history.show_judgements(view.judgements[1:])
        self.setEnabled(self._bridge.workspace.is_writable)

    def _set_aside(self) -> None:
        if self._view is not None and self.is_unsaved():
            self._waiting[self._view.point.id] = (self._loaded, self.draft())

    def _show(self, draft: JudgementDraft) -> None:
        self.status.set_member(draft.status)
        self.grounds.setText(draft.grounds)
        self.standings.show_standings(draft.standings)
        self._on_edited()

    def draft(self) -> JudgementDraft:
        """Return the judgement as it is typed."""
        return JudgementDraft(
            self.status.member(), self.grounds.text().strip(), self.standings.standings()
        )

    def is_unsaved(self) -> bool:
        """Tell whether something differs from the newest judgement."""
        return self.draft() != self._loaded

    def has_waiting(self) -> bool:
        """Tell whether a judgement on this or another point is written and not saved."""
        return bool(self._waiting) or self.is_unsaved()

    def _on_edited(self) -> None:
        self.unsaved.setVisible(self.is_unsaved())

    def save(self) -> None:
        """Keep the judgement; a refusal leaves everything as typed."""
        view, draft = self._view, self.draft()
        if view is None:
            return
        by_place = {
            row.place - 1: draft.standings.get(row.title, (Standing.UNJUDGED, ""))
            for row in version_rows(view)
        }
        self._loaded, before = draft, self._loaded
        kept = self._bridge.attempt(
            lambda: judge_point(
                self._bridge.workspace, view.point.id, draft.status, draft.grounds, by_place
            )
        )
        if kept is None:
            self._loaded = before
            self.grounds.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.status_said.emit(f"Judgement kept: {STATUSES[draft.status]}.")
        self._on_edited()

    def reaffirm(self) -> None:
        """Keep the newest judgement again, for the claims as they stand now."""
        view = self._view
        if view is None or not self.banner.is_stale:
            return
        kept = self._bridge.attempt(
            lambda: reaffirm_judgement(self._bridge.workspace, view.point.id)
        )
        if kept is not None:
            self.status_said.emit("Judgement affirmed again.")


def _rebased(before: JudgementDraft, typed: JudgementDraft, now: JudgementDraft) -> JudgementDraft:
    """Return what was typed on top of what is kept now: only what was really changed is typed."""
    standings = dict(now.standings)
    for answer, judged in typed.standings.items():
        if answer in standings and judged != before.standings.get(answer):
            standings[answer] = judged
    return JudgementDraft(
        typed.status if typed.status != before.status else now.status,
        typed.grounds if typed.grounds != before.grounds else now.grounds,
        standings,
    )
