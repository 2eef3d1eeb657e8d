"""The page of a point in a what-if: redrawn and marked, nothing written, and exactly as before."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.answers import Kind
from app.domain.records import Degree, Derivation
from app.services.accounts import link_accounts
from app.services.claims import ClaimDraft, add_claim
from app.services.completing import complete_points, find_account, find_source_by_key
from app.services.workspace import Workspace
from app.ui import reckoning
from app.ui import supposition as module
from app.ui.bridge import Bridge
from app.ui.panels.point_page import PointPage
from app.ui.supposition import Supposed, Supposition
from app.ui.theme import current_theme
from tests.services.support import dump

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


def _cells(table):
    rows = table.rows
    return [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def _is_struck(table, row, column=0):
    index = table.rows.index(row, column)
    font = index.data(Qt.ItemDataRole.FontRole)
    ink = index.data(Qt.ItemDataRole.ForegroundRole)
    return font is not None and font.strikeOut() and ink == current_theme().muted


def _flags(page):
    return [row.sentence.toPlainText() for row in page.sheet.flags.flag_rows]


def _shown(page):
    """Return everything that the page says, and what is chosen on it."""
    sheet = page.sheet
    return (
        sheet.heading.status.text(), sheet.heading.remarks.text(),
        sheet.apparatus.toPlainText(), sheet.was.isVisible(), sheet.as_it_is.isVisible(),
        sheet.versions_title.text(), sheet.claims_title.text(), sheet.against.text,
        _cells(sheet.versions), _cells(sheet.claims), _flags(page),
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
    fates = [(row[0], row[-1]) for row in _cells(sheet.versions)]
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
    said = {row[0]: (row[-1], _is_struck(claims, n)) for n, row in enumerate(_cells(claims))}
    assert said == {"K48": ("this claim", False), "RA": ("− set aside", True)}
    assert page.sheet.claims_title.text() == "2 claims, 1 set aside"
    claims.choose(claims.rows.id_at([row[0] for row in _cells(claims)].index("RA")))
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
    version = next(row for row in _cells(page.sheet.versions) if row[0] == "1918")
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
    before = _flags(page)
    assert len(before) == 1, before
    without("RA")
    gone, new = _flags(page)
    assert gone.startswith("− would be gone  Disagreement. ")
    assert new.startswith("+ would be new  ≈ Disagreement. ")
    assert not page.sheet.flags.flag_rows[1].button.isEnabled()
    without("X1")
    supposed = page._supposed
    supposed.remove(supposed.things[0])
    without()
    (changed,) = _flags(page)
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
    assert [row[-1] for row in _cells(sheet.versions)] == ["− gone", "− gone"]


def test_an_account_and_a_speaker_can_be_set_aside_too(page, father, filled, supposed, qtbot):
    add_claim(
        filled, ClaimDraft(point_id=father, answer="1917", siglum="X1", speaker="Ivan Kononov")
    )
    page.show_point(father)
    speaker = page._view.subject.id
    supposed.add(Supposed("speaker", speaker, "Ivan Kononov"))
    qtbot.waitUntil(lambda: not supposed.is_busy)
    assert [row[-1] for row in _cells(page.sheet.versions)].count("− gone") == 1
    account = find_account(filled, "RA").id
    supposed.add(Supposed("account", account, "RA"))
    qtbot.waitUntil(lambda: not supposed.is_busy)
    assert [row[-1] for row in _cells(page.sheet.versions)].count("− gone") == 2


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
    assert [(row[0], row[-1]) for row in _cells(page.sheet.versions)] == [
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


def test_finding_everything_anew_can_be_stopped_and_begun_again(window, monkeypatch, qtbot):
    reached, go = threading.Event(), threading.Event()
    known = module.what_if

    def slowly(workspace, aside, progress):
        reached.set()
        go.wait(10)
        return known(workspace, aside, progress)

    monkeypatch.setattr(module, "what_if", slowly)
    desk = window.desk
    desk.show_place("contradictions")
    source = find_source_by_key(desk.bridge.workspace, "K48")
    desk.supposed.add(Supposed("source", source.id, source.key))
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(desk.banner.progress.isVisible)
    desk.banner.progress.button.click()
    assert desk.banner.progress.words.text().startswith("Stopped")
    assert desk.supposed.outcome() is None
    go.set()
    desk.banner.progress.button.click()
    qtbot.waitUntil(lambda: desk.supposed.outcome() is not None)
    assert not desk.banner.progress.isVisible()
    assert "3 flags gone" in desk.banner.here.text()


def test_a_dossier_can_be_closed_while_all_is_found_anew(window, dossier, monkeypatch, qtbot):
    reached, go = threading.Event(), threading.Event()
    known = module.what_if

    def slowly(workspace, aside, progress):
        with workspace.reading():
            reached.set()
            go.wait(10)
        return known(workspace, aside, progress)

    monkeypatch.setattr(module, "what_if", slowly)
    source = find_source_by_key(window.desk.bridge.workspace, "K48")
    window.desk.supposed.add(Supposed("source", source.id, source.key))
    window.desk.show_place("what_if")
    qtbot.waitUntil(reached.is_set)
    window.session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go.set()
    qtbot.waitUntil(lambda: not reckoning._running)
    assert window.session.open(dossier)
    assert not window.desk.banner.isVisible(), "what was supposed goes with the dossier"


def test_what_was_refused_is_forgotten_when_the_what_if_is_cleared(window, qtbot):
    desk = window.desk
    source = find_source_by_key(desk.bridge.workspace, "K48")
    desk.supposed.add(Supposed("source", source.id, source.key))
    desk.show_point(complete_points(desk.bridge.workspace, "father")[0].id)
    desk.page("point").commands["claim.edit"].trigger()
    assert window.notices.isVisible()
    qtbot.keyClick(desk, Qt.Key.Key_Escape)
    assert not window.notices.isVisible()
    assert not desk.banner.isVisible()


def test_other_pages_say_that_they_show_the_dossier_as_it_is(window):
    desk = window.desk
    source = find_source_by_key(desk.bridge.workspace, "K48")
    desk.supposed.add(Supposed("source", source.id, source.key))
    desk.show_place("sources")
    assert "as it is" in desk.banner.here.text()
    desk.supposed.clear()
    assert not desk.banner.isVisible()


def test_the_flags_page_of_the_what_if_opens_the_point(window, qtbot):
    desk = window.desk
    workspace = desk.bridge.workspace
    source = find_source_by_key(workspace, "K48")
    desk.supposed.add(Supposed("source", source.id, source.key))
    desk.show_place("what_if")
    page = desk.page("what_if")
    qtbot.waitUntil(lambda: not desk.supposed.is_busy)
    page.show_part("flags")
    assert [row[0] for row in _cells(page.flags.table)] == ["− gone"] * 3
    assert page.flags.words.toPlainText().startswith(_cells(page.flags.table)[0][2])
    qtbot.keyClick(page.flags.table, Qt.Key.Key_Down)
    chosen = page.flags.table.find_current()
    qtbot.keyClick(page.flags.table, Qt.Key.Key_Return)
    assert (desk.place.name, desk.place.id) == ("point", chosen.point_id)


def test_the_sample_can_be_walked_through_without_a_source(app, tmp_path, qtbot):
    from app.services.dossiers import make_sample
    from app.services.findings import list_ids

    path = tmp_path / "sample.variorum"
    make_sample(path).close()
    with Workspace.open(path, read_only=True) as workspace:
        supposed = Supposition(Bridge(workspace))
        page = PointPage(Bridge(workspace), supposed)
        qtbot.addWidget(page)
        page.show()
        source = find_source_by_key(workspace, "K48")
        supposed.add(Supposed("source", source.id, source.key))
        for point in list_ids(workspace, "contradictions"):
            page.show_point(point)
            qtbot.waitUntil(lambda: not supposed.is_busy)
            found = supposed.point(point)
            sheet = page.sheet
            gone = [row for row in _cells(sheet.versions) if row[-1].startswith("−")]
            assert len(_cells(sheet.versions)) - len(gone) == len(found.findings.versions)
            aside = [row for row in _cells(sheet.claims) if row[-1] == "− set aside"]
            assert len(aside) == len(found.claims_aside)
            marked = [line for line in _flags(page) if line[0] in "−+"]
            expected = (*found.change.flags_gone, *found.change.flags_new)
            assert len(marked) == len(expected)
