"""A case: one point at issue with all its claims, ready to be weighed."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.answers import Kind
from app.domain.claims import Weighed


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
    subject: str = ""
    role: str = ""

    @property
    def heading(self) -> str:
        """Return the short name of the point: its lemma, else its question."""
        return self.lemma or self.question

    @property
    def title(self) -> str:
        """Return the name by which sheets know the point: ``subject: question``."""
        return f"{self.subject}: {self.question}"
