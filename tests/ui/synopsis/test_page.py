"""The page of the synopsis: what it shows at first and after a change."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.answers import Kind
from app.ui.panels.synopsis_page import SynopsisPage
from tests.ui.synopsis.support import BORN, COSSACK, MEN, cell_at, place_of, tell


def test_points_stand_by_subject_and_accounts_in_order_of_telling(page):
    cells = page.grid.cells
    assert [line if isinstance(line, str) else line.question for line in cells.lines] == [
        "Kononov", MEN, BORN, "Казак", COSSACK,
    ]  # fmt: skip
    assert [column.siglum for column in cells.columns] == ["D41", "Ia44", "K48"]
    assert page.summary.text() == "3 points × 3 accounts"


def test_filters(page, told):
    page.filters.contradicted.click()
    assert [line for line in page.grid.cells.lines if isinstance(line, str)] == ["Kononov"]
    assert page.summary.text() == "1 point × 3 accounts"
    page.filters.contradicted.click()
    assert {name: chip.text() for name, chip in page.filters.parts.chips.items()} == {
        "": "All  3", "core": "Core  1", "periphery": "Periphery  2",
    }  # fmt: skip
    page.filters.parts.chips["core"].click()
    assert page.summary.text() == "1 point × 1 account"
    page.filters.contradicted.click()
    assert "No point is left" in page.nothing.text()
    assert page.nothing.isVisible()
    assert page.filters.subject.isVisible()


def test_a_key_shows_core_and_periphery_in_turn(page, qtbot):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    shown = []
    for _ in range(3):
        qtbot.keyClick(page.grid, Qt.Key.Key_Y, keys)
        shown.append(page.summary.text())
    assert shown == ["1 point × 1 account", "2 points × 3 accounts", "3 points × 3 accounts"]


def test_a_low_page_leaves_the_room_of_the_legend_to_the_points(page, qtbot):
    assert page.legend.isVisible()
    page.setMinimumHeight(100)  # as in the window, which has no least height of a page's own
    low = 22 * page.fontMetrics().lineSpacing()
    page.resize(1000, low)
    assert not page.legend.isVisible()
    page.commands["synopsis.marks"].trigger()
    assert page.legend.isVisible()
    page.resize(1000, low - 10)
    assert page.legend.isVisible()
    page.resize(1000, 700)
    assert page.legend.isVisible()
    page.marks.click()
    assert not page.legend.isVisible()


def test_one_subject_only(page):
    page.filters.subject.set_member(page.grid.cells.lines[-1].subject_id)
    page.filters.subject.chosen.emit()
    assert page.grid.cells.lines[0] == "Казак"
    assert page.summary.text() == "1 point × 1 account"
    assert page.yardstick.count() == 5


def test_the_current_cell_stays_when_something_is_recorded(page, told):
    page.grid.choose(*place_of(page, COSSACK, "K48"))
    tell(told, "Kononov", "Was he married?", Kind.YES_NO, "D41", "yes")
    assert page.grid.point.question == COSSACK
    assert page.grid.account.siglum == "K48"
    assert cell_at(page, "Was he married?", "D41").answers == ("yes",)


def test_nothing_recorded_says_what_to_do(bridge, qtbot):
    page = SynopsisPage(bridge)
    qtbot.addWidget(page)
    page.show()
    assert "record a claim" in page.nothing.text()
    assert not page.yardstick.isVisible()
    assert not page.commands["synopsis.export"].isEnabled()


def test_commands_of_the_page_have_letters_of_their_own(page):
    texts = [action.text() for action in page.commands.values()]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) == len(set(letters))
