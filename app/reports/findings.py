"""What a report is made from: plain domain records that the services gather from a dossier.

Nothing is found out here; ``build`` turns it into sentences, tables and notes.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.analysis import PointStatus, Version
from app.domain.flags import Flag
from app.domain.records import Account, Claim, Dismissal, Judgement, Source
from app.reports.document import Block


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of the summary table, for the whole scope of the report."""

    points: int = 0
    contradicted: int = 0
    tension: int = 0
    clear: int = 0
    judged: int = 0
    """Points with a judgement other than *open*."""
    sources: int = 0
    accounts: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True)
class ClaimFindings:
    """A claim with what the report prints beside it."""

    claim: Claim
    siglum: str
    source_id: int
    speaker: str = ""
    """Who answers for the statement: the claim's own speaker, else the account's."""
    told: str = ""
    """Date of the telling, as entered."""
    verdict: str = ""
    """Sentences on what it clashes with; empty where it clashes with nothing."""


@dataclass(frozen=True, slots=True)
class FlagFindings:
    """A flag, and the dismissal with which the historian set it aside, if that still holds."""

    flag: Flag
    dismissal: Dismissal | None = None


@dataclass(frozen=True, slots=True)
class PointFindings:
    """A point at issue with everything that the report prints about it."""

    subject: str
    question: str
    status: PointStatus
    apparatus: str = ""
    """``men who crossed] whole regiment K48 · a battalion Al09 · om. K44``."""
    versions: tuple[Version, ...] = ()
    claims: tuple[ClaimFindings, ...] = ()
    flags: tuple[FlagFindings, ...] = ()
    judgement: Judgement | None = None
    stale_since: str = ""
    """When a claim was added or changed after the judgement (ISO 8601), where that is known."""
    stale_sigla: tuple[str, ...] = ()
    """Sigla of the claims that made it stale."""

    @property
    def is_stale(self) -> bool:
        """Tell whether claims were added or changed after the judgement."""
        return bool(self.stale_since or self.stale_sigla)


@dataclass(frozen=True, slots=True)
class Findings:
    """A dossier, or a part of it, as found at one moment."""

    title: str
    date: str
    """Of the report; an ISO date is put in words."""
    scope: str = ""
    """A sentence that says which points the report covers."""
    author: str = ""
    counts: Counts = Counts()
    points: tuple[PointFindings, ...] = ()
    accounts: tuple[Account, ...] = ()
    """At least those that the claims name."""
    sources: tuple[Source, ...] = ()
    """At least those that accounts, claims and *quoted after* name."""
    sections: tuple[Block, ...] = ()
    """Sections that were asked for, as they are to be printed."""
