"""What an account that gives no answer is: unknown, silent, searched in vain, not yet read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.answers import Kind
from app.domain.records import Source, Stance
from app.domain.silences import Reply
from app.domain.synopsis import CellState
from app.services.searches import find_search, note_search
from app.services.silences import answer_question
from app.services.sources import add_source
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.dialogs.search_note import SearchNoteDialog
from app.ui.panels.synopsis_page import SynopsisPage
from app.ui.widgets.synopsis_words import LEGEND, mark_of, text_of
from tests.ui.synopsis.support import BORN, COSSACK, MEN, cell_at, place_of, tell, words_of


@pytest.mark.parametrize(
    ("key", "state", "words"),
    [
        (Qt.Key.Key_S, CellState.SEARCHED, "searched, not found"),
        (Qt.Key.Key_N, CellState.UNREAD, "not yet read for it"),
    ],
)
def test_a_key_notes_a_search_and_undo_takes_it_back(page, told, qtbot, key, state, words):
    place = place_of(page, BORN, "K48")
    page.grid.choose(*place)
    assert "nothing is concluded" in words_of(page.cell)
    qtbot.keyClick(page.grid, key)
    assert page.grid.cells.get_cell(*place).state is state
    assert page.grid.accessibleName() == f"K48, Kononov, When was he born: {words}"
    assert words in words_of(page.cell)
    told.undo()
    assert page.grid.cells.get_cell(*place).state is CellState.UNKNOWN
    told.redo()
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert page.grid.cells.get_cell(*place).state is CellState.UNKNOWN


def test_a_silence_that_was_weighed_shows_its_result(page, told):
    place = place_of(page, BORN, "K48")
    page.grid.choose(*place)
    ids = page.grid.account.account_id, page.grid.point.point_id
    answer_question(told, *ids, "known", Reply.NO)
    cell = page.grid.cells.get_cell(*place)
    assert (mark_of(cell), text_of(cell)) == ("∅", "silence: weak")
    weighed = "its silence was weighed: weak"
    assert f"∅ no answer is recorded; {weighed}" in words_of(page.cell)
    assert page.grid.accessibleName().endswith(weighed)
    note_search(told, *ids, CellState.SEARCHED, "film ordered")
    assert f"○ searched, not found; {weighed} – film ordered" in words_of(page.cell)
    assert text_of(page.grid.cells.get_cell(*place)) == "not found, silence: weak"
    answer_question(told, *ids, "known", Reply.OPEN)
    assert weighed not in words_of(page.cell)


def test_the_words_of_a_note_are_kept_and_shown(page, told):
    page.grid.choose(*place_of(page, BORN, "K48"))
    ids = page.grid.account.account_id, page.grid.point.point_id
    note_search(told, *ids, CellState.UNREAD, "film ordered")
    assert "film ordered" in words_of(page.cell)
    page.notes.note(CellState.SEARCHED)
    assert find_search(told, *ids).note == "film ordered"


def test_a_note_beside_an_answer_is_refused(page, qtbot):
    page.grid.choose(*place_of(page, MEN, "K48"))
    with qtbot.waitSignal(page._bridge.refused) as refused:
        qtbot.keyClick(page.grid, Qt.Key.Key_S)
    assert "speaks to this point already" in refused.args[0]


def test_letters_do_nothing_outside_of_the_grid(page, told, qtbot):
    page.grid.choose(*place_of(page, BORN, "K48"))
    page.filters.subject.setFocus()
    qtbot.keyClick(page.filters.subject, Qt.Key.Key_S)
    assert cell_at(page, BORN, "K48").state is CellState.UNKNOWN


def test_states_and_verdicts_each_have_a_mark_that_the_legend_explains(page, told):
    tell(told, "Kononov", BORN, Kind.DATE, "K48", stance=Stance.SILENT)
    page.grid.choose(*place_of(page, BORN, "Ia44"))
    page.notes.note(CellState.SEARCHED)
    page.grid.choose(*place_of(page, COSSACK, "D41"))
    page.notes.note(CellState.UNREAD)
    shown = [cell_at(page, *where) for where in (
        (MEN, "D41"), (MEN, "Ia44"), (MEN, "K48"), (BORN, "K48"), (BORN, "Ia44"), (COSSACK, "D41"),
    )]  # fmt: skip
    marks = [mark_of(cell) for cell in shown]
    assert len(set(marks)) == len(marks)
    explained = {mark.split()[0] for mark, _, _ in LEGEND if mark}
    assert set(marks) <= explained


def test_for_reading_only_nothing_is_noted(told, app, qtbot):
    path = told.path
    told.close()
    with Workspace.open(path, read_only=True) as reading:
        page = SynopsisPage(Bridge(reading))
        qtbot.addWidget(page)
        page.show()
        assert not page.commands["synopsis.searched"].isEnabled()
        assert page.commands["synopsis.hold"].isEnabled()


@pytest.fixture
def unheard(told):
    """An account that speaks to no point."""
    add_source(told, Source(id=0, key="Wi43", type="diary", title="Diary", date="1943"))


def _ask(page):
    page.commands["synopsis.note"].trigger()
    return page.findChild(SearchNoteDialog)


def _sigla(page):
    return [column.siglum for column in page.grid.cells.columns]


def test_an_account_that_is_no_column_is_noted_by_keyboard_and_becomes_one(page, unheard, qtbot):
    page.grid.choose(*place_of(page, BORN, "K48"))
    dialog = _ask(page)
    assert dialog.account.currentText().startswith("K48")
    qtbot.keyClicks(dialog.account, "Wi")
    qtbot.keyClicks(dialog.note, "film ordered")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert _sigla(page) == ["D41", "Wi43", "Ia44", "K48"]
    assert cell_at(page, BORN, "Wi43").state is CellState.UNREAD
    assert cell_at(page, MEN, "Wi43").state is CellState.UNKNOWN
    assert (page.grid.account.siglum, page.grid.point.question) == ("Wi43", BORN)
    assert "not yet read for it – film ordered" in words_of(page.cell)
    page._workspace.undo()
    assert _sigla(page) == ["D41", "Ia44", "K48"]


def test_an_account_is_noted_on_all_points_shown_in_one_step(page, unheard, qtbot):
    dialog = _ask(page)
    assert dialog.extent.itemText(1) == "all 3 points shown, where nothing is recorded yet"
    qtbot.keyClicks(dialog.account, "Wi")
    dialog.extent.set_member(True)
    dialog.accept()
    assert [cell_at(page, point, "Wi43").state for point in (MEN, BORN, COSSACK)] == [
        CellState.UNREAD
    ] * 3
    page._workspace.undo()
    assert _sigla(page) == ["D41", "Ia44", "K48"]


def test_what_cannot_be_noted_is_said_in_the_dialog(page, unheard):
    page.grid.choose(*place_of(page, MEN, "K48"))
    dialog = _ask(page)
    dialog.accept()
    assert "speaks to this point already" in dialog.problem.text()
    dialog.reject()


def test_without_claims_nothing_is_asked(bridge, qtbot):
    page = SynopsisPage(bridge)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.status_said) as said:
        page.notes.ask()
    assert "no account" in said.args[0]
