"""Excel workbooks mean what the same sheets mean as CSV."""

import csv
import datetime
import io

import openpyxl
import pytest

from app.domain.errors import UserError
from app.exchange.workbooks import read_workbook
from app.services.checking import check_dossier
from app.services.importing import import_sheets
from app.services.workspace import Workspace
from tests.services.support import CLAIMS, SOURCES, riot


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "riot.xlsx"
    made = openpyxl.Workbook()
    made.active.title = "leer"
    for title, text in (("Quellen", SOURCES), ("Aussagen", CLAIMS)):
        page = made.create_sheet(title)
        for row in csv.reader(io.StringIO(text)):
            page.append([int(cell) if cell.isdecimal() else cell or None for cell in row])
    made.save(path)
    return path


def test_a_workbook_is_found_to_be_what_the_csv_is(workspace, book, tmp_path):
    assert import_sheets(workspace, [book]).counts == {"sources": 5, "claims": 12}
    with Workspace.create(tmp_path / "csv.variorum") as other:
        riot(other, tmp_path)
        assert check_dossier(other) == check_dossier(workspace)


def test_cells_of_dates_and_numbers_are_texts(tmp_path):
    made = openpyxl.Workbook()
    made.active.append(["key", "date", "volume", "note"])
    made.active.append(["A1", datetime.date(1941, 8, 22), 3.0, True])
    made.save(tmp_path / "b.xlsx")
    (sheet,) = read_workbook(tmp_path / "b.xlsx")
    values = sheet.rows[0].values
    assert (values["date"], values["volume"], values["note"]) == ("1941-08-22", "3", "yes")


def test_a_bad_row_names_page_and_line(workspace, tmp_path):
    made = openpyxl.Workbook()
    made.active.title = "Quellen"
    made.active.append(["key", "date"])
    made.active.append(["A1", "the comet"])
    made.save(tmp_path / "b.xlsx")
    with pytest.raises(UserError, match=r"page Quellen, line 2: the date cannot be read"):
        import_sheets(workspace, [tmp_path / "b.xlsx"])


def test_what_is_no_workbook_is_refused(workspace, tmp_path):
    path = tmp_path / "b.xlsx"
    path.write_text("key,title\nA1,x\n")
    with pytest.raises(UserError, match="not an Excel workbook"):
        import_sheets(workspace, [path])
