"""The search box: points, claims, sources, accounts and subjects by words and their beginnings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from app.domain.names import fold_name
from app.domain.records import Account, Claim, Point, Source, Subject
from app.services.workspace import Workspace
from app.store.queries.nouns import list_records
from app.store.queries.uses import find_account_id, find_source_id, find_subject_id
from app.store.search import find_hits


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: what it is, its id, a title and a line that tells it apart."""

    kind: str
    id: int
    title: str
    detail: str
    point_id: int = 0
    """Where a claim is found: the point that it answers."""
    is_exact: bool = False
    """Whether its whole key, siglum or name was typed."""


def search(workspace: Workspace, words: str, *, most: int = 20) -> list[Found]:
    """Return what holds all the words, points first, then claims, sources, accounts, subjects.

    What is called just so comes among the others of its kind, and is marked.
    """
    with workspace.reading() as connection:
        exact = _called(connection, words)
        ids = {kind: [found] for kind, found in exact.items()}
        for hit in find_hits(connection, words, most=most):
            if exact.get(hit.kind) != hit.id:
                ids.setdefault(hit.kind, []).append(hit.id)
        subjects = {s.id: s.name for s in list_records(connection, Subject, ids.get("subject", []))}
        points = list_records(connection, Point, ids.get("point", []))
        about = list_records(connection, Subject, {p.subject_id for p in points})
        names = {s.id: s.name for s in about}
        claims = list_records(connection, Claim, ids.get("claim", []))
        tellers = list_records(connection, Account, {c.account_id for c in claims})
        asked = list_records(connection, Point, {c.point_id for c in claims})
        sigla = {a.id: a.siglum for a in tellers}
        questions = {p.id: p.question for p in asked}
        found = [
            *(Found("point", p.id, p.question, names[p.subject_id], p.id) for p in points),
            *(
                Found(
                    "claim", c.id, f"{sigla[c.account_id]}: {c.answer or c.stance}",
                    questions[c.point_id], c.point_id,
                )
                for c in claims
            ),
            *(
                Found("source", s.id, f"{s.key}  {s.title}".strip(), s.author)
                for s in list_records(connection, Source, ids.get("source", []))
            ),
            *(
                Found("account", a.id, f"{a.siglum}  {a.speaker}".strip(), a.occasion or a.date)
                for a in list_records(connection, Account, ids.get("account", []))
            ),
            *(Found("subject", key, name, "") for key, name in subjects.items()),
        ]  # fmt: skip
        return [replace(f, is_exact=True) if exact.get(f.kind) == f.id else f for f in found]


def _called(connection: Any, words: str) -> dict[str, int]:
    """Return the source, account and subject whose whole key, siglum or name the words are."""
    found = {
        "source": find_source_id(connection, words.strip()),
        "account": find_account_id(connection, words.strip()),
        "subject": find_subject_id(connection, fold_name(words)),
    }
    return {kind: known for kind, known in found.items() if known is not None}
