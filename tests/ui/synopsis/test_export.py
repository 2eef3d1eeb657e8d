"""The synopsis as a workbook, from the window."""

from __future__ import annotations

import openpyxl
import pytest

from app.domain.synopsis import Yardstick
from app.services.synopsis import Selection
from app.ui.dialogs.export_synopsis import ExportSynopsisDialog, synopsis_work
from app.ui.settings import Settings
from app.ui.tasks import CancelledError


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
