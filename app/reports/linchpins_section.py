"""The section of the report on the sources whose fall would change most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.reports.document import (
    Alignment,
    Block,
    Column,
    Heading,
    Inlines,
    Paragraph,
    Table,
    emphasis,
    run,
    strong,
)

_CENTRE = Alignment.CENTRE
_COLUMNS = (
    Column(26),
    Column(5, _CENTRE),
    Column(6, _CENTRE),
    Column(6, _CENTRE),
    Column(7, _CENTRE),
    Column(7, _CENTRE),
)
_HEADER = tuple(
    run(words) for words in ("Source", "Points", "Statuses", "Versions gone", "Flags", "Witnesses")
)


@dataclass(frozen=True, slots=True)
class LinchpinFindings:
    """A source, and in how many places something else would be found without it."""

    key: str
    author: str = ""
    title: str = ""
    date: str = ""
    points: int = 0
    statuses: int = 0
    versions_gone: int = 0
    flags_gone: int = 0
    flags_new: int = 0
    witnesses: int = 0
    """How many versions would rest on fewer or other witnesses."""


def linchpins_section(found: Sequence[LinchpinFindings], sources: int) -> Iterator[Block]:
    """Yield the heading and the table; ``sources`` is how many something hangs on in all."""
    yield Heading(1, run("Linchpins"))
    if not found:
        yield Paragraph(run("There is no source whose fall alone would change anything."))
        return
    first = f"first {len(found)} are" if len(found) > 1 else "first is"
    more = f" Of the {sources:,} on which anything hangs, the {first} listed."
    yield Paragraph(
        run(
            "What would be found otherwise if a source alone were set aside: on how many points, "
            "with another status on how many of them, how many versions and flags would go or "
            "come, and how many versions would rest on other witnesses.",
            more if sources > len(found) else "",
        )
    )
    yield Table(_COLUMNS, _HEADER, tuple(_row(linchpin) for linchpin in found))


def _row(found: LinchpinFindings) -> tuple[Inlines, ...]:
    flags = (
        f"{found.flags_gone:,} gone" if found.flags_gone else "",
        f"{found.flags_new:,} new" if found.flags_new else "",
    )
    return (
        _source(found),
        run(_count(found.points)),
        run(_count(found.statuses)),
        run(_count(found.versions_gone)),
        run(", ".join(filter(None, flags)) or "–"),
        run(_count(found.witnesses)),
    )


def _source(found: LinchpinFindings) -> Inlines:
    return run(
        strong(found.key),
        " " if found.author or found.title or found.date else "",
        found.author,
        ", " if found.author and found.title else "",
        emphasis(found.title) if found.title else "",
        ", " if found.date and (found.author or found.title) else "",
        found.date,
    )


def _count(number: int) -> str:
    return f"{number:,}" if number else "–"
