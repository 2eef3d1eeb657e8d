from app.domain.comparison import Verdict
from app.domain.synopsis import Cell, CellState, ColumnHead, RowHead
from app.reports.document import Document, Table
from app.reports.formats import render
from app.reports.synopsis_section import SideBySide, synopsis_section


def point(number, heading, *, is_core=True):
    return RowHead(number, 1, "Regiment", heading, heading, "clear", is_core)


def account(number):
    return ColumnHead(number, f"A{number}", f"194{number}" if number < 10 else "", "", "S")


def told(*answers, **verdict):
    return Cell(CellState.ANSWERED, answers, **verdict)


def words(*found, judged=False):
    blocks = tuple(synopsis_section(found, judged=judged))
    return render(Document("Report", blocks=blocks), ".md").decode()


def test_answers_stand_side_by_side_with_their_verdicts_in_words():
    row = {
        1: told("900", is_chosen=True),
        2: told("3", verdict=Verdict.CONTRADICTS),
        3: Cell(CellState.SILENT),
        4: Cell(CellState.SEARCHED),
        5: Cell(CellState.UNREAD),
    }
    sheet = SideBySide("Regiment", [point(7, "men who crossed?")], [*map(account, range(1, 6))],
                       {7: row})  # fmt: skip
    text = words(sheet, judged=True)
    assert "| Point | **A1** 1941 | **A2** 1942 | **A3** 1943 | **A4** 1944 | **A5** 1945 |" in text
    assert (
        "| **men who crossed** | **900** | *contradicts:* 3 | *om.* | *searched, not found* "
        "| *not yet read* |"
    ) in text
    assert "judged accepted or preferred" in text


def test_many_accounts_are_set_in_even_parts_and_rows_without_anything_left_out():
    accounts = [*map(account, range(1, 8))]
    rows = {7: {n: told("yes") for n in range(1, 8)}, 8: {1: told("no")}}
    sheet = SideBySide("Regiment", [point(7, "a"), point(8, "b", is_core=False)], accounts, rows)
    tables = [block for block in synopsis_section([sheet]) if isinstance(block, Table)]
    assert [len(table.columns) for table in tables] == [5, 4]
    assert [len(table.rows) for table in tables] == [2, 1]


def test_of_very_many_accounts_those_that_say_most_are_shown_and_the_rest_counted():
    accounts = [*map(account, range(1, 41))]
    rows = {7: {n: told("yes") for n in range(1, 41)}, 8: {n: told("no") for n in range(11, 41)}}
    text = words(SideBySide("Regiment", [point(7, "a"), point(8, "b")], accounts, rows))
    assert "Of 40 accounts the 30 that answer most points are shown" in text
    assert "**A40** undated" in text
    assert "**A10** " not in text


def test_without_accounts_the_section_says_so():
    assert "No account speaks to a point yet." in words(SideBySide("Regiment", [], [], {}))
