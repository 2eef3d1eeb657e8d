"""The flags of a point: each in a sentence, to be set aside with a reason or brought back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.flags import FlagKind
from app.domain.records import Dismissal
from app.services.findings import FlagLine, PointView
from app.services.judgements import reconciliations_of
from app.services.what_if import SupposedPoint
from app.ui.labels import FLAG_KINDS, REASONS
from app.ui.theme import verdict_mark
from app.ui.widgets.passage import Passage, Segment
from app.ui.widgets.supposed_flags import ShownFlag, shown_flags
from app.ui.widgets.tab_order import TabAnchor, chain_tabs
from app.ui.widgets.texts import PlainLabel, moment_in_words

_NOTHING = "Nothing on this point clashes."
_MOST_SHOWN = 60
_FATES = {"gone": "− would be gone", "new": "+ would be new", "changed": "≠ would say"}
"""What becomes of a flag in a what-if."""


class FlagRow(QWidget):
    """One flag with its button; ``hint`` says what would make its claims agree."""

    def __init__(
        self, shown: ShownFlag, dismissal: Dismissal | None, parent: QWidget | None = None, *,
        hint: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.flag = flag = shown.line
        self.sentence = Passage(self)
        kind = FLAG_KINDS[FlagKind(flag.kind)]
        self.sentence.show_segments(_segments(shown, dismissal, hint))
        self.sentence.setAccessibleName(kind)
        self.button = QPushButton("Bring back" if dismissal else "Set aside…", self)
        self.button.setAccessibleName(f"{self.button.text()} {kind}")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setHorizontalSpacing(12)
        layout.addWidget(self.sentence, 0, 0)
        self.weigh = QPushButton("Weigh…", self)
        self.weigh.setAccessibleName(f"Weigh {kind}")
        self.weigh.setVisible(flag.kind == FlagKind.SILENCE)
        layout.addWidget(self.weigh, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.button, 0, 2, Qt.AlignmentFlag.AlignTop)
        layout.setColumnStretch(0, 1)


def _segments(shown: ShownFlag, dismissal: Dismissal | None, hint: str) -> Iterator[Segment]:
    flag, kind = shown.line, FLAG_KINDS[FlagKind(shown.line.kind)]
    if shown.fate:
        yield Segment(f"{_FATES[shown.fate]}  ", "in tension")
    if shown.fate == "gone":
        yield Segment(f"{kind}. ", muted=True, bold=True, struck=True)
        yield Segment(flag.why, muted=True, struck=True)
    elif dismissal is not None:
        yield Segment(f"{kind}. ", muted=True, bold=True)
        yield Segment(flag.why, muted=True)
    else:
        yield Segment(f"{verdict_mark(_verdict(flag))} {kind}. ", _verdict(flag), bold=True)
        yield Segment(flag.why)
    if shown.was:
        yield Segment(f"\nIn the dossier: {shown.was}", muted=True, italic=True)
    if dismissal is not None:
        yield Segment(f"\n{dismissal_words(dismissal)}")
    elif hint:
        yield Segment(f"\n{hint}", muted=True, italic=True)


def _verdict(flag: FlagLine) -> str:
    if flag.kind == FlagKind.SILENCE:
        return "silent"
    return "in tension" if flag.level == "tension" else flag.level


def dismissal_words(dismissal: Dismissal) -> str:
    """Say that a flag was set aside, why, and when."""
    reason = REASONS[dismissal.reason]
    grounds = f" – {dismissal.grounds}" if dismissal.grounds else ""
    day = f" ({moment_in_words(dismissal.dismissed_at)})" if dismissal.dismissed_at else ""
    return f"Set aside. {reason}{grounds}{day}"


def hint_words(view: PointView, flag: FlagLine) -> str:
    """Say what would make the claims of a flag agree; empty where nothing simple would."""
    ways = reconciliations_of(view, flag)
    if not ways:
        return ""
    more = f" (and {len(ways) - 1} more: Set aside…)" if len(ways) > 1 else ""
    return f"Perhaps: {ways[0].sentence}{more}"


class FlagsPanel(QWidget):
    """Every flag of one point or of one chain, those set aside last."""

    dismiss_asked = Signal(object)
    """The flag (a ``FlagLine``) is to be set aside."""
    recall_asked = Signal(object)
    """The flag (a ``FlagLine``) is to be brought back."""
    weigh_asked = Signal(object)
    """The silence of the flag (a ``FlagLine``) is to be weighed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_writable = True
        """Whether flags can be set aside and brought back."""
        self._shown: tuple[tuple[ShownFlag, Dismissal | None, str], ...] | None = None
        self._nothing = _NOTHING
        self.flag_rows: list[FlagRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._anchor = TabAnchor(self)
        self._rest = PlainLabel(parent=self, muted=True, wraps=True)
        self._layout.addWidget(self._rest)

    def show_view(self, view: PointView, supposed: SupposedPoint | None = None) -> None:
        """Show the flags of a point; in a what-if those that would be gone or new are marked."""
        hints = {}
        if supposed is None:
            hints = {flag.id: hint_words(view, flag) for flag in view.flags[:_MOST_SHOWN]}
        self._show(shown_flags(view, view.flags, supposed), view.dismissals, hints, _NOTHING)

    def show_flags(
        self, flags: Sequence[FlagLine], dismissals: Sequence[Dismissal], *, nothing: str = _NOTHING
    ) -> None:
        """Show flags with their dismissals; ``nothing`` is said where there are none."""
        self._show([ShownFlag(flag) for flag in flags], dismissals, {}, nothing)

    def allow_changes(self, allowed: bool, *, weighing: bool = True) -> None:
        """Let flags be set aside and brought back, or not; and silences be weighed."""
        self.is_writable = allowed
        for row in self.flag_rows:
            row.button.setEnabled(allowed)
            row.weigh.setEnabled(weighing)

    def _show(
        self, flags: Sequence[ShownFlag], dismissals: Sequence[Dismissal],
        hints: Mapping[int, str], nothing: str,
    ) -> None:  # fmt: skip
        by_id = {dismissal.id: dismissal for dismissal in dismissals}
        found = [
            (flag, by_id.get(flag.line.dismissal_id or 0), hints.get(flag.line.id, ""))
            for flag in flags
        ]
        found.sort(key=lambda shown: shown[0].line.dismissal_id is not None)
        if tuple(found) != self._shown or nothing != self._nothing:
            self._shown, self._nothing = tuple(found), nothing
            self._rebuild()

    def _rebuild(self) -> None:
        focused = self._place_of_focus()
        for row in self.flag_rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._shown or ()
        self.flag_rows = [
            FlagRow(flag, gone, self, hint=hint) for flag, gone, hint in shown[:_MOST_SHOWN]
        ]
        for place, row in enumerate(self.flag_rows):
            self._layout.insertWidget(place, row)
            signal = self.recall_asked if row.flag.dismissal_id else self.dismiss_asked
            row.button.setEnabled(self.is_writable)
            row.button.clicked.connect(
                lambda _=False, signal=signal, flag=row.flag: signal.emit(flag)
            )
            row.weigh.clicked.connect(lambda _=False, flag=row.flag: self.weigh_asked.emit(flag))
        buttons = ((row.weigh, row.button) for row in self.flag_rows)
        chain_tabs(self._anchor, *(button for pair in buttons for button in pair))
        rest = len(shown) - len(self.flag_rows)
        words = f"and {rest} more." if rest else ""
        if not shown:
            words = self._nothing
        self._rest.setText(words)
        self._rest.setVisible(bool(words))
        if focused is not None and self.flag_rows:
            self.flag_rows[min(focused, len(self.flag_rows) - 1)].button.setFocus()

    def _place_of_focus(self) -> int | None:
        """Return the place of the flag that has the focus, also while a dialog is before it."""
        now = self.window().focusWidget()
        places = enumerate(self.flag_rows)
        return next((place for place, row in places if now and row.isAncestorOf(now)), None)
