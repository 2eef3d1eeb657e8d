"""In words, what would be found otherwise on a point, before and after."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.flags import Flag
from app.domain.what_if import PointChange, VersionFate, WitnessChange
from app.domain.witnesses import Witnesses
from app.services.what_if import Outcome
from app.ui.labels import FLAG_KINDS, POINT_STATUSES, counted
from app.ui.theme import verdict_mark
from app.ui.widgets.passage import Segment

_NOTHING = "nothing would be found otherwise"


def status_in_words(change: PointChange) -> str:
    """Return ``✕ contradicted → = clear``; one status where it stays the same."""
    before, after = change.status_before, change.status_after
    if before is after:
        return f"{verdict_mark(before)} {POINT_STATUSES[before]}"
    return (
        f"{verdict_mark(before)} {POINT_STATUSES[before]} → "
        f"{verdict_mark(after)} {POINT_STATUSES[after]}"
    )


def balance_in_words(gone: int, new: int) -> str:
    """Return ``2 gone, 1 new``, or nothing."""
    parts = (f"{gone} gone" if gone else "", f"{new} new" if new else "")
    return ", ".join(filter(None, parts))


def witnesses_in_words(witnesses: Witnesses) -> str:
    """Return ``2`` or ``1–2``."""
    low, high = witnesses.low, witnesses.high
    return str(low) if low == high else f"{low}–{high}"


def weaker_in_words(change: PointChange) -> str:
    """Return the one version that has other witnesses (``2 → 1``), or how many do."""
    if len(change.witnesses) == 1:
        only = change.witnesses[0]
        if witnesses_in_words(only.before) == witnesses_in_words(only.after):
            return f"of {counted(only.sources_before, 'source')} → {only.sources_after}"
        return f"{witnesses_in_words(only.before)} → {witnesses_in_words(only.after)}"
    return counted(len(change.witnesses), "version") if change.witnesses else ""


def change_in_words(change: PointChange) -> str:
    """Return what would differ on a point in one line."""
    parts = (
        status_in_words(change) if change.status_before is not change.status_after else "",
        _named("version", len(change.versions_gone), len(change.versions_joined)),
        f"other witnesses for {counted(len(change.witnesses), 'version')}"
        if change.witnesses
        else "",
        _named("flag", len(change.flags_gone), len(change.flags_new)),
    )
    return "; ".join(filter(None, parts)) or _NOTHING


def _named(noun: str, gone: int, new: int) -> str:
    parts = (
        f"{counted(gone, noun)} gone" if gone else "",
        f"{counted(new, f'new {noun}')}" if new else "",
    )
    return ", ".join(filter(None, parts))


def outcome_in_words(outcome: Outcome | None) -> str:
    """Return how many statuses, versions and flags would differ in the whole dossier."""
    changes = outcome.changes if outcome else ()
    statuses = sum(change.status_before is not change.status_after for change in changes)
    parts = (
        f"another status on {counted(statuses, 'point')}" if statuses else "",
        _named(
            "version",
            sum(len(change.versions_gone) for change in changes),
            sum(len(change.versions_joined) for change in changes),
        ),
        _named(
            "flag",
            len({flag.identity for change in changes for flag in change.flags_gone}),
            len({flag.identity for change in changes for flag in change.flags_new}),
        ),
    )
    return "; ".join(filter(None, parts)) or _NOTHING


def fate_in_words(fate: VersionFate) -> str:
    """Return ``− gone``, ``+ new``, ``≠ was 2–3 witnesses``; nothing where it stays as it is."""
    before, after = fate.before, fate.after
    if after is None:
        return "− now part of another" if fate.is_absorbed else "− gone"
    if before is None:
        return "+ new"
    was = []
    if witnesses_in_words(before.witnesses) != witnesses_in_words(after.witnesses):
        was.append(counted_range(before.witnesses))
    if before.sources != after.sources:
        was.append(counted(before.sources, "source"))
    if not was and len(before.claim_ids) != len(after.claim_ids):
        was.append(counted(len(before.claim_ids), "claim"))
    if before.answer != after.answer:
        was.append(f"“{before.answer}”")
    return f"≠ was {', '.join(was)}" if was else ""


def counted_range(witnesses: Witnesses) -> str:
    """Return ``2–3 witnesses`` or ``1 witness``."""
    words = witnesses_in_words(witnesses)
    return f"{words} {'witness' if words == '1' else 'witnesses'}"


def supposed_status_in_words(change: PointChange) -> str:
    """Return ``clear, was ✕ contradicted``; one status where it stays the same."""
    before, after = change.status_before, change.status_after
    if before is after:
        return POINT_STATUSES[after]
    return f"{POINT_STATUSES[after]}, was {verdict_mark(before)} {POINT_STATUSES[before]}"


def change_segments(change: PointChange) -> Iterator[Segment]:
    """Yield the whole of what would differ on a point, a line for each finding."""
    yield Segment(f"{change.title}\n", bold=True)
    yield Segment(status_in_words(change), verdict=str(change.status_after))
    for version in change.versions_gone:
        yield Segment("\n− version gone  ", verdict="contradicts")
        yield Segment(f"“{version.answer}”")
        yield Segment(f"  {', '.join(version.sigla)}", muted=True)
    for version in change.versions_joined:
        yield Segment("\n+ version found now  ", verdict="in tension")
        yield Segment(f"“{version.answer}”")
        yield Segment(f"  {', '.join(version.sigla)}", muted=True)
    for weaker in change.witnesses:
        yield from _weaker(weaker)
    for flag in change.flags_gone:
        yield from _flag("− flag gone", "silent", flag)
    for flag in change.flags_new:
        yield from _flag("+ new flag", "in tension", flag)


def _weaker(weaker: WitnessChange) -> Iterator[Segment]:
    yield Segment("\n≠ other witnesses  ", verdict="in tension")
    yield Segment(f"“{weaker.answer}”")
    yield Segment(
        f"  {counted(weaker.sources_before, 'source')} → {weaker.sources_after}, witnesses "
        f"{witnesses_in_words(weaker.before)} → {witnesses_in_words(weaker.after)}",
        muted=True,
    )


def _flag(words: str, verdict: str, flag: Flag) -> Iterator[Segment]:
    yield Segment(f"\n{words}  ", verdict=verdict)
    yield Segment(f"{FLAG_KINDS[flag.kind]}: {flag.why}")
