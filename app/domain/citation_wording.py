"""What the citations of an author come to, in words: a line of counts, a paragraph, a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.citation_audit import AuthorAudit, Citation, Fidelity

HEADINGS = ("Author", "Point", "Account", "Says", "Place", "The place says", "Verdict")
"""Of the columns of ``table_rows``."""


def counts_in_words(citations: Iterable[Citation]) -> str:
    """Return ``9 faithful · 2 sharper``, in the order of the verdicts; empty without citations."""
    known = list(citations)
    numbers = {f: sum(citation.fidelity is f for citation in known) for f in Fidelity}
    return " · ".join(f"{number:,} {fidelity}" for fidelity, number in numbers.items() if number)


def audit_in_words(audit: AuthorAudit) -> str:
    """Return ``Berg cites 14 places you hold: 9 faithful · 2 sharper · 3 vaguer``."""
    number = len(audit.citations)
    places = "1 place" if number == 1 else f"{number:,} places"
    return f"{audit.author} cites {places} you hold: {counts_in_words(audit.citations)}"


def audit_paragraph(audit: AuthorAudit, most: int = 0) -> str:
    """Return what an author's citations come to as plain text, in English, for a footnote.

    What is not faithful is told one by one, the hardest first, at ``most`` so many (0: all); it is
    for the historian to say why.
    """
    number = len(audit.citations)
    checked = "1 place cited" if number == 1 else f"{number:,} places cited"
    faithful = audit.count(Fidelity.FAITHFUL)
    counts = f"{_number(faithful, number)} given faithfully"
    opening = f"{audit.author}: of {checked} that could be checked, {counts}."
    faults = list(_faults(audit.citations))
    rest = len(faults) - most if most else 0
    more = [f"And {rest:,} more."] if rest > 0 else []
    return " ".join([opening, *(faults[:most] if most else faults), *more])


def _number(faithful: int, of: int) -> str:
    if not faithful:
        return "none is"
    if faithful == of:
        return "it is" if of == 1 else "all are"
    return "1 is" if faithful == 1 else f"{faithful:,} are"


def _faults(citations: Iterable[Citation]) -> Iterator[str]:
    for citation in citations:
        if citation.fidelity is not Fidelity.FAITHFUL:
            yield f"{citation.title.rstrip('?')}: {citation.why}"


def table_rows(citations: Iterable[Citation]) -> Iterator[tuple[str, ...]]:
    """Yield a row of plain texts for each citation, under ``HEADINGS``."""
    for citation in citations:
        yield (
            citation.author,
            citation.title,
            placed(citation.citing.siglum, citation.citing.place),
            citation.citing.phrase,
            placed(citation.cited.siglum, citation.cited.place),
            said_there(citation),
            str(citation.fidelity),
        )


def placed(siglum: str, place: str) -> str:
    """Return ``B1, page 12``."""
    return ", ".join(filter(None, (siglum, place)))


def said_there(citation: Citation) -> str:
    """Return what the cited place says, or that it is silent."""
    return "is silent" if citation.cited.is_silent else citation.cited.phrase
