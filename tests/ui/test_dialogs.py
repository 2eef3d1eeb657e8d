import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel

from app.services.claims import list_claims
from app.services.dossiers import get_settings
from app.ui.dialogs import form_dialog
from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.claim import ClaimDialog
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


@pytest.mark.parametrize("leaves", [True, False])
def test_escape_asks_before_what_was_changed_is_lost(window, qtbot, monkeypatch, leaves):
    asked = []
    monkeypatch.setattr(
        form_dialog, "asked_to_leave", lambda things, _: bool(asked.append(things)) or leaves
    )
    window.menus.actions["properties"].trigger()
    dialog = opened(PropertiesDialog)
    dialog.scope.setText("August 1941")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked == [[f"“{dialog.windowTitle()}”"]]
    assert dialog.isVisible() is not leaves
    dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert len(asked) == 1
    assert not dialog.isVisible()


def test_escape_closes_at_once_where_nothing_was_changed(window, qtbot, monkeypatch):
    monkeypatch.setattr(form_dialog, "asked_to_leave", lambda *_: pytest.fail("asked for nothing"))
    bridge = window.session.bridge
    claim = list_claims(bridge.workspace, point_id=window.desk.place.id)[0]
    dialog = ClaimDialog(bridge, claim.id, window)
    dialog.show()
    dialog.refresh()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
