from __future__ import annotations

import pytest

from app.domain.records import Subject
from app.services.completing import complete_points
from app.services.points import list_points
from app.services.subjects import get_subject, list_subjects
from app.ui.dialogs.point import PointDialog
from app.ui.dialogs.subject import SubjectDialog
from app.ui.panels.subject_page import SubjectsPage


@pytest.fixture
def page(filled_bridge, qtbot):
    made = SubjectsPage(filled_bridge)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def _kononov(workspace) -> Subject:
    return next(s for s in list_subjects(workspace) if s.name == "Ivan Kononov")


def test_names_in_any_script_find_the_points_of_a_subject(page, filled):
    page.show_record(_kononov(filled).id)
    page.form.editors["variants"].setText("Кононов, Иван Никитич\n\nKononow")
    page.form.editors["kind"].setText("person")
    assert page.save()
    kept = _kononov(filled)
    assert kept.variants == ("Кононов, Иван Никитич", "Kononow")
    assert kept.kind == "person"
    assert len(complete_points(filled, "кононов father")) == 1


def test_a_subject_is_renamed_and_its_points_follow(page, filled):
    subject = _kononov(filled)
    page.show_record(subject.id)
    page.form.line("name").setText("Ivan Nikitich Kononov")
    assert page.save()
    assert complete_points(filled, "nikitich father")[0].subject == "Ivan Nikitich Kononov"
    assert page.points.rows.rowCount() == 2


def test_a_name_that_is_taken_is_refused(page, filled):
    page.show_record(_kononov(filled).id)
    page.form.line("name").setText("Bürgermeister Größ")
    assert not page.save()
    assert "already" in page.side.problem.text()


def test_a_point_is_made_about_a_subject(page, filled, qtbot):
    page.show_record(_kononov(filled).id)
    page.new_point.click()
    dialog = page.findChild(PointDialog)
    assert dialog.subject.text() == "Ivan Kononov"
    dialog.question.setText("When was he born?")
    with qtbot.waitSignal(page.point_asked) as asked:
        dialog.accept()
    assert asked.args[0] in {point.id for point in list_points(filled)}
    assert page.points.rows.rowCount() == 3


def test_a_subject_in_use_is_not_deleted(page, filled, filled_bridge, qtbot):
    page.show_record(_kononov(filled).id)
    with qtbot.waitSignal(filled_bridge.refused):
        page.delete()
    page.start_new()
    page.form.line("name").setText("Nobody")
    assert page.save()
    page.delete()
    assert "Nobody" not in [subject.name for subject in list_subjects(filled)]


def test_the_dialog_keeps_every_name(filled_bridge, filled, qtbot):
    subject = _kononov(filled)
    dialog = SubjectDialog(filled_bridge, subject.id)
    qtbot.addWidget(dialog)
    dialog.form.editors["variants"].setText("Кононов\nКононов\n Konon ")
    dialog.accept()
    assert get_subject(filled, subject.id).variants == ("Кононов", "Konon")
    dialog = SubjectDialog(filled_bridge, subject.id)
    qtbot.addWidget(dialog)
    dialog.form.line("name").setText("")
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.text()


def test_a_subject_is_the_same_as_another_and_part_of_a_third(page, filled):
    subject = _kononov(filled)
    page.show_record(subject.id)
    page.form.line("part_of").setText("436-й стрелковый полк")
    assert page.save()
    page.start_new()
    page.form.line("name").setText("Gorski")
    page.form.line("same_as").setText("ivan kononov")
    assert page.save()
    known = {s.name: s for s in list_subjects(filled)}
    assert known["Gorski"].same_as_id == subject.id
    assert known["Ivan Kononov"].part_of_id == known["436-й стрелковый полк"].id
    assert page.form.line("same_as").text() == "Ivan Kononov"
    page.form.line("same_as").setText("")
    assert page.save()
    assert get_subject(filled, known["Gorski"].id).same_as_id is None


def test_what_a_subject_cannot_be_is_refused_in_place(page, filled):
    subject = _kononov(filled)
    page.show_record(subject.id)
    for field, name, sentence in (
        ("same_as", "Nobody at all", "no subject called"),
        ("same_as", "Ivan Kononov", "same only as another"),
        ("part_of", "Ivan Kononov", "part of itself"),
    ):
        page.form.line(field).setText(name)
        assert not page.save()
        assert sentence in page.side.problem.text()
        page.revert()


def test_the_dialog_relates_subjects_too(filled_bridge, filled, qtbot):
    subject = _kononov(filled)
    dialog = SubjectDialog(filled_bridge, subject.id)
    qtbot.addWidget(dialog)
    dialog.form.line("part_of").setText("436-й стрелковый полк")
    dialog.accept()
    again = SubjectDialog(filled_bridge, subject.id)
    qtbot.addWidget(again)
    assert again.form.line("part_of").text() == "436-й стрелковый полк"


def test_kin_are_named_in_the_form_and_found_again(page, filled):
    for name in ("Anna", "Nikita"):
        page.start_new()
        page.form.line("name").setText(name)
        assert page.save()
    subject = _kononov(filled)
    page.show_record(subject.id)
    page.form.line("father").setText("Nikita")
    page.form.editors["spouses"].setText("Anna")
    assert page.save()
    known = {s.name: s for s in list_subjects(filled)}
    assert known["Ivan Kononov"].father_id == known["Nikita"].id
    assert known["Anna"].spouse_ids == (subject.id,)
    page.show_record(known["Anna"].id)
    assert page.form.values()["spouses"] == "Ivan Kononov"
    page.form.line("mother").setText("Anna")
    assert not page.save()
    assert "related to itself" in page.side.problem.text()
