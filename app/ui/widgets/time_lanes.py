"""Where the rows of a line of time stand: a title, then a lane for each bar, row below row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics

from app.ui.fonts import ui_font
from app.ui.models.time_rows import TimeBar, TimeRow

_ROW_GAP = 8


@dataclass(frozen=True, slots=True)
class TimeLanes:
    """Rows with the heights of their parts, in pixels from the top of the first row."""

    rows: tuple[TimeRow, ...]
    width: float
    title_height: int
    lane_height: int

    def titles(self) -> Iterator[tuple[QRectF, TimeRow]]:
        """Yield where the title of each row stands."""
        top = float(_ROW_GAP)
        for row in self.rows:
            yield QRectF(0, top, self.width, self.title_height), row
            top += self.title_height + len(row.bars) * self.lane_height + _ROW_GAP

    def lanes(self) -> Iterator[tuple[QRectF, TimeBar]]:
        """Yield where each bar runs."""
        for title, row in self.titles():
            for place, bar in enumerate(row.bars):
                top = title.bottom() + place * self.lane_height
                yield QRectF(0, top, self.width, self.lane_height), bar

    def lane(self, wanted: int) -> QRectF:
        """Return where the bar at a place runs, counted from the top; raises ``StopIteration``."""
        return next(box for place, (box, _) in enumerate(self.lanes()) if place == wanted)

    def lane_at(self, y: float) -> int:
        """Return the place of the bar at a height, or -1 where there is none."""
        return next(
            (place for place, (box, _) in enumerate(self.lanes()) if box.contains(1, y)), -1
        )

    @property
    def height(self) -> int:
        """Return how high all rows are together."""
        lanes = sum(len(row.bars) for row in self.rows) * self.lane_height
        return lanes + len(self.rows) * (self.title_height + _ROW_GAP) + _ROW_GAP


def lay_lanes(rows: tuple[TimeRow, ...], width: float) -> TimeLanes:
    """Return the rows as high as the letters of the window make them."""
    title, lane = QFontMetrics(ui_font(0.95)).height() + 2, QFontMetrics(ui_font(0.9)).height() + 5
    return TimeLanes(rows, width, title, lane)


def axis_height() -> int:
    """Return how high the axis above the rows is."""
    return QFontMetrics(ui_font(0.9)).height() + 12
