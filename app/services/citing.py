"""Citing one source in words, as a note of the report would, for the window."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.domain.records import Locator, Source
from app.reports.citations import Citations
from app.reports.document import plain_text
from app.services.workspace import Workspace
from app.store.queries.nouns import list_records


def cite(workspace: Workspace, source_id: int, locators: Iterable[Locator] = ()) -> str:
    """Return a source in full with a place in it and what it is quoted after, as plain text."""
    with workspace.reading() as connection:
        chain: dict[int, Source] = {}
        wanted: int | None = source_id
        while wanted is not None and wanted not in chain:
            found = list_records(connection, Source, [wanted])
            if not found:
                break
            chain[wanted] = found[0]
            wanted = found[0].quoted_after_id
    return _cited(tuple(chain.values()), source_id, tuple(locators))


@lru_cache(maxsize=256)
def _cited(sources: tuple[Source, ...], source_id: int, locators: tuple[Locator, ...]) -> str:
    return plain_text(Citations(sources).note(source_id, locators))
