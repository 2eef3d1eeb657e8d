"""Old British, Russian and German measures, coins, and marks of feet and inches."""

from fractions import Fraction

import pytest

from app.domain.errors import UnreadableAnswerError
from app.domain.quantities import read_quantity


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("10 in", "m", "0.254", ""), ("10 in.", "m", "0.254", ""), ('10"', "m", "0.254", ""),
        ("10″", "m", "0.254", ""), ("6 ft", "m", "1.8288", ""), ("6'", "m", "1.8288", ""),
        ("5 ft 10 in", "m", "1.778", ""), ("5 ft. 10 in.", "m", "1.778", ""),
        ("5'10\"", "m", "1.778", ""), ("5′10″", "m", "1.778", ""), ("5’ 10”", "m", "1.778", ""),
        ("5 foot 10", "m", "1.778", ""), ("5 feet 10 inches", "m", "1.778", ""),
        ("2 fathoms", "m", "3.6576", ""), ("1 furlong", "m", "201.168", ""),
        ("11 stone", "kg", "69.853225", ""), ("11 st 4 lb", "kg", "71.667594", ""),
        ("11 stone 4", "kg", "71.667594", ""), ("6 lb 4 oz", "kg", "2.834952", ""),
        ("1 cwt", "kg", "45.359237", "50.802345"), ("1 long cwt", "kg", "50.802345", ""),
        ("1 hundredweight", "kg", "45.359237", "50.802345"),
        ("1 pint", "m^3", "0.000473", "0.000568"), ("1 bushel", "m^3", "0.035239", "0.036369"),
        ("10 pfunds", "kg", "5", ""), ("10 Pfund", "kg", "5", ""), ("5 Zentner", "kg", "250", ""),
        ("2 verst 300 sazhen", "m", "2773.68", ""), ("2 версты 300 саженей", "m", "2773.68", ""),
        ("5 вёрст", "m", "5334", ""), ("5 аршин", "m", "3.556", ""),
        ("16 вершков", "m", "0.7112", ""),
        ("10 линий", "m", "0.0254", ""), ("7 русских миль", "m", "52273.2", ""),
        ("10 фунтов", "kg", "4.095124", ""), ("32 лота", "kg", "0.409512", ""),
        ("96 золотников", "kg", "0.409512", ""), ("5 пудов", "kg", "81.902482", ""),
        ("10 вёдер", "m^3", "0.122994", ""), ("10 штофов", "m^3", "0.012299", ""),
        ("5 четвертей ржи", "m^3", "1.04955", ""), ("8 четвериков", "m^3", "0.20991", ""),
        ("2 осьмины", "m^3", "0.20991", ""), ("1 preußische Meile", "m", "7532.484", ""),
        ("1 deutsche Meile", "m", "7420.44", "7532.484"),
        ("2 englische Meilen", "m", "3218.688", ""),
        ("4 preußische Scheffel", "m^3", "0.219846", ""),
        ("eine Viertelstunde", "day", "0.010417", ""),
        ("three quarters of an hour", "day", "0.03125", ""), ("ein Vierteljahr", "day", "89", "92"),
        ("полчаса", "day", "0.020833", ""),
    ],
)  # fmt: skip
def test_old_measures(text: str, unit: str, low: str, high: str) -> None:
    answer = read_quantity(text)
    ends = tuple(round(Fraction(end) * 10**6) for end in (low, high or low))
    assert answer.unit == unit
    assert answer.strict.spans == (ends,)
    again = read_quantity(answer.canonical)
    assert (again.strict, again.widened, again.unit) == (answer.strict, answer.widened, unit)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("5 cwt", "of 100 or of 112 pounds"), ("5 pints", "American or British"),
        ("5 Zentner", "as 50 kg"), ("10 Pfund", "500 g"), ("10 фунтов", "0.4095 kg"),
        ("5 вёдер", "12.3 litres"), ("5 barrels", "not measured"), ("1.5m", "as metres"),
        ("5 deutsche Meilen", "geographical or the Prussian"), ("0.5", "bare number"),
    ],
)  # fmt: skip
def test_what_was_chosen_is_said(text: str, remark: str) -> None:
    assert any(remark in sentence for sentence in read_quantity(text).remarks)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("100 roubles", "ruble", "100"), ("100 рублей", "ruble", "100"), ("100 р.", "ruble", "100"),
        ("50 копеек", "ruble", "0.5"), ("100 rubles 50 kopecks", "ruble", "100.5"),
        ("100 рублей 50 копеек", "ruble", "100.5"), ("£5 10s 6d", "pound sterling", "5.525"),
        ("£5 10s", "pound sterling", "5.5"), ("10 shillings", "pound sterling", "0.5"),
        ("RM 100", "reichsmark", "100"), ("100 RM", "reichsmark", "100"),
        ("100 Reichsmark", "reichsmark", "100"), ("100 Goldmark", "gold mark", "100"),
        ("100 Mark", "mark", "100"), ("USD 5", "dollar", "5"),
        ("$1.5 million", "dollar", "1500000"),
    ],
)  # fmt: skip
def test_money(text: str, unit: str, value: str) -> None:
    answer = read_quantity(text)
    assert answer.unit == unit
    assert answer.strict.spans == ((round(Fraction(value) * 10**6),) * 2,)
    assert read_quantity(answer.canonical).strict == answer.strict


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5 Meilen", "name the land"), ("5 миль", "name the land"), ("10 Morgen", "name the land"),
        ("5 s", "several things"), ("6d", "several things"), ("900 f.", "several things"),
        ("5 M", "millions"), ("1 M.", "millions"), ("300 K", "kelvins"), ("900 S.", "pages"),
        ("3 четверти", "3/4"), ("100 rubles 50 cents", "two numbers"),
    ],
)  # fmt: skip
def test_what_may_mean_several_measures_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableAnswerError, match=reason):
        read_quantity(text)
