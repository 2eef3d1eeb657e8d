"""A cell of the synopsis in words: its mark, what stands in it, and the sentence read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.comparison import Verdict
from app.domain.synopsis import Cell, CellState, ColumnHead, RowHead
from app.ui.labels import CELL_STATES, VERDICTS
from app.ui.theme import verdict_mark
from app.ui.widgets.passage import Segment

CHOSEN = "●"
"""Marks what the others are held against."""
STATE_MARKS = {CellState.SILENT: verdict_mark("silent"), CellState.SEARCHED: "○",
               CellState.UNREAD: "…"}  # fmt: skip
_WEIGHED = STATE_MARKS[CellState.SILENT]
_SHORT = {CellState.SILENT: "om.", CellState.SEARCHED: "not found", CellState.UNREAD: "to be read"}
LEGEND = (
    *((verdict_mark(verdict), VERDICTS[verdict], str(verdict)) for verdict in (
        Verdict.CONTRADICTS, Verdict.IN_TENSION, Verdict.COMPATIBLE, Verdict.REFINES,
        Verdict.AGREES, Verdict.NOT_COMPARABLE,
    )),
    (CHOSEN, "held against", ""),
    (f"{STATE_MARKS[CellState.SILENT]} om.", "silent on it", "silent"),
    (STATE_MARKS[CellState.SEARCHED], "searched, not found", "silent"),
    (STATE_MARKS[CellState.UNREAD], "not yet read", "silent"),
    (f"{_WEIGHED} silence:", "as it was weighed", "silent"),
    ("", "blank: nothing recorded", "silent"),
    ("", "no mark: nothing to hold it against", "silent"),
)  # fmt: skip
"""Mark, words, and the verdict that gives the colour."""


def mark_of(cell: Cell) -> str:
    """Return the mark of a cell, or nothing."""
    if cell.is_chosen:
        return CHOSEN
    if cell.verdict is not None:
        return verdict_mark(cell.verdict)
    return STATE_MARKS.get(cell.state, _WEIGHED if cell.silence else "")


def text_of(cell: Cell) -> str:
    """Return what stands in a cell beside its mark."""
    if cell.answers:
        return "; ".join(cell.answers)
    silence = f"silence: {cell.silence}" if cell.silence else ""
    return ", ".join(filter(None, (_SHORT.get(cell.state, ""), silence)))


def state_in_words(cell: Cell) -> str:
    """Return what is known of a cell without an answer, and what its silence is worth."""
    if not cell.silence:
        return CELL_STATES[cell.state]
    weighed = f"its silence was weighed: {cell.silence}"
    if cell.state is CellState.UNKNOWN:
        return f"no answer is recorded; {weighed}"
    return f"{CELL_STATES[cell.state]}; {weighed}"


def circumstances_of(column: ColumnHead) -> str:
    """Return when an account was told and by whom, as far as that is known."""
    return ", ".join(part for part in (column.date or "undated", voice_of(column)) if part)


def voice_of(column: ColumnHead) -> str:
    """Return the speaker, else the source where the siglum does not name it already."""
    return column.speaker or (column.source if column.source != column.siglum else "")


def cell_in_words(point: RowHead, column: ColumnHead, cell: Cell) -> str:
    """Return a cell as it is read aloud."""
    parts = [column.siglum, f"{point.subject}, {point.heading.rstrip('?')}"]
    if cell.state is not CellState.ANSWERED:
        return ": ".join((", ".join(parts), state_in_words(cell)))
    said = f"{', '.join(parts)}: {'; '.join(cell.answers)}"
    if cell.is_chosen:
        return f"{said}; the others are held against it"
    return f"{said}; {VERDICTS[cell.verdict]}" if cell.verdict else said


def segments_of(
    point: RowHead, column: ColumnHead, cell: Cell, against: str, note: str = ""
) -> Iterator[Segment]:
    """Yield what is told of a cell below the grid; ``against`` names what it is held against."""
    yield Segment(column.siglum, bold=True)
    yield Segment(f"  {circumstances_of(column)}\n", muted=True)
    yield Segment(f"{point.subject}, {point.heading.rstrip('?')}:  ")
    if cell.state is not CellState.ANSWERED:
        yield Segment(f"{mark_of(cell)} {state_in_words(cell)}".strip(), muted=True)
        if note:
            yield Segment(f" – {note}", muted=True)
        return
    yield Segment(", ".join(f"“{answer}”" for answer in cell.answers))
    yield from _verdict(cell, against)


def _verdict(cell: Cell, against: str) -> Iterator[Segment]:
    if cell.is_chosen:
        yield Segment(f"  {CHOSEN} the others are held against it", muted=True)
    elif cell.verdict is not None:
        yield Segment(f"  {mark_of(cell)} {VERDICTS[cell.verdict]}", verdict=str(cell.verdict))
        yield Segment(f"  held against {against}", muted=True)
        if cell.why:
            yield Segment(f"\n{cell.why}", muted=True)
    elif against:
        yield Segment(f"  without a mark: {against} gives no answer here", muted=True)
