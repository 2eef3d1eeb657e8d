import pytest

from app.reports.wording import (
    counted,
    date_in_words,
    language_tag,
    listed,
    natural_key,
    sentence,
    witness_range,
)


@pytest.mark.parametrize(
    ("entered", "printed"),
    [
        ("1941-08-23", "23 August 1941"),
        ("1941-08", "August 1941"),
        ("1941-08-03T10:11:12+00:00", "3 August 1941"),
        ("1944-03~", "ca. March 1944"),
        ("1944-03?", "March 1944?"),
        ("1963-1965", "1963–1965"),
        ("1963/1965", "1963–1965"),
        ("1963-65", "1963–65"),
        ("1942-05/1942-08", "May 1942–August 1942"),
        ("1910-12", "December 1910"),
        ("1941-13-01", "1941-13-01"),
        ("ca. 1918", "ca. 1918"),
        ("forthcoming 2017", "forthcoming 2017"),
        ("22 августа 1941 г.", "22 августа 1941 г."),
        ("", ""),
    ],
)
def test_dates(entered: str, printed: str) -> None:
    assert date_in_words(entered) == printed


def test_numbers_and_lists() -> None:
    assert counted(1, "source") == "one source"
    assert counted(0, "source") == "no sources"
    assert counted(1234, "is", "are") == "1,234 are"
    assert listed([]) == ""
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert witness_range((2, 3)) == "2–3"
    assert witness_range((2, 2)) == "2"


def test_sentences_keep_their_own_marks() -> None:
    assert sentence(" von hinten ") == "von hinten."
    assert sentence("Who?") == "Who?"
    assert sentence("He said “no.”") == "He said “no.”"
    assert sentence("") == ""


def test_languages() -> None:
    assert language_tag("Russian") == "ru"
    assert language_tag("de-AT") == "de-AT"
    assert language_tag("Old Church Slavonic") == ""
    assert language_tag('ru" onload="x') == ""


def test_sigla_sort_by_number() -> None:
    assert sorted(["K10", "K9", "A", "12", "Ж1"], key=natural_key) == ["12", "A", "K9", "K10", "Ж1"]
