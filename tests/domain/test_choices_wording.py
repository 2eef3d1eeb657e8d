"""How two wordings of a choice stand to each other, with no options but the two texts."""

import pytest

from app.domain.answers import Kind
from app.domain.comparison import Verdict, bare_claim, compare
from app.domain.reading import read_pair

AGREES, REFINES = Verdict.AGREES, Verdict.REFINES
COMPATIBLE, CONTRADICTS = Verdict.COMPATIBLE, Verdict.CONTRADICTS


def verdict(a: str, b: str) -> Verdict:
    one, other = read_pair(Kind.OPTION, a, b)
    return compare(bare_claim(one), bare_claim(other)).verdict


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("shot", "not shot", CONTRADICTS),
        ("not shot", "hanged", REFINES),
        ("not shot", "not hanged", COMPATIBLE),
        ("nicht erschossen", "erschossen", CONTRADICTS),
        ("не расстрелян", "расстрелян", CONTRADICTS),
        ("не расстрелян", "повешен", REFINES),
        ("neither shot nor hanged", "shot", CONTRADICTS),
        ("neither shot nor hanged", "drowned", REFINES),
        ("weder erschossen noch gehängt", "gehängt", CONTRADICTS),
        ("ни расстрелян, ни повешен", "повешен", CONTRADICTS),
        ("not shot or hanged", "hanged", CONTRADICTS),
        ("anything but shot or hanged", "hanged", CONTRADICTS),
        ("everything except shot", "hanged", REFINES),
        ("not shot, but hanged", "hanged", AGREES),
        ("nicht erschossen, sondern gehängt", "gehängt", AGREES),
        ("не рота, а батальон", "батальон", AGREES),
        ("shot / hanged", "hanged", REFINES),
        ("SS/SD", "SD", CONTRADICTS),
        ("notary", "shot", CONTRADICTS),
    ],
)
def test_words_of_exclusion(a: str, b: str, expected: Verdict) -> None:
    assert verdict(a, b) is expected
    assert verdict(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("not at least a battalion", "a company", REFINES),
        ("not more than a company", "a battalion", CONTRADICTS),
        ("kein Bataillon", "eine Kompanie", REFINES),
        ("no battalion", "a battalion", CONTRADICTS),
        ("a battalion and more", "a regiment", REFINES),
        ("a battalion at least", "a company", CONTRADICTS),
        ("ab Bataillon", "Regiment", REFINES),
        ("von einer Kompanie bis zu einem Regiment", "Bataillon", REFINES),
        ("vom Bataillon bis zum Regiment", "Kompanie", CONTRADICTS),
        ("между ротой и полком", "батальон", REFINES),
        ("at least a company but at most a battalion", "a regiment", CONTRADICTS),
        ("не менее батальона, но не более полка", "рота", CONTRADICTS),
        ("his whole regiment", "a regiment", AGREES),
        ("весь полк", "ein ganzes Regiment", AGREES),
        ("his whole regiment", "at least a battalion", REFINES),
        ("the whole regiment", "a battalion", CONTRADICTS),
    ],
)
def test_bounds_among_formations(a: str, b: str, expected: Verdict) -> None:
    assert verdict(a, b) is expected
    assert verdict(b, a) is expected


@pytest.mark.parametrize("text", ["unknown", "not known", "unbekannt", "неизвестно"])
def test_unknown_rules_nothing_out(text: str) -> None:
    assert verdict(text, "shot") is REFINES
    assert "silent" in read_pair(Kind.OPTION, text, "shot")[0].remarks[0]


@pytest.mark.parametrize(
    "text", ["neither shot nor hanged", "not shot", "unknown", "shot / hanged", "kein Zug"]
)
def test_canonical_wordings_read_back(text: str) -> None:
    answer, _ = read_pair(Kind.OPTION, text, "shot")
    again, _ = read_pair(Kind.OPTION, answer.canonical, "shot")
    assert again.canonical == answer.canonical
