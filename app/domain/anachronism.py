"""Anachronism: an account that tells what was still to come, or that a dead speaker gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.dates import describe_days
from app.domain.fingerprints import fingerprint
from app.domain.flags import Flag, FlagKind, FlagLevel
from app.domain.names import fold
from app.domain.records import Stance
from app.domain.sets import FIRST, LAST, Allowed

_FORETOLD = re.compile(
    r"\b(?:will|shall|to be|due|planned|scheduled|expected|intend(?:ed)?|proposed?|foretold"
    r"|prophesied|deadline|expires?|valid until|soll|sollte|wird|geplant|vorgesehen|befristet"
    r"|будет|должен|должна|должно|намечен|намечена|намечено|запланирован|запланирована)\b"
    r"|\bdo(?:es)? .*\bend\b"
)


def told_too_early(
    claims: Iterable[Weighed], *, point_id: int, question: str = ""
) -> Iterator[Flag]:
    """Yield a flag for each date claim whose event lies wholly after the day of its telling.

    A question for what is planned or foretold is answered beforehand: none is raised there.
    """
    for claim in claims:
        telling = claim.telling
        if not claim.weighs or claim.stance is not Stance.AFFIRMS or telling is None:
            continue
        level = _later(claim.strict, claim.widened, *telling)
        if level is not None and not _FORETOLD.search(fold(question)):
            why = (
                f"{claim.siglum} is dated {claim.told}, before the event it tells: {claim.phrase}."
            )
            yield _flag(claim, level, point_id, why)


@dataclass(frozen=True, slots=True)
class DatedAccount:
    """An account with the days on which it may have been given, for its speaker's death."""

    siglum: str
    account_id: int
    date: str
    telling: tuple[Allowed, Allowed]
    """Strict and widened days of the telling."""


def told_after_death(death: Case, accounts: Iterable[DatedAccount]) -> Iterator[Flag]:
    """Yield a flag for each account given after every day that is claimed for its speaker's death.

    ``accounts`` are those of the person whose death the point is about.
    """
    claims = [c for c in death.claims if c.weighs and c.stance is Stance.AFFIRMS]
    if not claims:
        return
    strict, widened = claims[0].strict, claims[0].widened
    for claim in claims[1:]:
        strict, widened = strict.union(claim.strict), widened.union(claim.widened)
    for account in accounts:
        level = _later(*account.telling, strict, widened)
        if level is None:
            continue
        yield Flag(
            identity=f"{FlagKind.ANACHRONISM}|{death.point_id}|{account.account_id}",
            kind=FlagKind.ANACHRONISM,
            level=level,
            claim_ids=tuple(claim.claim_id for claim in claims),
            sigla=(account.siglum, *dict.fromkeys(claim.siglum for claim in claims)),
            why=f"{account.siglum} is dated {account.date}, after the death of its speaker "
            f"{death.subject} ({describe_days(strict)}).",
            fingerprint=fingerprint(claims),
            point_ids=(death.point_id,),
        )


def _later(
    strict: Allowed, widened: Allowed, before_strict: Allowed, before_widened: Allowed
) -> FlagLevel | None:
    """Return how surely the first set lies after the second; ``None`` when it need not."""
    if strict.is_empty or before_strict.is_empty or strict.first <= FIRST:
        return None
    if before_strict.last >= LAST or strict.first <= before_strict.last:
        return None
    if before_widened.last < LAST and widened.first > before_widened.last:
        return FlagLevel.CONTRADICTS
    return FlagLevel.TENSION


def _flag(claim: Weighed, level: FlagLevel, point_id: int, why: str) -> Flag:
    identity = f"{FlagKind.ANACHRONISM}|{point_id}|{claim.account_id}|{claim.text}"
    return Flag(
        identity, FlagKind.ANACHRONISM, level, (claim.claim_id,), (claim.siglum,), why,
        fingerprint([claim]),
    )  # fmt: skip
