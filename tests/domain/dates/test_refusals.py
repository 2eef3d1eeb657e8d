"""What is ambiguous or no date is refused with a sentence, never guessed."""

import pytest

from app.domain.dates import read_date
from app.domain.errors import UnreadableAnswerError
from tests.domain.dates.days import days

REFUSED = {
    "": "it is empty",
    "   ": "it is empty",
    "some time ago": "“ago” is not understood",
    "foo": "“foo” is not understood",
    "1918 foo": "“foo” is not understood",
    "hello 22 August 1941": "not understood",
    "12345": "Y12345",
    "99999": "Y99999",
    "12,000": "needs BC or AD",
    "May 12345": "more than four digits",
    "41": "in full",
    "'41": "in full",
    "22.8.41": "write the year 41 in full",
    "22 August 41": "write the year 41 in full",
    "August 41": "write the year 41 in full",
    "0": "no year 0",
    "year 0": "no year 0",
    "0 BC": "no year 0",
    "AD 0": "no year 0",
    "000": "no year 0",
    "31 February 1918": "Feb 1918 has 28 days",
    "30 February 1918": "Feb 1918 has 28 days",
    "30 февраля 1918 г.": "Feb 1918 has 28 days",
    "31. April 1918": "Apr 1918 has 30 days",
    "29 February 1900": "Feb 1900 has 28 days",
    "29 February 1901 O.S.": "Feb 1901 has 28 days in the Julian calendar",
    "0.8.1941": "there is no day 0",
    "32.8.1941": "not 32",
    "32 August 1941": "no month has a day 32",
    "13.13.1918": "no month 13",
    "8.22.1941": "no month 22",
    "31/4/1918": "Apr 1918 has 30 days",
    "13/13/1918": "no month 13",
    "00-00-1918": "no month 0",
    "22 August": "names no year",
    "August": "names no year",
    "August 22": "names no year",
    "summer": "names no year",
    "late": "names no date",
    "century": "has no number",
    "half of 1941": "which half",
    "fifth quarter of 1918": "which part",
    "early 22 August 1941": "a day is not divided",
    "first quarter of August 1941": "halves or thirds",
    "summer 1941/42": "only a winter",
    "winter 1941/45": "follow one another",
    "1935s": "no decade",
    "1930-е гг. XIX в.": "does not lie in the century",
    "0th century": "no such century",
    "Easter 1916": "a feast",
    "May Day 1918": "a feast",
    "[1918": "brackets has no counterpart",
    "2? August 1941": "may be a day or leave its last digit open",
    "лета 7156": "may count from the creation",
    "Ostern 1916": "a feast",
    "на Пасху 1916 г.": "a feast",
    "Michaelmas 1415": "a feast",
    "3 Henry VIII": "a reign",
    "в 3-й год царствования Николая": "a reign",
    "undated": "leave the answer empty",
    "o. J.": "leave the answer empty",
    "б. д.": "leave the answer empty",
    "1918, 1919": "“or” or by “and”",
    "1916 or 1918 and 1920": "“or” or by “and”",
    "1916 and after 1918": "joins a beginning with an end",
    "between 1916": "wants two dates",
    "between 1918 and 1916": "ends before it begins",
    "after 1918 and before 1916": "ends before it begins",
    "December–February 1942": "ends before it begins",
    "from to": "no date stands before",
    "1941 or": "names no date",
    "1941–": "names no date",
    "–1941": "no date stands before",
    "1918 1919": "“1919” is not understood at its place",
    "22 22 August 1941": "not understood at its place",
    "August August 1941": "not understood at its place",
    "22 August 1941 (": "parenthesis",
    "22 August 1941 (1942)": "parentheses",
    "(1918": "parenthesis",
    "22–August 1941": "in full",
    "22 August 1941–24": "in full",
    "1941-08/09": "in full",
    "146–44 BC": "shortened",
    "44 BC or 43": "in full",
    "200 BC–100": "BC or AD for the second",
    "Tuesday 1918": "day of the week",
    "night of August 1941": "belongs to a day",
    "19??": "19XX",
    "194-": "19XX",
    "3 days August 1941": "not understood",
    "2 years before 1918": "not understood",
    "v. 1918": "“v” is not understood",
    "2004/XX": "in full",
    "20041-08-22": "cannot be read",
    "1918\x00": "cannot be read",
    "٣ August 1941": "cannot be read",
    "22 August 1941; 1942": "“;” is not understood",
    "9" * 199: "more than four digits",
    "9" * 5000: "200 characters",
}


@pytest.mark.parametrize(("text", "why"), REFUSED.items(), ids=[repr(t[:40]) for t in REFUSED])
def test_a_sentence_names_the_text_and_says_why(text, why):
    with pytest.raises(UnreadableAnswerError) as refusal:
        read_date(text)
    sentence = str(refusal.value)
    assert sentence.startswith(f"“{text.strip()[:80]}")
    assert why in sentence
    assert sentence.endswith(".")
    assert not sentence.endswith("..")


CHOICES = {
    "3/4/1918": [["1918-04-03"], ["1918-03-04"]],
    "3-4-1918": [["1918-04-03"], ["1918-03-04"]],
    "before 3/4/1918": [["<..1918-04-02"], ["<..1918-03-03"]],
    "3/4/1918?": [["1918-04-03"], ["1918-03-04"]],
    "1900s": [["1900-01-01..1909-12-31"], ["1900-01-01..1999-12-31"]],
    "early 1800s": [["1800-01-01..1803-12-31"], ["1800-01-01..1833-12-31"]],
    "194?": [["1940-01-01..1949-12-31"], ["194-01-01..194-12-31"]],
    "1934/7": [["1934-01-01..1937-12-31"], ["1934-07-01..1934-07-31"]],
    "1934-7": [["1934-01-01..1937-12-31"], ["1934-07-01..1934-07-31"]],
}


@pytest.mark.parametrize(("text", "choices"), CHOICES.items(), ids=CHOICES)
def test_an_ambiguous_text_offers_its_readings(text, choices):
    with pytest.raises(UnreadableAnswerError) as refusal:
        read_date(text)
    offered = refusal.value.alternatives
    assert [each.strict for each in offered] == [days(*spans) for spans in choices]
    for each in offered:
        assert read_date(each.text) == each


def test_two_ambiguities_at_once_are_refused_without_choices():
    with pytest.raises(UnreadableAnswerError) as refusal:
        read_date("3/4/1918 or 5/6/1918")
    assert refusal.value.alternatives == ()


def test_the_unambiguous_numeric_forms_are_read():
    assert read_date("03.04.1918").strict == days("1918-04-03")
    assert read_date("4/4/1918").strict == days("1918-04-04")
    assert read_date("13/4/1918").strict == read_date("4/13/1918").strict == days("1918-04-13")
