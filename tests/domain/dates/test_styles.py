"""Old Style and New Style: marks, double dates, and the default calendar of a point."""

import pytest

from app.domain.dates import read_date
from app.domain.errors import UnreadableAnswerError, UserError
from tests.domain.dates.days import days

MARKED = {
    "25 October 1917 O.S.": ["1917-11-07"],
    "25 October 1917 OS": ["1917-11-07"],
    "25 October 1917 (Old Style)": ["1917-11-07"],
    "O.S. 25 October 1917": ["1917-11-07"],
    "25 October 1917 (Julian)": ["1917-11-07"],
    "25. Oktober 1917 alten Stils": ["1917-11-07"],
    "25. Oktober 1917 a. St.": ["1917-11-07"],
    "25 октября 1917 г. ст. ст.": ["1917-11-07"],
    "25 октября 1917 г. (с.с.)": ["1917-11-07"],
    "25 октября 1917 г. по старому стилю": ["1917-11-07"],
    "1917-10-25 O.S.": ["1917-11-07"],
    "25.10.1917 O.S.": ["1917-11-07"],
    "7 November 1917 N.S.": ["1917-11-07"],
    "7. November 1917 n. St.": ["1917-11-07"],
    "7 ноября 1917 г. н. ст.": ["1917-11-07"],
    "29 February 1900 O.S.": ["1900-03-13"],
    "29 февраля 1900 г. ст. ст.": ["1900-03-13"],
    "October 1917 O.S.": ["1917-10-14..1917-11-13"],
    "1917 Old Style": ["1917-01-14..1918-01-13"],
    "22–24 October 1917 O.S.": ["1917-11-04..1917-11-06"],
    "from 1 May 1917 to 3 June 1917 O.S.": ["1917-05-14..1917-06-16"],
    "between 1 May O.S. and 20 May 1917 N.S.": ["1917-05-14..1917-05-20"],
    "before 25 October 1917 O.S.": ["<..1917-11-06"],
    "11 February 1732 O.S.": ["1732-02-22"],
    "5 March 1000 O.S.": ["1000-03-11"],
}
DOUBLE = {
    "10 (23) February 1918": "1918-02-23",
    "10/23 February 1918": "1918-02-23",
    "February 10/23, 1918": "1918-02-23",
    "February 10 (23), 1918": "1918-02-23",
    "10 (23) февраля 1918 г.": "1918-02-23",
    "10(23).02.1918": "1918-02-23",
    "25 October (7 November) 1917": "1917-11-07",
    "25 октября (7 ноября) 1917 г.": "1917-11-07",
    "7 ноября (25 октября) 1917 г.": "1917-11-07",
    "26 Oct./8 Nov. 1917": "1917-11-08",
    "25.10./7.11.1917": "1917-11-07",
    "25.10.(7.11.)1917": "1917-11-07",
    "12./24. August 1899": "1899-08-24",
    "1/13 марта 1881": "1881-03-13",
    "19 December 1917 (1 January 1918)": "1918-01-01",
    "10 February 1918 O.S. / 23 February 1918 N.S.": "1918-02-23",
    "1. Mai 1918 (18. April a. St.)": "1918-05-01",
    "4/14 October 1582": "1582-10-14",
}


@pytest.mark.parametrize(("text", "spans"), MARKED.items(), ids=MARKED)
def test_a_mark_in_the_text_says_the_calendar(text, spans):
    for calendar in ("", "julian", "russia"):
        assert read_date(text, calendar=calendar).strict == days(*spans)


@pytest.mark.parametrize(("text", "day"), DOUBLE.items(), ids=DOUBLE)
def test_a_double_date_is_one_day(text, day):
    for calendar in ("", "julian", "russia"):
        answer = read_date(text, calendar=calendar)
        assert answer.strict == answer.widened == days(day)
        assert answer.canonical == day
        assert answer.remarks[0].startswith("Double date: ")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("10/24 February 1918", "differ by 14 days, but the calendars differed by 13"),
        ("12/25 August 1899", "differ by 13 days, but the calendars differed by 12"),
        ("22/23 August 1941", "differ by 1 day, but"),
        ("10 (20) February 1918", "differ by 10 days"),
        ("25 October 1917 O.S. N.S.", "two calendars"),
        ("25 October 1917 O.S. or 7 November 1917", "O.S. or N.S. for each"),
    ],
)
def test_a_double_date_that_does_not_agree_is_refused(text, why):
    with pytest.raises(UserError, match="cannot be read") as refusal:
        read_date(text)
    assert why in str(refusal.value)


def test_a_night_written_as_a_double_date_is_offered_as_a_span():
    with pytest.raises(UnreadableAnswerError) as refusal:
        read_date("22/23 August 1941")
    assert [each.strict for each in refusal.value.alternatives] == [days("1941-08-22..1941-08-23")]


@pytest.mark.parametrize(
    ("calendar", "text", "spans", "remark"),
    [
        ("", "25 October 1917", ["1917-10-25"], ""),
        ("gregorian", "25 October 1917", ["1917-10-25"], ""),
        ("julian", "25 October 1917", ["1917-11-07"], "Old Style was taken"),
        ("julian", "1917", ["1917-01-14..1918-01-13"], "Old Style was taken"),
        ("julian", "1 March 1918", ["1918-03-14"], "Old Style was taken"),
        ("russia", "25 October 1917", ["1917-11-07"], "Russia before 14 February 1918"),
        ("russia", "25 октября 1917 г.", ["1917-11-07"], "Russia before 14 February 1918"),
        ("russia", "31 January 1918", ["1918-02-13"], "Russia before 14 February 1918"),
        ("russia", "14 February 1918", ["1918-02-14"], "Russia from 14 February 1918"),
        ("russia", "February 1918", ["1918-02-14..1918-02-28"], "Russia from"),
        ("russia", "1918", ["1918-01-14..1918-12-31"], "Russia"),
        ("russia", "1920", ["1920-01-01..1920-12-31"], "Russia from"),
        ("russia", "between 1916 and 1920", ["1916-01-14..1920-12-31"], "Russia"),
        ("russia", "1917-10-25", ["1917-10-25"], "by definition"),
        ("russia", "before 1917-10-25", ["<..1917-10-24"], "by definition"),
        ("Julian", "29 February 1900", ["1900-03-13"], "Old Style was taken"),
    ],
)
def test_the_calendar_of_the_point_holds_where_nothing_is_marked(calendar, text, spans, remark):
    answer = read_date(text, calendar=calendar)
    assert answer.strict == days(*spans)
    assert remark in " ".join(answer.remarks)


def test_days_that_russia_left_out_are_offered_in_both_styles():
    with pytest.raises(UnreadableAnswerError, match=r"O\.S\. or N\.S") as refusal:
        read_date("10 February 1918", calendar="russia")
    assert [each.strict for each in refusal.value.alternatives] == [
        days("1918-02-23"),
        days("1918-02-10"),
    ]


def test_the_reading_says_the_conversion():
    answer = read_date("29 February 1900 O.S.")
    assert answer.reading == "13 Mar 1900"
    assert answer.remarks == ("29 Feb 1900 Old Style is 13 Mar 1900 in the Gregorian calendar.",)


def test_a_double_year_is_kept_as_a_remark():
    answer = read_date("11 February 1731/2")
    assert answer.strict == days("1732-02-11")
    assert "beginning on 1 January" in answer.remarks[0]
    assert read_date("11 February 1731/2 O.S.").strict == days("1732-02-22")
    with pytest.raises(UserError, match="25 March"):
        read_date("22 August 1731/2")


def test_an_unknown_calendar_is_named():
    with pytest.raises(UserError, match="Mayan"):
        read_date("1918", calendar="Mayan")
