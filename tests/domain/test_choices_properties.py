"""What holds for every vocabulary and answer, against a plain walk up the tree."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import Entry, Vocabulary, describe_choice, read_option, read_yes_no
from app.domain.errors import UserError
from app.domain.sets import Allowed

NAMES = [f"label {letter}" for letter in "abcdefghij"] + ["dead or alive", "at least one", "b?"]
WORDS = [
    "or", "oder", "или", "|", "at least", "at most", "more than", "between", "and", "?", "probably",
    "other than", "about", "up to", "or more", ",", "(", ")", "either", "a", "regiment", "company",
]  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> list[Entry]:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
    entries = []
    for index, name in enumerate(names):
        parent = draw(st.none() | st.sampled_from(names[:index])) if index else None
        entries.append(Entry(name, parent, draw(st.none() | st.integers(1, 4))))
    return draw(st.permutations(entries))


def ancestors(name: str, parents: dict[str, str | None]) -> set[str]:
    found: set[str] = set()
    up: str | None = name
    while up is not None:
        found.add(up)
        up = parents[up]
    return found


@given(trees())
def test_a_label_allows_itself_and_what_lies_under_it(entries: list[Entry]) -> None:
    vocabulary = Vocabulary.build(entries)
    parents = {entry.label: entry.parent for entry in entries}
    ranks = {entry.label: entry.rank for entry in entries}
    assert sorted(vocabulary.labels) == sorted(parents)
    for name in parents:
        allowed = read_option(name, vocabulary).strict
        for leaf, label in enumerate(vocabulary.labels):
            inside = allowed.covers(Allowed.of((leaf, leaf)))
            assert inside == (name in ancestors(label, parents))
        own = ranks[name]
        if own is not None:
            assert vocabulary.find_rank(name) == own


@given(trees(), st.lists(st.sampled_from(NAMES + WORDS), min_size=1, max_size=7).map(" ".join))
def test_any_wording_is_read_or_refused(entries: list[Entry], text: str) -> None:
    vocabulary = Vocabulary.build(entries).with_texts([text])
    check(text, vocabulary)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    check(text, Vocabulary.build([Entry("shot"), Entry("a company", rank=1)]).with_texts([text]))
    with contextlib.suppress(UserError):
        assert read_yes_no(text).widened.covers(read_yes_no(text).strict)


def check(text: str, vocabulary: Vocabulary) -> None:
    try:
        answer = read_option(text, vocabulary)
    except UserError:
        assert not any(map(str.isalnum, text))
        return
    assert not answer.strict.is_empty
    assert answer.widened.covers(answer.strict)
    assert describe_choice(answer.strict, vocabulary)
    assert vocabulary.with_texts([text]) is vocabulary
    again = read_option(answer.canonical, vocabulary)
    assert (again.strict, again.widened) == (answer.strict, answer.widened)


@given(trees(), st.lists(st.sampled_from([*NAMES, "new", "label a or new", "newer?"])))
def test_further_labels_leave_the_leaves_in_place(entries: list[Entry], texts: list[str]) -> None:
    vocabulary = Vocabulary.build(entries)
    bigger = vocabulary.with_texts(texts)
    assert bigger.labels[: len(vocabulary.labels)] == vocabulary.labels
    assert bigger.spans[: len(vocabulary.spans)] == vocabulary.spans
    assert bigger.unknown_labels(texts) == ()
    assert len(bigger.labels) == len(bigger.spans) == len(bigger.ranks)


def test_a_cycle_is_refused() -> None:
    with pytest.raises(UserError, match="lies under itself"):
        Vocabulary.build([Entry("a b", "b c"), Entry("b c", "a b")])
    with pytest.raises(UserError, match="lies under itself"):
        Vocabulary.build([Entry("x y"), Entry("self", "self")])


def test_a_missing_parent_is_refused() -> None:
    with pytest.raises(UserError, match="“shot” is put under “death”"):
        Vocabulary.build([Entry("shot", "death")])


def test_a_deep_tree_is_laid_out() -> None:
    entries = [Entry("0")] + [Entry(str(n), str(n - 1)) for n in range(1, 3000)]
    assert Vocabulary.build(entries).spans[0] == (0, 2999)
