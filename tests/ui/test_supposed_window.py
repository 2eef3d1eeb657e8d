"""A what-if in the whole window: found in the background, stopped, left, and shown elsewhere."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QEvent, Qt

from app.services.completing import complete_points, find_source_by_key
from app.services.workspace import Workspace
from app.ui import reckoning
from app.ui import supposition as module
from app.ui.bridge import Bridge
from app.ui.panels.point_page import PointPage
from app.ui.supposition import Supposed, Supposition
from tests.ui.supposing import cells_of, flags_of

CTRL = Qt.KeyboardModifier.ControlModifier


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
    assert [row[0] for row in cells_of(page.flags.table)] == ["− gone"] * 3
    assert page.flags.words.toPlainText().startswith(cells_of(page.flags.table)[0][2])
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
            gone = [row for row in cells_of(sheet.versions) if row[-1].startswith("−")]
            assert len(cells_of(sheet.versions)) - len(gone) == len(found.findings.versions)
            aside = [row for row in cells_of(sheet.claims) if row[-1] == "− set aside"]
            assert len(aside) == len(found.claims_aside)
            marked = [line for line in flags_of(page) if line[0] in "−+"]
            expected = (*found.change.flags_gone, *found.change.flags_new)
            assert len(marked) == len(expected)
