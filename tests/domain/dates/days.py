"""Day numbers for tests, counted by the standard library and not by the code under test."""

from __future__ import annotations

import datetime
import re

from app.domain.sets import FIRST, LAST, Allowed

_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097


def day(text: str) -> int:
    """Return the day number of ``[-]YYYY-MM-DD``, or FIRST or LAST for ``<`` and ``>``."""
    if text in ("<", ">"):
        return FIRST if text == "<" else LAST
    year, month, dom = (int(n) for n in re.fullmatch(r"(-?\d+)-(\d\d)-(\d\d)", text).groups())
    cycles = (year - 1) // _CYCLE_YEARS
    inside = datetime.date(year - cycles * _CYCLE_YEARS, month, dom)
    return inside.toordinal() + cycles * _CYCLE_DAYS


def days(*spans: str) -> Allowed:
    """Return the set of spans, each written ``1941-08-22..1941-09-03`` or as one day."""
    found = []
    for span in spans:
        first, _, last = span.partition("..")
        found.append((day(first), day(last or first)))
    return Allowed.of(*found)
