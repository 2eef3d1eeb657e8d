"""The synopsis of a dossier: its heads at once, its cells in windows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.records import Standing
from app.domain.silences import Strength
from app.domain.synopsis import (
    UNKNOWN,
    Cell,
    CellState,
    ColumnHead,
    Frame,
    Row,
    RowHead,
    Yardstick,
    make_row,
)
from app.services.searches import STATES
from app.services.silences import read_strengths
from app.services.weighing import load_cases, telling_day
from app.services.workspace import Workspace
from app.store.queries import synopsis as queries
from app.store.queries.judgements import list_judgements
from app.store.queries.remarks import list_search_notes


@dataclass(frozen=True, slots=True)
class Selection:
    """Which points and accounts are laid side by side; as given, all of them."""

    subject_ids: tuple[int, ...] | None = None
    is_core: bool | None = None
    """Only the core, only the periphery, or both."""
    contested: bool = False
    """Only points with a flag."""
    contradicted: bool = False
    """Only points at which something is contradicted outright."""
    account_ids: frozenset[int] | None = None


def get_frame(workspace: Workspace, selection: Selection | None = None) -> Frame:
    """Return the heads of the grid: points by subject, accounts in order of telling."""
    chosen = selection or Selection()
    with workspace.reading() as connection:
        heads = queries.list_point_heads(connection, chosen.subject_ids, contested=chosen.contested)
        rows = [_row_head(head) for head in heads]
        rows = [row for row in rows if _is_among(row, chosen)]
        accounts = queries.list_account_heads(connection, [row.point_id for row in rows])
    columns = [
        _column_head(head)
        for head in accounts
        if chosen.account_ids is None or head["id"] in chosen.account_ids
    ]
    return Frame(tuple(rows), tuple(sorted(columns, key=_by_telling)))


def _is_among(row: RowHead, chosen: Selection) -> bool:
    if chosen.contradicted and row.status != "contradicted":
        return False
    return chosen.is_core in (None, row.is_core)


def _row_head(head: Any) -> RowHead:
    case = Case(head["id"], head["question"], Kind(head["kind"]), (), lemma=head["lemma"],
                centrality=head["centrality"])  # fmt: skip
    return RowHead(
        point_id=head["id"], subject_id=head["subject_id"], subject=head["subject"],
        heading=case.heading, question=head["question"], status=head["status"],
        is_core=case.is_core,
    )  # fmt: skip


def _column_head(head: Any) -> ColumnHead:
    return ColumnHead(head["id"], head["siglum"], head["date"], head["speaker"], head["source"])


def _by_telling(column: ColumnHead) -> tuple[bool, int, str, int]:
    day = telling_day(column.date)
    return day is None, day or 0, column.siglum.casefold(), column.account_id


def list_column_heads(workspace: Workspace) -> list[ColumnHead]:
    """Return every account in order of telling, also those that speak to no point."""
    with workspace.reading() as connection:
        heads = map(_column_head, queries.list_every_account_head(connection))
        return sorted(heads, key=_by_telling)


def count_answers(workspace: Workspace, point_ids: Iterable[int]) -> dict[int, int]:
    """Return on how many of the points each account gives an answer; the others are left out."""
    with workspace.reading() as connection:
        return queries.count_answers(connection, point_ids)


def get_rows(
    workspace: Workspace, point_ids: Iterable[int], yardstick: Yardstick | None = None
) -> Mapping[int, Row]:
    """Return the cells of the given points by point and account; ask for what is on the screen."""
    with workspace.reading() as connection:
        return read_rows(connection, list(point_ids), yardstick or Yardstick())


def read_rows(connection: Any, point_ids: list[int], yardstick: Yardstick) -> Mapping[int, Row]:
    """Return the cells of the given points through a connection, for works of several steps."""
    noted: dict[int, dict[int, Any]] = {}
    for note in list_search_notes(connection, point_ids):
        noted.setdefault(note.point_id, {})[note.account_id] = STATES[note.state]
    rows = {
        case.point_id: make_row(case, yardstick, noted.get(case.point_id))
        for case in load_cases(connection, point_ids)
    }
    for point, strengths in read_strengths(connection, point_ids).items():
        _weigh(rows.get(point, {}), strengths)
    return rows


def _weigh(row: dict[int, Cell], strengths: Mapping[int, Strength]) -> None:
    """Say in the cells without an answer what their silence was found to be worth."""
    for account, strength in strengths.items():
        cell = row.get(account, UNKNOWN)
        if cell.state is not CellState.ANSWERED:
            row[account] = replace(cell, silence=strength.value)


def judged_yardstick(workspace: Workspace, point_ids: Iterable[int]) -> Yardstick:
    """Return what the historian holds: the claims of versions judged accepted or preferred."""
    held = (Standing.ACCEPTED, Standing.PREFERRED)
    with workspace.reading() as connection:
        newest = [list_judgements(connection, point)[:1] for point in point_ids]
    return Yardstick(
        claim_ids=frozenset(
            claim
            for judgements in newest
            for judgement in judgements
            for version in judgement.versions
            if version.standing in held
            for claim in version.claim_ids
        )
    )
