from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.domain.errors import UserError
from app.domain.records import Degree, Derivation
from app.services.accounts import edit_account, link_accounts, list_links, unlink_accounts
from app.services.completing import find_account
from app.services.points import list_points
from app.ui.panels.stemma_page import StemmaPage


@pytest.fixture
def linked(filled):
    ids = {siglum: find_account(filled, siglum).id for siglum in ("K48", "RA", "D41")}
    link_accounts(filled, Derivation(0, ids["K48"], ids["D41"], Degree.CERTAIN, "same words"))
    link_accounts(filled, Derivation(0, ids["RA"], ids["K48"], Degree.SUSPECTED))
    return ids


@pytest.fixture
def page(filled_bridge, qtbot):
    made = StemmaPage(filled_bridge)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.canvas.setFocus()
    return made


def test_an_empty_page_says_how_derivations_come_about(page):
    assert page.nothing.isVisible()
    assert "Whom it draws on" in page.nothing.text()
    assert not page.commands["stemma.export"].isEnabled()


def test_derivations_show_as_they_are_kept(page, filled, linked):
    assert page.canvas.isVisible()
    assert page.summary.text() == "3 accounts  ·  2 derivations"
    unlink_accounts(filled, list_links(filled)[1].id)
    assert page.summary.text() == "2 accounts  ·  1 derivation"
    page.alone.setChecked(True)
    assert page.summary.text().startswith("3 accounts")


def test_a_version_is_lit_with_witnesses_and_roots(linked, page, filled):
    point = next(p for p in list_points(filled) if p.question == "How many men crossed?")
    page.show_point(point.id)
    assert page.version.count() > 1
    lit = page.canvas.painting.lit
    assert lit.witnesses
    assert lit.roots
    assert "witness" in page.summary.text()
    before = page.canvas.grab().toImage()
    page.version.set_member(0)
    page._show_lit()
    assert page.canvas.painting.lit.witnesses == frozenset()
    assert page.canvas.grab().toImage() != before


def test_keys_go_from_account_to_account_and_open_one(linked, page, qtbot):
    canvas = page.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.current_id == linked["D41"]
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.current_id == linked["K48"]
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert canvas.current_id == linked["K48"]
    assert "draws on D41 (certain: same words)" in page.words.text
    QTest.keyClick(canvas, Qt.Key.Key_End)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert not canvas.hasFocus()
    with qtbot.waitSignal(page.account_asked) as asked:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert asked.args == [linked["RA"]]


def test_wheel_keys_and_drag_move_and_enlarge(linked, page):
    canvas = page.canvas
    middle = QPointF(canvas.rect().center())
    scale, offset = canvas.scale, QPointF(canvas.offset)
    spot = (middle - offset) / scale
    wheel = QWheelEvent(
        middle, canvas.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    assert canvas.scale > scale
    after = (middle - canvas.offset) / canvas.scale
    assert (after - spot).manhattanLength() < 1e-6
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.scale == pytest.approx(scale)
    offset = QPointF(canvas.offset)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.offset.x() < offset.x()
    corner = QPoint(4, canvas.height() - 4)
    offset = QPointF(canvas.offset)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(canvas, corner + QPoint(20, -30))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=corner + QPoint(20, -30))
    assert canvas.offset - offset == QPointF(20, -30)
    page.commands["stemma.whole"].trigger()
    assert canvas.is_fitted
    for _ in range(60):
        canvas.pan(5000, 5000)
        canvas.reduce()
    assert canvas.seen().intersects(canvas.seen().__class__(0, 0, *canvas.extent()))


def test_names_are_plain_text_everywhere(linked, page, filled, monkeypatch):
    from dataclasses import replace

    hostile = "<b>К48</b><img src=x>"
    edit_account(filled, replace(find_account(filled, "K48"), speaker=hostile))
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, words, *__: shown.append(words))
    canvas = page.canvas
    canvas.choose_account(linked["K48"])
    placed = canvas.drawing.accounts[canvas.current]
    spot = (QPointF(placed.x, placed.y) * canvas.scale + canvas.offset).toPoint()
    QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, spot, canvas.mapToGlobal(spot)))
    assert "&lt;b&gt;К48&lt;/b&gt;" in shown[0]
    assert "<img" not in shown[0]
    assert hostile in page.words.text


def test_the_drawing_is_written_as_svg_and_png(linked, page, tmp_path, qtbot):
    page.write(tmp_path / "s.svg")
    assert ElementTree.parse(tmp_path / "s.svg").getroot().tag.endswith("svg")
    page.write(tmp_path / "s.png")
    assert QImage(str(tmp_path / "s.png")).width() > 200
    with pytest.raises(UserError, match="cannot be written"):
        page.write(tmp_path / "nowhere" / "s.svg")


def test_a_point_leads_to_its_stemma(window, qtbot):
    desk = window.desk
    point = next(p for p in list_points(desk.bridge.workspace) if "crossed" in p.question)
    desk.show_point(point.id)
    desk.page("point").commands["point.stemma"].trigger()
    assert desk.place.name == "stemma"
    assert desk.page("stemma").point.find_id() == point.id
    window.commands.show_place("stemma")
    assert desk.navigation.rows["stemma"].isChecked()
