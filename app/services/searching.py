"""The search box: points, claims, sources, accounts and subjects by words and their beginnings."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.records import Account, Claim, Point, Source, Subject
from app.services.workspace import Workspace
from app.store.queries.nouns import list_records
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


def search(workspace: Workspace, words: str, *, most: int = 20) -> list[Found]:
    """Return what holds all the words, points first, then claims, sources, accounts, subjects."""
    with workspace.reading() as connection:
        ids: dict[str, list[int]] = {}
        for hit in find_hits(connection, words, most=most):
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
        return [
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
