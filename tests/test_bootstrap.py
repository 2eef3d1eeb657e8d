import pytest
from PySide6.QtGui import QImage

from app.bootstrap import make_window, open_first, picture_of_window
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
