"""The synopsis: accounts side by side over points, each cell an answer with its verdict."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.comparison import Comparison, Verdict, compare
from app.domain.records import Stance


class CellState(enum.StrEnum):
    """What is known of one account on one point; nothing recorded at all is *unknown*."""

    UNKNOWN = "unknown"
    ANSWERED = "answered"
    SILENT = "silent"
    """The account speaks of the matter and is recorded as silent on the point."""
    SEARCHED = "searched, not found"
    UNREAD = "not yet read"


@dataclass(frozen=True, slots=True)
class Cell:
    """One account on one point."""

    state: CellState
    answers: tuple[str, ...] = ()
    """As entered, with their stance where they do not affirm."""
    claim_ids: tuple[int, ...] = ()
    verdict: Verdict | None = None
    """Against what is chosen; ``None`` where nothing is, or where it says nothing on the point."""
    is_chosen: bool = False
    """Whether the cell is itself what the others are held against."""
    why: str = ""
    silence: str = ""
    """What a silence that was weighed is worth, such as *weak*; empty where none was."""


UNKNOWN = Cell(CellState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class RowHead:
    """One point at the left of the grid."""

    point_id: int
    subject_id: int
    subject: str
    heading: str
    question: str
    status: str
    is_core: bool


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """One account above the grid."""

    account_id: int
    siglum: str
    date: str
    speaker: str
    source: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The heads of the grid: points by subject, accounts in order of telling, undated last."""

    rows: tuple[RowHead, ...]
    columns: tuple[ColumnHead, ...]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What the cells are held against: an account, or the claims of versions; else nothing."""

    account_id: int | None = None
    claim_ids: frozenset[int] = frozenset()

    def measures(self, claim: Weighed) -> bool:
        """Tell whether a claim belongs to what the others are held against."""
        return claim.account_id == self.account_id or claim.claim_id in self.claim_ids


Row = Mapping[int, Cell]
"""The cells of one point by account; those of other accounts are unknown."""

_HARDEST = (
    Verdict.CONTRADICTS, Verdict.IN_TENSION, Verdict.COMPATIBLE, Verdict.REFINES, Verdict.AGREES,
    Verdict.SILENT, Verdict.NOT_COMPARABLE,
)  # fmt: skip


def make_row(
    case: Case, yardstick: Yardstick, noted: Mapping[int, CellState] | None = None
) -> dict[int, Cell]:
    """Return the cells of one point by account.

    ``noted`` says of accounts without a claim that they were searched in vain or are unread.
    """
    by_account: dict[int, list[Weighed]] = {}
    for claim in case.claims:
        by_account.setdefault(claim.account_id, []).append(claim)
    chosen = [claim for claim in case.claims if yardstick.measures(claim)]
    cells = {account: Cell(state) for account, state in (noted or {}).items()}
    for account, claims in by_account.items():
        cells[account] = _cell(claims, chosen, several=case.several)
    return cells


def _cell(claims: Sequence[Weighed], chosen: Sequence[Weighed], *, several: bool) -> Cell:
    told = [claim for claim in claims if not claim.is_silent]
    ids = tuple(claim.claim_id for claim in claims)
    if not told:
        return Cell(CellState.SILENT, claim_ids=ids)
    found = _held_against(told, chosen, several=several)
    return Cell(
        state=CellState.ANSWERED,
        answers=tuple(dict.fromkeys(_worded(claim) for claim in told)),
        claim_ids=ids,
        verdict=found.verdict if found else None,
        is_chosen=any(claim in chosen for claim in claims),
        why=found.why if found else "",
    )


def _held_against(
    told: Iterable[Weighed], chosen: Iterable[Weighed], *, several: bool
) -> Comparison | None:
    """Return the hardest verdict of the claims against those chosen.

    Where several answers hold, a claim that one of those chosen agrees with agrees.
    """
    rivals = [claim for claim in chosen if not claim.is_silent]
    found = [
        comparison for claim in told for comparison in _against(claim, rivals, several=several)
    ]
    return min(found, key=lambda comparison: _HARDEST.index(comparison.verdict), default=None)


def _against(claim: Weighed, rivals: Iterable[Weighed], *, several: bool) -> list[Comparison]:
    found = [compare(claim, rival, several=several) for rival in rivals]
    if not several:
        return found
    alike = [comparison for comparison in found if comparison.verdict is Verdict.AGREES]
    return alike[:1] or found


def _worded(claim: Weighed) -> str:
    if claim.stance is Stance.DENIES:
        return f"not {claim.text}"
    return f"{claim.text} (doubted)" if claim.stance is Stance.DOUBTS else claim.text
