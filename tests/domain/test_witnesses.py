"""Witnesses: worked examples, and a brute force over every assignment of suspected links."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.records import Degree, Stance
from app.domain.witnesses import Dependence, Link, Telling, count_witnesses, list_roots
from tests.domain.support import allowed, claim

DAY, OTHER = allowed((1, 1)), allowed((5, 5))


def dependence(links, speakers=None):
    lenders = {}
    for borrower, lender, degree, *points in links:
        lenders.setdefault(borrower, []).append(Link((lender,), degree, frozenset(points)))
    accounts = {n for b, lender, *_ in links for n in (b, lender)} | set(speakers or ())
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


def test_a_lender_above_one_that_is_not_heard_counts_only_where_it_agrees():
    """B says nothing on the point; C, who draws on B, cannot have from A what A denies."""
    mine, first, other = claim(DAY, account=3), claim(OTHER, account=1), claim(DAY, account=4)
    links = [(3, 2, Degree.CERTAIN), (2, 1, Degree.CERTAIN), (4, 1, Degree.CERTAIN)]
    assert count([mine, first, other], links, version=[mine, other]) == (2, 2)


def test_named_points_bound_a_derivation():
    claims = [claim(DAY, account=1), claim(DAY, account=2)]
    links = dependence([(2, 1, Degree.CERTAIN, 7)])
    on_seven, on_eight = (count_witnesses(claims, claims, links, point) for point in (7, 8))
    assert (on_seven.high, on_eight.high) == (1, 2)


def test_a_report_goes_back_to_whom_the_reported_speaker_heard():
    """D writes that B said; B's own account draws on A: the witness is A."""
    claims = [claim(DAY, account=1, by="A"), claim(DAY, account=2, by="B"),
              claim(DAY, account=4, by="B", reported=True)]  # fmt: skip
    found = count_witnesses(
        [claims[0], claims[2]], claims, dependence([(2, 1, Degree.CERTAIN)], {1: "A", 2: "B"})
    )
    assert (found.low, found.high, found.root) == (1, 1, "A")


def test_a_report_taken_from_another_book_depends_on_that_book():
    claims = [claim(DAY, account=1, by="A"), claim(DAY, account=2, by="B", reported=True)]
    assert count(claims, [(2, 1, Degree.CERTAIN)]) == (1, 1)


def test_a_reported_speaker_whose_own_account_says_otherwise_is_the_witness():
    claims = [claim(OTHER, account=2, by="B"), claim(DAY, account=4, by="B", reported=True)]
    links = [(2, 1, Degree.CERTAIN)]
    found = count_witnesses([claims[1]], claims, dependence(links))
    assert found.root == "B"


def test_a_speaker_who_drew_on_another_once_is_one_witness_in_all_tellings():
    """K told it himself, and again out of L's book: K and L are two, K twice is one."""
    claims = [claim(DAY, account=1, by="K"), claim(DAY, account=2, by="K"),
              claim(DAY, account=3, by="L")]  # fmt: skip
    links = dependence([(2, 3, Degree.CERTAIN)])
    ranges = [
        count_witnesses(version, claims, links).high
        for version in (claims, claims[:2], claims[1:], [claims[0], claims[2]])
    ]
    assert ranges == [2, 1, 1, 2]


def test_the_common_link_is_the_one_nearest_to_the_version():
    claims = [claim(DAY, account=n) for n in (1, 2, 3, 4)]
    links = [(2, 1, Degree.CERTAIN), (3, 2, Degree.CERTAIN), (4, 2, Degree.CERTAIN)]
    found = count_witnesses(claims[2:], claims, dependence(links))
    assert found.common_link == "A2"


def test_the_one_witness_is_named():
    told = [claim(DAY, account=n, by="K") for n in (1, 2)]
    assert count_witnesses(told, told, Dependence(names={"K": "Kononov"})).root_name == "Kononov"
    copied = [claim(DAY, account=n) for n in (1, 2)]
    links = dependence([(2, 1, Degree.CERTAIN)])
    assert count_witnesses(copied, copied, links).root_name == "A1"
    suspected = dependence([(2, 1, Degree.SUSPECTED)])
    assert count_witnesses(copied, copied, suspected).root_name == ""


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


def roots_by_hand(account, says, speakers, links):
    """The informants of an account by the words of the rule, as what can be reached at all.

    ``links`` are held real. One who drew on others also has it of himself where he tells it
    without them: the same speaker is one witness.
    """
    lent = {n: {b for a, b in links if a == n and says.get(b, "day") == "day"} for n in speakers}
    again = {
        n: {o for o in says if says[o] == "day" and speakers[o] == speakers[n] != ""}
        if lent[n] and says.get(n) == "day"
        else set()
        for n in speakers
    }
    reached = {account}
    for _ in speakers:
        reached |= {m for n in reached for m in lent[n] | again[n]}
    return {speakers[n] or f"account {n}" for n in reached if not lent[n]}


def fewest(root_sets):
    everyone = sorted(set().union(*root_sets))
    return next(
        size
        for size in range(len(everyone) + 1)
        for chosen in combinations(everyone, size)
        if all(roots & set(chosen) for roots in root_sets)
    )


@settings(max_examples=400, deadline=None)
@given(LINKS, st.data())
def test_range_where_accounts_differ_are_silent_or_not_heard(drawn, data):
    """Answers, silences, accounts without a claim and shared speakers, beside the links."""
    number, graph = drawn
    accounts = list(range(1, number + 1))
    says, speakers, claims = {}, {}, []
    for n in accounts:
        word = data.draw(st.sampled_from(["day", "day", "other", "silent", None]))
        speakers[n] = data.draw(st.sampled_from(["", "", "K", "M"]))
        if word == "silent":
            says[n] = "silent"
            claims.append(claim(DAY, account=n, by=speakers[n], stance=Stance.SILENT))
        elif word:
            says[n] = word
            claims.append(claim(DAY if word == "day" else OTHER, account=n, by=speakers[n]))
    version = [c for c in claims if says[c.account_id] == "day"]
    if not version:
        return
    suspected = [link for link, degree in graph.items() if degree is Degree.SUSPECTED]
    certain = [link for link, degree in graph.items() if degree is Degree.CERTAIN]
    counts = [
        fewest([
            roots_by_hand(c.account_id, says, speakers,
                          certain + [k for k, real in zip(suspected, choice, strict=True) if real])
            for c in version
        ])
        for choice in product((False, True), repeat=len(suspected))
    ]  # fmt: skip
    links = dependence([(a, b, degree) for (a, b), degree in graph.items()], speakers)
    found = count_witnesses(version, claims, links)
    assert (found.low, found.high) == (min(counts), max(counts))


def roots(claims, links=()):
    return list_roots(claims, claims, dependence(links))


def test_roots_are_named_surely_and_perhaps():
    claims = [claim(DAY, account=n) for n in (1, 2, 3)]
    links = [(2, 1, Degree.CERTAIN), (3, 1, Degree.SUSPECTED)]
    assert roots(claims, links) == (("A1",), ("A3",))
    assert roots([claim(DAY, account=n) for n in (2, 1)]) == (("A2", "A1"), ())


def test_nobody_is_named_for_a_claim_that_another_s_root_explains():
    links = [(2, n, Degree.CERTAIN) for n in (1, 3, 4)]
    both = [claim(DAY, account=1), claim(DAY, account=2)]
    assert roots(both, links) == (("A1",), ())
    assert roots(both[1:], links) == (("A1", "A3", "A4"), ())
