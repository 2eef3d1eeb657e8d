"""What the user supposes away for the moment: sources, accounts, speakers; never written down.

What would be found then is reckoned aside; the window goes on, and is told when it is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.domain.what_if import SetAside
from app.services.accounts import get_account
from app.services.drift import list_speakers
from app.services.sources import get_source
from app.services.what_if import (
    Outcome,
    SupposedPoint,
    get_supposed_point,
    set_aside,
    what_if,
)
from app.services.workspace import ChangeSet, Workspace
from app.ui.bridge import Bridge
from app.ui.reckoning import Reckoning, Step

_TABLES = {"source": "source", "account": "account", "speaker": "subject"}
"""The kinds of what can be set aside, each with the table that holds it."""
_STOPPED = "Stopped before everything was found anew."


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
    """Something was set aside or taken back, or the dossier changed meanwhile."""
    found = Signal()
    """What would be found otherwise is known, or it was stopped."""
    point_found = Signal(object)
    """What would be found on the point with this id is known."""
    progressed = Signal(object)
    """A ``Progress`` in finding what would differ."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._things: dict[tuple[str, int], Supposed] = {}
        self._outcome: Outcome | None = None
        self._points: dict[int, SupposedPoint | None] = {}
        self._wanted = 0
        self.with_borrowers = False
        """Whether all that certainly draws on it is set aside too."""
        self.stopped = ""
        """Why what would be found otherwise is not being found: a sentence, or empty."""
        path = bridge.workspace.path
        self._all = Reckoning(path, "Finding anew", self)
        self._one = Reckoning(path, "Finding the point anew", self)
        self._all.finished.connect(self._on_outcome)
        self._all.progressed.connect(self.progressed)
        self._all.stopped.connect(lambda: self._on_stopped(_STOPPED))
        self._all.refused.connect(self._on_stopped)
        self._one.finished.connect(self._on_point)
        self._one.refused.connect(self._on_stopped)
        bridge.changed.connect(self._on_changed)

    @property
    def things(self) -> tuple[Supposed, ...]:
        """Return what is set aside, in the order in which it was."""
        return tuple(self._things.values())

    @property
    def names(self) -> str:
        """Return the names of what is set aside."""
        drawn = ", and all that certainly draws on it" if self.with_borrowers else ""
        return f"{', '.join(thing.name for thing in self.things)}{drawn}"

    @property
    def sentence(self) -> str:
        """Return in words what is set aside."""
        return f"What if: without {self.names} – nothing is written"

    @property
    def is_busy(self) -> bool:
        """Tell whether anything is still being found anew."""
        return self._all.is_busy or self._one.is_busy

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

    def outcome(self) -> Outcome | None:
        """Return what would be found otherwise, or ``None`` while that is not known.

        It is then begun to be found, and ``found`` follows; unless it was stopped.
        """
        if self._outcome is None and self._things and not self.stopped and not self._all.is_busy:
            aside = self._aside()
            self._all.begin(lambda workspace, step: what_if(workspace, aside(workspace), step))
        return self._outcome

    def stop(self) -> None:
        """Stop finding what would differ."""
        self._all.stop()

    def go_on(self) -> None:
        """Begin anew what was stopped."""
        self.stopped = ""
        self.found.emit()
        self.outcome()

    def point(self, point_id: int) -> SupposedPoint | None:
        """Return what would be found on a point, or ``None`` while that is not known.

        It is then begun to be found, and ``point_found`` follows.
        """
        if point_id in self._points or not self._things:
            return self._points.get(point_id)
        if self._wanted != point_id or not self._one.is_busy:
            self._wanted = point_id
            self._one.begin(_point_work(point_id, self._aside()))
        return None

    def flags_gone(self) -> frozenset[str]:
        """Return the identities of the flags that would be gone, as far as is known."""
        outcome = self.outcome()
        changes = outcome.changes if outcome else ()
        return frozenset(flag.identity for change in changes for flag in change.flags_gone)

    def _aside(self) -> Callable[[Workspace], SetAside]:
        """Return what reads from a dossier all that falls with what is set aside now."""
        ids: dict[str, list[int]] = {kind: [] for kind in _TABLES}
        for kind, number in self._things:
            ids[kind].append(number)
        with_borrowers = self.with_borrowers
        return lambda workspace: set_aside(
            workspace,
            sources=ids["source"],
            accounts=ids["account"],
            speakers=ids["speaker"],
            with_borrowers=with_borrowers,
        )

    def _renew(self) -> None:
        self._all.drop()
        self._one.drop()
        self._outcome, self.stopped = None, ""
        self._points.clear()
        self.changed.emit()

    def _on_outcome(self, outcome: object) -> None:
        self._outcome = outcome if isinstance(outcome, Outcome) else None
        self.found.emit()

    def _on_stopped(self, sentence: str) -> None:
        self.stopped = sentence
        self.found.emit()

    def _on_point(self, found: object) -> None:
        self._points[self._wanted] = found if isinstance(found, SupposedPoint) else None
        self.point_found.emit(self._wanted)

    def _on_changed(self, kept: ChangeSet) -> None:
        gone = {(change.table, change.row_id) for change in kept.changes if change.after is None}
        for kind, number in list(self._things):
            if (_TABLES[kind], number) in gone:
                del self._things[kind, number]
        if self._things or gone:
            self._renew()


def _point_work(
    point_id: int, aside: Callable[[Workspace], SetAside]
) -> Callable[[Workspace, Step], SupposedPoint | None]:
    def work(workspace: Workspace, _step: Step) -> SupposedPoint | None:
        try:
            return get_supposed_point(workspace, point_id, aside(workspace))
        except LookupError:  # deleted just now
            return None

    return work
