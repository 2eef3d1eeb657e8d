"""A time of day beside a date leaves the days that it allows as they are."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import read_date
from app.domain.errors import UserError
from app.domain.sets import FIRST, LAST, Allowed

DAYS = st.dates(datetime.date(1500, 1, 1), datetime.date(2100, 12, 31))
MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
HOURS = st.integers(0, 23)
TIMES = st.one_of(
    st.builds("{:02}:{:02}".format, HOURS, st.integers(0, 59)),
    st.builds("{} a.m.".format, st.integers(1, 12)),
    st.builds("about {}.30 p.m.".format, st.integers(1, 12)),
    st.builds("{} o'clock in the morning".format, st.integers(1, 12)),
    st.builds("{:02}00 hours".format, HOURS),
    st.builds("{} Uhr".format, HOURS),
    st.builds("gegen {} Uhr morgens".format, st.integers(1, 12)),
    st.builds("{}.15 Uhr".format, HOURS),
    st.builds("в {} часов утра".format, st.integers(1, 12)),
    st.builds("около {} ч. 30 мин.".format, HOURS),
    st.builds("{}–{} p.m.".format, st.integers(1, 5), st.integers(6, 12)),
    st.builds("between {} and {} a.m.".format, st.integers(1, 5), st.integers(6, 12)),
    st.sampled_from(["at dawn", "early in the morning", "am frühen Morgen", "поздно вечером"]),
)


def _forms(day):
    return (
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day}. {day:%b}. {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        f"{day:%A}, {day.day} {day:%B} {day.year}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year} г.",
    )


@given(DAYS, TIMES, st.integers(0, 6), st.sampled_from(["{}, {}", "{} {}", "{} ({})"]))
def test_a_time_after_a_date_is_set_aside(day, time, form, order):
    number = day.toordinal()
    text = order.format(_forms(day)[form], time)
    answer = read_date(text)
    assert answer.strict == answer.widened == Allowed.of((number, number)), text
    assert "The time of day is not compared." in answer.remarks


@given(DAYS, TIMES, st.integers(0, 6))
def test_a_time_before_a_date_is_set_aside(day, time, form):
    number = day.toordinal()
    text = f"{time}, {_forms(day)[form]}"
    answer = read_date(text)
    assert answer.strict == answer.widened == Allowed.of((number, number)), text


@given(DAYS, DAYS, TIMES, TIMES, st.integers(0, 6))
def test_the_days_of_an_hour_are_taken_in(one, other, first, second, form):
    one, other = sorted((one, other))
    start, finish = f"{_forms(one)[form]}, {first}", f"{_forms(other)[form]}, {second}"
    low, high = one.toordinal(), other.toordinal()
    expected = {
        f"before {start}": Allowed.of((FIRST, low)),
        f"after {start}": Allowed.of((low, LAST)),
        f"{start} – {finish}": Allowed.of((low, high)),
        f"from {start} to {finish}": Allowed.of((low, high)),
        f"между {start} и {finish}": Allowed.of((low, high)),
    }
    for text, allowed in expected.items():
        assert read_date(text).strict == allowed, text


@pytest.mark.parametrize("time", ["5 a.m.", "05:00", "5 Uhr", "утром", "at dawn"])
@pytest.mark.parametrize("longer", ["1941", "August 1941", "summer 1941", "1930s", "19th century"])
def test_a_time_belongs_to_a_day(longer, time):
    for text in (f"{longer}, {time}", f"{time}, {longer}"):
        with pytest.raises(UserError, match="cannot be read"):
            read_date(text)
