"""How a change between two tellings looks: a mark and a colour beside its words."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.drift import Change
from app.ui.labels import CHANGES

_MARKS: Mapping[Change, str] = {
    Change.TOLD: "○",
    Change.SAME: "=",
    Change.ADDED: "+",
    Change.DROPPED: "−",
    Change.SILENT: "∅",
    Change.CHANGED: "≠",
    Change.MORE_PRECISE: "⊂",
    Change.LESS_PRECISE: "⊃",
    Change.GROWN: "▲",
    Change.SHRUNK: "▼",
    Change.REWORDED: "~",
}
_VERDICTS: Mapping[Change, str] = {
    Change.TOLD: "silent",
    Change.SAME: "agrees",
    Change.SILENT: "silent",
    Change.CHANGED: "contradicts",
    Change.REWORDED: "silent",
}


def change_words(change: Change) -> str:
    """Return the mark of a change and its words, such as ``▲ grown``."""
    return f"{_MARKS[change]} {CHANGES[change]}"


def change_verdict(change: Change) -> str:
    """Return the verdict in whose colour a change is shown."""
    return _VERDICTS.get(change, "in tension")
