"""The claims on a point in order of telling, each with its verdict against a chosen one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.analysis import Version
from app.domain.claims import Weighed
from app.domain.comparison import Comparison, Verdict, compare
from app.domain.locators import places_in_words
from app.domain.records import Stance
from app.services.findings import ClaimView, PointView
from app.ui.fonts import text_font
from app.ui.labels import STANCES
from app.ui.models.row_window import RowColumn
from app.ui.models.struck_rows import struck_where
from app.ui.theme import verdict_colour
from app.ui.widgets.held_table import HeldTable
from app.ui.widgets.texts import on_one_line, plain_tooltip, told_whole
from app.ui.widgets.verdict_words import verdict_in_words

SET_ASIDE = "− set aside"
"""Said of a claim that does not count in the what-if."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, with its verdict against the chosen version or claim."""

    view: ClaimView
    against: Comparison | None = None
    is_reference: bool = False
    """Whether it is the claim that the others are held against."""
    is_broader: bool = False
    """Whether the claim that it is held against is the finer one of the two."""
    is_aside: bool = False
    """Whether it is set aside in a what-if."""


def reference_of(view: PointView, version: Version) -> Weighed | None:
    """Return the claim that stands for a version: the one in whose words it is shown."""
    weighed = {shown.claim.id: shown.weighed for shown in view.claims}
    members = [weighed[claim] for claim in version.claim_ids if claim in weighed]
    named = [claim for claim in members if claim.text == version.answer]
    return next(iter(named or members), None)


def claim_rows(
    view: PointView, reference: Weighed | None, aside: Collection[int] = ()
) -> list[ClaimRow]:
    """Return the claims of a point as rows, each held against the reference.

    Those ``aside`` in a what-if are held against nothing.
    """
    several = view.point.several
    rows = []
    for shown in view.claims:
        if shown.claim.id in aside:
            rows.append(ClaimRow(shown, is_aside=True))
            continue
        is_reference = reference is not None and shown.claim.id == reference.claim_id
        against = None
        if reference is not None and not is_reference:
            against = compare(shown.weighed, reference, several=several)
        broader = (
            reference is not None
            and against is not None
            and against.verdict is Verdict.REFINES
            and shown.weighed.strict.covers(reference.strict)
        )
        rows.append(ClaimRow(shown, against, is_reference, broader))
    return rows


def _as_written(row: ClaimRow) -> str:
    claim = row.view.claim
    return on_one_line(claim.quotation or claim.reading or claim.translation)


def _verdict(row: ClaimRow) -> str:
    if row.is_aside:
        return SET_ASIDE
    if row.is_reference:
        return "this claim"
    if row.against is None:
        return ""
    return verdict_in_words(row.against.verdict, is_broader=row.is_broader)


def _answer(row: ClaimRow) -> str:
    claim = row.view.claim
    scope = f" [{claim.scope}]" if claim.scope else ""
    return f"{claim.answer}{scope}" if claim.stance is not Stance.SILENT else ""


def _speaker(row: ClaimRow) -> str:
    return row.view.weighed.speaker_name


def _place(row: ClaimRow) -> str:
    return places_in_words(row.view.claim.locators)


def _serif(row: ClaimRow, role: int) -> object:
    if role == Qt.ItemDataRole.FontRole:
        return text_font()
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(row.view.claim.quotation or row.view.claim.reading)
    return None


def _verdict_role(row: ClaimRow, role: int) -> object:
    if role == Qt.ItemDataRole.ForegroundRole:
        verdict = row.against.verdict if row.against else Verdict.NOT_COMPARABLE
        return verdict_colour(verdict)
    if role == Qt.ItemDataRole.ToolTipRole and row.against:
        return plain_tooltip(row.against.why)
    return None


_COLUMNS = (
    RowColumn[ClaimRow]("Account", lambda row: row.view.account.siglum),
    RowColumn[ClaimRow]("Speaker", _speaker, told_whole(_speaker)),
    RowColumn[ClaimRow]("Told", lambda row: row.view.account.date),
    RowColumn[ClaimRow]("Stance", lambda row: STANCES[row.view.claim.stance]),
    RowColumn[ClaimRow]("Answer", _answer, told_whole(_answer)),
    RowColumn[ClaimRow]("As written", _as_written, _serif),
    RowColumn[ClaimRow]("Place", _place, told_whole(_place)),
    RowColumn[ClaimRow]("Against it", _verdict, _verdict_role),
)


class ClaimsTable(HeldTable[ClaimRow]):
    """The claims on one point; a row's id is the claim's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = struck_where(_COLUMNS, lambda row: row.is_aside, but=(len(_COLUMNS) - 1,))
        super().__init__(
            columns, (2, 14, 12, 3, 30, 30, 14, 11), parent, id_of=lambda row: row.view.claim.id,
            name="Claims", most_rows=10, spare=(2, 6),
        )  # fmt: skip

    def show_view(
        self, view: PointView, reference: Weighed | None, aside: Collection[int] = ()
    ) -> None:
        """Show the claims of a point, each held against a reference, save those ``aside``."""
        self.show_records(claim_rows(view, reference, aside))

    def find_claim(self) -> ClaimView | None:
        """Return the chosen claim, if any."""
        row = self.find_current()
        return row.view if row else None
