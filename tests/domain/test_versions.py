"""Versions against a brute force over every day of a small calendar."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.records import Stance
from app.domain.sets import Allowed
from app.domain.versions import hold_together, largest_sets, versions_of
from tests.domain.support import allowed, claim

SETS = st.lists(
    st.lists(
        st.tuples(st.integers(0, 14), st.integers(0, 5)).map(lambda p: (p[0], sum(p))), max_size=3
    ).map(lambda spans: allowed(*spans)),
    max_size=7,
)


def by_every_day(sets: list[Allowed]) -> set[frozenset[int]]:
    """For each day the sets that hold it; of these the largest. Empty sets stand alone."""
    holding = {
        frozenset(i for i, s in enumerate(sets) if s.meets(allowed((day, day))))
        for day in range(25)
    } - {frozenset()}
    largest = {group for group in holding if not any(group < other for other in holding)}
    return largest | {frozenset((i,)) for i, s in enumerate(sets) if s.is_empty}


@settings(max_examples=2000, deadline=None)
@given(SETS)
def test_largest_sets_are_those_of_every_day(sets):
    found = [frozenset(group) for group in largest_sets(sets)]
    assert len(found) == len(set(found))
    assert set(found) == by_every_day(sets)


@settings(max_examples=1000, deadline=None)
@given(SETS)
def test_claims_hold_together_when_one_version_has_them_all(sets):
    claims = [claim(s, stance=Stance.AFFIRMS) for s in sets if not s.is_empty]
    assert hold_together(claims) == (len(versions_of(claims)) <= 1)


def test_one_claim_can_stand_in_two_versions():
    vague, early, late = claim(allowed((1, 9))), claim(allowed((2, 2))), claim(allowed((8, 8)))
    found = [{c.claim_id for c in v} for v in versions_of([vague, early, late])]
    assert found == [{vague.claim_id, early.claim_id}, {vague.claim_id, late.claim_id}]


def test_several_answers_make_one_version_until_one_is_denied():
    smith, jones = claim(allowed((1, 1))), claim(allowed((2, 2)))
    assert len(versions_of([smith, jones], several=True)) == 1
    denial = claim(allowed((1, 1)), stance=Stance.DENIES)
    found = [{c.claim_id for c in v} for v in versions_of([smith, jones, denial], several=True)]
    assert found == [{smith.claim_id, jones.claim_id}, {jones.claim_id, denial.claim_id}]
