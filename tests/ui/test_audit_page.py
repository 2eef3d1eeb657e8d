from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from app.services.audit import audit_citations
from app.services.claims import delete_claim
from app.services.completing import find_account
from app.services.importing import import_sheets
from app.services.listing import list_claim_ids
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.panels import audit_page
from app.ui.panels.audit_page import AuditPage
from tests.services.support import write_sheets

SOURCES = """key,author,title,date,derives_from
L1,Lenz,Letters,1850,
B1,Berg,A history,1960,L1
C1,Carl,A pamphlet,1970,L1;B1
"""
CLAIMS = """subject,question,answer_type,source,locator,answer
Riot,When?,date,L1,fol. 1,May 1848
Riot,When?,date,B1,p. 12,3 May 1848
Riot,Where?,option,L1,fol. 2,the mill
Riot,Where?,option,B1,p. 13,the church
Riot,Who led?,option,L1,fol. 3,a smith
Riot,Who led?,option,B1,p. 14,a smith
Riot,Who led?,option,C1,p. 2,a smith
"""
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def riot(workspace, tmp_path):
    import_sheets(workspace, write_sheets(tmp_path, sources=SOURCES, claims=CLAIMS))
    return workspace


@pytest.fixture
def make_page(app, qtbot):
    """Show the page on a dossier, and wait until every citation was looked at."""
    bridges = []

    def make(workspace):
        bridges.append(Bridge(workspace))
        page = AuditPage(bridges[-1])
        qtbot.addWidget(page)
        page.resize(900, 600)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(lambda: not page.reckoning.is_busy)
        return page

    yield make
    for bridge in bridges:
        bridge.deleteLater()


@pytest.fixture
def page(riot, make_page):
    return make_page(riot)


def _cells(page):
    model = page.table.rows
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _words(passage):
    return "".join(segment.text for segment in passage.segments)


def _choose_author(page, qtbot, steps):
    page.author.setFocus()
    for _ in range(steps):
        qtbot.keyClick(page.author, Qt.Key.Key_Down)


def test_each_citation_stands_beside_its_place_with_mark_and_word(page):
    assert _cells(page) == [
        ["✕ contradicted", "Berg", "Riot: Where?", "“the church”", "L1", "“the mill”"],
        ["⊂ sharper", "Berg", "Riot: When?", "“3 May 1848”", "L1", "“May 1848”"],
        ["= faithful", "Berg", "Riot: Who led?", "“a smith”", "L1", "“a smith”"],
        ["= faithful", "Carl", "Riot: Who led?", "“a smith”", "L1", "“a smith”"],
    ]
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(page.table.rows, fatal, page)


def test_the_head_counts_what_each_author_makes_of_his_places(page, qtbot):
    assert page.summary.text() == (
        "2 authors cite 4 places you hold: 2 faithful · 1 sharper · 1 contradicted"
    )
    assert (
        _words(page.words.paragraph).splitlines()[1] == "Carl cites 1 place you hold: 1 faithful."
    )
    _choose_author(page, qtbot, 1)
    assert page.summary.text() == (
        "Berg cites 3 places you hold: 1 faithful · 1 sharper · 1 contradicted"
    )
    assert len(_cells(page)) == 3
    _choose_author(page, qtbot, 1)
    assert page.summary.text() == "Carl cites 1 place you hold: 1 faithful"
    assert [row[1] for row in _cells(page)] == ["Carl"]


def test_only_one_verdict_is_shown_where_asked(page, qtbot):
    page.verdicts.chips["faithful"].setFocus()
    qtbot.keyClick(page.verdicts.chips["faithful"], Qt.Key.Key_Space)
    assert [row[0] for row in _cells(page)] == ["= faithful", "= faithful"]
    page.show_fidelity("sharper")
    _choose_author(page, qtbot, 2)
    assert [row[1] for row in _cells(page)] == ["Carl"], "a verdict that is not there lets all be"
    assert list(page.verdicts.chips) == ["", "faithful"]


def test_the_chosen_citation_is_told_in_full(page):
    words = _words(page.words.citation).splitlines()
    assert words[:2] == [
        "Riot: Where?",
        "✕ contradicted  What the author says and what the place says cannot both be.",
    ]
    assert words[2].startswith("B1, page 13  Berg  “the church”")
    assert words[3].startswith("L1, folio 2  Lenz  “the mill”")


def test_enter_opens_the_point_with_the_author_s_claim(page, riot, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.claim_asked) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    citation = page.table.find_current()
    assert asked.args == [citation.point_id, citation.citing.claim_id]


def test_one_key_copies_the_paragraph_and_one_the_table(page, qtbot):
    _choose_author(page, qtbot, 1)
    with qtbot.waitSignal(page.status_said):
        qtbot.keyClick(page.table, Qt.Key.Key_C, CTRL_SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(
        "Berg: of 3 places cited that could be checked, 1 is given faithfully. Riot: Where: "
    )
    assert copied == _words(page.words.paragraph)
    with qtbot.waitSignal(page.status_said):
        qtbot.keyClick(page.table, Qt.Key.Key_T, CTRL_SHIFT)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][0] == "Author"
    assert lines[2] == [
        "Berg", "Riot: When?", "B1, page 12", "“3 May 1848”", "L1, folio 1", "“May 1848”",
        "sharper",
    ]  # fmt: skip
    assert len(lines) == 4


def test_a_change_is_looked_at_anew_and_undone(page, riot, qtbot):
    gone = page.table.find_current().citing.claim_id
    delete_claim(riot, gone)
    qtbot.waitUntil(lambda: len(_cells(page)) == 3)
    riot.undo()
    qtbot.waitUntil(lambda: len(_cells(page)) == 4)


def test_when_the_last_citation_goes_the_page_says_what_to_do(page, riot, qtbot):
    lender = find_account(riot, "L1").id
    for claim in list_claim_ids(riot, account_id=lender):
        delete_claim(riot, claim)
    carl = find_account(riot, "C1").id
    delete_claim(riot, list_claim_ids(riot, account_id=carl)[0])
    qtbot.waitUntil(page.nothing.isVisible)
    assert not page.author.isVisible()
    assert not page.summary.isVisible()


def test_an_empty_dossier_says_what_to_do_next(workspace, make_page):
    page = make_page(workspace)
    assert page.nothing.isVisible()
    assert "derives_from" in page.nothing.text()
    assert "F2" in page.nothing.text()
    assert not any(action.isEnabled() for action in page.commands.values())


def test_it_can_be_stopped_and_begun_anew(page, monkeypatch, qtbot):
    reached, go = threading.Event(), threading.Event()

    def slowly(workspace, progress):
        reached.set()
        go.wait(10)
        progress(1, 2)
        return audit_citations(workspace, progress)

    monkeypatch.setattr(audit_page, "audit_citations", slowly)
    page.refresh()
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(page.progress.isVisible)
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.reckoning.is_busy
    assert page.progress.words.text().startswith("Stopped")
    assert len(_cells(page)) == 4, "what was found before stays"
    go.set()
    page.progress.button.click()
    qtbot.waitUntil(lambda: not page.reckoning.is_busy)
    assert not page.progress.isVisible()


def test_an_edit_need_not_wait_while_citations_are_looked_at(page, riot, monkeypatch, qtbot):
    reached, go = threading.Event(), threading.Event()

    def slowly(workspace, progress):
        found = audit_citations(workspace, progress)
        reached.set()
        go.wait(10)
        return found

    monkeypatch.setattr(audit_page, "audit_citations", slowly)
    page.refresh()
    qtbot.waitUntil(reached.is_set)
    delete_claim(riot, page.table.current_id)
    go.set()
    qtbot.waitUntil(lambda: not page.reckoning.is_busy)


def test_of_many_citations_only_the_visible_rows_are_built(workspace, tmp_path, make_page):
    numbers = range(1500)
    rows = [
        f"Riot,Question {n}?,quantity,{key},p. {n + 1},{n}" for n in numbers for key in ("L1", "B1")
    ]
    claims = "\n".join(["subject,question,answer_type,source,locator,answer", *rows]) + "\n"
    import_sheets(workspace, write_sheets(tmp_path, sources=SOURCES, claims=claims))
    page = make_page(workspace)
    assert page.table.rows.rowCount() == 1500
    built = []
    fetch = page.table.rows._fetch
    page.table.rows._fetch = lambda ids: built.extend(ids) or fetch(ids)
    page.table.rows.drop_all()
    page.table.viewport().repaint()
    page.grab()
    assert 0 < len(built) <= 128
    page.table.scrollToBottom()
    page.grab()
    assert len(built) <= 256


def test_the_sample_is_audited(app, tmp_path, make_page):
    from app.services.dossiers import make_sample

    path = tmp_path / "sample.variorum"
    make_sample(path).close()
    with Workspace.open(path, read_only=True) as sample:
        page = make_page(sample)
        first = page._audits[0]
        assert first.author == "Mark Edele"
        words = page.summary.text()
        assert words.endswith("contradicted")
        assert words.startswith(f"{len(page._audits)} authors cite {page.table.rows.rowCount()} ")
        assert _cells(page)[0][0] == "✕ contradicted"


def test_the_menu_shows_the_page_and_enter_leads_to_the_point(window, qtbot):
    workspace = window.desk.bridge.workspace
    folder = workspace.path.parent
    import_sheets(workspace, write_sheets(folder, sources=SOURCES, claims=CLAIMS))
    window.menus.actions["audit"].trigger()
    page = window.desk.page("audit")
    assert page.isVisible()
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 4)
    claim = page.table.current_id
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.desk.place.name == "point"
    claims = window.desk.page("point").sheet.claims
    assert claims.current_id == claim
    assert claims.hasFocus()
