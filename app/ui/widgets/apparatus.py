"""The apparatus line of a point: in the serif of editions, wrapping, to be copied."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.ui.widgets.passage import Passage, Segment

MOST_LETTERS = 700
"""How much of an apparatus is shown before it is asked for whole: about six lines."""


class ApparatusLine(Passage):
    """Shows ``lemma] answer SIGLA · answer SIGLA · om. SIGLA``; the lemma and *om.* in italics."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, serif=True, scale=1.12, in_tabs=True)
        self.setAccessibleName("Apparatus")

    def show_apparatus(self, line: str, *, whole: bool = True) -> bool:
        """Show the line as the engine made it; tell whether it was cut, not to be shown whole."""
        is_cut = not whole and len(line) > MOST_LETTERS
        self.show_segments(_segments(f"{line[:MOST_LETTERS].rpartition(' ')[0]} …"
                                     if is_cut else line))  # fmt: skip
        return is_cut


def _segments(line: str) -> Iterator[Segment]:
    lemma, bracket, readings = line.partition("]")
    if not bracket:
        yield Segment(line)
        return
    yield Segment(lemma, italic=True)
    yield Segment("]")
    before, om, after = readings.rpartition("om. ")
    if om and (not before.strip() or before.endswith("· ")):
        yield Segment(before)
        yield Segment(om, italic=True)
        yield Segment(after)
    else:
        yield Segment(readings)
