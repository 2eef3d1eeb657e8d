"""What can go wrong in the user's world, as opposed to a bug of ours.

A ``UserError`` carries one plain sentence that says what happened and, where something can
be done about it, what to do. Every other exception is our bug and becomes a crash report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.answers import Answer


class UserError(Exception):
    """Say in one sentence what happened and what to do; nothing was half-written."""


class UnreadableAnswerError(UserError):
    """An answer that cannot be read; the sentence names it and says what would be read."""

    def __init__(self, sentence: str, alternatives: tuple[Answer, ...] = ()) -> None:
        super().__init__(sentence)
        self.alternatives = alternatives
        """Readings to choose from, when the text is ambiguous (``3/4/1918``); else empty."""
