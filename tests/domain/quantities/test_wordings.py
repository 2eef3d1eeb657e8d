"""Wordings of historians beyond the plain ones, and how the reading shows them."""

import pytest

from app.domain.errors import UnreadableAnswerError
from app.domain.quantities import SCALE, read_quantity
from app.domain.sets import LAST

NO_END = LAST / SCALE


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (",5", 0.5, 0.5), ("'900'", 900, 900), ("threescore", 60, 60), ("c.900", 900, 900),
        ("drei- bis vierhundert", 300, 400), ("fünf- bis sechstausend", 5000, 6000),
        ("anderthalbtausend", 1500, 1500), ("zweieinhalbtausend", 2500, 2500),
        ("one and three quarters", 1.75, 1.75), ("zwei und drei Viertel", 2.75, 2.75),
        ("десятка два", 20, 20), ("полдюжины", 6, 6), ("полтысячи", 500, 500),
        ("сотни две", 200, 200), ("тысячи три", 3000, 3000),
        ("до тысячи двухсот", 0, 1200), ("двумястами", 200, 200), ("пятистам", 500, 500),
        ("vieren", 4, 4), ("from 900 upwards", 900, NO_END), ("хотя бы 3", 3, NO_END),
        ("900 at least", 900, NO_END), ("900 höchstens", 0, 900), ("5 and under", 0, 5),
        ("allegedly 900", 900, 900),
        ("900 plus or minus 50", 850, 950), ("no-one", 0, 0), ("ни одно", 0, 0),
        ("9-10 hundred", 900, 1000), ("between five and six hundred", 500, 600),
        ("3\u2009000", 3000, 3000), ("3\u202f000", 3000, 3000), ("3\xa0000", 3000, 3000),
        ("900\u2012950", 900, 950), ("900\u2011950", 900, 950), ("900\u2212950", 900, 950),
    ],
)  # fmt: skip
def test_bare_numbers(text: str, low: float, high: float) -> None:
    answer = read_quantity(text)
    assert answer.unit == ""
    last = LAST if high == NO_END else round(high * SCALE)
    assert answer.strict.spans == ((round(low * SCALE), last),)


@pytest.mark.parametrize(
    "text", ["well over 900", "weit über 900", "deutlich mehr als 900", "значительно более 900"]
)
def test_far_above_is_above(text: str) -> None:
    assert read_quantity(text).strict == read_quantity("more than 900").strict


@pytest.mark.parametrize("text", ["десятка два", "месяца три", "штук десять", "где-то 900"])
def test_russian_order_of_words_makes_rough(text: str) -> None:
    answer = read_quantity(text)
    assert answer.strict != answer.widened


@pytest.mark.parametrize(
    ("text", "per_cent"),
    [
        ("three fifths", 60), ("три пятых", 60), ("одна десятая", 10), ("drei Fünftel", 60),
        ("7/8", 87.5), ("¾", 75), ("one in ten", 10), ("1 in 10 men", 10), ("83.5 p.c.", 83.5),
        ("83,5 vom Hundert", 83.5), ("quarter of the men", 25), ("three twentieths", 15),
    ],
)  # fmt: skip
def test_shares(text: str, per_cent: float) -> None:
    answer = read_quantity(text)
    assert answer.unit == "%"
    assert answer.strict.spans == ((round(per_cent * SCALE),) * 2,)


def test_a_bounded_share_ends_at_the_whole() -> None:
    most = read_quantity("a majority")
    for text in ("more than half", "более половины", "mehr als die Hälfte", "over 50 %"):
        assert read_quantity(text).strict == most.strict
    assert read_quantity("more than 120 %").strict.last == LAST


def test_an_endless_fraction_may_be_printed_rounded_or_cut_off() -> None:
    two_thirds = read_quantity("two thirds")
    for text in ("66 %", "66.7 %", "67 %"):
        assert two_thirds.widened.meets(read_quantity(text).strict)
    assert not two_thirds.widened.meets(read_quantity("65 %").strict)
    assert not two_thirds.widened.meets(read_quantity("68 %").strict)


def test_a_bare_decimal_is_no_share() -> None:
    assert read_quantity("0.5").unit == ""
    assert read_quantity("half").unit == read_quantity("1/2").unit == "%"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("900 a day", "rate"), ("a hundred a day", "rate"),
        ("900 die Woche", "rate"), ("900 daily", "rate"), ("900 sic", "no part of"),
        ("one or two thirds", "beside a whole number"),
        ("900 in Berlin", "scope"), ("5 in the village", "not understood"), ("3–4 000", "in full"),
        ("50/50", "twice"), ("fifty-fifty", "twice"), ("a12", "letter"), ("ein Paar", "einige"),
        ("3 1/2 900", "stroke"), ("3 ½ 900", "stroke"), ("3 out of 4", "counts or is a share"),
        ("10 von 100", "counts or is a share"), ("nan", "no number"), ("inf", "no number"),
        ("∞", "no number"), ("1.5e6", "power"), ("-5 %", "below zero"), ("minus 5", "below zero"),
        ("a seventh regiment", "may count or divide"), ("plenty", "no bounds"),
        ("900 men, 20 officers", "two numbers"), ("9" * 30, "too long"), ("12a", "two numbers"),
        ("3x4", "several things"), ("3:4", "not understood"), ("3-5-7", "not understood"),
    ],
)  # fmt: skip
def test_what_is_not_sure_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableAnswerError, match=reason):
        read_quantity(text)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("3-5 hours", "3–5 hours"),
        ("90 minutes", "90 minutes = 1.5 hours"),
        ("half an hour", "0.5 hours = 30 minutes"),
        ("10 seconds", "10 seconds"),
        ("more than 5 hours", "more than 5 hours"),
        ("2.5 days", "2.5 days"),
        ("two thirds", "2/3 ≈ 66.667 %"),
        ("less than a third", "less than 1/3"),
        ("at least 50 %", "at least 50 %"),
        ("10 фунтов", "10 funts ≈ 4.0951 kg"),
        ("5 десятин", "5 desyatinas ≈ 54,627 m²"),
        ("5 ft 10 in", "5 feet 10 inches = 1.778 m"),
        ("11 st 4 lb", "11 stone 4 lb ≈ 71.668 kg"),
        ("1 ft", "1 foot = 0.3048 m"),
        ("50 kopecks", "50 kopecks = 0.5 rubles"),
        ("£5 10s", "5 pounds sterling 10 shillings = 5.5 pounds sterling"),
        ("147,493 (rounded to units)", "from 147,492.5 to less than 147,493.5"),
        ("2 2/3", "8/3 ≈ 2.6667"),
    ],
)
def test_the_reading_has_sensible_figures(text: str, reading: str) -> None:
    assert read_quantity(text).reading == reading
