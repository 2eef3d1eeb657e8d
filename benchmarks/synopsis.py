"""Row 7: a synopsis of 2,000 points and 500 accounts, against a widget with nothing in it.

The first paint is from making the grid to its heads and the ground of its cells being painted; the
cells are read afterwards, a few rows between two paintings. A frame of scrolling is one turn of the
event loop after the bar was moved: what is seen is painted, and some rows are read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from typing_extensions import override

from app.bootstrap import make_application
from app.domain.synopsis import Yardstick
from app.services.synopsis import get_frame, get_rows
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.panels.synopsis_page import SynopsisPage
from app.ui.settings import Settings
from app.ui.widgets.synopsis_grid import SynopsisGrid
from benchmarks.dossiers import Made, make_dossier_of
from benchmarks.history import History, Rows
from benchmarks.measuring import Row, median_ms, p99_ms, seconds

FRAME_MS = 1000 / 60
_SIZE = (1280, 800)
_WHEEL = 3
"""Rows that one notch of a wheel moves."""


@dataclass
class SideBySide(History):
    """The same invented history told by few accounts, each of which speaks to many points."""

    points: int = 2_000
    accounts: int = 500

    def told(self, people: Rows, archive: Rows) -> Iterator[Rows]:
        """Yield the points, with equally many claims each, some at a time."""
        subjects = [row["id"] for row in people["subject"]]
        accounts = [row["id"] for row in archive["account"]][: self.accounts]
        for start in range(0, self.points, 100):
            rows: Rows = {"point": [], "claim": [], "locator": []}
            for number in range(start, min(start + 100, self.points)):
                subject = subjects[number // 20 % len(subjects)]
                self._point(rows, subject, accounts, number, self.claims // self.points)
            yield rows


def make_side_by_side(
    points: int = 2_000, accounts: int = 500, claims: int = 300_000, *, fresh: bool = False
) -> Made:
    """Return the dossier to be laid side by side, made anew unless it is there."""
    told = SideBySide(claims, points=points, accounts=accounts)
    return make_dossier_of(told, "synopsis", claims, fresh=fresh)


def scroll(made: Made, times: int = 15, frames: int = 300) -> list[Row]:
    """Measure on a dossier, reading only: the first paint, and frames of scrolling."""
    with TemporaryDirectory() as folder:
        app = make_application(Settings(Path(folder) / "settings.ini"))
    with Workspace.open(made.path, read_only=True) as workspace:
        return [_first_paint(app, workspace, made, times), _frames(app, workspace, made, frames)]


class _Empty(QWidget):
    """Knows when it was painted first."""

    painted = 0.0
    is_filled = True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = self.painted or time.perf_counter()


class _Grid(SynopsisGrid):
    """Knows when it was painted first, and whether all cells in view are read."""

    painted = 0.0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = self.painted or time.perf_counter()

    @property
    def is_filled(self) -> bool:
        return next(self.cells.missing(self._lines_seen()), None) is None


def _first_paint(app: QApplication, workspace: Workspace, made: Made, times: int) -> Row:
    heads = [seconds(lambda: get_frame(workspace)) for _ in range(times)]
    frame = get_frame(workspace)
    against = Yardstick(account_id=frame.columns[0].account_id)

    def make_grid() -> _Grid:
        grid = _Grid(lambda points: get_rows(workspace, points, against))
        grid.show_frame(frame)
        return grid

    taken = [(*_show(app, _Empty), *_show(app, make_grid)) for _ in range(times + 1)]
    empty, _, painted, filled = (median_ms(list(spent)) for spent in zip(*taken[1:], strict=True))
    note = (
        f"{len(frame.rows):,} × {len(frame.columns):,}; heads, read before, {median_ms(heads):.0f} "
        f"ms; every cell in view there after {filled:.0f} ms"
    )
    return Row("7", "synopsis, first paint", made.claims, painted, empty, "≤ 4", note)


def _show(app: QApplication, make: Callable[[], _Empty | _Grid]) -> tuple[float, float]:
    """Return the seconds until a widget is painted first, and until nothing in it is missing."""
    start = time.perf_counter()
    shown = make()
    shown.resize(*_SIZE)
    shown.show()
    while not (shown.painted and shown.is_filled):
        app.processEvents()
    filled = time.perf_counter()
    shown.close()
    shown.deleteLater()
    app.processEvents()
    return shown.painted - start, filled - start


def _frames(app: QApplication, workspace: Workspace, made: Made, frames: int) -> Row:
    page = SynopsisPage(Bridge(workspace))
    page.resize(*_SIZE)
    page.show()
    page.filters.subject.set_member(0)
    page.filters.changed.emit()
    down, across = page.grid.verticalScrollBar(), page.grid.horizontalScrollBar()
    taken: list[float] = []
    for bar, step in (
        (down, _WHEEL * down.singleStep()), (across, across.singleStep()), (down, down.pageStep()),
    ):  # fmt: skip
        _settle(app)
        bar.setValue(0)
        taken += [seconds(partial(_step, app, bar, step)) for _ in range(frames)]
    page.close()
    page.deleteLater()
    note = (
        f"p99 of {len(taken)}: by wheel, across, by page; median {median_ms(taken):.1f}, "
        f"longest {1000 * max(taken):.1f} ms"
    )
    return Row("7", "synopsis, frame of scrolling", made.claims, p99_ms(taken), FRAME_MS, "≤ 1",
               note)  # fmt: skip


def _step(app: QApplication, bar: QScrollBar, step: int) -> None:
    bar.setValue(bar.value() + step if bar.value() < bar.maximum() else 0)
    app.processEvents()


def _settle(app: QApplication) -> None:
    """Let all that waits be read and painted."""
    for _ in range(300):
        app.processEvents()
