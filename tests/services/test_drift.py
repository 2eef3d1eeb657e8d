"""Drift of the sample: how Kononov's story grew between 1941, 1944 and 1948."""

import pytest

from app.domain.drift import Change
from app.domain.drift_wording import since_in_words
from app.services import drift as service
from app.services.dossiers import make_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    with make_sample(tmp_path_factory.mktemp("drift") / "k.variorum") as workspace:
        yield workspace


def kononov(sample):
    return next(s for s in service.list_speakers(sample) if s.name == "Ivan Nikitich Kononov").id


def story(sample, heading):
    found = service.get_drift(sample, kononov(sample))
    thread = next(t for t in found.threads if t.heading == heading)
    return [(turn.siglum, turn.change) for turn in thread.turns if turn is not None]


def test_the_story_grew_between_the_interrogation_and_the_letter(sample):
    assert story(sample, "men who crossed") == [
        ("D41", Change.TOLD), ("Ia44", Change.LESS_PRECISE), ("K48", Change.GROWN),
    ]  # fmt: skip
    assert story(sample, "brothers lost")[-1] == ("K48", Change.GROWN)
    assert story(sample, "older brother's end")[2:] == [
        ("Ia44", Change.ADDED), ("K48", Change.CHANGED),
    ]  # fmt: skip
    assert story(sample, "father-in-law shot")[2:] == [
        ("Ia44", Change.DROPPED), ("K48", Change.SILENT),
    ]  # fmt: skip


def test_years_are_counted_from_the_crossing(sample):
    points = service.list_event_points(sample, kononov(sample))
    crossing = next(p.id for p in points if p.title.endswith("cross the line?"))
    found = service.get_drift(sample, kononov(sample), event_point_id=crossing)
    assert {o.siglum: o.years for o in found.occasions} == {
        "RQ": None, "D41": (0, 0), "R41": (0, 0), "Ia44": (2, 3), "K48": (6, 6), "Ap51": (9, 9),
    }  # fmt: skip
    assert next(since_in_words(o) for o in found.occasions if o.siglum == "D41") == "1 day"


def test_tellings_are_counted_from_the_event_that_they_follow_most_closely(sample):
    points = {p.id: p.title for p in service.list_event_points(sample, kononov(sample))}
    found = service.find_event_told_of(sample, kononov(sample))
    assert points[found].endswith("cross the line?")


def test_the_paragraph_names_the_growth(sample):
    words = service.get_drift_paragraph(sample, kononov(sample))
    assert "Men who crossed: “three company leaders” in D41" in words
    assert "grown to “his whole regiment” in K48" in words


def test_only_who_told_more_than_once_is_listed(sample):
    assert all(line.accounts > 1 for line in service.list_speakers(sample))
