from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.records import Stance
from app.services.accounts import edit_account
from app.services.claims import ClaimDraft, add_claim
from app.services.completing import find_account
from app.services.points import list_points
from app.ui.panels.timeline_page import TimelinePage

FATHER = "When was his father executed?"


@pytest.fixture
def make_page(filled_bridge, qtbot):
    def make():
        made = TimelinePage(filled_bridge)
        qtbot.addWidget(made)
        made.resize(900, 700)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        return made

    return make


@pytest.fixture
def page(make_page):
    return make_page()


@pytest.fixture
def told(filled):
    """The accounts are dated, so that versions have careers."""
    for siglum, date in (("K48", "1948"), ("RA", "1950"), ("D41", "22 August 1941")):
        account = find_account(filled, siglum)
        edit_account(filled, replace(account, date=date))


def point_id(workspace, question):
    return next(p.id for p in list_points(workspace) if p.question == question)


def test_rival_datings_stand_side_by_side_with_letters_and_words(page):
    assert [row.title for row in page.line.rows] == [
        "Bürgermeister Größ: When did he die?",
        f"Ivan Kononov: {FATHER}  –  2 versions",
    ]
    assert [bar.name for bar in page.line.rows[1].bars] == ["a  RA  1916", "b  K48  1918"]
    assert page.summary.text() == "2 events, 1 with rival dates"


def test_a_subject_has_its_own_line(page):
    kononov = next(
        place for place in range(page.subject.count()) if page.subject.itemText(place)[:4] == "Ivan"
    )
    page.subject.setCurrentIndex(kononov)
    page.subject.activated.emit(kononov)
    assert [row.title for row in page.line.rows] == [f"{FATHER}  –  2 versions"]


def test_a_subject_that_is_chosen_brings_its_own_point(page, filled):
    page.show_point(point_id(filled, "How many men crossed?"))
    died = next(place for place in range(3) if page.subject.itemText(place)[:2] == "Bü")
    page.subject.setCurrentIndex(died)
    page.subject.activated.emit(died)
    assert page.point.find_id() == point_id(filled, "When did he die?")
    assert page.lanes.rows[-1].title.startswith("1944")


def test_qualified_denied_and_scoped_datings_say_so(page, filled):
    for answer, stance in (("ca. 1917", Stance.AFFIRMS), ("1919", Stance.DENIES)):
        add_claim(
            filled,
            ClaimDraft(
                point_id=point_id(filled, FATHER), siglum="D41", answer=answer, stance=stance,
                scope="by rumour",
            ),
        )  # fmt: skip
    bars = {bar.name[3:]: bar for bar in page.line.rows[1].bars}
    qualified = bars["D41  ca. 1917"]
    assert qualified.strict != qualified.widened
    assert "stretched" in qualified.words
    assert "[by rumour]" in qualified.words
    denied = bars["not D41  1919"]
    assert denied.is_muted


def test_the_most_contested_point_is_shown_by_its_tellings(told, page, filled):
    assert page.point.find_id() == point_id(filled, FATHER)
    titles = [row.title for row in page.lanes.rows]
    assert titles[0] == "The event, as it is dated"
    assert titles[1] == "1918  –  1 witness;  first told by K48, 1948"
    assert [bar.name for bar in page.lanes.rows[0].bars] == ["1916", "1918"]
    assert [bar.name for bar in page.lanes.rows[1].bars] == ["K48"]
    assert "told 1950: “1916”" in page.lanes.rows[2].bars[0].words


def test_undated_tellings_are_named(page):
    assert page.lanes.rows[1].title == "1916  –  1 witness;  undated: RA"


def test_keys_go_to_a_dating_and_open_its_point(page, filled, qtbot):
    page.line.setFocus()
    QTest.keyClick(page.line, Qt.Key.Key_Down)
    died = point_id(filled, "When did he die?")
    assert page.point.find_id() == died
    assert page.words.text.startswith("D41")
    with qtbot.waitSignal(page.point_asked) as asked:
        QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert asked.args == [died]


def test_a_chosen_telling_is_said_and_opens_the_point(told, page, filled, qtbot):
    page.lanes.setFocus()
    page.lanes.choose_bar(2)
    assert page.words.text.startswith("K48")
    with qtbot.waitSignal(page.point_asked) as asked:
        QTest.keyClick(page.lanes, Qt.Key.Key_Return)
    assert asked.args == [point_id(filled, FATHER)]


def test_any_point_has_lanes_and_one_with_dates_is_found_above(told, page, filled):
    page.show_point(point_id(filled, "How many men crossed?"))
    assert [row.bars[0].name for row in page.lanes.rows] == ["D41", "K48"]
    assert page.line.current is None
    page.show_point(point_id(filled, FATHER))
    assert page.line.current.point_id == point_id(filled, FATHER)


def test_the_line_in_use_is_zoomed_and_shown_whole_again(page):
    page.line.setFocus()
    whole = page.line.scale
    page.commands["timeline.shorter"].trigger()
    assert page.line.scale.span < whole.span
    for _ in range(40):
        page.commands["timeline.shorter"].trigger()
    assert page.line.scale.span < 7
    for _ in range(60):
        page.commands["timeline.longer"].trigger()
    assert page.line.scale.span > 1000 * 365
    page.commands["timeline.whole"].trigger()
    assert page.line.scale == whole


def test_a_new_dating_comes_in_at_once(page, filled):
    add_claim(
        filled,
        ClaimDraft(point_id=point_id(filled, "When did he die?"), siglum="RA", answer="1950"),
    )
    assert page.summary.text() == "2 events, 2 with rival dates"


def test_both_lines_stay_within_their_room(page, qtbot):
    for height in (420, 900):
        page.resize(700, height)
        QTest.qWait(10)
        for line in (page.line, page.lanes):
            assert line.height() <= line.parentWidget().height()
            assert line.width() == line.parentWidget().width()


def test_an_empty_dossier_says_what_to_do(bridge, qtbot):
    page = TimelinePage(bridge)
    qtbot.addWidget(page)
    page.show()
    assert page.nothing.isVisible()
    assert "Record a claim" in page.nothing.text()
    assert not page.commands["timeline.whole"].isEnabled()
