import threading

from app.domain.errors import UserError
from app.ui.tasks import Progress, Task


def test_a_task_reports_and_finishes(qtbot):
    def work(tell):
        tell(Progress(1, 2, "half"))
        return threading.current_thread() is threading.main_thread()

    task, seen, results = Task(work), [], []
    task.progressed.connect(seen.append)
    task.finished.connect(results.append)
    with qtbot.waitSignals([task.finished, task.ended], order="strict"):
        task.start()
        assert task.is_running
    assert results == [False]
    assert seen == [Progress(1, 2, "half")]
    assert not task.is_running


def test_a_user_error_is_a_sentence(qtbot):
    def work(_tell):
        raise UserError("There is no such sheet.")

    task = Task(work)
    with qtbot.waitSignal(task.refused) as wait:
        task.start()
    assert wait.args == ["There is no such sheet."]
    task.wait()


def test_a_bug_is_handed_on_whole(qtbot):
    task = Task(lambda _tell: 1 // 0)
    with qtbot.waitSignal(task.crashed) as wait:
        task.start()
    assert isinstance(wait.args[0], ZeroDivisionError)


def test_a_task_stops_at_its_next_report(qtbot):
    begun, may_go_on = threading.Event(), threading.Event()

    def work(tell):
        begun.set()
        may_go_on.wait()
        tell(Progress())

    task = Task(work)
    with qtbot.waitSignals([task.cancelled, task.ended], order="strict"):
        task.start()
        begun.wait()
        task.cancel()
        assert task.is_stopping
        may_go_on.set()


def test_a_task_can_be_done_again(qtbot):
    task = Task(lambda _tell: 7)
    for _ in range(2):
        with qtbot.waitSignal(task.ended):
            task.start()
