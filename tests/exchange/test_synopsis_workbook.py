"""The workbook of a synopsis: no text becomes a formula, a link or a number."""

import io

import openpyxl

from app.domain.comparison import Verdict
from app.domain.synopsis import Cell, CellState, ColumnHead, Frame, RowHead
from app.exchange.synopsis_workbook import cell_text, write_synopsis_workbook


def test_hostile_and_long_texts_stay_texts():
    frame = Frame(
        (RowHead(1, 1, "=SUM(A1)", "+7", "+7", "clear", True),),
        tuple(ColumnHead(n, siglum, "1918", "@x", "k") for n, siglum in enumerate("ABCD")),
    )
    words = ("=1+1", "http://example.org", "1918", "ж" * 40_000)
    cells = {n: Cell(CellState.ANSWERED, (text,)) for n, text in enumerate(words)}
    content = write_synopsis_workbook(frame, [cells])
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    found = [sheet.cell(4, column) for column in range(1, 7)]
    assert {cell.data_type for cell in found} == {"s"}
    assert [cell.value for cell in found[:5]] == ["=SUM(A1)", "+7", *words[:3]]
    assert not sheet._hyperlinks


def test_marks_beside_colours():
    assert cell_text(Cell(CellState.ANSWERED, ("1918",), verdict=Verdict.CONTRADICTS)) == "✕ 1918"
    chosen = Cell(CellState.ANSWERED, ("1918",), verdict=Verdict.AGREES, is_chosen=True)
    assert cell_text(chosen) == "1918"
    states = {state: cell_text(Cell(state)) for state in CellState if state != "answered"}
    assert len(set(states.values())) == 4
    assert states[CellState.UNKNOWN] == ""
