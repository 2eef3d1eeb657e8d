"""The synopsis of a dossier: heads, windows of cells, notes on searches, and the workbook."""

import io

import openpyxl
import pytest

from app.domain.comparison import Verdict
from app.domain.errors import UserError
from app.domain.records import Source, Standing, Status
from app.domain.synopsis import CellState, Yardstick
from app.services.judgements import judge_point
from app.services.searches import find_search, note_search, note_searches
from app.services.sources import add_source
from app.services.synopsis import (
    Selection,
    get_frame,
    get_rows,
    judged_yardstick,
    list_column_heads,
)
from app.services.synopsis_export import write_synopsis
from tests.services.support import dump, riot


@pytest.fixture
def town(workspace, tmp_path):
    riot(workspace, tmp_path)
    return workspace


def heads(frame):
    return [row.question for row in frame.rows], [column.siglum for column in frame.columns]


def ids(frame):
    return (
        {row.question: row.point_id for row in frame.rows},
        {column.siglum: column.account_id for column in frame.columns},
    )


def test_heads_by_subject_and_in_order_of_telling(town):
    assert heads(get_frame(town)) == (
        ["How did he die?", "What was he like?", "When did it begin?", "How many took part?",
         "Did it burn?"],
        ["Br1", "Ch1", "Ne1", "Оз1", "Br2"],
    )  # fmt: skip


def test_selections(town):
    frame = get_frame(town)
    riot_id = next(row.subject_id for row in frame.rows if row.subject == "The riot")
    questions, sigla = heads(get_frame(town, Selection(subject_ids=(riot_id,), is_core=False)))
    assert questions == ["When did it begin?", "How many took part?"]
    assert sigla == ["Br1", "Ch1", "Ne1", "Оз1", "Br2"]
    assert "Did it burn?" not in heads(get_frame(town, Selection(contested=True)))[0]
    assert heads(get_frame(town, Selection(is_core=True)))[0] == [
        "How did he die?", "What was he like?", "Did it burn?",
    ]  # fmt: skip
    hard = get_frame(town, Selection(contradicted=True)).rows
    assert [row.status for row in hard] == ["contradicted"] * len(hard) != []
    only = frozenset({ids(frame)[1]["Br2"]})
    assert heads(get_frame(town, Selection(account_ids=only)))[1] == ["Br2"]


def test_cells_of_a_window_with_notes(town):
    points, accounts = ids(get_frame(town))
    begin, burn = points["When did it begin?"], points["Did it burn?"]
    note_search(town, accounts["Br2"], burn, CellState.SEARCHED, "read twice")
    note_search(town, accounts["Оз1"], burn, CellState.UNREAD)
    rows = get_rows(town, [begin, burn], Yardstick(account_id=accounts["Br1"]))
    assert rows[begin][accounts["Br2"]].verdict is Verdict.CONTRADICTS
    assert rows[begin][accounts["Ne1"]].state is CellState.SILENT
    assert rows[burn][accounts["Br2"]].state is CellState.SEARCHED
    assert rows[burn][accounts["Оз1"]].state is CellState.UNREAD
    assert accounts["Ne1"] not in rows[burn]


def test_a_note_is_changed_taken_back_undone_and_refused_beside_a_claim(town):
    points, accounts = ids(get_frame(town))
    burn = points["Did it burn?"]
    before = dump(town)
    note_search(town, accounts["Br2"], burn, CellState.UNREAD)
    note_search(town, accounts["Br2"], burn, CellState.SEARCHED, "in vain")
    assert find_search(town, accounts["Br2"], burn).note == "in vain"
    note_search(town, accounts["Br2"], burn, CellState.UNKNOWN)
    assert dump(town) == before
    town.undo()
    assert find_search(town, accounts["Br2"], burn).state == "searched"
    with pytest.raises(UserError, match="speaks to this point already"):
        note_search(town, accounts["Br1"], burn, CellState.SEARCHED)
    with pytest.raises(UserError, match="as a claim"):
        note_search(town, accounts["Br2"], burn, CellState.SILENT)


def test_an_account_that_gives_no_answer_is_noted_on_many_points_in_one_step(town):
    points, _ = ids(get_frame(town))
    add_source(town, Source(id=0, key="Pe9", type="diary", title="Diary", date="1849"))
    silent = next(h.account_id for h in list_column_heads(town) if h.siglum == "Pe9")
    assert silent not in ids(get_frame(town))[1].values()
    assert silent in {head.account_id for head in list_column_heads(town)}
    burn, before = points["Did it burn?"], dump(town)
    note_search(town, silent, burn, CellState.SEARCHED, "in vain")
    note_searches(town, silent, points.values(), CellState.UNREAD, "film ordered")
    rows = get_rows(town, points.values())
    found = {name: rows[point][silent].state for name, point in points.items()}
    assert found.pop("Did it burn?") is CellState.SEARCHED
    assert set(found.values()) == {CellState.UNREAD}
    assert silent in ids(get_frame(town))[1].values()
    with pytest.raises(UserError, match="on every one of these points"):
        note_searches(town, silent, points.values(), CellState.UNREAD)
    town.undo()
    assert find_search(town, silent, points["When did it begin?"]) is None
    assert find_search(town, silent, burn).note == "in vain"
    town.undo()
    assert dump(town) == before


def test_notes_on_many_points_pass_over_those_that_are_answered(town):
    points, accounts = ids(get_frame(town))
    before = get_rows(town, points.values())
    note_searches(town, accounts["Br1"], points.values(), CellState.UNREAD)
    after = get_rows(town, points.values())
    for point in points.values():
        cell = before[point].get(accounts["Br1"])
        state = cell.state if cell else CellState.UNREAD
        assert after[point][accounts["Br1"]].state is state


def test_what_is_judged_can_be_the_yardstick(town):
    points, accounts = ids(get_frame(town))
    begin = points["When did it begin?"]
    judge_point(town, begin, Status.PROVISIONAL, "", {1: (Standing.PREFERRED, "two accounts")})
    row = get_rows(town, [begin], judged_yardstick(town, [begin]))[begin]
    assert row[accounts["Br1"]].is_chosen
    assert row[accounts["Ch1"]].is_chosen
    assert row[accounts["Br2"]].verdict is Verdict.CONTRADICTS


def test_the_workbook_holds_every_cell_as_text(town, tmp_path):
    path = tmp_path / "synopsis.xlsx"
    points, accounts = ids(get_frame(town))
    note_search(town, accounts["Br2"], points["Did it burn?"], CellState.SEARCHED)
    write_synopsis(town, path, yardstick=Yardstick(account_id=accounts["Br1"]))
    sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).active
    table = {
        (sheet.cell(row, 2).value, sheet.cell(1, column).value): sheet.cell(row, column)
        for row in range(4, sheet.max_row + 1)
        for column in range(3, sheet.max_column + 1)
    }
    assert table["When did it begin?", "Br1"].value == "2 May 1848"
    assert table["When did it begin?", "Br2"].value == "✕ 1 May 1848"
    assert table["When did it begin?", "Ne1"].value == "om."
    assert table["Did it burn?", "Br2"].value == "searched, not found"
    assert table["Did it burn?", "Оз1"].value is None
    figure = table["How many took part?", "Оз1"]
    assert (figure.value, figure.data_type) == ("≈ 350", "s")
    assert sheet.freeze_panes == "C4"


def test_another_ending_is_refused(town, tmp_path):
    with pytest.raises(UserError, match=r"written as \.xlsx"):
        write_synopsis(town, tmp_path / "synopsis.csv")
