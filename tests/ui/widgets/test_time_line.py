"""The drawing of a chain: open ends, marks, keys, wheel and tooltips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.answers import Kind
from app.domain.claims import Weighed
from app.domain.dates import read_date
from app.domain.records import Stance
from app.ui.models.time_rows import TimeBar, TimeRow
from app.ui.widgets.time_lanes import axis_height
from app.ui.widgets.time_legend import TimeLegend
from app.ui.widgets.time_line import TimeLine


def bar(number, siglum, text, verdict="", stance=Stance.AFFIRMS):
    claim = Weighed(number, siglum, number, number, Kind.DATE, stance, read_date(text))
    return TimeBar(number, (claim,), claim.strict, claim.widened, verdict)


ROWS = (
    TimeRow(1, "When was he born?", (bar(1, "K48", "2 April 1906"),)),
    TimeRow(
        2, "Когда он перешёл фронт?",
        (
            bar(2, "D41", "22 August 1941", "contradicts"),
            bar(3, "Al09", "before 1943", "tension"),
            bar(4, "<b>Ж</b>", "after 1930"),
            bar(5, "RA", "ca. 1941"),
            bar(6, "Un20", "1941", stance=Stance.DENIES),
        ),
    ),
    TimeRow(3, "When did he die?", ()),
)  # fmt: skip


@pytest.fixture
def line(app, qtbot):
    made = TimeLine()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    qtbot.waitExposed(made)
    made.show_rows(ROWS)
    return made


def colours(line) -> set[str]:
    image: QImage = line.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_bars_have_the_colour_of_their_verdict(line):
    from app.ui.theme import current_theme

    shown = colours(line)
    theme = current_theme()
    assert {theme.accent.name(), theme.contradiction.name(), theme.tension.name()} <= shown


def test_the_line_spans_all_that_is_told(line):
    assert line.scale.low < ROWS[0].bars[0].strict.first
    assert line.scale.high > read_date("1942").strict.last


def test_keys_move_zoom_and_show_all(line):
    whole = line.scale
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Right):
        QTest.keyClick(line, key)
    assert line.scale.span < whole.span
    assert line.scale.low > whole.low
    QTest.keyClick(line, Qt.Key.Key_0)
    assert line.scale == whole
    QTest.keyClick(line, Qt.Key.Key_Minus)
    assert line.scale.span > whole.span
    QTest.keyClick(line, Qt.Key.Key_Home)
    assert line.scale == whole


def test_down_goes_from_bar_to_bar_and_brings_it_into_view(line, qtbot):
    for _ in range(8):
        line.zoom(0.5)
    line.move_by(3)
    with qtbot.waitSignal(line.chosen):
        QTest.keyClick(line, Qt.Key.Key_Down)
    first = line.current.strict.first
    assert line.scale.low < first < line.scale.high
    for _ in range(9):
        QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.current.claims[0].siglum == "Un20"
    assert "Un20" in line.accessibleDescription()
    line.grab()


def wheel(line, delta, keys):
    where = QPointF(200, 60)
    event = QWheelEvent(
        where, line.viewport().mapToGlobal(where), QPoint(), QPoint(0, delta),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(line.viewport(), event)


def test_the_wheel_zooms_with_ctrl_and_moves_with_shift(line):
    day = line.scale.day_at(200)
    wheel(line, 120, Qt.KeyboardModifier.ControlModifier)
    assert line.scale.day_at(200) == pytest.approx(day)
    low = line.scale.low
    wheel(line, -120, Qt.KeyboardModifier.ShiftModifier)
    assert line.scale.low > low


def test_a_bar_is_chosen_dragged_and_opened_by_mouse(line, qtbot):
    lane = line._places().lane(1)
    where = QPoint(300, int(lane.center().y()) + axis_height())
    low = line.scale.low
    QTest.mousePress(line.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert line.current.claims[0].siglum == "D41"
    QTest.mouseRelease(line.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(line.opened) as opened:
        QTest.mouseDClick(line.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.args == [2]
    assert line.scale.low == low


def test_words_of_a_bar_name_account_answer_and_days(line):
    words = [shown.words for shown in line.bars]
    assert words[1] == "D41: “22 August 1941”\n22 Aug 1941\nNamed by a contradiction"
    assert "stretched, " in words[4]
    assert line.bars[5].label == "not Un20"


def test_more_rows_than_fit_scroll_under_the_axis(line):
    rows = tuple(TimeRow(n, f"Q{n}", (bar(n, f"S{n}", "1918"),)) for n in range(1, 60))
    line.limit_height(200)
    line.show_rows(rows)
    assert line.height() == 200
    assert line.verticalScrollBar().maximum() > 0
    line.choose_bar(58)
    assert line.verticalScrollBar().value() > 0
    line.grab()


def test_a_chain_without_dates_draws_nothing(line):
    line.show_rows((TimeRow(1, "When?", ()),))
    assert line.scale is None
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(line, key)
    line.grab()


def test_the_legend_says_in_words_what_is_drawn(app, qtbot):
    legend = TimeLegend()
    qtbot.addWidget(legend)
    legend.resize(900, 20)
    low = legend.height()
    legend.resize(260, 20)
    legend.grab()
    assert legend.height() > low
    assert "cannot all hold" in legend.accessibleName()
