"""What historians write about quantities, each with the span it must be read as."""

from fractions import Fraction

import pytest

from app.domain.answers import Kind
from app.domain.errors import UnreadableAnswerError
from app.domain.quantities import SCALE, read_quantity
from app.domain.sets import LAST, Allowed

NO_END = LAST / SCALE


def spans(*ends: tuple[float, float]) -> Allowed:
    return Allowed.of(
        *(
            (round(low * SCALE), LAST if high == NO_END else round(high * SCALE))
            for low, high in ends
        )
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3", 3, 3),
        ("0", 0, 0),
        ("900-1000", 900, 1000),
        ("900–1000", 900, 1000),
        ("900 — 1000", 900, 1000),
        ("900..1000", 900, 1000),
        ("900 to 1000", 900, 1000),
        ("900 bis 1000", 900, 1000),
        ("from 900 to 1,000", 900, 1000),
        ("between 900 and 1,000", 900, 1000),
        ("zwischen 900 und 1.000", 900, 1000),
        ("между 900 и 1000", 900, 1000),
        ("от 900 до 1000", 900, 1000),
        ("von 900 bis 1000", 900, 1000),
        ("900 ± 50", 850, 950),
        ("2 1/2", 2.5, 2.5),
        ("2½", 2.5, 2.5),
        ("3/2", 1.5, 1.5),
        ("exactly 3", 3, 3),
        ("all together 1,500", 1500, 1500),
        ("insgesamt 1500", 1500, 1500),
        ("всего 1500", 1500, 1500),
        ("“900”", 900, 900),
        ("[900]", 900, 900),
    ],
)
def test_exact_numbers_and_ranges(text: str, low: float, high: float) -> None:
    answer = read_quantity(text)
    assert answer.kind is Kind.QUANTITY
    assert answer.strict == spans((low, high))
    assert answer.widened == answer.strict
    assert answer.unit == ""


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 3", 3, NO_END),
        ("no fewer than 3", 3, NO_END),
        ("not less than 3", 3, NO_END),
        ("mindestens 3", 3, NO_END),
        ("wenigstens 3", 3, NO_END),
        ("не менее 3", 3, NO_END),
        ("не менее трёх", 3, NO_END),
        ("по меньшей мере 3", 3, NO_END),
        ("3 or more", 3, NO_END),
        ("3 oder mehr", 3, NO_END),
        ("3 и более", 3, NO_END),
        ("3+", 3, NO_END),
        (">= 3", 3, NO_END),
        ("≥3", 3, NO_END),
        ("from 3", 3, NO_END),
        ("ab 3", 3, NO_END),
        ("at least a few", 2, NO_END),
        ("up to 200", 0, 200),
        ("bis zu 200", 0, 200),
        ("bis 200", 0, 200),
        ("до 200", 0, 200),
        ("at most 200", 0, 200),
        ("no more than 200", 0, 200),
        ("höchstens 200", 0, 200),
        ("hoechstens 200", 0, 200),
        ("не более 200", 0, 200),
        ("не более двухсот", 0, 200),
        ("200 or fewer", 0, 200),
        ("<= 200", 0, 200),
        ("up to 900-1000", 0, 1000),
        ("at least 3 and at most 5", 3, 5),
        ("не менее 3 и не более 5", 3, 5),
        ("mindestens 3, höchstens 5", 3, 5),
    ],
)
def test_closed_bounds(text: str, low: float, high: float) -> None:
    assert read_quantity(text).strict == spans((low, high))


@pytest.mark.parametrize(
    "text", ["more than 3", "over 3", "über 3", "mehr als 3", "более 3", "свыше трёх", "> 3"]
)
def test_more_than_leaves_the_number_out(text: str) -> None:
    assert read_quantity(text).strict == Allowed.of((3 * SCALE + 1, LAST))


@pytest.mark.parametrize(
    "text", ["fewer than 200", "under 200", "weniger als 200", "unter 200", "менее 200", "< 200"]
)
def test_fewer_than_leaves_the_number_out(text: str) -> None:
    assert read_quantity(text).strict == Allowed.of((0, 200 * SCALE - 1))


def test_counted_things_are_whole() -> None:
    more_than_three = read_quantity("more than 3 men")
    assert more_than_three.strict == read_quantity("at least 4 men").strict
    assert not more_than_three.strict.meets(read_quantity("fewer than 4 men").strict)
    assert read_quantity("147 men (rounded)").strict == Allowed.of((146_500_000, 147_000_000))
    assert read_quantity("more than 3 rubles").strict.covers(read_quantity("3.5 rubles").strict)


@pytest.mark.parametrize(
    "text",
    [
        "about 900", "around 900", "roughly 900", "some 900", "approximately 900", "ca. 900",
        "c. 900", "circa 900", "etwa 900", "ungefähr 900", "rund 900", "gegen 900", "an die 900",
        "около 900", "примерно 900", "порядка 900", "около девятисот", "~900", "900?", "900 (?)",
        "900 [?]", "900 or so", "900-odd", "perhaps 900", "vielleicht 900", "возможно, 900",
    ],
)  # fmt: skip
def test_rough_figures_are_widened_by_a_fifth(text: str) -> None:
    answer = read_quantity(text)
    assert answer.strict == spans((900, 900))
    assert answer.widened == spans((720, 1080))
    assert answer.reading == "900 (about: 720–1,080)"


def test_both_ends_of_a_rough_range_are_widened() -> None:
    answer = read_quantity("about 900-1000 men")
    assert answer.strict == spans((900, 1000))
    assert answer.widened == spans((720, 1200))


def test_a_point_may_set_its_own_allowance() -> None:
    assert read_quantity("~900", allowance=Fraction(1, 10)).widened == spans((810, 990))


@pytest.mark.parametrize("text", ["nearly 900", "almost 900", "fast 900", "knapp 900", "почти 900"])
def test_nearly_stays_below_and_is_in_tension_with_the_figure(text: str) -> None:
    answer = read_quantity(text)
    assert answer.strict == Allowed.of((810 * SCALE, 900 * SCALE - 1))
    assert answer.widened == spans((720, 1080))


@pytest.mark.parametrize("text", ["just over 900", "gut 900", "900 с лишним", "немногим более 900"])
def test_just_over_stays_above(text: str) -> None:
    answer = read_quantity(text)
    assert answer.strict == Allowed.of((900 * SCALE + 1, 990 * SCALE))
    assert answer.widened == spans((720, 1080))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a few", 2, 10), ("several", 2, 10), ("einige", 2, 10), ("mehrere", 2, 10),
        ("несколько", 2, 10), ("a couple", 2, 2), ("both", 2, 2), ("оба", 2, 2),
        ("a dozen", 12, 12), ("half a dozen", 6, 6), ("ein halbes Dutzend", 6, 6),
        ("дюжина", 12, 12), ("dozens", 24, 99), ("several dozen", 24, 99), ("Dutzende", 24, 99),
        ("десятки", 20, 99), ("несколько десятков", 20, 99), ("scores", 40, 99),
        ("hundreds", 200, 999), ("several hundred", 200, 999), ("several hundreds", 200, 999),
        ("mehrere hundert", 200, 999), ("Hunderte", 200, 999), ("несколько сот", 200, 999),
        ("сотни", 200, 999), ("thousands", 2000, 9999), ("several thousand", 2000, 9999),
        ("Tausende", 2000, 9999), ("тысячи", 2000, 9999), ("tens of thousands", 20000, 99999),
        ("Zehntausende", 20000, 99999), ("десятки тысяч", 20000, 99999),
        ("hundreds of thousands", 200000, 999999), ("сотни тысяч", 200000, 999999),
        ("several hundred thousand", 200000, 999999), ("millions", 2000000, 9999999),
        ("около тысячи", 1000, 1000),
    ],
)  # fmt: skip
def test_vague_words(text: str, low: float, high: float) -> None:
    assert read_quantity(text).strict == spans((low, high))


@pytest.mark.parametrize(
    "text", ["none", "no one", "zero", "keine", "niemand", "нет", "ни одного", "никого"]
)
def test_nobody_is_zero(text: str) -> None:
    assert read_quantity(text).strict == spans((0, 0))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one", 1), ("three", 3), ("twelve", 12), ("twenty", 20), ("twenty-one", 21),
        ("ninety nine", 99), ("a hundred", 100), ("three hundred", 300),
        ("three hundred and five", 305), ("two hundred and five thousand", 205_000),
        ("one thousand nine hundred and forty-four", 1944), ("nineteen hundred", 1900),
        ("drei", 3), ("zwölf", 12), ("einundzwanzig", 21), ("dreihundert", 300),
        ("zweitausendfünfhundert", 2500), ("eintausendneunhundertvierundvierzig", 1944),
        ("eine Million zweihunderttausend", 1_200_000), ("anderthalb Millionen", 1_500_000),
        ("двадцать один", 21), ("пятьсот", 500), ("две тысячи", 2000),
        ("полтора миллиона", 1_500_000),
        ("тысяча девятьсот сорок четыре", 1944), ("сто пять тысяч", 105_000),
        ("3 тысячи 400", 3400), ("1 млн 200 тыс.", 1_200_000), ("полмиллиона", 500_000),
        ("два десятка", 20), ("двое", 2), ("1.6 million", 1_600_000), ("1,6 Millionen", 1_600_000),
        ("1,6 млн", 1_600_000), ("147 thousand", 147_000), ("147 тыс.", 147_000),
        ("1,5 Mio.", 1_500_000), ("one and a half million", 1_500_000), ("half a million", 500_000),
        ("2½ million", 2_500_000), ("20-ти", 20),
    ],
)  # fmt: skip
def test_number_words(text: str, value: int) -> None:
    assert read_quantity(text).strict == spans((value, value))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("3 or 4", ((3, 3), (4, 4))),
        ("drei oder vier", ((3, 3), (4, 4))),
        ("три или четыре", ((3, 3), (4, 4))),
        ("3, 4 or 5", ((3, 3), (4, 4), (5, 5))),
        ("two or three hundred", ((200, 200), (300, 300))),
        ("два-три", ((2, 3),)),
        ("1.5–2 million", ((1_500_000, 2_000_000),)),
        ("5-6 тыс.", ((5000, 6000),)),
        ("zwei bis drei Dutzend", ((24, 36),)),
        ("800,000 to 1 million", ((800_000, 1_000_000),)),
        ("500 to 2 thousand", ((500, 2000),)),
    ],
)
def test_alternatives_and_lent_scales(text: str, ends: tuple[tuple[float, float], ...]) -> None:
    assert read_quantity(text).strict == spans(*ends)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("55 %", 55, 55), ("55%", 55, 55), ("55 percent", 55, 55), ("55 per cent", 55, 55),
        ("55 Prozent", 55, 55), ("55 v.H.", 55, 55), ("55 процентов", 55, 55),
        ("0.02 percent", 0.02, 0.02), ("4.80 %", 4.8, 4.8), ("4,80 %", 4.8, 4.8),
        ("5 ‰", 0.5, 0.5), ("50–55 %", 50, 55), ("1/2", 50, 50), ("½", 50, 50), ("half", 50, 50),
        ("a half", 50, 50), ("die Hälfte", 50, 50), ("половина", 50, 50), ("1/4", 25, 25),
        ("three quarters", 75, 75), ("три четверти", 75, 75), ("half of the regiment", 50, 50),
        ("половина полка", 50, 50), ("half to 55 %", 50, 55),
        ("between a quarter and a half", 25, 50),
        ("1/2 %", 0.5, 0.5), ("up to half", 0, 50), ("a majority", 50.000001, 100),
        ("most of the men", 50.000001, 100), ("just over half", 50.000001, 55),
    ],
)  # fmt: skip
def test_shares_are_per_cent(text: str, low: float, high: float) -> None:
    answer = read_quantity(text)
    assert answer.unit == "%"
    assert answer.strict == spans((low, high))


def test_thirds_are_shares_to_the_millionth() -> None:
    third = read_quantity("a third")
    assert third.strict == read_quantity("1/3").strict == read_quantity("ein Drittel").strict
    assert third.canonical == "100/3 %"
    assert third.widened.meets(read_quantity("33 %").strict)
    assert not third.widened.meets(read_quantity("35 %").strict)
    assert read_quantity("half").widened == read_quantity("50 %").strict
    assert read_quantity("две трети").strict == read_quantity("two-thirds of the men").strict


@pytest.mark.parametrize(
    ("text", "low", "end"),
    [
        ("147,000 (rounded)", 146_500, 147_500),
        ("147,000 rounded to thousands", 146_500, 147_500),
        ("147.000 (auf Tausend gerundet)", 146_500, 147_500),
        ("147 000 (округлённо)", 146_500, 147_500),
        ("147 тыс., округлённо до тысяч", 146_500, 147_500),
        ("147 thousand (rounded)", 146_500, 147_500),
        ("150,000 (rounded)", 145_000, 155_000),
        ("900 rounded to the nearest hundred", 850, 950),
        ("900, to the nearest 50", 875, 925),
        ("1.6 million (rounded)", 1_550_000, 1_650_000),
        ("900-1000 (rounded)", 850, 1050),
        ("900 (rounded down)", 900, 1000),
    ],
)
def test_rounding_is_a_half_open_interval(text: str, low: int, end: int) -> None:
    answer = read_quantity(text)
    assert answer.strict == Allowed.of((low * SCALE, end * SCALE - 1))


@pytest.mark.parametrize("text", ["147,000 rounded to thousands", "147.000, auf Tausend gerundet"])
def test_rounding_to_a_step_that_is_said_is_a_precision(text: str) -> None:
    answer = read_quantity(text)
    assert answer.widened == answer.strict


@pytest.mark.parametrize("text", ["147,000 (rounded)", "147.000 (gerundet)", "147 000 округлённо"])
def test_a_bare_rounding_is_rough_besides(text: str) -> None:
    answer = read_quantity(text)
    assert answer.widened == read_quantity("about 146,500-147,499.999999").widened
    assert read_quantity(answer.canonical).widened == answer.widened


def test_rounding_up_excludes_the_lower_end() -> None:
    assert read_quantity("900 (rounded up)").strict == Allowed.of((800 * SCALE + 1, 900 * SCALE))


def test_a_rounded_figure_agrees_with_the_exact_one() -> None:
    rounded, exact = read_quantity("147,000 (rounded)"), read_quantity("147,493")
    assert rounded.strict.covers(exact.strict)
    assert not rounded.strict.meets(read_quantity("147,500").strict)
    assert rounded.widened.meets(read_quantity("150,000").strict)
    assert not rounded.widened.meets(read_quantity("200,000").strict)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        ("?", "no number"),
        ("many", "gives no bounds"),
        ("много", "gives no bounds"),
        ("unknown", "nothing is known"),
        ("нет данных", "nothing is known"),
        ("-5", "below zero"),
        ("5 ± 10", "below zero"),
        ("1,94,4", "separators"),
        ("1 94", "two numbers"),
        ("900 men and 20 officers", "two numbers"),
        ("900 men or 20 officers", "two different units"),
        ("436th Regiment", "ordinal"),
        ("436. Regiment", "ordinal"),
        ("436-й полк", "ordinal"),
        ("22 August 1941", "date"),
        ("22.8.1941", "separators"),
        ("3/4/1918", "fraction"),
        ("1941 г.", "date"),
        ("10 to 5", "smaller one comes first"),
        ("more than 3 and fewer than 3", "no quantity is left"),
        ("less than 0", "no quantity is left"),
        ("at least 3 or more", "two bounds"),
        ("900 (officers only)", "scope"),
        ("900 (", "bracket"),
        ("10²", "raised figure"),
        ("1,000,000,000,000,000,000,000,000", "too long"),
        ("5 Meilen", "differed from land to land"),
        ("10 km per day", "rate"),
        ("1/2 men", "two numbers"),
        ("1.6m men", "million"),
        ("third regiment", "in per cent"),
        ("several (rounded)", "rounded"),
        ("тысяч пять", "needs a number"),
        ("two three", "do not fit|two numbers"),
        ("x" * 300, "too long"),
        ("3 men around him", "not understood"),
        ("nearly 3-4", "exact number"),
        ("nearly 5 and at most 9", "another bound"),
        ("at least 3 and more than 4", "same side"),
        ("between 3", "needs two numbers"),
        ("1/0", "fraction"),
        ("5 rounded to tens, rounded", "twice"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(UnreadableAnswerError, match=reason) as refusal:
        read_quantity(text)
    assert f"“{text}”" in str(refusal.value)


def test_the_text_is_kept_as_entered() -> None:
    answer = read_quantity("  Около 900 Человек ")
    assert answer.text == "Около 900 Человек"
    assert answer.reading == "900 Человек (about: 720–1,080)"
    assert answer.canonical == "~900 person"


def test_an_inverted_russian_noun_means_about() -> None:
    answer = read_quantity("человек двадцать")
    assert answer.strict == spans((20, 20))
    assert answer.widened == spans((16, 24))
    assert "means about" in answer.remarks[0]
    assert read_quantity("человек до 200").widened == spans((0, 200))


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("1944", "1,944"),
        ("3 soldiers", "3 soldiers"),
        ("at least 3", "at least 3"),
        ("several hundred", "200–999"),
        ("12.8 km", "12.8 km = 12,800 m"),
        ("about 5 versts", "5 versts = 5,334 m (about: 4,267.2–6,400.8 m)"),
        ("10.668 km", "10.668 km = 10,668 m"),
        ("21 years", "21 years"),
        ("252 months", "252 months = 21 years"),
        ("1 verst", "1 verst = 1,066.8 m"),
        ("> 3", "more than 3"),
        ("147,000 (rounded to thousands)", "from 146,500 to less than 147,500"),
        ("900 (rounded)", "from 850 to less than 950 (about: from 680 to less than 1,140)"),
        ("£900", "900 pounds sterling"),
        ("-5 °C", "−5 °C"),
        ("900 square km", "900 km² = 900,000,000 m²"),
        ("3 or 4 men", "3 or 4 men"),
    ],
)
def test_the_reading_shows_what_was_understood(text: str, reading: str) -> None:
    assert read_quantity(text).reading == reading
