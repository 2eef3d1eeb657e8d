"""What is swept from hulls alone is what the engine finds with every claim in hand."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.analysis import analyse
from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.comparison import CLASHES, Verdict, find_verdict
from app.domain.flags import FlagKind, FlagLevel
from app.domain.hulls import hulls_of
from app.domain.records import Stance
from app.domain.sweeps import sweep
from app.domain.witnesses import Dependence
from tests.domain.support import allowed, claim

SETS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 4)).map(lambda p: (p[0], sum(p))),
    min_size=1, max_size=2,
).map(lambda spans: allowed(*spans))  # fmt: skip
STANCES = st.sampled_from((Stance.AFFIRMS, Stance.AFFIRMS, Stance.AFFIRMS, Stance.DENIES))
CLAIMS = st.builds(
    lambda strict, more, stance, teller, account: claim(
        strict, strict.union(more or strict), stance=stance, by=f"speaker {teller}",
        account=account,
    ),
    SETS, st.none() | SETS, STANCES, st.integers(1, 3), st.integers(1, 4),
)  # fmt: skip
LEVELS = {
    Verdict.CONTRADICTS: FlagLevel.CONTRADICTS,
    Verdict.IN_TENSION: FlagLevel.TENSION,
}


@settings(max_examples=500, derandomize=True, database=None, deadline=None)
@given(st.lists(CLAIMS, min_size=1, max_size=6), st.booleans())
def test_sweeping_finds_what_the_engine_finds(claims, several):
    case = Case(7, "When?", Kind.DATE, tuple(claims), several=several)
    found = analyse(case, Dependence())
    hulls = {hull.claim_id: hull for hull in hulls_of(case)}
    swept = sweep([_stake(one, hulls[one.claim_id]) for one in claims])
    assert swept.versions == len(found.versions)
    degrees: dict[int, int] = {}
    sorts = set()
    for a, b in combinations(claims, 2):
        verdict = find_verdict(a, b, several=several)
        if verdict in CLASHES:
            sorts.add((_kind(a, b), LEVELS[verdict]))
        if verdict is Verdict.CONTRADICTS:
            for one in (a, b):
                degrees[one.claim_id] = degrees.get(one.claim_id, 0) + 1
    assert swept.degrees == degrees
    assert swept.sorts == sorts


def _kind(a, b) -> FlagKind:
    if a.speaker != b.speaker:
        return FlagKind.DISAGREEMENT
    same = a.account_id == b.account_id
    return FlagKind.INNER_CONTRADICTION if same else FlagKind.CHANGE_OF_STORY


def _stake(one, hull):
    return (
        one.claim_id, one.account_id, int(one.speaker.removeprefix("speaker ")),
        hull.low, hull.high, hull.wide_low, hull.wide_high, hull.gaps,
    )  # fmt: skip
