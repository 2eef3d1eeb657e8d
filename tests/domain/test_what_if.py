"""What falls with a source, by worked examples."""

from app.domain.analysis import PointStatus, analyse
from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.flags import FlagKind
from app.domain.records import Degree
from app.domain.what_if import SetAside, case_without, compare_findings, version_fates
from app.domain.witnesses import Dependence, Link, Telling
from tests.domain.support import allowed, claim

DAY, OTHER = allowed((1, 1)), allowed((5, 5))
DEPENDENCE = Dependence(
    {n: Telling(n, n, f"A{n}") for n in range(1, 6)},
    {2: (Link((1,), Degree.CERTAIN),), 3: (Link((1,), Degree.CERTAIN),)},
)


def change(claims, **aside):
    case = Case(7, "When?", Kind.DATE, tuple(claims))
    left = case_without(case, SetAside(**{name: frozenset(ids) for name, ids in aside.items()}))
    return compare_findings(case, analyse(case, DEPENDENCE), analyse(left, DEPENDENCE))


def test_a_rival_that_falls_clears_the_point():
    found = change([claim(DAY, account=1), claim(OTHER, account=4)], sources=[4])
    assert (found.status_before, found.status_after) == (
        PointStatus.CONTRADICTED, PointStatus.CLEAR,
    )  # fmt: skip
    assert [v.sigla for v in found.versions_gone] == [("A4",)]
    assert [flag.kind for flag in found.flags_gone] == [FlagKind.DISAGREEMENT]
    assert not found.flags_new
    assert not found.versions_joined
    assert found.weight == (1, 2, 0)


def test_borrowers_stay_one_witness_when_their_lender_is_set_aside():
    claims = [claim(DAY, account=n) for n in (1, 2, 3)]
    found = change(claims, accounts=[1])
    (moved,) = found.witnesses
    assert (moved.sources_before, moved.sources_after) == (3, 2)
    assert (moved.before.high, moved.after.high) == (1, 1)
    assert found.status_before is found.status_after is PointStatus.CLEAR


def test_a_speaker_takes_along_what_others_report_of_him():
    claims = [claim(DAY, account=4, by="K"), claim(DAY, account=5, by="K", reported=True),
              claim(OTHER, account=1, by="M")]  # fmt: skip
    found = change(claims, speakers=["K"])
    assert [set(v.sigla) for v in found.versions_gone] == [{"A4", "A5"}]


def test_versions_that_a_claim_held_apart_are_joined():
    claims = [claim(allowed((1, 9)), account=1), claim(allowed((5, 20)), account=4),
              claim(allowed((15, 30)), account=5)]  # fmt: skip
    found = change(claims, sources=[4])
    assert not found.versions_gone
    assert found.status_after is PointStatus.CONTRADICTED
    assert len(found.witnesses) == 2


def test_nothing_differs_where_nothing_falls():
    found = change([claim(DAY, account=1), claim(OTHER, account=4)], sources=[99])
    assert not found.differs


def test_an_unknown_speaker_is_nobody():
    found = change([claim(DAY, account=1), claim(OTHER, account=4)], speakers=[""])
    assert not found.differs


def fates(claims, **aside):
    case = Case(7, "When?", Kind.DATE, tuple(claims))
    left = case_without(case, SetAside(**{name: frozenset(ids) for name, ids in aside.items()}))
    before, after = analyse(case, DEPENDENCE).versions, analyse(left, DEPENDENCE).versions
    found = version_fates(before, after)
    assert [fate.before for fate in found if fate.before] == list(before), "none is lost"
    assert {fate.after for fate in found if fate.after} == set(after)
    return found


def test_each_version_has_a_fate_at_its_place():
    gone, kept = fates([claim(DAY, account=4), claim(OTHER, account=5)], sources=[4])
    assert (gone.after, gone.is_absorbed) == (None, False)
    assert kept.before is not None
    assert kept.after is not None
    assert kept.before.claim_ids == kept.after.claim_ids


def test_a_version_that_is_no_longer_largest_is_part_of_another():
    claims = [claim(DAY, account=1), claim(allowed((1, 9)), account=4),
              claim(allowed((9, 9)), account=5)]  # fmt: skip
    absorbed, kept = fates(claims, sources=[1])
    assert (absorbed.after, absorbed.is_absorbed) == (None, True)
    assert kept.after is not None
    assert set(kept.after.sigla) == {"A4", "A5"}
