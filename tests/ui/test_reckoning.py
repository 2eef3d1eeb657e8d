from __future__ import annotations

import threading

import pytest

from app.domain.errors import UserError
from app.services.findings import count_rows
from app.ui.reckoning import Reckoning
from app.ui.tasks import Progress
from app.ui.widgets.progress_line import ProgressLine


@pytest.fixture
def reckoning(app, dossier):
    return Reckoning(dossier, "Counting")


@pytest.fixture
def gate():
    """Something that the work waits for, so that a test can act meanwhile."""
    opened = threading.Event()
    yield opened
    opened.set()


def test_what_is_found_comes_back_with_progress_on_the_way(reckoning, qtbot):
    told = []
    reckoning.progressed.connect(told.append)

    def count(workspace, step):
        step(3, 4)
        return count_rows(workspace)["claim"]

    with qtbot.waitSignal(reckoning.finished) as found:
        reckoning.begin(count)
    assert found.args == [7]
    assert [progress.words for progress in told] == ["Counting…", "Counting: 3 of 4 points"]
    assert not reckoning.is_busy


def test_only_what_was_begun_last_is_told(reckoning, gate, qtbot):
    found = []
    reckoning.finished.connect(found.append)
    reckoning.begin(lambda _workspace, _step: gate.wait(10) and "first")
    with qtbot.waitSignal(reckoning.finished):
        reckoning.begin(lambda _workspace, _step: "second")
    gate.set()
    qtbot.wait(20)
    assert found == ["second"]


def test_it_stops_at_once_and_says_so(reckoning, gate, qtbot):
    found = []
    reckoning.finished.connect(found.append)
    reckoning.begin(lambda _workspace, _step: gate.wait(10))
    with qtbot.waitSignal(reckoning.stopped):
        reckoning.stop()
    assert not reckoning.is_busy
    gate.set()
    qtbot.wait(20)
    assert not found


def test_a_user_s_error_is_told_in_its_sentence(reckoning, qtbot):
    def refuse(_workspace, _step):
        raise UserError("That cannot be read.")

    with qtbot.waitSignal(reckoning.refused) as said:
        reckoning.begin(refuse)
    assert said.args == ["That cannot be read."]


def test_a_dossier_that_is_gone_is_a_user_s_error(reckoning, dossier, qtbot):
    dossier.unlink()
    with qtbot.waitSignal(reckoning.refused) as said:
        reckoning.begin(lambda _workspace, _step: None)
    assert "There is no file" in said.args[0]


def test_our_bug_is_raised_in_the_window_s_thread(reckoning, qtbot):
    def fail(_workspace, _step):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        reckoning.begin(fail)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    assert not reckoning.is_busy


def test_the_line_is_shown_after_a_while_and_not_for_what_is_soon_over(app, qtbot):
    line = ProgressLine()
    qtbot.addWidget(line)
    line.show_progress(Progress(1, 4, "Counting: 1 of 4 points"))
    assert not line.isVisible()
    line.show_done()
    line.show_progress(Progress(2, 4, "Counting: 2 of 4 points"))
    qtbot.waitUntil(line.isVisible)
    with qtbot.waitSignal(line.stop_asked):
        line.button.click()
    line.show_stopped("Stopped.")
    with qtbot.waitSignal(line.begin_asked):
        line.button.click()
