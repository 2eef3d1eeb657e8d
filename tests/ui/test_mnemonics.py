"""No letter with Alt means two things at once, on any page and in any dialog."""

from collections import defaultdict

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QMenuBar, QWidget

from app.domain.records import Degree, Derivation, Rule
from app.domain.rules import RuleKind
from app.services.claims import list_claims
from app.services.derivations import link_accounts, list_links
from app.services.findings import list_ids
from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.account import AccountDialog
from app.ui.dialogs.claim import ClaimDialog
from app.ui.dialogs.derivation import DerivationDialog
from app.ui.dialogs.dismiss import DismissDialog
from app.ui.dialogs.dossier_properties import PropertiesDialog
from app.ui.dialogs.export_report import ExportDialog
from app.ui.dialogs.import_sheets import ImportDialog
from app.ui.dialogs.options import OptionsDialog
from app.ui.dialogs.point import PointDialog
from app.ui.dialogs.rule import RuleDialog
from app.ui.dialogs.save_copy import SaveCopyDialog
from app.ui.dialogs.shortcuts import ShortcutsDialog
from app.ui.dialogs.subject import SubjectDialog
from app.ui.dialogs.words import WordsDialog
from app.ui.panels.navigation_panel import PLACES


def letters_of(top: QWidget) -> dict[str, list[str]]:
    """Return the words of what each letter reaches."""
    found = defaultdict(list)
    for widget in top.findChildren(QWidget):
        if not widget.isVisibleTo(top):
            continue
        if isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            words = [widget.text()]
        elif isinstance(widget, QMenuBar):
            words = [action.text() for action in widget.actions() if action.isVisible()]
        else:
            continue
        for text in words:
            key = QKeySequence.mnemonic(text).toString()
            if key:
                found[key].append(text)
    return found


def clashes(top: QWidget) -> list[list[str]]:
    return [words for words in letters_of(top).values() if len(words) > 1]


@pytest.mark.parametrize("place", PLACES)
def test_no_two_letters_of_a_page_are_the_same(window, place):
    window.show()
    window.desk.record_line.more_button.setChecked(True)
    window.menus.actions[place].trigger()
    assert clashes(window) == []


def test_what_is_set_aside_has_its_letter_too(window):
    window.menus.actions["contradictions"].trigger()
    page = window.desk.page("contradictions")
    page.dismiss_button.setText("Bring &back")
    assert clashes(window) == []


def dialogs(window):
    """Make every dialog that needs no more than the first record of its kind."""
    bridge, workspace = window.session.bridge, window.session.bridge.workspace
    settings, path = window.settings, workspace.path
    point, source, subject = (
        list_ids(workspace, listing)[0] for listing in ("points", "sources", "subjects")
    )
    claim = list_claims(workspace, point_id=point)[0].id
    borrower, lender = list_ids(workspace, "accounts")[:2]
    link_accounts(workspace, Derivation(0, borrower, lender, Degree.CERTAIN, ""))
    yield ClaimDialog(bridge, claim, window)
    yield PointDialog(bridge, window, subject="Kononov")
    yield PointDialog(bridge, window, point_id=point)
    yield SubjectDialog(bridge, subject, window)
    yield AccountDialog(bridge, source, window)
    yield OptionsDialog(bridge, point, window)
    yield DerivationDialog(bridge, list_links(workspace)[0], window)
    yield PropertiesDialog(bridge, window)
    yield ImportDialog(window.session, settings, (), window)
    yield ExportDialog(path, settings, window)
    yield SaveCopyDialog(path, settings, window)
    yield DismissDialog(bridge, window.desk.page("contradictions").current_flag(), window)
    for kind in RuleKind:
        yield RuleDialog(bridge, Rule(0, kind, point, 0), window)
        yield RuleDialog(bridge, Rule(1, kind, point, 0), window)
    for make in (AboutDialog, WordsDialog):
        yield make(window)
    yield ShortcutsDialog([], window)


def test_no_two_letters_of_a_dialog_are_the_same(window):
    window.menus.actions["contradictions"].trigger()
    found = {}
    for dialog in dialogs(window):
        dialog.show()
        found[dialog.windowTitle()] = clashes(dialog)
        dialog.close()
    assert {title: words for title, words in found.items() if words} == {}


def test_no_two_letters_of_a_menu_are_the_same(window):
    menus = window.menuBar().findChildren(QMenu)
    found = []
    for place in PLACES:
        window.menus.actions[place].trigger()
        for menu in menus:
            words = [action.text() for action in menu.actions() if action.isVisible()]
            keys = [QKeySequence.mnemonic(text).toString() for text in words]
            found += [
                (place, text)
                for text, key in zip(words, keys, strict=True)
                if key and keys.count(key) > 1
            ]
    assert found == []
