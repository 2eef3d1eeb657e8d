"""The section of the report on who really stands behind each version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.analysis import Version
from app.reports.document import (
    Alignment,
    Block,
    Bullets,
    Column,
    Heading,
    Inlines,
    Paragraph,
    Role,
    Table,
    emphasis,
    run,
)
from app.reports.wording import listed, sentence, witness_range

_COLUMNS = (
    Column(13),
    Column(10),
    Column(8),
    Column(6, Alignment.CENTRE),
    Column(7, Alignment.CENTRE),
    Column(13),
)
_HEADER = tuple(
    run(words)
    for words in ("Question", "Version", "Accounts", "Sources", "Witnesses", "Goes back to")
)
_MOST_ROOTS = 6


@dataclass(frozen=True, slots=True)
class VersionWitnesses:
    """A version with the informants it goes back to."""

    version: Version
    roots: tuple[str, ...]
    """Names of those who are its roots also where every suspected derivation is real."""
    perhaps: tuple[str, ...] = ()
    """Names of those who are its roots only where no suspected derivation is."""


@dataclass(frozen=True, slots=True)
class HollowAgreement:
    """Why an agreement is hollow, and whether the historian set that aside."""

    why: str
    is_set_aside: bool = False


@dataclass(frozen=True, slots=True)
class PointWitnesses:
    """Who stands behind the versions of one point."""

    subject: str
    question: str
    versions: tuple[VersionWitnesses, ...]
    hollow: tuple[HollowAgreement, ...] = ()


def witnesses_section(points: Sequence[PointWitnesses]) -> Iterator[Block]:
    """Yield the heading, how to read it, and for each subject its versions and their roots."""
    yield Heading(1, run("Witnesses"))
    if not points:
        yield Paragraph(run("No version is told by several accounts."))
        return
    yield Paragraph(
        run(
            "Each version that several accounts tell, with the fewest informants who explain it; "
            "where one may go back to any of several, these follow “from among”. Those after ",
            emphasis("perhaps"),
            " count only if no suspected dependence is real. An agreement is ",
            emphasis("hollow"),
            " where several sources are certainly but one witness.",
        )
    )
    by_subject: dict[str, list[PointWitnesses]] = {}
    for point in points:
        by_subject.setdefault(point.subject, []).append(point)
    for subject, chosen in by_subject.items():
        yield Heading(2, run(subject))
        rows = tuple(row for point in chosen for row in _rows(point))
        if rows:
            yield Table(_COLUMNS, _HEADER, rows)
        hollow = tuple(_hollow(point, found) for point in chosen for found in point.hollow)
        if hollow:
            yield Paragraph(run("Hollow agreements"), Role.LABEL)
            yield Bullets(hollow)


def _rows(point: PointWitnesses) -> Iterator[tuple[Inlines, ...]]:
    for place, found in enumerate(point.versions):
        version = found.version
        witnesses = version.witnesses
        yield (
            run(point.question if place == 0 else ""),
            run(version.answer, f" [{version.scope}]" if version.scope else ""),
            run(", ".join(dict.fromkeys(version.sigla))),
            run(str(version.sources)),
            run(witness_range((witnesses.low, witnesses.high))),
            _origin(found),
        )


def _origin(found: VersionWitnesses) -> Inlines:
    witnesses = found.version.witnesses
    perhaps = found.perhaps if witnesses.low < witnesses.high else ()
    link = witnesses.common_link if found.roots != (witnesses.common_link,) else ""
    return run(
        "from among " if len(found.roots) > witnesses.low else "",
        _named(found.roots),
        run("; ", emphasis("perhaps"), f" {_named(perhaps)}") if perhaps else "",
        f"; all through {link}" if link else "",
    )


def _named(roots: Sequence[str]) -> str:
    """Return the names, set apart by semicolons where one of them holds a comma."""
    named = list(roots)
    if len(named) > _MOST_ROOTS:
        named[_MOST_ROOTS - 1 :] = [f"{len(named) - _MOST_ROOTS + 1} more"]
    return "; ".join(named) if any("," in name for name in named) else listed(named)


def _hollow(point: PointWitnesses, found: HollowAgreement) -> Inlines:
    question = f"{point.question.rstrip('?.: ')}:"
    ending = " Set aside." if found.is_set_aside else ""
    return run(emphasis(question), " ", sentence(found.why), ending)
