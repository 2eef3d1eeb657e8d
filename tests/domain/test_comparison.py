"""The verdicts of the theory, one by one, and their symmetry."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answers import Kind
from app.domain.comparison import Verdict, bare_claim, compare
from app.domain.reading import read_pair
from app.domain.records import Stance
from tests.domain.support import allowed, claim

YEAR_16, YEAR_18, DAY = allowed((1, 365)), allowed((800, 1164)), allowed((900, 900))
WIDE_18 = allowed((300, 1600))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (claim(YEAR_16), claim(YEAR_16), Verdict.AGREES),
        (claim(DAY), claim(YEAR_18), Verdict.REFINES),
        (claim(allowed((1, 500))), claim(allowed((400, 900))), Verdict.COMPATIBLE),
        (claim(YEAR_18, WIDE_18), claim(YEAR_16), Verdict.IN_TENSION),
        (claim(YEAR_18), claim(YEAR_16), Verdict.CONTRADICTS),
        (claim(YEAR_18, stance=Stance.DENIES), claim(DAY), Verdict.CONTRADICTS),
        (claim(YEAR_18, stance=Stance.DENIES), claim(YEAR_16), Verdict.REFINES),
        (claim(YEAR_18, stance=Stance.DOUBTS), claim(DAY), Verdict.IN_TENSION),
        (claim(YEAR_18, stance=Stance.DOUBTS), claim(YEAR_16), Verdict.COMPATIBLE),
        (claim(DAY, stance=Stance.DOUBTS), claim(YEAR_18), Verdict.COMPATIBLE),
        (claim(DAY, stance=Stance.DOUBTS), claim(DAY, stance=Stance.DENIES), Verdict.COMPATIBLE),
        (claim(DAY, stance=Stance.SILENT), claim(DAY), Verdict.SILENT),
        (claim(DAY, scope="officers"), claim(DAY), Verdict.NOT_COMPARABLE),
        (claim(DAY, scope="Officers  only"), claim(YEAR_16, scope="officers only"),
         Verdict.CONTRADICTS),
        (claim(DAY, kind=Kind.TEXT), claim(DAY, kind=Kind.TEXT), Verdict.NOT_COMPARABLE),
        (claim(DAY, kind=Kind.QUANTITY, unit="m"), claim(DAY, kind=Kind.QUANTITY, unit="kg"),
         Verdict.NOT_COMPARABLE),
    ],
)  # fmt: skip
def test_verdict(a, b, verdict):
    forth, back = compare(a, b), compare(b, a)
    assert forth.verdict is verdict
    assert back.verdict is verdict
    assert forth.why.endswith(".")


def test_a_denied_circa_leaves_room_only_in_tension():
    denial = claim(YEAR_18, WIDE_18, stance=Stance.DENIES)
    assert compare(denial, claim(DAY)).verdict is Verdict.CONTRADICTS
    assert compare(denial, claim(allowed((400, 500)))).verdict is Verdict.IN_TENSION
    assert compare(denial, claim(allowed((2000, 2001)))).verdict is Verdict.REFINES


def test_where_several_answers_hold_only_denials_clash():
    a, b = claim(YEAR_16), claim(YEAR_18)
    assert compare(a, b, several=True).verdict is Verdict.COMPATIBLE
    denial = claim(YEAR_18, stance=Stance.DENIES)
    assert compare(b, denial, several=True).verdict is Verdict.CONTRADICTS
    assert compare(a, denial, several=True).verdict is not Verdict.CONTRADICTS


def test_denying_yes_is_saying_no():
    no, denied_yes = (
        claim(allowed((0, 0)), kind=Kind.YES_NO),
        claim(allowed((1, 1)), kind=Kind.YES_NO, stance=Stance.DENIES),
    )
    assert compare(no, denied_yes).verdict is Verdict.AGREES


SETS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 6)).map(lambda p: (p[0], sum(p))), min_size=1
).map(lambda spans: allowed(*spans))
CLAIMS = st.builds(
    lambda strict, more, stance: claim(strict, strict.union(more), stance=stance),
    SETS, SETS, st.sampled_from(Stance),
)  # fmt: skip


@given(CLAIMS, CLAIMS, st.booleans())
def test_verdicts_are_symmetric(a, b, several):
    forth = compare(a, b, several=several).verdict
    assert forth is compare(b, a, several=several).verdict


@given(CLAIMS)
def test_widened_covers_strict_for_every_stance(a):
    assert a.widened.covers(a.strict)


@pytest.mark.parametrize(
    ("kind", "one", "other", "end"),
    [
        ("date", "1918", "1916", "have no day in common: they lie more than 1 year apart."),
        ("date", "ca. 1918", "1922",
         "have no day in common, even at the widest: they lie at least 1 day apart."),
        ("date", "ca. 1918", "1916",
         "(they lie more than 1 year apart), but do within the allowance of “ca. 1918”."),
        ("quantity", "about 900", "about 1200",
         "at their word (they differ by 300), but do within the allowance of both."),
        ("quantity", "more than 3", "3", "“more than 3” and “3” have no figure in common."),
        ("quantity", "10 km", "10", "“10 km” is a length, but “10” gives no unit."),
        ("yes-no", "yes?", "no",
         "“yes?” (yes, in doubt) and “no” have no answer in common, but “yes?” is in doubt."),
        ("option", "shot?", "hanged?", "have no answer in common, but both are in doubt."),
    ],
)  # fmt: skip
def test_the_sentence_names_what_differs_and_by_how_much(kind, one, other, end):
    why = compare(*map(bare_claim, read_pair(Kind(kind), one, other))).why
    assert why.endswith(end)


DOUBTED = [
    (Kind.OPTION, "shot?", "shot", "hanged"),
    (Kind.OPTION, "probably shot", "shot", "hanged?"),
    (Kind.SUBJECT, "Kononov?", "Kononov", "Vlasov"),
    (Kind.YES_NO, "yes?", "yes", "no"),
]


@pytest.mark.parametrize(("kind", "doubted", "sure", "other"), DOUBTED)
def test_a_doubted_choice_is_in_tension_with_another(kind, doubted, sure, other):
    a, b = map(bare_claim, read_pair(kind, doubted, other))
    assert compare(a, b).verdict is compare(b, a).verdict is Verdict.IN_TENSION
    assert compare(*map(bare_claim, read_pair(kind, doubted, sure))).verdict is Verdict.AGREES


@pytest.mark.parametrize(("kind", "doubted", "sure", "other"), DOUBTED)
def test_to_deny_a_doubted_choice_is_to_deny_it(kind, doubted, sure, other):
    for text, verdicts in (
        (sure, [Verdict.CONTRADICTS]),
        (other, [Verdict.REFINES, Verdict.AGREES]),
    ):
        a, b = map(bare_claim, read_pair(kind, doubted, text))
        assert compare(replace(a, stance=Stance.DENIES), b).verdict in verdicts
