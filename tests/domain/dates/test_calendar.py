import datetime

import pytest
from convertdate import julian as kept_julian
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import civil, day_number, julian_civil
from app.domain.dates.calendar import (
    RUSSIAN_CHANGE,
    Calendar,
    civil_in,
    day_in,
    exact_day,
    month_length,
    month_run,
    months_later,
    year_name,
    year_run,
)
from app.domain.dates.refusals import Refusal, Unmarked
from tests.domain.dates.days import day

YEARS = st.integers(-(10**9), 10**9)


def test_gregorian_days_are_those_of_the_standard_library():
    last = datetime.date.max.toordinal()
    for number in range(1, last + 1, 11):
        kept = datetime.date.fromordinal(number)
        assert civil(number) == (kept.year, kept.month, kept.day)
        assert day_number(kept.year, kept.month, kept.day) == number


def test_each_month_of_the_standard_library_begins_and_ends_alike():
    for year in range(1, 10_000):
        for month in range(1, 13):
            first = datetime.date(year, month, 1).toordinal()
            assert day_number(year, month, 1) == first
            assert civil(first) == (year, month, 1)
            assert day_number(year, month, month_length(year, month)) == first - 1 + month_length(
                year, month
            )


def test_julian_days_are_those_of_a_kept_library_from_1500_to_2100():
    first, last = datetime.date(1500, 1, 1).toordinal(), datetime.date(2100, 12, 31).toordinal()
    for number in range(first, last + 1):
        gregorian = civil(number)
        assert julian_civil(number) == kept_julian.from_gregorian(*gregorian)


def test_julian_dates_go_back_to_the_same_day_from_1500_to_2100():
    for year in range(1500, 2101):
        for month in range(1, 13):
            for dom in range(1, month_length(year, month, julian=True) + 1):
                number = day_number(year, month, dom, julian=True)
                assert civil(number) == kept_julian.to_gregorian(year, month, dom)
                assert julian_civil(number) == (year, month, dom)


@given(YEARS, st.integers(1, 12), st.integers(1, 28), st.booleans())
def test_any_year_comes_back(year, month, dom, julian):
    number = day_number(year, month, dom, julian=julian)
    assert (julian_civil if julian else civil)(number) == (year, month, dom)


@given(st.integers(-(10**12), 10**12))
def test_days_follow_one_another_in_both_calendars(number):
    assert day_number(*civil(number)) == number
    assert day_number(*julian_civil(number), julian=True) == number
    assert civil(number) < civil(number + 1)
    assert julian_civil(number) < julian_civil(number + 1)


@given(st.integers(-50_000, 50_000), st.integers(1, 12), st.integers(1, 28))
def test_years_before_christ_repeat_every_400_years(year, month, dom):
    assert day_number(year, month, dom) == day(f"{year}-{month:02}-{dom:02}")


def test_29_february_1900_exists_in_the_julian_calendar_only():
    assert civil(exact_day(Calendar.JULIAN, 1900, 2, 29)) == (1900, 3, 13)
    with pytest.raises(Refusal, match="28 days"):
        exact_day(Calendar.GREGORIAN, 1900, 2, 29)


def test_russia_goes_from_31_january_to_14_february_1918():
    eve = exact_day(Calendar.RUSSIA, 1918, 1, 31)
    assert exact_day(Calendar.RUSSIA, 1918, 2, 14) == eve + 1 == RUSSIAN_CHANGE
    assert month_run(Calendar.RUSSIA, 1918, 2) == (day("1918-02-14"), day("1918-02-28"))
    assert year_run(Calendar.RUSSIA, 1918, 1918) == (day("1918-01-14"), day("1918-12-31"))
    with pytest.raises(Unmarked):
        exact_day(Calendar.RUSSIA, 1918, 2, 13)


@given(st.sampled_from(Calendar), st.integers(600_000, 800_000))
def test_a_calendar_knows_its_own_days(calendar, number):
    assert day_in(calendar, *civil_in(calendar, number)) == number


def test_months_are_counted_within_their_calendar():
    assert months_later(Calendar.GREGORIAN, day("1918-01-31"), 1) == day("1918-02-28")
    assert months_later(Calendar.GREGORIAN, day("1918-01-01"), -1) == day("1917-12-01")
    assert civil_in(Calendar.JULIAN, months_later(Calendar.JULIAN, day("1917-11-14"), 3)) == (
        1918,
        2,
        1,
    )


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (-43, "44 BC"),
        (0, "1 BC"),
        (1, "AD 1"),
        (476, "AD 476"),
        (1918, "1918"),
        (12345, "AD 12345"),
    ],
)
def test_years_are_named_without_ambiguity(year, name):
    assert year_name(year) == name
