from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.answers import Kind
from app.domain.records import Reason
from app.services.claims import ClaimDraft, add_claim
from app.services.findings import list_flags
from app.services.judgements import dismiss_flag
from app.services.points import delete_point, edit_point, get_point
from app.ui.models.points_model import LineRole, PointsModel


@pytest.fixture
def model(filled_bridge):
    made = PointsModel(filled_bridge.workspace)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    filled_bridge.changed.connect(made.take_change)
    yield made
    del tester


def words(model):
    def children(parent):
        return [model.index(row, 0, parent) for row in range(model.rowCount(parent))]

    return {
        subject.data(): [point.data() for point in children(subject)]
        for subject in children(QModelIndex())
    }


def point(model, question):
    for row in range(model.rowCount()):
        parent = model.index(row, 0)
        for place in range(model.rowCount(parent)):
            index = model.index(place, 0, parent)
            if index.data() == question:
                return index
    raise LookupError(question)


def test_points_stand_under_their_subjects(model):
    assert words(model) == {
        "436-й стрелковый полк": ["Was it encircled?"],
        "Bürgermeister Größ": ["When did he die?"],
        "Ivan Kononov": ["How many men crossed?", "When was his father executed?"],
    }
    assert model.number_of_points == 4


def test_counts_of_what_is_at_odds(model):
    line = point(model, "When was his father executed?").data(LineRole)
    assert (line.open_contradictions, line.open_tensions) == (1, 0)
    line = point(model, "How many men crossed?").data(LineRole)
    assert (line.open_contradictions, line.open_tensions) == (0, 1)
    subject = point(model, "How many men crossed?").parent().data(LineRole)
    assert (subject.points, subject.open_contradictions, subject.open_tensions) == (2, 1, 1)


def test_a_flag_set_aside_counts_no_longer(model, filled_bridge):
    workspace = filled_bridge.workspace
    flag = next(f for f in list_flags(workspace) if f.question.startswith("When was his father"))
    dismiss_flag(workspace, flag, Reason.CALENDAR, "")
    assert point(model, "When was his father executed?").data(LineRole).open_contradictions == 0
    workspace.undo()
    assert point(model, "When was his father executed?").data(LineRole).open_contradictions == 1


def test_a_claim_on_a_known_point_keeps_the_rows(model, filled_bridge, qtbot):
    kept = point(model, "When did he die?")
    draft = ClaimDraft(point_id=model.point_at(kept), siglum="K48", locator="p. 9", answer="1950")
    with qtbot.assertNotEmitted(model.modelReset):
        add_claim(filled_bridge.workspace, draft)
    assert kept.data(LineRole).open_contradictions == 1


def test_points_come_go_and_are_renamed(model, filled_bridge):
    workspace = filled_bridge.workspace
    assert point(model, "When did he die?").isValid()  # its subject's points are loaded
    draft = ClaimDraft(
        subject="Bürgermeister Größ", question="Where was he?", kind=Kind.TEXT, siglum="K48",
        locator="p. 1", answer="at home",
    )  # fmt: skip
    add_claim(workspace, draft)
    assert words(model)["Bürgermeister Größ"] == ["When did he die?", "Where was he?"]
    workspace.undo()
    assert words(model)["Bürgermeister Größ"] == ["When did he die?"]
    died = get_point(workspace, model.point_at(point(model, "When did he die?")))
    edit_point(workspace, replace(died, question="When did he leave?"))
    assert words(model)["Bürgermeister Größ"] == ["When did he leave?"]


def test_a_subject_without_points_is_gone(model, filled_bridge):
    workspace = filled_bridge.workspace
    for _ in range(1):
        workspace.undo()  # the claim on the burgomaster, with its point
    assert "Bürgermeister Größ" not in words(model)
    with pytest.raises(LookupError):
        point(model, "When did he die?")
    workspace.redo()
    assert "Bürgermeister Größ" in words(model)


def test_neighbours_go_across_subjects(model):
    index, seen = QModelIndex(), []
    while (index := model.neighbour(index, 1)).isValid():
        seen.append(index.data())
    assert seen == [
        "Was it encircled?", "When did he die?", "How many men crossed?",
        "When was his father executed?",
    ]  # fmt: skip
    back = model.neighbour(point(model, "How many men crossed?"), -1)
    assert back.data() == "When did he die?"
    assert not model.neighbour(point(model, "Was it encircled?"), -1).isValid()


def test_a_point_is_found_by_its_id(model):
    index = point(model, "How many men crossed?")
    assert model.point_row(model.point_at(index)) == index
    assert not model.point_row(12345).isValid()
    assert model.point_at(index.parent()) == 0
    assert model.subject_at(index.parent()) != 0


def test_tooltips_and_voices_say_users_text_as_it_is(model):
    index = point(model, "Was it encircled?")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == (
        "<p>436-й стрелковый полк: Was it encircled?</p>"
    )
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Was it encircled?, 1 contradiction"


def test_deleting_the_last_claimless_point(model, filled_bridge):
    with pytest.raises(Exception, match="cannot be deleted"):
        delete_point(filled_bridge.workspace, model.point_at(point(model, "When did he die?")))
