"""The sheets of the sample dossier and the expected flags fit together, read with csv alone."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
HERE = Path(__file__).resolve().parent

Row = dict[str, str]


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as sheet:
        reader = csv.DictReader(sheet, strict=True)
        found = list(reader)
    assert all(None not in row and None not in row.values() for row in found), path.name
    return found


def sheet(name: str) -> list[Row]:
    return rows_of(SAMPLE / f"{name}.csv")


def point_of(row: Row) -> tuple[str, str]:
    return row["subject"], row["question"]


SOURCES, ACCOUNTS, POINTS = sheet("sources"), sheet("accounts"), sheet("points")
OPTIONS, CLAIMS, RULES = sheet("options"), sheet("claims"), sheet("rules")
FLAGS = rows_of(HERE / "expected_flags.csv")
CLEAR = rows_of(HERE / "expected_clear.csv")
EXPECTED_RULES = rows_of(HERE / "expected_rules.csv")

KEYS = {row["key"] for row in SOURCES}
SIGLA = KEYS | {row["siglum"] for row in ACCOUNTS}
DECLARED = {point_of(row) for row in POINTS}
BY_NAME = {": ".join(point) for point in DECLARED}


def test_there_is_as_much_as_the_sample_promises() -> None:
    assert len(SIGLA) >= 40
    assert len(POINTS) >= 25
    assert len(CLAIMS) >= 90


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (SOURCES, ("key",)),
        (ACCOUNTS, ("siglum",)),
        (POINTS, ("subject", "question")),
        (OPTIONS, ("subject", "question", "option")),
        (CLAIMS, ("subject", "question", "source", "locator", "stance", "answer", "scope")),
        (RULES, ("kind", "a", "b", "relation")),
        (CLEAR, ("subject", "question")),
        (FLAGS, ("subject", "question", "kind", "level", "claims")),
    ],
)  # fmt: skip
def test_no_key_stands_twice(rows: list[Row], columns: tuple[str, ...]) -> None:
    keys = Counter(tuple(row[column].casefold() for column in columns) for row in rows)
    assert [key for key, times in keys.items() if times > 1] == []


def test_accounts_and_derivations_name_sources() -> None:
    for row in ACCOUNTS:
        assert row["source"] in KEYS, row["siglum"]
    for row in SOURCES:
        lenders = [key for key in row["derives_from"].split(";") if key]
        assert {key.rstrip("?!") for key in lenders} <= KEYS - {row["key"]}, row["key"]
        quoted = row["copy_seen"] == "quoted after"
        assert quoted == bool(row["quoted_after"]), row["key"]
        assert not quoted or row["quoted_after"] in KEYS, row["key"]


def test_every_claim_has_an_account_a_point_and_a_locator() -> None:
    for row in CLAIMS:
        assert row["source"] in SIGLA, row
        assert point_of(row) in DECLARED, row
        assert row["locator"], row


def test_silent_claims_alone_have_no_answer() -> None:
    for row in CLAIMS:
        assert row["stance"] in {"", "denies", "doubts", "silent"}, row
        assert (row["stance"] == "silent") == (not row["answer"]), row
        assert row["level"] in {"", "read", "inferred"}, row


def test_every_source_and_account_is_used_and_every_point_answered() -> None:
    assert {row["source"] for row in CLAIMS} == SIGLA
    assert {point_of(row) for row in CLAIMS} == DECLARED


def test_option_answers_are_declared_options() -> None:
    kinds = {point_of(row): row["answer_type"] for row in POINTS}
    options = {(*point_of(row), row["option"]) for row in OPTIONS}
    for row in OPTIONS:
        assert kinds[point_of(row)] == "option", row
        assert not row["kind_of"] or (*point_of(row), row["kind_of"]) in options, row
    for row in CLAIMS:
        assert row["answer_type"] == kinds[point_of(row)], row
        if row["answer_type"] == "option" and row["answer"]:
            assert (*point_of(row), row["answer"]) in options, row
        if row["answer_type"] == "yes-no":
            assert row["answer"] in {"", "yes", "no"}, row


def test_quotations_are_a_few_words() -> None:
    for row in CLAIMS:
        for column in ("quotation", "translation"):
            assert len(row[column].split()) <= 12, row


def test_rules_name_points() -> None:
    for row in RULES:
        assert row["a"] in BY_NAME, row
        assert row["b"] in BY_NAME, row
    for row in EXPECTED_RULES:
        assert row["a"] in BY_NAME, row
        assert row["b"] in BY_NAME | {""}, row
        assert set(row["claims"].split()) <= SIGLA, row


def test_a_point_is_either_flagged_or_clear() -> None:
    standing_together = ("silence", "hollow agreement")
    clashing = {point_of(row) for row in FLAGS if row["kind"] not in standing_together}
    clear = {point_of(row) for row in CLEAR}
    assert clashing | clear == DECLARED
    assert not clashing & clear


def test_flags_name_accounts_that_speak_to_the_point() -> None:
    speaking = {(*point_of(row), row["source"]) for row in CLAIMS}
    for row in FLAGS:
        sigla = row["claims"].split()
        assert sigla == sorted(sigla), row
        assert {(*point_of(row), siglum) for siglum in sigla} <= speaking, row
        assert row["level"] in {"contradicts", "tension", ""}, row
        assert (row["kind"] == "silence") == (row["level"] == ""), row
        assert row["rests_on"], row


def test_each_silence_beside_an_answer_is_expected_once() -> None:
    affirmed = {point_of(row) for row in CLAIMS if row["stance"] == ""}
    silent = Counter(
        point_of(row) for row in CLAIMS if row["stance"] == "silent" and point_of(row) in affirmed
    )
    assert Counter(point_of(row) for row in FLAGS if row["kind"] == "silence") == silent


def test_the_sums_of_the_tables_hold() -> None:
    figures = {": ".join(point_of(row)): row["answer"] for row in CLAIMS if row["source"] == "Ed16"}
    figures |= {
        ": ".join(point_of(row)): row["answer"]
        for row in CLAIMS
        if row["source"] in {"Ce39", "Kr95"} and ": ".join(point_of(row)) not in figures
    }

    def number(name: str) -> int:
        return round(float(re.sub(r"[ ,%]", "", figures[name])) * 10)

    wholes: dict[str, int] = {}
    for row in RULES:
        if row["kind"] == "sum":
            wholes[row["a"]] = wholes.get(row["a"], 0) + number(row["b"])
    assert wholes
    assert {name: number(name) for name in wholes} == wholes
