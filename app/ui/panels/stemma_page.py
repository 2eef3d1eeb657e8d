"""The stemma of the dossier, or of one point, with what a version rests on brought out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget
from typing_extensions import override

from app.domain.analysis import Version
from app.domain.stemma import NOTHING_LIT, Lit, Stemma
from app.domain.witnesses import Witnesses
from app.services.findings import list_ids, list_point_lines
from app.services.stemma import light_version, list_versions, load_stemma
from app.services.stemma_export import write_picture, write_svg
from app.services.stemma_layout import lay_out
from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.panels.form_side import action_button
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.pages import HeadedPage
from app.ui.widgets.elided_line import ElidedLine
from app.ui.widgets.id_choice import IdChoice
from app.ui.widgets.rooms import column_of
from app.ui.widgets.stemma_canvas import StemmaCanvas
from app.ui.widgets.stemma_legend import StemmaLegend
from app.ui.widgets.stemma_paint import picture_of
from app.ui.widgets.stemma_words import account_in_words
from app.ui.widgets.texts import Hairline, PlainLabel, on_one_line

_COMMANDS = (
    PageCommand("stemma.export", "&Export drawing…", "Ctrl+Shift+P"),
    PageCommand("stemma.point", "Choose &point", "F4"),
    PageCommand("stemma.version", "Choose &version", "Shift+F4"),
    PageCommand("stemma.alone", "Accounts that stand &alone", "F7"),
    PageCommand("stemma.larger", "En&large drawing", "Alt++"),
    PageCommand("stemma.smaller", "&Reduce drawing", "Alt+-"),
    PageCommand("stemma.whole", "Show &whole drawing", "Alt+0"),
)
_NOTHING = (
    "No derivations yet. When one account draws on another – a report on an interrogation, a book "
    "on a letter – open the borrower under Accounts and add the lender under “Whom it draws on”, "
    "with how sure that is and on what grounds. In a sheet of sources the column derives_from does "
    "the same: K48 is certain, K48? suspected, K48! examined and denied."
)
_KEYS = (
    "Drag to move, turn the wheel to enlarge. Arrows go from account to account; Enter opens it."
)
_TOUCHING = frozenset(
    {"account", "source", "derivation", "derivation_point", "claim", "point", "subject", "option"}
)


class StemmaPage(HeadedPage):
    """Shows who draws on whom; Enter opens an account."""

    account_asked = Signal(object)
    """The account with this id is to be shown."""
    title = "Stemma"
    has_line = True

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, _NOTHING, parent)
        self._stemma = Stemma()
        self._versions: tuple[Version, ...] = ()
        self.point = IdChoice(self, letters=16)
        self.version = IdChoice(self, letters=16)
        self.alone = QCheckBox("Also accounts that stand alone", self)
        self.canvas = StemmaCanvas(self)
        self.words = ElidedLine(self)
        self.words.show_text(_KEYS)
        self.legend = StemmaLegend(self)
        self.summary = PlainLabel(parent=self, muted=True)
        self.commands = make_actions(
            self,
            _COMMANDS,
            {
                "stemma.export": self.export,
                "stemma.point": self.point.unfold,
                "stemma.version": self.version.unfold,
                "stemma.alone": self.alone.toggle,
                "stemma.larger": self.canvas.enlarge,
                "stemma.smaller": self.canvas.reduce,
                "stemma.whole": self.canvas.fit,
            },
        )
        self._lay_out()
        self._watch()

    def _lay_out(self) -> None:
        buttons = (action_button(self.commands[f"stemma.{n}"], self) for n in ("whole", "export"))
        self.add_title({self.summary: 1}, *buttons)
        choices: dict[QWidget, int] = {}
        for words, choice, stretch in (("Point", self.point, 5), ("Version", self.version, 4)):
            choice.setAccessibleName(words)
            choices |= {PlainLabel(words, self, muted=True): 0, choice: stretch}
        self.add_line(choices | {self.alone: 0})
        self.add_content(self.canvas)
        self._foot = column_of(self.words, self.legend, margins=(24, 8, 24, 8))
        self.column.addWidget(Hairline(self))
        self.column.addWidget(self._foot)

    def _watch(self) -> None:
        self.point.chosen.connect(self._on_point)
        self.version.chosen.connect(self._show_lit)
        self.alone.toggled.connect(self._on_point)
        self.canvas.account_asked.connect(self.account_asked)
        self.canvas.current_changed.connect(self._on_current)

    def show_point(self, point_id: int) -> None:
        """Show the stemma of a point, with its first version brought out."""
        self.refresh()
        self.point.set_member(point_id)
        self._on_point()
        if self._versions:
            self.version.set_member(1)
            self._show_lit()

    @override
    def read(self) -> None:
        """Read anew what is shown; point and version stay chosen while they are there."""
        lines = list_point_lines(self.workspace, list_ids(self.workspace, "points"))
        words = {line.id: on_one_line(f"{line.subject}: {line.question}") for line in lines}
        self.point.offer({0: "All accounts"} | words)
        self._on_point()

    def _on_point(self) -> None:
        point = self.point.find_id() or 0
        self.alone.setEnabled(not point)
        self._versions = list_versions(self.workspace, point) if point else ()
        offered = {number: _in_words(v) for number, v in enumerate(self._versions, 1)}
        self.version.offer({0: "No version" if point else "Choose a point first"} | offered)
        self.version.setEnabled(bool(offered))
        self._stemma = load_stemma(self.workspace, point, with_isolated=self.alone.isChecked())
        self.canvas.show_drawing(lay_out(self._stemma), self._lit())
        is_empty = not self._stemma.accounts
        self.show_content(None if is_empty else self.canvas)
        self._foot.setVisible(not is_empty)
        for name in ("export", "larger", "smaller", "whole"):
            self.commands[f"stemma.{name}"].setEnabled(not is_empty)
        self._summarise()

    def _lit(self) -> Lit:
        number, point = self.version.find_id() or 0, self.point.find_id() or 0
        if not number or not point:
            return NOTHING_LIT
        claims = self._versions[number - 1].claim_ids
        return light_version(self.workspace, point, claims, self._stemma)

    def _show_lit(self) -> None:
        self.canvas.show_lit(self._lit())
        self._summarise()

    def _summarise(self) -> None:
        number = self.version.find_id() or 0
        self.legend.show_all(is_lit=bool(number))
        derivations = sum(link.degree is not None for link in self._stemma.links)
        parts = [
            counted(len(self._stemma.accounts), "account"),
            counted(derivations, "derivation"),
        ]
        if number:
            parts.append(_witnesses(self._versions[number - 1].witnesses))
        self.summary.setText("  ·  ".join(parts) if self._stemma.accounts else "")

    def _on_current(self, account_id: int) -> None:
        drawing = self.canvas.drawing
        place = drawing.places.get(account_id)
        words = _KEYS
        if place is not None:
            words = account_in_words(drawing, drawing.accounts[place].account, most=2)
            words = "  ·  ".join(words.split("\n"))
        self.words.show_text(words)

    @override
    def _on_changed(self, kept: ChangeSet) -> None:
        if not _TOUCHING.isdisjoint(kept.touched):
            self.refresh_when_seen()

    def export(self) -> None:
        """Ask where the drawing is to be written, as SVG or PNG."""
        beside = self.workspace.path.with_name(f"{self.workspace.path.stem} stemma.svg")
        chosen, kind = QFileDialog.getSaveFileName(
            self, "Export drawing", str(beside), "Drawing (*.svg);;Picture (*.png)"
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in (".svg", ".png"):
            path = path.with_name(f"{path.name}{'.png' if 'png' in kind else '.svg'}")
        self.bridge.attempt(lambda: self.write(path))

    def write(self, path: Path) -> None:
        """Write the drawing to a file: SVG, or PNG by its ending."""
        drawing, lit = self.canvas.drawing, self.canvas.painting.lit
        if path.suffix.lower() == ".png":
            write_picture(path, picture_of(self.canvas.painting))
        else:
            write_svg(path, drawing, lit, self._title())
        self.status_said.emit(f"Wrote {path.name}.")

    @override
    def find_home(self) -> QWidget:
        return self.canvas

    def _title(self) -> str:
        return f"Stemma: {self.point.currentText()}" if self.point.find_id() else "Stemma"


def _in_words(version: Version) -> str:
    scope = f" [{version.scope}]" if version.scope else ""
    sigla = " ".join(dict.fromkeys(version.sigla))
    return on_one_line(f"{version.answer}{scope} – {sigla}")


def _witnesses(found: Witnesses) -> str:
    if found.low == found.high:
        return counted(found.low, "witness", "witnesses")
    return f"{found.low}–{found.high} witnesses"
