import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.errors import UserError
from app.services.report_sections import SECTIONS
from app.ui.dialogs import export_report
from app.ui.dialogs.export_report import FORMATS, ExportDialog, report_work
from app.ui.settings import Settings
from app.ui.tasks import CancelledError, Progress

STARTS = {".pdf": b"%PDF-", ".docx": b"PK", ".html": b"<!", ".md": b"# "}


@pytest.fixture
def dialog(app, qtbot, dossier):
    made = ExportDialog(dossier, Settings())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_on_offer_is_written(dialog, qtbot, tmp_path, ending):
    dialog.target.setText(str(tmp_path / "report.txt"))
    dialog.choose_format(ending)
    assert dialog.formats[ending].isChecked()
    with qtbot.waitSignal(dialog.over, timeout=60_000):
        qtbot.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)
    report = tmp_path / f"report{ending}"
    assert report.read_bytes().startswith(STARTS[ending])
    assert dialog.status.text() == f"Wrote {report}."
    assert dialog.open_folder.isVisible()
    assert [path.name for path in tmp_path.glob(".report*")] == []


def test_sections_are_offered_written_and_remembered(dialog, qtbot, tmp_path, dossier):
    assert list(dialog.sections) == list(SECTIONS)
    assert not any(choice.isChecked() for choice in dialog.sections.values())
    for name in ("witnesses", "reading-room"):
        dialog.sections[name].click()
    dialog.target.setText(str(tmp_path / "report.md"))
    with qtbot.waitSignal(dialog.over, timeout=60_000):
        dialog.start()
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "\n## Witnesses\n" in text
    assert "\n## Reading room\n" in text
    assert "\n## Drift\n" not in text
    again = ExportDialog(dossier, Settings())
    qtbot.addWidget(again)
    chosen = [name for name, choice in again.sections.items() if choice.isChecked()]
    assert chosen == ["witnesses", "reading-room"]


def test_letters_to_jump_by_are_each_given_once(dialog):
    buttons = [*dialog.formats.values(), *dialog.sections.values(), dialog.start_button]
    letters = [b.shortcut().toString() for b in buttons]
    assert len(set(letters)) == len(letters)


def test_a_folder_that_is_not_there_is_refused(dialog, tmp_path):
    dialog.target.setText(str(tmp_path / "nowhere" / "report.pdf"))
    dialog.start()
    assert "There is no folder" in dialog.problem.text()
    assert not dialog.is_busy
    dialog.target.setText("")
    dialog.start()
    assert dialog.problem.text().endswith("Name the file to write.")


def test_an_ending_that_no_report_has_is_refused(dialog, qtbot, tmp_path):
    dialog.target.setText(str(tmp_path / "report.doc"))
    with qtbot.waitSignal(dialog.over, timeout=60_000):
        dialog.start()
    assert "“.doc”" in dialog.problem.text()
    assert not (tmp_path / "report.doc").exists()


def test_a_report_that_is_there_is_named_before_it_is_replaced(dialog, tmp_path):
    (tmp_path / "old.pdf").write_bytes(b"old")
    dialog.target.setText(str(tmp_path / "old.pdf"))
    assert "will be replaced" in dialog.remark.text()


def test_cancelling_leaves_everything_as_it_was(dialog, qtbot, tmp_path, monkeypatch):
    reached, may_go_on = threading.Event(), threading.Event()

    def work(tell):
        reached.set()
        may_go_on.wait()
        tell(Progress(1, 2, "half"))

    monkeypatch.setattr(export_report, "report_work", lambda *_: work)
    dialog.target.setText(str(tmp_path / "report.pdf"))
    dialog.start()
    reached.wait()
    assert not dialog.fields.isEnabled()
    dialog.close()
    assert dialog.isVisible()
    assert dialog.status.text() == "Stopping…"
    with qtbot.waitSignal(dialog.over):
        may_go_on.set()
    assert dialog.status.text() == "Stopped; nothing was changed."
    assert dialog.start_button.isEnabled()


def test_a_cancelled_report_leaves_the_old_one(dossier, tmp_path):
    target = tmp_path / "report.md"
    target.write_text("old")
    told: list[Progress] = []

    def tell(progress: Progress) -> None:
        told.append(progress)
        if progress.words == "Writing the file":
            raise CancelledError

    with pytest.raises(CancelledError):
        report_work(dossier, target)(tell)
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.glob("*.md")) == ["report.md"]
    assert [p.words for p in told][:2] == [
        "Gathering what was found",
        "Gathering what was found: 1 of 4",
    ]


def test_a_dossier_that_is_gone_is_one_sentence(tmp_path):
    with pytest.raises(UserError, match="There is no file"):
        report_work(tmp_path / "gone.variorum", tmp_path / "r.md")(lambda _: None)


def test_the_window_exports_while_its_dossier_stays_open(window, qtbot, tmp_path):
    window.menus.actions["export"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    assert Path(dialog.target.text()).name == "kononov.pdf"
    dialog.target.setText(str(tmp_path / "r.html"))
    with qtbot.waitSignal(dialog.over, timeout=60_000):
        dialog.start()
    assert (tmp_path / "r.html").exists()
    dialog.reject()
    window.menus.actions["undo"].trigger()
    assert window.menus.actions["redo"].isEnabled()


def test_every_part_of_the_dialog_has_its_height(dialog, qtbot):
    dialog.show()
    qtbot.waitUntil(lambda: dialog.height() >= dialog.sizeHint().height())
    for part in (dialog.target, *dialog.formats.values(), *dialog.sections.values()):
        assert part.height() >= part.minimumSizeHint().height()
