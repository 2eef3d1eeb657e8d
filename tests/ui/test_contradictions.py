import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.flags import FlagKind
from app.domain.records import Reason
from app.services.judgements import dismiss_flag
from app.ui.dialogs.dismiss import DismissDialog
from app.ui.panels.contradictions_panel import ContradictionsPanel


@pytest.fixture
def panel(filled_bridge, qtbot):
    made = ContradictionsPanel(filled_bridge)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_flags_are_listed_with_their_kinds(panel):
    assert panel.flags.rowCount() == 3
    assert [chip.text() for chip in panel.kinds.chips.values()] == ["All  3", "Disagreement  3"]
    assert panel.current_flag().question == "Was it encircled?"


def test_enter_opens_the_point(panel, qtbot):
    with qtbot.waitSignal(panel.point_asked) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [panel.current_flag().point_id]


def test_one_kind_only(panel):
    panel.kinds.chips[str(FlagKind.DISAGREEMENT)].click()
    assert panel.flags.rowCount() == 3
    panel.show_kind(FlagKind.SILENCE)
    assert panel.flags.rowCount() == 0
    assert panel.current_flag() is None
    assert not panel.open_button.isEnabled()
    panel.kinds.chips[""].click()
    assert panel.flags.rowCount() == 3


def test_setting_aside_hides_and_bringing_back_shows(panel, filled_bridge, qtbot):
    flag = panel.current_flag()
    with qtbot.waitSignal(panel.dismissal_asked) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert asked.args == [flag]
    dismiss_flag(filled_bridge.workspace, flag, Reason.CALENDAR, "")
    assert panel.flags.rowCount() == 2
    panel.with_dismissed.click()
    assert panel.flags.rowCount() == 3
    row = next(r for r in range(3) if panel.flags.find_record(r).dismissal_id is not None)
    panel.list.setCurrentIndex(panel.flags.index(row, 0))
    assert panel.dismiss_button.text() == "Bring &back"
    panel.dismiss_button.click()
    assert all(panel.flags.find_record(r).dismissal_id is None for r in range(3))


def test_nothing_found_says_what_to_do(bridge, qtbot):
    panel = ContradictionsPanel(bridge)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.flags.rowCount() == 0
    assert not panel.list.isVisible()


def test_a_hidden_inbox_is_refreshed_when_it_is_shown(panel, filled_bridge):
    panel.hide()
    filled_bridge.workspace.undo()  # the claim on the burgomaster
    filled_bridge.workspace.undo()  # one side of the encirclement
    assert panel.flags.rowCount() == 3
    panel.show()
    assert panel.flags.rowCount() == 2


def test_the_dialog_opens_over_the_window(window, qtbot):
    window.menus.actions["contradictions"].trigger()
    window.desk.page("contradictions").dismiss_current()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DismissDialog)
    dialog.reject()


def test_the_page_menu_sets_aside_and_brings_back(panel, filled_bridge, qtbot):
    actions = {action.objectName(): action for action in panel.actions()}
    with qtbot.waitSignal(panel.dismissal_asked):
        actions["flag.aside"].trigger()
    dismiss_flag(filled_bridge.workspace, panel.current_flag(), Reason.CALENDAR, "")
    actions["flag.shown"].trigger()
    assert panel.with_dismissed.isChecked()
    row = next(r for r in range(3) if panel.flags.find_record(r).dismissal_id is not None)
    panel.list.setCurrentIndex(panel.flags.index(row, 0))
    assert actions["flag.aside"].text() == "Bring &back"
    actions["flag.aside"].trigger()
    assert all(panel.flags.find_record(r).dismissal_id is None for r in range(3))
