"""What the user supposes away for the moment: sources, accounts, speakers; never written down."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.what_if import SetAside
from app.services.accounts import get_account
from app.services.drift import list_speakers
from app.services.sources import get_source
from app.services.what_if import Outcome, set_aside, what_if
from app.services.workspace import ChangeSet, Workspace
from app.ui.bridge import Bridge

_TABLES = {"source": "source", "account": "account", "speaker": "subject"}
"""The kinds of what can be set aside, each with the table that holds it."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """One thing to set aside: its kind (source, account or speaker), its id and its name."""

    kind: str
    id: int
    name: str

    @property
    def words(self) -> str:
        """Return what it is and what it is called."""
        return f"{self.kind} {self.name}"


def find_supposed(workspace: Workspace, noun: str, record_id: int) -> Supposed | None:
    """Return a source, an account or a subject that tells as what can be set aside."""
    if not record_id:
        return None
    if noun == "source":
        return Supposed("source", record_id, get_source(workspace, record_id).key)
    if noun == "account":
        return Supposed("account", record_id, get_account(workspace, record_id).siglum)
    speakers = list_speakers(workspace, at_least=1) if noun == "subject" else []
    found = (Supposed("speaker", line.id, line.name) for line in speakers if line.id == record_id)
    return next(found, None)


class Supposition(QObject):
    """Holds what is set aside in one window, until it is cleared or the dossier is closed."""

    changed = Signal()
    """Something was set aside or taken back, or what is set aside changed in the dossier."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = bridge.workspace
        self._things: dict[tuple[str, int], Supposed] = {}
        self._outcome: Outcome | None = None
        self.with_borrowers = False
        """Whether all that certainly draws on it is set aside too."""
        bridge.changed.connect(self._on_changed)

    @property
    def things(self) -> tuple[Supposed, ...]:
        """Return what is set aside, in the order in which it was."""
        return tuple(self._things.values())

    @property
    def sentence(self) -> str:
        """Return in words what is set aside."""
        names = ", ".join(thing.name for thing in self.things)
        drawn = ", and all that certainly draws on it" if self.with_borrowers else ""
        return f"What if: without {names}{drawn} – nothing is written"

    def add(self, thing: Supposed) -> None:
        """Set something aside."""
        self._things[thing.kind, thing.id] = thing
        self._renew()

    def remove(self, thing: Supposed) -> None:
        """Take something back."""
        if self._things.pop((thing.kind, thing.id), None) is not None:
            self._renew()

    def clear(self) -> None:
        """Take everything back."""
        if self._things:
            self._things.clear()
            self._renew()

    def include_borrowers(self, included: bool) -> None:
        """Set aside also all that certainly draws on it, or only what is named."""
        self.with_borrowers = included
        self._renew()

    def aside(self) -> SetAside:
        """Return what is set aside, as the services take it."""
        ids: dict[str, list[int]] = {kind: [] for kind in _TABLES}
        for kind, number in self._things:
            ids[kind].append(number)
        return set_aside(
            self._workspace,
            sources=ids["source"],
            accounts=ids["account"],
            speakers=ids["speaker"],
            with_borrowers=self.with_borrowers,
        )

    def outcome(self) -> Outcome | None:
        """Return what would be found otherwise, or ``None`` while nothing is set aside.

        Found once and kept until something changes.
        """
        if self._outcome is None and self._things:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                self._outcome = what_if(self._workspace, self.aside())
            finally:
                QGuiApplication.restoreOverrideCursor()
        return self._outcome

    def flags_gone(self) -> frozenset[str]:
        """Return the identities of the flags that would be gone."""
        outcome = self.outcome()
        changes = outcome.changes if outcome else ()
        return frozenset(flag.identity for change in changes for flag in change.flags_gone)

    def _renew(self) -> None:
        self._outcome = None
        self.changed.emit()

    def _on_changed(self, kept: ChangeSet) -> None:
        gone = {(change.table, change.row_id) for change in kept.changes if change.after is None}
        for kind, number in list(self._things):
            if (_TABLES[kind], number) in gone:
                del self._things[kind, number]
        if self._things or gone:
            self._renew()
