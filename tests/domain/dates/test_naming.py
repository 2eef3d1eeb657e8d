"""The canonical EDTF of what was written in words."""

import pytest

from app.domain.dates import read_date

NAMES = {
    "22 August 1941": "1941-08-22",
    "Aug. 1941": "1941-08",
    "1918": "1918",
    "summer 1941": "1941-22",
    "winter 1941": "1941-24",
    "winter 1941/42": "1941-12/1942-02",
    "late winter 1941": "[1941-02,1942-02]",
    "early 1918": "1918-01/1918-04",
    "mid-August 1941": "1941-08-11/1941-08-20",
    "1930s": "193X",
    "19th century": "1801/1900",
    "2nd century BC": "-01XX",
    "1st century BC": "-0099/0000",
    "44 BC": "-0043",
    "AD 79": "0079",
    "12,000 BC": "Y-11999",
    "before 1918": "../1917",
    "before 12,000 BC": "../Y-12000",
    "after 1918": "1919/..",
    "by August 1941": "../1941-08",
    "since 22 August 1941": "1941-08-22/..",
    "between 1916 and 1918": "1916/1918",
    "from 1914 to 3 March 1915": "1914-01-01/1915-03-03",
    "1916 or 1918": "[1916,1918]",
    "1918 or 1916": "[1916,1918]",
    "before 1914 or after 1918": "[..1913,1919..]",
    "1912 or 1914–1918": "[1912,1914..1918]",
    "May and July 1918": "{1918-05,1918-07}",
    "ca. 1918": "1918~",
    "1918?": "1918?",
    "ca. 1918?": "1918%",
    "ca. summer 1941": "1941-22~",
    "ca. winter 1941": "1941-24~",
    "ca. 22 August 1941": "1941-08-22~",
    "ca. 1930s": "193X~",
    "c. early 1918": "1918-01~/1918-04~",
    "before ca. 1918": "../1917~",
    "after ca. 22 August 1941": "1941-08-23~/..",
    "before ca. 1930s": "../192X~",
    "ca. 1934–1937": "1934~/1937~",
    "1916 or ca. 1930": "[1916,1930~]",
    "25 October 1917 O.S.": "1917-11-07",
    "ca. 25 October 1917 O.S.": "1917-11-07~",
    "October 1917 O.S.": "1917-10-14/1917-11-13",
    "10 (23) February 1918": "1918-02-23",
    # What EDTF cannot say keeps its words.
    "ca. 19th century": "ca. 19th century",
    "ca. 1917 O.S.": "ca. 1917 O.S.",
    "15 March 12,000 BC": "15 March 12,000 BC",
}


@pytest.mark.parametrize(("text", "name"), NAMES.items(), ids=NAMES)
def test_words_are_named_in_edtf(text, name):
    answer = read_date(text)
    assert answer.canonical == name
    again = read_date(name)
    assert (again.strict, again.widened) == (answer.strict, answer.widened)


@pytest.mark.parametrize(
    ("calendar", "text", "name"),
    [
        ("julian", "1917", "1917-01-14/1918-01-13"),
        ("julian", "ca. 1917", "O.S. ca. 1917"),
        ("julian", "1914~/1917", "1914~/1917"),
        ("russia", "25 October 1917", "1917-11-07"),
        ("russia", "1930~", "1930~"),
        ("russia", "1917?", "Russian calendar 1917?"),
    ],
)
def test_names_hold_without_the_calendar_of_the_point(calendar, text, name):
    answer = read_date(text, calendar=calendar)
    assert answer.canonical == name
    again = read_date(name)
    assert (again.strict, again.widened) == (answer.strict, answer.widened)
