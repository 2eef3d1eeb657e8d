"""The table of readings in three languages, drawn up by hand before they were tried."""

import calendar
import re
from pathlib import Path

import pytest

from app.domain.dates import read_date
from app.domain.errors import UnreadableAnswerError
from tests.domain.dates.days import days

_TABLE = Path(__file__).with_name("readings.txt").read_text(encoding="utf-8")
_ROWS = [
    line.rpartition(" | ")[::2] for line in _TABLE.split("\n") if line and not line.startswith("#")
]
_UNIT = re.compile(r"(-?\d+)(?:-(\d\d))?(?:-(\d\d))?")
READ = [(text, spans) for text, spans in _ROWS if spans[0] != "!"]
REFUSED = [(text, spans[1:]) for text, spans in _ROWS if spans[0] == "!"]


def _ends(unit):
    """Return the first and last day of ``1941``, ``1941-08`` or ``1941-08-22``."""
    if unit in "<>":
        return unit, unit
    year, month, day = _UNIT.fullmatch(unit).groups()
    if day:
        return unit, unit
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    return f"{unit}-01", f"{unit}-{calendar.monthrange(int(year), int(month))[1]}"


def _days(spans):
    found = []
    for span in spans.removesuffix("=").split(";"):
        first, _, last = span.partition("..")
        found.append(f"{_ends(first)[0]}..{_ends(last or first)[1]}")
    return days(*found)


@pytest.mark.parametrize(("text", "spans"), READ, ids=[text for text, _ in READ])
def test_a_reading_allows_exactly_its_days(text, spans):
    answer = read_date(text)
    assert answer.strict == _days(spans)
    assert answer.widened.covers(answer.strict)
    if spans.endswith("="):
        assert answer.widened == answer.strict


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=[text for text, _ in REFUSED])
def test_what_cannot_be_read_is_refused_in_one_sentence(text, why):
    with pytest.raises(UnreadableAnswerError) as refusal:
        read_date(text)
    sentence = str(refusal.value)
    assert why in sentence
    assert sentence.count("cannot be read as a date: ") == 1
    assert sentence.endswith(".")
    assert not sentence.endswith("..")


def test_the_table_has_no_text_twice():
    texts = [text for text, _ in _ROWS]
    assert len(texts) == len(set(texts)) > 250


REMARKS = {
    "22 August 1941, 5 a.m.": "The time of day is not compared.",
    "утром 22 августа 1941 г.": "The time of day is not compared.",
    "first week of August 1941": "The week was taken as days 1 to 7 of the month.",
    "last week of August 1941": "The last week was taken as the last seven days of the month.",
    "first days of August 1941": "The first days were taken as the first third of the month.",
    "last months of 1941": "The last months were taken as the last third of the year.",
    "вторая декада августа 1941 г.": "Ten-day parts of a month were taken as its thirds.",
    "first decade of the 20th century": "Decades of a century were counted from its year 1.",
    "1./2. Mai 1918": "Read as one of two days: 1 May 1918 or 2 May 1918.",
    "18 (30) May 1885 O.S.": "Double date: 18 May 1885 Old Style is 30 May 1885.",
    "?-1918": "The unknown beginning is left without bound.",
    "1918–?": "The unknown end is left without bound.",
    "1918/?": "The unknown end is left without bound.",
    "-1918": "In EDTF the year -1918 is 1919 BC.",
    "Monday, 22 August 1941": "22 Aug 1941 was a Friday, not a Monday.",
    "Wednesday, 25 October 1917": (
        "25 Oct 1917 was a Thursday, not a Wednesday; it was one in Old Style."
    ),
    "Sunday, 18 (30) May 1885": (
        "Double date: 18 May 1885 Old Style is 30 May 1885.",
        "30 May 1885 was a Saturday, not a Sunday.",
    ),
}


@pytest.mark.parametrize(("text", "remarks"), REMARKS.items(), ids=REMARKS)
def test_a_remark_says_what_was_taken(text, remarks):
    expected = (remarks,) if isinstance(remarks, str) else remarks
    assert read_date(text).remarks == expected


def test_a_two_digit_year_is_offered_in_both_centuries():
    with pytest.raises(UnreadableAnswerError, match="in full") as refusal:
        read_date("22.8.41")
    assert [each.strict for each in refusal.value.alternatives] == [
        days("1941-08-22"),
        days("1841-08-22"),
    ]


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u2007", "\t", "  "])
@pytest.mark.parametrize(
    "dash", ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uff0d"]
)
def test_spaces_and_dashes_of_print_are_those_of_the_keyboard(space, dash):
    assert read_date(f"22{dash}24{space}August{space}1941").strict == days("1941-08-22..1941-08-24")
    assert read_date(f"1914{space}{dash}{space}1918").strict == days("1914-01-01..1918-12-31")


def test_full_width_signs_are_those_of_the_keyboard():
    assert read_date("\uff12\uff12\uff0e\uff18\uff0e\uff11\uff19\uff14\uff11").strict == days(
        "1941-08-22"
    )
    assert read_date("\uff08\uff11\uff19\uff11\uff18\uff1f\uff09").canonical == "1918?"
