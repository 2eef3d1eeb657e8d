"""The aggregate over hulls finds the statuses that the engine finds, on random dossiers."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from app.domain.analysis import PointStatus, analyse
from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.fingerprints import fingerprint
from app.domain.hulls import hulls_of
from app.domain.records import Stance
from app.domain.sets import FIRST, LAST, Allowed
from app.domain.witnesses import Dependence
from app.services.workspace import Workspace
from app.store import tables
from app.store.commands.findings import Found, replace_findings
from app.store.queries.statuses import list_statuses
from tests.domain.support import claim
from tests.services.support import riot

ENDS = (FIRST, -(10**25), -(2**63), -3, 0, 1, 2, 4, 5, 8, 2**63 - 1, 2**63, 10**25, LAST)
SPANS = st.tuples(st.sampled_from(ENDS), st.sampled_from(ENDS)).map(lambda p: (min(p), max(p)))
SETS = st.lists(SPANS, min_size=1, max_size=2).map(lambda spans: Allowed.of(*spans))
CLAIMS = st.builds(
    lambda strict, more, stance, scope: claim(
        strict, strict.union(more or strict), stance=stance, scope=scope
    ),
    SETS,
    st.none() | SETS,
    st.sampled_from((Stance.AFFIRMS, *Stance)),
    st.sampled_from(("", "", "officers")),
)
POINTS = st.lists(st.tuples(st.booleans(), st.lists(CLAIMS, max_size=4)), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def engine():
    engine = create_engine("sqlite://")
    for table in (tables.hull, tables.point_state, tables.flag):
        table.create(engine)
    yield engine
    engine.dispose()


@settings(max_examples=400, derandomize=True, database=None, deadline=None)
@given(drawn=POINTS)
def test_the_aggregate_proposes_and_the_engine_decides_alike(engine, drawn):
    numbers = count(1)
    cases = [
        Case(next(numbers), "When?", Kind.DATE, tuple(claims), several=several)
        for several, claims in drawn
    ]
    expected = {case.point_id: analyse(case, Dependence()).status for case in cases}
    with engine.connect() as tx:
        replace_findings(tx, (), {case.point_id: found(case) for case in cases})
        statuses = list_statuses(tx)
        replace_findings(tx, [case.point_id for case in cases], {})
        assert list_statuses(tx) == {}
    clear = PointStatus.CLEAR
    assert statuses == {point: status for point, status in expected.items() if status is not clear}


def found(case: Case) -> Found:
    return Found(analyse(case, Dependence()), (), len(case.claims), fingerprint(case.claims),
                 tuple(hulls_of(case)))  # fmt: skip


def test_a_dossier_has_its_hulls(workspace: Workspace, tmp_path):
    riot(workspace, tmp_path)
    with workspace.reading() as connection:
        kept = connection.exec_driver_sql(
            "SELECT point_id, status FROM point_state WHERE status <> 'clear'"
        )
        assert list_statuses(connection) == {row.point_id: row.status for row in kept}
