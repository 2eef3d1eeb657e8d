"""Notes and bibliography of a report: in full the first time, short afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from app.domain.names import fold
from app.domain.records import Locator, Source
from app.reports import archival
from app.reports.chicago import Chicago
from app.reports.document import Inlines
from app.reports.locators import place_in_words
from app.reports.marked import inlines_of, joined, stopped
from app.reports.names import surnames
from app.reports.tree import printable
from app.reports.wording import language_tag, natural_key


class Citations:
    """Cites the sources of one report, and remembers which have been cited."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.id: _printable(source) for source in sources}
        self._by_key = {source.key: source for source in self._sources.values()}
        self._chicago = Chicago()
        self._cited: dict[int, None] = {}

    @property
    def cited_ids(self) -> tuple[int, ...]:
        """Return the ids of the sources cited so far, in order of their first note."""
        return tuple(self._cited)

    def note(self, source_id: int, locators: Sequence[Locator] = ()) -> Inlines:
        """Return the text of a note on a place in a source, and count the source as cited."""
        source = self._sources.get(source_id)
        if source is None:
            return inlines_of(stopped(place_in_words(locators) or "Source not recorded"))
        return inlines_of(stopped(self._cite(source, locators, frozenset())))

    def short(self, source_id: int) -> Inlines:
        """Return the short form of a source, and count it as cited."""
        source = self._sources.get(source_id)
        if source is None:
            return ()
        self._cited[source_id] = None
        return inlines_of(stopped(self._one(source, (), is_first=False)))

    def language(self, source_id: int) -> str:
        """Return the BCP 47 tag of a source's language, or nothing."""
        source = self._sources.get(source_id)
        return language_tag(source.language) if source else ""

    def archival_entries(self) -> tuple[Inlines, ...]:
        """Return the cited sources that lie in archives, by repository and call number."""
        found = [source for source in self._listed() if _lies_in_archive(source)]
        found.sort(key=lambda source: natural_key(_lies(source)))
        return tuple(self._entry(source, archival.entry(source)) for source in found)

    def other_entries(self) -> tuple[Inlines, ...]:
        """Return the other cited sources, published or not, by author and title."""
        found = [source for source in self._listed() if not _lies_in_archive(source)]
        found.sort(key=_author_and_title)
        return tuple(
            self._entry(
                source,
                archival.entry(source)
                if archival.is_archival(source)
                else self._chicago.entry(source),
            )
            for source in found
        )

    def _listed(self) -> list[Source]:
        return [self._sources[source_id] for source_id in self._cited]

    def _entry(self, source: Source, marked: str) -> Inlines:
        seen_in = self._quoting(source, frozenset({source.id}))
        if seen_in:
            marked = f"{stopped(marked)} Q{seen_in[1:]}"
        return inlines_of(stopped(marked))

    def _cite(self, source: Source, locators: Sequence[Locator], path: frozenset[int]) -> str:
        is_first = source.id not in self._cited
        self._cited[source.id] = None
        return joined((
            self._one(source, locators, is_first=is_first),
            self._quoting(source, path | {source.id}),
        ))  # fmt: skip

    def _one(self, source: Source, locators: Sequence[Locator], *, is_first: bool) -> str:
        if archival.is_archival(source):
            cite = archival.full_note if is_first else archival.short_note
            return cite(source, locators)
        return self._chicago.note(source, place_in_words(locators), is_first=is_first)

    def _quoting(self, source: Source, path: frozenset[int]) -> str:
        """Return ``quoted after`` and the source that an unseen one is known through."""
        if not (source.quoted_after or source.quoted_after_id):
            return ""
        quoting = self._sources.get(source.quoted_after_id or 0) or self._by_key.get(
            source.quoted_after
        )
        if quoting is None:
            return f"quoted after {source.quoted_after}"
        if quoting.id in path:
            return ""
        return f"quoted after {self._cite(quoting, (), path)}"


def _printable(source: Source) -> Source:
    """Return the source with its texts on one line; its key stands for a missing title."""
    values = ((field.name, getattr(source, field.name)) for field in fields(source))
    texts: dict[str, Any] = {
        name: " ".join(printable(value).split()) for name, value in values if isinstance(value, str)
    }
    named = texts["title"] or texts["author"] or texts["shelfmark"]
    return archival.settled(
        replace(source, **(texts if named else texts | {"title": texts["key"]}))
    )


def _lies_in_archive(source: Source) -> bool:
    return archival.is_archival(source) and bool(archival.call_number(source))


def _lies(source: Source) -> str:
    return fold(joined((archival.call_number(source), source.title, source.date)))


def _author_and_title(source: Source) -> tuple[str, str]:
    names = " ".join(surnames(source.author))
    return fold(names or source.title), fold(f"{source.date} {source.title}")
