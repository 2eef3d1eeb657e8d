"""The stemma: layers by date, nothing over anything, what a version rests on."""

import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dates.calendar import day_number
from app.domain.records import Degree
from app.domain.stemma import NOTHING_LIT, Stemma, StemmaAccount, StemmaLink, on_point
from app.domain.stemma_drawing import BOX_HEIGHT, BOX_WIDTH, curves, fitted
from app.domain.stemma_ranks import UNDATED, rank
from app.services.derivations import link_accounts
from app.services.importing import import_sheets
from app.services.points import list_points
from app.services.stemma import light_version, list_versions, load_stemma
from app.services.stemma_layout import lay_out
from tests.services.support import write_sheets


def account(number, year=None, last=None):
    first = None if year is None else day_number(year, 1, 1)
    end = first if last is None else day_number(last, 1, 1)
    return StemmaAccount(number, f"A{number}", date=str(year or ""), first=first, last=end)


def link(lender, borrower, degree=Degree.CERTAIN, points=()):
    return StemmaLink(lender, borrower, degree, "", points)


@st.composite
def stemmata(draw):
    number = draw(st.integers(1, 24))
    years = draw(st.lists(st.none() | st.integers(1900, 1990), min_size=number, max_size=number))
    ends = st.integers(1, number)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=30))
    degrees = st.sampled_from([*Degree, None])
    links = {pair: link(*pair, draw(degrees)) for pair in pairs if pair[0] != pair[1]}
    return Stemma(
        tuple(account(at, year) for at, year in enumerate(years, 1)), tuple(links.values())
    )


def boxes(drawing):
    return [
        (p.x - BOX_WIDTH / 2, p.y - BOX_HEIGHT / 2, p.x + BOX_WIDTH / 2, p.y + BOX_HEIGHT / 2)
        for p in drawing.accounts
    ]


@settings(max_examples=120, deadline=None)
@given(stemmata())
def test_older_tellings_stand_higher_and_nothing_overlaps(stemma):
    drawing = lay_out(stemma)
    assert len(drawing.accounts) == len(stemma.accounts)
    for one, other in combinations(boxes(drawing), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart
    ranks = rank(stemma)
    for placed in drawing.accounts:
        band = drawing.bands[ranks.bands[placed.account.account_id]]
        assert band.top < placed.y - BOX_HEIGHT / 2
        assert placed.y + BOX_HEIGHT / 2 < band.bottom
        assert placed.x - BOX_WIDTH / 2 > 0
        assert placed.x + BOX_WIDTH / 2 < drawing.width
    for upper, lower in pairwise(drawing.bands):
        assert upper.bottom <= lower.top
    dated = [p for p in drawing.accounts if p.account.first is not None]
    for one in dated:
        for other in dated:
            if ranks.bands[one.account.account_id] < ranks.bands[other.account.account_id]:
                assert one.account.first <= other.account.first
                assert one.y < other.y


@settings(max_examples=60, deadline=None)
@given(stemmata())
def test_lines_lead_from_lender_to_borrower(stemma):
    drawing = lay_out(stemma)
    at = {p.account.account_id: p for p in drawing.accounts}
    for placed in drawing.links:
        lender, borrower = at[placed.link.lender_id], at[placed.link.borrower_id]
        assert lender.row != borrower.row
        (x, y), (to_x, to_y) = placed.spots[0], placed.spots[-1]
        assert abs(y - lender.y) == BOX_HEIGHT / 2
        assert abs(to_y - borrower.y) == BOX_HEIGHT / 2
        assert abs(x - lender.x) < BOX_WIDTH / 2
        assert abs(to_x - borrower.x) < BOX_WIDTH / 2
        assert len(curves(placed.spots)) == len(placed.spots) - 1


@settings(max_examples=30, deadline=None)
@given(stemmata())
def test_the_same_stemma_is_always_drawn_alike(stemma):
    assert lay_out(stemma) == lay_out(stemma)


def test_strands_of_a_hub_leave_room_for_boxes():
    lenders = [account(at, 1900 + at) for at in range(1, 30)]
    hub = account(99, 1960)
    drawing = lay_out(Stemma((*lenders, hub), tuple(link(a.account_id, 99) for a in lenders)))
    assert drawing.width < 20 * BOX_WIDTH
    for placed in drawing.links:
        for x, y in placed.spots[1:-1]:
            assert not any(box[0] < x < box[2] and box[1] < y < box[3] for box in boxes(drawing))


def test_an_undated_account_stands_with_those_it_is_linked_with():
    accounts = (account(1, 1900), account(2), account(3, 1950), account(4), account(5))
    ranks = rank(Stemma(accounts, (link(1, 2), link(4, 3))))
    assert ranks.bands[2] == ranks.bands[1]
    assert ranks.bands[4] == ranks.bands[3]
    assert ranks.depths[2] > ranks.depths[1]
    assert ranks.depths[3] > ranks.depths[4]
    assert ranks.labels[ranks.bands[5]] == UNDATED


def test_a_vague_borrower_is_put_as_late_as_its_lender():
    accounts = (account(1, 2017), account(2, 2016, last=2019), account(3, 1990), account(4, 1980))
    ranks = rank(Stemma(accounts, (link(1, 2),)))
    assert ranks.bands[1] == ranks.bands[2]
    assert ranks.depths[2] == 1


def test_bands_cover_what_the_tellings_need():
    def labels(*years):
        return rank(Stemma(tuple(account(n, y) for n, y in enumerate(years)))).labels

    assert labels(1941, 1944, 1948) == ("1941", "1944", "1948")
    assert labels(*range(1500, 1600))[:2] == ("1500s", "1510s")
    assert len(labels(*range(1, 2000, 3))) <= 40
    assert len(labels(*range(0))) == 0


def test_rings_on_different_points_are_drawn():
    stemma = Stemma(
        (account(1, 1900), account(2, 1900)), (link(1, 2, points=(7,)), link(2, 1, points=(8,)))
    )
    assert len(lay_out(stemma).links) == 2


def test_nothing_gives_an_empty_drawing():
    assert lay_out(Stemma()).accounts == ()


def test_thousands_of_accounts_keep_apart():
    chance = random.Random(5)
    accounts = tuple(account(n, chance.randrange(1500, 2000)) for n in range(3000))
    links = set()
    while len(links) < 2500:
        one, other = chance.sample(range(3000), 2)
        if accounts[one].first <= accounts[other].first and (other, one) not in links:
            links.add((one, other))
    drawing = lay_out(Stemma(accounts, tuple(link(a, b) for a, b in sorted(links))))
    rows = {}
    for placed in drawing.accounts:
        rows.setdefault(placed.row, []).append(placed.x)
    assert all(b - a > BOX_WIDTH for xs in rows.values() for a, b in pairwise(sorted(xs)))


def test_only_lenders_that_matter_to_a_point_are_kept():
    accounts = tuple(account(n) for n in range(1, 8))
    stemma = Stemma(
        accounts,
        (link(1, 2), link(3, 2), link(4, 2), link(4, 5), link(6, 5, points=(9,)), link(7, 2)),
    )
    kept = on_point(stemma, 1, [1, 2, 5])
    # 1 speaks, 4 is what 2 and 5 share; 3 and 7 are silent, 6 lends on another point.
    assert {a.account_id for a in kept.accounts} == {1, 2, 4, 5}


def test_long_words_are_cut():
    assert fitted("Kononov  an\nBogdanov", 30) == "Kononov an Bogdanov"
    assert fitted("Kononov", 5) == "Kono…"


SOURCES = """key,author,date,derives_from
Q1,Quast,1700,
R1,Rau,1710,Q1
S1,Simon,1720,R1?
T1,Till,1730,R1!
U1,Ulm,1740,
"""
CLAIMS = """subject,question,answer_type,source,answer
Fire,When?,date,Q1,1 May 1699
Fire,When?,date,R1,1 May 1699
Fire,When?,date,S1,1 May 1699
Fire,When?,date,T1,2 May 1699
Fire,Where?,option,S1,the mill
"""


@pytest.fixture
def fire(workspace, tmp_path):
    import_sheets(workspace, write_sheets(tmp_path, sources=SOURCES, claims=CLAIMS))
    return workspace


def sigla(stemma, ids=None):
    return {a.siglum for a in stemma.accounts if ids is None or a.account_id in ids}


def test_isolated_accounts_are_left_out_unless_asked_for(fire):
    assert sigla(load_stemma(fire)) == {"Q1", "R1", "S1", "T1"}
    assert sigla(load_stemma(fire, with_isolated=True)) == {"Q1", "R1", "S1", "T1", "U1"}


def test_a_version_is_lit_with_its_roots(fire):
    when = next(p for p in list_points(fire) if p.question == "When?")
    stemma = load_stemma(fire, when.id)
    version = next(v for v in list_versions(fire, when.id) if "Q1" in v.sigla)
    lit = light_version(fire, when.id, version.claim_ids, stemma)
    assert sigla(stemma, lit.witnesses) == {"Q1", "R1", "S1"}
    assert sigla(stemma, lit.roots) == {"Q1"}
    assert sigla(stemma, lit.open_roots) == {"S1"}
    assert len(lit.steps) == 2
    other = next(v for v in list_versions(fire, when.id) if "Q1" not in v.sigla)
    lit = light_version(fire, when.id, other.claim_ids, stemma)
    assert sigla(stemma, lit.roots) == {"T1"}
    assert not lit.steps


def test_a_point_shows_whom_its_accounts_draw_on(fire):
    where = next(p for p in list_points(fire) if p.question == "Where?")
    assert sigla(load_stemma(fire, where.id)) == {"S1"}
    assert light_version(fire, 0, [], Stemma()) == NOTHING_LIT


def test_accounts_of_a_source_are_tied_to_its_voice(fire):
    from app.domain.records import Account, Derivation
    from app.services.accounts import add_account, list_accounts

    by_siglum = {a.siglum: a for a in list_accounts(fire)}
    add_account(fire, Account(0, "Q1b", by_siglum["Q1"].source_id))
    link_accounts(fire, Derivation(0, by_siglum["U1"].id, by_siglum["Q1"].id, Degree.PROBABLE))
    stemma = load_stemma(fire)
    assert "Q1b" in sigla(stemma)
    assert sum(link.degree is None for link in stemma.links) == 1
