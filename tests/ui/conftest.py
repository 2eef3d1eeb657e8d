"""What tests of the window may use: the application, small dossiers, the window, typed letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.answers import Kind
from app.services.claims import ClaimDraft, add_claim
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.settings import Settings

# The program sets this before it makes the application; here the first test makes it.
QApplication.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out the offscreen platform's remarks on frames, popups and grabs that it lacks."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def deleted_widgets() -> Iterator[None]:
    """Delete the widgets of the test before: without a running loop Qt keeps them all."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    """The application as the program sets it up."""
    from app.bootstrap import make_application

    return make_application(Settings())


@pytest.fixture
def bridge(app: QApplication, workspace: Workspace) -> Iterator[Bridge]:
    """The bridge of an empty dossier."""
    made = Bridge(workspace)
    yield made
    made.deleteLater()


CLAIMS = (
    # subject, question, kind, siglum, locator, answer
    ("Ivan Kononov", "When was his father executed?", Kind.DATE, "K48", "p. 2", "1918"),
    ("Ivan Kononov", "When was his father executed?", Kind.DATE, "RA", "fol. 3", "1916"),
    ("Ivan Kononov", "How many men crossed?", Kind.QUANTITY, "K48", "p. 3", "900"),
    ("Ivan Kononov", "How many men crossed?", Kind.QUANTITY, "D41", "fol. 75", "about 1000"),
    ("436-й стрелковый полк", "Was it encircled?", Kind.YES_NO, "K48", "p. 4", "no"),
    ("436-й стрелковый полк", "Was it encircled?", Kind.YES_NO, "D41", "fol. 76", "yes"),
    ("Bürgermeister Größ", "When did he die?", Kind.DATE, "D41", "fol. 77", "1944"),
)


def fill(workspace: Workspace) -> None:
    """Record seven claims on four points: two contradicted, one in tension, one clear."""
    for subject, question, kind, siglum, locator, answer in CLAIMS:
        add_claim(
            workspace,
            ClaimDraft(
                subject=subject, question=question, kind=kind, siglum=siglum, locator=locator,
                answer=answer,
            ),
        )  # fmt: skip


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A dossier with seven claims on four points."""
    fill(workspace)
    return workspace


@pytest.fixture
def filled_bridge(app: QApplication, filled: Workspace) -> Iterator[Bridge]:
    """The bridge of the dossier with seven claims."""
    made = Bridge(filled)
    yield made
    made.deleteLater()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The path of a closed dossier with seven claims."""
    path = tmp_path / "kononov.variorum"
    with Workspace.create(path) as made:
        fill(made)
    return path


@pytest.fixture
def window(app: QApplication, qtbot, dossier: Path):
    """The window on the dossier with seven claims."""
    from app.bootstrap import make_window

    made = make_window(dossier, Settings())
    qtbot.addWidget(made)
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Type any letters, which ``qtbot.keyClicks`` cannot do beyond ASCII."""

    def type_letters(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, event)

    return type_letters
