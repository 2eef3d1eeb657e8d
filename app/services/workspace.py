"""The open dossier as the services see it: one door for changes, one signal when one is kept.

``perform`` runs one user action in one transaction: its writes, the row images that the triggers
recorded, and the re-check of exactly the points touched. After COMMIT the change set goes to the
subscribers. Undo is the inverse of a change set through the same door.
"""

from __future__ import annotations

import getpass
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from app.domain.analysis import RULES_VERSION
from app.domain.errors import UserError
from app.services import recheck
from app.services.actions import Action
from app.services.history import History
from app.store import change_log
from app.store.change_log import Change as Change
from app.store.change_log import ChangeSet as ChangeSet
from app.store.commands.settings import keep_meta
from app.store.dossier import Dossier, create_dossier, open_dossier
from app.store.queries.judgements import find_meta

T = TypeVar("T")
Subscriber = Callable[[ChangeSet], None]


class Workspace:
    """A dossier that is open for work; close it, or use it as a context manager."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._subscribers: list[Subscriber] = []
        self.last_saved: datetime | None = None
        with dossier.reading() as connection:
            self.history = History(change_log.list_heads(connection))
            rules = find_meta(connection, "rules_version")
        if dossier.is_writable and rules != str(RULES_VERSION):
            self.recheck_all()

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Workspace:
        """Open a dossier; raises a ``UserError`` with one sentence when that cannot be done."""
        dossier = open_dossier(path, read_only=read_only)
        try:
            return cls(dossier)
        except BaseException:
            dossier.close()
            raise

    @classmethod
    def create(cls, path: Path) -> Workspace:
        """Make an empty dossier and open it."""
        create_dossier(path)
        return cls.open(path)

    @property
    def path(self) -> Path:
        """Return where the dossier lies."""
        return self._dossier.path

    @property
    def is_writable(self) -> bool:
        """Tell whether edits can be kept."""
        return self._dossier.is_writable

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """Lend a read-only view of one moment; queries of the store take it."""
        with self._dossier.reading() as connection:
            yield connection

    def subscribe(self, subscriber: Subscriber) -> None:
        """Call ``subscriber`` with the change set of every action that is kept from now on."""
        self._subscribers.append(subscriber)

    def perform(self, action: Action, change: Callable[[Any], T]) -> T:
        """Do one user action in one transaction and return what ``change`` returns.

        ``change`` gets the writing connection for the store's commands. Any error, also while
        points are re-checked, rolls everything back.
        """
        result, kept = self._write(action, change)
        if kept is not None:
            self.history.add(kept.id, action)
            self._tell(kept)
        return result

    def _write(
        self,
        action: Action,
        change: Callable[[Any], T],
        *,
        undoes: int | None = None,
        redoes: int | None = None,
    ) -> tuple[T, ChangeSet | None]:
        now = datetime.now(UTC)
        with self._dossier.writing() as tx:
            result = change(tx)
            changes = change_log.take_recorded(tx)
            if not changes and undoes is None and redoes is None:
                return result, None
            kept = change_log.keep_change_set(
                tx, action, changes, made_at=now.isoformat(), device=platform.node(),
                user_name=_user_name(), undoes=undoes, redoes=redoes,
            )  # fmt: skip
            recheck.recheck_touched(tx, kept)
        self.last_saved = now
        return result, kept

    def undo(self) -> Action:
        """Take back the last action that stands and return it; ``UserError`` without one."""
        step = self.history.last_done
        if step is None:
            raise UserError("There is nothing to undo.")
        _, kept = self._write(Action.UNDO, lambda tx: _invert(tx, step.id), undoes=step.id)
        self.history.undone(kept.id if kept else step.id)
        if kept:
            self._tell(kept)
        return step.action

    def redo(self) -> Action:
        """Do again what was last undone; returns which. ``UserError`` when there is nothing."""
        step = self.history.last_undone
        if step is None:
            raise UserError("There is nothing to redo.")
        _, kept = self._write(Action.REDO, lambda tx: _invert(tx, step.id), redoes=step.id)
        self.history.redone(kept.id if kept else step.id)
        if kept:
            self._tell(kept)
        return step.action

    def recheck_all(self) -> None:
        """Find everything anew, as after a change of the program's rules."""
        with self._dossier.writing() as tx:
            recheck.recheck_all(tx)
            keep_meta(tx, "rules_version", str(RULES_VERSION))

    def _tell(self, kept: ChangeSet) -> None:
        for subscriber in list(self._subscribers):
            subscriber(kept)

    def close(self) -> None:
        """Close the dossier; one file is left."""
        self._subscribers.clear()
        self._dossier.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _invert(tx: Any, change_set_id: int) -> None:
    change_log.apply_inverse(tx, change_log.get_change_set(tx, change_set_id))


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
