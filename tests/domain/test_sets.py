"""Sets against plain Python sets of numbers: an independent reference."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.sets import FIRST, LAST, Allowed

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda p: (p[0], sum(p))))


def members(found: Allowed) -> set[int]:
    return {n for first, last in found.spans for n in range(first, last + 1)}


def plain(spans) -> set[int]:
    return {n for first, last in spans for n in range(first, last + 1)}


@given(SPANS, SPANS)
def test_set_operations_agree_with_plain_sets(a, b):
    ours, theirs = Allowed.of(*a), Allowed.of(*b)
    assert members(ours) == plain(a)
    assert members(ours.union(theirs)) == plain(a) | plain(b)
    assert members(ours.intersection(theirs)) == plain(a) & plain(b)
    assert ours.meets(theirs) == bool(plain(a) & plain(b))
    assert ours.covers(theirs) == (plain(b) <= plain(a))
    assert ours.size == len(plain(a))
    within = Allowed.of((0, 40))
    assert members(ours.complement(within)) == set(range(41)) - plain(a)


@given(SPANS)
def test_spans_are_disjoint_and_not_adjacent(a):
    spans = Allowed.of(*a).spans
    assert all(before[1] + 1 < after[0] for before, after in pairwise(spans))


@given(SPANS)
def test_complement_twice_is_the_set_itself(a):
    ours = Allowed.of(*a)
    assert ours.complement().complement() == ours


def test_ends_without_end_do_not_move():
    assert Allowed.of((FIRST, 5)).shifted(-3, 4).spans == ((FIRST, 9),)
    assert Allowed.of((5, LAST)).shifted(-3, 4).spans == ((2, LAST),)
