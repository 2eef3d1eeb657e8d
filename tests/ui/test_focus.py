"""Where the keys go: every place has its main list, and the search box gives the focus away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.panels.navigation_panel import PLACES


@pytest.mark.parametrize("place", PLACES)
def test_every_place_takes_the_focus(window, qtbot, place):
    desk = window.desk
    for _ in range(2):  # the second time the page is already shown
        window.search.setFocus()
        window.menus.actions[place].trigger()
        now = QApplication.focusWidget()
        page = desk.page(desk.place.name)
        if place == "points":
            assert now is desk.navigation.tree
        else:
            assert now is page or page.isAncestorOf(now)
        assert now.isVisible()
        assert "New" not in getattr(now, "text", str)()


def test_a_place_with_nothing_to_show_takes_the_focus_too(window):
    workspace = window.session.bridge.workspace
    while workspace.history.last_done:
        workspace.undo()
    for place in PLACES:
        window.menus.actions[place].trigger()
        now = QApplication.focusWidget()
        assert now is not None
        assert now.isVisible()
        assert not window.search.hasFocus()


@pytest.mark.parametrize(("words", "place"), [("K48", "sources"), ("ra 1916", "point")])
def test_a_hit_takes_the_focus_from_the_search_box(window, qtbot, type_text, words, place):
    window.menus.actions["search"].trigger()
    type_text(window.search, words)
    window.search.search_now()
    kinds = [row.kind for row in found(window)]
    wanted = {"sources": "source", "point": "claim"}[place]
    for _ in range(kinds.index(wanted)):
        qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.desk.place.name == place
    page = window.desk.page(place)
    assert page.isAncestorOf(QApplication.focusWidget())


def found(window):
    results = window.search.results
    rows = [results.found_at(row) for row in range(results.rowCount())]
    return [row for row in rows if row]


def test_an_empty_search_box_leaves_the_keys_to_the_window(window, qtbot, type_text):
    workspace = window.session.bridge.workspace
    before = workspace.history.last_done
    control = Qt.KeyboardModifier.ControlModifier
    window.menus.actions["search"].trigger()
    type_text(window.search, "K")
    qtbot.keyClick(window.search, Qt.Key.Key_Backspace)
    qtbot.keyClick(window.search, Qt.Key.Key_Z, control)
    assert window.search.text() == ""
    assert workspace.history.last_done != before
    qtbot.keyClick(window.search, Qt.Key.Key_E, control)
    assert window.desk.place.name == "what_if"
