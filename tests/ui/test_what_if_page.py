from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.services.claims import delete_claim
from app.services.completing import find_account, find_source_by_key
from app.services.findings import count_rows
from app.services.listing import list_claim_ids
from app.services.sources import delete_source
from app.ui.models.flags_model import GoneRole
from app.ui.panels.what_if_page import WhatIfPage
from app.ui.supposition import Supposed, Supposition, find_supposed

FATHER = "Ivan Kononov: When was his father executed?"


@pytest.fixture
def supposed(filled_bridge):
    return Supposition(filled_bridge)


@pytest.fixture
def known(supposed, qtbot):
    """Wait until what would differ is known."""

    def wait(supposition=supposed):
        qtbot.waitUntil(lambda: not supposition.is_busy)

    return wait


@pytest.fixture
def page(filled_bridge, supposed, qtbot):
    made = WhatIfPage(filled_bridge, supposed)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def _source(workspace, key):
    return Supposed("source", find_source_by_key(workspace, key).id, key)


def _cells(page, title):
    model = page.table.rows
    rows = [[model.index(r, c).data() for c in range(5)] for r in range(model.rowCount())]
    return next(row[1:] for row in rows if row[0] == title)


def _words(passage):
    return "".join(segment.text for segment in passage.segments)


def test_a_source_is_set_aside_by_its_key(page, supposed, known, type_text, qtbot):
    type_text(page.line.field, "k48")
    qtbot.keyClick(page.line.field, Qt.Key.Key_Return)
    assert [thing.name for thing in supposed.things] == ["K48"]
    known()
    assert _cells(page, FATHER) == ["✕ contradicted → = clear", "1 gone", "", "1 gone"]
    assert page.table.rows.rowCount() == 3
    assert page.summary.text() == "3 claims set aside on 3 points"


def test_before_and_after_are_told_in_full(page, supposed, filled, known):
    supposed.add(_source(filled, "RA"))
    known()
    words = _words(page.details)
    assert words.startswith(f"{FATHER}\n✕ contradicted → = clear\n− version gone  “1916”  RA")
    assert "− flag gone  Disagreement:" in words


def test_nothing_is_written(page, supposed, filled, known):
    before = count_rows(filled)
    done = filled.history.last_done
    supposed.add(_source(filled, "K48"))
    known()
    assert count_rows(filled) == before
    assert filled.history.last_done is done


def test_an_unknown_name_is_refused_in_place(page, supposed, type_text, qtbot):
    type_text(page.line.field, "Größ")
    page.line.take()
    assert page.line.problem.isVisible()
    assert "Größ" in page.line.problem.text()
    assert not supposed.things


def test_a_chip_takes_it_back(page, supposed, filled):
    supposed.add(_source(filled, "K48"))
    supposed.add(_source(filled, "RA"))
    page.line.chips.chips["0"].click()
    assert [thing.name for thing in supposed.things] == ["RA"]
    page.line.chips.chips["0"].click()
    assert not supposed.things
    assert page.nothing.isVisible()
    assert "Nothing is set aside" in page.nothing.text()


def test_enter_opens_the_point(page, supposed, filled, known, qtbot):
    supposed.add(_source(filled, "K48"))
    known()
    with qtbot.waitSignal(page.point_asked) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [page.table.current_id]


def test_an_account_alone_can_be_set_aside(page, supposed, filled, known):
    account = find_account(filled, "D41")
    supposed.add(find_supposed(filled, "account", account.id))
    known()
    assert page.table.rows.rowCount() == 3
    supposed.include_borrowers(True)
    assert "draws on it" in supposed.sentence
    assert page.line.borrowers.isChecked()


def test_what_is_deleted_is_no_longer_set_aside(supposed, filled):
    source = _source(filled, "RA")
    supposed.add(source)
    for claim in list_claim_ids(filled, source_id=source.id):
        delete_claim(filled, claim)
    delete_source(filled, source.id)
    assert not supposed.things


def test_linchpins_are_sorted_and_enter_sets_one_aside(page, supposed, filled, qtbot):
    page.show_part("linchpins")
    table = page.linchpins.table
    qtbot.waitUntil(lambda: table.rows.rowCount() == 3)
    keys = [table.rows.index(row, 0).data() for row in range(3)]
    assert sorted(keys) == ["D41", "K48", "RA"]
    assert keys[-1] == "RA"
    first = keys[0]
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [thing.name for thing in supposed.things] == [first]
    qtbot.waitUntil(page.table.isVisible)
    assert page.table.hasFocus()
    qtbot.waitUntil(lambda: not page.linchpins.is_busy)


def test_linchpins_are_reckoned_anew_after_a_change(page, filled, qtbot):
    page.show_part("linchpins")
    table = page.linchpins.table
    qtbot.waitUntil(lambda: table.rows.rowCount() == 3)
    filled.undo()  # the claim on the burgomaster
    qtbot.waitUntil(lambda: not page.linchpins.is_busy and bool(page.linchpins._found))
    row = [table.rows.index(r, 0).data() for r in range(3)].index("D41")
    assert table.rows.index(row, 2).data() == "2"


def test_the_banner_stays_over_every_page_until_escape(window, qtbot):
    desk = window.desk
    assert not desk.banner.isVisible()
    desk.show_source(find_source_by_key(desk.bridge.workspace, "K48").id)
    window.menus.actions["suppose_away"].trigger()
    assert desk.place.name == "what_if"
    assert desk.banner.sentence.text() == "What if: without K48 – nothing is written"
    page = desk.page("what_if")
    qtbot.waitUntil(lambda: not desk.supposed.is_busy)
    page.point_asked.emit(page.table.rows.id_at(0))
    assert desk.place.name == "point"
    qtbot.waitUntil(lambda: not desk.supposed.is_busy)
    assert desk.banner.here.text().startswith("On this point: ✕ contradicted → = clear")
    here = desk.place.id
    desk.banner.show_button.click()
    assert desk.place.name == "what_if"
    assert page.table.current_id == here
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not desk.banner.isVisible()
    assert not desk.supposed.things


def test_the_banner_counts_what_would_differ_among_the_contradictions(window, qtbot):
    desk = window.desk
    desk.show_place("contradictions")
    desk.supposed.add(_source(desk.bridge.workspace, "K48"))
    assert "being found anew" in desk.banner.here.text()
    qtbot.waitUntil(lambda: not desk.supposed.is_busy)
    words = desk.banner.here.text()
    assert words.startswith("Of all that is found: another status on 3 points; 3 versions gone")
    assert words.endswith("3 flags gone")
    flags = desk.page("contradictions").flags
    gone = [flags.index(row, 0).data(GoneRole) for row in range(flags.rowCount())]
    assert gone == [True, True, True]
    spoken = flags.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("would be gone; Disagreement")
    desk.supposed.clear()
    assert desk.supposed.outcome() is None
    assert not flags.index(0, 0).data(GoneRole)


def test_what_is_not_a_source_leads_to_the_page(window):
    window.menus.actions["contradictions"].trigger()
    window.menus.actions["suppose_away"].trigger()
    assert window.desk.place.name == "what_if"
    assert not window.desk.supposed.things
