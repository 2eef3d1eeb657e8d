"""What a synopsis shows line by line: headings of subjects, points, and the cells read so far."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from app.domain.synopsis import UNKNOWN, Cell, ColumnHead, Frame, Row, RowHead

_MOST_CELLS = 40_000
"""How many cells are kept; beyond it the rows seen longest ago are forgotten."""
_LEAST_ROWS = 200
"""So many rows are kept however many accounts there are: more than a window shows."""
_AT_ONCE = 500
"""How many cells are read before the window may paint again."""
Fetch = Callable[[list[int]], Mapping[int, Row]]
Line = str | RowHead
"""The heading of a subject, or a point."""


class SynopsisCells:
    """The lines and columns of a frame; the cells of its points are read when they are seen."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._places: dict[int, int] = {}
        self.lines: tuple[Line, ...] = ()
        self.columns: tuple[ColumnHead, ...] = ()

    def show_frame(self, frame: Frame) -> None:
        """Take other lines and columns; nothing is read of them yet."""
        self.lines = tuple(_lines(frame.rows))
        self.columns = frame.columns
        self._places = {
            line.point_id: place
            for place, line in enumerate(self.lines)
            if isinstance(line, RowHead)
        }
        self.drop()

    def drop(self) -> None:
        """Forget what was read of the cells."""
        self._rows.clear()

    def find_point(self, line: int) -> RowHead | None:
        """Return the point of a line; ``None`` for headings and beyond the ends."""
        found = self.lines[line] if 0 <= line < len(self.lines) else None
        return found if isinstance(found, RowHead) else None

    @property
    def points(self) -> list[RowHead]:
        """Return the points, without the headings of their subjects."""
        return [line for line in self.lines if isinstance(line, RowHead)]

    def line_of(self, point_id: int) -> int:
        """Return the line of a point, or -1."""
        return self._places.get(point_id, -1)

    def column_of(self, account_id: int) -> int:
        """Return the column of an account, or -1."""
        ids = (column.account_id for column in self.columns)
        return next((place for place, known in enumerate(ids) if known == account_id), -1)

    def find_row(self, line: int) -> Row | None:
        """Return the cells of a line as far as they are read."""
        point = self.find_point(line)
        return self._rows.get(point.point_id) if point else None

    def get_cell(self, line: int, column: int) -> Cell:
        """Return a cell, read now where it was not; outside of the frame it is unknown."""
        point = self.find_point(line)
        if point is None or not 0 <= column < len(self.columns):
            return UNKNOWN
        if point.point_id not in self._rows:
            self._read([point.point_id])
        return self._rows[point.point_id].get(self.columns[column].account_id, UNKNOWN)

    @property
    def most_rows(self) -> int:
        """Return how many rows are kept at most."""
        return max(_LEAST_ROWS, _MOST_CELLS // max(1, len(self.columns)))

    def missing(self, lines: Iterable[int]) -> Iterator[int]:
        """Yield those of the lines whose cells are still to be read."""
        for line in lines:
            point = self.find_point(line)
            if point is not None and point.point_id not in self._rows:
                yield line

    def read_some(self, lines: Iterable[int]) -> None:
        """Read the first of these lines that are missing: as many as take no noticeable time.

        Those that are read already count as seen now.
        """
        wanted = list(lines)
        for point in map(self.find_point, wanted):
            if point is not None and point.point_id in self._rows:
                self._rows.move_to_end(point.point_id)
        most = max(1, _AT_ONCE // max(1, len(self.columns)))
        points = map(self.find_point, islice(self.missing(wanted), most))
        self._read([point.point_id for point in points if point is not None])

    def _read(self, point_ids: list[int]) -> None:
        found = self._fetch(point_ids)
        for point in point_ids:
            self._rows[point] = found.get(point, {})
        while len(self._rows) > max(len(point_ids), self.most_rows):
            self._rows.popitem(last=False)


def _lines(rows: Iterable[RowHead]) -> Iterator[Line]:
    subject = None
    for row in rows:
        if row.subject_id != subject:
            subject = row.subject_id
            yield row.subject
        yield row
