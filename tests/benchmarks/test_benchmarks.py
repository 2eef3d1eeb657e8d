"""The benchmarks run, on dossiers so small that nothing is measured; no times are held."""

import math

import pytest

from app.domain.analysis import PointStatus
from app.services.workspace import Workspace
from app.store.queries.findings import count_by_status, count_rows
from app.store.queries.statuses import list_statuses
from benchmarks import dossiers
from benchmarks.growth import exponents, open_and_search
from benchmarks.history import History
from benchmarks.measuring import Row, in_turn, p99_ms
from benchmarks.recording import record
from benchmarks.synopsis import make_side_by_side, scroll
from benchmarks.weighing import weigh


@pytest.fixture
def made(tmp_path, monkeypatch):
    monkeypatch.setattr(dossiers, "FOLDER", tmp_path)
    return dossiers.make_dossier(600)


def test_an_invented_history_is_the_same_every_time():
    def everything():
        history = History(600)
        people = history.people()
        archive = history.archive(people)
        return [people, archive, *history.told(people, archive)]

    rows = everything()
    assert rows == everything()
    claims = [claim for found in rows for claim in found.get("claim", ())]
    assert len(claims) == len({claim["id"] for claim in claims}) == 600


def test_a_dossier_is_one_that_the_program_opens(made):
    with Workspace.open(made.path, read_only=True) as workspace, workspace.reading() as connection:
        assert count_rows(connection, ["claim"]) == {"claim": 600}
        kept = count_by_status(connection)
        found = list(list_statuses(connection).values())
    assert kept[PointStatus.CONTRADICTED] == found.count(PointStatus.CONTRADICTED) > 0
    assert dossiers.make_dossier(600) == made


def test_rows_are_measured_and_nothing_stays_behind(made):
    before = sorted(path.name for path in made.path.parent.iterdir())
    rows = [*weigh(made, times=1), *record(made, times=3)]
    assert [row.number for row in rows] == ["4", "4b", "3", "3"]
    assert all(row.ratio > 0 for row in rows)
    assert sorted(path.name for path in made.path.parent.iterdir()) == before
    assert open_and_search(made, times=1).keys() == {"open", "keystroke of a search"}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_synopsis_is_painted_and_scrolled(made):
    laid = make_side_by_side(points=130, accounts=12, claims=1_300)
    with Workspace.open(laid.path, read_only=True) as workspace, workspace.reading() as connection:
        assert count_rows(connection, ["point", "claim"]) == {"point": 130, "claim": 1_300}
    assert make_side_by_side(points=130, accounts=12, claims=1_300) == laid
    rows = scroll(laid, times=1, frames=4)
    assert [(row.number, row.claims) for row in rows] == [("7", 1_300)] * 2
    assert "130 × 12" in rows[0].note
    assert all(row.ratio > 0 for row in rows)


def test_works_are_called_in_turn():
    called = []
    taken = in_turn({"a": lambda: called.append("a"), "b": lambda: called.append("b")}, 2, warm=1)
    assert called == ["a", "b"] * 3
    assert [len(found) for found in taken.values()] == [2, 2]
    assert p99_ms([0.001] * 99 + [1.0]) == 1000


def test_the_exponent_is_that_of_the_growth():
    rows = [Row("3", "record a claim, median", n, 10.0, 5.0, "") for n in (100, 10_000)]
    rows += [Row("4", "status of every point", n, n / 10, 1.0, "") for n in (100, 10_000)]
    rest = {"re-check of all points": 1.0, "keystroke of a search": 1.0, "open": 1.0}
    times = {100: rest, 10_000: {**rest, "re-check of all points": 10.0}}
    found = {work: exponent for work, exponent, _ in exponents(times, rows)}
    assert math.isclose(found["re-check of all points"], 0.5)
    assert math.isclose(found["status of every point"], 1.0)
    assert found["record a claim, median"] == 0
