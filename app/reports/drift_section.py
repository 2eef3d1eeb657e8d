"""The section of the report on how the story of each speaker changed from telling to telling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from app.domain.drift import Change, Drift, Occasion, Thread, Turn
from app.domain.drift_wording import paragraph, since_in_words
from app.reports.document import (
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
from app.reports.wording import date_in_words, listed

_ABREAST = 5
"""Tellings beside one another at most; of more, the table is set in even parts."""
_WORDS: Mapping[Change, str] = {
    Change.TOLD: "",
    Change.SAME: "the same",
    Change.SILENT: "not told",
    Change.REWORDED: "in other words",
}


def drift_section(found: Sequence[Drift]) -> Iterator[Block]:
    """Yield the heading, and for each speaker his paragraph and his tellings side by side."""
    yield Heading(1, run("Drift"))
    if not found:
        yield Paragraph(run("Nobody’s story is recorded in two tellings."))
        return
    yield Paragraph(
        run(
            "How each speaker’s story changed, point by point; every telling is held against the "
            "last one before it that speaks to the point. Where a cell is empty nothing is "
            "recorded, and nothing is concluded. Dates and figures stand apart from the core of "
            "the story, for they shift in honest memory too."
        )
    )
    for drift in filter(_has_again, found):
        yield Heading(2, run(drift.speaker))
        yield from _speaker(drift)
    rest = [drift.speaker for drift in found if not _has_again(drift)]
    if rest:
        yield Paragraph(run(f"No point is recorded in two tellings of {listed(rest)}."))


def _speaker(drift: Drift) -> Iterator[Block]:
    told = [thread for thread in drift.threads if _is_told_again(thread)]
    yield Paragraph(run(paragraph(drift)))
    for caption, is_core in (("Core of the story.", True), ("Dates and figures.", False)):
        threads = [thread for thread in told if thread.is_core is is_core]
        if threads:
            yield from _tables(drift, threads, caption)


def _has_again(drift: Drift) -> bool:
    return any(map(_is_told_again, drift.threads))


def _is_told_again(thread: Thread) -> bool:
    return sum(turn is not None for turn in thread.turns) > 1


def _tables(drift: Drift, threads: Sequence[Thread], caption: str) -> Iterator[Table]:
    spoken = [
        place
        for place in range(len(drift.occasions))
        if any(thread.turns[place] is not None for thread in threads)
    ]
    size = ceil(len(spoken) / ceil(len(spoken) / _ABREAST))
    for start in range(0, len(spoken), size):
        places = spoken[start : start + size]
        rows = tuple(
            (_point(thread, drift.speaker), *(_cell(thread.turns[place]) for place in places))
            for thread in threads
            if any(thread.turns[place] is not None for place in places)
        )
        yield Table(
            columns=(Column(6), *(Column(6) for _ in places)),
            header=(run("Point"), *(_telling(drift.occasions[place]) for place in places)),
            rows=rows,
            caption=run(caption),
        )


def _point(thread: Thread, speaker: str) -> Inlines:
    heading = thread.heading.rstrip("?")
    return run(heading if thread.subject == speaker else f"{thread.subject}: {heading}")


def _telling(occasion: Occasion) -> Inlines:
    since = since_in_words(occasion)
    when = date_in_words(occasion.date) or "undated"
    return run(strong(occasion.siglum), f" {when}", f", {since} after" if since else "")


def _cell(turn: Turn | None) -> Inlines:
    if turn is None:
        return ()
    words = _WORDS.get(turn.change, str(turn.change))
    answers = "; ".join(turn.answers)
    if not words:
        return run(answers)
    return run(emphasis(f"{words}:"), f" {answers}") if answers else run(emphasis(words))
