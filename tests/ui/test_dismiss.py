"""Reconcilers in the window: proposed under a flag and where it is set aside; answers stay."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.answers import Kind
from app.domain.records import Point, Reason
from app.services.claims import ClaimDraft, add_claim
from app.services.findings import get_point_view, list_flags
from app.services.points import add_point
from app.ui.dialogs.dismiss import DismissDialog
from app.ui.panels.point_page import PointPage


@pytest.fixture
def point(workspace):
    """Told in both calendars, unmarked: 10 February 1900 O.S. is 22 February 1900 N.S."""
    made = add_point(workspace, "Kononov", Point(0, 0, "When was he born?", Kind.DATE))
    for siglum, answer in (("K48", "10 February 1900"), ("RA", "22 February 1900")):
        add_claim(workspace, ClaimDraft(point_id=made, siglum=siglum, answer=answer))
    return made


@pytest.fixture
def page(bridge, point, qtbot):
    made = PointPage(bridge)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    qtbot.waitExposed(made)
    made.show_point(point)
    return made


@pytest.fixture
def dialog(page):
    page.sheet.flags.flag_rows[0].button.click()
    return page.findChild(DismissDialog)


def test_a_flag_says_what_would_make_it_agree(page):
    words = page.sheet.flags.flag_rows[0].sentence.toPlainText()
    assert "Perhaps: K48 and RA would agree if “10 February 1900” (K48) is Old Style" in words


def test_taking_a_proposal_fills_reason_and_text_and_keeps_nothing(dialog, point, workspace):
    before = [claim.claim.answer for claim in get_point_view(workspace, point).claims]
    assert "Old Style" in dialog.ways[0].sentence
    QTest.keyClick(dialog.way_buttons[0], Qt.Key.Key_Space)
    assert dialog.reason.member() is Reason.CALENDAR
    assert "Old Style" in dialog.grounds.text()
    assert list_flags(workspace)[0].dismissal_id is None
    dialog.accept()
    view = get_point_view(workspace, point)
    assert view.dismissals[0].reason is Reason.CALENDAR
    assert [claim.claim.answer for claim in view.claims] == before


def test_enter_in_the_reason_confirms(dialog, point, workspace):
    dialog.reason.set_member(Reason.SCOPE)
    dialog.reason.setFocus()
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert get_point_view(workspace, point).dismissals[0].reason is Reason.SCOPE


def test_a_dismissed_flag_shows_no_proposal(page, dialog):
    dialog.way_buttons[0].click()
    dialog.accept()
    words = page.sheet.flags.flag_rows[0].sentence.toPlainText()
    assert "Perhaps" not in words
    assert "Set aside. Calendar" in words


def test_where_nothing_simple_helps_nothing_is_proposed(page, workspace):
    other = add_point(workspace, "Kononov", Point(0, 0, "When did he flee?", Kind.DATE))
    for siglum, answer in (("K48", "1916"), ("RA", "1955")):
        add_claim(workspace, ClaimDraft(point_id=other, siglum=siglum, answer=answer))
    page.show_point(other)
    row = page.sheet.flags.flag_rows[0]
    assert "Perhaps" not in row.sentence.toPlainText()
    row.button.click()
    assert page.findChild(DismissDialog).way_buttons == []


def test_a_reason_is_chosen_before_only_where_one_was_proposed(page, dialog, workspace):
    assert dialog.reason.find_member() is Reason.CALENDAR
    dialog.reject()
    other = add_point(workspace, "Kononov", Point(0, 0, "When did he flee?", Kind.DATE))
    for siglum, answer in (("K48", "1916"), ("RA", "1955")):
        add_claim(workspace, ClaimDraft(point_id=other, siglum=siglum, answer=answer))
    page.show_point(other)
    page.edits.dismiss_flag(page.sheet.flags.flag_rows[0].flag)
    bare = next(d for d in page.findChildren(DismissDialog) if d is not dialog)
    assert bare.reason.find_member() is None
    bare.accept()
    assert bare.isVisible()
    assert "Choose the reason" in bare.problem.text()
    assert list_flags(workspace)[0].dismissal_id is None
