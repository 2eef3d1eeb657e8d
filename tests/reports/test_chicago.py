import pytest

from app.domain.records import Locator, Source
from app.reports import chicago
from app.reports.citations import Citations
from tests.reports.reading import shown

CHAPTER = Source(
    2, "PB", type="chapter", title="The “Far” Bank", author="Igor Petrov and Oleg Beyda",
    date="2017", container="Joining the Fleet: “Eastern” Crews", publisher="CUP", place="Cambridge",
)  # fmt: skip


def page(value: str) -> Locator:
    return Locator("page", value)


def test_volume_extras_behind_a_title_are_roman() -> None:
    chapter = Source(
        1, "C", type="chapter", title="Part", author="Doe, J.", date="2009", publisher="Posev",
        container="The Whole. A Guide, 2nd rev. ed., ed. Ann Otway and Käthe Brühl", page="1-9",
    )  # fmt: skip
    volume = Source(2, "V", type="book", title="The Whole, vol. 3", publisher="Posev", date="1978")
    citations = Citations((chapter, volume))
    assert shown(citations.note(1)) == (
        "J. Doe, “Part,” in *The Whole. A Guide*, ed. Ann Otway and Käthe Brühl, 2nd rev. ed. "
        "(Posev, 2009), 1–9."
    )
    assert shown(citations.note(2)) == "*The Whole*, vol. 3 (Posev, 1978)."


def test_engine_trouble_gives_a_plain_note(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise TypeError("engine")

    monkeypatch.setattr(chicago._Engine, "render", fail)
    assert shown(Citations((CHAPTER,)).note(CHAPTER.id, [page("5")])) == (
        "Igor Petrov, Oleg Beyda, “The ‘Far’ Bank,” *Joining the Fleet: “Eastern” Crews*, "
        "Cambridge: CUP, 2017, 5."
    )


def test_sources_of_one_shape_are_arranged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    render = chicago._Engine.render

    def counting(self: chicago._Engine, fields: dict[str, object], form: str, place: bool) -> str:
        calls.append(form)
        return render(self, fields, form, place)

    monkeypatch.setattr(chicago._Engine, "render", counting)
    books = [
        Source(n, f"B{n}", type="book", title=f"Book {n}", author=f"Doe, J{n}", date="1900")
        for n in range(1, 101)
    ]
    citations = Citations(books)
    for book in books:
        citations.note(book.id, [page("1")])
        citations.note(book.id, [page("2")])
    assert calls == ["note", "short"]
