"""Timelines of the sample, against what the paper says."""

import pytest

from app.services.dossiers import make_sample
from app.services.points import list_points
from app.services.timeline import get_lanes, list_tracks


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    with make_sample(tmp_path_factory.mktemp("time") / "k.variorum") as workspace:
        yield workspace


def point(sample, question):
    return next(p for p in list_points(sample) if p.question == question)


def test_rival_datings_of_a_death_stand_side_by_side(sample):
    father = point(sample, "When did Kononov's father die?")
    (track,) = list_tracks(sample, [father.subject_id])
    assert [(bar.siglum, bar.text) for bar in track.bars if bar.version is not None] == [
        ("RQ", "1916"), ("K48", "1918"),
    ]  # fmt: skip
    assert track.role == "death"


def test_tracks_of_a_subject_are_in_order_of_time(sample):
    kononov = point(sample, "When was Kononov born?").subject_id
    tracks = list_tracks(sample, [kononov])
    assert [track.heading for track in tracks][:2] == ["born", "joined the Red Army"]
    assert len(list_tracks(sample)) > len(tracks)


def test_the_story_of_the_regiment_is_first_attested_in_the_letter(sample):
    lanes = get_lanes(
        sample, point(sample, "Who crossed the line with Kononov on 22 August 1941?").id
    )
    firsts = {lane.answer: lane.first.siglum for lane in lanes}
    assert firsts["his whole regiment"] == "K48"
    assert lanes[0].first.siglum == "D41"
