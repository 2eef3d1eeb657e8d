"""The verdict on two claims of one point, with the sentence that says why.

This is the only comparison in the program: window, report, command line and tests ask it.
The verdicts are those of the theory that a claim is the set of answers it allows.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.domain.answers import Answer, Kind
from app.domain.claims import Weighed
from app.domain.records import Stance

_MEMBER = {Kind.DATE: "day", Kind.QUANTITY: "figure"}


class Verdict(enum.StrEnum):
    """What two claims on one point are to each other."""

    NOT_COMPARABLE = "not comparable"
    SILENT = "silent"
    AGREES = "agrees"
    REFINES = "refines"
    COMPATIBLE = "compatible"
    IN_TENSION = "in tension"
    CONTRADICTS = "contradicts"


CLASHES = (Verdict.CONTRADICTS, Verdict.IN_TENSION)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict and the one sentence that a historian can check it by."""

    verdict: Verdict
    why: str


def compare(a: Weighed, b: Weighed, *, several: bool = False) -> Comparison:
    """Compare two claims of one point; symmetric in its verdict.

    ``several``: the point takes several answers, so that only an affirmation and a denial clash.
    """
    if a.is_silent or b.is_silent:
        quiet = a if a.is_silent else b
        return Comparison(Verdict.SILENT, f"{quiet.siglum or 'One account'} is silent on this.")
    hindrance = _hindrance(a, b)
    if hindrance:
        return Comparison(Verdict.NOT_COMPARABLE, hindrance)
    if Stance.DOUBTS in (a.stance, b.stance):
        return _doubt(a, b)
    found = _by_sets(a, b)
    if several and a.stance is b.stance and found.verdict in CLASHES:
        return Comparison(
            Verdict.COMPATIBLE,
            f"{a.phrase} and {b.phrase} can both hold: the point takes several answers.",
        )
    return found


def _hindrance(a: Weighed, b: Weighed) -> str:
    if a.kind is not b.kind:
        return f"One answer is a {a.kind} and the other a {b.kind}."
    if a.kind is Kind.TEXT:
        return "The answers are free text, which is not compared."
    (scope_a, unit_a), (scope_b, unit_b) = a.group, b.group
    if scope_a != scope_b:
        return f"They count different things: {_named(a.scope)} against {_named(b.scope)}."
    if unit_a != unit_b:
        return f"Their units differ: {unit_a or 'none given'} against {unit_b or 'none given'}."
    return ""


def _named(scope: str) -> str:
    return f"“{scope}”" if scope else "no scope given"


def _doubt(a: Weighed, b: Weighed) -> Comparison:
    doubter, other = (a, b) if a.stance is Stance.DOUBTS else (b, a)
    if doubter.answer is None or other.answer is None:
        return Comparison(Verdict.SILENT, "One account is silent on this.")
    if other.stance is Stance.AFFIRMS and doubter.answer.strict.covers(other.answer.strict):
        return Comparison(
            Verdict.IN_TENSION,
            f"{doubter.siglum or 'One'} doubts “{doubter.text}”, which "
            f"{other.siglum or 'the other'} affirms.",
        )
    if other.stance is Stance.DOUBTS and other.answer.strict == doubter.answer.strict:
        return Comparison(Verdict.AGREES, f"Both doubt “{doubter.text}”.")
    return Comparison(
        Verdict.COMPATIBLE, f"To doubt “{doubter.text}” leaves room for {other.phrase}."
    )


def _by_sets(a: Weighed, b: Weighed) -> Comparison:
    member = _MEMBER.get(a.kind, "answer")
    pair = f"{_spelled(a)} and {_spelled(b)}"
    if a.strict == b.strict:
        return Comparison(Verdict.AGREES, f"{pair} allow the same.")
    if a.strict.covers(b.strict) or b.strict.covers(a.strict):
        finer, wider = (b, a) if a.strict.covers(b.strict) else (a, b)
        return Comparison(
            Verdict.REFINES, f"{_spelled(finer)} lies inside what {_spelled(wider)} allows."
        )
    if a.strict.meets(b.strict):
        return Comparison(Verdict.COMPATIBLE, f"{pair} have at least one {member} in common.")
    if a.widened.meets(b.widened):
        return Comparison(
            Verdict.IN_TENSION,
            f"{pair} have no {member} in common at their word, "
            "but do once the uncertain one is given its allowance.",
        )
    return Comparison(Verdict.CONTRADICTS, f"{pair} have no {member} in common.")


def _spelled(claim: Weighed) -> str:
    reading = claim.answer.reading if claim.answer else ""
    if not reading or reading.casefold() == claim.text.casefold():
        return claim.phrase
    return f"{claim.phrase} ({reading})"


def bare_claim(answer: Answer) -> Weighed:
    """Wrap an answer that stands alone as an affirming claim."""
    return Weighed(
        claim_id=0, siglum="", account_id=0, source_id=0, kind=answer.kind,
        stance=Stance.AFFIRMS, answer=answer,
    )  # fmt: skip
