"""The section of the report on what authors make of the places they cite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.citation_audit import AuthorAudit, Citation, Fidelity
from app.domain.citation_wording import counts_in_words, said_there
from app.domain.claims import Weighed
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
from app.reports.wording import counted

_COLUMNS = (Column(7), Column(8), Column(8), Column(5))
_HEADER = tuple(run(words) for words in ("Point", "The author says", "The place says", "Verdict"))
_NOTHING = (
    "No citation could be checked: nowhere is both what an author says of a source and what that "
    "source says itself recorded on the same point."
)
_LEAD = (
    "What each author says that a source says, beside what the source says itself, where both are "
    "held. Sources known only through others are left out. Whether an author erred, or had it "
    "from elsewhere, is not found here."
)


def audit_section(audits: Sequence[AuthorAudit]) -> Iterator[Block]:
    """Yield the heading, and for each author the counts and what is not faithful."""
    yield Heading(1, run("Citation audit"))
    if not audits:
        yield Paragraph(run(_NOTHING))
        return
    yield Paragraph(run(_LEAD))
    for audit in audits:
        yield Heading(2, run(audit.author))
        yield from _author(audit)


def _author(audit: AuthorAudit) -> Iterator[Block]:
    places = counted(len(audit.citations), "place")
    yield Paragraph(run(f"Cites {places} that can be checked: {counts_in_words(audit.citations)}."))
    rows = tuple(_row(c) for c in audit.citations if c.fidelity is not Fidelity.FAITHFUL)
    if rows:
        yield Table(_COLUMNS, _HEADER, rows)


def _row(citation: Citation) -> tuple[Inlines, ...]:
    return (
        run(citation.title),
        _said(citation.citing, citation.citing.phrase),
        _said(citation.cited, said_there(citation)),
        run(emphasis(str(citation.fidelity))),
    )


def _said(claim: Weighed, words: str) -> Inlines:
    place = f", {claim.place}" if claim.place else ""
    return run(strong(claim.siglum), place, f" {words}")
