"""The line in which sources, accounts and speakers are named that are to be set aside."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.names import fold
from app.services.completing import complete_accounts, complete_sources
from app.services.drift import list_speakers
from app.services.workspace import Workspace
from app.ui.supposition import Supposed, Supposition
from app.ui.widgets.chip_row import ChipRow
from app.ui.widgets.completion import Completion, Proposal
from app.ui.widgets.texts import VerdictLabel

_MOST = 5
_HINT = "Set aside a source, an account or a speaker: type its siglum or name"


class AsideLine(QWidget):
    """A field that proposes what can be set aside, and a chip for each thing that is."""

    def __init__(
        self, workspace: Workspace, supposed: Supposition, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._supposed = workspace, supposed
        self._proposed: dict[str, Supposed] = {}
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_HINT)
        self.field.setAccessibleName("Set aside")
        self.field.setClearButtonEnabled(True)
        self.completion = Completion(self.field, self._propose)
        self.borrowers = QCheckBox("With all that certainly draws on it", self)
        self.problem = VerdictLabel(self)
        self.problem.hide()
        self.chips = ChipRow(self)
        self._lay_out()
        self.field.returnPressed.connect(self.take)
        self.completion.activated.connect(self._on_taken)
        self.completion.passed.connect(self.take)
        self.borrowers.toggled.connect(supposed.include_borrowers)
        self.chips.chosen.connect(self._on_chip)
        supposed.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.field, 1)
        row.addWidget(self.borrowers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        layout.addWidget(self.chips)

    def refresh(self) -> None:
        """Show what is set aside now."""
        things = {str(place): thing for place, thing in enumerate(self._supposed.things)}
        self.chips.show_chips({name: f"{t.words}  ×" for name, t in things.items()}, "")
        for name, chip in self.chips.chips.items():
            chip.setToolTip(f"Take {things[name].name} back")
        self.chips.setVisible(bool(things))
        if self.borrowers.isChecked() != self._supposed.with_borrowers:
            self.borrowers.setChecked(self._supposed.with_borrowers)

    def take(self) -> None:
        """Set aside what is named in the field."""
        text = self.field.text().strip()
        if not text:
            return
        found = self._proposed.get(text) or next(self._named(text), None)
        self.problem.setVisible(found is None)
        if found is None:
            self.problem.show_verdict(
                "contradicts", f"No source, account or speaker is called {text}."
            )
            return
        self.field.clear()
        self._supposed.add(found)

    def _on_taken(self, text: str) -> None:
        self.field.setText(text)
        self.take()

    def _on_chip(self, name: str) -> None:
        self._supposed.remove(self._supposed.things[int(name)])

    def _propose(self, words: str) -> list[Proposal]:
        found = list(self._matching(words))
        self._proposed = {_text(thing): thing for thing, _ in found}
        return [Proposal(_text(thing), shown) for thing, shown in found]

    def _matching(self, words: str) -> Iterator[tuple[Supposed, str]]:
        keys = set()
        for source in complete_sources(self._workspace, words, most=_MOST):
            keys.add(source.key)
            named = ", ".join(filter(None, (source.author, source.title)))
            yield Supposed("source", source.id, source.key), f"source {source.key} – {named}"
        for account in complete_accounts(self._workspace, words, most=_MOST):
            if account.siglum not in keys:
                named = ", ".join(filter(None, (account.speaker, account.date, account.title)))
                shown = f"account {account.siglum} – {named}"
                yield Supposed("account", account.id, account.siglum), shown
        wanted = fold(words)
        people = [p for p in list_speakers(self._workspace, at_least=1) if wanted in fold(p.name)]
        for person in people[:_MOST]:
            yield Supposed("speaker", person.id, person.name), f"speaker {person.name}"

    def _named(self, text: str) -> Iterator[Supposed]:
        """Yield what is called exactly so: a source before an account before a speaker."""
        wanted = fold(text)
        return (thing for thing, _ in self._matching(text) if fold(thing.name) == wanted)


def _text(thing: Supposed) -> str:
    return thing.words
