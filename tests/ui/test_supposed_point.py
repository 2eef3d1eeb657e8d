"""The page of a point in a what-if: redrawn and marked, nothing written, and exactly as before."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.answers import Kind
from app.domain.records import Degree, Derivation
from app.services.accounts import link_accounts
from app.services.claims import ClaimDraft, add_claim
from app.services.completing import complete_points, find_account, find_source_by_key
from app.services.workspace import Workspace
from app.ui import supposition as module
from app.ui.bridge import Bridge
from app.ui.panels.point_page import PointPage
from app.ui.supposition import Supposed, Supposition
from app.ui.theme import current_theme
from tests.services.support import dump
from tests.ui.supposing import cells_of, flags_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def supposed(filled_bridge):
    return Supposition(filled_bridge)


@pytest.fixture
def page(filled_bridge, supposed, qtbot):
    made = PointPage(filled_bridge, supposed)
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def father(filled):
    return complete_points(filled, "father")[0].id


@pytest.fixture
def without(supposed, filled, qtbot):
    """Set sources aside by their keys, and wait until it is known what would be found."""

    def set_aside(*keys):
        for key in keys:
            supposed.add(Supposed("source", find_source_by_key(filled, key).id, key))
        qtbot.waitUntil(lambda: not supposed.is_busy)

    return set_aside


def _is_struck(table, row, column=0):
    index = table.rows.index(row, column)
    font = index.data(Qt.ItemDataRole.FontRole)
    ink = index.data(Qt.ItemDataRole.ForegroundRole)
    return font is not None and font.strikeOut() and ink == current_theme().muted


def _shown(page):
    """Return everything that the page says, and what is chosen on it."""
    sheet = page.sheet
    return (
        sheet.heading.status.text(), sheet.heading.remarks.text(),
        sheet.apparatus.toPlainText(), sheet.was.isVisible(), sheet.as_it_is.isVisible(),
        sheet.versions_title.text(), sheet.claims_title.text(), sheet.against.text,
        cells_of(sheet.versions), cells_of(sheet.claims), flags_of(page),
        sheet.versions.current_id, sheet.claims.current_id, sheet.judgement.isEnabled(),
        sheet.details.said.toPlainText(), sheet.details.clashes.toPlainText(),
    )  # fmt: skip


def _settled(page, qtbot):
    """Return how the page looks when it is laid out: the same again and again."""
    seen = [page.grab().toImage()]

    def is_same():
        QApplication.processEvents()
        seen.append(page.grab().toImage())
        return len(seen) > 3 and seen[-1] == seen[-2] == seen[-3]

    qtbot.waitUntil(is_same)
    return seen[-1]


def test_a_version_that_is_gone_stays_struck_through_and_named(page, father, without):
    page.show_point(father)
    without("RA")
    sheet = page.sheet
    assert sheet.heading.status.text() == "= clear, was ✕ contradicted"
    assert sheet.apparatus.toPlainText() == "When was his father executed] 1918 K48"
    assert sheet.was.isVisible()
    assert "1916 RA" in sheet.was.text
    fates = [(row[0], row[-1]) for row in cells_of(sheet.versions)]
    assert fates == [("1916", "− gone"), ("1918", "")]
    assert _is_struck(sheet.versions, 0)
    assert not _is_struck(sheet.versions, 1)
    assert sheet.versions.current_id == 2, "what is gone is not held against"
    assert sheet.versions_title.text() == "1 version, 1 no longer found"
    assert not sheet.versions.isColumnHidden(sheet.versions.rows.columnCount() - 1)


def test_claims_set_aside_are_struck_through_and_labelled(page, father, without):
    page.show_point(father)
    without("RA")
    claims = page.sheet.claims
    said = {row[0]: (row[-1], _is_struck(claims, n)) for n, row in enumerate(cells_of(claims))}
    assert said == {"K48": ("this claim", False), "RA": ("− set aside", True)}
    assert page.sheet.claims_title.text() == "2 claims, 1 set aside"
    claims.choose(claims.rows.id_at([row[0] for row in cells_of(claims)].index("RA")))
    assert page.sheet.details.said.toPlainText().startswith("− set aside in the what-if  RA")
    assert not page.sheet.details.clashes.isVisible()


def test_flags_that_are_gone_are_struck_through(page, father, without):
    page.show_point(father)
    without("RA")
    (flag,) = page.sheet.flags.flag_rows
    assert flag.sentence.toPlainText().startswith("− would be gone  Disagreement. ")
    assert flag.sentence.segments[-1].struck
    assert not flag.button.isEnabled()


def test_witnesses_and_sources_that_change_say_what_they_were(page, father, filled, without):
    for siglum in ("Ch63", "Se95"):
        add_claim(filled, ClaimDraft(point_id=father, answer="1918", siglum=siglum))
    lender, borrower = find_account(filled, "K48"), find_account(filled, "Ch63")
    link_accounts(filled, Derivation(0, borrower.id, lender.id, Degree.SUSPECTED))
    page.show_point(father)
    without("Se95")
    version = next(row for row in cells_of(page.sheet.versions) if row[0] == "1918")
    assert version[4] == "1–2"
    assert version[-1] == "≠ was 2–3 witnesses, 3 sources"


def test_a_new_flag_is_marked_and_one_that_would_say_something_else(page, filled, without):
    """Where the one who contradicts both others falls, they are in tension with each other."""
    for siglum, answer in (("K48", "1918"), ("D41", "about 1919"), ("RA", "1900"), ("X1", "1918")):
        draft = ClaimDraft(
            subject="Charter", question="When sealed?", kind=Kind.DATE, siglum=siglum, answer=answer
        )
        add_claim(filled, draft)
    page.show_point(complete_points(filled, "sealed")[0].id)
    before = flags_of(page)
    assert len(before) == 1, before
    without("RA")
    gone, new = flags_of(page)
    assert gone.startswith("− would be gone  Disagreement. ")
    assert new.startswith("+ would be new  ≈ Disagreement. ")
    assert not page.sheet.flags.flag_rows[1].button.isEnabled()
    without("X1")
    supposed = page._supposed
    supposed.remove(supposed.things[0])
    without()
    (changed,) = flags_of(page)
    assert changed.startswith("≠ would say  ✕ Disagreement. ")
    assert changed.endswith(f"In the dossier: {before[0].partition('. ')[2]}")


def test_when_all_claims_are_set_aside_nothing_is_left_to_say(page, father, without):
    page.show_point(father)
    without("K48", "RA")
    sheet = page.sheet
    assert sheet.no_claims.isVisible()
    assert "nothing is left" in sheet.no_claims.text()
    assert not sheet.apparatus.isVisible()
    assert sheet.claims_title.text() == "2 claims, 2 set aside"
    assert sheet.against.text.startswith("held against nothing")
    assert [row[-1] for row in cells_of(sheet.versions)] == ["− gone", "− gone"]


def test_an_account_and_a_speaker_can_be_set_aside_too(page, father, filled, supposed, qtbot):
    add_claim(
        filled, ClaimDraft(point_id=father, answer="1917", siglum="X1", speaker="Ivan Kononov")
    )
    page.show_point(father)
    speaker = page._view.subject.id
    supposed.add(Supposed("speaker", speaker, "Ivan Kononov"))
    qtbot.waitUntil(lambda: not supposed.is_busy)
    assert [row[-1] for row in cells_of(page.sheet.versions)].count("− gone") == 1
    account = find_account(filled, "RA").id
    supposed.add(Supposed("account", account, "RA"))
    qtbot.waitUntil(lambda: not supposed.is_busy)
    assert [row[-1] for row in cells_of(page.sheet.versions)].count("− gone") == 2


def test_leaving_the_what_if_restores_everything_exactly(page, father, supposed, without, qtbot):
    page.show_point(father)
    page.sheet.claims.setFocus()
    picture = _settled(page, qtbot)
    words = _shown(page)
    without("RA")
    assert _settled(page, qtbot) != picture
    assert _shown(page) != words
    supposed.clear()
    assert _shown(page) == words
    assert _settled(page, qtbot) == picture


@pytest.mark.parametrize("place", [1, 2])
def test_the_version_that_was_chosen_is_chosen_again(page, father, supposed, without, place):
    page.show_point(father)
    page.sheet.versions.choose(place)
    words = _shown(page)
    without("RA")
    assert page.sheet.versions.current_id == 2
    page.sheet.versions.choose(1)
    assert page.sheet.against.text.startswith("held against nothing")
    supposed.clear()
    assert _shown(page) == words


def test_a_judgement_that_is_typed_stays_and_cannot_be_saved_meanwhile(
    page, father, filled, supposed, without, type_text, qtbot
):
    page.show_point(father)
    judgement = page.sheet.judgement
    type_text(judgement.grounds, "größer")
    done = filled.history.last_done
    without("K48")
    assert judgement.grounds.text() == "größer"
    assert not judgement.isEnabled()
    assert page.sheet.as_it_is.isVisible()
    qtbot.keyClick(judgement.grounds, Qt.Key.Key_Return, CTRL)
    assert filled.history.last_done is done
    assert len(judgement.standings._rows) == 2, "the versions of the dossier are judged"
    supposed.clear()
    assert judgement.isEnabled()
    assert judgement.is_unsaved()


@pytest.mark.parametrize(
    "name",
    ["claim.edit", "claim.delete", "point.new", "point.edit", "subject.edit", "point.delete"],
)
def test_editing_is_refused_with_a_sentence(
    page, father, without, filled_bridge, filled, name, qtbot
):
    page.show_point(father)
    without("K48")
    before = dump(filled)
    with qtbot.waitSignal(filled_bridge.refused) as said:
        page.commands[name].trigger()
    assert "without K48" in said.args[0]
    assert "Esc" in said.args[0]
    assert not [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()]
    assert dump(filled) == before


def test_enter_on_a_claim_is_refused_too(page, father, without, filled_bridge, qtbot):
    page.show_point(father)
    without("K48")
    with qtbot.waitSignal(filled_bridge.refused):
        qtbot.keyClick(page.sheet.claims, Qt.Key.Key_Return)


def test_nothing_is_written_byte_for_byte(dossier, app, qtbot):
    before = dossier.read_bytes()
    with Workspace.open(dossier) as workspace:
        rows = dump(workspace)
        bridge = Bridge(workspace)
        supposed = Supposition(bridge)
        page = PointPage(bridge, supposed)
        qtbot.addWidget(page)
        page.show()
        with workspace.reading() as connection:
            version = connection.exec_driver_sql("PRAGMA data_version").scalar()
        for point in complete_points(workspace, ""):
            page.show_point(point.id)
            source = find_source_by_key(workspace, "K48")
            supposed.add(Supposed("source", source.id, source.key))
            supposed.outcome()
            qtbot.waitUntil(lambda: not supposed.is_busy)
            supposed.clear()
        assert dump(workspace) == rows
        with workspace.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA data_version").scalar() == version
    assert dossier.read_bytes() == before
    assert [path.name for path in dossier.parent.iterdir() if path.is_file()] == [dossier.name]


def test_a_claim_recorded_meanwhile_is_kept_and_weighed(
    page, father, filled, without, supposed, qtbot
):
    page.show_point(father)
    without("RA")
    add_claim(filled, ClaimDraft(point_id=father, answer="1919", siglum="X1"))
    qtbot.waitUntil(lambda: not supposed.is_busy)
    assert page.sheet.heading.status.text() == "✕ contradicted"
    assert [(row[0], row[-1]) for row in cells_of(page.sheet.versions)] == [
        ("1916", "− gone"), ("1918", ""), ("1919", ""),
    ]  # fmt: skip
    filled.undo()
    qtbot.waitUntil(lambda: not supposed.is_busy)
    assert page.sheet.heading.status.text() == "= clear, was ✕ contradicted"


def test_the_page_shows_the_dossier_until_the_what_if_is_known(
    page, father, supposed, filled, monkeypatch, qtbot
):
    reached, go = threading.Event(), threading.Event()
    known = module.get_supposed_point

    def slowly(*given):
        reached.set()
        go.wait(10)
        return known(*given)

    monkeypatch.setattr(module, "get_supposed_point", slowly)
    page.show_point(father)
    supposed.add(Supposed("source", find_source_by_key(filled, "RA").id, "RA"))
    qtbot.waitUntil(reached.is_set)
    assert page.sheet.heading.status.text() == "✕ contradicted"
    assert not page.sheet.judgement.isEnabled(), "nothing is changed from the first moment"
    go.set()
    qtbot.waitUntil(lambda: page.sheet.heading.status.text() == "= clear, was ✕ contradicted")
