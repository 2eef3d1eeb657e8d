import pytest

from app.domain.answers import Kind
from app.domain.flags import FlagKind
from app.domain.records import Stance
from app.domain.silences import Reply, Strength
from app.services.claims import ClaimDraft, add_claim
from app.services.points import list_points
from app.services.silences import list_silences
from app.ui.dialogs.silences import SilencesDialog
from app.ui.panels.point_page import PointPage
from app.ui.panels.synopsis_page import SynopsisPage

MEN, BORN = "How many men crossed?", "When was he born?"


@pytest.fixture
def told(workspace):
    """K48 and D41 speak to the first point, only K48 to the second."""
    for question, kind, siglum, answer in (
        (MEN, Kind.QUANTITY, "K48", "900"),
        (MEN, Kind.QUANTITY, "D41", "3"),
        (MEN, Kind.QUANTITY, "RA", "3"),
        (BORN, Kind.DATE, "K48", "1900"),
    ):
        add_claim(
            workspace,
            ClaimDraft(subject="Kononov", question=question, kind=kind, siglum=siglum,
                       locator="p. 1", answer=answer),
        )  # fmt: skip
    return workspace


@pytest.fixture
def silences(told):
    point = next(point for point in list_points(told) if point.question == BORN)
    return list_silences(told, point.id)


@pytest.fixture
def dialog(silences, bridge, qtbot):
    made = SilencesDialog(bridge, "born", silences, silences[1].account_id)
    qtbot.addWidget(made)
    made.show()
    return made


def _answer(dialog, reply, *keys):
    for key in keys:
        dialog.answers[key].set_member(reply)
        dialog.answers[key].chosen.emit()


def test_the_strength_follows_the_answers(dialog):
    assert dialog.silence.siglum == "RA"
    assert dialog.strength.text().endswith("not weighed")
    _answer(dialog, Reply.YES, "known", "told")
    assert dialog.strength.text().endswith("suggestive")
    _answer(dialog, Reply.YES, "free", "preserved", "striking")
    assert dialog.strength.text().endswith("strong")
    _answer(dialog, Reply.NO, "free")
    assert dialog.strength.text().endswith("weak")


def test_what_is_answered_is_kept_in_one_step(dialog, told, silences):
    _answer(dialog, Reply.YES, "known", "told")
    dialog.notes["known"].setText("he was there")
    dialog.notes["known"].textEdited.emit("he was there")
    dialog.accept()
    point = silences[0].point_id
    kept = {silence.siglum: silence for silence in list_silences(told, point)}
    assert kept["RA"].strength is Strength.SUGGESTIVE
    assert kept["RA"].replies["known"].note == "he was there"
    assert kept["D41"].strength is Strength.UNWEIGHED
    told.undo()
    assert {s.strength for s in list_silences(told, point)} == {Strength.UNWEIGHED}


def test_another_account_keeps_what_was_answered_for_the_first(dialog, silences):
    _answer(dialog, Reply.NO, "known")
    dialog.account.set_member(silences[0].account_id)
    dialog.account.chosen.emit()
    assert dialog.answers["known"].member() is Reply.OPEN
    dialog.account.set_member(silences[1].account_id)
    dialog.account.chosen.emit()
    assert dialog.answers["known"].member() is Reply.NO


def test_nothing_is_written_when_nothing_was_answered(dialog, told):
    before = told.history.last_done
    dialog.accept()
    assert told.history.last_done == before


def test_the_synopsis_opens_it_for_the_account_under_the_cursor(told, bridge, qtbot):
    page = SynopsisPage(bridge)
    qtbot.addWidget(page)
    page.show()
    columns = [column.siglum for column in page.grid.cells.columns]
    page.grid.choose(2, columns.index("RA"))
    assert page.grid.point.question == BORN
    page.notes.weigh()
    shown = page.findChild(SilencesDialog)
    assert shown.silence.siglum == "RA"
    shown.close()
    page.grid.choose(1, 0)
    with qtbot.waitSignal(page.status_said) as said:
        page.notes.weigh()
    assert "Every account" in said.args[0]


def test_a_flag_of_silence_opens_it_for_the_silent_account(told, bridge, qtbot):
    draft = ClaimDraft(subject="Kononov", question=BORN, kind=Kind.DATE, siglum="RA",
                       locator="p. 2", stance=Stance.SILENT)  # fmt: skip
    add_claim(told, draft)
    page = PointPage(bridge)
    qtbot.addWidget(page)
    page.show()
    page.show_point(next(point.id for point in list_points(told) if point.question == BORN))
    row = next(row for row in page.sheet.flags.flag_rows if row.flag.kind == FlagKind.SILENCE)
    assert not row.weigh.isHidden()
    row.weigh.click()
    shown = page.findChild(SilencesDialog)
    assert shown.silence.siglum == "RA"
    shown.close()
