"""Circles and impossible links: what is refused, and what is only unlikely."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.derivations import Party, find_circle, find_impossibility
from app.domain.records import Degree, Derivation
from app.domain.sets import FIRST, LAST
from tests.domain.support import allowed


def link(borrower, lender, *points, degree=Degree.CERTAIN):
    return Derivation(0, borrower, lender, degree, point_ids=points)


def test_a_circle_is_named_in_order():
    circle = find_circle([link(1, 2), link(2, 3), link(3, 1), link(4, 1)])
    assert circle in {(1, 2, 3), (2, 3, 1), (3, 1, 2)}


def test_denied_links_and_two_ways_to_one_lender_make_no_circle():
    assert not find_circle([link(1, 2), link(2, 1, degree=Degree.DENIED)])
    assert not find_circle([link(4, 2), link(4, 3), link(2, 1), link(3, 1)])


def test_two_who_draw_on_one_another_on_different_points_make_no_circle():
    assert not find_circle([link(1, 2, 7), link(2, 1, 8)])
    assert find_circle([link(1, 2, 7), link(2, 1, 7, 8)])
    assert find_circle([link(1, 2, 7), link(2, 1)])


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=8))
def test_a_circle_is_found_just_where_no_order_of_making_fits(pairs):
    orders = permutations(range(1, 6))
    fits = any(all(order.index(b) > order.index(a) for b, a in pairs) for order in orders)
    assert bool(find_circle([link(b, a) for b, a in pairs])) == (not fits)


EARLY, LATE = allowed((1, 10)), allowed((20, 30))


@pytest.mark.parametrize(
    ("borrower", "lender"),
    [
        (Party("B"), Party("L", "1950", LATE)),
        (Party("B", "1940", EARLY), Party("L")),
        (Party("B", "1940", EARLY), Party("L", "1940/1941", allowed((10, 30)))),
        (Party("B", "after 1939", allowed((1, LAST))), Party("L", "1950", LATE)),
        (Party("B", "1940", EARLY), Party("L", "before 1951", allowed((FIRST, 30)))),
        (Party("B", "1950", LATE), Party("L", "1940", EARLY)),
        (Party("B", death=LATE), Party("L", "1940", EARLY)),
        (Party("B", "1950", LATE, death=EARLY), Party("L", "1940", EARLY)),
    ],
)
def test_what_is_not_known_never_rules_a_link_out(borrower, lender):
    assert find_impossibility(borrower, lender) == ""


def test_a_lender_that_came_later_is_refused():
    why = find_impossibility(Party("B", "1940", EARLY), Party("L", "1950", LATE))
    assert why.startswith("B (1940) cannot draw on L (1950), which is later.")


def test_the_dead_read_nothing():
    why = find_impossibility(Party("B", speaker="Kononov", death=EARLY), Party("L", "1950", LATE))
    assert why == "B cannot draw on L (1950): Kononov, who speaks in B, was dead by then."
