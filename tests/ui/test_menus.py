from collections import Counter
from dataclasses import fields

from app.domain.records import Reason
from app.services.findings import list_flags
from app.services.judgements import dismiss_flag, recall_flag
from app.ui.menus import COMMANDS, State
from app.ui.window_commands import WindowCommands


def test_every_command_has_its_own_words_and_keys():
    texts = Counter(command.text.replace("&", "") for command in COMMANDS)
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert [text for text, number in texts.items() if number > 1] == []
    assert [key for key, number in keys.items() if number > 1] == []
    assert all(command.keys for command in COMMANDS)


def test_mnemonics_are_unique_within_a_menu():
    letters = Counter(
        (command.menu, command.text[command.text.index("&") + 1].lower()) for command in COMMANDS
    )
    assert [letter for letter, number in letters.items() if number > 1] == []


def test_every_condition_is_a_field_of_the_state():
    assert {command.when for command in COMMANDS} <= {field.name for field in fields(State)}


def test_every_command_is_done_by_something(window):
    assert set(WindowCommands(window).slots()) == {command.name for command in COMMANDS}


def test_page_actions_take_no_key_of_the_window(window):
    taken = {
        key.toString() for action in window.menus.actions.values() for key in action.shortcuts()
    }
    for name in (
        "point",
        "contradictions",
        "sources",
        "accounts",
        "subjects",
        "rules",
        "synopsis",
        "drift",
        "what_if",
        "stemma",
        "timeline",
        "reading_room",
        "audit",
    ):
        page = window.desk.page(name)
        keys = [key.toString() for action in page.actions() for key in action.shortcuts()]
        assert taken.isdisjoint(keys), name
        assert len(keys) == len(set(keys)), name


def test_nothing_about_a_dossier_is_offered_while_none_is_open(window):
    window.session.close()
    offered = {name for name, action in window.menus.actions.items() if action.isEnabled()}
    assert offered == {command.name for command in COMMANDS if command.when == "always"}


def test_undo_and_redo_name_the_action(window):
    undo, redo = window.menus.actions["undo"], window.menus.actions["redo"]
    assert undo.text() == "&Undo add claim"
    assert not redo.isEnabled()
    undo.trigger()
    assert redo.text() == "&Redo add claim"
    assert redo.isEnabled()
    redo.trigger()
    assert not redo.isEnabled()


def test_undo_says_what_the_window_says_of_flags(window):
    workspace = window.session.bridge.workspace
    dismiss_flag(workspace, list_flags(workspace)[0], Reason.SLIP, "")
    assert window.menus.actions["undo"].text() == "&Undo set flag aside"
    (aside,) = (f for f in list_flags(workspace) if f.dismissal_id is not None)
    recall_flag(workspace, aside.dismissal_id)
    assert window.menus.actions["undo"].text() == "&Undo bring flag back"
