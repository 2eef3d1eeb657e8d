import pytest

from app.domain.dates import describe_days
from app.domain.sets import Allowed
from tests.domain.dates.days import days


@pytest.mark.parametrize(
    ("spans", "words", "by_day"),
    [
        (["1941-08-22"], "22 Aug 1941", "22 Aug 1941"),
        (["1941-08-22..1941-08-24"], "22–24 Aug 1941", "22–24 Aug 1941"),
        (["1941-08-22..1941-09-03"], "22 Aug–3 Sep 1941", "22 Aug–3 Sep 1941"),
        (["1941-08-01..1941-08-31"], "Aug 1941", "1–31 Aug 1941"),
        (["1941-08-01..1941-09-30"], "Aug–Sep 1941", "1 Aug–30 Sep 1941"),
        (["1941-12-01..1942-02-28"], "Dec 1941–Feb 1942", "1 Dec 1941–28 Feb 1942"),
        (["1918-01-01..1918-12-31"], "1918", "1 Jan–31 Dec 1918"),
        (["1914-01-01..1918-12-31"], "1914–1918", "1 Jan 1914–31 Dec 1918"),
        (["1917-01-14..1918-01-13"], "14 Jan 1917–13 Jan 1918", "14 Jan 1917–13 Jan 1918"),
        (["<..1914-07-31"], "before 1 Aug 1914", "before 1 Aug 1914"),
        (["1919-01-01..>"], "from 1 Jan 1919 on", "from 1 Jan 1919 on"),
        (["-43-03-15"], "15 Mar 44 BC", "15 Mar 44 BC"),
        (["-43-01-01..-43-12-31"], "44 BC", "1 Jan–31 Dec 44 BC"),
        (["-99-01-01..50-12-31"], "100 BC–AD 50", "1 Jan 100 BC–31 Dec AD 50"),
        (["1916-01-01..1916-12-31", "1918-01-01..1918-12-31"], "1916 or 1918", None),
        (["<..1913-12-31", "1916-05-03", "1919-01-01..>"], None, None),
        (["<..>"], "any day", "any day"),
    ],
)
def test_spans_in_words(spans, words, by_day):
    allowed = days(*spans)
    if words is not None:
        assert describe_days(allowed) == words
    if by_day is not None:
        assert describe_days(allowed, by_day=True) == by_day


def test_several_spans_are_joined_by_or():
    allowed = days("<..1913-12-31", "1916-05-03", "1919-01-01..>")
    assert describe_days(allowed) == "before 1 Jan 1914, 3 May 1916 or from 1 Jan 1919 on"


def test_the_empty_set_is_no_day():
    assert describe_days(Allowed(())) == "no day"


def test_of_many_spans_only_some_are_named():
    allowed = days(*(f"{year}-12-25" for year in range(1500, 1600)))
    assert describe_days(allowed) == (
        "25 Dec 1500, 25 Dec 1501, 25 Dec 1502 … 25 Dec 1599 (100 separate spans)"
    )
