"""The Extended Date/Time Format, levels 0 to 2 (Library of Congress, 4 February 2019).

On a point at issue an interval or a set means *some time within*. An open end (``..``) and an
unknown end (nothing) both reach without end: no length is invented for them.
"""

from __future__ import annotations

import re

from app.domain.dates.edtf_dates import read_edtf_date
from app.domain.dates.refusals import Refusal
from app.domain.dates.stretches import Dating
from app.domain.sets import FIRST, LAST, Allowed

_SHAPE = re.compile(r"[0-9XYESTZxyestz?~%./,\[\]{}:+ -]+")
_TIGHT = re.compile(r"\s*([/,\[\]{}])\s*")
_DAY_AND_TIME = re.compile(r"(?<=\d-\d\d) (?=\d\d:)")
_DATE_AND_TIME = re.compile(
    r"(-?\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}(?::\d{2})?)?"
)


def read_edtf(text: str) -> Dating | None:
    """Read an EDTF string, or return None when ``text`` is not one; raise ``Refusal`` if wrong."""
    if not _SHAPE.fullmatch(text):
        return None
    text = text.upper()
    if " " in text:
        text = _DAY_AND_TIME.sub("T", _TIGHT.sub(r"\1", text))
    if text[0] + text[-1] in ("[]", "{}"):
        return _read_set(text)
    if "/" in text:
        return _read_interval(text)
    if "T" in text:
        return _read_time(text)
    return read_edtf_date(text)


def _read_interval(text: str) -> Dating | None:
    start, finish, *more = text.split("/")
    if more:
        return None
    if start in ("", "..") and finish in ("", ".."):
        raise Refusal("it names no date")
    opening = _open(FIRST) if start in ("", "..") else read_edtf_date(start)
    closing = _open(LAST) if finish in ("", "..") else read_edtf_date(finish)
    if opening is None or closing is None:
        return None
    unknown = ("The unknown end is left without bound.",) if "" in (start, finish) else ()
    spanned = _through(opening, closing)
    return Dating(spanned.strict, spanned.widened, text, spanned.remarks + unknown)


def _open(day: int) -> Dating:
    nowhere = Allowed(((day, day),))
    return Dating(nowhere, nowhere)


def _through(opening: Dating, closing: Dating) -> Dating:
    """Return the time from one date to another, both taken in."""
    if opening.strict.first > closing.strict.last:
        raise Refusal("it ends before it begins")
    return Dating(
        Allowed(((opening.strict.first, closing.strict.last),)),
        Allowed(((opening.widened.first, closing.widened.last),)),
        remarks=tuple(dict.fromkeys(opening.remarks + closing.remarks)),
    )


def _read_set(text: str) -> Dating | None:
    parts = text[1:-1].split(",")
    members: list[Dating] = []
    for index, part in enumerate(parts):
        member = _read_member(part, index == 0, index == len(parts) - 1)
        if member is None:
            return None
        members.append(member)
    remarks = [remark for member in members for remark in member.remarks]
    if text[0] == "{":
        remarks.append("The dates of the set are taken together: some time within one of them.")
    return Dating(
        Allowed.of(*(span for member in members for span in member.strict.spans)),
        Allowed.of(*(span for member in members for span in member.widened.spans)),
        text,
        tuple(dict.fromkeys(remarks)),
    )


def _read_member(part: str, is_first: bool, is_last: bool) -> Dating | None:
    """Read one member of a set; only the first and the last may be open."""
    start, dots, finish = part.partition("..")
    if not dots:
        return read_edtf_date(part)
    if not (start or is_first) or not (finish or is_last) or not (start or finish):
        return None
    opening = read_edtf_date(start) if start else _open(FIRST)
    closing = read_edtf_date(finish) if finish else _open(LAST)
    return None if opening is None or closing is None else _through(opening, closing)


def _read_time(text: str) -> Dating | None:
    match = _DATE_AND_TIME.fullmatch(text)
    if match is None:
        return None
    date, hour, minute, second, zone = match.groups(default="")
    remarks = ["The time of day is not compared."]
    if int(hour) > 23 or int(minute) > 59:
        raise Refusal(f"there is no time {hour}:{minute}")
    if zone and zone != "Z" and (int(zone[1:3]) > 14 or int(zone[4:] or 0) > 59):
        raise Refusal(f"there is no time zone {zone}")
    if second and int(second) > 59:
        if second != "60" or _utc_minute(hour, minute, zone) != 23 * 60 + 59:
            raise Refusal(f"second {second} is no time; a leap second is 23:59:60 UTC")
        remarks.append("23:59:60 UTC is a leap second.")
    dating = read_edtf_date(date)
    if dating is None:
        return None
    return Dating(dating.strict, dating.widened, text, (*dating.remarks, *remarks))


def _utc_minute(hour: str, minute: str, zone: str) -> int:
    offset = 0 if zone in ("", "Z") else int(zone[1:3]) * 60 + int(zone[4:] or 0)
    return (int(hour) * 60 + int(minute) + (offset if zone[:1] == "-" else -offset)) % 1440
