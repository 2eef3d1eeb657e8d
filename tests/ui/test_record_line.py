from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.domain.answers import Kind
from app.domain.records import Level, Point, Stance
from app.services.claims import get_claim, list_claims
from app.services.completing import complete_points, find_account
from app.services.findings import list_ids
from app.services.points import add_point, get_point
from app.services.sources import list_sources
from app.services.workspace import Workspace
from app.ui.bridge import Bridge
from app.ui.menus import COMMANDS
from app.ui.widgets.record_line import RecordLine

FATHER = "Ivan Kononov: When was his father executed?"


@pytest.fixture
def line(filled_bridge: Bridge, qtbot):
    made = RecordLine(filled_bridge)
    qtbot.addWidget(made)
    made.resize(1000, 240)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def _point(workspace, words="father"):
    return complete_points(workspace, words)[0].id


def _press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)


def _type(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_a_claim_is_recorded_by_keyboard_alone(line: RecordLine, filled: Workspace, qtbot):
    line.set_point(_point(filled))
    line.focus()
    assert QApplication.focusWidget() is line.line.answer
    _type("1919")
    _press(Qt.Key.Key_Tab)
    _type("Ed16")
    _press(Qt.Key.Key_Tab)
    _type("p. 6; n. 11")
    with qtbot.waitSignal(line.kept) as kept:
        _press(Qt.Key.Key_Return)
    claim = get_claim(filled, kept.args[0])
    assert claim.answer == "1919"
    assert [(place.kind, place.value) for place in claim.locators] == [
        ("page", "6"),
        ("note", "11"),
    ]
    assert claim.point_id == _point(filled)
    assert [source.key for source in list_sources(filled)][-1] == "Ed16"


def test_the_verdicts_are_shown_before_the_claim_is_kept(line, filled, qtbot):
    line.set_point(_point(filled))
    before = len(list_claims(filled, point_id=_point(filled)))
    line.focus()
    _type("1918")
    qtbot.waitUntil(lambda: "✕" in line.live.words)
    assert line.live.words.startswith("1918 → 1 Jan–31 Dec 1918")
    assert "✕ contradicts 1 (RA: 1916)" in line.live.words
    assert "= agrees 1 (K48)" in line.live.words
    assert len(list_claims(filled, point_id=_point(filled))) == before


def test_a_kept_claim_is_taken_back_and_brought_again(line, filled, qtbot):
    point = _point(filled)
    line.set_point(point)
    line.line.answer.setText("1919")
    line.line.account.setText("RA")
    line.keep()
    assert [claim.answer for claim in list_claims(filled, point_id=point)] == [
        "1918",
        "1916",
        "1919",
    ]
    filled.undo()
    assert [claim.answer for claim in list_claims(filled, point_id=point)] == ["1918", "1916"]
    filled.redo()
    assert [claim.answer for claim in list_claims(filled, point_id=point)] == [
        "1918",
        "1916",
        "1919",
    ]


def test_account_and_locator_stay_for_the_next_claim(line, filled):
    line.set_point(_point(filled))
    line.line.answer.setText("1919")
    line.line.account.setText("RA")
    line.line.locator.setText("fol. 9")
    line.fields.quotation.setText("im Jahre 1919")
    line.line.set_stance(Stance.DOUBTS)
    line.keep()
    assert line.line.answer.text() == ""
    assert line.fields.quotation.text() == ""
    assert line.line.stance.member() is Stance.AFFIRMS
    assert (line.line.account.text(), line.line.locator.text()) == ("RA", "fol. 9")
    assert line.line.point.text() == FATHER
    assert QApplication.focusWidget() is line.line.point


def test_a_refused_claim_leaves_everything_as_typed(line, filled, filled_bridge, qtbot):
    line.set_point(_point(filled))
    line.line.answer.setText("the day of St. George")
    line.line.account.setText("RA")
    line.line.locator.setText("fol. 9")
    line.fields.quotation.setText("am Georgstag")
    with qtbot.assertNotEmitted(filled_bridge.refused):
        line.keep()
    assert line.line.answer.text() == "the day of St. George"
    assert line.line.locator.text() == "fol. 9"
    assert line.fields.quotation.text() == "am Georgstag"
    assert "St. George" in line.live.words
    assert QApplication.focusWidget() is line.line.answer
    assert len(list_claims(filled, point_id=_point(filled))) == 2


def test_a_claim_without_an_account_is_refused_in_a_sentence(line, filled, filled_bridge, qtbot):
    line.set_point(_point(filled))
    line.line.answer.setText("1918")
    line.line.account.clear()
    with qtbot.assertNotEmitted(filled_bridge.refused):
        line.keep()
    assert "siglum" in line.live.words
    assert QApplication.focusWidget() is line.line.account


def test_a_claim_without_a_point_is_refused_in_a_sentence(line, filled_bridge, qtbot):
    line.line.answer.setText("1918")
    line.line.account.setText("K48")
    with qtbot.assertNotEmitted(filled_bridge.refused):
        line.keep()
    assert "subject: question" in line.live.words
    assert QApplication.focusWidget() is line.line.point


def test_a_new_point_and_a_new_source_are_made_with_the_claim(line, filled, qtbot):
    line.line.point.setText("Anna Kononova: How many children had she?")
    line.line.answer.setText("3")
    line.line.account.setText("K49")
    line.refresh()
    assert "K49 is new: a source will be made." in line.notice.text()
    assert "“Anna Kononova”" in line.notice.text()
    assert line.line.kind.isVisible()
    assert line.line.kind.member() is Kind.QUANTITY
    with qtbot.waitSignal(line.point_made) as made:
        line.keep()
    point_id = made.args[0]
    assert get_point(filled, point_id).kind is Kind.QUANTITY
    assert find_account(filled, "k49") is not None
    assert not line.line.kind.isVisible()


def test_the_kind_of_a_new_point_can_be_changed(line, filled, qtbot):
    line.line.point.setText("Ivan Kononov: In which year did he join?")
    line.line.answer.setText("1922")
    line.line.account.setText("K48")
    line.refresh()
    line.line.kind.setFocus()
    line.line.kind.set_member(Kind.TEXT)
    line.line.kind.chosen.emit()
    line.refresh()
    assert line.line.kind.member() is Kind.TEXT
    with qtbot.waitSignal(line.point_made) as made:
        line.keep()
    assert get_point(filled, made.args[0]).kind is Kind.TEXT


def test_the_kind_of_a_new_point_is_no_stop_of_tab_and_takes_no_letters(line, filled):
    line.line.point.setText("Ivan Kononov: In which year did he join?")
    line.line.answer.setFocus()
    _type("1922")
    line.refresh()
    assert line.line.kind.isVisible()
    _press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line.line.account
    QTest.keyClick(line, Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is line.line.kind
    _type("foy")
    assert line.line.kind.member() is Kind.DATE
    _press(Qt.Key.Key_Down)
    assert line.line.kind.member() is Kind.QUANTITY
    assert line.draft().kind is Kind.QUANTITY


def test_a_kind_chosen_by_hand_is_forgotten_with_its_question(line, filled):
    line.line.point.setText("Ivan Kononov: In which year did he join?")
    line.line.answer.setText("1922")
    line.line.kind.set_member(Kind.TEXT)
    line.line.kind.chosen.emit()
    assert line.draft().kind is Kind.TEXT
    line.line.point.setText("Ivan Kononov: In which year did he leave?")
    line.line.forget_names()
    line.refresh()
    assert line.draft().kind is None
    assert line.line.kind.member() is Kind.DATE


def test_a_point_is_found_by_words_of_subject_and_question_in_any_script(line, filled, type_text):
    line.line.point.setFocus()
    type_text(line.line.point, "полк encirc")
    completion = line.line.point.completer()
    assert completion.model().rowCount() == 1
    assert completion.popup().isVisible()
    _press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert line.line.point.text() == "436-й стрелковый полк: Was it encircled?"
    assert line.line.named_point().id == _point(filled, "encircled")


def test_enter_keeps_when_nothing_in_the_list_is_marked(line, filled, qtbot):
    line.set_point(_point(filled, "encircled"))
    line.line.account.setText("RA")
    line.line.answer.setFocus()
    _type("ye")
    assert line.line.answer.completer().popup().isVisible()
    _type("s")
    with qtbot.waitSignal(line.kept):
        _press(Qt.Key.Key_Return)


@pytest.mark.parametrize("place", ["stance", "level", "keep_button", "speaker", "locator"])
def test_enter_keeps_once_from_every_field(line, filled, place):
    line.set_point(_point(filled))
    line.more_button.setChecked(True)
    line.line.answer.setText("1919")
    line.line.account.setText("RA")
    before = len(list_claims(filled, point_id=_point(filled)))
    holder = next(part for part in (line, line.line, line.fields) if hasattr(part, place))
    field = getattr(holder, place)
    field.setFocus()
    assert QApplication.focusWidget() is field
    _press(Qt.Key.Key_Return)
    assert len(list_claims(filled, point_id=_point(filled))) == before + 1
    assert not line.live.preview.problem


def test_enter_on_another_button_presses_it(line, filled):
    line.set_point(_point(filled))
    line.more_button.setFocus()
    _press(Qt.Key.Key_Enter)
    assert line.fields.isVisible()


def test_an_account_is_proposed_by_the_start_of_its_siglum(line):
    line.line.account.setFocus()
    _type("k4")
    popup = line.line.account.completer().popup()
    assert popup.isVisible()
    assert popup.model().index(0, 0).data().startswith("K48")


def test_an_ambiguous_date_offers_its_readings(line, filled, qtbot):
    line.set_point(_point(filled))
    line.focus()
    _type("3/4/1918")
    qtbot.waitUntil(lambda: len(line.live.preview.alternatives) == 2)
    readings = [answer.canonical for answer in line.live.preview.alternatives]
    QTest.keyClick(line.line.answer, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert line.line.answer.text() == readings[1]
    assert line.fields.quotation.text() == "3/4/1918"
    assert "As written: “3/4/1918”" in line.notice.text()
    assert not line.live.preview.problem


def test_a_quotation_is_not_replaced_when_a_reading_is_taken(line, filled, qtbot):
    line.set_point(_point(filled))
    line.fields.quotation.setText("am 3/4/1918")
    line.line.answer.setText("3/4/1918")
    line.refresh()
    assert line.live.take_alternative(0)
    assert line.fields.quotation.text() == "am 3/4/1918"


def test_the_reading_says_which_calendar_was_taken(line, filled):
    calendar = Point(0, 0, "When was he born?", Kind.DATE, calendar="russia")
    line.set_point(add_point(filled, "Ivan Kononov", calendar))
    for text, words in (("10 February 1917", "23 Feb 1917"), ("20 February 1918", "20 Feb 1918")):
        line.line.answer.setText(text)
        line.refresh()
        assert words in line.live.words
        assert ("Old Style was taken" in line.live.words) is (text == "10 February 1917")


def test_a_silence_needs_no_answer(line, filled, qtbot):
    line.set_point(_point(filled))
    line.line.account.setText("D41")
    line.line.set_stance(Stance.SILENT)
    line.refresh()
    assert not line.line.answer.isEnabled()
    with qtbot.waitSignal(line.kept) as kept:
        line.keep()
    assert get_claim(filled, kept.args[0]).stance is Stance.SILENT
    assert line.line.answer.isEnabled()


def test_the_second_row_takes_the_words_of_the_source(line, filled, qtbot, type_text):
    line.set_point(_point(filled))
    line.focus()
    _type("1918")
    line.line.account.setText("RA")
    QTest.keyClick(line.line.answer, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert line.fields.isVisible()
    assert QApplication.focusWidget() is line.fields.quotation
    type_text(line.fields.quotation, "расстрелян в 1918 г.")
    _press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line.fields.translation
    type_text(line.fields.translation, "shot in 1918")
    line.fields.level.set_member(Level.READ)
    with qtbot.waitSignal(line.kept) as kept:
        QTest.keyClick(
            line.fields.translation, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    claim = get_claim(filled, kept.args[0])
    assert claim.quotation == "расстрелян в 1918 г."
    assert claim.translation == "shot in 1918"
    assert claim.level is Level.READ


def test_what_is_typed_for_one_point_waits_while_another_is_shown(line, filled):
    father, encircled = _point(filled), _point(filled, "encircled")
    line.set_point(father)
    line.line.answer.setText("1919")
    line.fields.note.setText("look again")
    line.set_point(encircled)
    assert line.line.answer.text() == ""
    assert line.fields.note.text() == ""
    line.set_point(father)
    assert line.line.answer.text() == "1919"
    assert line.fields.note.text() == "look again"
    assert line.has_draft()


def test_a_new_point_that_is_being_typed_is_not_overwritten(line, filled):
    line.line.point.setText("Anna Kononova: When was she born?")
    line.line.answer.setText("1901")
    line.set_point(_point(filled))
    assert line.line.point.text() == "Anna Kononova: When was she born?"
    assert line.line.answer.text() == "1901"


def test_a_point_deleted_meanwhile_leaves_the_line_usable(line, filled):
    points = list_ids(filled, "points")
    line.line.point.setText("Anna Kononova: When was she born?")
    line.line.answer.setText("1901")
    line.line.account.setText("K48")
    line.keep()
    filled.undo()
    line.refresh()
    assert list_ids(filled, "points") == points
    assert line.line.named_point().id is None


def test_read_only_dossiers_take_no_claims(dossier, app, qtbot):
    with Workspace.open(dossier, read_only=True) as workspace:
        line = RecordLine(Bridge(workspace))
        qtbot.addWidget(line)
        assert not line.isEnabled()
        assert "reading only" in line.live.words


def test_every_field_has_a_name_for_screen_readers(line):
    for field in (line.line.point, line.line.answer, line.line.account, line.line.locator):
        assert field.accessibleName()
    for field in (line.fields.quotation, line.fields.translation, line.fields.level):
        assert field.accessibleName()


def test_the_letters_of_the_line_are_its_own(line):
    menus = {command.menu for command in COMMANDS} | {"&Page"}
    texts = [label.text() for label in line.findChildren(QLabel)]
    texts += [button.text() for button in line.findChildren(QPushButton)]
    letters = [text[text.index("&") + 1].casefold() for text in (*menus, *texts) if "&" in text]
    assert sorted(letters) == sorted(set(letters))
