"""One citation in full: what the author says, what the place says, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.citation_audit import Citation
from app.domain.citation_wording import placed, said_there
from app.domain.claims import Weighed
from app.ui.widgets.fidelity_marks import MEANINGS, fidelity_verdict, fidelity_words
from app.ui.widgets.passage import Segment


def citation_segments(citation: Citation) -> Iterator[Segment]:
    """Yield point, verdict, and both ends of a citation, a line for each."""
    yield Segment(f"{citation.title}\n", bold=True)
    verdict = fidelity_verdict(citation.fidelity)
    yield Segment(fidelity_words(citation.fidelity), verdict=verdict)
    yield Segment(f"  {MEANINGS[citation.fidelity]}\n", muted=True)
    yield from _end(citation.author, citation.citing, citation.citing.phrase)
    how = "names whom it reports" if citation.is_reported else "is recorded as drawing on the place"
    yield Segment(f"  ({citation.citing.siglum} {how})\n", muted=True)
    yield from _end(citation.cited.speaker_name, citation.cited, said_there(citation))


def _end(who: str, claim: Weighed, words: str) -> Iterator[Segment]:
    yield Segment(placed(claim.siglum, claim.place), bold=True)
    yield Segment(f"  {who}  " if who and who != claim.siglum else "  ", muted=True)
    yield Segment(words)
