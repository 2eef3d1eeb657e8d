"""A case: one point at issue with all its claims, ready to be weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.answers import Kind
from app.domain.choices import Vocabulary
from app.domain.claims import Weighed
from app.domain.errors import UnreadableAnswerError
from app.domain.quantities import MEASURES, read_quantity


def count_alike(claims: Sequence[Weighed], unit: str = "") -> tuple[Weighed, ...]:
    """Give bare numbers the point's unit, or the only noun counted on the point.

    A historian who writes ``900`` under ``about 900 men`` counts men. A bare number never takes
    a measure (km, %), which would change what it says.
    """
    nouns = {claim.answer.unit for claim in claims if claim.answer and claim.answer.unit}
    counted = _unit_key(unit) or (nouns.pop() if len(nouns) == 1 else "")
    if not counted or counted in MEASURES:
        return tuple(claims)
    return tuple(
        replace(claim, answer=replace(claim.answer, unit=counted))
        if claim.kind is Kind.QUANTITY and claim.answer and not claim.answer.unit
        else claim
        for claim in claims
    )


@lru_cache(maxsize=1024)
def _unit_key(unit: str) -> str:
    """Return what the reader calls a unit that a point names (``men`` are counted as persons)."""
    if not unit.strip():
        return ""
    try:
        return read_quantity(f"2 {unit}").unit
    except UnreadableAnswerError:
        return unit.strip()


@dataclass(frozen=True, slots=True)
class Case:
    """One point with all its claims, ready to be weighed."""

    point_id: int
    question: str
    kind: Kind
    claims: tuple[Weighed, ...]
    lemma: str = ""
    several: bool = False
    unit: str = ""
    subject_id: int = 0
    """Of the subject, or of the one that it has turned out to be."""
    subject: str = ""
    role: str = ""
    centrality: str = ""
    """``core``, ``periphery``, or empty: then the kind of answer says it."""
    scale: Vocabulary | None = None
    """The labels of a point that chooses among options or subjects, with their ranks."""

    @property
    def is_core(self) -> bool:
        """Tell whether the point belongs to the core of the story.

        Unless marked, dates and figures are periphery: they vary in honest memory, too.
        """
        if self.centrality:
            return self.centrality == "core"
        return self.kind not in (Kind.DATE, Kind.QUANTITY)

    @property
    def heading(self) -> str:
        """Return the short name of the point: its lemma, else its question."""
        return self.lemma or self.question

    @property
    def title(self) -> str:
        """Return the name by which sheets know the point: ``subject: question``."""
        return f"{self.subject}: {self.question}"
