"""What holds for every quantity: widened covers strict, canonical forms read back, no crash."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.quantities import describe_quantity, read_quantity
from app.domain.quantities.number_words import FRACTIONS, SCALES
from app.domain.quantities.phrases import ENGLISH, GERMAN, RUSSIAN, SIGNS
from app.domain.quantities.units import FORMS

_PHRASES = sorted(
    {part.strip() for table in (ENGLISH, GERMAN, RUSSIAN) for row in table.values()
     for part in row.split(";")}
    | set(SIGNS)
    | {word for words in SCALES.values() for word in words}
    | {"a few", "einige", "несколько", "half", "most", "a", "eine", "two", "двадцать", "zwölf"}
    | {"men", "soldiers", "человек", "Mann", "wagons", "rounded", "(rounded)", "(", ")"}
    | {word for words in FRACTIONS.values() for word in words}
    | {"£", "RM", "s", "d", "kopecks", "in", "ft", "a third", "daily", "a day", "'", '"'}
)  # fmt: skip
_FIGURES = ["3", "12", "900", "1,944", "1.944", "12.5", "1 944", "1/2", "½", "0,5", "1000", "5"]
_UNITS = ["km", "versts", "пудов", "years", "months", "%", "‰", "tons", "°C", "h", "sq mile"]
_WORDY = st.lists(
    st.one_of(st.sampled_from(_PHRASES), st.sampled_from(_FIGURES), st.sampled_from(_UNITS)),
    min_size=1,
    max_size=6,
).map(" ".join)


def _check(text: str) -> None:
    try:
        answer = read_quantity(text)
    except UserError:
        return
    assert not answer.strict.is_empty
    assert answer.widened.covers(answer.strict)
    assert answer.text == text.strip()
    again = read_quantity(answer.canonical)
    assert (again.strict, again.widened, again.unit) == (answer.strict, answer.widened, answer.unit)
    assert again.canonical == answer.canonical
    for allowed in (answer.strict, answer.widened, answer.strict.complement()):
        assert describe_quantity(allowed, answer.unit)


@settings(deadline=None)  # the first measure loads the library of units
@given(_WORDY)
def test_phrases_in_any_order_are_read_or_refused(text: str) -> None:
    _check(text)


@settings(deadline=None)  # the first measure loads the library of units
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    _check(text)


@settings(deadline=None)  # the first measure loads the library of units
@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["", *_UNITS, "men"]))
def test_ranges_hold_what_lies_between(a: int, b: int, unit: str) -> None:
    low, high = sorted((a, b))
    answer = read_quantity(f"{low}-{high} {unit}")
    assert answer.strict.covers(read_quantity(f"{(low + high) // 2} {unit}").strict)


@settings(deadline=None)  # the first measure loads the library of units
@given(st.integers(0, 10**12), st.integers(0, 6))
def test_three_languages_write_one_number(whole: int, digits: int) -> None:
    decimals = "" if digits == 0 else f"{7 * 10**digits // 9:0{digits}}"
    english = f"{whole:,}" + (f".{decimals}" if decimals else "")
    german = english.translate(str.maketrans(",.", ".,"))
    russian = english.replace(",", "\u202f").replace(".", ",")
    plain = read_quantity(f"{whole}" + (f".{decimals}" if decimals else ""))
    if len(decimals) != 3 and (decimals or whole >= 1000):
        forms = [english, german, russian]
        assert {read_quantity(form).strict for form in forms} == {plain.strict}


def test_every_measure_stands_in_the_table() -> None:
    assert all(unit.is_measure for unit, _ in FORMS.values())
