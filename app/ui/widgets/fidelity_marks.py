"""How the fidelity of a citation looks: a mark and a colour beside its words."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.citation_audit import Fidelity
from app.ui.labels import FIDELITIES

_MARKS: Mapping[Fidelity, str] = {
    Fidelity.FAITHFUL: "=",
    Fidelity.SHARPER: "⊂",
    Fidelity.VAGUER: "⊃",
    Fidelity.LOOSE: "∩",
    Fidelity.CONTRADICTED: "✕",
    Fidelity.NOT_FOUND: "∅",
}
_VERDICTS: Mapping[Fidelity, str] = {
    Fidelity.FAITHFUL: "agrees",
    Fidelity.CONTRADICTED: "contradicts",
}
MEANINGS: Mapping[Fidelity, str] = {
    Fidelity.FAITHFUL: "The author says what the place says.",
    Fidelity.SHARPER: "The author says it more exactly, or more surely, than the place does.",
    Fidelity.VAGUER: "The author says it less exactly than the place does.",
    Fidelity.LOOSE: "The author overlaps with the place; neither lies inside the other.",
    Fidelity.CONTRADICTED: "What the author says and what the place says cannot both be.",
    Fidelity.NOT_FOUND: "The place is silent on it, or says something else.",
}
"""What each verdict of the citation audit means, in a sentence."""


def fidelity_words(fidelity: Fidelity) -> str:
    """Return the mark of a verdict and its words, such as ``⊂ sharper``."""
    return f"{_MARKS[fidelity]} {FIDELITIES[fidelity]}"


def fidelity_verdict(fidelity: Fidelity) -> str:
    """Return the verdict in whose colour a citation is shown."""
    return _VERDICTS.get(fidelity, "in tension")
