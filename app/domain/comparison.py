"""The verdict on two claims of one point, with the sentence that says why.

This is the only comparison in the program: window, report, command line and tests ask it.
The verdicts are those of the theory that a claim is the set of answers it allows.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.domain.answers import Answer, Kind
from app.domain.claims import Weighed
from app.domain.distances import describe_distance
from app.domain.quantities import MEASURES
from app.domain.quantities.nouns import KNOWN_NOUNS, plural
from app.domain.records import Stance

_APART = {Kind.DATE: "they lie {} apart", Kind.QUANTITY: "they differ by {}"}
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
    verdict = find_verdict(a, b, several=several)
    if verdict is Verdict.SILENT:
        quiet = a if a.is_silent else b
        return Comparison(verdict, f"{quiet.siglum or 'One account'} is silent on this.")
    if verdict is Verdict.NOT_COMPARABLE:
        return Comparison(verdict, _hindrance(a, b))
    if Stance.DOUBTS in (a.stance, b.stance):
        return Comparison(verdict, _doubt_in_words(verdict, a, b))
    if several and verdict is Verdict.COMPATIBLE and not a.strict.meets(b.strict):
        return Comparison(
            verdict, f"{a.phrase} and {b.phrase} can both hold: the point takes several answers."
        )
    return Comparison(verdict, _sets_in_words(verdict, a, b))


def find_verdict(a: Weighed, b: Weighed, *, several: bool = False) -> Verdict:
    """Return the verdict of ``compare`` without its sentence, for many pairs."""
    if a.is_silent or b.is_silent:
        return Verdict.SILENT
    if a.kind is not b.kind or a.kind is Kind.TEXT or a.group != b.group:
        return Verdict.NOT_COMPARABLE
    if Stance.DOUBTS in (a.stance, b.stance):
        return _doubt(a, b)
    found = _by_sets(a, b)
    if several and a.stance is b.stance and found in CLASHES:
        return Verdict.COMPATIBLE
    return found


def _hindrance(a: Weighed, b: Weighed) -> str:
    if a.kind is not b.kind:
        return f"One answer is a {a.kind} and the other a {b.kind}."
    if a.kind is Kind.TEXT:
        return "The answers are free text, which is not compared."
    (scope_a, unit_a), (scope_b, unit_b) = a.group, b.group
    if scope_a != scope_b:
        return f"They count different things: {_named(a.scope)} against {_named(b.scope)}."
    if not (unit_a and unit_b) and unit_a != unit_b:
        known, bare = (a, b) if unit_a else (b, a)
        return f"{known.phrase} {_counts(unit_a or unit_b)}, but {bare.phrase} gives no unit."
    if unit_a != unit_b:
        return f"{a.phrase} {_counts(unit_a)}, but {b.phrase} {_counts(unit_b)}."
    return ""


_MEASURED = {
    "%": "is a share", "day": "is a length of time", "kg": "is a weight", "m": "is a length",
    "m/s": "is a speed", "m^2": "is an area", "m^3": "is a volume", "°C": "is a temperature",
}  # fmt: skip


def _counts(unit: str) -> str:
    if unit in MEASURES:
        return _MEASURED[unit]
    return f"counts {plural(unit) if unit in KNOWN_NOUNS else f'“{unit}”'}"


def _named(scope: str) -> str:
    return f"“{scope}”" if scope else "no scope given"


def _doubt(a: Weighed, b: Weighed) -> Verdict:
    doubter, other = (a, b) if a.stance is Stance.DOUBTS else (b, a)
    if doubter.answer is None or other.answer is None:
        return Verdict.SILENT
    if other.stance is Stance.AFFIRMS and doubter.answer.strict.covers(other.answer.strict):
        return Verdict.IN_TENSION
    if other.stance is Stance.DOUBTS and other.answer.strict == doubter.answer.strict:
        return Verdict.AGREES
    return Verdict.COMPATIBLE


def _doubt_in_words(verdict: Verdict, a: Weighed, b: Weighed) -> str:
    doubter, other = (a, b) if a.stance is Stance.DOUBTS else (b, a)
    if verdict is Verdict.IN_TENSION:
        return (
            f"{doubter.siglum or 'One'} doubts “{doubter.text}”, which "
            f"{other.siglum or 'the other'} affirms."
        )
    if verdict is Verdict.AGREES:
        return f"Both doubt “{doubter.text}”."
    return f"To doubt “{doubter.text}” leaves room for {other.phrase}."


def _by_sets(a: Weighed, b: Weighed) -> Verdict:
    ours, theirs = a.strict, b.strict
    if ours == theirs:
        return Verdict.AGREES
    common = ours.intersection(theirs)
    if common in (ours, theirs):
        return Verdict.REFINES
    if not common.is_empty:
        return Verdict.COMPATIBLE
    return Verdict.IN_TENSION if a.widened.meets(b.widened) else Verdict.CONTRADICTS


def _sets_in_words(verdict: Verdict, a: Weighed, b: Weighed) -> str:
    pair = f"{_spelled(a)} and {_spelled(b)}"
    if verdict is Verdict.REFINES:
        finer, wider = (b, a) if a.strict.covers(b.strict) else (a, b)
        return f"{_spelled(finer)} lies inside what {_spelled(wider)} allows."
    if verdict is Verdict.AGREES:
        return f"{pair} allow the same."
    if verdict is Verdict.COMPATIBLE:
        return f"{pair} have at least one {_member(a)} in common."
    return f"{pair} have no {_member(a)} in common{_parting(verdict, a, b)}."


def _member(claim: Weighed) -> str:
    return _MEMBER.get(claim.kind, "answer")


def _parting(verdict: Verdict, a: Weighed, b: Weighed) -> str:
    """Say by how much two claims clash, and which of them gives way where one does."""
    loose = [claim for claim in (a, b) if claim.qualified]
    unit = a.answer.unit if a.answer else ""
    if verdict is Verdict.CONTRADICTS:
        apart = describe_distance(a.kind, unit, a.widened, b.widened)
        widest = ", even at the widest" if loose and a.kind in _APART else ""
        return f"{widest}: {_APART[a.kind].format(apart)}" if apart else widest
    if a.kind not in _APART:
        return f", but {'both are' if len(loose) > 1 else f'{loose[0].phrase} is'} in doubt"
    apart = describe_distance(a.kind, unit, a.strict, b.strict)
    how_far = f" ({_APART[a.kind].format(apart)})" if apart else ""
    giving = "both" if len(loose) > 1 else loose[0].phrase
    return f" at their word{how_far}, but do within the allowance of {giving}"


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
