"""The page of rules: made and edited by keyboard, refused in place, drawn, dismissed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answers import Kind
from app.domain.records import Point, Reason, Rule
from app.services.claims import ClaimDraft, add_claim
from app.services.findings import get_point_view, list_flags
from app.services.judgements import dismiss_flag
from app.services.points import add_point, delete_point
from app.services.rules import add_rule, get_chain, list_rule_lines, list_rules
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.dialogs.dismiss import DismissDialog
from app.ui.dialogs.rule import RuleDialog
from app.ui.models.time_rows import time_rows
from app.ui.panels.rules_page import RulesPage
from app.ui.widgets.rule_words import flag_words, rule_sentence

ASKED = (
    ("joined", Kind.DATE, "K48", "1922"),
    ("crossed", Kind.DATE, "D41", "22 August 1941"),
    ("hid", Kind.QUANTITY, "K48", "21 years"),
    ("men", Kind.QUANTITY, "D41", "179 men"),
    ("pairs", Kind.QUANTITY, "D41", "94 men"),
    ("others", Kind.QUANTITY, "D41", "80 men"),
    ("share", Kind.QUANTITY, "D41", "54 %"),
)


@pytest.fixture
def points(workspace):
    made = {}
    for name, kind, siglum, answer in ASKED:
        made[name] = add_point(workspace, "Kononov", Point(0, 0, name, kind))
        add_claim(workspace, ClaimDraft(point_id=made[name], siglum=siglum, answer=answer))
    return made


@pytest.fixture
def page(bridge, points, qtbot):
    made = RulesPage(bridge)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def hidden(workspace, points):
    """The rule that joining lasts as long as was hidden, until crossing; it does not hold."""
    return add_rule(
        workspace,
        Rule(0, "duration", points["joined"], points["crossed"], c_id=points["hid"]),
    )


def dialog_of(page) -> RuleDialog:
    return next(d for d in page.findChildren(RuleDialog) if d.isVisible())


def write(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_an_empty_page_says_what_rules_are(page):
    assert page.nothing.isVisible()
    assert "birth or death" in page.nothing.text()
    assert page.count.text() == "0 rules"
    assert not page.table.isVisible()


def test_a_rule_is_made_by_keyboard(page, workspace):
    page.buttons[0].setFocus()
    QTest.keyClick(page.buttons[0], Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page)
    write(dialog.a, "Kononov: joined")
    write(dialog.b, "Kononov: crossed")
    dialog.relation.setFocus()
    for _ in range(2):
        QTest.keyClick(dialog.relation, Qt.Key.Key_Down)
    write(dialog.value, "30")
    write(dialog.unit, "years")
    QTest.keyClick(dialog.unit, Qt.Key.Key_Return)
    (rule,) = list_rules(workspace)
    assert (rule.kind, rule.relation, rule.value, rule.unit) == ("order", "at least", "30", "years")
    assert page.count.text() == "1 rule"
    assert page.chain.title.text() == (
        "Kononov: “joined” comes before, by at least 30 years, “crossed”."
    )
    assert len(page.chain.flags.flag_rows) == 1


def test_a_refusal_is_said_in_the_dialog_and_all_stays(page, workspace):
    page.new_rule()
    dialog = dialog_of(page)
    for b, sentence in (
        ("", "name a point"),
        ("Kononov: died", "no point “Kononov: died”"),
        ("Kononov: men", "answered by a date"),
    ):
        dialog.a.setText("Kononov: joined")
        dialog.b.setText(b)
        dialog.accept()
        assert sentence in dialog.problem.text()
        assert dialog.isVisible()
        assert dialog.a.text() == "Kononov: joined"
    assert list_rules(workspace) == []


def test_a_duration_is_told_by_a_value_or_by_a_point(page, points, workspace):
    page.new_rule()
    dialog = dialog_of(page)
    dialog.kind.set_member("duration")
    dialog.a.setText("Kononov: joined")
    dialog.b.setText("Kononov: crossed")
    dialog.accept()
    assert "how long it lasts" in dialog.problem.text()
    dialog.value.setText("3 years")
    dialog.c.setText("Kononov: hid")
    dialog.accept()
    assert "not as both" in dialog.problem.text()
    dialog.value.setText("")
    dialog.accept()
    assert list_rules(workspace)[0].c_id == points["hid"]


def test_a_new_share_makes_both_its_rules_in_one_step(page, workspace):
    page.new_rule()
    dialog = dialog_of(page)
    dialog.kind.set_member("share")
    for field, name in ((dialog.a, "share"), (dialog.b, "pairs"), (dialog.whole, "men")):
        field.setText(f"Kononov: {name}")
    dialog.accept()
    assert {rule.relation for rule in list_rules(workspace)} == {"part", "whole"}
    (table,) = page.chain.tables
    assert [row.figure for row in table.rows.values()] == [
        "94 men", "179 men", "52.51 %", "✕ 54 %",
    ]  # fmt: skip
    workspace.undo()
    assert list_rules(workspace) == []


def test_a_rule_is_edited_and_deleted(page, hidden, workspace):
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    dialog = dialog_of(page)
    assert dialog.c.text() == "Kononov: hid"
    dialog.note.setText("Does not hold")
    dialog.accept()
    assert list_rules(workspace)[0].note == "Does not hold"
    assert page.chain.note.text() == "Does not hold"
    QTest.keyClick(page.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert list_rules(workspace) == []
    assert page.nothing.isVisible()


def test_the_list_says_rules_in_words_with_their_flags(page, hidden, workspace):
    (line,) = list_rule_lines(workspace, [hidden])
    assert rule_sentence(line) == (
        "Kononov: “joined” lasts as long as “hid” says, until “crossed”."
    )
    assert flag_words(line) == "1"
    cells = [page.table.rows.index(0, column).data() for column in range(6)]
    assert cells[:2] == ["Kononov", "joined"]
    assert cells[5] == "✕ 1"


def test_a_chain_is_drawn_with_what_its_flag_names(page, hidden, points, workspace):
    assert page.chain.line.isVisible()
    rows = time_rows(get_chain(workspace, points["crossed"]))
    assert [row.title for row in rows] == ["joined", "crossed"]
    assert [bar.verdict for row in rows for bar in row.bars] == ["contradicts", "contradicts"]
    page.chain.line.setFocus()
    QTest.keyClick(page.chain.line, Qt.Key.Key_Down)
    assert "K48: “1922”" in page.chain.told.text()
    assert "contradiction" in page.chain.told.text()


def test_enter_on_a_bar_asks_for_its_point(page, hidden, points, qtbot):
    line = page.chain.line
    line.choose_bar(1)
    with qtbot.waitSignal(page.point_asked) as asked:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert asked.args == [points["crossed"]]


def test_a_flag_is_dismissed_and_recalled_from_the_chain(page, hidden, points, workspace):
    page.chain.flags.flag_rows[0].button.click()
    dialog = page.findChild(DismissDialog)
    dialog.reason.set_member(Reason.SLIP)
    dialog.accept()
    assert list_flags(workspace)[0].dismissal_id is not None
    assert page.table.rows.index(0, 5).data() == "–"
    assert {bar.verdict for bar in page.chain.line.bars} == {""}
    page.chain.flags.flag_rows[0].button.click()
    assert list_flags(workspace)[0].dismissal_id is None
    assert page.chain.flags.flag_rows[0].button.text() == "Set aside…"


def test_a_sum_shows_what_its_parts_come_to(page, points, workspace):
    for part in ("pairs", "others"):
        add_rule(workspace, Rule(0, "sum", points["men"], points[part], "part"))
    (table,) = page.chain.tables
    assert [row.figure for row in table.rows.values()] == ["94 men", "80 men", "174", "✕ 179 men"]
    assert not page.chain.line.isVisible()


def test_a_sum_without_a_total_says_so(page, points, workspace):
    untold = add_point(workspace, "Kononov", Point(0, 0, "all", Kind.QUANTITY))
    add_rule(workspace, Rule(0, "sum", untold, points["men"], "part"))
    assert page.chain.no_total.isVisible()


def test_birth_and_death_bind_without_a_rule(page, workspace, qtbot):
    born = add_point(workspace, "Kononov", Point(0, 0, "born", Kind.DATE, role="birth"))
    add_claim(workspace, ClaimDraft(point_id=born, siglum="RA", answer="1925"))
    page.of_point.setText("Kononov: crossed")
    QTest.keyClick(page.of_point, Qt.Key.Key_Return)
    assert page.chain.title.text() == "Kononov: crossed"
    assert "birth and death" in page.chain._summary.text()
    assert len(page.chain.flags.flag_rows) == 1
    with qtbot.waitSignal(page.status_said):
        page.of_point.setText("Kononov: nothing")
        QTest.keyClick(page.of_point, Qt.Key.Key_Return)


def test_a_point_that_is_gone_leaves_the_chosen_rule(page, hidden, workspace):
    lone = add_point(workspace, "Nobody", Point(0, 0, "when", Kind.DATE))
    page.show_record(lone)
    assert page.chain.title.text() == "Nobody: when"
    delete_point(workspace, lone)
    assert page.chain.title.text().startswith("Kononov: “joined”")


def test_a_rule_may_be_a_place_to_go_back_to(window, qtbot):
    workspace = window.session.bridge.workspace
    points = [
        add_point(workspace, "Kononov", Point(0, 0, name, Kind.DATE)) for name in ("one", "two")
    ]
    rule = add_rule(workspace, Rule(0, "order", *points, "before"))
    assert window.desk.navigation.rows["rules"].count == "1"
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.place.name == "rules"
    window.desk.show_point(points[1])
    window.desk.page("point").commands["point.chain"].trigger()
    page = window.desk.page("rules")
    assert page.chain.title.text() == "Kononov: two"
    window.desk.show_chain(rule)
    assert page.chain.title.text() == "Kononov: “one” comes before “two”."
    window.desk.go_back()
    assert page.chain.title.text() == "Kononov: two"


def test_a_flag_across_points_is_opened_and_dismissed_from_everywhere(window):
    workspace = window.session.bridge.workspace
    ids = []
    for name, answer in (("left", "1950"), ("came back", "1940")):
        ids.append(add_point(workspace, "Somebody", Point(0, 0, name, Kind.DATE)))
        add_claim(workspace, ClaimDraft(point_id=ids[-1], siglum="K48", answer=answer))
    add_rule(workspace, Rule(0, "order", *ids, "before"))
    window.desk.show_place("contradictions")
    inbox = window.desk.page("contradictions")
    inbox.show_kind("chronology")
    assert inbox.flags.rowCount() == 1
    inbox.list.setCurrentIndex(inbox.flags.index(0, 0))
    inbox.open_current()
    assert window.desk.place.id in ids
    point_page = window.desk.page("point")
    for point in ids:
        window.desk.show_point(point)
        (row,) = point_page.sheet.flags.flag_rows
        row.button.click()
        dialog = next(d for d in point_page.findChildren(DismissDialog) if d.isVisible())
        dialog.reason.set_member(Reason.SLIP)
        dialog.accept()
        QApplication.processEvents()
        (row,) = point_page.sheet.flags.flag_rows
        assert row.button.text() == "Bring back"
        assert "Scribal slip" in row.sentence.toPlainText()
        assert all(get_point_view(workspace, p).flags[0].dismissal_id for p in ids)
        row.button.click()
    dismiss_flag(workspace, get_point_view(workspace, ids[1]).flags[0], Reason.SLIP, "")
    window.desk.show_place("contradictions")
    assert inbox.flags.rowCount() == 0


def test_a_page_follows_what_changes_on_a_linked_point(window):
    workspace = window.session.bridge.workspace
    ids = [add_point(workspace, "Somebody", Point(0, 0, n, Kind.DATE)) for n in ("left", "back")]
    add_claim(workspace, ClaimDraft(point_id=ids[0], siglum="K48", answer="1950"))
    add_rule(workspace, Rule(0, "order", *ids, "before"))
    window.desk.show_point(ids[0])
    sheet = window.desk.page("point").sheet
    assert sheet.flags.flag_rows == []
    add_claim(workspace, ClaimDraft(point_id=ids[1], siglum="K48", answer="1940"))
    assert len(sheet.flags.flag_rows) == 1


def test_in_a_dossier_opened_for_reading_flags_stay(bridge, hidden, points, workspace, qtbot, app):
    with Workspace.open(workspace.path, read_only=True) as other:
        page = RulesPage(Bridge(other))
        qtbot.addWidget(page)
        page.show()
        assert page.chain.flags.flag_rows
        assert not any(row.button.isEnabled() for row in page.chain.flags.flag_rows)
