"""Row 3: recording a claim, against the bare insert of its row and a commit, same pragmas.

Two more are taken in the same turns, to say what safety costs: the same bare insert with FULL
syncing instead of EXTRA, and the bare insert with its locator and the rows of the log.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from app.domain.records import Claim
from app.services.claims import ClaimDraft, add_claim
from app.services.workspace import Workspace
from app.store.commands.rows import row_of
from app.store.engine import connect_file
from app.store.ids import new_id
from benchmarks.dossiers import Made, copy_of
from benchmarks.measuring import Row, Work, in_turn, median_ms, p99_ms

Rows = list[tuple[str, dict[str, Any]]]
FRAME_MS = 1000 / 60


def record(made: Made, times: int = 200) -> list[Row]:
    """Measure recording on copies of a dossier; the points and answers are those it has."""
    drafts = _drafts(made.path)
    rounds = times + 5
    with ExitStack() as stack:
        workspace = stack.enter_context(Workspace.open(_copy(made, "ours", stack)))
        bare, full, logged = (
            stack.enter_context(_connected(_copy(made, name, stack)))
            for name in ("bare", "full", "logged")
        )
        full.execute("PRAGMA synchronous=FULL")
        ours = iter(drafts)
        taken = in_turn(
            {
                "bare": _written(bare, [_claim(bare, draft) for draft in drafts[:rounds]]),
                "ours": lambda: add_claim(workspace, next(ours)),
                "full": _written(full, [_claim(full, draft) for draft in drafts[:rounds]]),
                "logged": _written(logged, [_logged(logged, draft) for draft in drafts[:rounds]]),
            },
            times,
            warm=5,
        )
    limit = median_ms(taken["bare"])
    beyond = p99_ms(taken["ours"]) - p99_ms(taken["bare"])
    sizes = _sizes(made.path, drafts[5:rounds])
    return [
        Row("3", "record a claim, median", made.claims, median_ms(taken["ours"]), limit, "≤ 1.3",
            f"points have {sizes[len(sizes) // 2]} claims in the median, {sizes[-1]} at most; "
            f"bare with log rows {median_ms(taken['logged']) / limit:.2f} ×, "
            f"bare with synchronous=FULL {median_ms(taken['full']) / limit:.2f} ×"),
        Row("3", "record a claim, p99", made.claims, p99_ms(taken["ours"]), p99_ms(taken["bare"]),
            "≤ a frame more", f"{beyond:+.1f} ms, a frame is {FRAME_MS:.1f} ms"),
    ]  # fmt: skip


def _copy(made: Made, name: str, stack: ExitStack) -> Path:
    path = copy_of(made.path, f"copy-{made.claims}-{name}")
    stack.callback(path.unlink)
    return path


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    connection = connect_file(path, "rw")
    yield connection
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


def _drafts(path: Path) -> list[ClaimDraft]:
    """Return claims to record: told again, by accounts and on points that are there."""
    with _connected_to_read(path) as connection:
        found = connection.execute(
            "SELECT claim.point_id, claim.answer, account.siglum FROM claim "
            "JOIN account ON account.id = claim.account_id "
            "WHERE stance = 'affirms' ORDER BY claim.id * 7919 % 999983 LIMIT 1000"
        ).fetchall()
    return [
        ClaimDraft(answer=answer, point_id=point, siglum=siglum, locator="p. 7")
        for point, answer, siglum in found
    ]


def _sizes(path: Path, drafts: list[ClaimDraft]) -> list[int]:
    """Return how many claims the points have that are recorded on, in order."""
    count = "SELECT count(*) FROM claim WHERE point_id = ?"
    with _connected_to_read(path) as connection:
        return sorted(connection.execute(count, (d.point_id,)).fetchone()[0] for d in drafts)


@contextmanager
def _connected_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    connection = connect_file(path, "ro")
    yield connection
    connection.close()


def _claim(connection: sqlite3.Connection, draft: ClaimDraft) -> Rows:
    account = connection.execute(
        "SELECT id FROM account WHERE siglum = ?", (draft.siglum,)
    ).fetchone()[0]
    return [("claim", row_of(Claim(new_id(), draft.point_id or 0, account, answer=draft.answer)))]


def _logged(connection: sqlite3.Connection, draft: ClaimDraft) -> Rows:
    """Return the claim with its locator, and the rows by which the log keeps the two."""
    rows = _claim(connection, draft)
    locator = {"id": new_id(), "claim_id": rows[0][1]["id"], "kind": "page", "value": "7"}
    rows.append(("locator", locator))
    kept = {"id": new_id(), "action": "add claim", "made_at": "2026-01-01T00:00:00+00:00",
            "device": "reading-room", "user_name": "historian", "hash": "0" * 64}  # fmt: skip
    changes: Rows = [
        ("change", {"id": new_id(), "change_set_id": kept["id"], "table_name": table,
                    "row_id": row["id"], "after": json.dumps(row, ensure_ascii=False)})
        for table, row in rows
    ]  # fmt: skip
    return [*rows, ("change_set", kept), *changes]


def _written(connection: sqlite3.Connection, prepared: list[Rows]) -> Work:
    """Return the insert and commit of the next rows, all SQL and values made beforehand."""
    statements = iter([[_insert(table, row) for table, row in rows] for rows in prepared])

    def work() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for statement, values in next(statements):
            connection.execute(statement, values)
        connection.execute("COMMIT")

    return work


def _insert(table: str, row: dict[str, Any]) -> tuple[str, tuple[Any, ...]]:
    columns = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("?" * len(row))
    return f'INSERT INTO "{table}" ({columns}) VALUES ({places})', tuple(row.values())
