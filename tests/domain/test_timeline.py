"""Bars of rival datings and lanes of versions, from sets written down directly."""

from dataclasses import replace

from app.domain.analysis import analyse
from app.domain.answers import Kind
from app.domain.careers import make_lanes
from app.domain.case import Case
from app.domain.records import Stance
from app.domain.sets import FIRST, LAST
from app.domain.timeline import make_track
from app.domain.witnesses import Dependence
from tests.domain.support import allowed, claim

YEAR = 366


def case(*claims, kind=Kind.DATE):
    return Case(7, "When?", kind, tuple(claims), lemma="began", subject="Riot")


def told(made, day, last=None, words="told"):
    days = allowed((day, last or day))
    return replace(made, told_day=day, told=words, telling=(days, days))


def test_bars_by_version_with_their_qualifiers():
    track = make_track(case(
        told(claim(allowed((10, 10)), account=1), 900),
        told(claim(allowed((500, 500)), allowed((490, 510)), account=2), 800),
        told(claim(allowed((5, 20)), account=3), 700),
    ))  # fmt: skip
    assert [(bar.siglum, bar.version) for bar in track.bars] == [("A3", 0), ("A1", 0), ("A2", 1)]
    assert [bar.is_qualified for bar in track.bars] == [False, False, True]
    assert track.bars[2].widened == ((490, 510),)
    assert (track.extent, track.versions) == ((5, 510), 2)


def test_open_ends_and_stances():
    before, doubted = allowed((FIRST, 10)), allowed((20, 30))
    track = make_track(case(claim(before, account=1),
                            claim(doubted, account=2, stance=Stance.DOUBTS),
                            claim(allowed((40, LAST)), account=3,
                                  stance=Stance.DENIES)))  # fmt: skip
    bars = {bar.siglum: bar for bar in track.bars}
    assert (bars["A1"].is_open_before, bars["A1"].is_open_after) == (True, False)
    assert (bars["A2"].strict, bars["A2"].stance, bars["A2"].version) == (
        ((20, 30),), Stance.DOUBTS, None,
    )  # fmt: skip
    assert bars["A3"].is_open_after
    assert track.extent == (10, 40)


def test_no_track_without_dates():
    assert make_track(case()) is None
    assert make_track(case(claim(allowed((1, 1)), stance=Stance.SILENT))) is None
    assert make_track(case(claim(allowed((1, 1)), kind=Kind.OPTION), kind=Kind.OPTION)) is None


def test_careers_begin_with_the_first_attestation():
    early, late = allowed((1, 1)), allowed((9, 9))
    whole = case(
        told(claim(late, account=1, text="9"), 20 * YEAR),
        told(claim(early, account=2, text="1"), YEAR),
        told(claim(early, account=3, text="1"), 2 * YEAR),
        told(claim(early, account=4, text="1"), 40 * YEAR), claim(early, account=5, text="1"),
    )  # fmt: skip
    first, second = make_lanes(whole, analyse(whole, Dependence()).versions)
    assert (first.answer, second.answer) == ("1", "9")
    assert [station.siglum for station in first.stations] == ["A2", "A3", "A4"]
    assert [station.siglum for station in first.undated] == ["A5"]
    assert (first.first.siglum, first.years, first.longest_gap) == ("A2", 39, 38)
    assert (first.low, first.high, first.sources) == (4, 4, 4)
    assert (second.years, second.longest_gap) == (0, None)


def test_a_version_that_nobody_dates_stands_last():
    whole = case(claim(allowed((1, 1)), account=1), told(claim(allowed((9, 9)), account=2), 5))
    dated, undated = make_lanes(whole, analyse(whole, Dependence()).versions)
    assert dated.first.siglum == "A2"
    assert undated.first is None
    assert undated.years is None


def test_a_telling_that_is_a_stretch_has_a_last_day():
    whole = case(told(claim(allowed((1, 1)), account=1), 100, 400))
    (lane,) = make_lanes(whole, analyse(whole, Dependence()).versions)
    assert (lane.stations[0].day, lane.stations[0].last_day) == (100, 400)
