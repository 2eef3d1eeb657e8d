"""Flags: what cannot stand together on one point, each said in one sentence.

A flag never changes a record. Its identity depends on the point, the kind and who is concerned,
never on the order or number of claims, so that a dismissal stays with it. Pairs of claims are
not listed: claims that allow the same are one class, and classes are compared.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from app.domain.claims import Weighed
from app.domain.comparison import CLASHES, Verdict, find_verdict
from app.domain.fingerprints import fingerprint
from app.domain.records import Stance
from app.domain.versions import hold_together


class FlagKind(enum.StrEnum):
    """What sort of conflict was found."""

    DISAGREEMENT = "disagreement"
    CHANGE_OF_STORY = "change of story"
    INNER_CONTRADICTION = "inner contradiction"
    SILENCE = "silence"
    CHRONOLOGY = "chronology"
    ARITHMETIC = "arithmetic"
    ANACHRONISM = "anachronism"
    HOLLOW_AGREEMENT = "hollow agreement"


class FlagLevel(enum.StrEnum):
    """How hard the conflict is."""

    CONTRADICTS = "contradicts"
    TENSION = "tension"


@dataclass(frozen=True, slots=True)
class Flag:
    """One finding: its sentence, its claims, and an identity that survives edits elsewhere."""

    identity: str
    kind: FlagKind
    level: FlagLevel
    claim_ids: tuple[int, ...]
    sigla: tuple[str, ...]
    why: str
    fingerprint: str = ""
    """Of the claims named: when it differs from a dismissal's, the flag comes back."""
    point_ids: tuple[int, ...] = ()
    """The points concerned, where a rule reaches over several; else only its own."""
    rule_ids: tuple[int, ...] = ()


@dataclass(slots=True)
class _Clashing:
    """The claims that clash, gathered by who is concerned."""

    by_level: dict[FlagLevel, dict[int, Weighed]] = field(default_factory=dict)

    def add(self, level: FlagLevel, claims: Iterable[Weighed]) -> None:
        found = self.by_level.setdefault(level, {})
        found.update((claim.claim_id, claim) for claim in claims)


Concern = tuple[FlagKind, str]


def flags_of_group(
    claims: Sequence[Weighed], *, point_id: int, several: bool = False
) -> Iterator[Flag]:
    """Yield disagreement, change of story and inner contradiction among comparable claims.

    ``claims`` share scope and unit and may include doubts, but no silences.
    """
    found: dict[Concern, _Clashing] = {}
    for level, ours, theirs in _clashing_classes(claims, several=several):
        for concern, concerned in _by_concern(ours, theirs):
            found.setdefault(concern, _Clashing()).add(level, concerned)
    _add_joint(claims, found, several=several)
    for (kind, who), clashing in found.items():
        yield from _flags(kind, who, clashing, point_id)


def _clashing_classes(
    claims: Sequence[Weighed], *, several: bool
) -> Iterator[tuple[FlagLevel, list[Weighed], list[Weighed]]]:
    classes: dict[object, list[Weighed]] = {}
    for claim in claims:
        answer = claim.answer
        if answer is not None:
            classes.setdefault((claim.stance, answer.strict, answer.widened), []).append(claim)
    for ours, theirs in combinations(classes.values(), 2):
        verdict = find_verdict(ours[0], theirs[0], several=several)
        if verdict in CLASHES:
            level = FlagLevel.CONTRADICTS
            if verdict is Verdict.IN_TENSION:
                level = FlagLevel.TENSION
            yield level, ours, theirs


def _teller(claim: Weighed) -> str:
    return claim.speaker or f"account {claim.account_id}"


def _by_concern(
    ours: list[Weighed], theirs: list[Weighed]
) -> Iterator[tuple[Concern, list[Weighed]]]:
    """Sort two clashing classes into who clashes with whom: others, oneself, one account."""
    tellers_a, tellers_b = {_teller(c) for c in ours}, {_teller(c) for c in theirs}
    if len(tellers_a | tellers_b) > 1:
        differing = [c for c in ours if tellers_b != {_teller(c)}]
        differing += [c for c in theirs if tellers_a != {_teller(c)}]
        yield (FlagKind.DISAGREEMENT, ""), differing
    for teller in sorted(tellers_a & tellers_b):
        mine = [c for c in ours if _teller(c) == teller]
        later = [c for c in theirs if _teller(c) == teller]
        yield from _by_account(teller, mine, later)


def _by_account(
    teller: str, mine: list[Weighed], later: list[Weighed]
) -> Iterator[tuple[Concern, list[Weighed]]]:
    accounts_a, accounts_b = {c.account_id for c in mine}, {c.account_id for c in later}
    if len(accounts_a | accounts_b) > 1:
        moved = [c for c in mine if accounts_b != {c.account_id}]
        moved += [c for c in later if accounts_a != {c.account_id}]
        yield (FlagKind.CHANGE_OF_STORY, teller), moved
    for account in sorted(accounts_a & accounts_b):
        within = [c for c in (*mine, *later) if c.account_id == account]
        yield (FlagKind.INNER_CONTRADICTION, f"{account} {teller}"), within


def _add_joint(
    claims: Sequence[Weighed], found: dict[Concern, _Clashing], *, several: bool
) -> None:
    """Find claims that cannot all hold though no two of them clash (sets with gaps)."""
    weighing = [claim for claim in claims if claim.weighs]
    for level in FlagLevel:
        strict = level is FlagLevel.TENSION
        if _is_explained(level, found) or hold_together(weighing, several=several, strict=strict):
            continue
        core = smallest_conflict(weighing, several=several, strict=strict)
        found.setdefault(_concern(core), _Clashing()).add(level, core)


def _is_explained(level: FlagLevel, found: Mapping[Concern, _Clashing]) -> bool:
    """Tell whether clashes of this level, or harder ones, have been found."""
    harder = (FlagLevel.CONTRADICTS, level)
    return any(known in clashing.by_level for known in harder for clashing in found.values())


def _concern(core: Sequence[Weighed]) -> Concern:
    tellers, accounts = {_teller(c) for c in core}, {c.account_id for c in core}
    if len(tellers) > 1:
        return FlagKind.DISAGREEMENT, ""
    if len(accounts) > 1:
        return FlagKind.CHANGE_OF_STORY, tellers.pop()
    return FlagKind.INNER_CONTRADICTION, f"{accounts.pop()} {tellers.pop()}"


def smallest_conflict(
    claims: Sequence[Weighed], *, several: bool = False, strict: bool = False
) -> list[Weighed]:
    """Return claims that cannot all hold, of which dropping any one leaves the rest consistent."""
    core = list(claims)
    for claim in claims:
        rest = [other for other in core if other is not claim]
        if not hold_together(rest, several=several, strict=strict):
            core = rest
    return core


def _flags(kind: FlagKind, who: str, clashing: _Clashing, point_id: int) -> Iterator[Flag]:
    hard = clashing.by_level.get(FlagLevel.CONTRADICTS, {})
    for level in FlagLevel:
        named = clashing.by_level.get(level, {})
        if not named or (level is FlagLevel.TENSION and named.keys() <= hard.keys()):
            continue
        claims = sorted(named.values(), key=told_order)
        scope = claims[0].group
        identity = "|".join((kind, str(point_id), *scope, who, level))
        yield _flag(identity, kind, level, claims, _sentence(kind, level, claims))


def told_order(claim: Weighed) -> tuple[bool, int, str, int]:
    """Sort key: by day of telling, the undated last, then by siglum."""
    return claim.told_day is None, claim.told_day or 0, claim.siglum, claim.claim_id


def _flag(
    identity: str, kind: FlagKind, level: FlagLevel, claims: Sequence[Weighed], why: str
) -> Flag:
    sigla = tuple(dict.fromkeys(claim.siglum for claim in claims))
    ids = tuple(claim.claim_id for claim in claims)
    return Flag(identity, kind, level, ids, sigla, why, fingerprint(claims))


def silences(claims: Sequence[Weighed], *, point_id: int) -> Iterator[Flag]:
    """Yield one flag for each account that is silent where others affirm an answer."""
    affirming = sorted(
        (c for c in claims if c.stance is Stance.AFFIRMS and c.answer), key=told_order
    )
    if not affirming:
        return
    speaking = {claim.account_id for claim in affirming}
    listed = _listed(affirming)
    for quiet in claims:
        if not quiet.is_silent:
            continue
        others, said = affirming, listed
        if quiet.account_id in speaking:
            others = [claim for claim in affirming if claim.account_id != quiet.account_id]
            said = _listed(others) if others else ""
        if others:
            why = f"{quiet.siglum} is silent where others speak: {said}."
            identity = f"{FlagKind.SILENCE}|{point_id}|{quiet.account_id}"
            yield _flag(identity, FlagKind.SILENCE, FlagLevel.TENSION, [quiet, *others], why)


def _listed(claims: Sequence[Weighed]) -> str:
    return _enumerated([f"{phrase} ({sigla})" for phrase, sigla in _phrases(claims)])


def _phrases(claims: Sequence[Weighed]) -> list[tuple[str, str]]:
    """Return each distinct answer with the sigla that give it, in order of telling.

    Answers that allow the same are one, in the words of the first that gave it.
    """
    worded: dict[object, str] = {}
    grouped: dict[str, dict[str, None]] = {}
    for claim in claims:
        sets = (claim.stance, claim.strict, claim.widened)
        phrase = worded.setdefault(sets, claim.phrase)
        teller = (
            f"{claim.siglum} reporting {claim.speaker_name}" if claim.reported else claim.siglum
        )
        grouped.setdefault(phrase, {})[teller] = None
    return [(phrase, ", ".join(sigla)) for phrase, sigla in grouped.items()]


def _enumerated(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _sentence(kind: FlagKind, level: FlagLevel, claims: Sequence[Weighed]) -> str:
    listed = _listed(claims)
    outcome = "no answer satisfies them all"
    if level is FlagLevel.TENSION:
        doubted = any(claim.stance is Stance.DOUBTS for claim in claims)
        who = "one account doubts what another affirms"
        if kind is not FlagKind.DISAGREEMENT:
            who = "what is affirmed is also doubted"
        outcome = who if doubted else "not all fit unless an uncertain figure or date is stretched"
    if kind is FlagKind.DISAGREEMENT:
        return f"The accounts disagree: {listed}; {outcome}."
    name = claims[0].speaker_name or claims[0].siglum
    if kind is FlagKind.CHANGE_OF_STORY:
        return f"{name} told it differently: {_tellings(claims)}; {outcome}."
    return f"{claims[0].siglum} is at odds with itself: {_places(claims)}; {outcome}."


def _tellings(claims: Sequence[Weighed]) -> str:
    """Return each answer with the tellings that give it, ``“1” (D41, 1941; K44, 1944)``."""
    grouped: dict[str, dict[str, None]] = {}
    for claim in claims:
        telling = f"{claim.siglum}, {claim.told}" if claim.told else claim.siglum
        grouped.setdefault(claim.phrase, {})[telling] = None
    return _enumerated([f"{phrase} ({'; '.join(told)})" for phrase, told in grouped.items()])


def _places(claims: Sequence[Weighed]) -> str:
    told = [f"{c.phrase}{f' ({c.place})' if c.place else ''}" for c in claims]
    return _enumerated(list(dict.fromkeys(told)))
