"""What parts come to, as the window shows it, on figures of the printed tables."""

import pytest

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.quantities import read_quantity
from app.domain.records import Rule, Stance
from app.domain.rules import tallies


def told(number, siglum, text):
    return Weighed(
        number, siglum, hash(siglum) % 1000, hash(siglum) % 1000, Kind.QUANTITY, Stance.AFFIRMS,
        read_quantity(text),
    )  # fmt: skip


def cases(*figures):
    """Return points 1, 2 … with the claims given for each as ``siglum, text`` pairs."""
    return {
        point: Case(
            point, f"Q{point}", Kind.QUANTITY,
            tuple(told(10 * point + n, *pair) for n, pair in enumerate(pairs)),
        )
        for point, pairs in enumerate(figures, start=1)
    }  # fmt: skip


def sums(*parts):
    return [Rule(n, "sum", 1, n, "part") for n in parts]


SHARE = [Rule(1, "share", 1, 2, "part"), Rule(2, "share", 1, 3, "whole")]


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ([[("Ed", "179 men")], [("Ed", "100 men")], [("Ed", "79 men")]], "179"),
        ([[("Ed", "179 men")], [("Ed", "100 men")], []], "at least 100"),
        ([[("Ed", "179 men")], [("Ed", "90-100 men")], [("Ed", "79 men")]], "169–179"),
        ([[("Ed", "179 men")], [], []], "cannot be said"),
    ],
)
def test_a_sum_says_what_its_parts_come_to(figures, words):
    (tally,) = tallies(sums(2, 3), cases(*figures))
    assert tally.words == words
    assert tally.total.text == "179 men"


def test_a_share_is_taken_of_its_whole():
    figures = cases([("Ed", "54 %")], [("Ed", "179 men")], [("Ed", "334 men")])
    (tally,) = tallies(SHARE, figures)
    assert tally.words == "53.59 %"
    assert [part.is_whole for part in tally.parts] == [False, True]


def test_each_account_has_a_tally_of_its_own_figures():
    figures = cases(
        [("A", "10 men"), ("B", "20 men")], [("A", "4 men"), ("B", "14 men")], [("A", "6 men")]
    )
    first, second = tallies(sums(2, 3), figures)
    assert first.words == "10"
    assert [part.claim.siglum for part in second.parts] == ["B", "A"]
