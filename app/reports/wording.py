"""Small things that the report puts in words: dates, numbers, lists, language tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}\S*)?)?")
_YEARS = re.compile(r"(\d{4})\s*(?:/|-(?!0|1[0-2]$))\s*(\d{4}|\d{2})")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LANGUAGES = {
    "english": "en", "german": "de", "russian": "ru", "french": "fr", "polish": "pl",
    "ukrainian": "uk", "italian": "it", "spanish": "es", "latin": "la", "czech": "cs",
    "hungarian": "hu", "dutch": "nl", "greek": "el", "hebrew": "he", "yiddish": "yi",
    "deutsch": "de", "русский": "ru", "українська": "uk", "français": "fr", "polski": "pl",
    "ger": "de", "deu": "de", "rus": "ru", "eng": "en", "fre": "fr", "fra": "fr", "ukr": "uk",
}  # fmt: skip
_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def date_in_words(text: str) -> str:
    """Return an ISO date as ``23 August 1941`` or ``August 1941``, with *ca.* for a ``~``.

    Spans get their dash (``May 1942–August 1942``, ``1963–1965``); other dates stay as they are.
    """
    text = text.strip()
    ends = text.split("/")
    if len(ends) == 2 and all(_ISO.fullmatch(end.rstrip("?~")) for end in ends):
        return "–".join(map(_day_or_month, ends))
    return _YEARS.sub(r"\1–\2", text) if _YEARS.fullmatch(text) else _day_or_month(text)


def _day_or_month(text: str) -> str:
    bare = text.rstrip("?~")
    match = _ISO.fullmatch(bare)
    if match is None or not 1 <= int(match[2]) <= 12:
        return text
    words = f"{_MONTHS[int(match[2]) - 1]} {int(match[1])}"
    if match[3]:
        words = f"{int(match[3])} {words}"
    marks = text[len(bare) :]
    return f"{'ca. ' if '~' in marks else ''}{words}{'?' if '?' in marks else ''}"


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return ``one source``, ``13 sources``: in words to twelve."""
    word = _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"
    return f"{word} {singular if number == 1 else plural or singular + 's'}"


def witness_range(witnesses: tuple[int, int]) -> str:
    """Return ``2`` or ``2–3``."""
    low, high = witnesses
    return str(low) if low == high else f"{low}–{high}"


def listed(words: Sequence[str]) -> str:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def sentence(text: str) -> str:
    """Return ``text`` with a full stop, unless it ends with a mark of its own."""
    text = text.strip()
    if not text or text[-1] in ".?!…" or text[-2:] in {".”", "?”", "!”", ".’"}:
        return text
    return f"{text}."


def language_tag(text: str) -> str:
    """Return the BCP 47 tag of a language as entered (``ru``, ``German``), or nothing."""
    text = text.strip()
    known = _LANGUAGES.get(text.casefold())
    if known:
        return known
    return text if _TAG.fullmatch(text) else ""


def natural_key(text: str) -> tuple[tuple[int, int | str], ...]:
    """Return a sort key under which ``K9`` comes before ``K10``."""
    parts = re.split(r"(\d+)", text.casefold())
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts if part)
