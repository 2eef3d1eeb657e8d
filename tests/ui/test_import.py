from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services.findings import count_rows
from app.ui.dialogs.import_sheets import ImportDialog


@pytest.fixture
def sheets(tmp_path: Path) -> list[Path]:
    sources, claims = tmp_path / "sources.csv", tmp_path / "claims.csv"
    sources.write_text("key,title,date\nÖ12,Über die Donau,1912\n", encoding="utf-8")
    claims.write_text(
        "subject,question,answer_type,source,locator,answer\n"
        "Дон,How long is it?,quantity,Ö12,p. 1,1870 km\n",
        encoding="utf-8",
    )
    return [sources, claims]


@pytest.fixture
def dialog(window):
    window.menus.actions["import"].trigger()
    made = QApplication.activeModalWidget()
    assert isinstance(made, ImportDialog)
    return made


def run(dialog, qtbot):
    with qtbot.waitSignal(dialog.over, timeout=60_000):
        dialog.start()


def test_sheets_come_in_and_can_be_undone(window, dialog, sheets, qtbot):
    place = window.desk.place
    assert not dialog.start_button.isEnabled()
    dialog.add_sheets(sheets)
    assert dialog.start_button.isEnabled()
    run(dialog, qtbot)
    assert dialog.status.text() == ("Took in 1 source, 1 claim. Undo takes all of it out again.")
    workspace = window.session.bridge.workspace
    assert count_rows(workspace)["claim"] == 8
    assert window.desk.place == place
    dialog.reject()
    assert window.menus.actions["undo"].text() == "&Undo import sheets"
    window.menus.actions["undo"].trigger()
    assert count_rows(workspace)["claim"] == 7


def test_a_bad_row_is_named_and_nothing_comes_in(window, dialog, sheets, qtbot):
    with sheets[1].open("a", encoding="utf-8") as file:
        file.write("Дон,When was it bridged?,date,Ö12,p. 2,the day of the great frost\n")
    dialog.add_sheets(sheets)
    run(dialog, qtbot)
    assert "claims.csv" in dialog.problem.text()
    assert "line 3" in dialog.problem.text()
    assert window.session.bridge is not None
    assert count_rows(window.session.bridge.workspace)["source"] == 3
    assert dialog.sheets() == sheets


def test_a_sheet_is_listed_once_and_can_be_taken_off(dialog, sheets):
    dialog.add_sheets(sheets)
    dialog.add_sheets(sheets)
    assert dialog.sheets() == sheets
    dialog.list.selectAll()
    dialog._on_remove_clicked()
    assert dialog.sheets() == []
    assert not dialog.start_button.isEnabled()
    dialog.start()
    assert "at least one sheet" in dialog.problem.text()


def test_a_sheet_dropped_on_the_window_opens_the_dialog(window, sheets):
    window.commands.take_dropped(sheets)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    assert dialog.sheets() == sheets
