"""Drift: how one speaker's story changed from telling to telling, point by point.

Core and periphery are kept apart, for dates and numbers shift in honest memory while the gist
stays (Bartlett, Remembering, 1932; Vansina, Oral Tradition as History, 1985).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.magnitudes import Magnitude, magnitude_of
from app.domain.names import fold
from app.domain.records import Stance
from app.domain.sets import LAST, Allowed


class Change(enum.StrEnum):
    """What became of an answer since the speaker's last telling that gave one."""

    TOLD = "told"
    """The first time that it is recorded."""
    SAME = "same"
    ADDED = "added"
    """Told now, though an earlier telling was silent on it and none before had it."""
    DROPPED = "dropped"
    SILENT = "silent"
    CHANGED = "changed"
    MORE_PRECISE = "more precise"
    LESS_PRECISE = "less precise"
    GROWN = "grown"
    SHRUNK = "shrunk"
    REWORDED = "reworded"
    """Free text in other words: not compared."""


MOVED = frozenset(Change) - {Change.TOLD, Change.SAME, Change.SILENT, Change.REWORDED}
"""The changes that a reader is told of."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One telling: an account with its date and circumstances."""

    account_id: int
    siglum: str
    date: str = ""
    day: int | None = None
    addressee: str = ""
    occasion: str = ""
    years: tuple[int, int] | None = None
    """Whole years since the event, least and most; ``None`` where either date is unknown."""
    days: tuple[int, int] | None = None
    """Days since the event, least and most; known whenever the years are."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one telling says on a point, and how that stands to the telling before it."""

    account_id: int
    siglum: str
    change: Change
    answers: tuple[str, ...] = ()
    claim_ids: tuple[int, ...] = ()
    against: str = ""
    """Siglum of the telling it is compared with."""
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """One point through all tellings; ``None`` where nothing is recorded: that is unknown."""

    point_id: int
    subject: str
    heading: str
    is_core: bool
    turns: tuple[Turn | None, ...]

    @property
    def has_moved(self) -> bool:
        """Tell whether anything changed between two tellings."""
        return any(turn is not None and turn.change in MOVED for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Drift:
    """All that one speaker told, by points and in order of telling."""

    speaker: str
    occasions: tuple[Occasion, ...]
    threads: tuple[Thread, ...]
    """Those of the core before those of the periphery, otherwise as given."""


def find_drift(
    speaker: str,
    occasions: Iterable[Occasion],
    cases: Iterable[Case],
    searched: frozenset[tuple[int, int]] = frozenset(),
) -> Drift:
    """Return how a speaker's tellings stand to one another on the given points.

    ``searched`` holds ``(account, point)`` of accounts read through for an answer in vain: they
    count as silent. Where nothing is recorded nothing is concluded.
    """
    ordered = tuple(sorted(occasions, key=lambda o: (o.day is None, o.day or 0, o.siglum)))
    threads = [_thread(case, ordered, searched) for case in cases]
    told = [thread for thread in threads if any(turn and turn.answers for turn in thread.turns)]
    return Drift(speaker, ordered, tuple(sorted(told, key=lambda thread: not thread.is_core)))


def _thread(
    case: Case, occasions: Sequence[Occasion], searched: frozenset[tuple[int, int]]
) -> Thread:
    turns: list[Turn | None] = []
    last: list[Weighed] = []
    hushed = dropped = False
    for occasion in occasions:
        of_account = [c for c in case.claims if c.account_id == occasion.account_id]
        told = [c for c in of_account if not c.reported and not c.is_silent]
        is_silent = (occasion.account_id, case.point_id) in searched or any(
            claim.is_silent for claim in of_account
        )
        if told:
            turns.append(_told(case, occasion, last, told, after_silence=hushed))
            last, dropped = told, False
        elif is_silent:
            change = Change.DROPPED if last and not dropped else Change.SILENT
            against = last[0].siglum if change is Change.DROPPED else ""
            turns.append(Turn(occasion.account_id, occasion.siglum, change, against=against))
            hushed = dropped = True
        else:
            turns.append(None)
    return Thread(case.point_id, case.subject, case.heading, case.is_core, tuple(turns))


def _told(
    case: Case,
    occasion: Occasion,
    before: list[Weighed],
    now: list[Weighed],
    *,
    after_silence: bool,
) -> Turn:
    then_words, words = _words(before), _words(now)
    change = Change.ADDED if after_silence else Change.TOLD
    if before:
        change = _several(before, now) if case.several else _change(case, before, now)
    is_listed = bool(before) and case.several
    return Turn(
        account_id=occasion.account_id,
        siglum=occasion.siglum,
        change=change,
        answers=words,
        claim_ids=tuple(claim.claim_id for claim in now),
        against=before[0].siglum if before else "",
        gained=tuple(word for word in words if word not in then_words) if is_listed else (),
        lost=tuple(word for word in then_words if word not in words) if is_listed else (),
    )


def _words(claims: Iterable[Weighed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_worded(claim) for claim in claims))


def _worded(claim: Weighed) -> str:
    prefix = "not " if claim.stance is Stance.DENIES else ""
    suffix = " (doubted)" if claim.stance is Stance.DOUBTS else ""
    return f"{prefix}{claim.text}{suffix}"


def _several(before: Iterable[Weighed], now: Iterable[Weighed]) -> Change:
    """Compare lists of answers, for a point that takes several."""
    then, today = ({_answer(claim) for claim in claims} for claims in (before, now))
    if then == today:
        return Change.SAME
    if then < today:
        return Change.ADDED
    return Change.DROPPED if today < then else Change.CHANGED


def _answer(claim: Weighed) -> object:
    if claim.answer is None or not claim.weighs:
        return claim.stance, fold(claim.text)
    return claim.stance, claim.group, claim.strict, claim.widened


def _change(case: Case, before: Sequence[Weighed], now: Sequence[Weighed]) -> Change:
    """Compare what two tellings say of one scope; the first scope that moved decides."""
    found = [
        _change_of(
            case, [c for c in before if c.group == group], [c for c in now if c.group == group]
        )
        for group in dict.fromkeys(claim.group for claim in now)
        if any(claim.group == group for claim in before)
    ]
    moved = [change for change in found if change is not Change.SAME]
    return moved[0] if moved else (found[0] if found else Change.REWORDED)


def _change_of(case: Case, before: Sequence[Weighed], now: Sequence[Weighed]) -> Change:
    if not all(claim.weighs for claim in (*before, *now)):
        if _words_alike(before, now):
            return Change.SAME
        doubted = any(claim.stance is Stance.DOUBTS for claim in (*before, *now))
        return Change.CHANGED if doubted else Change.REWORDED
    then, today = _joint(before), _joint(now)
    if then == today:
        return Change.SAME
    size = _by_size(magnitude_of(case, before), magnitude_of(case, now))
    if size is not None and (not _nested(then, today) or _is_open(then[0], today[0])):
        return size
    return _by_precision(then, today)


def _words_alike(before: Sequence[Weighed], now: Sequence[Weighed]) -> bool:
    return {fold(word) for word in _words(before)} == {fold(word) for word in _words(now)}


Sets = tuple[Allowed, Allowed]


def _joint(claims: Sequence[Weighed]) -> Sets:
    """Return what several claims of one telling allow together; all of it where they clash."""
    strict, widened = claims[0].strict, claims[0].widened
    for claim in claims[1:]:
        both = strict.intersection(claim.strict)
        strict = strict.union(claim.strict) if both.is_empty else both
        wide = widened.intersection(claim.widened)
        widened = widened.union(claim.widened) if wide.is_empty else wide
    return strict, widened


def _nested(a: Sets, b: Sets) -> bool:
    return a[0].covers(b[0]) or b[0].covers(a[0])


def _by_precision(then: Sets, today: Sets) -> Change:
    place = 1 if then[0] == today[0] else 0
    if then[place].covers(today[place]):
        return Change.MORE_PRECISE
    return Change.LESS_PRECISE if today[place].covers(then[place]) else Change.CHANGED


def _by_size(then: Magnitude | None, today: Magnitude | None) -> Change | None:
    """Return whether a figure or a rank grew: no end of it fell, and one rose."""
    if then is None or today is None or then == today:
        return None
    if today.least >= then.least and today.most >= then.most:
        return Change.GROWN
    return Change.SHRUNK if today.least <= then.least and today.most <= then.most else None


def _is_open(then: Allowed, today: Allowed) -> bool:
    """Tell whether both leave the same end open (*at least 3*, *at least 5*): size says more."""
    if then.is_empty or today.is_empty:
        return False
    upward = then.last >= LAST - 1 and today.last >= LAST - 1
    return upward or (then.first <= 0 and today.first <= 0 and then.size > 1 and today.size > 1)
