"""Witnesses: worked examples, and a brute force over every assignment of suspected links."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.records import Degree
from app.domain.witnesses import Dependence, Link, Telling, count_witnesses
from tests.domain.support import allowed, claim

DAY, OTHER = allowed((1, 1)), allowed((5, 5))


def dependence(links, speakers=None):
    lenders = {}
    for borrower, lender, degree in links:
        lenders.setdefault(borrower, []).append(Link((lender,), degree))
    accounts = {n for b, lender, _ in links for n in (b, lender)}
    tellings = {n: Telling(n, n, f"A{n}", (speakers or {}).get(n, "")) for n in accounts}
    return Dependence(tellings, {b: tuple(found) for b, found in lenders.items()})


def count(claims, links=(), version=None):
    found = count_witnesses(version or claims, claims, dependence(links))
    return found.low, found.high


def test_independent_accounts_are_counted_each():
    assert count([claim(DAY, account=n) for n in (1, 2, 3)]) == (3, 3)


def test_the_same_speaker_told_three_times_is_one():
    assert count([claim(DAY, account=n, by="K") for n in (1, 2, 3)]) == (1, 1)


def test_certain_and_suspected_links_give_a_range():
    claims = [claim(DAY, account=n) for n in (1, 2, 3)]
    links = [(2, 1, Degree.CERTAIN), (3, 1, Degree.SUSPECTED)]
    assert count(claims, links) == (1, 2)


def test_borrowers_of_a_lender_without_a_claim_share_it():
    claims = [claim(DAY, account=2), claim(DAY, account=3)]
    assert count(claims, [(2, 1, Degree.CERTAIN), (3, 1, Degree.CERTAIN)]) == (1, 1)


def test_who_contradicts_the_lender_witnesses_for_himself():
    mine, theirs = claim(DAY, account=2), claim(OTHER, account=1)
    third = claim(DAY, account=3)
    links = [(2, 1, Degree.CERTAIN), (3, 1, Degree.CERTAIN)]
    assert count([mine, theirs, third], links, version=[mine, third]) == (2, 2)


def test_a_reported_speaker_is_the_witness():
    claims = [
        claim(DAY, account=1, by="K"),
        claim(DAY, account=2, by="K", reported=True),
        claim(DAY, account=3, by="M", reported=True),
    ]
    assert count(claims) == (2, 2)


def test_a_chain_goes_back_to_its_first_link():
    claims = [claim(DAY, account=n) for n in (1, 2, 3, 4)]
    links = [(n + 1, n, Degree.CERTAIN) for n in (1, 2, 3)]
    found = count_witnesses(claims, claims, dependence(links))
    assert (found.low, found.high, found.common_link) == (1, 1, "A1")


def test_one_borrower_of_two_lenders_is_no_second_witness():
    assert count([claim(DAY, account=3)], [(3, 1, Degree.CERTAIN), (3, 2, Degree.CERTAIN)]) == (
        1,
        1,
    )


def reference(accounts, links):
    """The least number of informants from whom every account may descend, by trying all sets."""
    lenders = {n: [b for a, b in links if a == n] for n in accounts}

    def roots(n):
        return set().union(*(roots(m) for m in lenders[n])) if lenders[n] else {n}

    wanted = [roots(n) for n in accounts]
    everyone = sorted(set().union(*wanted))
    for size in range(len(everyone) + 1):
        for chosen in combinations(everyone, size):
            if all(found & set(chosen) for found in wanted):
                return size
    raise AssertionError


LINKS = st.integers(2, 8).flatmap(
    lambda n: st.tuples(
        st.just(n),
        st.dictionaries(
            st.tuples(st.integers(2, n), st.integers(1, n)).filter(lambda p: p[0] > p[1]),
            st.sampled_from([Degree.CERTAIN, Degree.SUSPECTED]),
            max_size=8,
        ),
    )
)


@settings(max_examples=300, deadline=None)
@given(LINKS)
def test_range_is_that_of_every_assignment_of_suspected_links(drawn):
    number, graph = drawn
    accounts = list(range(1, number + 1))
    suspected = [link for link, degree in graph.items() if degree is Degree.SUSPECTED]
    certain = [link for link, degree in graph.items() if degree is Degree.CERTAIN]
    counts = [
        reference(accounts, certain + [link for link, real in zip(suspected, choice, strict=True)
                                       if real])
        for choice in product((False, True), repeat=len(suspected))
    ]  # fmt: skip
    claims = [claim(DAY, account=n) for n in accounts]
    links = [(a, b, degree) for (a, b), degree in graph.items()]
    assert count(claims, links) == (min(counts), max(counts))
