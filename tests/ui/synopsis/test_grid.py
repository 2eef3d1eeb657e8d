"""From cell to cell by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from tests.ui.synopsis.support import BORN, MEN, place_of


def test_arrows_pass_over_headings_and_stop_at_the_ends(page, qtbot):
    grid = page.grid
    assert (grid.line, grid.column) == (1, 0)
    lines = []
    for _ in range(4):
        lines.append(grid.line)
        qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert lines == [1, 2, 4, 4]
    qtbot.keyClick(grid, Qt.Key.Key_End)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.column == 2
    qtbot.keyClick(grid, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert (grid.line, grid.column) == (1, 0)
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert (grid.line, grid.column) == (1, 0)


def test_enter_and_a_double_click_open_the_point(page, qtbot):
    page.grid.choose(*place_of(page, BORN, "D41"))
    point = page.grid.point.point_id
    with qtbot.waitSignal(page.point_asked) as asked:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert asked.args == [point]
    spot = page.grid._line_box(1).center()
    with qtbot.waitSignal(page.point_asked) as asked:
        qtbot.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_tooltips_tell_the_whole_cell(page):
    line, column = place_of(page, MEN, "K48")
    box = page.grid._line_box(line)
    spot = QPoint(page.grid._column_box(column).center().x(), box.center().y())
    assert page.grid._words_at(spot) == "K48, Kononov, How many men crossed: 900; contradicts"
    assert page.grid._words_at(QPoint(4, box.center().y())) == f"Kononov: {MEN}"
    assert "hold the others against it" in page.grid._words_at(QPoint(spot.x(), 4))
