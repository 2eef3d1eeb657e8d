from app.domain.records import Locator, Source
from app.reports.citations import Citations
from tests.reports.reading import shown


def test_call_numbers_say_nothing_twice() -> None:
    source = Source(
        1, "D", type="report", title="Verhör", repository="BA-MA", fonds="RH 27-3",
        shelfmark="RH27-3/170, folio 73-75",
    )  # fmt: skip
    boxed = Source(
        2, "L", type="letter", title="Letter home", author="Doe, J.", date="1948-04-26",
        repository="Hoover", fonds="Doe Papers", shelfmark="box 259, folder 4",
    )  # fmt: skip
    place = [Locator("box", "259"), Locator("folder", "4")]
    citations = Citations((source, boxed))
    assert shown(citations.note(1, [Locator("folio", "75")])) == (
        "“Verhör,” BA-MA, RH27-3/170, fol. 73–75, here fol. 75."
    )
    assert shown(citations.note(2, place)) == (
        "J. Doe, Letter home, 26 April 1948, Hoover, Doe Papers, box 259, folder 4."
    )
    assert shown(citations.note(2, place)) == "Doe, Letter home, 26 April 1948."


def test_unpublished_sources_without_a_place_are_listed_by_author() -> None:
    paper = Source(1, "P", type="manuscript", title="A Paper", author="Doe, Jane", date="ca. 2016")
    citations = Citations((paper,))
    citations.note(1)
    assert [shown(e) for e in citations.other_entries()] == ["Doe, Jane. “A Paper,” ca. 2016."]
