"""What hangs together by rules: dates on one line of time, sums as tables, what cannot hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.domain.flags import FlagKind
from app.domain.rules import KIN, RuleKind, Tally, tallies
from app.services.rules import Chain
from app.ui.labels import counted
from app.ui.models.time_rows import TimeBar, time_rows
from app.ui.panels.flags import FlagsPanel
from app.ui.widgets.tally_table import TallyTable
from app.ui.widgets.texts import HeadingLabel, PlainLabel, on_one_line
from app.ui.widgets.time_legend import TimeLegend
from app.ui.widgets.time_line import TimeLine

_MOST_TALLIES = 12
_KEYS = "← → move, + − zoom, 0 shows all, ↑ ↓ go from claim to claim, Enter opens the point."
_NO_TOTAL = "No account tells the total in a figure yet, so that nothing can be added up."
_BUTTONS = (("−", "Longer stretch (−)"), ("+", "Shorter stretch (+)"), ("All", "Show all (0)"))


class ChainPanel(QWidget):
    """Shows one chain, by date or by figure, with its flags below."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""
    dismiss_asked = Signal(object)
    """The flag (a ``FlagLine``) is to be set aside."""
    recall_asked = Signal(object)
    """The flag (a ``FlagLine``) is to be brought back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = HeadingLabel(parent=self, scale=1.0, wraps=True)
        self.note = PlainLabel(parent=self, muted=True, wraps=True)
        self.line = TimeLine(self)
        self.legend = TimeLegend(self)
        self.told = PlainLabel(parent=self, wraps=True)
        self.told.setAccessibleName("The claim that is chosen")
        self.sums = QWidget(self)
        self.tables: list[TallyTable] = []
        self.no_total = PlainLabel(_NO_TOTAL, self, muted=True, wraps=True)
        self.flags = FlagsPanel(self)
        self._tools = QWidget(self)
        self._summary = PlainLabel(parent=self._tools, muted=True)
        self._dated = (self._tools, self.line, self.told, self.legend)
        self._lay_out()
        self.line.chosen.connect(self._on_bar)
        self.line.opened.connect(self.point_asked)
        self.flags.dismiss_asked.connect(self.dismiss_asked)
        self.flags.recall_asked.connect(self.recall_asked)

    def _lay_out(self) -> None:
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(2)
        tools.addWidget(self._summary, 1)
        steps = (lambda: self.line.zoom(1.4), lambda: self.line.zoom(1 / 1.4), self.line.show_all)
        for (words, tip), step in zip(_BUTTONS, steps, strict=True):
            button = QToolButton(self._tools)
            button.setText(words)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setAutoRaise(True)
            button.clicked.connect(step)
            tools.addWidget(button)
        sums = QVBoxLayout(self.sums)
        sums.setContentsMargins(0, 0, 0, 0)
        sums.setSpacing(14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 20)
        layout.setSpacing(6)
        for part in (self.title, *self._dated, self.no_total, self.sums, self.note):
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addWidget(HeadingLabel("What cannot hold together here", self))
        layout.addWidget(self.flags)
        layout.addStretch(1)

    def show_chain(self, chain: Chain, title: str, note: str = "", *, rule_id: int = 0) -> None:
        """Show a chain; with a rule of sum or share, the figures of that rule only."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        rule = next((known for known in chain.rules if known.id == rule_id), None)
        adds = rule is not None and rule.kind in (RuleKind.SUM, RuleKind.SHARE)
        self._show_dates(chain, shown=not adds)
        found: list[Tally] = []
        if rule is not None and adds:
            wanted = [r for r in chain.rules if (r.kind, r.a_id) == (rule.kind, rule.a_id)]
            found = list(tallies(wanted, {case.point_id: case for case in chain.cases}))
        self._show_tallies(chain, found)
        self.no_total.setVisible(adds and not found)
        self.flags.show_flags(
            chain.flags, chain.dismissals, nothing="All that is told here can hold together."
        )

    def _show_dates(self, chain: Chain, *, shown: bool) -> None:
        rows = time_rows(chain) if shown else ()
        for part in self._dated:
            part.setVisible(bool(rows))
        self._summary.setText(_summary(chain, len(rows)))
        self.line.show_rows(rows)

    def _on_bar(self, bar: TimeBar | None) -> None:
        self.told.setText(on_one_line(bar.words.replace("\n", "  ·  ")) if bar else _KEYS)

    def _show_tallies(self, chain: Chain, found: Sequence[Tally]) -> None:
        for table in self.tables:
            table.hide()
            table.deleteLater()
        self.tables = []
        for tally in found[:_MOST_TALLIES]:
            table = TallyTable(tally, _verdict(chain, tally), self.sums)
            table.point_asked.connect(self.point_asked)
            layout = self.sums.layout()
            assert layout is not None
            layout.addWidget(table)
            self.tables.append(table)
        self.sums.setVisible(bool(self.tables))


def _verdict(chain: Chain, tally: Tally) -> str:
    """Return how hard the flag is that says a total or share does not come out, if any."""
    return next(
        (
            str(flag.level)
            for flag in chain.flags
            if flag.kind == FlagKind.ARITHMETIC
            and flag.dismissal_id is None
            and tally.total.claim_id in flag.claim_ids
            and flag.point_id == tally.case.point_id
        ),
        "",
    )


def _summary(chain: Chain, dates: int) -> str:
    """Say how much hangs together, and that birth, death and kin bind by themselves."""
    rules = counted(len(chain.rules), "rule")
    of_kin = any(bound.kind == KIN for bound in chain.bounds)
    binding = "births, deaths and kin" if of_kin else "birth and death"
    bounds = f"; {binding} bind by themselves" if chain.bounds else ""
    return f"{counted(dates, 'point')} on one line of time, {rules}{bounds}"
