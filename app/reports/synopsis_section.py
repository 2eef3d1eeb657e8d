"""The section of the report that lays accounts side by side over the points of each subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from app.domain.synopsis import UNKNOWN, Cell, CellState, ColumnHead, Row, RowHead
from app.reports.document import (
    Block,
    Column,
    Heading,
    Inlines,
    Paragraph,
    Table,
    emphasis,
    run,
    strong,
)
from app.reports.wording import date_in_words

_ABREAST = 5
"""Accounts beside one another at most; of more, the table is set in even parts."""
_MOST_ACCOUNTS = 30
"""Of more accounts on one subject, those that speak to fewest of its points are left out."""
_STATES: Mapping[CellState, str] = {
    CellState.SILENT: "om.",
    CellState.SEARCHED: "searched, not found",
    CellState.UNREAD: "not yet read",
}
_LEAD = (
    "Accounts side by side in order of telling, point by point; points of the core are set bold. "
    "“Om.” marks an account that is silent on the point. Where a cell is empty nothing is "
    "recorded, and nothing is concluded. "
)
_JUDGED = (
    "Answers that belong to a version judged accepted or preferred are set bold; before the "
    "others stands how they compare with them."
)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The points of one subject, the accounts that speak to any of them, and the cells by point."""

    subject: str
    points: Sequence[RowHead]
    accounts: Sequence[ColumnHead]
    rows: Mapping[int, Row]

    def cell(self, point: RowHead, account: ColumnHead) -> Cell:
        """Return what one account says on one point."""
        return self.rows.get(point.point_id, {}).get(account.account_id, UNKNOWN)


def synopsis_section(found: Sequence[SideBySide], *, judged: bool = False) -> Iterator[Block]:
    """Yield the heading, and each subject's accounts; ``judged``: held against what is judged."""
    yield Heading(1, run("Synopsis"))
    shown = [sheet for sheet in found if sheet.accounts]
    if not shown:
        yield Paragraph(run("No account speaks to a point yet."))
        return
    yield Paragraph(run(_LEAD + (_JUDGED if judged else "")))
    for sheet in shown:
        yield Heading(2, run(sheet.subject))
        yield from _tables(sheet, _most_told(sheet))


def _most_told(sheet: SideBySide) -> Sequence[ColumnHead]:
    told = Counter(
        account
        for row in sheet.rows.values()
        for account, cell in row.items()
        if cell.state is CellState.ANSWERED
    )
    first = sorted(sheet.accounts, key=lambda head: -told[head.account_id])[:_MOST_ACCOUNTS]
    kept = {head.account_id for head in first}
    return [head for head in sheet.accounts if head.account_id in kept]


def _tables(sheet: SideBySide, accounts: Sequence[ColumnHead]) -> Iterator[Block]:
    left_out = len(sheet.accounts) - len(accounts)
    if left_out:
        yield Paragraph(
            run(
                f"Of {len(sheet.accounts):,} accounts the {len(accounts)} that answer most points "
                f"are shown; the workbook of the synopsis holds all of them."
            )
        )
    size = ceil(len(accounts) / ceil(len(accounts) / _ABREAST))
    for start in range(0, len(accounts), size):
        abreast = accounts[start : start + size]
        rows = tuple(
            (_point(point), *(_cell(sheet.cell(point, head)) for head in abreast))
            for point in sheet.points
            if any(sheet.cell(point, head) is not UNKNOWN for head in abreast)
        )
        yield Table(
            columns=(Column(6), *(Column(6) for _ in abreast)),
            header=(run("Point"), *map(_account, abreast)),
            rows=rows,
        )


def _point(point: RowHead) -> Inlines:
    heading = point.heading.rstrip("?")
    return run(strong(heading) if point.is_core else heading)


def _account(head: ColumnHead) -> Inlines:
    return run(strong(head.siglum), f" {date_in_words(head.date) or 'undated'}")


def _cell(cell: Cell) -> Inlines:
    if cell.state is not CellState.ANSWERED:
        words = _STATES.get(cell.state, "")
        return run(emphasis(words)) if words else ()
    answers = "; ".join(cell.answers)
    if cell.is_chosen:
        return run(strong(answers))
    return run(emphasis(f"{cell.verdict}:"), f" {answers}") if cell.verdict else run(answers)
