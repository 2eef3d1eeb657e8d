"""Drift of one speaker, gathered from a dossier; and the speakers for whom there is any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.drift import Drift, Occasion, find_drift
from app.domain.drift_wording import paragraph
from app.domain.records import Account, Stance
from app.domain.sets import FIRST, LAST, Allowed
from app.services.weighing import load_cases, telling_day, telling_days
from app.services.workspace import Workspace
from app.store.queries import tellings as queries
from app.store.queries.nouns import list_records
from app.store.queries.remarks import list_searched
from app.store.queries.tellings import SpeakerLine as SpeakerLine

_YEAR = 365.2425
_MOST_EVENTS = 400
"""Events looked at for the one that tellings are counted from at first."""


@dataclass(frozen=True, slots=True)
class EventPoint:
    """A date point that tellings may be counted from."""

    id: int
    title: str


def list_speakers(workspace: Workspace, *, at_least: int = 2) -> list[SpeakerLine]:
    """Return who gave at least so many accounts with claims, most accounts first."""
    with workspace.reading() as connection:
        return queries.list_speakers(connection, at_least=at_least)


def get_drift(workspace: Workspace, speaker_id: int, *, event_point_id: int | None = None) -> Drift:
    """Return the drift of a speaker; years are counted from a date point where one is given."""
    with workspace.reading() as connection:
        name = queries.get_speaker_name(connection, speaker_id)
        ids = queries.list_accounts_by(connection, speaker_id)
        accounts = list_records(connection, Account, ids)
        cases = load_cases(connection, queries.list_points_of_accounts(connection, ids))
        event = _event(connection, event_point_id)
        occasions = [_occasion(account, event) for account in accounts]
        return find_drift(name, occasions, cases, frozenset(list_searched(connection)))


def get_drift_paragraph(
    workspace: Workspace, speaker_id: int, *, event_point_id: int | None = None
) -> str:
    """Return the drift of a speaker as a paragraph for a footnote."""
    return paragraph(get_drift(workspace, speaker_id, event_point_id=event_point_id))


def list_event_points(workspace: Workspace, speaker_id: int) -> list[EventPoint]:
    """Return date points that a speaker's tellings may be counted from.

    Those about events come first, then those on which the speaker himself gives a date.
    """
    with workspace.reading() as connection:
        return [
            EventPoint(row["id"], f"{row['subject']}: {row['question']}")
            for row in queries.list_event_points(connection, speaker_id)
        ]


def find_event_told_of(workspace: Workspace, speaker_id: int) -> int | None:
    """Return the date point that a speaker's tellings are best counted from, if there is any.

    It is the one which most of his dated tellings follow, and of those the one that the first
    of them follows most closely; ``list_event_points`` decides between equals.
    """
    with workspace.reading() as connection:
        ids = [row["id"] for row in queries.list_event_points(connection, speaker_id)]
        accounts = list_records(
            connection, Account, queries.list_accounts_by(connection, speaker_id)
        )
        days = (telling_days(account.date) for account in accounts)
        told = sorted(found[0].first for found in days if found and _is_bounded(found[0]))
        cases = {case.point_id: case for case in load_cases(connection, ids[:_MOST_EVENTS])}
    found = [(_nearness(cases[point], told), point) for point in ids if point in cases]
    best = max(found, key=lambda one: one[0], default=None)
    return best[1] if best else None


def _nearness(case: Case, told: list[int]) -> tuple[int, float]:
    """Return how many tellings follow an event, and less the later the first of them is."""
    event = days_of_event(case) if case.kind is Kind.DATE else None
    after = [day - event.last for day in told if day >= event.first] if event is not None else []
    return len(after), -max(after[0], 0) if after else -LAST


def _event(connection: Any, point_id: int | None) -> Allowed | None:
    if point_id is None:
        return None
    cases = [case for case in load_cases(connection, [point_id]) if case.kind is Kind.DATE]
    return days_of_event(cases[0]) if cases else None


def days_of_event(case: Case) -> Allowed | None:
    """Return the days that the accounts give an event: those of all, else of any of them.

    ``None`` where none of them bounds it.
    """
    affirmed = [c.strict for c in case.claims if c.weighs and c.stance is Stance.AFFIRMS]
    common, either = Allowed.everything(), Allowed(())
    for days in affirmed:
        common = common.intersection(days)
        either = either.union(days) if _is_bounded(days) else either
    return common if _is_bounded(common) else (either if _is_bounded(either) else None)


def _is_bounded(days: Allowed) -> bool:
    return not days.is_empty and days.first > FIRST and days.last < LAST


def _occasion(account: Account, event: Allowed | None) -> Occasion:
    days = _days_since(event, account.date)
    return Occasion(
        account_id=account.id,
        siglum=account.siglum,
        date=account.date,
        day=telling_day(account.date),
        addressee=account.addressee,
        occasion=account.occasion,
        years=(int(days[0] // _YEAR), int(days[1] // _YEAR)) if days else None,
        days=days,
    )


def _days_since(event: Allowed | None, date: str) -> tuple[int, int] | None:
    told = telling_days(date)
    if event is None or told is None or not _is_bounded(told[0]):
        return None
    return told[0].first - event.last, told[0].last - event.first
