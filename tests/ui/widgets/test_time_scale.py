"""The axis of a line of time, from days to millennia."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import day_number
from app.ui.widgets.time_scale import TimeScale, ticks, whole_scale


def scale(first, last, width=800.0):
    return TimeScale(day_number(*first), day_number(*last), width)


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ((1941, 8, 21), (1941, 8, 24), ["21 Aug 1941", "22 Aug 1941", "23 Aug 1941"]),
        ((1941, 6, 1), (1941, 9, 2), ["Jun 1941", "Jul 1941", "Aug 1941", "Sep 1941"]),
        ((1914, 1, 1), (1918, 6, 1), ["1914", "1915", "1916", "1917", "1918"]),
        ((1900, 6, 1), (1950, 6, 1), ["1910", "1920", "1930", "1940", "1950"]),
        ((-600, 1, 1), (1900, 1, 2), ["500 BC", "AD 1", "AD 500", "1000", "1500"]),
    ],
)
def test_ticks_are_round_and_named(first, last, names):
    assert [name for _, name in ticks(scale(first, last), 6)] == names


@given(st.integers(-4_000_000, 4_000_000), st.floats(4, 12_000_000), st.integers(2, 20))
def test_ticks_are_few_in_order_and_in_view(low, span, most):
    view = TimeScale(float(low), low + span, 500.0)
    days = [day for day, _ in ticks(view, most)]
    assert len(days) <= most + 2
    assert days == sorted(set(days))
    assert all(view.low - 1 <= day <= view.high for day in days)


def test_zooming_keeps_the_day_under_the_pointer():
    view = scale((1900, 1, 1), (1950, 1, 1))
    day = view.day_at(200)
    assert view.zoomed(0.5, 200).day_at(200) == pytest.approx(day)
    assert view.zoomed(1e-9).span == pytest.approx(4)
    assert view.zoomed(1e12).span < 366 * 40_001


def test_one_cannot_get_lost():
    whole = whole_scale([day_number(1916, 1, 1), day_number(1941, 8, 22)], 800.0)
    for far in (whole.moved(50), whole.moved(-50), whole.zoomed(0.01).moved(900)):
        kept = far.kept_within(whole)
        assert kept.low < whole.high
        assert kept.high > whole.low
    assert whole_scale([]) is None
