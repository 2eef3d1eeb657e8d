"""Write pictures of every page and dialog, light and dark, on the sample: ``screenshots.py DIR``.

Made offscreen, with the program's own fonts, so that they are the same on every machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.bootstrap import make_window, show_title_point
from app.services.completing import find_source_by_key
from app.services.dossiers import SAMPLE_NAME, make_sample
from app.services.rules import list_rules
from app.ui.main_window import MainWindow
from app.ui.panels.audit_page import AuditPage
from app.ui.panels.what_if_page import WhatIfPage
from app.ui.settings import Settings
from app.ui.supposition import Supposed

SIZES = {"": (1280, 800), "-small": (1000, 650)}
DIALOGS = ("import", "export", "save_copy", "properties", "shortcuts", "words", "about")
_SETTLE = 120
"""Milliseconds in which a page fetches what it shows and draws it."""


class Pictures:
    """Takes pictures of one window into a folder."""

    def __init__(self, window: MainWindow, folder: Path, ending: str) -> None:
        self.window, self._folder, self._ending = window, folder, ending

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Write what the window, or the given widget, shows."""
        QTest.qWait(_SETTLE)
        path = self._folder / f"{name}-{self._ending}.png"
        (widget or self.window).grab().save(str(path))
        sys.stdout.write(f"{path}\n")


def show_place(name: str) -> Callable[[MainWindow], None]:
    """Return what shows one of the places of the navigation."""

    def show(window: MainWindow) -> None:
        window.commands.show_place(name)

    return show


def scroll_down(window: MainWindow) -> None:
    """Show the lower part of a point's page: claims, flags, judgement."""
    show_title_point(window)
    if window.desk is not None:
        area = window.desk.page("point").findChild(QWidget, "qt_scrollarea_viewport")
        bar = getattr(area.parent(), "verticalScrollBar", None) if area else None
        if bar is not None:
            bar().setValue(bar().maximum())


def record_claim(window: MainWindow) -> None:
    """Type a claim, so that its reading and its verdicts are shown before it is kept."""
    show_title_point(window)
    if window.desk is not None:
        line = window.desk.record_line.line
        for field, text in ((line.answer, "a battalion"), (line.account, "D41")):
            field.setFocus()
            QTest.keyClicks(field, text)
        QTest.qWait(3 * _SETTLE)


def clear_line(window: MainWindow) -> None:
    """Empty the line again."""
    if window.desk is not None:
        line = window.desk.record_line.line
        for field in (line.account, line.answer):
            field.setFocus()
            field.selectAll()
            QTest.keyClick(field, Qt.Key.Key_Delete)


def show_rule(kind: str) -> Callable[[MainWindow], None]:
    """Return what shows the first rule of a kind with its chain."""

    def show(window: MainWindow) -> None:
        if window.desk is not None:
            workspace = window.desk.bridge.workspace
            found = (rule.id for rule in list_rules(workspace) if rule.kind == kind)
            window.desk.show_chain(next(found, 0))

    return show


def show_stemma(window: MainWindow) -> None:
    """Show the stemma of the point that most needs a judgement, with a version brought out."""
    show_title_point(window)
    if window.desk is not None:
        window.desk.show_stemma(window.desk.place.id)


def search(window: MainWindow) -> None:
    """Show what a word finds."""
    window.commands.search()
    window.search.setText("father")
    window.search.search_now()


def refuse(window: MainWindow) -> None:
    """Show how something that cannot be done is said."""
    window.search.close_results()
    window.search.clear()
    window.notices.say(
        "kononov.variorum is open in another window or program; close it there, or open it here "
        "for reading only.",
        "Open for &reading",
    )


def suppose(name: str) -> Callable[[MainWindow], None]:
    """Return what shows a page while one source is set aside."""

    def show(window: MainWindow) -> None:
        if window.desk is not None:
            source = find_source_by_key(window.desk.bridge.workspace, "K48")
            if source is not None:
                window.desk.supposed.add(Supposed("source", source.id, source.key))
        if name == "point":
            show_title_point(window)
        else:
            show_place(name)(window)
        while window.desk is not None and window.desk.supposed.is_busy:
            QTest.qWait(_SETTLE)

    return show


def suppose_flags(window: MainWindow) -> None:
    """Show the flags that would be gone or new while one source is set aside."""
    suppose("what_if")(window)
    page = window.desk.page("what_if") if window.desk is not None else None
    if isinstance(page, WhatIfPage):
        page.show_part("flags")


def show_audit(window: MainWindow) -> None:
    """Show what the first author makes of the places he cites."""
    show_place("audit")(window)
    page = window.desk.page("audit") if window.desk is not None else None
    if isinstance(page, AuditPage):
        while page.reckoning.is_busy:
            QTest.qWait(_SETTLE)


def show_linchpins(window: MainWindow) -> None:
    """Show on which sources most hangs, when that is reckoned; nothing is set aside any more."""
    if window.desk is not None:
        window.desk.supposed.clear()
        show_place("what_if")(window)
        page = window.desk.page("what_if")
        if isinstance(page, WhatIfPage):
            page.show_part("linchpins")
            QTest.qWait(_SETTLE)
            while page.linchpins.is_busy:
                QTest.qWait(_SETTLE)


PAGES: tuple[tuple[str, Callable[[MainWindow], None]], ...] = (
    ("point", show_title_point),
    ("record", record_claim),
    ("point-below", scroll_down),
    ("contradictions", show_place("contradictions")),
    ("sources", show_place("sources")),
    ("accounts", show_place("accounts")),
    ("subjects", show_place("subjects")),
    ("rules-dates", show_rule("duration")),
    ("rules-sums", show_rule("sum")),
    ("synopsis", show_place("synopsis")),
    ("timeline", show_place("timeline")),
    ("drift", show_place("drift")),
    ("reading-room", show_place("reading_room")),
    ("audit", show_audit),
    ("what-if", suppose("what_if")),
    ("what-if-point", suppose("point")),
    ("what-if-flags", suppose_flags),
    ("what-if-inbox", suppose("contradictions")),
    ("linchpins", show_linchpins),
    ("stemma", show_place("stemma")),
    ("stemma-point", show_stemma),
    ("search", search),
    ("notice", refuse),
)


def take_pages(pictures: Pictures) -> None:
    """Take every page."""
    for name, show in PAGES:
        show(pictures.window)
        pictures.take(name)
        clear_line(pictures.window)
    pictures.window.notices.hide()


def take_dialogs(pictures: Pictures) -> None:
    """Take every dialog that the menus open."""
    for name in DIALOGS:
        pictures.window.commands.do(name)
        dialog = next(
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible()
        )
        pictures.take(f"dialog-{name}", dialog)
        dialog.close()
        QTest.qWait(_SETTLE)


def take_all(dossier: Path, folder: Path, settings: Settings, scheme: str) -> None:
    """Take everything in one colour scheme."""
    settings.scheme = scheme
    for suffix, size in SIZES.items():
        window = make_window(dossier, settings)
        window.resize(*size)
        pictures = Pictures(window, folder, scheme + suffix)
        take_pages(pictures)
        take_dialogs(pictures)
        window.session.close()
        pictures.take("welcome")
        window.close()


def main(folder: Path) -> None:
    """Write all pictures into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        dossier = Path(place) / SAMPLE_NAME
        make_sample(dossier).close()
        settings = Settings(Path(place) / "window.ini")
        for scheme in ("light", "dark"):
            take_all(dossier, folder, settings, scheme)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
