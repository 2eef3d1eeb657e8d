from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from app.domain.answers import Kind
from app.domain.records import Degree, Derivation, Reason
from app.services.accounts import link_accounts
from app.services.claims import (
    ClaimDraft,
    add_claim,
    delete_claim,
    draft_of,
    edit_claim,
    get_claim,
    list_claims,
)
from app.services.completing import complete_points, find_account
from app.services.findings import get_point_view
from app.services.points import get_point
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.dialogs.claim import ClaimDialog
from app.ui.dialogs.dismiss import DismissDialog
from app.ui.dialogs.point import PointDialog
from app.ui.panels.point_page import PointPage

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def page(filled_bridge, qtbot):
    made = PointPage(filled_bridge)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def father(filled):
    return complete_points(filled, "father")[0].id


def _dialog(page, kind):
    found = [child for child in page.findChildren(kind) if child.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[0]


def test_an_empty_page_says_what_to_do(page):
    assert page.nothing.isVisible()
    assert "subject: question" in page.nothing.text()
    assert not page.commands["point.edit"].isEnabled()


def test_everything_about_a_point_is_shown(page, father):
    page.show_point(father)
    sheet = page.sheet
    assert sheet.heading.subject.text() == "Ivan Kononov"
    assert sheet.heading.question.text() == "When was his father executed?"
    assert sheet.heading.status.text() == "✕ contradicted"
    assert sheet.apparatus.toPlainText() == "When was his father executed] 1918 K48 · 1916 RA"
    assert sheet.versions.rows.rowCount() == 2
    assert sheet.claims.rows.rowCount() == 2
    assert len(sheet.flags.flag_rows) == 1
    assert "disagree" in sheet.flags.flag_rows[0].sentence.toPlainText()


def test_a_long_version_does_not_push_the_page_beyond_its_right_edge(page, father, filled):
    answer = "in the night from the 12th to the 13th of August 1918, or a little later than that"
    point = complete_points(filled, "encircled")[0].id
    add_claim(
        filled,
        ClaimDraft(
            subject="436-й стрелковый полк", question="Who crossed over?", kind=Kind.TEXT,
            siglum="K48", answer=answer,
        ),
    )  # fmt: skip
    page.resize(720, 500)
    for shown in (point, complete_points(filled, "crossed over")[0].id):
        page.show_point(shown)
        QApplication.processEvents()
        assert page.sheet.width() == page.scroll_area.viewport().width()
    assert answer in page.sheet.against.toolTip()


def test_the_page_follows_the_claim_that_is_chosen_by_keyboard(page, father, filled, qtbot):
    for year in range(1900, 1914):
        add_claim(filled, ClaimDraft(point_id=father, answer=str(year), siglum="K48"))
    page.resize(900, 320)
    page.show_point(father)
    claims = page.sheet.claims
    claims.setFocus()

    def is_shown():
        row = claims.visualRect(claims.currentIndex())
        top = claims.viewport().mapTo(page.scroll_area.viewport(), row.topLeft()).y()
        return top >= 0 and top + row.height() <= page.scroll_area.viewport().height()

    for _ in range(11):
        QTest.keyClick(claims, Qt.Key.Key_Down)
        qtbot.waitUntil(is_shown)
    assert page.scroll_area.verticalScrollBar().value() > 0


def test_flags_of_a_read_only_dossier_cannot_be_set_aside(dossier, app, qtbot):
    with Workspace.open(dossier, read_only=True) as workspace:
        page = PointPage(Bridge(workspace))
        qtbot.addWidget(page)
        page.show_point(complete_points(workspace, "father")[0].id)
        assert not page.sheet.flags.flag_rows[0].button.isEnabled()
        assert not page.commands["claim.edit"].isEnabled()
        assert not page.commands["claim.delete"].isEnabled()


def test_the_broader_claim_is_refined_by_the_finer_one(page, father, filled):
    add_claim(filled, ClaimDraft(point_id=father, answer="5 May 1918", siglum="D41"))
    page.show_point(father)
    rows, last = page.sheet.claims.rows, page.sheet.claims.rows.columnCount() - 1
    shown = {rows.index(row, 0).data(): row for row in range(rows.rowCount())}
    page.sheet.claims.choose(rows.id_at(shown["D41"]))
    page.hold_claim()
    assert rows.index(shown["K48"], last).data() == "⊃ refined by"
    page.sheet.claims.choose(rows.id_at(shown["K48"]))
    page.hold_claim()
    assert rows.index(shown["D41"], last).data() == "⊂ refines"


def test_versions_count_sources_and_witnesses(page, father, filled):
    add_claim(filled, ClaimDraft(point_id=father, answer="1918", siglum="Ch63", locator="p. 1"))
    lender, borrower = find_account(filled, "K48"), find_account(filled, "Ch63")
    link_accounts(filled, Derivation(0, borrower.id, lender.id, Degree.SUSPECTED))
    page.show_point(father)
    rows = page.sheet.versions.rows
    row = next(r for r in range(rows.rowCount()) if rows.index(r, 0).data() == "1918")
    shown = [rows.index(row, column).data() for column in range(rows.columnCount())]
    assert shown == ["1918", "Ch63, K48", "2", "2", "1–2", "undated", "–", ""]
    page.sheet.versions.choose(page.sheet.versions.records[row].place)
    line = page.sheet.witnesses
    assert line.isVisible()
    assert line.wordWrap()
    assert line.text() == (
        "1–2 witnesses not shown to depend on one another: surely K48; Ch63 only if no suspected "
        "dependence is real."
    )
    page.sheet.versions.choose(page.sheet.versions.records[1 - row].place)
    assert line.text() == "1 witness: RA."


def test_claims_carry_a_marked_verdict_against_the_chosen_version(page, father):
    page.show_point(father)
    sheet = page.sheet
    rows, last = sheet.claims.rows, sheet.claims.rows.columnCount() - 1
    sheet.versions.choose(1)
    assert {rows.index(row, last).data() for row in range(2)} == {"this claim", "✕ contradicts"}
    sheet.claims.choose(rows.id_at(1))
    page.hold_claim()
    assert rows.index(1, last).data() == "this claim"
    assert "held against" in sheet.against.text


def test_a_claim_is_shown_in_full_with_its_citation(page, father, filled):
    claim = list_claims(filled, point_id=father)[0]
    draft = draft_of(claim, "K48")
    words = "Мой отец был расстрелян\nв 1918 году."
    edit_claim(filled, claim.id, ClaimDraft(**{**_fields(draft), "quotation": words}))
    page.show_claim(claim.id)
    details = page.sheet.details
    assert details.quotation.toPlainText() == words
    assert "K48" in details.citation.toPlainText()
    assert "✕ contradicts RA" in details.clashes.toPlainText()
    assert not details.translation.isVisible()


def _fields(draft):
    return {name: getattr(draft, name) for name in draft.__dataclass_fields__}


def test_user_text_is_never_markup(page, filled):
    add_claim(
        filled,
        ClaimDraft(
            subject="<b>Bold</b>", question="<i>When?</i>", answer="1918", siglum="<u>",
            quotation="<img src=x>", note="<a href=x>",
        ),
    )  # fmt: skip
    page.show_point(complete_points(filled, "bold")[0].id)
    assert page.sheet.heading.subject.text() == "<b>Bold</b>"
    assert page.sheet.heading.question.textFormat() is Qt.TextFormat.PlainText
    assert page.sheet.details.quotation.toPlainText() == "<img src=x>"
    tooltip = page.sheet.claims.rows.index(0, 5).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tooltip


def test_the_apparatus_is_copied_as_plain_text(page, father):
    page.show_point(father)
    page.commands["point.copy"].trigger()
    assert QApplication.clipboard().text() == page.sheet.apparatus.toPlainText()
    page.sheet.apparatus.selectAll()
    page.sheet.apparatus.copy()
    copied = QApplication.clipboard().mimeData()
    assert not copied.hasHtml()
    assert copied.text().startswith("When was his father executed] 1918 K48")


def test_a_claim_is_edited_with_its_verdicts_in_sight(page, father, filled):
    page.show_point(father)
    claim = page.sheet.claims.current_id
    page.sheet.claims.setFocus()
    QTest.keyClick(page.sheet.claims, Qt.Key.Key_Return)
    dialog = _dialog(page, ClaimDialog)
    assert dialog.line.answer.text() == "1918"
    dialog.line.answer.setText("1916")
    dialog.refresh()
    assert "= agrees 1 (RA)" in dialog.live.words
    dialog.accept()
    assert get_claim(filled, claim).answer == "1916"
    assert page.sheet.heading.status.text() == "= clear"
    filled.undo()
    assert page.sheet.heading.status.text() == "✕ contradicted"


def test_a_refused_edit_stays_open_with_everything_as_typed(page, father, filled):
    page.show_point(father)
    page.edits.edit_claim()
    dialog = _dialog(page, ClaimDialog)
    dialog.line.answer.setText("the feast of fools")
    dialog.accept()
    assert dialog.isVisible()
    assert "feast of fools" in dialog.problem.text()
    assert dialog.line.answer.text() == "the feast of fools"
    assert get_claim(filled, page.sheet.claims.current_id).answer == "1918"


def test_a_claim_is_deleted_and_brought_back(page, father, filled, qtbot):
    page.show_point(father)
    with qtbot.waitSignal(page.status_said):
        page.commands["claim.delete"].trigger()
    assert len(list_claims(filled, point_id=father)) == 1
    assert page.sheet.claims.rows.rowCount() == 1
    filled.undo()
    assert page.sheet.claims.rows.rowCount() == 2


def test_a_flag_is_set_aside_and_recalled(page, father, filled, qtbot):
    page.show_point(father)
    QTest.mouseClick(page.sheet.flags.flag_rows[0].button, Qt.MouseButton.LeftButton)
    dialog = _dialog(page, DismissDialog)
    dialog.reason.set_member(Reason.RECONCILED)
    dialog.grounds.setText("They speak of two men.")
    dialog.accept()
    row = page.sheet.flags.flag_rows[0]
    assert "Set aside" in row.sentence.toPlainText()
    assert "They speak of two men." in row.sentence.toPlainText()
    assert row.button.text() == "Bring back"
    assert get_point_view(filled, father).flags[0].dismissal_id
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert page.sheet.flags.flag_rows[0].button.text() == "Set aside…"
    assert get_point_view(filled, father).flags[0].dismissal_id is None


def test_the_focus_goes_to_the_next_flag(page, father, filled, qtbot):
    for siglum, answer in (("Ch63", "1917"), ("Ch63", "1919")):  # contradicts itself, too
        add_claim(filled, ClaimDraft(point_id=father, answer=answer, siglum=siglum))
    page.show_point(father)
    flags = page.sheet.flags
    first, second = (row.flag.id for row in flags.flag_rows[:2])
    flags.flag_rows[0].button.setFocus()
    QTest.keyClick(flags.flag_rows[0].button, Qt.Key.Key_Space)
    dialog = _dialog(page, DismissDialog)
    dialog.reason.set_member(Reason.SLIP)
    dialog.accept()
    assert flags.flag_rows[-1].flag.id == first
    assert flags.flag_rows[0].flag.id == second
    assert page.window().focusWidget() is flags.flag_rows[0].button
    flags.flag_rows[-1].button.setFocus()
    QTest.keyClick(flags.flag_rows[-1].button, Qt.Key.Key_Space)
    assert page.window().focusWidget() in [row.button for row in flags.flag_rows]


def test_another_reason_needs_words(page, father, filled):
    page.show_point(father)
    page.edits.dismiss_flag(page.sheet.flags.flag_rows[0].flag)
    dialog = _dialog(page, DismissDialog)
    dialog.reason.set_member(Reason.OTHER)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.text()


def test_a_dismissed_flag_comes_back_when_its_claim_changes(page, father, filled):
    page.show_point(father)
    page.edits.dismiss_flag(page.sheet.flags.flag_rows[0].flag)
    dialog = _dialog(page, DismissDialog)
    dialog.reason.set_member(Reason.SLIP)
    dialog.accept()
    claim = list_claims(filled, point_id=father)[0]
    edit_claim(
        filled, claim.id, ClaimDraft(**{**_fields(draft_of(claim, "K48")), "answer": "1920"})
    )
    assert page.sheet.flags.flag_rows[0].button.text() == "Set aside…"


def test_the_point_is_edited(page, father, filled):
    page.show_point(father)
    page.edits.edit_point()
    dialog = _dialog(page, PointDialog)
    dialog.question.setText("When did his father die?")
    dialog.lemma.setText("father’s death")
    dialog.accept()
    assert get_point(filled, father).lemma == "father’s death"
    assert page.sheet.heading.question.text() == "When did his father die?"
    assert page.sheet.apparatus.toPlainText().startswith("father’s death]")


def test_the_kind_of_an_answered_point_is_refused(page, father):
    page.show_point(father)
    page.edits.edit_point()
    dialog = _dialog(page, PointDialog)
    dialog.kind.setCurrentIndex(5)
    dialog.accept()
    assert dialog.isVisible()
    assert "kind" in dialog.problem.text()


def test_a_point_that_is_answered_is_not_deleted(page, father, filled, filled_bridge, qtbot):
    page.show_point(father)
    with qtbot.waitSignal(filled_bridge.refused):
        page.commands["point.delete"].trigger()
    for claim in list_claims(filled, point_id=father):
        delete_claim(filled, claim.id)
    assert page.sheet.no_claims.isVisible()
    page.commands["point.delete"].trigger()
    assert page.nothing.isVisible()


def test_changes_elsewhere_leave_the_page_alone(page, father, filled, monkeypatch):
    page.show_point(father)
    asked = []
    monkeypatch.setattr(page, "refresh", lambda: asked.append(1))
    other = complete_points(filled, "encircled")[0].id
    add_claim(filled, ClaimDraft(point_id=other, answer="no", siglum="RA"))
    assert not asked
    add_claim(filled, ClaimDraft(point_id=father, answer="1920", siglum="RA"))
    assert asked


def test_a_changed_locator_shows_at_once(page, father, filled):
    page.show_point(father)
    claim = list_claims(filled, point_id=father)[0]
    edit_claim(
        filled, claim.id, ClaimDraft(**{**_fields(draft_of(claim, "K48")), "locator": "fol. 99"})
    )
    assert page.sheet.claims.rows.index(0, 6).data() == "folio 99"


def test_a_hidden_page_refreshes_when_it_is_shown_again(page, father, filled):
    page.show_point(father)
    page.hide()
    add_claim(filled, ClaimDraft(point_id=father, answer="1920", siglum="RA"))
    assert page.sheet.claims.rows.rowCount() == 2
    page.show()
    assert page.sheet.claims.rows.rowCount() == 3


def test_the_models_of_the_page_hold_what_qt_asks_of_them(page, father, filled):
    page.show_point(father)
    testers = [
        QAbstractItemModelTester(table.rows, FATAL)
        for table in (page.sheet.claims, page.sheet.versions)
    ]
    added = add_claim(filled, ClaimDraft(point_id=father, answer="1920", siglum="RA"))
    delete_claim(filled, added)
    page.show_point(complete_points(filled, "encircled")[0].id)
    assert len(testers) == 2


def test_the_commands_of_the_page_have_words_and_their_own_keys(page):
    actions = list(page.commands.values())
    assert all(action.text() and action.toolTip() for action in actions)
    keys = [action.shortcut().toString() for action in actions if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert {action.objectName() for action in page.actions()} == set(page.commands)


def test_an_apparatus_of_many_readings_is_shown_whole_when_asked_for(page, filled):
    for number in range(120):
        add_claim(
            filled,
            ClaimDraft(subject="Wien", question="When did it burn?", siglum=f"W{number}",
                       answer=str(1700 + number), kind=Kind.DATE),
        )  # fmt: skip
    point = complete_points(filled, "burn")[0].id
    page.show_point(point)
    sheet = page.sheet
    assert sheet.apparatus.toPlainText().endswith("…")
    assert len(sheet.apparatus.toPlainText()) < 720
    sheet.whole.setFocus()
    QTest.keyClick(sheet.whole, Qt.Key.Key_Space)
    whole = get_point_view(filled, point).findings.apparatus
    assert sheet.apparatus.toPlainText() == whole
    assert not sheet.whole.isVisible()
    assert sheet.apparatus.hasFocus()
    page.show_point(point)
    assert sheet.apparatus.toPlainText() == whole
