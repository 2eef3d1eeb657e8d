"""Chains of rules against a brute force that tries every day of a small calendar."""

from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.dates import read_date
from app.domain.flags import FlagLevel
from app.domain.records import Rule, Stance
from app.domain.rules.chronology import chronology_flags
from app.domain.rules.links import Link, links_of
from app.domain.sets import FIRST, LAST
from tests.domain.support import allowed, claim

DAYS = range(9)
WIDE = range(-25, 34)
"""Room for the days of points of which no claim tells."""


def case(number, claims, **more):
    return Case(number, f"Q{number}", Kind.DATE, tuple(claims), **more)


def link(number, a, b, low, high=LAST, duration=None):
    rule = Rule(number, "order", a, b)
    return Link(a, b, low, high, rule, duration, low, high)


def feasible(points, claims, links, room=WIDE):
    """Tell whether days can be found for all points by trying them one after another."""
    days = {
        n: [
            day
            for day in room
            if all(c.widened.meets(allowed((day, day))) for c in claims if c in points[n].claims)
        ]
        for n in points
    }

    def search(chosen, open_points):
        if not open_points:
            return True
        n, *rest = open_points
        return any(
            search({**chosen, n: day}, rest)
            for day in days[n]
            if all(fits({**chosen, n: day}, x) for x in links)
        )

    return search({}, sorted(points, key=lambda n: len(days[n])))


def fits(chosen, link):
    if link.a not in chosen or link.b not in chosen:
        return True
    return link.low <= chosen[link.b] - chosen[link.a] <= link.high


SPAN = st.tuples(st.integers(0, 8), st.integers(0, 2)).map(lambda p: (p[0], min(8, sum(p))))
POINTS = st.lists(st.lists(SPAN, max_size=2), min_size=2, max_size=4)
LINKS = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(0, 3), st.integers(0, 4)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=2500, deadline=None)
@given(POINTS, LINKS)
@example([[(0, 0)], [(2, 2)]], [(1, 2, 0, 1), (1, 2, 2, 0)])
def test_flags_are_smallest_sets_and_none_is_missed(spans, drawn):
    points = {
        n: case(n, [claim(allowed(span)) for span in found])
        for n, found in enumerate(spans, start=1)
    }
    # Links run from lower to higher points, so that the rules alone can mostly be met.
    links = [
        link(100 + i, a, b, low, low + width if width else LAST)
        for i, (a, b, low, width) in enumerate(drawn)
        if a < b and b in points
    ]
    flags = list(chronology_flags(links, points))
    everyone = {c.claim_id: c for p in points.values() for c in p.claims}
    by_rule = {x.rule.id: x for x in links}
    for flag in flags:
        named = [everyone[i] for i in flag.claim_ids]
        ruled = [by_rule[i] for i in flag.rule_ids]
        involved = {n: points[n] for n in flag.point_ids}
        assert not feasible(involved, named, ruled)
        for left_out in named:
            assert feasible(involved, [c for c in named if c is not left_out], ruled)
        for left_out in ruled:
            assert feasible(involved, named, [x for x in ruled if x is not left_out])
    if impossible(points, links):  # then no distance between points can be said
        assert any(not flag.claim_ids for flag in flags)
        return
    found = [{flag.point_ids[0], flag.point_ids[-1]} for flag in flags]
    for one, other in product(everyone.values(), repeat=2):
        ends = [next(n for n in points if c in points[n].claims) for c in (one, other)]
        if ends[0] < ends[1] and unmeetable(points, one, other, links, ends):
            assert set(ends) in found


def unmeetable(points, one, other, links, ends):
    """Tell whether the bounds between two points, by trying differences, part two claims."""
    first, last = ends
    reach = differences(points, links)
    gaps = [b - a for a in DAYS if one.widened.meets(allowed((a, a)))
            for b in DAYS if other.widened.meets(allowed((b, b)))]  # fmt: skip
    most, least = reach.get((first, last)), reach.get((last, first))
    too_far = most is not None and all(gap > most for gap in gaps)
    too_near = least is not None and all(-gap > least for gap in gaps)
    return too_far or too_near


def differences(points, links):
    """Floyd and Warshall over the greatest differences: an independent shortest path."""
    most = {}
    for x in links:
        for a, b, bound in ((x.a, x.b, x.high), (x.b, x.a, -x.low)):
            if bound < LAST:
                most[a, b] = min(bound, most.get((a, b), bound))
    for k, a, b in product(points, repeat=3):
        if (a, k) in most and (k, b) in most and a != b:
            bound = most[a, k] + most[k, b]
            most[a, b] = min(bound, most.get((a, b), bound))
    return most


def impossible(points, links):
    """Tell whether the rules alone leave no room: a way there and back in less than no time."""
    most = differences(points, links)
    return any(
        most[a, b] + most[b, a] < 0
        for a, b in product(points, repeat=2)
        if (a, b) in most and (b, a) in most
    )


def test_the_twenty_one_hidden_years():
    joined, crossed = claim(allowed((0, 364)), siglum="E"), claim(allowed((7150, 7150)))
    hidden = claim(allowed((7305, 8035)), siglum="K", text="21 years")
    points = {1: case(1, [joined]), 2: case(2, [crossed])}
    years = link(9, 1, 2, 7305, 8035, duration=hidden)
    (flag,) = chronology_flags([years], points)
    assert set(flag.claim_ids) == {joined.claim_id, crossed.claim_id, hidden.claim_id}
    assert flag.level is FlagLevel.CONTRADICTS
    assert "21 years" in flag.why


def test_a_date_with_gaps_is_tried_in_each_of_its_parts():
    born = claim(allowed((0, 9), (200, 209)), text="one of two")
    wed = claim(allowed((100, 109)), text="between")
    points = {1: case(1, [born]), 2: case(2, [wed])}
    exactly = link(9, 1, 2, 30, 30)
    (flag,) = chronology_flags([exactly], points)
    assert set(flag.claim_ids) == {born.claim_id, wed.claim_id}
    assert not list(chronology_flags([link(9, 1, 2, 30)], points))
    assert not list(chronology_flags([link(9, 1, 2, 91, 95)], points))


def test_rules_that_are_not_needed_for_a_gap_are_left_out():
    born = claim(allowed((0, 9), (200, 209)))
    points = {1: case(1, [born]), 2: case(2, [claim(allowed((100, 109)))]), 3: case(3, [])}
    loose = [link(7, 1, 3, 0, 300), link(8, 2, 3, 0, 300)]
    (flag,) = chronology_flags([*loose, link(9, 1, 2, 20, 60)], points)
    assert flag.rule_ids == (9,)


GAPS = st.lists(SPAN, min_size=1, max_size=2)
BOUNDED = st.lists(
    st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(-2, 4), st.integers(0, 3)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=400, deadline=None)
@given(st.lists(GAPS, min_size=3, max_size=3), BOUNDED)
def test_no_pair_of_dates_with_gaps_is_missed_or_wronged(told, drawn):
    claims = {n: claim(allowed(*spans)) for n, spans in enumerate(told, 1)}
    points = {n: case(n, [told]) for n, told in claims.items()}
    links = [link(100 + i, a, b, low, low + w) for i, (a, b, low, w) in enumerate(drawn) if a != b]
    flags = list(chronology_flags(links, points))
    by_rule = {x.rule.id: x for x in links}
    by_claim = {c.claim_id: c for c in claims.values()}
    for flag in flags:
        named = [by_claim[i] for i in flag.claim_ids]
        ruled = [by_rule[i] for i in flag.rule_ids]
        for out in named:
            assert feasible(points, [c for c in named if c is not out], ruled, WIDE_ENOUGH)
        for out in ruled:
            rest = [x for x in ruled if x is not out]
            assert feasible(points, named, rest, WIDE_ENOUGH)
        assert not feasible(points, named, ruled, WIDE_ENOUGH)
    if not impossible(points, links):
        reach = differences(points, links)
        for a, b in ((1, 2), (1, 3), (2, 3)):
            meets = any(
                -reach.get((b, a), LAST) <= y - x <= reach.get((a, b), LAST)
                for x in days_of(claims[a])
                for y in days_of(claims[b])
            )
            assert meets or any(
                {a, b}
                == {
                    p
                    for p in (1, 2, 3)
                    if any(c in points[p].claims for c in (by_claim[i] for i in flag.claim_ids))
                }
                for flag in flags
            )


WIDE_ENOUGH = range(-12, 22)


def days_of(told):
    return [day for first, last in told.widened.spans for day in range(first, last + 1)]


def test_a_stretched_circa_is_only_a_tension():
    born = claim(allowed((50, 50)), allowed((10, 90)))
    joined = claim(allowed((40, 40)))
    points = {1: case(1, [born]), 2: case(2, [joined])}
    (flag,) = chronology_flags([link(9, 1, 2, 0)], points)
    assert flag.level is FlagLevel.TENSION


def test_different_scopes_are_not_held_together():
    late, early = claim(allowed((50, 50)), scope="first wife"), claim(allowed((40, 40)))
    points = {1: case(1, [late]), 2: case(2, [early])}
    assert not list(chronology_flags([link(9, 1, 2, 0)], points))


def test_a_denial_bounds_a_date_too():
    late = claim(allowed((FIRST, 39)), stance=Stance.DENIES, text="before 40")
    points = {1: case(1, [late]), 2: case(2, [claim(allowed((30, 30)))])}
    (flag,) = chronology_flags([link(9, 1, 2, 0)], points)
    assert "not “before 40”" in flag.why


def dated(number, text, **more):
    answer = read_date(text)
    return case(number, [claim(answer.strict, answer.widened, text=text)], **more)


@pytest.mark.parametrize(
    ("relation", "value", "a", "b", "clashes"),
    [
        ("exactly", "6 years", "1882", "1887", True),
        ("exactly", "6 years", "1882", "1888", False),
        ("exactly", "6 years", "1897", "1903", False),
        ("at least", "18 years", "1900", "1917", True),
        ("at least", "18 years", "1900", "1918", False),
        ("at most", "18 years", "1900", "1919", True),
        ("at most", "18 years", "31 December 1900", "31 December 1918", False),
        ("exactly", "21 years", "3 May 1900", "2 May 1921", True),
        ("exactly", "21 years", "3 May 1900", "3 May 1921", False),
        ("exactly", "9 months", "3 May 1900", "2 Feb 1901", True),
        ("exactly", "1 month", "31 January 1900", "28 February 1900", False),
        ("exactly", "10 days", "1 May 1900", "11 May 1900", False),
        ("exactly", "10 days", "1 May 1900", "12 May 1900", True),
        ("before", "", "1900", "1899", True),
        ("before", "", "1900", "1900", False),
        ("after", "", "1900", "1901", True),
    ],
)
def test_years_and_months_are_those_of_the_calendar(relation, value, a, b, clashes):
    points = {1: dated(1, a), 2: dated(2, b)}
    rule = Rule(5, "order", 1, 2, relation, value)
    flags = list(chronology_flags(list(links_of([rule], points)), points))
    assert bool(flags) is clashes
    assert all(value in flag.why for flag in flags)


CIRCLING = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(-3, 3), st.integers(0, 3)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=400, deadline=None)
@given(CIRCLING)
def test_rules_that_no_dates_can_meet_are_flagged_as_a_smallest_set(drawn):
    points = {n: case(n, []) for n in range(1, 5)}
    links = [
        link(100 + i, a, b, low, low + width if width else LAST)
        for i, (a, b, low, width) in enumerate(drawn)
        if a != b
    ]
    flags = list(chronology_flags(links, points))
    assert bool(flags) is impossible(points, links)
    by_rule = {x.rule.id: x for x in links}
    for flag in flags:
        ruled = [by_rule[i] for i in flag.rule_ids]
        assert not placeable(ruled)
        assert all(placeable([x for x in ruled if x is not out]) for out in ruled)
        assert flag.why.startswith("These rules cannot all hold")


def placeable(links):
    """Tell whether days can be found for the points of some links, by trying all near one."""
    points = sorted({point for x in links for point in (x.a, x.b)})
    near = range(-12, 13)
    return not points or any(
        all(fits(dict(zip(points, (0, *days), strict=True)), x) for x in links)
        for days in product(near, repeat=len(points) - 1)
    )


def ordered(number, a, b, relation="before", value=""):
    return Rule(number, "order", a, b, relation, value)


@pytest.mark.parametrize(
    ("rules", "impossible_ones"),
    [
        ([ordered(1, 1, 2), ordered(2, 2, 1)], {1, 2}),
        ([ordered(1, 1, 2), ordered(2, 1, 2, "after")], {1, 2}),
        ([ordered(1, 1, 2), ordered(2, 2, 3), ordered(3, 3, 1)], {1, 2, 3}),
        ([ordered(1, 1, 2), ordered(2, 2, 1, "at most", "3 days")], set()),
        ([ordered(1, 1, 2), ordered(2, 1, 3), ordered(3, 2, 3)], set()),
    ],
)
def test_none_comes_before_itself(rules, impossible_ones):
    points = {number: case(number, []) for number in (1, 2, 3)}
    flags = list(chronology_flags(list(links_of(rules, points)), points))
    assert {number for flag in flags for number in flag.rule_ids} == impossible_ones


def test_rules_are_named_from_the_earliest_point_on_and_lengths_by_their_point():
    points = {number: case(number, []) for number in (1, 2, 3)}
    rules = [ordered(1, 1, 2), ordered(2, 2, 3), ordered(3, 3, 1)]
    (flag,) = chronology_flags(list(links_of(rules, points)), points)
    told = flag.why
    assert told.index("before “Q2”") < told.index("before “Q3”") < told.index("before “Q1”")
    years = claim(allowed((700, 800)), text="2 years", siglum="K")
    ends = {1: case(1, [claim(allowed((0, 0)))]), 2: case(2, [claim(allowed((5, 5)))])}
    rule = Rule(9, "duration", 1, 2, "lasts as long as", c_id=3)
    lasted = Link(1, 2, 700, 800, rule, years, 700, 800)
    (flag,) = chronology_flags([lasted], {**ends, 3: case(3, [years])})
    assert "Q3, “2 years” (K)" in flag.why


def test_rival_lengths_of_one_duration_are_not_a_circle_of_rules():
    rule = Rule(9, "duration", 1, 2)
    short, long = claim(allowed((10, 10))), claim(allowed((90, 90)))
    links = [Link(1, 2, n, n, rule, c, n, n) for n, c in ((10, short), (90, long))]
    assert not list(chronology_flags(links, {1: case(1, []), 2: case(2, [])}))


def test_a_told_length_may_break_a_rule_without_any_date():
    months = claim(allowed((600, 620)), siglum="K", text="20 months")
    duration = Link(1, 2, 600, 620, Rule(9, "duration", 1, 2), months, 600, 620)
    (flag,) = chronology_flags([duration, link(10, 1, 2, 0, 365)], {1: case(1, []), 2: case(2, [])})
    assert flag.claim_ids == (months.claim_id,)
    assert set(flag.rule_ids) == {9, 10}
    assert "20 months" in flag.why
