"""Dates: read what historians write as sets of days, count days, and say days in words.

``read_date`` reads a text, ``describe_days`` words a set; ``day_number``, ``civil`` and
``julian_civil`` turn dates into the proleptic Gregorian day numbers of the sets and back.
"""

from app.domain.dates.calendar import civil, day_number, julian_civil
from app.domain.dates.describe import describe_days
from app.domain.dates.reader import read_date

__all__ = ["civil", "day_number", "describe_days", "julian_civil", "read_date"]
