"""Saving a copy from the menu: where it went is said, the open dossier is never written over."""

from __future__ import annotations

from app.services.overview import find_most_contested
from app.services.workspace import Workspace
from app.ui.dialogs.save_copy import SaveCopyDialog


def _asked(window) -> SaveCopyDialog:
    window.menus.actions["save_copy"].trigger()
    return window.findChild(SaveCopyDialog)


def test_a_copy_is_written_and_said_where(window, qtbot, tmp_path):
    dialog = _asked(window)
    assert dialog.target.text().endswith(".variorum")
    dialog.target.setText(str(tmp_path / "carried"))
    with qtbot.waitSignal(dialog.over):
        dialog.start()
    written = tmp_path / "carried.variorum"
    assert dialog.status.text() == f"Wrote {written}."
    assert dialog.open_folder.isVisible()
    assert not dialog.open_report.isVisible()
    with Workspace.open(written, read_only=True) as copy:
        assert find_most_contested(copy) == find_most_contested(window.session.bridge.workspace)


def test_the_open_dossier_is_not_written_over(window, qtbot):
    path = window.session.bridge.workspace.path
    before = path.read_bytes()
    dialog = _asked(window)
    dialog.target.setText(str(path))
    assert "another name" in dialog.remark.text()
    with qtbot.waitSignal(dialog.over):
        dialog.start()
    assert "the dossier itself" in dialog.problem.text()
    assert path.read_bytes() == before
