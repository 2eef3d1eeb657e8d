from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.records import Degree, Derivation
from app.services.accounts import get_account
from app.services.completing import find_account
from app.services.derivations import link_accounts, list_links
from app.services.points import list_points
from app.ui.dialogs.derivation import DerivationDialog
from app.ui.panels.derivations import DerivationsPanel


@pytest.fixture
def link(filled):
    ids = [find_account(filled, siglum).id for siglum in ("K48", "D41")]
    link_accounts(filled, Derivation(0, *ids, Degree.CERTAIN, "same words"))
    return list_links(filled)[0]


@pytest.fixture
def dialog(filled_bridge, link, qtbot):
    made = DerivationDialog(filled_bridge, link)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def point_id(workspace, question):
    return next(p.id for p in list_points(workspace) if p.question == question)


def texts(dialog):
    return [dialog.points.item(row).text() for row in range(dialog.points.count())]


def test_the_points_of_the_borrower_are_offered_those_of_both_first(dialog):
    assert texts(dialog) == [
        "436-й стрелковый полк: Was it encircled?",
        "Ivan Kononov: How many men crossed?",
        "Ivan Kononov: When was his father executed?",
    ]


def test_a_derivation_is_limited_to_points_and_made_whole_again(
    dialog, filled, filled_bridge, qtbot
):
    men = point_id(filled, "How many men crossed?")
    dialog.degree.set_member(Degree.SUSPECTED)
    dialog.grounds.setText("the same figure")
    dialog.tick(men)
    dialog.accept()
    (kept,) = list_links(filled)
    assert (kept.degree, kept.grounds, kept.point_ids) == (
        Degree.SUSPECTED, "the same figure", (men,),
    )  # fmt: skip
    again = DerivationDialog(filled_bridge, kept)
    qtbot.addWidget(again)
    assert again.typed_derivation() == kept
    again.tick(men, on=False)
    again.accept()
    assert list_links(filled)[0].point_ids == ()
    filled.undo()
    assert list_links(filled)[0].point_ids == (men,)


def test_space_ticks_a_point(dialog):
    dialog.points.setFocus()
    QTest.keyClick(dialog.points, Qt.Key.Key_Space)
    assert len(dialog.typed_derivation().point_ids) == 1


def test_what_is_recorded_already_is_refused_and_all_stays_as_typed(dialog, filled, link):
    men = point_id(filled, "How many men crossed?")
    link_accounts(filled, Derivation(0, link.borrower_id, link.lender_id, point_ids=(men,)))
    dialog.tick(men)
    dialog.accept()
    assert dialog.isVisible()
    assert "recorded already" in dialog.problem.text()


def test_a_borrower_without_claims_draws_wholly(filled, filled_bridge, link, qtbot):
    from dataclasses import replace

    from app.services.accounts import add_account

    ra = get_account(filled, find_account(filled, "RA").id)
    silent = add_account(filled, replace(ra, id=0, siglum="RAb", is_own=False))
    link_accounts(filled, Derivation(0, silent, link.lender_id))
    fresh = next(known for known in list_links(filled) if known.borrower_id == silent)
    dialog = DerivationDialog(filled_bridge, fresh)
    qtbot.addWidget(dialog)
    assert dialog.points.isHidden()
    assert "wholly" in dialog.hint.text()


def test_the_panel_edits_and_says_on_how_many_points(filled, filled_bridge, link, qtbot):
    panel = DerivationsPanel(filled_bridge)
    qtbot.addWidget(panel)
    panel.show_account(get_account(filled, link.borrower_id))
    panel.editors[0].click()
    dialog = panel.findChild(DerivationDialog)
    dialog.tick(point_id(filled, "How many men crossed?"))
    dialog.accept()
    panel.show_account(get_account(filled, link.borrower_id))
    words = [label.text() for label in panel.findChildren(type(panel.borrowers))]
    assert "certain, on 1 point only  ·  same words" in words
