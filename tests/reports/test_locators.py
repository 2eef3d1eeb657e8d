import pytest

from app.domain.records import Locator
from app.reports.locators import Usage, place_in_words, place_of


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([], ""),
        ([("page", "75")], "75"),
        ([("page", "pp. 437-38")], "437–38"),
        ([("folio", "73-75")], "fol. 73–75"),
        ([("folio", "73v-75r")], "fol. 73v–75r"),
        ([("folio", "fol. 75")], "fol. 75"),
        ([("Blatt", "75")], "fol. 75"),
        ([("page", "493"), ("page", "504"), ("note", "30")], "493, 504 n. 30"),
        ([("note", "4-6")], "nn. 4–6"),
        ([("line", "3"), ("line", "9")], "lines 3, 9"),
        ([("volume", "1"), ("page", "140")], "1:140"),
        ([("volume", "I"), ("page", "140-42")], "I:140–42"),
        ([("volume", "2")], "vol. 2"),
        ([("volume", "2"), ("chapter", "3")], "vol. 2, chap. 3"),
        ([("box", "259"), ("folder", "4"), ("reel", "220")], "box 259, folder 4, reel 220"),
        ([("line", "12-14")], "lines 12–14"),
        ([("shelf", "B 3")], "shelf B 3"),
        ([("page", " "), ("note", "3")], "n. 3"),
    ],
)
def test_places(places: list[tuple[str, str]], words: str) -> None:
    assert place_in_words([Locator(*place) for place in places]) == words


@pytest.mark.parametrize(
    ("usage", "value", "words"),
    [
        (Usage.RUSSIAN, "3v", "л. 3 об."),
        (Usage.RUSSIAN, "3 об.", "л. 3 об."),
        (Usage.RUSSIAN, "3-5", "лл. 3–5"),
        (Usage.TRANSLITERATED, "3v", "l. 3 ob."),
        (Usage.BOOK, "3 verso", "fol. 3v"),
        (Usage.ARCHIVE, "73reverse", "fol. 73v"),
    ],
)
def test_leaves_in_the_words_of_the_archive(usage: Usage, value: str, words: str) -> None:
    assert place_in_words([Locator("folio", value)], usage) == words


def test_pages_of_archives_are_labelled() -> None:
    assert place_in_words([Locator("page", "5")], Usage.ARCHIVE) == "p. 5"
    two = [Locator("page", "2"), Locator("page", "5"), Locator("note", "3")]
    assert place_in_words(two, Usage.ARCHIVE) == "pp. 2, 5 n. 3"
    assert place_in_words([Locator("page", "5-7")], Usage.TRANSLITERATED) == "pp. 5–7"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("73-75", Locator("folio", "73-75")),
        ("fol. 73-75", Locator("fol", "73-75")),
        ("p. 5", Locator("p", "5")),
        ("passim", Locator("", "passim")),
        ("", Locator("", "")),
    ],
)
def test_places_from_text(text: str, place: Locator) -> None:
    assert place_of(text, "folio") == place
