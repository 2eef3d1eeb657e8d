"""The navigation leaves room for the tree of points, and keeps every place at hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.fonts import NORMAL_SIZE, apply_font_size


def test_the_places_stand_closer_in_a_low_window(window):
    window.resize(1000, 900)
    row = window.desk.navigation.rows["sources"]
    high = row.sizeHint().height()
    window.resize(1000, 600)
    assert row.sizeHint().height() < high
    window.resize(1000, 900)
    assert row.sizeHint().height() == high


@pytest.mark.parametrize(("width", "height", "lines"), [(1280, 800, 10), (1000, 650, 7)])
def test_the_tree_of_points_has_room(window, qtbot, width, height, lines):
    window.resize(width, height)
    tree, rows = window.desk.navigation.tree, window.desk.navigation.rows
    qtbot.waitUntil(lambda: rows["reading_room"].x() > rows["synopsis"].x())
    qtbot.waitUntil(lambda: tree.viewport().height() >= lines * tree.sizeHintForRow(0))
    for row in rows.values():
        assert row.width() >= row.minimumSizeHint().width()
        assert row.accessibleName() or row.text()


def test_with_large_letters_the_places_stand_in_one_column(window, app, qtbot):
    try:
        apply_font_size(app, 2 * NORMAL_SIZE)
        window.resize(1000, 700)
        rows = window.desk.navigation.rows
        qtbot.waitUntil(lambda: rows["reading_room"].x() == rows["synopsis"].x())
    finally:
        apply_font_size(app, NORMAL_SIZE)


def test_arrows_go_from_place_to_place_in_both_columns(window, qtbot):
    rows = window.desk.navigation.rows
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: rows["reading_room"].x() > rows["synopsis"].x())
    rows["synopsis"].setFocus()
    QTest.keyClick(rows["synopsis"], Qt.Key.Key_Down)
    assert rows["timeline"].hasFocus()
    QTest.keyClick(rows["timeline"], Qt.Key.Key_Right)
    assert rows["audit"].hasFocus()
