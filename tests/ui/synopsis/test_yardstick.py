"""What the cells are held against."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from app.domain.comparison import Verdict
from app.domain.records import Standing, Status
from app.services.findings import get_point_view
from app.services.judgements import judge_point
from tests.ui.synopsis.support import BORN, MEN, cell_at, hold, place_of, words_of


def test_it_begins_held_against_the_account_that_says_most(page):
    assert page.yardstick.words == "D41"
    assert cell_at(page, MEN, "D41").is_chosen
    assert cell_at(page, MEN, "Ia44").verdict is Verdict.AGREES
    assert cell_at(page, MEN, "K48").verdict is Verdict.CONTRADICTS


def test_one_key_holds_the_others_against_the_account_under_the_cursor(page, qtbot):
    page.grid.choose(*place_of(page, MEN, "K48"))
    qtbot.keyClick(page.grid, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert page.yardstick.currentText() == "K48 – 26 April 1948"
    assert cell_at(page, MEN, "D41").verdict is Verdict.CONTRADICTS
    assert page.grid.held_account == page.grid.account.account_id


def test_a_click_on_a_head_holds_the_others_against_it(page, qtbot):
    view = page.grid
    spot = view._column_box(1).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot.x(), 8))
    assert page.yardstick.words == "Ia44"


def test_answers_are_chosen_point_by_point(page):
    page.grid.choose(*place_of(page, MEN, "K48"))
    page.hold_answer()
    assert page.yardstick.currentText() == "1 chosen answer"
    assert cell_at(page, MEN, "Ia44").verdict is Verdict.CONTRADICTS
    assert cell_at(page, BORN, "D41").verdict is None
    page.grid.choose(*place_of(page, BORN, "D41"))
    page.hold_answer()
    assert page.yardstick.currentText() == "2 chosen answers"
    assert cell_at(page, BORN, "D41").is_chosen
    page.hold_answer()
    assert page.yardstick.currentText() == "1 chosen answer"


def test_what_is_judged_is_held_against(page, told):
    point = page.grid.cells.lines[1].point_id
    versions = get_point_view(told, point).findings.versions
    claim = cell_at(page, MEN, "K48").claim_ids[0]
    place = next(n for n, v in enumerate(versions) if claim in v.claim_ids)
    judge_point(told, point, Status.SETTLED, "so it was", {place: (Standing.ACCEPTED, "")})
    page.yardstick._choose(-1)
    assert cell_at(page, MEN, "K48").is_chosen
    assert cell_at(page, MEN, "D41").verdict is Verdict.CONTRADICTS
    assert page.yardstick.words == "what is judged"


def test_what_has_no_mark_says_why(page):
    hold(page, "K48")
    page.grid.choose(*place_of(page, BORN, "D41"))
    assert "without a mark: K48 gives no answer here" in words_of(page.cell)
    page.yardstick._choose(0)
    assert page.yardstick.words == ""
    assert "without a mark" not in words_of(page.cell)
