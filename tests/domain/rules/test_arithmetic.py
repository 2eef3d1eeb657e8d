"""Sums and shares: what adds up to the printed precision is left alone."""

import pytest

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.flags import FlagLevel
from app.domain.quantities import read_quantity
from app.domain.records import Rule
from app.domain.rules import arithmetic_flags
from tests.domain.support import claim


def figure(text, account=1, scope=""):
    answer = read_quantity(text)
    return claim(
        answer.strict, answer.widened, account=account, kind=Kind.QUANTITY, text=text,
        unit=answer.unit, scope=scope,
    )  # fmt: skip


def case(number, *claims):
    return Case(number, f"Q{number}", Kind.QUANTITY, tuple(claims))


def flags(kind, *columns):
    """Check a total (or share) against parts (or part and whole), each a list of claims."""
    cases = {n: case(n, *claims) for n, claims in enumerate(columns, start=1)}
    relations = ["part", "whole"] if kind == "share" else ["part"] * len(columns)
    rules = [
        Rule(100 + n, kind, 1, n, relation)
        for n, relation in zip(range(2, len(columns) + 1), relations, strict=False)
    ]
    return list(arithmetic_flags(rules, cases))


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("2,398,603", ["1,653,000", "565,000", "147,493", "33,110"]),
        ("100.0 %", ["13.5 %", "26.6 %", "38.3 %", "21.6 %", "0.0 %"]),
        ("100 %", ["33 %", "33 %", "33 %"]),
        ("179 men", ["94 men", "45 men", "20 men", "5 men", "7 men", "8 men"]),
        ("about 1000", ["about 400", "600"]),
        ("148,000 (rounded)", ["100,000", "47,700"]),
        ("147 thousand", ["100,000", "47,493"]),
        ("1.6 million", ["900,000", "740,000"]),
        ("16.3 km", ["12.8 km", "3.4 km"]),
        ("900-1000 men", ["400-500 men", "500 men"]),
        ("more than 500 men", ["300 men", "201 men"]),
        ("£5 10s", ["£3", "£2 10s"]),
    ],
)
def test_what_adds_up_is_not_flagged(total, parts):
    assert not flags("sum", [figure(total)], *([figure(part)] for part in parts))


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("180 men", ["94 men", "45 men", "20 men", "5 men", "7 men", "8 men"]),
        ("100 %", ["40 %", "40 %", "10 %"]),
        ("500", ["300", "201"]),
        ("about 1000", ["400", "300"]),
        ("147 thousand", ["100,000", "50,000"]),
        ("at most 500 men", ["300 men", "at least 250 men"]),
        ("half a million", ["100,000", "200,000"]),
    ],
)
def test_what_does_not_add_up_is_flagged_with_all_its_parts(total, parts):
    (flag,) = flags("sum", [figure(total)], *([figure(part)] for part in parts))
    assert flag.level is FlagLevel.CONTRADICTS
    assert len(flag.claim_ids) == len(parts) + 1


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("about 1000", ["400", "500"]),
        ("1000", ["about 400", "about 500"]),
        ("nearly 1000", ["400", "600"]),
        ("about 500 men", ["300 men", "250 men"]),
        ("147 thousand", ["100,000", "47,700"]),
    ],
)
def test_figures_that_add_up_with_their_allowance_only_are_in_tension(total, parts):
    (flag,) = flags("sum", [figure(total)], *([figure(part)] for part in parts))
    assert flag.level is FlagLevel.TENSION
    assert "taken at its word" in flag.why


def test_fewer_parts_are_named_when_they_are_too_much_already():
    (flag,) = flags("sum", [figure("500")], [figure("10")], [figure("450")], [figure("90")])
    assert len(flag.claim_ids) == 3


def test_untold_parts_may_be_anything_from_nought():
    assert not flags("sum", [figure("500")], [figure("300")], [])
    (flag,) = flags("sum", [figure("500")], [figure("600")], [])
    assert "alone" in flag.why


def test_accounts_are_held_against_themselves():
    total, other_total = figure("500", account=1), figure("600", account=2)
    first = [figure("300", account=1), figure("400", account=2)]
    second = [figure("200", account=1), figure("200", account=2)]
    assert not flags("sum", [total, other_total], first, second)


def test_rival_figures_of_others_are_not_added():
    rivals = [figure("300", account=2), figure("400", account=3)]
    assert not flags("sum", [figure("500")], rivals, [figure("1")])


def test_scopes_are_not_mixed():
    assert not flags("sum", [figure("500", scope="officers")], [figure("600")])


@pytest.mark.parametrize(
    ("share", "part", "whole"),
    [("4.80 %", "79,319", "1,653,000"), ("54 %", "179 men", "334 defectors"), ("6.24 %", "9,207",
     "147,493"), ("84 %", "8,352", "10,000"), ("50 %", "about 100", "200"), ("half", "134", "266"),
     ("two thirds", "179", "268"), ("83.5 %", "8,352", "10,000"), ("50 %", "100-120", "220")],
)  # fmt: skip
def test_a_share_to_the_printed_place_is_not_flagged(share, part, whole):
    assert not flags("share", [figure(share)], [figure(part)], [figure(whole)])


def test_a_wrong_share_is_flagged_and_a_cut_off_one_is_in_tension():
    (wrong,) = flags("share", [figure("40.0 %")], [figure("401")], [figure("990")])
    assert wrong.level is FlagLevel.CONTRADICTS
    (cut,) = flags("share", [figure("53 %")], [figure("179")], [figure("334")])
    assert cut.level is FlagLevel.TENSION


@pytest.mark.parametrize(
    ("share", "part", "whole", "level"),
    [
        ("83 %", "8,352", "10,000", FlagLevel.TENSION),
        ("83.6 %", "8,352", "10,000", FlagLevel.TENSION),
        ("82 %", "8,352", "10,000", FlagLevel.CONTRADICTS),
        ("61 %", "60", "100", FlagLevel.CONTRADICTS),
        ("59 %", "60", "100", FlagLevel.CONTRADICTS),
        ("50 %", "about 100", "220", FlagLevel.TENSION),
        ("50 %", "about 100", "400", FlagLevel.CONTRADICTS),
        ("half", "179", "334", FlagLevel.TENSION),
        ("half", "220", "334", FlagLevel.CONTRADICTS),
        ("more than half", "150", "334", FlagLevel.CONTRADICTS),
    ],
)
def test_a_share_is_held_to_the_place_it_is_printed_to(share, part, whole, level):
    (flag,) = flags("share", [figure(share)], [figure(part)], [figure(whole)])
    assert flag.level is level


def test_sentences_say_what_the_figures_come_to():
    (flag,) = flags("sum", [figure("180 men")], [figure("94 men")], [figure("45-50 men")])
    assert "is not what the parts come to, 139 to 144: " in flag.why
    (flag,) = flags("share", [figure("40 %")], [figure("100-120")], [figure("200")])
    assert flag.why.endswith("which is 50 to 60 %.")
