from PySide6.QtWidgets import QApplication, QLabel

from app.services.dossiers import get_settings
from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.dossier_properties import PropertiesDialog
from app.ui.dialogs.leave import asked_to_leave
from app.ui.dialogs.shortcuts import ShortcutsDialog
from app.ui.menus import COMMANDS


def opened(kind):
    return next(
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, kind) and widget.isVisible()
    )


def test_title_author_and_scope_are_kept(window):
    window.menus.actions["properties"].trigger()
    dialog = opened(PropertiesDialog)
    assert dialog.title.text() == "kononov"
    dialog.title.setText("Der Übertritt")
    dialog.author.setText("Ж. Ä.")
    dialog.scope.setText("August 1941")
    dialog.accept()
    kept = get_settings(window.session.bridge.workspace)
    assert kept == {"title": "Der Übertritt", "author": "Ж. Ä.", "scope": "August 1941"}
    assert window.title.text() == "Der Übertritt"
    window.menus.actions["undo"].trigger()
    assert window.title.text() == "kononov"


def test_the_sheet_of_keys_names_every_command(window):
    window.menus.actions["shortcuts"].trigger()
    dialog = opened(ShortcutsDialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {command.text.replace("&", "").rstrip("…") for command in COMMANDS} <= words
    dialog.close()


def test_about_names_the_version(window):
    window.menus.actions["about"].trigger()
    dialog = opened(AboutDialog)
    assert any("Version 0." in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def test_leaving_is_only_done_on_purpose(window, monkeypatch):
    def choose(box, words):
        button = next(b for b in box.buttons() if b.text().replace("&", "") == words)
        monkeypatch.setattr(type(box), "clickedButton", lambda _: button)

    for words, leaves in (("Go back", False), ("Leave it behind", True)):
        monkeypatch.setattr(
            "app.ui.dialogs.leave.QMessageBox.exec", lambda box, words=words: choose(box, words)
        )
        assert asked_to_leave(["a judgement"], window) is leaves
