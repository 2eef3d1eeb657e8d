from fractions import Fraction

import pytest

from app.domain.quantities import SCALE, describe_quantity, read_quantity
from app.domain.quantities.showing import plain_number
from app.domain.sets import FIRST, LAST, Allowed


@pytest.mark.parametrize(
    ("allowed", "unit", "words"),
    [
        (Allowed.of((1944 * SCALE, 1944 * SCALE)), "person", "1,944 persons"),
        (Allowed.of((SCALE, SCALE)), "soldier", "1 soldier"),
        (Allowed.of((3 * SCALE, LAST)), "armed man", "at least 3 armed men"),
        (Allowed.of((3 * SCALE + 1, LAST)), "", "more than 3"),
        (Allowed.of((0, 200 * SCALE)), "church", "up to 200 churches"),
        (Allowed.of((0, 200 * SCALE - 1)), "family", "less than 200 families"),
        (Allowed.of((900 * SCALE, 1000 * SCALE)), "m^2", "900–1,000 m²"),
        (Allowed.of((FIRST, -5 * SCALE)), "°C", "up to −5 °C"),
        (Allowed.of((0, 0), (2 * SCALE, LAST)), "child", "0 or at least 2 children"),
        (Allowed.of((3 * SCALE + 1, 5 * SCALE)), "%", "more than 3 and at most 5 %"),
        (Allowed.of(), "", "no quantity"),
        (Allowed.everything(), "", "any number"),
        (Allowed.everything(), "soldier", "any number of soldiers"),
        (Allowed.of((28 * SCALE, 31 * SCALE)), "day", "1 month"),
        (Allowed.of((365 * SCALE, 366 * SCALE)), "day", "1 year"),
        (Allowed.of((365 * SCALE, 731 * SCALE)), "day", "1–2 years"),
        (Allowed.of((21 * SCALE, 21 * SCALE)), "day", "21 days"),
        (Allowed.of((1, 1)), "вагон", "0.000001 вагон"),
    ],
)
def test_sets_in_words(allowed: Allowed, unit: str, words: str) -> None:
    assert describe_quantity(allowed, unit) == words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1944", "1944"), ("12.5", "12.5"), ("12.344", "12.3440"), ("100/3", "100/3"),
        ("-5", "-5"), ("-0.5", "-0.5"), ("0.001", "0.0010"),
    ],
)  # fmt: skip
def test_plain_numbers_are_alike_in_every_habit(value: str, text: str) -> None:
    assert plain_number(Fraction(value)) == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("zwischen 900 und 1.000 Mann", "900..1000 person"),
        ("about 900–1000 men", "~900..1000 person"),
        ("3 or more", ">= 3"),
        ("more than 3 but at most 10", "> 3 and <= 10"),
        ("fast 900", "nearly 900"),
        ("147,000 (rounded)", "~147000 (rounded to 1000)"),
        ("147,000 (rounded to thousands)", "147000 (rounded to 1000)"),
        ("half", "50 %"),
        ("500 m to 1 km", "500 m..1 km"),
        ("2 Jahre und 3 Monate", "2 year 3 month"),
        ("3, 4 or 5 men", "3 person or 4 person or 5 person"),
    ],
)
def test_canonical_forms(text: str, canonical: str) -> None:
    assert read_quantity(text).canonical == canonical
