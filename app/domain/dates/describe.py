"""Say in words which days a set allows, for sentences and for the reading shown back."""

from __future__ import annotations

from app.domain.dates.calendar import MONTHS, civil, year_name
from app.domain.sets import FIRST, LAST, Allowed

_MOST_SPANS = 6


def describe_days(allowed: Allowed, *, by_day: bool = False) -> str:
    """Describe a set of day numbers: ``22 Aug 1941``, ``1916 or 1918``, ``before 1 Aug 1914``.

    Whole months and years are named as such (``Aug 1941``, ``1914–1918``) unless ``by_day`` is
    true, which spells out both ends (``1 Jan–31 Dec 1918``). Of many spans only some are named.
    """
    spans = allowed.spans
    if not spans:
        return "no day"
    if len(spans) <= _MOST_SPANS:
        texts = [_span(*span, by_day) for span in spans]
        return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " or " + texts[-1]
    texts = [_span(*span, by_day) for span in (*spans[:3], spans[-1])]
    return f"{', '.join(texts[:3])} … {texts[3]} ({len(spans):,} separate spans)"


def describe_day(day: int) -> str:
    """Name a single day: ``22 Aug 1941``, ``15 Mar 44 BC``."""
    return describe_civil(*civil(day))


def describe_civil(year: int, month: int, day: int) -> str:
    """Name a date of any calendar by its astronomical year, month and day."""
    return f"{day} {MONTHS[month - 1]} {year_name(year)}"


def _span(first: int, last: int, by_day: bool) -> str:
    if first <= FIRST and last >= LAST:
        return "any day"
    if first <= FIRST:
        return f"before {describe_day(last + 1)}"
    if last >= LAST:
        return f"from {describe_day(first)} on"
    if first == last:
        return describe_day(first)
    if not by_day:
        units = _whole_units(first, last)
        if units:
            return units
    return _ends(first, last)


def _whole_units(first: int, last: int) -> str:
    """Name whole years or whole months, or return ''."""
    year, month, dom = civil(first)
    next_year, next_month, next_dom = civil(last + 1)
    if dom != 1 or next_dom != 1:
        return ""
    if month == next_month == 1:
        return _joined("", year, "", next_year - 1)
    last_year, last_month, _ = civil(last)
    return _joined(MONTHS[month - 1], year, MONTHS[last_month - 1], last_year)


def _ends(first: int, last: int) -> str:
    year, month, dom = civil(first)
    last_year, last_month, last_dom = civil(last)
    if (year, month) == (last_year, last_month):
        return f"{dom}–{last_dom} {MONTHS[month - 1]} {year_name(year)}"
    return _joined(
        f"{dom} {MONTHS[month - 1]}", year, f"{last_dom} {MONTHS[last_month - 1]}", last_year
    )


def _joined(start: str, year: int, finish: str, last_year: int) -> str:
    closing = f"{finish} {year_name(last_year)}".lstrip()
    if year == last_year:
        return closing if start == finish else f"{start}–{closing}"
    return f"{start} {year_name(year)}".lstrip() + "–" + closing
