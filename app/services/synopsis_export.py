"""The whole of a synopsis as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.domain.errors import UserError
from app.domain.synopsis import Frame, Row, Yardstick
from app.exchange.synopsis_workbook import write_synopsis_workbook
from app.services.reporting import write_whole
from app.services.synopsis import Selection, get_frame, read_rows
from app.services.workspace import Workspace

_BATCH = 200
Progress = Callable[[int, int], None]


def write_synopsis(
    workspace: Workspace,
    path: Path,
    selection: Selection | None = None,
    yardstick: Yardstick | None = None,
    progress: Progress = lambda *_: None,
) -> None:
    """Write the synopsis as an Excel workbook; whole or not at all."""
    if path.suffix.casefold() != ".xlsx":
        raise UserError(f"The synopsis is written as .xlsx; {path.name} has another ending.")
    frame = get_frame(workspace, selection)
    with workspace.reading() as connection:
        rows = _all_rows(connection, frame, yardstick or Yardstick(), progress)
        content = write_synopsis_workbook(frame, rows)
    write_whole(path, content)


def _all_rows(
    connection: Any, frame: Frame, yardstick: Yardstick, progress: Progress
) -> Iterator[Row]:
    ids: Sequence[int] = [row.point_id for row in frame.rows]
    for start in range(0, len(ids), _BATCH):
        progress(start, len(ids))
        chunk = list(ids[start : start + _BATCH])
        found = read_rows(connection, chunk, yardstick)
        yield from (found.get(point, {}) for point in chunk)
