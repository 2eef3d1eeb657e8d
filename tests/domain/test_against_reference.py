"""The engine against the reference that counts: 20,000 random cases and more.

Each case is decoded from a fixed number of bytes, which costs little and shrinks to zeros. The
cases are the same in every run, so that a red run can be repeated.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.analysis import Findings, PointStatus, analyse
from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.choices import Entry, Vocabulary
from app.domain.claims import Weighed
from app.domain.comparison import compare
from app.domain.flags import Flag, FlagKind, FlagLevel, smallest_conflict
from app.domain.reading import Context, read_answer
from app.domain.records import Stance
from app.domain.sets import FIRST, LAST, Allowed
from app.domain.versions import hold_together, versions_of
from app.domain.witnesses import Dependence
from tests.domain import reference
from tests.domain.reference import Told
from tests.domain.support import claim

STANCES = ("affirms", "affirms", "affirms", "affirms", "denies", "denies", "doubts", "silent")
BYTES_A_CLAIM = 6


def cases(claims: int):
    return st.binary(min_size=BYTES_A_CLAIM * claims, max_size=BYTES_A_CLAIM * claims)


def many(number: int):
    return settings(max_examples=number, derandomize=True, database=None, deadline=None)


def decoded(drawn: bytes, size: int, stances: tuple[str, ...] = STANCES) -> list[Told]:
    """Read claims in a world of ``size`` places from bytes; zeros make the plainest ones."""
    chunks = [drawn[i : i + BYTES_A_CLAIM] for i in range(0, len(drawn), BYTES_A_CLAIM)]
    return [_told(number, chunk, size, stances) for number, chunk in enumerate(chunks)]


def _told(number: int, drawn: bytes, size: int, stances: tuple[str, ...]) -> Told:
    first, length, second, more, stretch, who = drawn
    named = set(range(first % size, min(size, first % size + 1 + length % 4)))
    if more % 3 == 1:
        named |= set(range(second % size, min(size, second % size + 1 + more % 5)))
    before, after = (stretch % 4, stretch // 4 % 3) if stretch % 2 else (0, 0)
    reach = range(-before, after + 1)
    stretched = {place + by for place in named for by in reach if 0 <= place + by < size}
    return Told(
        stance=stances[who % len(stances)],
        named=frozenset(named),
        stretched=frozenset(stretched),
        scope=("", "", "", "officers")[who // 8 % 4],
        teller=("X", "Y", f"Z{number}")[who // 32 % 3],
        account=(1, 2, 10 + number)[length // 4 % 3],
    )


def spans(places: Iterable[int], ends: tuple[int, int]) -> Allowed:
    """Turn places into a set of answers; the outermost stand for all beyond them, too."""
    return Allowed.of(*(span for place in places for span in [_span(place, ends)]))


def _span(place: int, ends: tuple[int, int]) -> tuple[int, int]:
    low, high = ends
    return (FIRST if place == low else place, LAST if place == high else place)


def weighed(told: list[Told], ends: tuple[int, int], kind: Kind = Kind.DATE) -> list[Weighed]:
    """Make the engine's claims out of the reference's, in the same order."""
    return [
        claim(
            spans(one.named, ends), spans(one.stretched, ends), stance=Stance(one.stance),
            scope=one.scope, unit=one.unit, by=one.teller, account=one.account, kind=kind,
        )
        for one in told
    ]  # fmt: skip


def found(claims: Iterable[Weighed], *, several: bool = False, kind: Kind = Kind.DATE) -> Findings:
    return analyse(Case(7, "When?", kind, tuple(claims), several=several), Dependence())


CLASHING = (FlagKind.DISAGREEMENT, FlagKind.CHANGE_OF_STORY, FlagKind.INNER_CONTRADICTION)


def clashes(findings: Findings) -> list[Flag]:
    return [flag for flag in findings.flags if flag.kind in CLASHING]


DAYS, END = frozenset(range(12)), (0, 11)
ITEMS, LAST_ITEM = frozenset(range(5)), (0, 4)


@many(6000)
@given(cases(2))
def test_verdicts(drawn):
    a, b = told = decoded(drawn, 12)
    first, second = weighed(told, END)
    for several in (False, True):
        expected = reference.verdict(a, b, DAYS, several=several)
        assert compare(first, second, several=several).verdict == expected
        assert compare(second, first, several=several).verdict == expected


@many(5000)
@given(cases(5))
def test_status_versions_and_smallest_sets(drawn):
    told = decoded(drawn, 12)
    claims = weighed(told, END)
    findings = found(claims)
    assert findings.status == reference.status(told, DAYS)
    expected = set()
    for group in reference.comparable_groups(told):
        mine = [claims[told.index(one)] for one in group]
        expected |= {
            frozenset(mine[index].claim_id for index in members)
            for members in reference.versions(group, DAYS)
        }
        _check_smallest(mine, reference.smallest_conflicts(group, DAYS))
    assert {frozenset(version.claim_ids) for version in findings.versions} == expected
    assert found(reversed(claims)).status == findings.status


def _check_smallest(mine: list[Weighed], smallest: set[frozenset[int]]) -> None:
    assert hold_together(mine) == (not smallest)
    if smallest:
        core = smallest_conflict(mine)
        assert frozenset(mine.index(one) for one in core) in smallest


@many(3000)
@given(cases(5))
def test_flags_name_the_claims_of_every_clashing_pair(drawn):
    told = [one for one in decoded(drawn, 12) if not one.scope]
    claims = weighed(told, END)
    flags = clashes(found(claims))
    hard = reference.concerns(told, DAYS, "contradicts")
    soft = reference.concerns(told, DAYS, "in tension")
    numbers = {one.claim_id: index for index, one in enumerate(claims)}
    for flag in flags:
        pairs = hard if flag.level is FlagLevel.CONTRADICTS else soft
        named = {numbers[claim_id] for claim_id in flag.claim_ids}
        if flag.kind in pairs:
            assert named <= pairs[flag.kind]
        else:
            _check_joint(told, named, flag.level)
    for kind, members in hard.items():
        assert members == _named(flags, kind, FlagLevel.CONTRADICTS, numbers)
    for kind, members in soft.items():
        level = _named(flags, kind, FlagLevel.CONTRADICTS, numbers)
        level |= _named(flags, kind, FlagLevel.TENSION, numbers)
        assert members <= level


def _named(flags, kind: str, level: FlagLevel, numbers: dict[int, int]) -> set[int]:
    chosen = [flag for flag in flags if flag.kind == kind and flag.level is level]
    return {numbers[claim_id] for flag in chosen for claim_id in flag.claim_ids}


def _check_joint(told: list[Told], named: set[int], level: FlagLevel) -> None:
    """A flag that no pair explains names a smallest set of claims that cannot all hold."""
    group = [told[index] for index in sorted(named)]
    at_its_word = level is FlagLevel.TENSION
    conflicts = reference.smallest_conflicts(group, DAYS, at_its_word=at_its_word)
    assert conflicts == {frozenset(range(len(group)))}


@many(3000)
@given(cases(4), st.booleans())
def test_whatever_cannot_stand_together_has_a_flag(drawn, several):
    told = decoded(drawn, 5)
    findings = found(weighed(told, LAST_ITEM), several=several)
    levels = {flag.level for flag in clashes(findings)}
    if findings.status is PointStatus.CONTRADICTED:
        assert FlagLevel.CONTRADICTS in levels
    else:
        assert FlagLevel.CONTRADICTS not in levels
    if findings.status is PointStatus.TENSION:
        assert FlagLevel.TENSION in levels


@many(2500)
@given(cases(4))
def test_points_with_several_answers(drawn):
    told = decoded(drawn, 5)
    claims = weighed(told, LAST_ITEM)
    findings = found(claims, several=True)
    assert findings.status == reference.status(told, ITEMS, several=True)
    for group in reference.comparable_groups(told):
        mine = [claims[told.index(one)] for one in group]
        largest = reference.versions(group, ITEMS, several=True)
        smallest = reference.smallest_conflicts(group, ITEMS, several=True)
        shown = [
            frozenset(mine.index(one) for one in version)
            for version in versions_of(mine, several=True)
        ]
        assert set(shown) <= largest
        assert len(shown) == len(set(shown)) == min(len(largest), 2)
        assert frozenset().union(*shown) == frozenset(range(len(mine)))
        if smallest:
            core = smallest_conflict(mine, several=True)
            assert frozenset(mine.index(one) for one in core) in smallest


RANK = (PointStatus.CLEAR, PointStatus.TENSION, PointStatus.CONTRADICTED)


@many(2000)
@given(cases(4), st.booleans())
def test_a_claim_more_never_makes_a_point_clearer(drawn, several):
    claims = weighed(decoded(drawn, 12), END)
    steps = [RANK.index(found(claims[:n], several=several).status) for n in range(5)]
    assert steps == sorted(steps)


TREE = {"a": None, "aa": "a", "ab": "a", "aab": "aa", "b": None, "ba": "b", "c": None}
VOCABULARY = Vocabulary.build(Entry(f"kind {label}", f"kind {up}" if up else None)
                              for label, up in TREE.items())  # fmt: skip


def under(label: str) -> frozenset[int]:
    """The labels that lie under a label, itself among them, as numbered by the tree above."""
    found: set[str] = {label}
    while more := {name for name, up in TREE.items() if up in found} - found:
        found |= more
    return frozenset(list(TREE).index(name) for name in found)


LABELS = st.sampled_from(list(TREE))
CHOICES = st.tuples(LABELS, LABELS, st.sampled_from(("affirms", "denies")))


@many(1500)
@given(st.lists(CHOICES, min_size=2, max_size=4))
def test_options_as_typed(drawn):
    """Leaves are counted; one place more stands for an answer that none of the labels is."""
    other = len(TREE)
    told, claims = [], []
    for one, two, stance in drawn:
        text = f"kind {one}" if one == two else f"kind {one} or kind {two}"
        places = under(one) | under(two)
        told.append(Told(stance, places, places))
        answer = read_answer(Kind.OPTION, text, Context(vocabulary=VOCABULARY))
        claims.append(claim(answer.strict, answer.widened, stance=Stance(stance), kind=Kind.OPTION))
    check_typed(told, claims, frozenset(range(other + 1)), Kind.OPTION)


def check_typed(told: list[Told], claims: list[Weighed], world: frozenset[int], kind: Kind) -> None:
    findings = found(claims, kind=kind)
    assert findings.status == reference.status(told, world)
    expected = {
        frozenset(claims[index].claim_id for index in members)
        for members in reference.versions(told, world)
    }
    assert {frozenset(version.claim_ids) for version in findings.versions} == expected
    expected_verdict = reference.verdict(told[0], told[1], world)
    assert compare(claims[0], claims[1]).verdict == expected_verdict


MONTH = date(1918, 1, 1)
CALENDAR = frozenset(range(-13, 55))
"""Days from 1 January 1918; the first and the last stand for all before and after."""


def typed_date(drawn: bytes) -> tuple[str, set[int], set[int]]:
    """Return an EDTF text with its days and the days of its circa, counted from 1 January."""
    form, first, length, qualified, *_ = drawn
    low = first % 20
    high = low + 1 + length % 8
    a, b = ((MONTH + timedelta(days=n)).isoformat() for n in (low, high))
    text, days = (
        (a, {low}),
        (f"{a}/{b}", set(range(low, high + 1))),
        (f"[{a},{b}]", {low, high}),
        (f"[{a}..{b}]", set(range(low, high + 1))),
        (f"../{a}", set(range(min(CALENDAR), low + 1))),
        (f"{a}/..", set(range(low, max(CALENDAR) + 1))),
        (f"{a[:-1]}X", {n for n in range(31) if n + 1 in range((low + 1) // 10 * 10,
                                                                (low + 1) // 10 * 10 + 10)}),
        ("1918-01", set(range(31))),
    )[form % 8]  # fmt: skip
    if form % 8 == 0 and qualified % 3:
        return f"{text}{'?~%'[qualified % 3]}", days, set(range(low - 10, low + 11))
    return text, days, days


@many(2000)
@given(cases(3))
def test_dates_as_typed(drawn):
    told, claims = [], []
    for start in range(0, len(drawn), BYTES_A_CLAIM):
        chunk = drawn[start : start + BYTES_A_CLAIM]
        text, named, stretched = typed_date(chunk)
        stance = ("affirms", "affirms", "denies")[chunk[-1] % 3]
        told.append(Told(stance, frozenset(named), frozenset(stretched)))
        answer = read_answer(Kind.DATE, text)
        claims.append(claim(answer.strict, answer.widened, stance=Stance(stance)))
    check_typed(told, claims, CALENDAR, Kind.DATE)


@pytest.mark.parametrize("kind", [Kind.QUANTITY, Kind.YES_NO])
@many(750)
@given(cases(3))
def test_what_a_kind_can_have_at_all(kind, drawn):
    """Figures begin at nought, and there is nothing but yes and no: a denial knows that.

    To deny *yes?* is to deny *yes*.
    """
    size = 8 if kind is Kind.QUANTITY else 2
    told = decoded(drawn, size, ("affirms", "denies"))
    if kind is Kind.YES_NO:
        told = [
            replace(one, stretched=one.named) if one.stance == "denies" else one for one in told
        ]
    last = size - 1 if kind is Kind.QUANTITY else None
    claims = [
        claim(*(Allowed.of(*((p, LAST if p == last else p) for p in places))
                for places in (one.named, one.stretched)),
              stance=Stance(one.stance), scope=one.scope, kind=kind)
        for one in told
    ]  # fmt: skip
    findings = found(claims, kind=kind)
    assert findings.status == reference.status(told, frozenset(range(size)))
