"""One claim in full: who says it where, in which words, and what it clashes with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.domain.comparison import CLASHES, Verdict, compare
from app.domain.records import Level, Stance
from app.services.citing import cite
from app.services.findings import ClaimView, PointView
from app.services.workspace import Workspace
from app.ui.labels import LEVELS, STANCES, VERDICTS
from app.ui.panels.claims_table import SET_ASIDE
from app.ui.theme import verdict_mark
from app.ui.widgets.passage import Passage, Segment

_MOST_CLASHES = 12


class ClaimDetails(QWidget):
    """The words, the citation and the clashes of one claim."""

    source_asked = Signal(object)
    """The source with this id is to be shown."""
    account_asked = Signal(object)
    """The account with this id is to be shown."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view: ClaimView | None = None
        self.said = Passage(self)
        self.quotation = Passage(self, serif=True, scale=1.08, quoted=True, in_tabs=True)
        self.translation = Passage(self, serif=True)
        self.citation = Passage(self, scale=0.95, in_tabs=True)
        self.clashes = Passage(self)
        self.source_button = self._link("Show the source", self._ask_source)
        self.account_button = self._link("Show the account", self._ask_account)
        self._lay_out()
        self.show_nothing()

    def _link(self, text: str, ask: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.clicked.connect(ask)
        return button

    def _lay_out(self) -> None:
        for passage, name in (
            (self.said, "What the claim says"),
            (self.quotation, "As written"),
            (self.translation, "Translation"),
            (self.citation, "Citation"),
            (self.clashes, "What it clashes with"),
        ):
            passage.setAccessibleName(name)
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        links.addWidget(self.source_button)
        links.addWidget(self.account_button)
        links.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        for passage in (self.said, self.quotation, self.translation, self.citation, self.clashes):
            layout.addWidget(passage)
        layout.addLayout(links)

    def show_nothing(self) -> None:
        """Show that no claim is chosen."""
        self._view = None
        self.hide()

    def show_claim(self, point: PointView, claim: ClaimView, aside: Collection[int] = ()) -> None:
        """Show one claim of a point; those ``aside`` in a what-if clash with nothing."""
        self._view = claim
        record = claim.claim
        is_aside = record.id in aside
        lead = [Segment(f"{SET_ASIDE} in the what-if  ", "in tension")] if is_aside else []
        self.said.show_segments([*lead, *_said(claim)])
        _show(self.quotation, record.quotation)
        _show(self.translation, record.translation)
        cited = cite(self._workspace, claim.source.id, record.locators)
        self.citation.show_segments([Segment(cited, muted=True)])
        others = [other for other in point.claims if other.claim.id not in aside]
        clashes = [] if is_aside else list(_clashes(others, claim, several=point.point.several))
        self.clashes.setVisible(bool(clashes))
        self.clashes.show_segments(clashes)
        self.show()

    def _ask_source(self) -> None:
        if self._view is not None:
            self.source_asked.emit(self._view.source.id)

    def _ask_account(self) -> None:
        if self._view is not None:
            self.account_asked.emit(self._view.account.id)


def _show(passage: Passage, text: str) -> None:
    passage.setVisible(bool(text.strip()))
    passage.show_text(text.strip())


def _said(shown: ClaimView) -> Iterator[Segment]:
    """Yield ``K48 Ivan Kononov, 26 April 1948, affirms “1918”: executed in that year``."""
    claim, account = shown.claim, shown.account
    yield Segment(account.siglum, bold=True)
    teller = ", ".join(part for part in (shown.weighed.speaker_name, account.date) if part)
    yield Segment(f"  {teller}  " if teller else "  ", muted=True)
    yield Segment(STANCES[claim.stance])
    if claim.stance is not Stance.SILENT:
        yield Segment(f" “{claim.answer}”", bold=True)
    if claim.reading and claim.reading != claim.answer:
        yield Segment(f": {claim.reading}", italic=True)
    if claim.scope:
        yield Segment(f"  [{claim.scope}]", muted=True)
    if claim.level is not Level.SAYS:
        yield Segment(f"  ({LEVELS[claim.level]})", muted=True)
    if claim.note:
        yield Segment(f"\n{claim.note}", muted=True)


def _clashes(others: Iterable[ClaimView], shown: ClaimView, *, several: bool) -> Iterator[Segment]:
    """Yield a line for each answer that the claim clashes with, naming who gives it."""
    found: dict[tuple[Verdict, str], dict[str, None]] = {}
    for other in others:
        comparison = compare(shown.weighed, other.weighed, several=several)
        if other is not shown and comparison.verdict in CLASHES:
            sigla = found.setdefault((comparison.verdict, comparison.why), {})
            sigla[other.account.siglum] = None
    for place, ((verdict, why), sigla) in enumerate(list(found.items())[:_MOST_CLASHES]):
        words = f"{verdict_mark(verdict)} {VERDICTS[verdict]}"
        yield Segment(f"\n{words}" if place else words, verdict)
        yield Segment(f" {', '.join(sigla)}. {why}")
    if len(found) > _MOST_CLASHES:
        yield Segment(f"\nand {len(found) - _MOST_CLASHES} more.", muted=True)
