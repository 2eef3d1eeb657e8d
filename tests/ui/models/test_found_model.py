from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.services.searching import Found
from app.ui.models.found_model import FoundModel, FoundRole

THINGS = [
    Found("subject", 1, "Ivan Kononov", ""),
    Found("point", 2, "How many?", "Ivan Kononov", 2),
    Found("point", 3, "When?", "Ivan Kononov", 3),
]


def test_results_stand_under_the_heading_of_their_kind(qapp):
    model = FoundModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_found(THINGS)
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "Points", "How many?, Ivan Kononov", "When?, Ivan Kononov", "Subjects", "Ivan Kononov, ",
    ]  # fmt: skip
    assert model.index(0, 0).data(FoundRole) is None
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    model.show_found([])
    assert model.rowCount() == 0
    del tester


def test_arrows_skip_headings(qapp):
    model = FoundModel()
    model.show_found(THINGS)
    assert model.next_result(-1, 1) == 1
    assert model.next_result(2, 1) == 4
    assert model.next_result(4, 1) == -1
    assert model.next_result(1, -1) == -1


def test_what_is_called_just_so_stands_first():
    model = FoundModel()
    model.show_found(
        [Found("point", 1, "Who?", "Kononov", 1), Found("source", 2, "K48", "", is_exact=True)]
    )
    assert [model.data(model.index(row, 0)) for row in range(2)] == ["Called just so", "K48, "]
