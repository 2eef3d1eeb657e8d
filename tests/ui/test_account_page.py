from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.services.accounts import get_account, list_accounts
from app.services.completing import find_account
from app.services.subjects import list_subjects
from app.ui.panels.account_page import AccountsPage


@pytest.fixture
def page(filled_bridge, qtbot):
    made = AccountsPage(filled_bridge)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_an_account_is_edited_as_one_action(page, filled):
    account = find_account(filled, "D41")
    page.show_record(account.id)
    page.form.line("speaker").setText("Ivan Kononov")
    page.form.line("date").setText("23 August 1941")
    page.form.line("occasion").setText("interrogation")
    page.form.editors["proximity"].setText("first-hand")
    QTest.keyClick(
        page.form.line("speaker"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    kept = get_account(filled, account.id)
    assert (kept.speaker, kept.date, kept.proximity) == (
        "Ivan Kononov", "23 August 1941", "first-hand",
    )  # fmt: skip
    assert page.table.rows.index(page.table.rows.row_of(account.id), 1).data() == "Ivan Kononov"
    filled.undo()
    assert get_account(filled, account.id).speaker == ""
    assert page.form.values()["speaker"] == ""


def test_who_translated_a_telling_and_where_it_was_told_are_kept(page, filled):
    account = find_account(filled, "D41")
    page.show_record(account.id)
    page.form.line("translator").setText("Sonderführer Größ")
    page.form.line("place").setText("Wjasma")
    assert page.save()
    kept = get_account(filled, account.id)
    assert (kept.translator, kept.place) == ("Sonderführer Größ", "Wjasma")


def test_a_new_speaker_becomes_a_subject(page, filled):
    page.show_record(find_account(filled, "K48").id)
    page.form.line("speaker").setText("Анна Кононова")
    assert page.save()
    assert "Анна Кононова" in [subject.name for subject in list_subjects(filled)]


def test_the_own_voice_of_a_source_keeps_its_siglum(page, filled):
    page.show_record(find_account(filled, "K48").id)
    assert not page.form.line("siglum").isEnabled()
    assert "own voice" in page.own_voice.text()


def test_a_further_account_is_made_and_deleted(page, filled, filled_bridge, qtbot):
    page.start_new()
    page.form.line("siglum").setText("K48b")
    assert not page.save()
    assert "lies in a source" in page.side.problem.text()
    page.form.line("source").setText("k48")
    assert page.save()
    made = find_account(filled, "K48b")
    assert made.source_id == find_account(filled, "K48").source_id
    assert page.record_id == made.id
    page.delete()
    assert find_account(filled, "K48b") is None
    page.show_record(find_account(filled, "K48").id)
    with qtbot.waitSignal(filled_bridge.refused):
        page.delete()


def test_a_taken_siglum_is_refused(page, filled):
    page.start_new()
    page.form.line("siglum").setText("RA")
    page.form.line("source").setText("K48")
    assert not page.save()
    assert "taken" in page.side.problem.text()
    assert page.form.values()["siglum"] == "RA"
    assert len(list_accounts(filled)) == 3


def test_accounts_lead_to_their_source_and_their_points(page, filled, qtbot):
    account = find_account(filled, "D41")
    page.show_record(account.id)
    with qtbot.waitSignal(page.source_asked) as asked:
        page.source_button.click()
    assert asked.args == [account.source_id]
    assert page.claims.rows.rowCount() == 3
    with qtbot.waitSignal(page.point_asked):
        page.claims.opened.emit(page.claims.rows.id_at(0))


def test_tellings_are_sorted_by_their_day(page, filled):
    for siglum, date in (("K48", "26 April 1948"), ("RA", "vor 1941"), ("D41", "23.8.1941")):
        page.show_record(find_account(filled, siglum).id)
        page.form.line("date").setText(date)
        assert page.save()
    page._on_heading(2)
    rows = page.table.rows
    assert [rows.index(row, 0).data() for row in range(3)] == ["RA", "D41", "K48"]


def test_the_model_holds_what_qt_asks_of_it(page, filled):
    tester = QAbstractItemModelTester(
        page.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page._on_heading(5)
    page._on_heading(5)
    page._on_heading(0)
    assert tester
