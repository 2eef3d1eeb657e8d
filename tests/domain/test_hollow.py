"""Hollow agreement: where several sources are one witness, and where nobody would be deceived."""

from app.domain.analysis import analyse
from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.flags import FlagKind, FlagLevel
from app.domain.records import Degree
from app.domain.witnesses import Dependence, Link, Telling
from tests.domain.support import allowed, claim

DAY, OTHER = allowed((1, 1)), allowed((5, 5))


def hollow(claims, links=(), *, several=False, degree=Degree.CERTAIN):
    lenders = {}
    for borrower, lender in links:
        lenders.setdefault(borrower, []).append(Link((lender,), degree))
    tellings = {n: Telling(n, n, f"A{n}") for n in range(1, 9)}
    names = {"K": "Kononov"}
    case = Case(7, "When?", Kind.DATE, tuple(claims), several=several)
    found = analyse(case, Dependence(tellings, lenders, names))
    return [flag for flag in found.flags if flag.kind is FlagKind.HOLLOW_AGREEMENT]


def told(*accounts, **more):
    return [claim(DAY, account=n, text="1918", **more) for n in accounts]


def test_three_sources_with_one_root_are_one_flag():
    (flag,) = hollow(told(1, 2, 3), [(2, 1), (3, 1)])
    assert flag.level is FlagLevel.TENSION
    assert flag.why == "3 sources for “1918” (A1, A2, A3) go back to one witness, A1."


def test_two_that_share_a_lender_neither_of_them_names():
    (flag,) = hollow(told(2, 3), [(2, 1), (3, 1)])
    assert flag.why == "2 sources for “1918” (A2, A3) go back to one witness, A1."


def test_a_source_and_one_that_cites_it_deceive_nobody():
    assert not hollow(told(1, 2), [(2, 1)])
    assert not hollow([*told(1, by="K"), *told(2, by="K", reported=True)])


def test_one_speaker_who_tells_it_again_is_named():
    (flag,) = hollow(told(1, 2, by="K"))
    assert flag.why == "2 sources for “1918” (A1, A2) are one witness: Kononov told it each time."


def test_two_authors_who_report_one_speaker():
    (flag,) = hollow(told(1, 2, by="K", reported=True))
    assert flag.why.endswith("go back to one witness, Kononov.")


def test_a_suspicion_is_not_enough():
    assert not hollow(told(2, 3), [(2, 1), (3, 1)], degree=Degree.SUSPECTED)


def test_a_second_witness_makes_it_sound():
    assert not hollow([*told(1, 2, by="K"), *told(3, by="M")])


def test_several_accounts_in_one_source_are_no_agreement_of_sources():
    assert not hollow(told(1, 2, 3, by="K", source=9))


def test_who_contradicts_the_lender_is_left_out():
    claims = [*told(1), claim(OTHER, account=2), claim(OTHER, account=3)]
    assert not hollow(claims, [(2, 1), (3, 1)])


def test_where_several_answers_hold_each_answer_is_looked_at_alone():
    claims = [*told(1, 2, by="K"), claim(OTHER, account=1, by="K"), claim(OTHER, account=3, by="M")]
    (flag,) = hollow(claims, several=True)
    assert flag.sigla == ("A1", "A2")


def test_identity_does_not_rest_on_the_number_of_sources():
    (few,) = hollow(told(1, 2, by="K"))
    (more,) = hollow(told(1, 2, 3, by="K"))
    assert few.identity == more.identity
    assert few.fingerprint != more.fingerprint
