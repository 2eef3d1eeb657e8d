"""Drift by worked examples: one speaker, tellings in order, each answer against the last."""

import pytest

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.choices import Entry, Vocabulary, read_option
from app.domain.drift import Change, Occasion, find_drift
from app.domain.drift_wording import paragraph, since_in_words, years_in_words
from app.domain.quantities import read_quantity
from app.domain.records import Stance
from app.domain.sets import LAST
from tests.domain.support import allowed, claim

OCCASIONS = [Occasion(n, f"K{n}", day=100 * n) for n in (3, 1, 2)]
SILENT = Stance.SILENT


def told(account, strict, widened=None, **more):
    return claim(strict, widened, account=account, siglum=f"K{account}", by="K", **more)


def drift(*claims, kind=Kind.DATE, searched=frozenset(), **more):
    case = Case(7, "When?", kind, tuple(claims), subject="Fire", **more)
    return find_drift("Kononov", OCCASIONS, [case], searched)


def changes(*claims, **more):
    found = drift(*claims, **more)
    return [turn and turn.change for thread in found.threads for turn in thread.turns]


YEAR, DAY, OTHER = allowed((1, 365)), allowed((10, 10)), allowed((400, 400))


@pytest.mark.parametrize(
    ("first", "second", "change"),
    [
        ((DAY,), (DAY,), Change.SAME),
        ((YEAR,), (DAY,), Change.MORE_PRECISE),
        ((DAY,), (YEAR,), Change.LESS_PRECISE),
        ((DAY,), (OTHER,), Change.CHANGED),
        ((DAY, YEAR), (DAY,), Change.MORE_PRECISE),
        ((DAY,), (DAY, YEAR), Change.LESS_PRECISE),
        ((allowed((1, 20)),), (allowed((10, 30)),), Change.CHANGED),
    ],
)
def test_dates_are_the_same_finer_coarser_or_changed(first, second, change):
    assert changes(told(1, *first), told(2, *second)) == [Change.TOLD, change, None]


@pytest.mark.parametrize(
    ("first", "second", "change"),
    [
        ((900, 900), (1200, 1200), Change.GROWN),
        ((900, 900), (3, 3), Change.SHRUNK),
        ((900, 1000), (950, 1100), Change.GROWN),
        ((900, 1000), (950, 950), Change.MORE_PRECISE),
        ((950, 950), (900, 1000), Change.LESS_PRECISE),
        ((3, LAST), (5, LAST), Change.GROWN),
        ((0, 300), (0, 200), Change.SHRUNK),
        ((3, 3), (3, 5), Change.LESS_PRECISE),
    ],
)
def test_figures_grow_and_shrink(first, second, change):
    claims = [told(1, allowed(first), kind=Kind.QUANTITY),
              told(2, allowed(second), kind=Kind.QUANTITY)]  # fmt: skip
    assert changes(*claims, kind=Kind.QUANTITY) == [Change.TOLD, change, None]


def test_figures_as_typed():
    def figures(first, second):
        claims = [
            told(1, read.strict, read.widened, kind=Kind.QUANTITY, text=read.text)
            for read in (read_quantity(first), read_quantity(second))
        ]
        return changes(claims[0], told_again(claims[1]), kind=Kind.QUANTITY)[1]

    def told_again(other):
        return told(2, other.strict, other.widened, kind=Kind.QUANTITY, text=other.text)

    assert figures("at least 300", "at least 500") is Change.GROWN
    assert figures("about 900", "900") is Change.MORE_PRECISE
    assert figures("several hundred", "a few") is Change.SHRUNK


SCALE = Vocabulary.build([
    Entry("some men"), Entry("three leaders", "some men", 1), Entry("a battalion", "some men", 2),
    Entry("a regiment", "some men", 3), Entry("horses"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "change"),
    [
        ("three leaders", "a regiment", Change.GROWN),
        ("a regiment", "a battalion", Change.SHRUNK),
        ("a battalion", "some men", Change.LESS_PRECISE),
        ("a battalion", "horses", Change.CHANGED),
    ],
)
def test_ranks_grow_and_shrink(first, second, change):
    claims = [
        told(account, read_option(text, SCALE).strict, kind=Kind.OPTION, text=text)
        for account, text in ((1, first), (2, second))
    ]
    assert changes(*claims, kind=Kind.OPTION, scale=SCALE)[1] is change


def test_what_is_not_recorded_is_unknown_and_what_is_silent_is_dropped():
    assert changes(told(1, DAY), told(3, DAY)) == [Change.TOLD, None, Change.SAME]
    assert changes(told(1, DAY), told(2, DAY, stance=SILENT), told(3, OTHER)) == [
        Change.TOLD, Change.DROPPED, Change.CHANGED,
    ]  # fmt: skip
    assert changes(told(1, DAY, stance=SILENT), told(2, DAY)) == [
        Change.SILENT, Change.ADDED, None,
    ]  # fmt: skip
    assert changes(told(1, DAY), searched=frozenset({(2, 7), (3, 7)})) == [
        Change.TOLD, Change.DROPPED, Change.SILENT,
    ]  # fmt: skip


def test_a_silence_alone_is_no_story():
    assert drift(told(1, DAY, stance=SILENT)).threads == ()


def test_what_others_are_reported_to_say_is_not_the_speakers():
    assert changes(told(1, DAY), told(2, OTHER, reported=True)) == [Change.TOLD, None, None]


def test_denials_and_doubts():
    assert changes(told(1, DAY), told(2, DAY, stance=Stance.DENIES))[1] is Change.CHANGED
    assert changes(told(1, DAY), told(2, DAY, stance=Stance.DOUBTS))[1] is Change.CHANGED


def test_free_text_is_not_compared():
    claims = [told(1, DAY, kind=Kind.TEXT, text="a tired man"),
              told(2, DAY, kind=Kind.TEXT, text="A tired  man"),
              told(3, DAY, kind=Kind.TEXT, text="a broken man")]  # fmt: skip
    assert changes(*claims, kind=Kind.TEXT) == [Change.TOLD, Change.SAME, Change.REWORDED]


def test_lists_of_answers_gain_and_lose():
    claims = [told(1, DAY, text="hunger"), told(2, DAY, text="hunger"), told(2, OTHER, text="fear"),
              told(3, OTHER, text="fear")]  # fmt: skip
    (thread,) = drift(*claims, several=True).threads
    assert [turn.change for turn in thread.turns] == [Change.TOLD, Change.ADDED, Change.DROPPED]
    assert thread.turns[1].gained == ("fear",)
    assert thread.turns[2].lost == ("hunger",)


def test_figures_of_different_scope_are_not_held_against_each_other():
    claims = [told(1, allowed((3, 3)), kind=Kind.QUANTITY, scope="officers"),
              told(2, allowed((900, 900)), kind=Kind.QUANTITY)]  # fmt: skip
    assert changes(*claims, kind=Kind.QUANTITY)[1] is Change.REWORDED


def test_dates_and_figures_are_periphery_unless_marked():
    kinds = {kind: Case(7, "?", kind, ()).is_core for kind in Kind}
    assert {kind for kind, is_core in kinds.items() if not is_core} == {Kind.DATE, Kind.QUANTITY}
    assert Case(7, "?", Kind.DATE, (), centrality="core").is_core
    assert not Case(7, "?", Kind.YES_NO, (), centrality="periphery").is_core


def test_a_paragraph_for_a_footnote():
    occasions = [Occasion(1, "K41", "23 August 1941", 1, years=(0, 0)),
                 Occasion(2, "K44", "1944", 2, years=(2, 3)),
                 Occasion(3, "K48", "April 1948", 3, years=(6, 6))]  # fmt: skip
    crowd = Case(7, "Who?", Kind.OPTION, (
        told(1, DAY, kind=Kind.OPTION, text="three leaders"),
        told(2, YEAR, kind=Kind.OPTION, text="a few men"),
        told(3, OTHER, kind=Kind.OPTION, text="the regiment"),
    ), lemma="men who crossed", subject="Kononov")  # fmt: skip
    lost = Case(8, "How many?", Kind.QUANTITY, (
        told(1, allowed((1, 1)), kind=Kind.QUANTITY, text="1"),
        told(2, DAY, kind=Kind.QUANTITY, stance=SILENT),
        told(3, allowed((3, 3)), kind=Kind.QUANTITY, text="3"),
    ), lemma="brothers lost", subject="His brothers")  # fmt: skip
    same = Case(9, "Was he a Cossack?", Kind.YES_NO, (
        told(1, DAY, kind=Kind.YES_NO, text="yes"), told(3, DAY, kind=Kind.YES_NO, text="yes"),
    ), subject="Kononov")  # fmt: skip
    assert paragraph(find_drift("Kononov", occasions, [lost, crowd, same])) == (
        "Three tellings are recorded of Kononov: K41 (23 August 1941, less than a year after the "
        "event), K44 (1944, 2 to 3 years after the event) and K48 (April 1948, 6 years after the "
        "event). Men who crossed: “three leaders” in K1; less precisely “a few men” in K44; in K48 "
        "“the regiment” instead. Of dates and figures, which vary in honest memory too: His "
        "brothers, brothers lost: “1” in K1; no longer told in K44; grown to “3” in K48. "
        "Unchanged: Was he a Cossack."
    ).replace("K1;", "K41;")


def test_years_in_words():
    assert [years_in_words(y) for y in ((0, 0), (1, 1), (0, 1), (6, 7), (-1, 0))] == [
        "less than a year", "1 year", "0 to 1 years", "6 to 7 years", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((1, 1), "1 day"),
        ((0, 0), "less than a day"),
        ((0, 1), "up to 1 day"),
        ((2, 9), "2 to 9 days"),
        ((60, 60), "60 days"),
        ((91, 91), "about 3 months"),
        ((10, 100), "up to about 3 months"),
        ((132, 360), "about 4 to 12 months"),
        ((132, 496), "about 4 to 16 months"),
        ((900, 1000), "2 years"),
        ((-5, 3), ""),
    ],
)
def test_below_a_year_days_or_months_are_said(days, words):
    years = tuple(int(end // 365.2425) for end in days)
    assert since_in_words(Occasion(1, "K", years=years, days=days)) == words
