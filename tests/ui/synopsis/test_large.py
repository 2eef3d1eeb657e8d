"""A grid of 2,000 points and 500 accounts: how much of it is read and painted at a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.comparison import Verdict
from app.domain.synopsis import Cell, CellState
from app.ui.models.synopsis_cells import SynopsisCells
from app.ui.widgets.synopsis_fit import SynopsisFit
from app.ui.widgets.synopsis_grid import SynopsisGrid
from tests.ui.synopsis.support import frame_of

_CELL = Cell(CellState.ANSWERED, ("900 men",), verdict=Verdict.AGREES)


@pytest.fixture
def large(app, qtbot):
    """A grid of 2,000 points and 500 accounts that remembers what it read."""
    asked: list[int] = []

    def fetch(ids):
        asked.extend(ids)
        return {}

    grid = SynopsisGrid(fetch)
    qtbot.addWidget(grid)
    grid.resize(900, 500)
    grid.show()
    grid.show_frame(frame_of(2_000, 500))
    return grid, asked


def _read_all(grid, qtbot):
    qtbot.waitUntil(lambda: not list(grid.cells.missing(grid._lines_wanted())))


def test_rows_in_view_are_read_first_then_as_many_on_either_side(large, qtbot):
    grid, asked = large
    _read_all(grid, qtbot)
    seen = len(grid._lines_seen())
    assert seen <= len(asked) <= 2 * seen < 60
    assert asked[0] == grid.point.point_id
    asked.clear()
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    _read_all(grid, qtbot)
    in_view = {point.point_id for point in map(grid.cells.find_point, grid._lines_seen()) if point}
    assert set(asked[: len(in_view)]) == in_view
    assert len(asked) == len(set(asked)) <= 3 * seen


def test_a_step_of_scrolling_reads_no_row_before_it_is_painted_and_then_one_at_a_time(large, qtbot):
    grid, asked = large
    _read_all(grid, qtbot)
    asked.clear()
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    grid.viewport().repaint()
    assert asked == []
    grid._read_some()
    assert len(asked) == 1


def test_nothing_is_read_again_on_the_way_back_by_a_page(large, qtbot):
    grid, asked = large
    _read_all(grid, qtbot)
    bar = grid.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep())
    _read_all(grid, qtbot)
    asked.clear()
    bar.setValue(0)
    grid.viewport().repaint()
    assert list(grid.cells.missing(grid._lines_seen())) == []


def test_one_row_read_paints_one_row(large, qtbot, monkeypatch):
    grid, _ = large
    _read_all(grid, qtbot)
    heads = []
    monkeypatch.setattr(grid._paint, "paint_point", lambda *a, **_: heads.append(a[2]))
    box = grid._line_box(3)
    grid.viewport().repaint(box.adjusted(0, 1, 0, -1))
    assert heads == [grid.cells.lines[3]]


def test_rows_not_yet_read_do_not_look_blank(large, monkeypatch):
    grid, _ = large
    unread = []
    monkeypatch.setattr(grid._paint, "paint_unread", lambda *a: unread.append(a))
    grid.cells.drop()
    grid.viewport().repaint()
    points = [line for line in grid._lines_seen() if grid.cells.find_point(line)]
    assert len(unread) == len(points)


def test_the_subject_of_the_first_point_stays_in_view(large):
    grid, _ = large
    assert grid._subject_above() == ""
    grid.verticalScrollBar().setValue(grid._tops[3])
    assert grid._subject_above() == "Subject 0"
    grid.verticalScrollBar().setValue(grid._tops[grid.cells.lines.index("Subject 1") + 2])
    assert grid._subject_above() == "Subject 1"


def test_only_columns_in_view_are_painted(large, monkeypatch):
    grid, _ = large
    painted = []
    monkeypatch.setattr(grid._paint, "paint_account", lambda *a, **_: painted.append(a[2]))
    grid.viewport().repaint()
    assert 0 < len(painted) < 12


def test_only_cells_in_view_are_painted_and_their_texts_laid_out_once(app, qtbot, monkeypatch):
    grid = SynopsisGrid(lambda ids: {n: dict.fromkeys(range(1, 501), _CELL) for n in ids})
    qtbot.addWidget(grid)
    grid.resize(900, 500)
    grid.show()
    grid.show_frame(frame_of(2_000, 500))
    _read_all(grid, qtbot)
    painted, laid_out = [], []
    paint, static = grid._paint.paint_cell, SynopsisFit._static
    monkeypatch.setattr(grid._paint, "paint_cell", lambda *a: painted.append(1) or paint(*a))
    monkeypatch.setattr(SynopsisFit, "_static", lambda *a: laid_out.append(a[1]) or static(*a))
    grid.horizontalScrollBar().setValue(grid._width // 2)
    grid.viewport().repaint()
    assert len(painted) <= len(grid._lines_seen()) * len(grid._columns_seen()) < 200
    assert not {"900 men", "="}.intersection(laid_out)


def test_pages_and_ends_of_a_large_grid_come_into_view(large, qtbot):
    grid, _ = large
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert 5 < grid.line < 40
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.line == 1
    qtbot.keyClick(grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert (grid.point.point_id, grid.account.account_id) == (2_000, 500)
    assert grid._room().contains(grid._line_box(grid.line).center())
    assert grid._room().contains(grid._column_box(grid.column).left(), grid._room().bottom())


def test_rows_seen_long_ago_are_forgotten():
    cells = SynopsisCells(lambda ids: {point: {} for point in ids})
    cells.show_frame(frame_of(2_000, 500))
    for line in range(len(cells.lines)):
        cells.get_cell(line, 0)
    assert cells.find_row(len(cells.lines) - 1) is not None
    assert cells.find_row(1) is None
    cells.read_some(range(30))
    assert sum(cells.find_row(line) is not None for line in range(30)) == 1


def test_rows_in_view_are_kept_while_others_are_read():
    cells = SynopsisCells(lambda ids: {point: {} for point in ids})
    cells.show_frame(frame_of(2_000, 50_000))
    view = range(1, cells.most_rows // 2)
    for start in (view, range(300, 300 + cells.most_rows), view):
        while list(cells.missing(start)):
            cells.read_some(start)
        cells.read_some(start)
    assert list(cells.missing(view)) == []
