import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.bootstrap import make_window, open_first, picture_of_window, run_window
from app.domain.errors import UserError
from app.services.dossiers import make_sample
from app.services.workspace import Workspace
from app.ui.main_window import MainWindow
from app.ui.settings import Settings


@pytest.fixture(autouse=True)
def no_remarks_of_the_platform(request):
    request.applymarker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


def test_a_picture_of_the_sample_is_written(qapp, tmp_path):
    make_sample(tmp_path / "k.variorum").close()
    picture_of_window(tmp_path / "k.variorum", tmp_path / "k.png")
    picture = QImage(str(tmp_path / "k.png"))
    assert (picture.width(), picture.height()) == (1280, 800)
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1280, 7) for y in range(0, 800, 7)}
    assert len(colours) > 30  # text, not an empty page
    assert sorted(path.name for path in tmp_path.glob("k.*")) == ["k.png", "k.variorum"]


def test_a_picture_of_something_else_is_one_sentence(qapp, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Boris Ivanovich," * 9)
    with pytest.raises(UserError, match=r"letter\.txt is not a Variorum dossier"):
        picture_of_window(tmp_path / "letter.txt", tmp_path / "k.png")


def test_without_a_path_the_last_dossier_is_opened(qapp, qtbot, tmp_path):
    Workspace.create(tmp_path / "last.variorum").close()
    window = make_window(tmp_path / "last.variorum", Settings())
    window.close()
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    open_first(again, None)
    assert again.session.bridge.workspace.path == tmp_path / "last.variorum"
    again.menus.actions["close"].trigger()
    again.close()
    third = MainWindow(Settings())
    qtbot.addWidget(third)
    open_first(third, None)
    assert third.session.bridge is None
    assert third.welcome.isVisibleTo(third)


@pytest.fixture
def hooks(monkeypatch):
    before = sys.excepthook, threading.excepthook
    monkeypatch.setattr("app.bootstrap.signal.signal", lambda *_: None)
    yield
    sys.excepthook, threading.excepthook = before


@pytest.mark.parametrize("name", ["some.variorum", "letter.txt"])
def test_the_window_opens_what_it_is_given_and_runs_until_it_is_closed(qapp, tmp_path, hooks, name):
    Workspace.create(tmp_path / "some.variorum").close()
    (tmp_path / "letter.txt").write_text("Dear Boris Ivanovich,")
    seen: list[tuple[bool, str]] = []

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                is_open, said = window.session.bridge is not None, window.notices.label.text()
                if is_open or said:
                    seen.append((is_open, said))
                    window.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    assert run_window(tmp_path / name) == 0
    timer.stop()
    is_open, said = seen[0]
    assert is_open == name.endswith(".variorum")
    assert said == ("" if is_open else "letter.txt is not a Variorum dossier.")
