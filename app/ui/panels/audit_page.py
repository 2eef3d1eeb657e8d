"""Citation audit: what each author says that a place says, beside what the place says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.citation_audit import AuthorAudit, Citation, Fidelity
from app.domain.citation_wording import (
    HEADINGS,
    audit_in_words,
    counts_in_words,
    table_rows,
)
from app.services.audit import audit_citations
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.panels.audit_words import AuditWords, audit_lines
from app.ui.panels.citations_table import CitationsTable
from app.ui.panels.form_side import action_button
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.pages import HeadedPage
from app.ui.reckoning import Reckoning
from app.ui.widgets.chip_row import ChipRow
from app.ui.widgets.fidelity_marks import fidelity_words
from app.ui.widgets.id_choice import IdChoice
from app.ui.widgets.progress_line import ProgressLine
from app.ui.widgets.rooms import column_of, divided
from app.ui.widgets.texts import PlainLabel

_COMMANDS = (
    PageCommand("audit.author", "Choose &author", "F4"),
    PageCommand("audit.copy", "&Copy paragraph", "Ctrl+Shift+C"),
    PageCommand("audit.table", "Copy &table", "Ctrl+Shift+T"),
)
_NOTHING = (
    "No citation can be checked yet. The audit needs both ends of one: what an author says that a "
    "source says, and what the source says itself, as claims on the same point.\n\n"
    "1.  Say whose words the author gives: press F2 on the author’s claim and name the speaker "
    "whom it reports. Or say that one account draws on another: on the page of the account under "
    "“Whom it draws on”, or with derives_from in a sheet of sources.\n\n"
    "2.  Record what the cited source says on the point, from the source itself. A source that is "
    "marked as quoted after another, or has quoted_after in the sheet, was not seen and is left "
    "out: the reading room lists it."
)
_STOPPED = "Stopped before every citation was looked at."
_ALL = 0


class AuditPage(HeadedPage):
    """Lists citations by author, the least faithful first; Enter opens the point."""

    claim_asked = Signal(object, object)
    """The point with this id is to be shown, with the claim of this id chosen."""
    title = "Citation audit"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, _NOTHING, parent)
        self._audits: tuple[AuthorAudit, ...] = ()
        self._author, self._fidelity = "", ""
        slots = {
            "audit.author": self._open_authors,
            "audit.copy": self.copy_paragraph,
            "audit.table": self.copy_table,
        }
        self.commands = make_actions(self, _COMMANDS, slots)
        self.reckoning = Reckoning(bridge.workspace.path, "Holding citations to places", self)
        self.progress = ProgressLine(self)
        self.author = IdChoice(self, letters=18)
        self.author.setAccessibleName("Author")
        self.verdicts = ChipRow(self)
        self.summary = PlainLabel(parent=self, muted=True, wraps=True)
        self.table = CitationsTable(self)
        self.words = AuditWords(self)
        self._lay_out()
        self._watch()

    def _watch(self) -> None:
        self.author.chosen.connect(self._on_author)
        self.verdicts.chosen.connect(self.show_fidelity)
        self.table.chosen.connect(self._show_citation)
        self.table.opened.connect(self._on_opened)
        self.reckoning.progressed.connect(self.progress.show_progress)
        self.reckoning.finished.connect(self._on_finished)
        self.reckoning.stopped.connect(self._on_stopped)
        self.reckoning.refused.connect(self.progress.show_stopped)
        self.progress.stop_asked.connect(self.reckoning.stop)
        self.progress.begin_asked.connect(self.refresh)

    # Laying out

    def _lay_out(self) -> None:
        buttons = (action_button(self.commands[f"audit.{n}"], self) for n in ("copy", "table"))
        self.add_title({self.author: 6}, *buttons)
        for part in (self.progress, self.summary, self.verdicts):
            self.add_line({part: 1})
        rows = column_of(self.table, margins=(24, 0, 24, 8), fills=self.table)
        self._lists = divided(rows, self.words, (160, 100))
        unknown = QWidget(self)
        self.add_content(self._lists, unknown)
        self.show_content(unknown)
        self._offer(is_any=False)

    def _offer(self, *, is_any: bool) -> None:
        """Offer what can be chosen and copied, where there is anything."""
        for choice in (self.author, self.verdicts, self.summary):
            choice.setVisible(is_any)
        for action in self.commands.values():
            action.setEnabled(is_any)

    # What is shown

    @override
    def read(self) -> None:
        """Look at every citation anew, in the background."""
        self.reckoning.begin(audit_citations)

    def show_author(self, author: str) -> None:
        """Show the citations of one author, or of all when empty."""
        self._author = author
        self._show()

    def show_fidelity(self, fidelity: str) -> None:
        """Show the citations of one verdict, or all when empty."""
        self._fidelity = fidelity
        self._show()

    def copy_paragraph(self) -> None:
        """Put what is said of the author, or of all authors, on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(audit_lines(self._chosen_audits())))
        who = self._author or counted(len(self._audits), "author")
        self.status_said.emit(f"Copied the paragraph on {who}.")

    def copy_table(self) -> None:
        """Put the rows that are shown on the clipboard, their cells set apart by tabs."""
        rows = (HEADINGS, *table_rows(self.table.records))
        lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))
        number = counted(len(self.table.records), "citation")
        self.status_said.emit(f"Copied the table of {number}.")

    def _show(self) -> None:
        chosen = self._chosen_audits()
        citations = [citation for audit in chosen for citation in audit.citations]
        self._show_verdicts(citations)
        self.table.show_citations(
            c for c in citations if not self._fidelity or c.fidelity == self._fidelity
        )
        self.summary.setText(_summary(chosen, citations))
        self.words.show_authors(chosen)
        self._show_citation()

    def _chosen_audits(self) -> Sequence[AuthorAudit]:
        return [a for a in self._audits if not self._author or a.author == self._author]

    def _show_verdicts(self, citations: Sequence[Citation]) -> None:
        numbers = {f: sum(c.fidelity is f for c in citations) for f in Fidelity}
        if self._fidelity and not numbers[Fidelity(self._fidelity)]:
            self._fidelity = ""
        chips = {"": f"All  {len(citations):,}"}
        for fidelity, number in reversed(numbers.items()):
            if number:
                chips[str(fidelity)] = f"{fidelity_words(fidelity)}  {number:,}"
        self.verdicts.show_chips(chips, self._fidelity)

    def _show_authors(self) -> None:
        names = [audit.author for audit in self._audits]
        if self._author not in names:
            self._author = ""
        lines = {_ALL: f"All {counted(len(names), 'author')}"}
        lines |= dict(enumerate(names, 1))
        self.author.offer(lines)
        self.author.set_member(names.index(self._author) + 1 if self._author else _ALL)

    def _show_citation(self) -> None:
        self.words.show_citation(self.table.find_current())

    def _open_authors(self) -> None:
        if self._audits:
            self.author.unfold()

    # What happens

    def _on_finished(self, found: object) -> None:
        self.progress.show_done()
        had_focus = self.hasFocus() or self.progress.button.hasFocus()
        self._audits = tuple(found) if isinstance(found, list) else ()
        self._show_authors()
        self._show()
        self._offer(is_any=bool(self._audits))
        self.show_content(self._lists if self._audits else None)
        if had_focus and self._audits:
            self.table.setFocus()

    def _on_stopped(self) -> None:
        self.progress.show_stopped(_STOPPED)

    def _on_author(self) -> None:
        place = self.author.find_id() or _ALL
        self.show_author(self._audits[place - 1].author if place else "")

    def _on_opened(self, _claim_id: int) -> None:
        citation = self.table.find_current()
        if citation is not None:
            self.claim_asked.emit(citation.point_id, citation.citing.claim_id)

    @override
    def find_home(self) -> QWidget:
        return self.table if self._audits else self

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if self.reckoning.is_busy:
            self.reckoning.drop()
            self._is_stale = True
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reckoning.is_busy:
            self.reckoning.stop()
            return
        super().keyPressEvent(event)


def _summary(audits: Sequence[AuthorAudit], citations: Sequence[Citation]) -> str:
    if len(audits) == 1:
        return audit_in_words(audits[0])
    places = counted(len(citations), "place")
    return f"{counted(len(audits), 'author')} cite {places} you hold: {counts_in_words(citations)}"
