from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.answers import Kind
from app.domain.records import Stance
from app.services.accounts import edit_account, list_accounts
from app.services.claims import ClaimDraft, add_claim
from app.services.points import list_points
from app.ui.models.drift_model import DriftModel, ThreadRole
from app.ui.panels.drift_page import DriftPage

DATES = {"D41": "23 August 1941", "Ia44": "1944", "K48": "26 April 1948"}
MEN, BORN = "How many men crossed?", "When was he born?"
CLAIMS = (
    (MEN, Kind.QUANTITY, "D41", "3"),
    (MEN, Kind.QUANTITY, "K48", "900"),
    (MEN, Kind.QUANTITY, "Ia44", "3"),
    (BORN, Kind.DATE, "D41", "1900"),
    ("Was he a Cossack?", Kind.YES_NO, "K48", "yes"),
    ("When did he cross?", Kind.DATE, "K48", "22 August 1941"),
)


@pytest.fixture
def told(workspace):
    """A dossier with three tellings of one speaker."""
    for question, kind, siglum, answer in CLAIMS:
        add_claim(
            workspace,
            ClaimDraft(
                subject="Kononov", question=question, kind=kind, siglum=siglum, locator="p. 1",
                answer=answer,
            ),
        )  # fmt: skip
    for account in list_accounts(workspace):
        edit_account(workspace, replace(account, speaker="Kononov", date=DATES[account.siglum]))
    return workspace


@pytest.fixture
def page(told, bridge, qtbot):
    made = DriftPage(bridge)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def _row(page, heading):
    model = page.table.drift
    return next(
        row
        for row in range(model.rowCount())
        if (thread := model.find_thread(row)) and thread.heading == heading
    )


def _cell(page, heading, siglum):
    column = [page.table.drift.headerData(c, Qt.Orientation.Horizontal) for c in range(3)]
    return page.table.drift.index(_row(page, heading), column.index(siglum))


def _words(passage):
    return "".join(segment.text for segment in passage.segments)


def test_tellings_stand_in_order_of_their_dates(page):
    model = page.table.drift
    titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]
    assert titles == ["D41", "Ia44", "K48"]
    assert _cell(page, MEN, "D41").data() == "3"
    assert page.summary.text() == "3 tellings, 4 points"


def test_each_change_is_said_in_words(page):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert _cell(page, MEN, "Ia44").data(role).endswith("= the same: 3")
    assert _cell(page, MEN, "K48").data(role).endswith("▲ grown: 900")
    assert _cell(page, BORN, "K48").data(role).endswith("not recorded")


def test_an_answer_that_is_no_longer_given_is_dropped(page, workspace):
    draft = ClaimDraft(
        subject="Kononov", question=BORN, kind=Kind.DATE, siglum="K48", stance=Stance.SILENT
    )
    add_claim(workspace, draft)
    assert _cell(page, BORN, "K48").data(Qt.ItemDataRole.AccessibleTextRole).endswith("− dropped: ")


def test_the_chosen_cell_is_told_in_full(page):
    page.table.setCurrentIndex(_cell(page, MEN, "K48"))
    words = _words(page.cell)
    assert "26 April 1948" in words
    assert "▲ grown  “900”  against Ia44: “3”" in words
    page.table.setCurrentIndex(_cell(page, BORN, "K48"))
    assert "nothing is concluded" in _words(page.cell)


def test_headings_of_groups_are_passed_over(page, qtbot):
    page.show_kind("")
    model = page.table.drift
    words = [model.index(row, 0).data(ThreadRole) for row in model.headings]
    assert words == ["Core of the story", "Dates and figures"]
    seen = set()
    for _ in range(6):
        seen.add(page.table.currentIndex().row())
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert len(seen) == 4
    assert seen.isdisjoint(page.table.drift.headings)


def test_enter_opens_the_point(page, qtbot):
    page.table.setCurrentIndex(_cell(page, MEN, "K48"))
    with qtbot.waitSignal(page.point_asked) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [page.table.current_thread.point_id]


def test_one_key_copies_the_paragraph(page, qtbot):
    with qtbot.waitSignal(page.status_said):
        qtbot.keyClick(
            page.table,
            Qt.Key.Key_C,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Three tellings are recorded of Kononov")
    assert "grown to “900” in K48" in copied
    assert copied == _words(page.paragraph)


def test_points_of_one_kind_only(page, qtbot):
    assert {name: chip.text() for name, chip in page.kinds.chips.items()} == {
        "": "All  4", "moved": "Changed  1", "once": "Told once  3",
    }  # fmt: skip
    page.kinds.chips["moved"].click()
    assert page.table.drift.rowCount() == 2
    assert page.table.current_thread.heading == MEN


def test_years_are_counted_from_the_event_that_is_chosen(page):
    crossing = next(p for p in list_points(page.workspace) if p.question == "When did he cross?")
    page.event_point.set_member(crossing.id)
    page.event_point.chosen.emit()
    page.table.setCurrentIndex(_cell(page, MEN, "K48"))
    assert "6 years after the event" in _words(page.cell)
    page.event_point.set_member(0)
    page.event_point.chosen.emit()
    assert "after the event" not in _words(page.cell)


def test_a_change_shows_at_once(page, workspace):
    add_claim(
        workspace,
        ClaimDraft(
            subject="Kononov", question=BORN, kind=Kind.DATE, siglum="K48", answer="1906",
            locator="p. 2",
        ),
    )  # fmt: skip
    assert _cell(page, BORN, "K48").data() == "1906"
    workspace.undo()
    assert _cell(page, BORN, "K48").data() == ""


def test_without_two_tellings_it_says_what_to_do(filled_bridge, qtbot):
    page = DriftPage(filled_bridge)
    qtbot.addWidget(page)
    page.show()
    assert page.nothing.isVisible()
    assert not page.speaker.isVisible()
    assert not page.commands["drift.copy"].isEnabled()


def test_the_model_keeps_the_rules_of_models(page):
    model = DriftModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_drift(page._drift)
    model.show_drift(page._drift, "moved")
    model.show_drift(None)
    assert model.rowCount() == 0
    del tester


def test_the_menu_shows_the_page(window):
    window.menus.actions["drift"].trigger()
    assert window.desk.place.name == "drift"
    assert window.desk.page("drift").isVisible()
    assert next(a.text() for a in window.desk.page("drift").actions()) == "&Copy paragraph"
