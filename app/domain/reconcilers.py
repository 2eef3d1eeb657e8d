"""What would make two clashing dates agree: another calendar, day and month or digits exchanged.

These are the slips that editors look for first (Old Style unmarked, a numeric date read the other
way round, a transposed digit). They only propose: accepting one sets the flag aside with its
reason and leaves both answers as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.domain.answers import Kind
from app.domain.claims import Weighed
from app.domain.dates import civil, day_number, describe_days, read_date
from app.domain.errors import UnreadableAnswerError
from app.domain.records import Reason, Stance
from app.domain.sets import Allowed


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """One way in which two claims would agree, in a sentence, with the reason it would give."""

    reason: Reason
    sentence: str


def reconcile(claims: Sequence[Weighed]) -> list[Reconciliation]:
    """Return what would make clashing date claims agree, pair by pair, without repetition."""
    dates = [
        claim for claim in claims
        if claim.kind is Kind.DATE and claim.weighs and claim.stance is Stance.AFFIRMS
    ]  # fmt: skip
    found: dict[str, Reconciliation] = {}
    for a, b in combinations(dates, 2):
        if not a.widened.meets(b.widened):
            for way in (*_ways(a, b), *_ways(b, a)):
                found.setdefault(way.sentence, way)
    return list(found.values())


def _ways(a: Weighed, b: Weighed) -> Iterator[Reconciliation]:
    old_style = _as_old_style(a)
    if old_style is not None and old_style.meets(b.strict):
        yield Reconciliation(
            Reason.CALENDAR,
            f"{a.siglum} and {b.siglum} would agree if “{a.text}” ({a.siglum}) is Old Style, "
            f"that is {describe_days(old_style)} in the Gregorian calendar.",
        )
    for words, variant in _misread(a.strict):
        if variant.meets(b.strict) and variant.size <= b.strict.size:
            yield Reconciliation(
                Reason.SLIP,
                f"{a.siglum} and {b.siglum} would agree if {words} of “{a.text}” ({a.siglum}) "
                f"are exchanged: {describe_days(variant)}.",
            )


def _as_old_style(claim: Weighed) -> Allowed | None:
    """Return the days of a claim read as Julian; ``None`` when it says its calendar itself."""
    try:
        other = read_date(claim.text, calendar="julian")
    except UnreadableAnswerError:
        return None
    return None if other.strict == claim.strict or other.strict.size > 1 else other.strict


def _misread(days: Allowed) -> Iterator[tuple[str, Allowed]]:
    """Yield the readings of a single day, or of a whole year, with two parts exchanged."""
    if days.is_empty or len(days.spans) > 1:
        return
    year, month, day = civil(days.first)
    if days.size == 1:
        if day <= 12 and day != month:
            yield "day and month", _one_day(year, day, month)
        for swapped in _transposed(day):
            if 1 <= swapped <= 28:
                yield "the digits of the day", _one_day(year, month, swapped)
        for swapped in _transposed(year):
            if not (month == 2 and day == 29):
                yield "two digits of the year", _one_day(swapped, month, day)
    elif days.first == day_number(year, 1, 1) and days.last == day_number(year, 12, 31):
        for swapped in _transposed(year):
            yield (
                "two digits of the year",
                Allowed.of((day_number(swapped, 1, 1), day_number(swapped, 12, 31))),
            )


def _one_day(year: int, month: int, day: int) -> Allowed:
    number = day_number(year, month, day)
    return Allowed.of((number, number))


def _transposed(number: int) -> Iterator[int]:
    """Yield the numbers of as many digits with two neighbouring digits exchanged."""
    if number <= 0:
        return
    digits = str(number)
    for place in range(len(digits) - 1):
        left, right = digits[place], digits[place + 1]
        swapped = digits[:place] + right + left + digits[place + 2 :]
        if left != right and swapped[0] != "0":
            yield int(swapped)
