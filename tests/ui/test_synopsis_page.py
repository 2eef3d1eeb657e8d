from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt

from app.domain.answers import Kind
from app.domain.comparison import Verdict
from app.domain.records import Stance, Standing, Status
from app.domain.synopsis import CellState, ColumnHead, Frame, RowHead, Yardstick
from app.services.accounts import edit_account, list_accounts
from app.services.claims import ClaimDraft, add_claim
from app.services.findings import get_point_view
from app.services.judgements import judge_point
from app.services.searches import find_search, note_search
from app.services.synopsis import Selection
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.dialogs.export_synopsis import ExportSynopsisDialog, synopsis_work
from app.ui.models.synopsis_cells import SynopsisCells
from app.ui.panels.synopsis_page import SynopsisPage
from app.ui.settings import Settings
from app.ui.tasks import CancelledError
from app.ui.widgets.synopsis_grid import SynopsisGrid
from app.ui.widgets.synopsis_words import LEGEND, mark_of

DATES = {"D41": "23 August 1941", "Ia44": "1944", "K48": "26 April 1948"}
MEN, BORN, COSSACK = "How many men crossed?", "When was he born?", "Was he a Cossack?"
CLAIMS = (
    ("Kononov", MEN, Kind.QUANTITY, "K48", "900"),
    ("Kononov", MEN, Kind.QUANTITY, "D41", "3"),
    ("Kononov", MEN, Kind.QUANTITY, "Ia44", "3"),
    ("Kononov", BORN, Kind.DATE, "D41", "1900"),
    ("Казак", COSSACK, Kind.YES_NO, "K48", "yes"),
)


def _claim(workspace, subject, question, kind, siglum, answer="", stance=Stance.AFFIRMS):
    draft = ClaimDraft(subject=subject, question=question, kind=kind, siglum=siglum,
                       locator="p. 1", answer=answer, stance=stance)  # fmt: skip
    return add_claim(workspace, draft)


@pytest.fixture
def told(workspace):
    """Three accounts over three points; one is contradicted."""
    for claim in CLAIMS:
        _claim(workspace, *claim)
    for account in list_accounts(workspace):
        edit_account(workspace, replace(account, date=DATES[account.siglum]))
    return workspace


@pytest.fixture
def page(told, bridge, qtbot):
    made = SynopsisPage(bridge)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.grid.setFocus()
    return made


def _place(page, question, siglum):
    cells = page.grid.cells
    line = next(
        place for place, line in enumerate(cells.lines)
        if isinstance(line, RowHead) and line.question == question
    )  # fmt: skip
    return line, [column.siglum for column in cells.columns].index(siglum)


def _cell(page, question, siglum):
    return page.grid.cells.get_cell(*_place(page, question, siglum))


def _hold(page, siglum):
    column = next(head for head in page.grid.cells.columns if head.siglum == siglum)
    page.yardstick.hold_account(column.account_id)


def _words(passage):
    return "".join(segment.text for segment in passage.segments)


def test_points_stand_by_subject_and_accounts_in_order_of_telling(page):
    cells = page.grid.cells
    assert [line if isinstance(line, str) else line.question for line in cells.lines] == [
        "Kononov", MEN, BORN, "Казак", COSSACK,
    ]  # fmt: skip
    assert [column.siglum for column in cells.columns] == ["D41", "Ia44", "K48"]
    assert page.summary.text() == "3 points × 3 accounts"


def test_it_begins_held_against_the_account_that_says_most(page):
    assert page.yardstick.words == "D41"
    assert _cell(page, MEN, "D41").is_chosen
    assert _cell(page, MEN, "Ia44").verdict is Verdict.AGREES
    assert _cell(page, MEN, "K48").verdict is Verdict.CONTRADICTS


def test_one_key_holds_the_others_against_the_account_under_the_cursor(page, qtbot):
    page.grid.choose(*_place(page, MEN, "K48"))
    qtbot.keyClick(page.grid, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert page.yardstick.currentText() == "K48 – 26 April 1948"
    assert _cell(page, MEN, "D41").verdict is Verdict.CONTRADICTS
    assert page.grid.held_account == page.grid.account.account_id


def test_a_click_on_a_head_holds_the_others_against_it(page, qtbot):
    view = page.grid
    spot = view._column_box(1).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot.x(), 8))
    assert page.yardstick.words == "Ia44"


def test_answers_are_chosen_point_by_point(page):
    page.grid.choose(*_place(page, MEN, "K48"))
    page.hold_answer()
    assert page.yardstick.currentText() == "1 chosen answer"
    assert _cell(page, MEN, "Ia44").verdict is Verdict.CONTRADICTS
    assert _cell(page, BORN, "D41").verdict is None
    page.grid.choose(*_place(page, BORN, "D41"))
    page.hold_answer()
    assert page.yardstick.currentText() == "2 chosen answers"
    assert _cell(page, BORN, "D41").is_chosen
    page.hold_answer()
    assert page.yardstick.currentText() == "1 chosen answer"


def test_what_is_judged_is_held_against(page, told):
    point = page.grid.cells.lines[1].point_id
    versions = get_point_view(told, point).findings.versions
    claim = _cell(page, MEN, "K48").claim_ids[0]
    place = next(n for n, v in enumerate(versions) if claim in v.claim_ids)
    judge_point(told, point, Status.SETTLED, "so it was", {place: (Standing.ACCEPTED, "")})
    page.yardstick._choose(-1)
    assert _cell(page, MEN, "K48").is_chosen
    assert _cell(page, MEN, "D41").verdict is Verdict.CONTRADICTS
    assert page.yardstick.words == "what is judged"


@pytest.mark.parametrize(
    ("key", "state", "words"),
    [
        (Qt.Key.Key_S, CellState.SEARCHED, "searched, not found"),
        (Qt.Key.Key_N, CellState.UNREAD, "not yet read for it"),
    ],
)
def test_a_key_notes_a_search_and_undo_takes_it_back(page, told, qtbot, key, state, words):
    place = _place(page, BORN, "K48")
    page.grid.choose(*place)
    assert "nothing is concluded" in _words(page.cell)
    qtbot.keyClick(page.grid, key)
    assert page.grid.cells.get_cell(*place).state is state
    assert page.grid.accessibleName() == f"K48, Kononov, When was he born: {words}"
    assert words in _words(page.cell)
    told.undo()
    assert page.grid.cells.get_cell(*place).state is CellState.UNKNOWN
    told.redo()
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert page.grid.cells.get_cell(*place).state is CellState.UNKNOWN


def test_the_words_of_a_note_are_kept_and_shown(page, told):
    page.grid.choose(*_place(page, BORN, "K48"))
    ids = page.grid.account.account_id, page.grid.point.point_id
    note_search(told, *ids, CellState.UNREAD, "film ordered")
    assert "film ordered" in _words(page.cell)
    page.note(CellState.SEARCHED)
    assert find_search(told, *ids).note == "film ordered"


def test_a_note_beside_an_answer_is_refused(page, qtbot):
    page.grid.choose(*_place(page, MEN, "K48"))
    with qtbot.waitSignal(page._bridge.refused) as refused:
        qtbot.keyClick(page.grid, Qt.Key.Key_S)
    assert "speaks to this point already" in refused.args[0]


def test_letters_do_nothing_outside_of_the_grid(page, told, qtbot):
    page.grid.choose(*_place(page, BORN, "K48"))
    page.filters.subject.setFocus()
    qtbot.keyClick(page.filters.subject, Qt.Key.Key_S)
    assert _cell(page, BORN, "K48").state is CellState.UNKNOWN


def test_states_and_verdicts_each_have_a_mark_that_the_legend_explains(page, told):
    _claim(told, "Kononov", BORN, Kind.DATE, "K48", stance=Stance.SILENT)
    page.grid.choose(*_place(page, BORN, "Ia44"))
    page.note(CellState.SEARCHED)
    page.grid.choose(*_place(page, COSSACK, "D41"))
    page.note(CellState.UNREAD)
    shown = [_cell(page, *where) for where in (
        (MEN, "D41"), (MEN, "Ia44"), (MEN, "K48"), (BORN, "K48"), (BORN, "Ia44"), (COSSACK, "D41"),
    )]  # fmt: skip
    marks = [mark_of(cell) for cell in shown]
    assert len(set(marks)) == len(marks)
    explained = {mark.split()[0] for mark, _, _ in LEGEND if mark}
    assert set(marks) <= explained


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


def test_one_subject_only(page):
    page.filters.subject.set_member(page.grid.cells.lines[-1].subject_id)
    page.filters.subject.chosen.emit()
    assert page.grid.cells.lines[0] == "Казак"
    assert page.summary.text() == "1 point × 1 account"
    assert page.yardstick.count() == 5


def test_arrows_pass_over_headings_and_stop_at_the_ends(page, qtbot):
    grid = page.grid
    assert (grid.line, grid.column) == (1, 0)
    lines = []
    for _ in range(4):
        lines.append(grid.line)
        qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert lines == [1, 2, 4, 4]
    qtbot.keyClick(grid, Qt.Key.Key_End)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.column == 2
    qtbot.keyClick(grid, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert (grid.line, grid.column) == (1, 0)
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert (grid.line, grid.column) == (1, 0)


def test_enter_and_a_double_click_open_the_point(page, qtbot):
    page.grid.choose(*_place(page, BORN, "D41"))
    point = page.grid.point.point_id
    with qtbot.waitSignal(page.point_asked) as asked:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert asked.args == [point]
    spot = page.grid._line_box(1).center()
    with qtbot.waitSignal(page.point_asked) as asked:
        qtbot.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_the_current_cell_stays_when_something_is_recorded(page, told):
    page.grid.choose(*_place(page, COSSACK, "K48"))
    _claim(told, "Kononov", "Was he married?", Kind.YES_NO, "D41", "yes")
    assert page.grid.point.question == COSSACK
    assert page.grid.account.siglum == "K48"
    assert _cell(page, "Was he married?", "D41").answers == ("yes",)


def test_tooltips_tell_the_whole_cell(page):
    line, column = _place(page, MEN, "K48")
    box = page.grid._line_box(line)
    spot = QPoint(page.grid._column_box(column).center().x(), box.center().y())
    assert page.grid._words_at(spot) == "K48, Kononov, How many men crossed: 900; contradicts"
    assert page.grid._words_at(QPoint(4, box.center().y())) == f"Kononov: {MEN}"
    assert "hold the others against it" in page.grid._words_at(QPoint(spot.x(), 4))


def test_nothing_recorded_says_what_to_do(bridge, qtbot):
    page = SynopsisPage(bridge)
    qtbot.addWidget(page)
    page.show()
    assert "record a claim" in page.nothing.text()
    assert not page.yardstick.isVisible()
    assert not page.commands["synopsis.export"].isEnabled()


def test_for_reading_only_nothing_is_noted(told, app, qtbot):
    path = told.path
    told.close()
    with Workspace.open(path, read_only=True) as reading:
        page = SynopsisPage(Bridge(reading))
        qtbot.addWidget(page)
        page.show()
        assert not page.commands["synopsis.searched"].isEnabled()
        assert page.commands["synopsis.hold"].isEnabled()


# A grid of any size


def _frame(points, accounts):
    return Frame(
        tuple(
            RowHead(n + 1, n // 20, f"Subject {n // 20}", f"point {n}", "?", "clear", True)
            for n in range(points)
        ),
        tuple(ColumnHead(n + 1, f"A{n}", "1941", "", f"S{n}") for n in range(accounts)),
    )


@pytest.fixture
def large(app, qtbot):
    """A grid of 2,000 points and 500 accounts that remembers what it read."""
    asked: list[int] = []

    def fetch(ids):
        asked.extend(ids)
        return {}

    grid = SynopsisGrid(fetch)
    qtbot.addWidget(grid)
    grid.resize(900, 500)
    grid.show()
    grid.show_frame(_frame(2_000, 500))
    return grid, asked


def test_only_rows_in_view_are_read(large, qtbot):
    grid, asked = large
    qtbot.waitUntil(lambda: not grid.cells.is_missing(grid._lines_seen()))
    assert len(asked) <= len(grid._lines_seen()) < 40
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    grid.viewport().repaint()
    qtbot.waitUntil(lambda: not grid.cells.is_missing(grid._lines_seen()))
    assert len(asked) < 80
    assert len(asked) == len(set(asked))


def test_only_columns_in_view_are_painted(large, monkeypatch):
    grid, _ = large
    painted = []
    monkeypatch.setattr(grid._paint, "paint_account", lambda *a, **_: painted.append(a[2]))
    grid.viewport().repaint()
    assert 0 < len(painted) < 12


def test_pages_and_ends_of_a_large_grid_come_into_view(large, qtbot):
    grid, _ = large
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert 5 < grid.line < 40
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.line == 1
    qtbot.keyClick(grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert (grid.point.point_id, grid.account.account_id) == (2_000, 500)
    assert grid._room().contains(grid._line_box(grid.line).center())
    assert grid._room().contains(grid._column_box(grid.column).left(), grid._room().bottom())


def test_rows_seen_long_ago_are_forgotten():
    cells = SynopsisCells(lambda ids: {point: {} for point in ids})
    cells.show_frame(_frame(2_000, 500))
    for line in range(len(cells.lines)):
        cells.get_cell(line, 0)
    assert cells.find_row(len(cells.lines) - 1) is not None
    assert cells.find_row(1) is None
    cells.read_some(range(30))
    assert sum(cells.find_row(line) is not None for line in range(30)) == 1


# In the window


def test_the_menu_shows_the_page_and_it_is_written(window, qtbot, tmp_path):
    window.menus.actions["synopsis"].trigger()
    assert window.desk.place.name == "synopsis"
    page = window.desk.page("synopsis")
    page.commands["synopsis.export"].trigger()
    dialog = window.findChild(ExportSynopsisDialog)
    target = tmp_path / "side by side.xlsx"
    dialog.target.setText(str(target))
    with qtbot.waitSignal(dialog.over, timeout=60_000):
        dialog.start()
    assert dialog.status.text() == f"Wrote {target}."
    book = openpyxl.load_workbook(target)
    words = {cell.value for row in book.active.iter_rows() for cell in row}
    assert {"K48", "✕ no", "≈ 900"} <= words
    book.close()
    dialog.close()


def test_another_ending_is_refused(app, qtbot, dossier, tmp_path):
    dialog = ExportSynopsisDialog(dossier, Settings(), Selection(), Yardstick())
    qtbot.addWidget(dialog)
    dialog.target.setText(str(tmp_path / "synopsis.pdf"))
    with qtbot.waitSignal(dialog.over, timeout=60_000):
        dialog.start()
    assert ".xlsx" in dialog.problem.text()


def test_a_cancelled_synopsis_leaves_nothing(dossier, tmp_path):
    def stop(progress):
        if progress.total:
            raise CancelledError

    target = tmp_path / "synopsis.xlsx"
    with pytest.raises(CancelledError):
        synopsis_work(dossier, target, Selection(), Yardstick())(stop)
    assert list(tmp_path.glob("*synopsis*")) == []
