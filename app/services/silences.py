"""The worksheet of silences on a point: who might have spoken to it, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.errors import UserError
from app.domain.records import Stance
from app.domain.silences import QUESTIONS, Reply, Silence, Strength, Weighing, strength_of
from app.domain.synopsis import CellState
from app.services.actions import Action
from app.services.searches import STATES
from app.services.weighing import telling_day
from app.services.workspace import Workspace
from app.store.commands.remarks import put_silence_answer
from app.store.queries.remarks import list_search_notes
from app.store.queries.silences import list_replies, list_replies_on, list_speaking, list_stances


def list_silences(workspace: Workspace, point_id: int) -> list[Silence]:
    """Return the accounts that speak to neighbouring points and give no answer to this one.

    Those that speak to most neighbouring points come first. What is recorded of them is kept
    apart: silent, searched in vain, not yet read, or nothing at all.
    """
    with workspace.reading() as connection:
        stances = list_stances(connection, point_id)
        noted = {
            note.account_id: STATES[note.state]
            for note in list_search_notes(connection, [point_id])
        }
        replies = _replies(connection, point_id)
        speaking = list_speaking(connection, point_id)
    found = [
        Silence(
            point_id=point_id,
            account_id=row["id"],
            siglum=row["siglum"],
            speaker=row["speaker"],
            date=row["date"],
            state=_state(row["id"], stances, noted),
            neighbours=row["neighbours"],
            replies=replies.get(row["id"], {}),
        )
        for row in speaking
        if not stances.get(row["id"], set()) - {Stance.SILENT}
    ]
    return sorted(found, key=lambda s: (-s.neighbours, telling_day(s.date) or 0, s.siglum))


def _state(account: int, stances: dict[int, set[str]], noted: dict[int, CellState]) -> CellState:
    return CellState.SILENT if account in stances else noted.get(account, CellState.UNKNOWN)


def _replies(connection: Any, point_id: int) -> dict[int, dict[str, Weighing]]:
    found: dict[int, dict[str, Weighing]] = {}
    for row in list_replies(connection, point_id):
        weighing = Weighing(Reply(row["answer"]), row["note"])
        found.setdefault(row["account_id"], {})[row["question"]] = weighing
    return found


def read_strengths(connection: Any, point_ids: Iterable[int]) -> dict[int, dict[int, Strength]]:
    """Return what the silences weighed on the given points are worth, by point and account."""
    replies: dict[tuple[int, int], dict[str, Reply]] = {}
    for row in list_replies_on(connection, point_ids):
        on_cell = replies.setdefault((row["point_id"], row["account_id"]), {})
        on_cell[row["question"]] = Reply(row["answer"])
    found: dict[int, dict[int, Strength]] = {}
    for (point, account), given in replies.items():
        strength = strength_of(given)
        if strength is not Strength.UNWEIGHED:
            found.setdefault(point, {})[account] = strength
    return found


def answer_question(
    workspace: Workspace,
    account_id: int,
    point_id: int,
    question: str,
    reply: Reply,
    note: str = "",
) -> None:
    """Keep how one question on a silence is answered; an open reply without note takes it back."""
    answer_questions(workspace, account_id, point_id, {question: Weighing(reply, note)})


def answer_questions(
    workspace: Workspace, account_id: int, point_id: int, weighings: Mapping[str, Weighing]
) -> None:
    """Keep how several questions on one silence are answered, as one step to undo."""
    for question in weighings.keys() - {known.key for known in QUESTIONS}:
        raise UserError(f"“{question}” is none of the questions asked of a silence.")

    def change(tx: Any) -> None:
        for question, weighing in weighings.items():
            put_silence_answer(
                tx, account_id, point_id, question, weighing.reply.value, weighing.note.strip()
            )

    workspace.perform(Action.WEIGH_SILENCE, change)
