"""The order list: what to ask for in the reading room, by repository, on a sheet to tick off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.reading_room import OrderGroup, Unseen
from app.reports.document import (
    Alignment,
    Block,
    Column,
    Document,
    Heading,
    Inlines,
    Paragraph,
    Role,
    Table,
    emphasis,
    run,
    strong,
)
from app.reports.wording import counted

_COLUMNS = (
    Column(2, Alignment.CENTRE),
    Column(7),
    Column(14),
    Column(7),
    Column(6),
)
_HEADER = tuple(
    run(words) for words in ("Seen", "Call number", "Source", "Quoted after", "What hangs on it")
)


def build_order_list(
    groups: Sequence[OrderGroup], *, dossier: str = "", author: str = "", date: str = ""
) -> Document:
    """Build the list as a document; ``date`` is in words, as printed."""
    return Document(
        title="Order list",
        subtitle=dossier,
        author=author,
        date=date,
        running_title="Order list",
        blocks=(Paragraph(run(_lead(groups)), Role.LEAD), *_groups(groups, 1)),
    )


def reading_room_section(groups: Sequence[OrderGroup]) -> Iterator[Block]:
    """Yield the order list as a section of the report, a heading for each repository."""
    yield Heading(1, run("Reading room"))
    yield Paragraph(run(_lead(groups)))
    yield from _groups(groups, 2)


def _lead(groups: Sequence[OrderGroup]) -> str:
    number = sum(len(group.sources) for group in groups)
    if not number:
        return "No source is known only as quoted after others."
    return f"{counted(number, 'source').capitalize()} known only as quoted after others."


def _groups(groups: Sequence[OrderGroup], level: int) -> Iterator[Block]:
    for group in groups:
        yield Heading(level, run(group.repository or "To be looked for: not known where"))
        yield Table(_COLUMNS, _HEADER, tuple(_row(source) for source in group.sources))


def _row(source: Unseen) -> tuple[Inlines, ...]:
    author = f"{source.author}, " if source.author else ""
    date = f", {source.date}" if source.date else ""
    places = f", {'; '.join(source.places)}" if source.places else ""
    return (
        (),
        run(source.call_number),
        run(strong(source.key), " ", author, emphasis(source.title), date),
        run(f"{source.quoted_after}{places}") if source.quoted_after else (),
        run(_hanging(source)),
    )


def _hanging(source: Unseen) -> str:
    parts = (
        (source.claims, "claim"),
        (source.versions, "version"),
        (source.flags, "flag"),
    )
    return ", ".join(counted(number, noun) for number, noun in parts if number)
