"""Which points a change of dependence concerns: those that a borrower, or his borrowers, tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.store.change_log import Change, ChangeSet
from app.store.queries.dependence import (
    list_accounts_of_speakers,
    list_derivations,
    list_points_told,
    list_voices,
)

_WEIGHED = ("speaker_id", "source_id", "is_own", "siglum")


def points_of_dependence(tx: Any, kept: ChangeSet) -> set[int]:
    """Return the points whose witnesses a change of derivations or of accounts may alter."""
    accounts = {account for change in kept.changes for account in _accounts(tx, change)}
    return list_points_told(tx, _with_borrowers(tx, accounts)) if accounts else set()


def _accounts(tx: Any, change: Change) -> Iterable[int]:
    images = [image for image in (change.before, change.after) if image]
    if change.table == "derivation":
        return [image["borrower_id"] for image in images]
    if change.table == "derivation_point":
        limited = {image["derivation_id"] for image in images}
        return [d.borrower_id for d in list_derivations(tx) if d.id in limited]
    if change.table == "account" and len(images) == 2:
        differs = any(images[0][name] != images[1][name] for name in _WEIGHED)
        return [change.row_id] if differs else []
    if change.table == "subject" and len(images) == 2:
        return _accounts_of_speaker(tx, change)
    return []


def _accounts_of_speaker(tx: Any, change: Change) -> list[int]:
    before, after = change.before or {}, change.after or {}
    if (before["same_as_id"], before["name"]) == (after["same_as_id"], after["name"]):
        return []
    persons = {change.row_id, before["same_as_id"], after["same_as_id"]}
    return list_accounts_of_speakers(tx, [person for person in persons if person is not None])


def _with_borrowers(tx: Any, accounts: set[int]) -> set[int]:
    """Return the accounts with all that draw on them, over any number of others.

    A link of a source's own voice holds for every account in that source.
    """
    voices = _voices(tx)
    borrowers = _borrowers(tx, voices)
    found: set[int] = set()
    waiting = [voice for account in accounts for voice in voices.get(account, [account])]
    while waiting:
        account = waiting.pop()
        if account not in found:
            found.add(account)
            waiting += borrowers.get(account, ())
    return found


def _voices(tx: Any) -> dict[int, list[int]]:
    """Return for each source's own voice all accounts in that source."""
    by_source: dict[int, list[int]] = {}
    own: dict[int, int] = {}
    for account, source, is_own in list_voices(tx):
        by_source.setdefault(source, []).append(account)
        if is_own:
            own[account] = source
    return {account: by_source[source] for account, source in own.items()}


def _borrowers(tx: Any, voices: Mapping[int, list[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for link in list_derivations(tx):
        for lender in voices.get(link.lender_id, [link.lender_id]):
            found.setdefault(lender, []).extend(voices.get(link.borrower_id, [link.borrower_id]))
    return found
