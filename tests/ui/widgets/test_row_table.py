from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.widgets.row_table import RowTable


def _table(qtbot, number, **how):
    columns = [
        RowColumn[int](title, lambda record: f"no. {record}")
        for title in ("Key", "Author", "Title")
    ]
    model = RowWindowModel[int](
        columns, lambda ids: ids, id_of=lambda r: r, ids=range(1, number + 1)
    )
    table = RowTable[int](model, (6, 20, 30), **how)
    qtbot.addWidget(table)
    table.show()
    return table


@pytest.fixture(autouse=True)
def _with_app(app):
    return app


def test_columns_that_can_be_spared_give_way(qtbot):
    table = _table(qtbot, 3, spare=(1,))
    table.resize(700, 200)
    assert not table.isColumnHidden(1)
    table.resize(160, 200)
    assert table.isColumnHidden(1)
    assert not table.isColumnHidden(0)
    table.resize(700, 200)
    assert not table.isColumnHidden(1)


def test_columns_share_the_width(qtbot):
    table = _table(qtbot, 3)
    table.resize(700, 200)
    assert sum(table.columnWidth(column) for column in range(3)) <= table.viewport().width()


def test_a_short_table_is_as_high_as_its_rows(qtbot):
    two, many = _table(qtbot, 2, most_rows=5), _table(qtbot, 50, most_rows=5)
    assert two.height() < many.height()
    many.rows.reset_ids([])
    assert not many.isVisible()
    many.rows.reset_ids([1])
    assert many.isVisible()


def test_enter_opens_the_current_row(qtbot):
    table = _table(qtbot, 3)
    table.choose(2)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_the_chosen_row_stays_chosen_when_others_go(qtbot):
    table = _table(qtbot, 5)
    table.choose(3)
    table.rows.reset_ids([3, 5, 7])
    assert table.current_id == 3
    assert not table.choose(99)
    table.choose_none()
    assert table.current_id == 0
