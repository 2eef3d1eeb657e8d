"""Notes and bibliography; the expected wording follows the Chicago Manual, 17th edition."""

import pytest

from app.domain.records import Locator, Source
from app.reports.citations import Citations
from tests.reports.invented import HOSTILE
from tests.reports.reading import shown

BOOK = Source(
    1,
    "Al09",
    type="book",
    title="Officers of the River. A Biographical Guide",
    author="Aleksandrov, K. M.",
    date="2009",
    publisher="Posev",
    place="Moscow",
)
CHAPTER = Source(
    2,
    "PB",
    type="chapter",
    title="The “Far” Bank",
    author="Igor Petrov and Oleg Beyda",
    date="forthcoming 2017",
    container="Joining the Fleet: “Eastern” Crews",
    page="1-20",
    publisher="CUP",
    place="Cambridge",
)
ARTICLE = Source(
    3,
    "Ma",
    type="journal article",
    title="How were blockships employed?",
    author="Maslov A. A.",
    container="Journal of Slavic Rivers",
    volume="9",
    issue="2",
    page="427-435",
    date="1996",
    language="en",
)
VOLUMES = Source(
    4,
    "Che",
    type="book",
    title="General Brühl: An Answer",
    author="Cherkassov, Konstantin",
    date="1963-1965",
    volume="1",
    publisher="Edinenie",
    place="Melbourne",
)
WEB = Source(
    5,
    "V",
    type="web page",
    title="Interview with a pilot",
    author="Vershinin, Il’ia",
    date="2012-04-01",
    url="http://example.org/x?y=1&z=2",
)
MAGAZINE = Source(
    6,
    "N",
    type="magazine",
    title="How It Was",
    container="At the Cossack Post",
    issue="22",
    date="1944-03",
)
INTERROGATION = Source(
    7,
    "D41",
    type="interrogation",
    title="Vernehmung eines Überläufers",
    author="Ic, 3. Panzer-Division",
    date="1941-08-23",
    repository="BA-MA",
    shelfmark="RH 27-3/170",
    page="73-75",
)
RUSSIAN = Source(
    8,
    "П45",
    type="document",
    title="Протокол допроса",
    repository="ГАРФ",
    fonds="5802",
    shelfmark="1/124",
    date="1945",
)
GARF = Source(
    9,
    "G",
    type="document",
    title="Protokol",
    repository="GARF",
    fonds="R-9526",
    shelfmark="op. 6, d. 1",
)
LETTER = Source(
    10,
    "K48",
    type="letter",
    title="Kononov to Nicolaevsky",
    author="Kononov, Ivan",
    date="1948-04-26",
    repository="Hoover Institution Archives",
    fonds="Nicolaevsky Collection",
    quoted_after="Ma",
)
PRINTED_LETTER = Source(
    11,
    "PL",
    type="letter",
    title="A Letter Home",
    author="Brühl, Käthe",
    container="Family Papers",
    date="1920",
    publisher="Ährenverlag",
    place="Grünau",
    page="7-9",
)
BARE = Source(12, "Bare1")
SOURCES = (
    BOOK, CHAPTER, ARTICLE, VOLUMES, WEB, MAGAZINE, INTERROGATION, RUSSIAN, GARF, LETTER,
    PRINTED_LETTER, BARE,
)  # fmt: skip


def page(value: str) -> Locator:
    return Locator("page", value)


@pytest.mark.parametrize(
    ("source", "places", "first", "later"),
    [
        (
            BOOK, [page("493"), page("504"), Locator("note", "30")],
            ("K. M. Aleksandrov, *Officers of the River. A Biographical Guide* (Moscow: Posev, "
            "2009), 493, 504 n. 30."),
            "Aleksandrov, *Officers of the River*, 493, 504 n. 30.",
        ),
        (
            CHAPTER, [page("5")],
            ("Igor Petrov and Oleg Beyda, “The ‘Far’ Bank,” in *Joining the Fleet: “Eastern” "
            "Crews* (Cambridge: CUP, forthcoming 2017), 5."),
            "Petrov and Beyda, “The ‘Far’ Bank,” 5.",
        ),
        (
            ARTICLE, [page("430-31")],
            ("A. A. Maslov, “How were blockships employed?,” *Journal of Slavic Rivers* 9, no. 2 "
            "(1996): 430–31."),
            "Maslov, “How were blockships employed?,” 430–31.",
        ),
        (
            VOLUMES, [page("140")],
            ("Konstantin Cherkassov, *General Brühl: An Answer*, vol. 1 (Melbourne: Edinenie, "
            "1963–1965), 140."),
            "Cherkassov, *General Brühl*, 1:140.",
        ),
        (
            VOLUMES, [Locator("note", "4")],
            ("Konstantin Cherkassov, *General Brühl: An Answer*, vol. 1 (Melbourne: Edinenie, "
            "1963–1965), n. 4."),
            "Cherkassov, *General Brühl*, vol. 1, n. 4.",
        ),
        (
            WEB, [],
            "Il’ia Vershinin, “Interview with a pilot,” 1 April 2012, http://example.org/x?y=1&z=2.",
            "Vershinin, “Interview with a pilot.”",
        ),
        (
            MAGAZINE, [page("4")],
            "“How It Was,” *At the Cossack Post*, no. 22, March 1944, 4.",
            "“How It Was,” 4.",
        ),
        (
            INTERROGATION, [Locator("folio", "75")],
            ("Ic, 3. Panzer-Division, “Vernehmung eines Überläufers,” 23 August 1941, BA-MA, "
            "RH 27-3/170, fol. 73–75, here fol. 75."),
            "“Vernehmung eines Überläufers,” fol. 75.",
        ),
        (
            RUSSIAN, [Locator("folio", "3v")],
            "“Протокол допроса,” 1945, ГАРФ, ф. 5802, оп. 1, д. 124, л. 3 об.",
            "“Протокол допроса,” л. 3 об.",
        ),
        (
            GARF, [Locator("folio", "3v")],
            "“Protokol,” GARF, f. R-9526, op. 6, d. 1, l. 3 ob.",
            "“Protokol,” l. 3 ob.",
        ),
        (
            LETTER, [Locator("box", "259"), Locator("folder", "4"), Locator("reel", "220")],
            ("Kononov to Nicolaevsky, 26 April 1948, Hoover Institution Archives, Nicolaevsky "
            "Collection, box 259, folder 4, reel 220, quoted after A. A. Maslov, “How were "
            "blockships employed?,” *Journal of Slavic Rivers* 9, no. 2 (1996): 427–35."),
            ("Kononov to Nicolaevsky, 26 April 1948, box 259, folder 4, reel 220, quoted after "
            "Maslov, “How were blockships employed?”"),
        ),
        (
            PRINTED_LETTER, [page("8")],
            "Käthe Brühl, “A Letter Home,” in *Family Papers* (Grünau: Ährenverlag, 1920), 8.",
            "Brühl, “A Letter Home,” 8.",
        ),
        (BARE, [page("3")], "“Bare1,” p. 3.", "“Bare1,” p. 3."),
    ],
)  # fmt: skip
def test_first_and_later_notes(
    source: Source, places: list[Locator], first: str, later: str
) -> None:
    citations = Citations(SOURCES)
    assert shown(citations.note(source.id, places)) == first
    assert shown(citations.note(source.id, places)) == later


def test_bibliography_lists_what_was_cited() -> None:
    citations = Citations(SOURCES)
    for source in (RUSSIAN, LETTER, INTERROGATION, BOOK, BARE):
        citations.note(source.id)
    assert [shown(entry) for entry in citations.archival_entries()] == [
        (
            "BA-MA, RH 27-3/170, fol. 73–75. Ic, 3. Panzer-Division, “Vernehmung eines "
            "Überläufers,” 23 August 1941."
        ),
        (
            "Hoover Institution Archives, Nicolaevsky Collection. Kononov to Nicolaevsky, 26 April "
            "1948. Quoted after Maslov, “How were blockships employed?”"
        ),
        "ГАРФ, ф. 5802, оп. 1, д. 124. “Протокол допроса,” 1945.",
    ]
    assert [shown(entry) for entry in citations.other_entries()] == [
        "Aleksandrov, K. M. *Officers of the River. A Biographical Guide*. Moscow: Posev, 2009.",
        "“Bare1.”",
        (
            "Maslov, A. A. “How were blockships employed?” *Journal of Slavic Rivers* 9, no. 2 "
            "(1996): 427–35."
        ),
    ]


def test_sources_that_quote_one_another_come_to_an_end() -> None:
    a = Source(1, "A", type="letter", title="A to B", quoted_after="B")
    b = Source(2, "B", type="letter", title="B to A", quoted_after="A")
    assert shown(Citations((a, b)).note(1)) == "A to B, quoted after B to A."


def test_quoting_work_that_is_not_in_the_dossier_is_named() -> None:
    a = Source(1, "A", type="letter", title="A to B", quoted_after="Smith 1990, 5")
    assert shown(Citations((a,)).note(1)) == "A to B, quoted after Smith 1990, 5."


def test_quoting_work_by_id() -> None:
    a = Source(1, "A", type="letter", title="A to B", quoted_after_id=2)
    assert shown(Citations((a, Source(2, "B", type="book", title="B"))).note(1)) == (
        "A to B, quoted after *B*, n.d."
    )


def test_source_that_is_not_there() -> None:
    assert shown(Citations(()).note(7, [page("3")])) == "3."
    assert shown(Citations(()).short(7)) == ""


TEXT_FIELDS = (
    "title", "author", "date", "container", "volume", "issue", "page", "publisher", "place",
    "repository", "fonds", "shelfmark", "url", "accessed", "quoted_after",
)  # fmt: skip


@pytest.mark.parametrize(
    "kind",
    [
        "book",
        "article",
        "chapter",
        "newspaper",
        "thesis",
        "letter",
        "web",
        "map",
        "report",
        "interview",
        "entry",
        "",
        "Ж",
    ],
)
def test_every_text_of_a_source_stays_as_it_was_written(kind: str) -> None:
    for field in TEXT_FIELDS:
        values = {name: f"{name} x" for name in ("title", "container", "publisher")}
        source = Source(1, "S", type=kind, **(values | {field: HOSTILE}))
        citations = Citations((source,))
        texts = [shown(citations.note(1)), shown(citations.note(1))]
        texts += [shown(entry) for entry in citations.other_entries()]
        texts += [shown(entry) for entry in citations.archival_entries()]
        assert not any(0xFDD0 <= ord(letter) <= 0xFDEF for text in texts for letter in text)
        if field == "title":
            assert HOSTILE in texts[0]
            assert HOSTILE in texts[2]


def test_noncharacters_of_a_user_are_no_marks() -> None:
    source = Source(1, "S", type="book", title="A\ufdd0B\ufdeetitle\ufdee", date="1900")
    assert shown(Citations((source,)).note(1)) == "*ABtitle*, 1900."
