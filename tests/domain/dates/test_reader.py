"""Laws that hold for every text: covering, names that read back, nothing but user errors."""

import calendar as kept_calendar
import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.answers import Kind
from app.domain.dates import read_date
from app.domain.dates.words import PHRASES
from app.domain.errors import UserError
from app.domain.sets import FIRST, LAST, Allowed

DATES = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))
SIGNS = [*"/-–(),?~%.'[]", "", " ", "..", " or ", " and ", " to ", " bis ", " по ", " и "]
PIECES = [
    *("22", "1941", "44", "3.", "0", "99999", "10/23", "1914-18", "1905-06", "193X", "1941-08-22"),
    *("22.8.1941", "25.10.", "3/4/1918", "10,000", "19th", "1930s", "30-е", "XIX", "2-я", "V"),
    *("August", "winter", "BC", "AD", "O.S.", "N.S.", "early", "before", "between", "ca.", "в"),
    *("from", "с", "до", "half", "century", "perhaps", "night of", "Friday", "or later", "г."),
]
WORDS = st.sampled_from(PIECES) | st.sampled_from(sorted(PHRASES))
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", *SIGNS])), max_size=8).map(
    lambda pairs: "".join(word + sign for word, sign in pairs)
)
EDTF_TEXTS = st.text("0123456789XYES?~%/.,-[]{}T:Z", max_size=16)
QUALIFIED = st.builds(
    "{}{}{}{}-{}{}{}-{}{}{}".format,
    *(st.sampled_from(["", "?", "~", "%"]), st.sampled_from(["", "-"])),
    *(st.sampled_from(["2004", "156X", "15XX", "20X5", "0003"]), st.sampled_from(["", "?"])),
    *(st.sampled_from(["", "~"]), st.sampled_from(["02", "12", "1X", "XX"])),
    *(st.sampled_from(["", "~"]), st.sampled_from(["", "%"])),
    *(st.sampled_from(["01", "29", "3X", "XX"]), st.sampled_from(["", "?"])),
)
CALENDARS = st.sampled_from(["", "julian", "russia"])


def _try(text, calendar=""):
    try:
        return read_date(text, calendar=calendar)
    except UserError:
        return None


def _check(answer):
    assert answer.kind is Kind.DATE
    assert not answer.strict.is_empty
    assert answer.widened.covers(answer.strict)
    for allowed in (answer.strict, answer.widened):
        assert allowed == Allowed.of(*allowed.spans)
        assert FIRST <= allowed.first <= allowed.last <= LAST
    assert answer.reading
    again = read_date(answer.canonical)
    assert (again.strict, again.widened) == (answer.strict, answer.widened)


@settings(max_examples=3000, deadline=None)
@given(TEXTS | EDTF_TEXTS | QUALIFIED)
def test_a_text_is_read_lawfully_or_refused_with_a_sentence(text):
    answer = _try(text)
    if answer is not None:
        _check(answer)


@settings(max_examples=1000, deadline=None)
@given(st.text(max_size=40) | TEXTS, CALENDARS)
def test_nothing_but_a_user_error_ever_comes(text, calendar):
    answer = _try(text, calendar)
    assert answer is None or answer.widened.covers(answer.strict)


def _names(date):
    month = kept_calendar.month_name[date.month]
    return {
        f"{date.day} {month} {date.year}",
        f"{month} {date.day}, {date.year}",
        f"{date.day}.{date.month}.{date.year}",
        date.isoformat(),
        f"{date:%A}, {date.day} {month[:3]}. {date.year}",
    }


@given(DATES, DATES, st.sampled_from([*range(5)]), st.sampled_from([*range(5)]))
def test_relations_of_two_days_are_those_of_the_standard_library(one, other, first, second):
    one, other = sorted((one, other))
    start, finish = sorted(_names(one))[first], sorted(_names(other))[second]
    low, high = one.toordinal(), other.toordinal()
    expected = {
        f"before {start}": Allowed.of((FIRST, low - 1)),
        f"by {start}": Allowed.of((FIRST, low)),
        f"after {start}": Allowed.of((low + 1, LAST)),
        f"since {start}": Allowed.of((low, LAST)),
        f"between {start} and {finish}": Allowed.of((low, high)),
        f"from {start} to {finish}": Allowed.of((low, high)),
        f"{start} or {finish}": Allowed.of((low, low), (high, high)),
        f"not before {start} and not after {finish}": Allowed.of((low, high)),
        f"zwischen {start} und {finish}": Allowed.of((low, high)),
        f"с {start} по {finish}": Allowed.of((low, high)),
    }
    for text, allowed in expected.items():
        assert read_date(text).strict == allowed, text


@given(DATES)
def test_a_qualified_day_gives_ten_days_on_either_side(date):
    number = date.toordinal()
    for text in (f"{date.isoformat()}~", f"ca. {date.isoformat()}", f"{date.isoformat()} (?)"):
        answer = read_date(text)
        assert answer.strict == Allowed.of((number, number))
        assert answer.widened == Allowed.of((number - 10, number + 10))


@given(st.integers(1, 9990), st.sampled_from(["", " BC"]))
def test_a_year_before_or_after_christ(year, era):
    text = f"{year:03}{era}"
    astronomical = 1 - year if era else year
    answer = read_date(text)
    edtf = f"-{-astronomical:04}" if astronomical < 0 else f"{astronomical:04}"
    assert answer.strict == read_date(edtf).strict
    assert answer.strict.size == 366 if kept_calendar.isleap(astronomical) else 365


@given(st.integers(0, 998))
def test_decades_hold_ten_years_and_centuries_a_hundred(decade):
    years = [read_date(f"{10 * decade + digit:04}").strict for digit in range(10)]
    whole = Allowed.of(*(span for year in years for span in year.spans))
    assert read_date(f"{decade:03}X").strict == whole
    if decade >= 100 and decade % 10:
        assert read_date(f"{decade}0s").strict == whole
        assert read_date(f"{decade}0-е годы").strict == whole


@pytest.mark.parametrize("calendar", ["", "julian", "russia"])
def test_the_same_text_gives_the_same_answer(calendar):
    for text in ("1918", "ca. 22 August 1941", "1916 or 1918"):
        assert read_date(text, calendar=calendar) == read_date(text, calendar=calendar)
