from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.models.row_window import WINDOW, RowColumn, RowWindowModel
from app.ui.models.runs import added_runs, kept_in_order, removed_runs

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
Record = tuple[int, str]


def _model(ids, fetched=None):
    def fetch(wanted):
        if fetched is not None:
            fetched.append(list(wanted))
        return [(known, f"no. {known}") for known in wanted]

    columns = [
        RowColumn[Record]("Number", lambda record: str(record[0])),
        RowColumn[Record]("Name", lambda record: record[1]),
    ]
    return RowWindowModel[Record](columns, fetch, id_of=lambda record: record[0], ids=ids)


@pytest.mark.usefixtures("qapp")
def test_rows_come_in_windows():
    fetched = []
    model = _model(range(1000, 2000), fetched)
    assert model.rowCount() == 1000
    assert model.index(130, 1).data() == "no. 1130"
    assert model.index(131, 1).data() == "no. 1131"
    assert fetched == [list(range(1128, 1192))]
    assert len(fetched[0]) == WINDOW


@pytest.mark.usefixtures("qapp")
def test_dropped_records_are_fetched_again_and_announced(qtbot):
    fetched = []
    model = _model(range(100), fetched)
    model.index(3, 0).data()
    with qtbot.waitSignal(model.dataChanged):
        model.drop([3])
    model.index(3, 0).data()
    assert len(fetched) == 2
    with qtbot.assertNotEmitted(model.dataChanged):
        model.drop([99, 12345])


@pytest.mark.usefixtures("qapp")
def test_a_record_that_is_gone_shows_nothing():
    model = RowWindowModel[Record](
        [RowColumn[Record]("Name", lambda record: record[1])], lambda _: [],
        id_of=lambda record: record[0], ids=[1],
    )  # fmt: skip
    assert model.index(0, 0).data() is None


@pytest.mark.usefixtures("qapp")
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 12), unique=True), st.lists(st.integers(0, 12), unique=True))
def test_any_list_becomes_any_other(before, after):
    model = _model(before)
    QAbstractItemModelTester(model, FATAL)
    pinned = {known: QPersistentModelIndex(model.index(row, 0)) for row, known in enumerate(before)}
    stays = kept_in_order(before, after)
    model.reset_ids(after)
    assert list(model.ids) == after
    assert [model.row_of(known) for known in after] == list(range(len(after)))
    for known, index in pinned.items():
        if stays and known in after:
            assert index.row() == after.index(known)
        else:
            assert not index.isValid()


def test_runs_are_found_from_the_end_and_from_the_start():
    assert list(removed_runs([1, 2, 3, 4, 5], [2, 5])) == [(2, 3), (0, 0)]
    assert list(added_runs([2, 5], [1, 2, 3, 4, 5])) == [(0, 0), (2, 3)]
    assert not kept_in_order([1, 2], [2, 1])
    assert not kept_in_order([1, 2, 3, 4], [2, 4], most_runs=1)


@pytest.mark.usefixtures("qapp")
def test_headings_and_alignment():
    model = _model([1])
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Name"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) is not None
