from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quantities import MEASURES, read_quantity
from app.domain.quantities.calendars import days_of_months, months_of_days
from app.domain.quantities.nouns import NOUNS, fold_noun, plural
from app.domain.quantities.units import FORMS


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("12.8 km", "m", "12800"), ("3 Kilometer", "m", "3000"), ("3 километра", "m", "3000"),
        ("5 versts", "m", "5334"), ("5 вёрст", "m", "5334"), ("5 Werst", "m", "5334"),
        ("500 сажен", "m", "1066.8"), ("1 arshin", "m", "0.7112"), ("16 вершков", "m", "0.7112"),
        ("1 mile", "m", "1609.344"), ("5 feet 10 inches", "m", "1.778"),
        ("5 km 300 m", "m", "5300"),
        ("полверсты", "m", "533.4"), ("a mile and a half", "m", "2414.016"),
        ("1 pud", "kg", "16.3804964"), ("1 пуд", "kg", "16.3804964"),
        ("40 funt", "kg", "16.3804964"),
        ("2 t", "kg", "2000"), ("2 Tonnen", "kg", "2000"), ("3 центнера", "kg", "300"),
        ("1 desyatina", "m^2", "10925.397504"), ("10 десятин", "m^2", "109253.97504"),
        ("1 ha", "m^2", "10000"), ("2 km²", "m^2", "2000000"), ("2 sq km", "m^2", "2000000"),
        ("2 Quadratkilometer", "m^2", "2000000"), ("2 кв. км", "m^2", "2000000"),
        ("1 кв. сажень", "m^2", "4.55224896"), ("3 m³", "m^3", "3"), ("5 litres", "m^3", "0.005"),
        ("36 km/h", "m/s", "10"), ("24 hours", "day", "1"), ("3 weeks", "day", "21"),
        ("90 minutes", "day", "0.0625"), ("20 °C", "°C", "20"), ("-5 °C", "°C", "-5"),
        ("50 °F", "°C", "10"), ("8 °R", "°C", "10"),
    ],
)  # fmt: skip
def test_measures_are_brought_to_their_base_unit(text: str, unit: str, value: str) -> None:
    answer = read_quantity(text)
    assert answer.unit == unit
    assert unit in MEASURES
    assert answer.strict.spans == ((round(Fraction(value) * 10**6),) * 2,)


def test_different_units_of_one_dimension_agree() -> None:
    assert read_quantity("1 verst").strict == read_quantity("500 sazhen").strict
    assert read_quantity("3 km").strict == read_quantity("3000 m").strict
    assert read_quantity("10 pud").strict == read_quantity("1 berkovets").strict


def test_rounded_conversions_of_old_measures_are_no_contradiction() -> None:
    pud, kilograms = read_quantity("1 pud"), read_quantity("16.38 kg")
    assert not pud.strict.meets(kilograms.strict)
    assert pud.widened.meets(kilograms.widened)
    assert not pud.widened.meets(read_quantity("20 kg").widened)
    assert not read_quantity("100 versts").widened.meets(read_quantity("102 versts").widened)


def test_metric_measures_are_taken_at_their_word() -> None:
    assert read_quantity("12 km").widened == read_quantity("12 km").strict


def test_a_ton_may_be_short_or_long() -> None:
    tons = read_quantity("5 tons")
    assert tons.strict.covers(read_quantity("5 tonnes").strict)
    assert "short or a long" in tons.remarks[0]


def test_years_and_months_are_spans_of_days() -> None:
    years = read_quantity("21 years")
    assert years.unit == "day"
    assert years.strict == read_quantity("252 months").strict == read_quantity("21 год").strict
    assert years.strict.covers(read_quantity("7670 days").strict)
    assert not years.strict.meets(read_quantity("20 years").strict)
    assert not read_quantity("more than 20 years").strict.meets(read_quantity("20 years").strict)
    assert read_quantity("2 years and 3 months").strict == read_quantity("27 months").strict
    assert read_quantity("aged 34").strict == read_quantity("34 Jahre alt").strict


def test_temperatures_below_zero_have_no_floor() -> None:
    below = read_quantity("below -5 °C")
    assert below.strict.covers(read_quantity("-20 °C").strict)
    assert read_quantity("about -5 °C").widened.spans == ((-6_000_000, -4_000_000),)


@given(st.integers(1, 1500), st.integers(0, 4799))
def test_months_hold_every_real_count_of_days(months: int, start: int) -> None:
    year, month = divmod(start, 12)
    first = date(1600 + year, month + 1, 1)
    last_year, last_month = divmod(start + months, 12)
    days = (date(1600 + last_year, last_month + 1, 1) - first) // timedelta(days=1)
    fewest, most = days_of_months(Fraction(months))
    assert fewest <= days <= most
    assert months_of_days(fewest, fewest=True) is not None
    assert months_of_days(most, fewest=False) is not None


def test_extremes_of_months() -> None:
    assert days_of_months(Fraction(1)) == (28, 31)
    assert days_of_months(Fraction(12)) == (365, 366)
    assert days_of_months(Fraction(4800)) == (146_097, 146_097)
    assert days_of_months(Fraction(48_000)) == (1_460_970, 1_460_970)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("900 men", "person"), ("900 man", "person"), ("1 person", "person"),
        ("900 people", "person"),
        ("900 souls", "person"), ("900 Mann", "person"), ("900 Menschen", "person"),
        ("900 Personen", "person"), ("900 человек", "person"), ("900 чел.", "person"),
        ("2 человека", "person"), ("900 людей", "person"), ("3 soldiers", "soldier"),
        ("1 soldier", "soldier"), ("1,500 troops", "soldier"), ("3 Soldaten", "soldier"),
        ("3 солдата", "soldier"), ("20 человек офицеров", "officer"), ("3 officers", "officer"),
        ("3 prisoners of war", "prisoner"), ("5 POWs", "prisoner"), ("5 военнопленных", "prisoner"),
        ("three company leaders", "company leader"), ("hundreds of the Cossacks", "cossack"),
        ("Hunderte von Soldaten", "soldier"), ("6 foot soldiers", "foot soldier"),
        ("900 rubles", "ruble"), ("900 руб.", "ruble"), ("£900", "pound sterling"),
        ("900 pounds sterling", "pound sterling"), ("900 RM", "reichsmark"), ("$900", "dollar"),
        ("3 churches", "church"), ("3 boxes", "box"), ("3 buses", "buse"),
        ("3 armed men", "armed man"),
        ("3 old men", "old man"), ("12 вагонов", "вагон"), ("2 вагона", "вагон"),
        ("3 officers and men", "officer and man"), ("no soldiers", "soldier"),
        ("a battalion", "battalion"), ("Soldaten: 900", "soldier"),
        ("3 company-leaders", "company-leader"),
    ],
)  # fmt: skip
def test_nouns_are_counted_in_one_form(text: str, unit: str) -> None:
    answer = read_quantity(text)
    assert answer.unit == unit
    assert unit not in MEASURES
    assert read_quantity(answer.canonical).unit == unit


@pytest.mark.parametrize("noun", sorted(set(NOUNS.values())))
def test_every_known_noun_reads_back_as_itself(noun: str) -> None:
    assert read_quantity(f"3 {noun}").unit == noun
    assert read_quantity(f"3 {plural(noun)}").unit == noun


@given(st.text(alphabet="abcdehimnosuxyzаовыми ", min_size=1, max_size=12))
def test_folding_a_noun_twice_changes_nothing(noun: str) -> None:
    once = fold_noun(tuple(noun.split()))
    assert fold_noun(tuple(once.split())) == once


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_name_of_a_measure_is_read(form: str) -> None:
    answer = read_quantity(f"3 {form}")
    assert answer.unit == FORMS[form][0].base
    again = read_quantity(answer.canonical)
    assert (again.strict, again.widened, again.unit) == (
        answer.strict,
        answer.widened,
        answer.unit,
    )
