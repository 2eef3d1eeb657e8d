"""What was judged before, and whether the newest judgement still rests on the claims of now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.domain.records import Judgement, Standing
from app.services.findings import PointView
from app.services.judgements import find_staleness
from app.ui.labels import STANDINGS, STATUSES
from app.ui.widgets.passage import Passage, Segment
from app.ui.widgets.texts import moment_in_words

REAFFIRM_KEY = QKeySequence("F8")


class StaleBanner(QFrame):
    """Names the claims that are new or changed since the judgement; F8 affirms it again."""

    affirmed = Signal()
    """The judgement is to stand for the claims as they are now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_stale = False
        self.setObjectName("staleBanner")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Button)
        self.sentence = Passage(self)
        self.sentence.setAccessibleName("The judgement is stale")
        self.button = QPushButton("Affirm again  F8", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.affirmed)
        self.hide()

    def show_view(self, view: PointView) -> None:
        """Show what changed since the newest judgement of a point, if anything did."""
        found = find_staleness(view)
        self.is_stale = found.is_stale
        self.setVisible(self.is_stale)
        if not self.is_stale:
            return
        told = {
            shown.claim.id: f"{shown.account.siglum} “{shown.claim.answer or 'silent'}”"
            for shown in view.claims
        }
        parts = []
        for words, ids in (("new", found.new), ("changed", found.changed)):
            named = ", ".join(told[claim] for claim in ids if claim in told)
            if named:
                parts.append(f"{words}: {named}")
        if found.gone:
            parts.append(f"{len(found.gone)} deleted")
        since = moment_in_words(view.judgements[0].judged_at)
        self.sentence.show_segments([
            Segment(f"≈ Stale since the judgement of {since}. ", "in tension", bold=True),
            Segment(f"{'; '.join(parts)}. Judge anew below, or affirm it as it stands."),
        ])  # fmt: skip


class JudgementHistory(QWidget):
    """Earlier judgements, folded away until asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton(self)
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.passage = Passage(self)
        self.passage.setAccessibleName("Earlier judgements")
        self.passage.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(self.passage)
        self.button.toggled.connect(self._on_toggled)
        self._words = ""

    def show_judgements(self, earlier: tuple[Judgement, ...]) -> None:
        """Show the judgements before the newest, the newest of them first."""
        number = len(earlier)
        self._words = f"{number} earlier judgement{'' if number == 1 else 's'}"
        self.setVisible(bool(earlier))
        self.passage.show_segments(_segments(earlier))
        self._on_toggled(self.button.isChecked())

    def _on_toggled(self, shown: bool) -> None:
        self.passage.setVisible(shown)
        self.button.setText(f"{'▾' if shown else '▸'} {self._words}")


def _segments(judgements: Iterable[Judgement]) -> Iterator[Segment]:
    for place, judgement in enumerate(judgements):
        lead = "\n" if place else ""
        when = moment_in_words(judgement.judged_at, with_time=True)
        yield Segment(f"{lead}{when}  ", muted=True)
        yield Segment(STATUSES[judgement.status], bold=True)
        if judgement.grounds:
            yield Segment(f"  {judgement.grounds}")
        for version in judgement.versions:
            if version.standing is not Standing.UNJUDGED:
                grounds = f": {version.grounds}" if version.grounds else ""
                yield Segment(f"\n      {version.answer} – {STANDINGS[version.standing]}{grounds}")
