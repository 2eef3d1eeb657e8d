"""Rival datings, and the careers of versions, as rows of a line of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.domain.careers import Lane, Station
from app.domain.dates import describe_days
from app.domain.records import Stance
from app.domain.sets import Allowed
from app.domain.timeline import Bar, Track
from app.ui.labels import counted
from app.ui.models.time_rows import TimeBar, TimeRow

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_WORDS = 48
"""Letters of an answer beside its bar; the rest is said where the bar is chosen."""
_STANCES = {Stance.DENIES: "not ", Stance.DOUBTS: "doubts "}


def dating_rows(tracks: Iterable[Track], *, with_subject: bool) -> tuple[TimeRow, ...]:
    """Return a row for each date point, with every dating; rival versions carry letters."""
    return tuple(
        TimeRow(track.point_id, _dated(track, with_subject), tuple(_datings(track)))
        for track in tracks
    )


def lane_rows(
    point_id: int, lanes: Sequence[Lane], track: Track | None = None
) -> tuple[TimeRow, ...]:
    """Return a row for each version with its tellings by date, under the time of the event."""
    event = (
        () if track is None else (TimeRow(point_id, "The event, as it is dated", _event(track)),)
    )
    return event + tuple(
        TimeRow(point_id, _career(lane), tuple(_tellings(point_id, lane))) for lane in lanes
    )


def _dated(track: Track, with_subject: bool) -> str:
    name = f"{track.subject}: {track.heading}" if with_subject else track.heading
    return name if track.versions < 2 else f"{name}  –  {track.versions} versions"


def _datings(track: Track) -> Iterator[TimeBar]:
    for bar in track.bars:
        letter = f"{_letter(bar.version)}  " if track.versions > 1 else ""
        yield TimeBar(
            track.point_id, (), Allowed(bar.strict), Allowed(bar.widened),
            name=f"{letter}{_STANCES.get(bar.stance, '')}{bar.siglum}  {_cut(bar.text)}",
            said=_said(bar),
            is_muted=bar.stance is not Stance.AFFIRMS,
        )  # fmt: skip


def _letter(version: int | None) -> str:
    """Return what a version is called; a dash where a dating belongs to none or several."""
    return _LETTERS[version] if version is not None and version < len(_LETTERS) else "–"


def _said(bar: Bar) -> str:
    told = f", told {bar.told}" if bar.told else ""
    scope = f" [{bar.scope}]" if bar.scope else ""
    lines = [f"{bar.siglum}{told}: {_STANCES.get(bar.stance, '')}“{bar.text}”{scope}"]
    lines.append(describe_days(Allowed(bar.strict)))
    if bar.is_qualified:
        lines.append(f"stretched, {describe_days(Allowed(bar.widened))}")
    return "\n".join(lines)


def _event(track: Track) -> tuple[TimeBar, ...]:
    """Return one bar for all who give the same days, at their word."""
    grouped: dict[tuple[Allowed, Allowed], list[Bar]] = {}
    for bar in track.bars:
        if bar.stance is Stance.AFFIRMS:
            grouped.setdefault((Allowed(bar.strict), Allowed(bar.widened)), []).append(bar)
    return tuple(
        TimeBar(
            track.point_id, (), strict, widened,
            name=_cut(bars[0].text), said="\n".join(map(_said, bars)), is_muted=True,
        )
        for (strict, widened), bars in grouped.items()
    )  # fmt: skip


def _career(lane: Lane) -> str:
    scope = f" [{lane.scope}]" if lane.scope else ""
    low, high = lane.low, lane.high
    held = counted(low, "witness", "witnesses") if low == high else f"{low}–{high} witnesses"
    parts = [f"{_cut(lane.answer)}{scope}", held]
    if lane.first is not None:
        parts.append(f"first told by {lane.first.siglum}, {lane.first.told}")
        if lane.years:
            parts.append(f"still {counted(lane.years, 'year')} later")
    if lane.undated:
        sigla = ", ".join(dict.fromkeys(station.siglum for station in lane.undated))
        parts.append(f"undated: {sigla}")
    return "  –  ".join(parts[:2]) + "".join(f";  {part}" for part in parts[2:])


def _tellings(point_id: int, lane: Lane) -> Iterator[TimeBar]:
    grouped: dict[tuple[int, int], list[Station]] = {}
    for station in lane.stations:
        if station.day is not None:
            days = (station.day, station.day if station.last_day is None else station.last_day)
            grouped.setdefault(days, []).append(station)
    for days, stations in grouped.items():
        allowed = Allowed.of(days)
        yield TimeBar(
            point_id, (), allowed, allowed,
            name=_cut(", ".join(dict.fromkeys(station.siglum for station in stations))),
            said="\n".join(dict.fromkeys(map(_told, stations))),
        )  # fmt: skip


def _told(station: Station) -> str:
    speaker = f" ({station.speaker})" if station.speaker else ""
    return f"{station.siglum}{speaker}, told {station.told}: “{station.text}”"


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1].rstrip()}…"
