from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.records import Standing, Status
from app.services.claims import ClaimDraft, add_claim
from app.services.completing import complete_points
from app.services.findings import get_point_view
from app.ui.panels.point_page import PointPage


@pytest.fixture
def father(filled):
    return complete_points(filled, "father")[0].id


@pytest.fixture
def page(filled_bridge, qtbot, father):
    made = PointPage(filled_bridge)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_point(father)
    return made


@pytest.fixture
def panel(page):
    return page.sheet.judgement


def _newest(workspace, point_id):
    return get_point_view(workspace, point_id).judgements[0]


def test_a_point_is_judged_by_keyboard(panel, filled, father, qtbot):
    panel.status.setFocus()
    QTest.keyClick(panel.status, Qt.Key.Key_Down)
    QTest.keyClick(panel.status, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.grounds
    QTest.keyClicks(panel.grounds, "The letter is nearer.")
    QTest.keyClick(panel.grounds, Qt.Key.Key_Tab)
    standing, grounds = panel.standings.row_fields(0)
    assert QApplication.focusWidget() is standing
    QTest.keyClick(standing, Qt.Key.Key_Down)
    QTest.keyClick(standing, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is grounds
    QTest.keyClicks(grounds, "his own words")
    with qtbot.waitSignal(panel.status_said):
        QTest.keyClick(grounds, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    judged = _newest(filled, father)
    assert judged.status is Status.PROVISIONAL
    assert judged.grounds == "The letter is nearer."
    assert judged.versions[0].standing is Standing.ACCEPTED
    assert judged.versions[0].grounds == "his own words"
    assert not panel.is_unsaved()


def test_standings_are_shown_with_the_versions(page, panel, filled, father):
    panel.standings.row_fields(1)[0].set_member(Standing.REJECTED)
    panel.standings.changed.emit()
    assert panel.unsaved.isVisible()
    panel.save()
    rows = page.sheet.versions.rows
    assert rows.index(1, 6).data() == "rejected"
    assert rows.index(0, 6).data() == "–"


def test_settling_without_grounds_is_refused_and_nothing_is_lost(
    panel, filled, father, filled_bridge, qtbot
):
    panel.status.set_member(Status.SETTLED)
    panel.standings.row_fields(0)[1].setText("half a thought")
    with qtbot.waitSignal(filled_bridge.refused):
        panel.save()
    assert panel.status.member() is Status.SETTLED
    assert panel.standings.row_fields(0)[1].text() == "half a thought"
    assert panel.is_unsaved()
    assert not get_point_view(filled, father).judgements


def test_a_new_claim_makes_the_judgement_stale_and_one_key_affirms_it(page, panel, filled, father):
    panel.status.set_member(Status.PROVISIONAL)
    panel.grounds.setText("The letter is nearer.")
    panel.save()
    assert not panel.banner.isVisible()
    add_claim(filled, ClaimDraft(point_id=father, answer="1919", siglum="Ed16"))
    assert panel.banner.isVisible()
    assert "new: Ed16 “1919”" in panel.banner.sentence.toPlainText()
    QTest.keyClick(page.sheet.claims, Qt.Key.Key_F8)
    assert not panel.banner.isVisible()
    view = get_point_view(filled, father)
    assert len(view.judgements) == 2
    assert view.judgements[0].grounds == "The letter is nearer."


def test_earlier_judgements_can_be_read(panel, filled, father):
    panel.status.set_member(Status.PROVISIONAL)
    panel.grounds.setText("first thoughts")
    panel.save()
    panel.status.set_member(Status.SETTLED)
    panel.grounds.setText("second thoughts")
    panel.save()
    assert panel.history.isVisible()
    assert not panel.history.passage.isVisible()
    panel.history.button.click()
    assert "first thoughts" in panel.history.passage.toPlainText()
    assert "second thoughts" not in panel.history.passage.toPlainText()


def test_a_judgement_that_is_not_saved_waits_while_another_point_is_shown(
    page, panel, filled, father
):
    panel.grounds.setText("half a thought")
    page.show_point(complete_points(filled, "encircled")[0].id)
    assert panel.grounds.text() == ""
    assert page.has_unsaved()
    page.show_point(father)
    assert panel.grounds.text() == "half a thought"
    assert panel.unsaved.isVisible()


def test_a_claim_recorded_meanwhile_does_not_disturb_what_is_typed(page, panel, filled, father):
    panel.grounds.setText("half a thought")
    panel.standings.row_fields(0)[0].set_member(Standing.DOUBTFUL)
    first = panel.standings.standings()
    add_claim(filled, ClaimDraft(point_id=father, answer="1930", siglum="Ed16"))
    assert panel.grounds.text() == "half a thought"
    now = panel.standings.standings()
    assert len(now) == len(first) + 1
    assert {answer: now[answer] for answer in first} == first


def test_undo_takes_a_judgement_back(panel, filled, father):
    panel.status.set_member(Status.PROVISIONAL)
    panel.save()
    filled.undo()
    assert panel.status.member() is Status.OPEN
    assert not get_point_view(filled, father).judgements
