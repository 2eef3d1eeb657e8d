"""What is proposed for clashing dates, and what is not."""

import pytest

from app.domain.dates import read_date
from app.domain.reconcilers import reconcile
from app.domain.records import Reason
from tests.domain.support import claim


def dated(text, siglum):
    answer = read_date(text)
    return claim(answer.strict, answer.widened, text=text, siglum=siglum)


@pytest.mark.parametrize(
    ("a", "b", "reason", "words"),
    [
        ("25 October 1917", "7 November 1917", Reason.CALENDAR, "“25 October 1917” (A) is Old"),
        ("3 April 1918", "4 March 1918", Reason.SLIP, "day and month"),
        ("21 August 1941", "12 August 1941", Reason.SLIP, "digits of the day"),
        ("1914", "1941", Reason.SLIP, "two digits of the year"),
    ],
)
def test_proposals(a, b, reason, words):
    found = reconcile([dated(a, "A"), dated(b, "B")])
    assert any(way.reason is reason and words in way.sentence for way in found)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1916", "1918"),
        ("25 October 1917 O.S.", "20 November 1917"),
        ("22 August 1941", "30 August 1941"),
        ("1918", "22 August 1918"),
    ],
)
def test_nothing_is_proposed_where_no_slip_helps(a, b):
    assert reconcile([dated(a, "A"), dated(b, "B")]) == []
