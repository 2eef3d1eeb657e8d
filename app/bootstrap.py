"""The composition root of the window: the only file that knows every concrete thing.

``run_window`` is what ``variorum [FILE]`` does; ``make_window`` is the same without the loop, for
pictures and tests.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.domain.errors import UserError
from app.services.searching import search
from app.ui.crash import Crashes
from app.ui.fonts import apply_font_size, load_fonts
from app.ui.icons import program_icon
from app.ui.main_window import MainWindow
from app.ui.settings import Settings
from app.ui.theme import apply_theme, follow_system

TITLE_POINT = "Who crossed the line with Kononov on 22 August 1941?"
_PICTURE_SIZE = (1280, 800)
_TICK = 500
"""Milliseconds between two moments in which Python looks for signals."""


def make_application(settings: Settings) -> QApplication:
    """Return the one application, with its typefaces, colours and size of letters."""
    # A style sheet otherwise keeps fonts and colours from reaching the widgets it styles.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Variorum")
    app.setDesktopFileName("variorum")
    app.setStyle("Fusion")
    load_fonts()
    apply_font_size(app, settings.font_size)
    apply_theme(app, settings.scheme)
    app.setWindowIcon(program_icon())
    return app


def run_window(path: Path | None) -> int:
    """Open the window on a dossier (the last one, or the welcome page) and stay until it closes."""
    settings = Settings()
    app = make_application(settings)
    follow_system(app)
    window = MainWindow(settings)
    crashes = Crashes(window.say, window)
    crashes.install()
    window.crashed.connect(crashes.show)
    ticking = close_on_signals(window)
    window.show()
    # The window is on the screen before the dossier is read.
    QTimer.singleShot(0, lambda: open_first(window, path))
    status = app.exec()
    ticking.stop()
    return status


def close_on_signals(window: MainWindow) -> QTimer:
    """Close the window on Ctrl+C in the terminal; the timer lets Python see the signal."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: window.close())
    ticking = QTimer(window)
    ticking.timeout.connect(lambda: None)
    ticking.start(_TICK)
    return ticking


def open_first(window: MainWindow, path: Path | None) -> None:
    """Open the given dossier, else the last one if it is still there."""
    last = window.settings.last_dossier
    if path is not None:
        window.session.open(path)
    elif last is not None and last.is_file():
        window.session.open(last)


def make_window(path: Path, settings: Settings, *, read_only: bool = False) -> MainWindow:
    """Return the window on a dossier, shown; raises ``UserError`` when that cannot be opened."""
    make_application(settings)
    window = MainWindow(settings)
    refusals: list[str] = []
    window.session.refused.connect(refusals.append)
    window.session.reading_offered.connect(lambda _, sentence: refusals.append(sentence))
    if not window.session.open(path, read_only=read_only):
        window.close()
        raise UserError(refusals[0])
    window.show()
    return window


def picture_of_window(path: Path, png: Path) -> None:
    """Write a picture of the window on a dossier, showing the point that most needs judging."""
    settings = Settings(png.with_suffix(".ini"))
    try:
        window = make_window(path, settings, read_only=True)
        window.resize(*_PICTURE_SIZE)
        show_title_point(window)
        save_picture(window, png)
        window.close()
    finally:
        png.with_suffix(".ini").unlink(missing_ok=True)


def show_title_point(window: MainWindow) -> None:
    """Show the point that the sample is named for, where the dossier has it."""
    bridge, desk = window.session.bridge, window.desk
    if bridge is None or desk is None:
        return
    for found in search(bridge.workspace, TITLE_POINT):
        if found.kind == "point" and found.title == TITLE_POINT:
            desk.show_point(found.id)


def save_picture(window: MainWindow, png: Path) -> None:
    """Let the window settle and write what it shows; raises ``UserError`` when it cannot."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 500)
    if not window.grab().save(str(png), "PNG"):
        raise UserError(f"{png} cannot be written; choose another place.")
