from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def found(window):
    results = window.search.results
    rows = [results.found_at(row) for row in range(results.rowCount())]
    return [(row.kind, row.title) for row in rows if row]


def test_results_come_while_one_types(window, qtbot, type_text):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    type_text(window.search, "größ")
    qtbot.waitUntil(lambda: window.search.is_open)
    assert found(window) == [
        ("point", "When did he die?"),
        ("subject", "Bürgermeister Größ"),
    ]


def test_arrows_and_enter_go_there(window, qtbot, type_text):
    window.menus.actions["search"].trigger()
    type_text(window.search, "K48")
    window.search.search_now()
    kinds = [kind for kind, _ in found(window)]
    order = ["point", "claim", "source", "account", "subject"]
    assert kinds[:2] == ["source", "account"]  # those that are called just so
    assert kinds[2:] == sorted(kinds[2:], key=order.index)
    down = kinds.index("account") - 1
    for _ in range(down):
        qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.desk.place.name == "sources"
    assert not window.search.is_open
    assert window.search.text() == ""


def test_the_first_heading_is_in_view(window, type_text):
    window.menus.actions["search"].trigger()
    type_text(window.search, "k")
    window.search.search_now()
    assert window.search.list.verticalScrollBar().value() == 0


def test_a_claim_opens_its_point(window, qtbot, type_text):
    window.menus.actions["search"].trigger()
    type_text(window.search, "ra 1916")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.desk.place.name == "point"
    page = window.desk.page("point")
    assert page.sheet.heading.question.text() == "When was his father executed?"


def test_nothing_found_says_what_to_try(window, type_text):
    window.menus.actions["search"].trigger()
    type_text(window.search, "<b>щ</b>")
    window.search.search_now()
    assert found(window) == []
    assert window.search.is_open


def test_escape_puts_the_results_away(window, qtbot, type_text):
    window.menus.actions["search"].trigger()
    type_text(window.search, "kononov")
    window.search.search_now()
    assert window.search.is_open
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.is_open
    assert window.search.text() == ""
    assert QApplication.focusWidget() is not window.search


def test_no_kind_crowds_out_the_others(window, type_text):
    window.menus.actions["search"].trigger()
    type_text(window.search, "k")
    window.search.search_now()
    kinds = [kind for kind, _ in found(window)]
    assert max(kinds.count(kind) for kind in kinds) <= 6
