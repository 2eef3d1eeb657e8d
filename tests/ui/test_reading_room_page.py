from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.domain.records import CopySeen
from app.services.completing import find_source_by_key
from app.services.sources import edit_source
from app.ui.panels.reading_room_page import ReadingRoomPage


@pytest.fixture
def unseen(filled):
    """A dossier in which two of three sources are known only through the third."""
    for key, repository in (("D41", "Bundesarchiv"), ("RA", "")):
        source = find_source_by_key(filled, key)
        edit_source(
            filled,
            replace(
                source, title=f"Papers {key}", copy_seen=CopySeen.QUOTED, quoted_after="K48",
                repository=repository, shelfmark="RH 21/2" if repository else "",
            ),
        )  # fmt: skip
    return filled


@pytest.fixture
def page(unseen, filled_bridge, qtbot):
    made = ReadingRoomPage(filled_bridge)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def _cells(page):
    model = page.table.rows
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _words(passage):
    return "".join(segment.text for segment in passage.segments)


def test_what_most_hangs_on_comes_first(page):
    assert _cells(page) == [
        ["D41", "Papers D41", "Bundesarchiv, RH 21/2", "K48", "2", "3 (3 alone)", "3"],
        ["RA", "Papers RA", "not known where", "K48", "1", "1 (1 alone)", "1"],
    ]
    assert page.summary.text().startswith("2 sources are known only through others")


def test_the_list_to_order_is_by_repository(page):
    words = _words(page.orders)
    assert words.startswith("Bundesarchiv\n☐ RH 21/2: Papers D41 [D41]; quoted after K48")
    assert "\n\nNot known where\n☐ Papers RA [RA]" in words


def test_one_key_copies_the_list(page, qtbot):
    with qtbot.waitSignal(page.status_said):
        qtbot.keyClick(
            page.table,
            Qt.Key.Key_C,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    assert QGuiApplication.clipboard().text() == _words(page.orders)


def test_enter_opens_the_source(page, unseen, qtbot):
    with qtbot.waitSignal(page.source_asked) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [find_source_by_key(unseen, "D41").id]


def test_the_list_is_written_or_refused_in_words(page, filled_bridge, tmp_path, qtbot):
    page.write_list(tmp_path / "orders.html")
    assert "Papers D41" in (tmp_path / "orders.html").read_text(encoding="utf-8")
    with qtbot.waitSignal(filled_bridge.refused):
        page.write_list(tmp_path / "nowhere" / "orders.html")


def test_a_source_that_was_seen_leaves_the_list(page, unseen):
    source = find_source_by_key(unseen, "D41")
    edit_source(unseen, replace(source, copy_seen=CopySeen.ORIGINAL, quoted_after=""))
    assert [row[0] for row in _cells(page)] == ["RA"]
    unseen.undo()
    assert [row[0] for row in _cells(page)] == ["D41", "RA"]


def test_when_all_was_seen_it_says_what_would_be_listed(filled_bridge, qtbot):
    page = ReadingRoomPage(filled_bridge)
    qtbot.addWidget(page)
    page.show()
    assert page.nothing.isVisible()
    assert not page.commands["order.copy"].isEnabled()


def test_the_menu_shows_the_page(window):
    window.menus.actions["reading_room"].trigger()
    assert window.desk.page("reading_room").isVisible()
