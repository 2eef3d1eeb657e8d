"""How far two answers lie apart, in words."""

import pytest

from app.domain.answers import Kind
from app.domain.distances import describe_distance
from app.domain.reading import read_answer
from app.domain.sets import Allowed


def apart(kind: Kind, one: str, other: str) -> str:
    a, b = read_answer(kind, one), read_answer(kind, other)
    forth = describe_distance(kind, a.unit, a.strict, b.strict)
    assert forth == describe_distance(kind, a.unit, b.strict, a.strict)
    return forth


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("22 August 1941", "23 August 1941", "1 day"),
        ("22 August 1941", "August 24-25, 1941", "at least 2 days"),
        ("22 August 1941", "22 August 1943", "2 years"),
        ("22 August 1941", "1 January 1944", "more than 2 years and 4 months"),
        ("22 August 1941", "25 December 1941", "more than 4 months"),
        ("1918", "1916", "more than 1 year"),
        ("44 BC", "1941", "more than 1,983 years"),
        ("before 1918", "after 1918", "more than 1 year"),
        ("[1667,1668,1670..1672]", "1669", "at least 1 day"),
    ],
)
def test_days(one: str, other: str, words: str) -> None:
    assert apart(Kind.DATE, one, other) == words


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("10 men", "12 men", "2"),
        ("up to 199", "200-300", "at least 1"),
        ("more than 3", "3", ""),
        ("less than 900", "1000", "at least 100"),
        ("5 %", "6 %", "1 percentage point"),
        ("5 %", "8-9 %", "at least 3 percentage points"),
        ("a third", "33 %", "about 0.3333 percentage points"),
        ("10 miles", "16 km", "93.44 m"),
        ("10 miles", "20 km", "about 3,907 m"),
        ("3 hours", "4 hours", "1 hour"),
        ("3 days", "3 months", "about 3 months"),
        ("21 years", "20 years", "about 1 year"),
        ("10 °C", "12 °C", "2 °C"),
    ],
)
def test_figures(one: str, other: str, words: str) -> None:
    assert apart(Kind.QUANTITY, one, other) == words


def test_other_kinds_and_nothing_have_no_distance() -> None:
    assert apart(Kind.YES_NO, "yes", "no") == ""
    assert describe_distance(Kind.DATE, "", Allowed(()), Allowed.of((1, 2))) == ""
