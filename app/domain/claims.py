"""A claim as the engine weighs it: its stance applied to the sets that its answer allows."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.answers import Answer, Kind
from app.domain.names import fold
from app.domain.records import Stance
from app.domain.sets import LAST, Allowed

_CHOSEN = frozenset({Kind.OPTION, Kind.SUBJECT, Kind.YES_NO})
_UNIVERSE = {Kind.YES_NO: Allowed.of((0, 1)), Kind.QUANTITY: Allowed.of((0, LAST))}


def universe(kind: Kind) -> Allowed:
    """Return every answer that a point of this kind can have: what a denial is taken from."""
    return _UNIVERSE.get(kind, Allowed.everything())


@dataclass(frozen=True, slots=True)
class Weighed:
    """One claim with everything that comparison and counting of witnesses ask of it."""

    claim_id: int
    siglum: str
    account_id: int
    source_id: int
    kind: Kind
    stance: Stance
    answer: Answer | None
    """``None`` for a silent claim only."""
    scope: str = ""
    speaker: str = ""
    """Key of who answers for it (a folded name); empty when unknown."""
    speaker_name: str = ""
    reported: bool = False
    """Whether the account passes on another's statement (X writes that Y said)."""
    told: str = ""
    """Date of telling as entered."""
    told_day: int | None = None
    """First day of the telling, for ordering; ``None`` when undated or unreadable."""
    telling: tuple[Allowed, Allowed] | None = None
    """Strict and widened days of the telling; ``None`` when undated or unreadable."""
    place: str = ""
    """Locators in words, for sentences that tell two places of one account apart."""

    @property
    def text(self) -> str:
        """Return the answer as it was entered."""
        return self.answer.text if self.answer else ""

    @property
    def is_silent(self) -> bool:
        """Tell whether the account says nothing on the point."""
        return self.stance is Stance.SILENT or self.answer is None

    @property
    def weighs(self) -> bool:
        """Tell whether status and versions rest on it: it affirms or denies a comparable answer."""
        return (
            self.answer is not None
            and self.stance in (Stance.AFFIRMS, Stance.DENIES)
            and self.kind is not Kind.TEXT
        )

    @property
    def group(self) -> tuple[str, str]:
        """Return the key of scope and unit; only claims with equal keys are comparable."""
        scope = fold(self.scope) if self.scope else ""
        return scope, self.answer.unit if self.answer else ""

    @property
    def strict(self) -> Allowed:
        """Return the answers allowed at the account's word.

        A denial excludes all that the denied words may cover, so its strict set is the
        complement of the widened answer; doubt and silence allow everything. A doubt
        that takes in every option (*shot?*, *yes?*) is dropped: denying *shot?* is denying *shot*.
        """
        if self.answer is None or self.stance in (Stance.DOUBTS, Stance.SILENT):
            return universe(self.kind)
        if self.stance is Stance.DENIES:
            rest = self.answer.widened.complement(universe(self.kind))
            return self.widened if rest.is_empty and self.kind in _CHOSEN else rest
        return self.answer.strict

    @property
    def widened(self) -> Allowed:
        """Return the answers allowed when every *circa* is stretched; covers ``strict``."""
        if self.answer is None or self.stance in (Stance.DOUBTS, Stance.SILENT):
            return universe(self.kind)
        if self.stance is Stance.DENIES:
            return self.answer.strict.complement(universe(self.kind))
        return self.answer.widened

    @property
    def qualified(self) -> bool:
        """Tell whether *circa* or the like stands by the answer."""
        return self.answer is not None and self.answer.strict != self.answer.widened

    @property
    def phrase(self) -> str:
        """Return the answer in quotation marks with its stance, for sentences."""
        quoted = f"“{self.text}”"
        if self.stance is Stance.DENIES:
            return f"not {quoted}"
        return f"{quoted} doubted" if self.stance is Stance.DOUBTS else quoted
