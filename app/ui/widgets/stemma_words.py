"""What the stemma says of one account in words, for tooltips, screen readers and the line below."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.stemma import StemmaAccount, StemmaLink
from app.domain.stemma_drawing import Drawing
from app.ui.labels import DEGREES

_MOST = 8


def account_in_words(drawing: Drawing, account: StemmaAccount, *, most: int = _MOST) -> str:
    """Return who tells when and where, then on whom it draws: as many lenders as ``most``."""
    head = ", ".join(filter(None, (account.speaker, account.date or "undated")))
    lines = [
        f"{account.siglum}: {head}",
        account.source,
        *_lenders(drawing, account.account_id, most),
    ]
    return "\n".join(line for line in lines if line)


def _lenders(drawing: Drawing, account_id: int, most: int) -> Iterator[str]:
    links = [
        placed.link
        for placed in drawing.links
        if placed.link.borrower_id == account_id and placed.link.degree is not None
    ]
    for link in links[:most]:
        yield _in_words(link, drawing)
    if len(links) > most:
        yield f"and on {len(links) - most} more"


def _in_words(link: StemmaLink, drawing: Drawing) -> str:
    lender = drawing.accounts[drawing.places[link.lender_id]].account
    degree = "" if link.degree is None else DEGREES[link.degree]
    grounds = f": {link.grounds}" if link.grounds else ""
    return f"draws on {lender.siglum} ({degree}{grounds})"
