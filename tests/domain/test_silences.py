"""What an argument from silence is worth, by the conditions of the handbooks."""

from itertools import product

import pytest

from app.domain.silences import QUESTIONS, Reply, Strength, strength_of

KEYS = [question.key for question in QUESTIONS]
ORDER = [Strength.UNWEIGHED, Strength.WEAK, Strength.SUGGESTIVE, Strength.STRONG]


def worth(**replies):
    return strength_of({key: Reply(reply) for key, reply in replies.items()})


@pytest.mark.parametrize(
    ("replies", "strength"),
    [
        ({}, Strength.UNWEIGHED),
        ({"known": ""}, Strength.UNWEIGHED),
        ({"known": "unclear"}, Strength.WEAK),
        ({"known": "yes"}, Strength.WEAK),
        ({"known": "yes", "told": "yes"}, Strength.SUGGESTIVE),
        ({"known": "yes", "told": "yes", "free": "no"}, Strength.WEAK),
        ({"known": "yes", "told": "yes", "preserved": "no"}, Strength.WEAK),
        ({"known": "yes", "told": "yes", "complete": "no"}, Strength.SUGGESTIVE),
        ({"known": "yes", "told": "yes", "free": "yes", "preserved": "yes"}, Strength.SUGGESTIVE),
        ({"known": "yes", "told": "yes", "free": "yes", "preserved": "yes", "striking": "yes"},
         Strength.STRONG),
    ],
)  # fmt: skip
def test_strength(replies, strength):
    assert worth(**replies) is strength


def test_a_yes_in_place_of_a_no_never_weakens_it():
    for replies in product((Reply.YES, Reply.NO, Reply.UNCLEAR), repeat=len(KEYS)):
        before = dict(zip(KEYS, replies, strict=True))
        for key in KEYS:
            after = {**before, key: Reply.YES}
            assert ORDER.index(strength_of(after)) >= ORDER.index(strength_of(before))


def test_every_question_is_put_once_with_its_handbook():
    assert len(set(KEYS)) == len(KEYS)
    assert {question.after for question in QUESTIONS} == {"Garraghan", "Langlois and Seignobos"}
