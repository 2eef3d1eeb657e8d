"""The flags of the sample against a list drawn up by reading the paper, point by point."""

import csv
from pathlib import Path

import pytest

from app.services.checking import check_dossier
from app.services.dossiers import make_sample

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    with make_sample(tmp_path_factory.mktemp("sample") / "k.variorum") as workspace:
        return check_dossier(workspace)


ACROSS = ("chronology", "arithmetic")


def test_the_flags_are_just_those_read_from_the_paper(found):
    expected = {
        (f"{row['subject']}: {row['question']}", row["kind"], frozenset(row["claims"].split()))
        for row in rows("expected_flags.csv")
    }
    flags = {
        (flag["points"][0], flag["kind"], frozenset(flag["claims"]))
        for flag in found["flags"]
        if flag["kind"] not in ACROSS
    }
    assert flags - expected == set()
    assert expected - flags == set()


def test_rules_clash_just_where_the_paper_does(found):
    flags = {
        frozenset(flag["claims"]): set(flag["points"])
        for flag in found["flags"]
        if flag["kind"] in ACROSS
    }
    clashing = [row for row in rows("expected_rules.csv") if row["outcome"] == "clashes"]
    assert set(flags) == {frozenset(row["claims"].split()) for row in clashing}
    for row in clashing:
        assert {row["a"], row["b"]} <= flags[frozenset(row["claims"].split())]


def test_levels_are_those_read_from_the_paper(found):
    levels = {
        (flag["points"][0], flag["kind"], frozenset(flag["claims"])): flag["level"]
        for flag in found["flags"]
    }
    for row in rows("expected_flags.csv"):
        key = (
            f"{row['subject']}: {row['question']}",
            row["kind"],
            frozenset(row["claims"].split()),
        )
        if row["level"]:
            assert levels.get(key) == row["level"], key


def test_what_the_paper_reconciles_is_not_contradicted(found):
    status = {f"{p['subject']}: {p['question']}": p["status"] for p in found["points"]}
    for row in rows("expected_clear.csv"):
        assert status[f"{row['subject']}: {row['question']}"] == "clear", row


def version(found, question, *sigla):
    """Return the version of a point that holds all these accounts."""
    point = next(p for p in found["points"] if p["question"].startswith(question))
    return next(v for v in point["versions"] if set(sigla) <= set(v["claims"]))


def test_interrogation_covering_report_magazine_and_letter_are_one_witness(found):
    executed = version(found, "Was a brother of Kononov put to death", "D41", "R41", "K48")
    assert executed["witnesses"] == [1, 1]
    one_brother = version(found, "How many of Kononov's brothers", "D41", "R41", "Ia44")
    assert one_brother["witnesses"] == [1, 1]


def test_authors_who_follow_the_hagiography_count_with_it(found):
    regiment = version(found, "Who crossed the line with Kononov", "K48", "Ch63", "Se95")
    assert regiment["witnesses"][0] == 1
    only = version(found, "Was it the only crossing", "Ch63", "Se95")
    assert only["witnesses"] == [1, 2]


def test_an_author_examined_and_found_independent_counts_for_himself(found):
    crossed = version(found, "When did Kononov cross the line?", "K48", "Al09")
    assert crossed["witnesses"] == [2, 2]
