"""Marks of doubt round a label: ``shot?``, *probably shot*, *vermutlich*, *вероятно*."""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = re.compile(
    r"(?:probably|perhaps|possibly|maybe|presumably|apparently|likely|vermutlich|wahrscheinlich|"
    r"vielleicht|wohl|möglicherweise|вероятно|возможно|наверное|может быть|видимо|предположительно)"
    r",?\s+(?P<rest>\S.*)|[?~]\s*(?P<signed>\S.*)",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"(?P<rest>.*\S)\s*(?:[?~]|\(\?\)|\[\?\]|[(,]\s*(?:probably|perhaps|possibly|maybe|presumably|"
    r"vermutlich|wahrscheinlich|vielleicht|вероятно|возможно|предположительно)\s*\)?)",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"(?:about|around|roughly|approximately|some|circa|ca\.?|c\.|etwa|ungefähr|rund|около|примерно|"
    r"nearly|almost|fast|beinahe|почти)\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)


def without_doubt(text: str) -> str | None:
    """Return the text without one mark of doubt; ``None`` where there is none."""
    match = _BEFORE.fullmatch(text) or _AFTER.fullmatch(text)
    if match is None:
        return None
    rest = match["rest"] or match.groupdict().get("signed") or ""
    return rest if any(map(str.isalnum, rest)) else None


def without_about(text: str) -> str | None:
    """Return the text without *about* before it, which widens labels on a scale only."""
    match = _ABOUT.fullmatch(text)
    return match["rest"] if match else None
