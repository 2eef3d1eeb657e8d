from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from app.domain.records import Account, CopySeen, Degree
from app.services.accounts import add_account, list_accounts, list_links
from app.services.claims import ClaimDraft, add_claim
from app.services.completing import complete_points, find_source_by_key
from app.services.listing import list_accounts_of
from app.services.sources import get_source, list_sources
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.dialogs.account import AccountDialog
from app.ui.panels.source_page import SourcesPage

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def _shown(page, qtbot):
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


@pytest.fixture
def page(filled_bridge, qtbot):
    return _shown(SourcesPage(filled_bridge), qtbot)


def _source(workspace, key="K48"):
    return find_source_by_key(workspace, key)


def _keys(page):
    rows = page.table.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def test_an_empty_dossier_says_what_to_do(bridge, qtbot):
    page = _shown(SourcesPage(bridge), qtbot)
    assert page.side.nothing.isVisible()
    assert "no source yet" in page.side.nothing.text()


def test_sources_are_listed_with_their_claims(page):
    assert _keys(page) == ["D41", "K48", "RA"]
    assert page.table.rows.index(1, 4).data() == "3"
    assert page.count.text() == "3 sources"
    assert page.record_id == page.table.current_id


def test_an_account_with_many_words_does_not_widen_the_side(page, filled, qtbot):
    source, words = _source(filled), "what is told & retold of the man " * 8
    add_account(filled, Account(0, "Un1", source.id, occasion=words))
    page.show_record(source.id)
    button = page.accounts.buttons[-1]
    qtbot.waitUntil(lambda: button.isVisible() and button.height() > 0)
    area = page.side.area
    assert area.widget().width() == area.viewport().width()
    assert button.width() < button.sizeHint().width()
    assert words.strip() in button.toolTip().replace("&amp;", "&")
    assert not button.grab().isNull()


def test_a_form_is_saved_as_one_action(page, filled, qtbot, type_text):
    source = _source(filled)
    page.show_record(source.id)
    title = page.form.line("title")
    title.setFocus()
    type_text(title, "Письмо Николаевскому")
    page.form.line("repository").setText("Hoover Institution Archives")
    page.form.editors["copy_seen"].setText("film")
    page.form.edited.emit()
    assert page.side.unsaved.isVisible()
    with qtbot.waitSignal(page.status_said):
        QTest.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = get_source(filled, source.id)
    assert (kept.title, kept.repository, kept.copy_seen) == (
        "Письмо Николаевскому", "Hoover Institution Archives", "film",
    )  # fmt: skip
    assert not page.has_unsaved()
    assert not page.side.unsaved.isVisible()
    assert "Письмо Николаевскому" in page.side.lead.toPlainText()
    filled.undo()
    assert page.form.line("title").text() == ""
    assert get_source(filled, source.id).repository == ""


def test_leaving_a_form_keeps_what_was_changed(page, filled):
    source = _source(filled)
    page.show_record(source.id)
    page.form.line("author").setText("Kononov, Ivan")
    page.table.choose(_source(filled, "RA").id)
    assert get_source(filled, source.id).author == "Kononov, Ivan"
    assert page.form.values()["key"] == "RA"


def test_a_refused_form_is_not_left_and_nothing_is_lost(page, filled):
    source = _source(filled)
    page.show_record(source.id)
    page.form.line("key").setText("RA")
    page.form.line("title").setText("Letter")
    page.table.choose(_source(filled, "D41").id)
    assert "taken" in page.side.problem.text()
    assert page.form.values()["key"] == "RA"
    assert page.form.values()["title"] == "Letter"
    assert page.table.current_id == source.id
    page.form.line("title").setText("A letter")
    assert not page.side.problem.isVisible()
    page.revert()
    assert page.form.values()["key"] == "K48"
    assert not page.side.problem.isVisible()


def test_saving_by_its_button_leads_back_to_the_form(page, filled):
    page.show_record(_source(filled).id)
    page.form.line("title").setText("Letter")
    button = page.side.buttons["source.save"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert _source(filled).title == "Letter"
    assert QApplication.focusWidget() is page.form.line("key")


def test_a_source_is_made_by_keyboard(page, filled, type_text):
    QTest.keyClick(page.table, Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier)
    key = page.form.line("key")
    assert QApplication.focusWidget() is key
    type_text(key, "Al09")
    QTest.keyClick(key, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.form.line("title")
    type_text(page.form.line("title"), "Офицерский корпус")
    QTest.keyClick(page.form.line("title"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = _source(filled, "Al09")
    assert kept.title == "Офицерский корпус"
    assert page.record_id == kept.id
    assert _keys(page) == ["Al09", "D41", "K48", "RA"]


def test_a_source_quoted_after_another_was_not_seen(page, filled):
    page.show_record(_source(filled).id)
    page.form.line("quoted_after").setText("D41")
    assert page.save()
    kept = _source(filled)
    assert kept.quoted_after == "D41"
    assert kept.copy_seen == CopySeen.QUOTED
    page.form.line("quoted_after").setText("nowhere")
    assert not page.save()
    assert "nowhere" in page.side.problem.text()


def test_only_sources_without_claims_are_deleted(page, filled, filled_bridge, qtbot):
    page.show_record(_source(filled).id)
    with qtbot.waitSignal(filled_bridge.refused):
        page.delete()
    page.start_new()
    page.form.line("key").setText("X1")
    page.save()
    page.delete()
    assert _source(filled, "X1") is None
    assert page.record_id
    filled.undo()
    assert _source(filled, "X1") is not None
    assert "X1" in _keys(page)


def test_who_it_draws_on_is_added_and_taken_back(page, filled, qtbot):
    page.show_record(_source(filled).id)
    panel = page.derivations
    panel.lender.setText("D41")
    panel.degree.set_member(Degree.SUSPECTED)
    panel.grounds.setText("the same slip")
    panel.add()
    (link,) = list_links(filled)
    assert (link.degree, link.grounds) == (Degree.SUSPECTED, "the same slip")
    assert len(panel.removers) == 1
    panel.lender.setText("nobody")
    panel.add()
    assert "nobody" in panel.problem.text()
    assert panel.lender.text() == "nobody"
    page.show_record(_source(filled, "D41").id)
    assert panel.borrowers.text() == "Drawn on by K48."
    panel.lender.setText("K48")
    panel.add()
    assert "itself" in panel.problem.text()
    page.show_record(_source(filled).id)
    panel.removers[0].click()
    assert not list_links(filled)
    assert not panel.removers


def test_a_further_account_is_made_in_a_source(page, filled, type_text):
    source = _source(filled)
    page.show_record(source.id)
    page.accounts.add_button.click()
    dialog = page.findChild(AccountDialog)
    dialog.accept()
    assert dialog.problem.text()
    dialog.form.line("siglum").setText("K48b")
    dialog.form.line("speaker").setText("Boris Nicolaevsky")
    dialog.accept()
    assert [account.siglum for account in list_accounts_of(filled, source.id)] == ["K48", "K48b"]
    assert len(page.accounts.buttons) == 2


def test_a_claim_of_the_source_shows_its_point(page, filled, qtbot):
    page.show_record(_source(filled).id)
    assert page.claims.rows.rowCount() == 3
    page.claims.setFocus()
    page.claims.choose(page.claims.rows.id_at(0))
    with qtbot.waitSignal(page.point_asked) as asked:
        QTest.keyClick(page.claims, Qt.Key.Key_Return)
    assert asked.args[0] in {point.id for point in complete_points(filled, "")}


def test_headings_sort_the_list(page, filled):
    page._on_heading(4)
    assert _keys(page) == ["RA", "D41", "K48"]
    page._on_heading(4)
    assert _keys(page) == ["K48", "D41", "RA"]


def test_what_is_typed_survives_a_change_elsewhere(page, filled):
    page.show_record(_source(filled).id)
    page.form.line("title").setText("half a title")
    point = complete_points(filled, "father")[0].id
    add_claim(filled, ClaimDraft(point_id=point, answer="1920", siglum="K48"))
    assert page.form.values()["title"] == "half a title"
    assert page.has_unsaved()
    assert page.claims.rows.rowCount() == 4


def test_a_source_made_by_a_claim_appears_in_the_list(page, filled):
    point = complete_points(filled, "father")[0].id
    add_claim(filled, ClaimDraft(point_id=point, answer="1920", siglum="Ch63"))
    assert "Ch63" in _keys(page)
    filled.undo()
    assert "Ch63" not in _keys(page)
    assert len(list_accounts(filled)) == len(list_sources(filled)) == 3


def test_the_models_hold_what_qt_asks_of_them(page, filled):
    testers = [
        QAbstractItemModelTester(rows, FATAL) for rows in (page.table.rows, page.claims.rows)
    ]
    page.show_record(_source(filled).id)
    page._on_heading(3)
    page.start_new()
    page.form.line("key").setText("Z9")
    page.save()
    page.delete()
    assert len(testers) == 2


def test_a_dossier_for_reading_offers_no_changes(dossier, app, qtbot):
    with Workspace.open(dossier, read_only=True) as workspace:
        page = _shown(SourcesPage(Bridge(workspace)), qtbot)
        assert not page.commands["source.new"].isEnabled()
        assert not page.commands["source.delete"].isEnabled()
        assert not page.derivations.isEnabled()
        page.close()


def test_every_field_has_a_name_for_screen_readers(page):
    assert all(editor.accessibleName() for editor in page.form.editors.values())
