"""What a citing author says that a place says, beside what it says: worked examples."""

import pytest

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.citation_audit import Fidelity, audit_case, by_author
from app.domain.records import Degree, Stance
from app.domain.witnesses import Dependence, Link, Telling
from tests.domain.support import allowed, claim

YEAR, DAY, OTHER = allowed((1, 365)), allowed((10, 10)), allowed((400, 400))
TELLINGS = {n: Telling(n, n, f"A{n}") for n in range(1, 6)}
DRAWS = {2: (Link((1,), Degree.CERTAIN),)}


def audit(*claims, lenders=DRAWS, unseen=(), several=False, kind=Kind.DATE):
    case = Case(7, "When?", kind, tuple(claims), several=several)
    return list(audit_case(case, Dependence(TELLINGS, lenders), frozenset(unseen)))


def cited(*claims, **more):
    return [citation.fidelity for citation in audit(*claims, **more)]


@pytest.mark.parametrize(
    ("says", "place_says", "fidelity"),
    [
        ((DAY,), (DAY,), Fidelity.FAITHFUL),
        ((DAY,), (YEAR,), Fidelity.SHARPER),
        ((YEAR,), (DAY,), Fidelity.VAGUER),
        ((DAY,), (DAY, YEAR), Fidelity.SHARPER),
        ((allowed((1, 20)),), (allowed((10, 30)),), Fidelity.LOOSE),
        ((OTHER,), (DAY,), Fidelity.CONTRADICTED),
    ],
)
def test_what_the_author_makes_of_the_place(says, place_says, fidelity):
    assert cited(claim(*says, account=2), claim(*place_says, account=1)) == [fidelity]


def test_a_named_report_is_looked_for_in_the_speakers_own_account():
    report = claim(DAY, account=2, by="K", reported=True)
    assert cited(report, claim(YEAR, account=1, by="K"), lenders={}) == [Fidelity.SHARPER]
    quiet = claim(DAY, account=1, by="K", stance=Stance.SILENT)
    assert cited(report, quiet, lenders={}) == [Fidelity.NOT_FOUND]
    assert cited(report, claim(OTHER, account=1, by="M"), lenders={}) == []


def test_a_silent_lender_is_no_fault_unless_it_is_drawn_on_for_this_point():
    quiet = claim(DAY, account=1, stance=Stance.SILENT)
    assert cited(claim(DAY, account=2), quiet) == []
    on_point = {2: (Link((1,), Degree.CERTAIN, frozenset({7})),)}
    assert cited(claim(DAY, account=2), quiet, lenders=on_point) == [Fidelity.NOT_FOUND]


@pytest.mark.parametrize("is_reported", [False, True])
def test_who_retells_his_own_story_cites_nobody(is_reported):
    tellings = {1: Telling(1, 1, "D41", "K"), 2: Telling(2, 2, "K48", "K"),
                3: Telling(3, 3, "P60", "M")}  # fmt: skip
    draws = {2: (Link((1,), Degree.CERTAIN),), 3: (Link((1,), Degree.CERTAIN),)}
    claims = (
        claim(YEAR, account=1, by="K"),
        claim(DAY, account=2, by="K", reported=is_reported),
        claim(DAY, account=3, by="K" if is_reported else "M", reported=is_reported),
    )
    case = Case(7, "When?", Kind.DATE, claims)
    found = audit_case(case, Dependence(tellings, draws, {"K": "Kononov", "M": "Meyer"}))
    assert {citation.author for citation in found} == {"Meyer"}


def test_the_place_that_fits_best_is_taken():
    both = {2: (Link((1,), Degree.CERTAIN), Link((3,), Degree.CERTAIN))}
    claims = [claim(DAY, account=2), claim(OTHER, account=1), claim(DAY, account=3)]
    (found,) = audit(*claims, lenders=both)
    assert (found.fidelity, found.cited.siglum) == (Fidelity.FAITHFUL, "A3")


def test_what_is_known_through_others_alone_is_not_held_against_them():
    assert cited(claim(OTHER, account=2), claim(DAY, account=1), unseen={1}) == []


def test_doubts_text_and_inherited_links_are_no_citations():
    assert cited(claim(DAY, account=2, stance=Stance.DOUBTS), claim(DAY, account=1)) == []
    texts = [claim(DAY, account=n, kind=Kind.TEXT) for n in (1, 2)]
    assert cited(*texts, kind=Kind.TEXT) == []
    inherited = {2: (Link((1,), Degree.CERTAIN, is_inherited=True),)}
    assert cited(claim(OTHER, account=2), claim(DAY, account=1), lenders=inherited) == []


def test_one_of_several_answers():
    report = claim(OTHER, account=2, by="K", reported=True)
    own = [claim(DAY, account=1, by="K"), claim(OTHER, account=1, by="K")]
    assert cited(report, *own, lenders={}, several=True) == [Fidelity.FAITHFUL]
    assert cited(report, own[0], lenders={}, several=True) == [Fidelity.NOT_FOUND]


def test_authors_with_the_most_that_is_not_faithful_first():
    faithful = audit(claim(DAY, account=2), claim(DAY, account=1))
    sharper = audit(claim(DAY, account=4), claim(YEAR, account=1),
                    lenders={4: (Link((1,), Degree.CERTAIN),)})  # fmt: skip
    first, second = by_author([*faithful, *sharper])
    assert (first.author, first.count(Fidelity.SHARPER)) == ("A4", 1)
    assert (second.author, second.count(Fidelity.FAITHFUL)) == ("A2", 1)


def test_a_sentence_names_both_places():
    (found,) = audit(claim(DAY, account=2, text="10 May"), claim(YEAR, account=1, text="1918"))
    assert found.why == "A2 has “10 May”, A1 has “1918”: sharper."
