from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.flags import FlagKind
from app.domain.records import Reason
from app.services.judgements import dismiss_flag
from app.ui.models.flags_model import FlagsModel, LineRole


def questions(model):
    return [model.index(row, 0).data(LineRole).question for row in range(model.rowCount())]


def test_the_hardest_come_first(filled_bridge):
    model = FlagsModel(filled_bridge.workspace)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_flags()
    assert questions(model) == [
        "Was it encircled?", "When was his father executed?", "How many men crossed?",
    ]  # fmt: skip
    model.show_flags(FlagKind.SILENCE)
    assert questions(model) == []
    model.show_flags(FlagKind.DISAGREEMENT)
    assert len(questions(model)) == 3
    del tester


def test_what_was_set_aside_is_hidden_until_asked_for(filled_bridge):
    model = FlagsModel(filled_bridge.workspace)
    model.show_flags()
    flag = model.index(0, 0).data(LineRole)
    dismiss_flag(filled_bridge.workspace, flag, Reason.OTHER, "because")
    model.show_flags()
    assert "Was it encircled?" not in questions(model)
    model.show_flags(with_dismissed=True)
    assert "Was it encircled?" in questions(model)
    shown = next(
        model.index(row, 0) for row in range(3) if model.index(row, 0).data(LineRole).dismissal_id
    )
    assert str(shown.data()).startswith("set aside; Disagreement")


def test_words_of_a_row(filled_bridge):
    model = FlagsModel(filled_bridge.workspace)
    model.show_flags()
    words = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Disagreement: 436-й стрелковый полк: Was it encircled? The accounts")
    assert "&lt;" not in words
