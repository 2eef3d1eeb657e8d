"""In which layer of the stemma an account stands: by the date of its telling, older ones higher.

Accounts told at one time stand in one band; within it a borrower stands below its lender. How
long a time a band covers follows from the tellings: a day, a month, a year, ten years or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.dates.calendar import civil, year_name
from app.domain.stemma import Stemma, StemmaAccount, StemmaLink

_MOST_BANDS = 40
_FEW = 3
"""With fewer years (months) than this, months (days) are told apart."""
_SPANS = (1, 10, 25, 100, 1000, 10_000)
"""Years that a band may cover."""
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Ranks:
    """Band and depth of every account."""

    bands: Mapping[int, int]
    """Number of the band by account, 0 for the oldest."""
    depths: Mapping[int, int]
    """Place within the band by account, 0 for the highest."""
    labels: tuple[str, ...]
    """The time of each band in words."""


def rank(stemma: Stemma) -> Ranks:
    """Rank the accounts of a stemma; the same stemma always gives the same ranks.

    An undated account stands with the last account it draws on, else with the first that draws
    on it. Where dates are vague, a borrower is put as late as its lenders, if it may be.
    """
    order = _lenders_first(stemma)
    days = _days(stemma, order)
    told = [_time(day) for day in days.values() if day is not None]
    key = _band_key(told)
    keys = sorted({key(time) for time in told})
    number = {band: place for place, band in enumerate(keys)}
    bands = {
        account: len(keys) if day is None else number[key(_time(day))]
        for account, day in days.items()
    }
    labels = [_label(band) for band in keys]
    if None in days.values():
        labels.append(UNDATED)
    return Ranks(bands, _depths(stemma.links, order, bands), tuple(labels))


_Time = tuple[int, int, int]


def _time(day: int) -> _Time:
    return civil(day)


class _BandKey:
    """Says in which band a time falls: the first ``parts`` of it, years taken ``span`` at once."""

    def __init__(self, span: int, parts: int) -> None:
        self._span, self._parts = span, parts

    def __call__(self, time: _Time) -> tuple[int, ...]:
        year = time[0] // self._span * self._span
        return (self._span, year, *time[1 : self._parts])


def _band_key(told: Sequence[_Time]) -> _BandKey:
    if len({time[0] for time in told}) < _FEW:
        parts = 2 if len({time[:2] for time in told}) >= _FEW else 3
        key = _BandKey(1, parts)
        if len({key(time) for time in told}) <= _MOST_BANDS:
            return key
    for span in _SPANS:
        key = _BandKey(span, 1)
        if len({key(time) for time in told}) <= _MOST_BANDS:
            return key
    return _BandKey(_SPANS[-1], 1)


def _label(band: tuple[int, ...]) -> str:
    span, year = band[0], band[1]
    if span == 1:
        return year_name(year)
    if span == 10 and year > 0:
        return f"{year_name(year)}s"
    return f"{year_name(year)}–{year_name(year + span - 1)}"


def _lenders_first(stemma: Stemma) -> list[int]:
    """Return the accounts so that lenders come before borrowers, but where links run in a ring.

    Links that hold on different points may do so. Denied links come last: they bind least.
    """
    lenders: dict[int, list[int]] = {account.account_id: [] for account in stemma.accounts}
    for link in sorted(stemma.links, key=lambda link: not link.is_real):
        lenders[link.borrower_id].append(link.lender_id)
    order: list[int] = []
    begun: set[int] = set()
    for start in lenders:
        waiting = [(start, False)]
        while waiting:
            account, is_left = waiting.pop()
            if is_left:
                order.append(account)
            elif account not in begun:
                begun.add(account)
                waiting.append((account, True))
                waiting += ((lender, False) for lender in reversed(lenders[account]))
    return order


def _days(stemma: Stemma, order: Sequence[int]) -> dict[int, int | None]:
    """Return the day by which each account is placed; ``None`` where nothing says it."""
    accounts = {account.account_id: account for account in stemma.accounts}
    lenders: dict[int, list[int]] = {}
    borrowers: dict[int, list[int]] = {}
    for link in stemma.links:
        if link.is_real:
            lenders.setdefault(link.borrower_id, []).append(link.lender_id)
            borrowers.setdefault(link.lender_id, []).append(link.borrower_id)
    days: dict[int, int | None] = {}
    for account in order:
        days[account] = _day(accounts[account], _known(days, lenders.get(account, ())))
    for account in reversed(order):
        if days[account] is None:
            days[account] = min(_known(days, borrowers.get(account, ())), default=None)
    return {account: days[account] for account in accounts}


def _known(days: Mapping[int, int | None], accounts: Iterable[int]) -> list[int]:
    return [day for account in accounts if (day := days.get(account)) is not None]


def _day(account: StemmaAccount, lent: Sequence[int]) -> int | None:
    latest = max(lent, default=None)
    if account.first is None or latest is None:
        return latest if account.first is None else account.first
    day = max(account.first, latest)
    return day if account.last is None else min(day, max(account.first, account.last))


def _depths(
    links: Iterable[StemmaLink], order: Sequence[int], bands: Mapping[int, int]
) -> dict[int, int]:
    """Put the ends of every link within a band at different depths, the lender higher."""
    place = {account: at for at, account in enumerate(order)}
    above: dict[int, list[int]] = {}
    for link in links:
        ends = sorted((link.lender_id, link.borrower_id), key=place.__getitem__)
        if bands[ends[0]] == bands[ends[1]]:
            above.setdefault(ends[1], []).append(ends[0])
    depths: dict[int, int] = {}
    for account in order:
        depths[account] = max((depths[other] + 1 for other in above.get(account, ())), default=0)
    return depths
