"""Which action undo and redo would take, worked out from the log, so that it survives a restart.

Redoing inverts the change set of the undo; undoing a redone action inverts the redo's. So every
step keeps the id of the change set whose inverse takes it back or brings it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.services.actions import Action


@dataclass(frozen=True, slots=True)
class Step:
    """One action that can be undone or redone, by inverting the change set ``id``."""

    id: int
    action: Action


class History:
    """The two stacks of undo and redo."""

    def __init__(self, heads: Iterable[tuple[int, str, int | None, int | None]] = ()) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        for change_set_id, action, undoes, redoes in heads:
            if undoes is not None:
                self.undone(change_set_id)
            elif redoes is not None:
                self.redone(change_set_id)
            else:
                self.add(change_set_id, Action(action))

    @property
    def last_done(self) -> Step | None:
        """Return the step that undo takes back, if any."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Step | None:
        """Return the step that redo brings again, if any."""
        return self._undone[-1] if self._undone else None

    def add(self, change_set_id: int, action: Action) -> None:
        """Note a new action; what was undone before it can no longer be redone."""
        self._done.append(Step(change_set_id, action))
        self._undone.clear()

    def undone(self, change_set_id: int) -> None:
        """Note that the last done step was taken back by the given change set."""
        if self._done:
            self._undone.append(Step(change_set_id, self._done.pop().action))

    def redone(self, change_set_id: int) -> None:
        """Note that the last undone step was brought again by the given change set."""
        if self._undone:
            self._done.append(Step(change_set_id, self._undone.pop().action))
