"""The reading room: sources that nobody has seen yet, by what hangs on them, and where they lie."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unseen:
    """A source that is known only as quoted after another one."""

    source_id: int
    key: str
    title: str = ""
    author: str = ""
    date: str = ""
    repository: str = ""
    fonds: str = ""
    shelfmark: str = ""
    quoted_after: str = ""
    """Key of the source that quotes it."""
    places: tuple[str, ...] = ()
    """Where it is quoted, by the locators of its claims."""
    claims: int = 0
    points: int = 0
    versions: int = 0
    """Versions with a claim of it among them."""
    versions_alone: int = 0
    """Versions that rest on it alone."""
    flags: int = 0
    borrowers: int = 0
    """Accounts that draw on it, over any number of others, by links that are not denied."""

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """Return what it is sorted by: flags, versions, claims, borrowers."""
        return self.flags, self.versions, self.claims, self.borrowers

    @property
    def call_number(self) -> str:
        """Return fonds and shelfmark; once where the shelfmark repeats the fonds."""
        squeezed = self.shelfmark.replace(" ", "")
        if self.fonds and squeezed.startswith(self.fonds.replace(" ", "")):
            return self.shelfmark
        return ", ".join(part for part in (self.fonds, self.shelfmark) if part)


@dataclass(frozen=True, slots=True)
class OrderGroup:
    """What is to be ordered in one repository, by call number; empty: it is not known where."""

    repository: str
    sources: tuple[Unseen, ...]


def by_weight(sources: Iterable[Unseen]) -> list[Unseen]:
    """Return the sources with the most that hangs on them first."""
    return sorted(sources, key=lambda source: (*(-w for w in source.weight), source.key))


def order_list(sources: Iterable[Unseen]) -> list[OrderGroup]:
    """Return the sources by repository, those on which most hangs first, each by call number.

    Where the repository is not known stands last: those are to be looked for, not ordered.
    """
    found: dict[str, list[Unseen]] = {}
    for source in by_weight(sources):
        found.setdefault(source.repository.strip(), []).append(source)
    groups = [
        OrderGroup(place, tuple(sorted(known, key=lambda s: (_natural(s.call_number), s.key))))
        for place, known in found.items()
    ]
    return sorted(groups, key=lambda group: not group.repository)


def _natural(text: str) -> list[tuple[int, int | str]]:
    """Split a call number so that RH 2/9 comes before RH 2/10."""
    parts = re.findall(r"\d+|[^\W\d_]+", text.casefold())
    return [(0, int(part)) if part.isdecimal() else (1, part) for part in parts]


def order_lines(groups: Iterable[OrderGroup]) -> list[str]:
    """Return the order list as plain lines, a heading for each repository."""
    lines: list[str] = []
    for group in groups:
        lines += (
            ["", group.repository or "Not known where"]
            if lines
            else [group.repository or "Not known where"]
        )
        lines += [f"☐ {_line(source)}" for source in group.sources]
    return lines


def _line(source: Unseen) -> str:
    named = ", ".join(part for part in (source.author, source.title, source.date) if part)
    head = ": ".join(part for part in (source.call_number, named or source.key) if part)
    hangs = ", ".join(
        f"{number} {word if number == 1 else f'{word}s'}"
        for number, word in ((source.claims, "claim"), (source.versions, "version"),
                             (source.flags, "flag"))
        if number
    )  # fmt: skip
    through = f"; quoted after {source.quoted_after}" if source.quoted_after else ""
    places = f", {'; '.join(source.places)}" if through and source.places else ""
    return f"{head} [{source.key}]{through}{places}" + (f" ({hangs})" if hangs else "")
