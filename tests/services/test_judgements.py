"""How a judgement finds its versions again, also where vague answers stand in several."""

import pytest

from app.domain.answers import Kind
from app.domain.records import Standing, Status
from app.services.claims import ClaimDraft, add_claim
from app.services.findings import get_point_view
from app.services.judgements import judge_point, reaffirm_judgement, standing_of
from app.services.points import list_points

ANSWERS = {"A": "three men", "B": "900 men", "C": "at least one man", "D": "3"}


def tell(workspace, siglum, answer):
    return add_claim(
        workspace,
        ClaimDraft(subject="Crossing", question="How many crossed?", kind=Kind.QUANTITY,
                   siglum=siglum, answer=answer, locator="p. 1"),
    )  # fmt: skip


@pytest.fixture
def point(workspace):
    """Three men, 900 men, and one vague answer that has room for both."""
    for siglum, answer in ANSWERS.items():
        tell(workspace, siglum, answer)
    return list_points(workspace)[0].id


def standings(workspace, point):
    view = get_point_view(workspace, point)
    found = [standing_of(view, place) for place in range(len(view.findings.versions))]
    return {
        version.answer: (judged.standing, judged.grounds) if judged else None
        for version, judged in zip(view.findings.versions, found, strict=True)
    }


@pytest.fixture
def judged(workspace, point):
    view = get_point_view(workspace, point)
    places = {version.answer: place for place, version in enumerate(view.findings.versions)}
    assert len(places) == 2
    verdicts = {
        places["three men"]: (Standing.PREFERRED, "told first"),
        places["900 men"]: (Standing.REJECTED, "boasting"),
    }
    judge_point(workspace, point, Status.PROVISIONAL, "", verdicts)
    return point


def test_versions_that_share_a_vague_answer_keep_their_judgements(workspace, judged):
    assert standings(workspace, judged) == {
        "three men": (Standing.PREFERRED, "told first"),
        "900 men": (Standing.REJECTED, "boasting"),
    }


def test_a_version_that_gains_a_claim_is_known_again(workspace, judged):
    tell(workspace, "E", "900")
    assert standings(workspace, judged)["900 men"] == (Standing.REJECTED, "boasting")
    reaffirm_judgement(workspace, judged)
    assert standings(workspace, judged)["three men"] == (Standing.PREFERRED, "told first")


def test_a_new_version_is_not_judged_though_it_shares_the_vague_answer(workspace, judged):
    tell(workspace, "F", "40 men")
    assert standings(workspace, judged)["40 men"] is None
