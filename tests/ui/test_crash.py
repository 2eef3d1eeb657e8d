import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.domain.errors import UserError
from app.ui.crash import CrashDialog, Crashes, crash_text, keep_crash


@pytest.fixture
def hooks():
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def failure() -> BaseException:
    try:
        return 1 // 0  # type: ignore[return-value]
    except ZeroDivisionError as error:
        return error


def test_a_report_names_versions_and_the_place():
    text = crash_text(failure())
    assert text.startswith("Variorum ")
    assert "Python" in text.splitlines()[0]
    assert "ZeroDivisionError" in text
    assert "test_crash.py" in text


def test_a_report_is_kept_in_the_log_folder(own_folders):
    path = keep_crash("what happened")
    assert own_folders in path.parents
    assert path.read_text() == "what happened"


def test_a_report_that_cannot_be_kept_can_still_be_read(qtbot, monkeypatch):
    def refuse():
        raise OSError("disk full")

    monkeypatch.setattr("app.ui.crash.log_folder", refuse)
    assert keep_crash("x") is None
    dialog = CrashDialog("x", None)
    qtbot.addWidget(dialog)
    dialog.show()


def test_what_nobody_caught_becomes_a_dialog_and_a_sentence(qtbot, capsys, hooks):
    said: list[str] = []
    crashes = Crashes(said.append)
    crashes.install()
    error = failure()
    sys.excepthook(type(error), error, error.__traceback__)
    dialog = crashes.dialog
    assert isinstance(dialog, CrashDialog)
    qtbot.addWidget(dialog)
    assert "ZeroDivisionError" in dialog.report.toPlainText()
    dialog._on_copy_clicked()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    sys.excepthook(UserError, UserError("The disk is full."), None)
    assert said == ["The disk is full."]
    assert capsys.readouterr().err == ""


def test_a_failure_in_another_thread_comes_to_the_window(qtbot, hooks):
    crashes = Crashes(lambda _: None)
    crashes.install()
    seen: list[object] = []
    crashes._caught.connect(seen.append)
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, CrashDialog):
            widget.close()
