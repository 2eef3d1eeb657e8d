"""Dates of sources and tellings: read like any date, but they may be honestly missing."""

from __future__ import annotations

from app.domain.dates import read_date
from app.domain.names import fold

_UNDATED = {
    "", "n.d.", "n. d.", "s.d.", "s. d.", "undated", "no date", "unknown", "o. d.", "o.d.", "o. j.",
    "o.j.", "undatiert", "б. д.", "б.д.", "б. г.", "б.г.", "без даты", "forthcoming", "in press",
    "im druck", "в печати", "im erscheinen",
}  # fmt: skip


def check_date(text: str) -> None:
    """Raise ``UnreadableAnswerError`` when a date is given that cannot be read."""
    if fold(text) not in _UNDATED:
        read_date(text)
