"""Citation audit: what a citing author says that a place says, beside what the place says.

Only where both are held: a source known through its citer alone cannot be held against him.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.comparison import Verdict, compare
from app.domain.records import Stance
from app.domain.sets import Allowed
from app.domain.witnesses import Dependence


class Fidelity(enum.StrEnum):
    """How a citation stands to the place it cites."""

    FAITHFUL = "faithful"
    SHARPER = "sharper"
    """It says more exactly, or more surely, than the place does."""
    VAGUER = "vaguer"
    LOOSE = "loose"
    """It overlaps with what the place says, and neither lies inside the other."""
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not found there"


_RANK = list(Fidelity)


@dataclass(frozen=True, slots=True)
class Citation:
    """One claim of a citing author beside what the source he draws on says."""

    point_id: int
    title: str
    author: str
    """The citing speaker; the siglum of the account where none is known."""
    citing: Weighed
    cited: Weighed
    """For *not found there*, the claim by which the place is silent or says something else."""
    fidelity: Fidelity
    is_reported: bool
    """Whether the author names whom he reports; else the account draws on the other."""
    why: str


@dataclass(frozen=True, slots=True)
class AuthorAudit:
    """The citations of one author, the worst first."""

    author: str
    citations: tuple[Citation, ...] = field(default=())

    def count(self, fidelity: Fidelity) -> int:
        """Return how many of the citations stand so."""
        return sum(citation.fidelity is fidelity for citation in self.citations)


def audit_case(
    case: Case, dependence: Dependence, unseen: frozenset[int] = frozenset()
) -> Iterator[Citation]:
    """Yield the citations on one point that can be checked.

    ``unseen`` holds sources known only through others. A claim is held against the cited claim
    that it fits best; what a source says beside that does not concern the citation.
    """
    if case.kind is Kind.TEXT:
        return
    held = [claim for claim in case.claims if claim.source_id not in unseen]
    for citing in held:
        if citing.is_silent or citing.stance is Stance.DOUBTS:
            continue
        places = _places_cited(citing, held, dependence, case.point_id)
        names_place = citing.reported or _draws_for(citing, dependence, case.point_id)
        best = _best(citing, places, several=case.several, names_place=names_place)
        if best is not None:
            cited, fidelity, why = best
            yield Citation(
                case.point_id, case.title, _author(citing, dependence), citing, cited, fidelity,
                citing.reported, why,
            )  # fmt: skip


def _speaker_key(claim: Weighed, dependence: Dependence) -> str:
    """Return the key of him whose account a claim stands in; empty where he is not known."""
    telling = dependence.tellings.get(claim.account_id)
    return telling.speaker if telling else ""


def _author(citing: Weighed, dependence: Dependence) -> str:
    return dependence.names.get(_speaker_key(citing, dependence), "") or citing.siglum


def _places_cited(
    citing: Weighed, held: Iterable[Weighed], dependence: Dependence, point_id: int
) -> list[Weighed]:
    """Return the claims of other sources that a claim reports, or that it may be drawn from.

    What the author himself says elsewhere is left out: who retells his own story cites nobody.
    """
    lenders = {
        lender
        for link in dependence.links_on(citing.account_id, point_id)
        if not link.is_inherited
        for lender in link.lenders
    }
    author = _speaker_key(citing, dependence)
    return [
        other
        for other in held
        if other.source_id != citing.source_id
        and not (author and author in (other.speaker, _speaker_key(other, dependence)))
        and (
            _is_told_by(citing, other)
            if citing.reported
            else other.account_id in lenders and not other.reported
        )
    ]


def _is_told_by(report: Weighed, other: Weighed) -> bool:
    return other.speaker == report.speaker and not other.reported


Match = tuple[Weighed, Fidelity, str]


def _draws_for(citing: Weighed, dependence: Dependence, point_id: int) -> bool:
    """Tell whether the account is recorded as drawing on another for this very point."""
    links = dependence.links_on(citing.account_id, point_id)
    return any(link.points and not link.is_inherited for link in links)


def _best(
    citing: Weighed, places: Sequence[Weighed], *, several: bool, names_place: bool
) -> Match | None:
    found = [match for place in places for match in _matches(citing, place, several=several)]
    if not names_place:
        # One who draws on a source at large need not have just this from it.
        found = [match for match in found if match[1] is not Fidelity.NOT_FOUND]
    return min(found, key=lambda match: _RANK.index(match[1]), default=None)


def _matches(citing: Weighed, cited: Weighed, *, several: bool) -> Iterator[Match]:
    comparison = compare(citing, cited, several=several)
    fidelity = _fidelity(comparison.verdict, citing, cited, several=several)
    if fidelity is not None:
        yield cited, fidelity, _sentence(fidelity, citing, cited, comparison.why)


def _fidelity(
    verdict: Verdict, citing: Weighed, cited: Weighed, *, several: bool
) -> Fidelity | None:
    if verdict is Verdict.SILENT:
        return Fidelity.NOT_FOUND
    if verdict is Verdict.NOT_COMPARABLE:
        return None
    if verdict is Verdict.CONTRADICTS or cited.stance is Stance.DOUBTS:
        return Fidelity.CONTRADICTED
    if verdict is Verdict.AGREES:
        return _by_span(citing.widened, cited.widened)
    if verdict is Verdict.REFINES:
        return _by_span(citing.strict, cited.strict)
    if several and not citing.strict.meets(cited.strict):
        return Fidelity.NOT_FOUND
    return Fidelity.LOOSE


def _by_span(citing: Allowed, cited: Allowed) -> Fidelity:
    if citing == cited:
        return Fidelity.FAITHFUL
    return Fidelity.SHARPER if cited.covers(citing) else Fidelity.VAGUER


def _sentence(fidelity: Fidelity, citing: Weighed, cited: Weighed, why: str) -> str:
    pair = f"{_placed(citing)} has {citing.phrase}, {_placed(cited)} {_says(cited)}"
    return f"{pair}: {fidelity}." if fidelity is not Fidelity.CONTRADICTED else f"{pair}. {why}"


def _says(cited: Weighed) -> str:
    return "is silent" if cited.is_silent else f"has {cited.phrase}"


def _placed(claim: Weighed) -> str:
    return f"{claim.siglum} ({claim.place})" if claim.place else claim.siglum


def by_author(citations: Iterable[Citation]) -> list[AuthorAudit]:
    """Return the citations by author, those with the most that is not faithful first."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.author, []).append(citation)
    audits = [
        AuthorAudit(author, tuple(sorted(known, key=lambda c: -_RANK.index(c.fidelity))))
        for author, known in found.items()
    ]
    return sorted(
        audits,
        key=lambda audit: (audit.count(Fidelity.FAITHFUL) - len(audit.citations), audit.author),
    )
