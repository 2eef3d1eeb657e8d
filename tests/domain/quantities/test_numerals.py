from fractions import Fraction

import pytest

from app.domain.quantities import printed_precision, read_quantity
from app.domain.quantities.numerals import Habit, IllFormedNumberError, read_numeral

PLAIN = Habit()


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("1944", "1944"), ("1,944", "1944"), ("1.944", "1944"), ("1 944", "1944"),
        ("1'944", "1944"), ("1,944.5", "1944.5"), ("1.944,5", "1944.5"), ("1 944,5", "1944.5"),
        ("12,345,678", "12345678"), ("12.345.678", "12345678"), ("12 345 678", "12345678"),
        ("12 345 678,90", "12345678.9"), ("1,234.567", "1234.567"), ("1.234,567", "1234.567"),
        ("0.944", "0.944"), ("0,944", "0.944"), ("12.5", "12.5"), ("1,9", "1.9"), ("1,94", "1.94"),
        ("4,80", "4.8"), ("1944,123", "1944.123"), (".5", "0.5"), ("007", "7"),
        ("100.000", "100000"),
    ],
)  # fmt: skip
def test_separators_of_three_languages(figures: str, value: str) -> None:
    assert read_numeral(figures, PLAIN).value == Fraction(value)


@pytest.mark.parametrize(
    "figures", ["1,94,4", "1.94.4", "1,9444,444", "22.8.1941", "1'94", "1,944.5.6", "1,00,000"]
)
def test_ill_formed_groups_are_no_number(figures: str) -> None:
    with pytest.raises(IllFormedNumberError):
        read_numeral(figures, PLAIN)


def test_too_many_figures_are_no_number() -> None:
    with pytest.raises(IllFormedNumberError, match="too long"):
        read_numeral("1" * 5000, PLAIN)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.944", 1944), ("1.944 Mann", 1944), ("1.944 men", 1944), ("1,944 человек", 1944),
        ("1.944 million", 1_944_000), ("1,944 million", 1_944_000_000),
        ("1,944 Millionen", 1_944_000), ("1.944 Millionen", 1_944_000_000),
        ("1,944 млн", 1_944_000), ("10.668 km", 10_668), ("10,668 km", 10_668_000),
        ("10.668 Kilometer", 10_668), ("10,668 километра", 10_668), ("1.944 %", 1.944),
        ("1,944 %", 1.944), ("4.805 percent", 4.805),
        ("1.500 kg", 1500), ("1,500 kg", 1500), ("2.500 Kilometer", 2_500_000),
    ],
)  # fmt: skip
def test_the_words_decide_a_lone_separator(text: str, value: float) -> None:
    assert read_quantity(text).strict.first == round(value * 1_000_000)


def test_a_doubtful_separator_is_said() -> None:
    assert read_quantity("1.944").remarks == (
        "The full stop in 1.944 was read as parting thousands: 1,944.",
    )
    assert "decimal comma" in read_quantity("1,94").remarks[0]
    assert "decimal point" in read_quantity("10.668 km").remarks[0]
    assert read_quantity("1,944").remarks == ()
    assert read_quantity("1,6 Millionen").remarks == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("4.80", "1/100"), ("4.80 %", "1/100"), ("4,80 %", "1/100"), ("54 percent", "1"),
        ("147", "1"), ("147 thousand", "1000"), ("1.6 million", "100000"), ("three", "1"),
        ("12.8 km", "100"), ("147,000 (rounded)", "1000"), ("about 900", "1"), ("5 ‰", "1/10"),
    ],
)  # fmt: skip
def test_printed_precision_is_one_unit_of_the_last_place(text: str, place: str) -> None:
    assert printed_precision(text) == Fraction(place)


@pytest.mark.parametrize("text", ["3-4", "several", "1/2", "at least 3", "nonsense", "3 or 4"])
def test_no_printed_precision_without_one_number(text: str) -> None:
    assert printed_precision(text) is None
