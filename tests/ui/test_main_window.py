import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.records import Reason, Status
from app.services.claims import ClaimDraft, add_claim, list_claims
from app.services.findings import list_flags
from app.services.judgements import dismiss_flag
from app.services.workspace import Workspace
from app.ui import main_window
from app.ui.fonts import NORMAL_SIZE
from app.ui.settings import Settings
from app.ui.theme import current_scheme, current_theme, verdict_colour


def question(window):
    return window.desk.page("point").sheet.heading.question.text()


def titles(window):
    tree = window.desk.navigation.tree
    return [tree.points_model.index(row, 0).data() for row in range(tree.points_model.rowCount())]


def test_opening_shows_the_point_that_most_needs_judging(window, dossier):
    assert window.windowTitle() == "Variorum – kononov.variorum"
    assert window.desk.place.name == "point"
    assert titles(window)[-1] == "Ivan Kononov"
    assert window.desk.navigation.rows["contradictions"].count == "2"
    assert window.desk.navigation.rows["points"].count == "4"
    assert window.saved_label.text() == "Every change is saved at once"


def test_counts_follow_what_is_kept(window):
    workspace = window.session.bridge.workspace
    draft = ClaimDraft(
        subject="Bürgermeister Größ", question="When did he die?", siglum="K48", locator="p. 9",
        answer="1950",
    )  # fmt: skip
    add_claim(workspace, draft)
    rows = window.desk.navigation.rows
    assert rows["contradictions"].count == "3"
    assert window.saved_label.text().startswith("Saved ")
    window.menus.actions["undo"].trigger()
    assert rows["contradictions"].count == "2"
    flag = list_flags(workspace)[0]
    dismiss_flag(workspace, flag, Reason.CALENDAR, "")
    assert rows["contradictions"].count == "1"


def test_the_way_through_pages_goes_back_and_forward(window):
    actions = window.menus.actions
    assert not actions["back"].isEnabled()
    actions["contradictions"].trigger()
    actions["sources"].trigger()
    assert window.desk.place.name == "sources"
    actions["back"].trigger()
    assert window.desk.place.name == "contradictions"
    assert window.desk.navigation.rows["contradictions"].isChecked()
    assert not window.desk.navigation.rows["sources"].isChecked()
    actions["back"].trigger()
    assert window.desk.place.name == "point"
    actions["forward"].trigger()
    assert window.desk.place.name == "contradictions"
    actions["points"].trigger()
    assert window.desk.place.name == "point"


def test_keys_walk_through_points_and_contradicted_points(window, qtbot):
    seen = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        seen.append(window.desk.place.id)
    assert len(set(seen)) == 3
    qtbot.keyClick(
        window,
        Qt.Key.Key_J,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert window.desk.place.id == seen[1]
    tree = window.desk.navigation.tree
    tree.setCurrentIndex(tree.points_model.index(0, 0))
    qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert tree.currentIndex().data() == "Was it encircled?"
    qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert tree.currentIndex().data() == "When did he die?"
    qtbot.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert tree.currentIndex().data() == "Was it encircled?"
    assert tree.points_model.point_at(tree.currentIndex()) == window.desk.place.id


def test_the_tree_opens_points_with_the_arrow_keys(window, qtbot):
    tree = window.desk.navigation.tree
    tree.setFocus()
    tree.setCurrentIndex(tree.points_model.index(0, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert window.desk.place.id == tree.points_model.point_at(tree.currentIndex())
    window.menus.actions["contradictions"].trigger()
    tree.setFocus()
    tree.setCurrentIndex(tree.points_model.index(0, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert not tree.isExpanded(tree.points_model.index(0, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(tree.points_model.index(0, 0))


def test_f6_walks_through_the_parts_of_the_window(window, qtbot):
    desk = window.desk
    desk.navigation.tree.setFocus()
    parts = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        owners = {
            "page": desk.page(desk.place.name), "record": desk.record_line,
            "navigation": desk.navigation, "search": window.search,
        }  # fmt: skip
        parts.append(
            next(name for name, part in owners.items() if part is now or part.isAncestorOf(now))
        )
    assert parts == ["page", "record", "search", "navigation"]


def test_recording_a_claim_and_undoing_it_from_the_line(window, qtbot, type_text):
    workspace = window.session.bridge.workspace
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    line = window.desk.record_line.line
    assert line.answer.hasFocus()
    point = window.desk.place.id
    before = len(list_claims(workspace, point_id=point))
    type_text(line.answer, "yes" if question(window) == "Was it encircled?" else "1920")
    type_text(line.account, "Größ44")
    type_text(line.locator, "л. 3 об.")
    with qtbot.waitSignal(window.desk.record_line.kept):
        qtbot.keyClick(line.answer, Qt.Key.Key_Return)
    assert len(list_claims(workspace, point_id=point)) == before + 1
    assert window.desk.place.id == point
    assert workspace.history.last_done.action == "add claim"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(list_claims(workspace, point_id=point)) == before
    assert window.menus.actions["redo"].text() == "&Redo add claim"


def test_undo_survives_a_restart(app, qtbot, dossier):
    from app.bootstrap import make_window

    for text in ("&Undo add claim", "&Undo"):
        window = make_window(dossier, Settings())
        qtbot.addWidget(window)
        while window.menus.actions["undo"].text() == text and text != "&Undo":
            window.menus.actions["undo"].trigger()
        assert window.menus.actions["undo"].text() == "&Undo"
        assert window.menus.actions["redo"].isEnabled()
        window.close()


def test_an_undone_first_point_leaves_a_page_that_says_how_to_begin(app, qtbot, tmp_path):
    from app.bootstrap import make_window

    Workspace.create(tmp_path / "new.variorum").close()
    window = make_window(tmp_path / "new.variorum", Settings())
    qtbot.addWidget(window)
    assert window.desk.place.name == "points"
    draft = ClaimDraft(subject="A", question="When?", siglum="K48", locator="p. 1", answer="1918")
    add_claim(window.session.bridge.workspace, draft)
    assert window.desk.place.name == "point"
    window.menus.actions["undo"].trigger()
    assert window.desk.place.name == "points"


def test_a_second_dossier_takes_the_place_of_the_first(window, tmp_path):
    Workspace.create(tmp_path / "second.variorum").close()
    first = window.session.bridge.workspace
    assert window.session.open(tmp_path / "second.variorum")
    assert window.windowTitle() == "Variorum – second.variorum"
    Workspace.open(first.path).close()  # the first is free again
    assert window.settings.recent == [tmp_path / "second.variorum", first.path]


def test_a_dropped_dossier_is_opened(window, tmp_path):
    path = tmp_path / "dropped.variorum"
    Workspace.create(path).close()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(QPoint(10, 10)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(drop)
    assert window.session.bridge.workspace.path == path


def test_new_and_open_ask_for_a_file(window, monkeypatch, tmp_path):
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "mine"), "")
    )
    window.menus.actions["new"].trigger()
    assert window.session.bridge.workspace.path == tmp_path / "mine.variorum"
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_, **__: (str(tmp_path / "kononov.variorum"), "")
    )
    window.menus.actions["open"].trigger()
    assert window.session.bridge.workspace.path == tmp_path / "kononov.variorum"


def test_the_sample_is_made_once_and_opened_again(window, qtbot):
    window.menus.actions["sample"].trigger()
    assert window.title.text().startswith("Ivan Kononov")
    assert question(window) == "Who crossed the line with Kononov on 22 August 1941?"
    window.menus.actions["close"].trigger()
    assert window.desk is None
    window.menus.actions["sample"].trigger()
    assert window.desk is not None


def make_bad(kind: str, tmp_path: Path, dossier: Path) -> Path:
    path = tmp_path / f"{kind}.variorum"
    content = bytearray(dossier.read_bytes())
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "text":
        path.write_text("Dear Boris Ivanovich," * 20)
    elif kind == "newer":
        content[60:64] = (9999).to_bytes(4, "big")
        path.write_bytes(content)
    elif kind == "short":
        path.write_bytes(content[: len(content) // 2])
    return path


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("folder", "is a folder"),
        ("empty", "is empty"),
        ("text", "not a Variorum dossier"),
        ("newer", "newer Variorum"),
        ("short", "cut short"),
        ("missing", "There is no file"),
    ],
)
def test_a_bad_file_is_one_sentence_and_the_open_dossier_stays(
    window, tmp_path, dossier, kind, words
):
    before = window.session.bridge
    assert not window.session.open(make_bad(kind, tmp_path, dossier))
    assert window.notices.isVisible()
    assert words in window.notices.label.text()
    assert window.notices.action.isHidden()
    assert window.session.bridge is before


def test_a_locked_dossier_is_offered_for_reading(window, tmp_path):
    path = tmp_path / "locked.variorum"
    with Workspace.create(path):
        assert not window.session.open(path)
        assert "open in another window" in window.notices.label.text()
        assert not window.notices.action.isHidden()
        window.notices.action.click()
        assert window.notices.isHidden()
        assert window.session.bridge.workspace.path == path
        assert not window.session.bridge.workspace.is_writable
        assert window.saved_label.text() == "read-only"
        assert not window.menus.actions["import"].isEnabled()
        assert not window.menus.actions["undo"].isEnabled()
        window.close()


def test_a_file_that_cannot_be_written_is_offered_for_reading(window, tmp_path, monkeypatch):
    path = tmp_path / "closed" / "still.variorum"
    path.parent.mkdir()
    Workspace.create(path).close()
    path.chmod(stat.S_IRUSR)
    monkeypatch.setattr("app.store.dossier.os.access", lambda *_: False)  # root may write anything
    assert not window.session.open(path)
    assert "read-only" in window.notices.label.text()
    window.notices.action.click()
    assert window.session.bridge.workspace.path == path


def test_a_refused_change_is_said_above_the_page(window):
    window.session.bridge.attempt(window.session.bridge.workspace.redo)
    assert window.notices.label.text() == "There is nothing to redo."
    window.notices.setFocus()


def test_what_was_refused_is_forgotten_with_the_next_change_or_edit(window):
    bridge = window.session.bridge
    bridge.attempt(bridge.workspace.redo)
    assert window.notices.isVisible()
    bridge.workspace.undo()
    assert not window.notices.isVisible()
    page = window.desk.page("point")
    window.desk.show_first()
    page.sheet.judgement.status.set_member(Status.SETTLED)
    page.sheet.judgement.save()
    assert window.notices.isVisible()
    page.sheet.judgement.grounds.setText("K48 was there.")
    assert not window.notices.isVisible()
    page.sheet.judgement.save()


def test_letters_grow_shrink_and_come_back(window, app):
    actions = window.menus.actions
    heading, line = window.title.font().pointSizeF(), window.search.font().pointSizeF()
    actions["larger"].trigger()
    assert app.font().pointSize() == NORMAL_SIZE + 1
    assert window.title.font().pointSizeF() > heading
    assert window.search.font().pointSizeF() > line
    assert window.settings.font_size == NORMAL_SIZE + 1
    actions["smaller"].trigger()
    actions["smaller"].trigger()
    assert app.font().pointSize() == NORMAL_SIZE - 1
    actions["normal"].trigger()
    assert app.font().pointSize() == NORMAL_SIZE


def test_colours_are_chosen_and_kept(window, app):
    window.menus.actions["scheme_dark"].trigger()
    assert current_theme().name == "dark"
    assert app.palette().window().color() == current_theme().window
    status = window.desk.page("point").sheet.heading.status
    ink = status.palette().color(status.foregroundRole())
    assert ink == verdict_colour(status.verdict)
    assert window.settings.scheme == "dark"
    assert window.menus.actions["scheme_dark"].isChecked()
    window.menus.actions["scheme_light"].trigger()
    assert current_theme().name == "light"
    window.menus.actions["scheme_system"].trigger()
    assert current_scheme() == "system"


def test_what_is_typed_is_not_left_behind_unasked(window, type_text, monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(
        main_window, "asked_to_leave", lambda things, _: asked.append(things) is not None
    )
    type_text(window.desk.record_line.line.answer, "три")
    Workspace.create(tmp_path / "second.variorum").close()
    assert not window.session.open(tmp_path / "second.variorum")
    assert not window.close()
    assert asked == [["the claim in the line"]] * 2
    monkeypatch.setattr(main_window, "asked_to_leave", lambda *_: True)
    assert window.close()


def test_the_window_remembers_its_place(window, qtbot):
    window.resize(790, 640)  # the offscreen screen has 800 × 800
    window.close()
    kept = Settings()
    assert kept.find_layout("window") is not None
    assert kept.last_dossier.name == "kononov.variorum"
    again = main_window.MainWindow(kept)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (790, 640)


def test_recent_dossiers_stand_in_the_menu_and_on_the_welcome_page(window, dossier):
    window.menus.recent.aboutToShow.emit()
    assert [action.text() for action in window.menus.recent.actions()] == [str(dossier)]
    window.menus.actions["close"].trigger()
    assert [choice.text() for choice in window.welcome.recent] == ["kononov.variorum"]
    window.welcome.recent[0].click()
    assert window.desk is not None


def test_the_page_offers_its_actions_in_the_menu(window):
    menu = window.menus.menus["&Page"]
    names = [action.objectName() for action in menu.actions()]
    assert "claim.edit" in names
    window.menus.actions["sources"].trigger()
    assert "source.new" in [action.objectName() for action in menu.actions()]
    window.menus.actions["contradictions"].trigger()
    assert [action.objectName() for action in menu.actions()] == [
        "flag.open", "flag.aside", "flag.shown"
    ]  # fmt: skip
