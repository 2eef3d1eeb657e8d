"""The text of a quantity in plain signs and lower case, before it is cut into words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_VULGAR: Final = {letter: unicodedata.normalize("NFKC", letter) for letter in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−⁃"), "-")
_QUOTES: Final = dict.fromkeys(map(ord, "’‘ʼ`´"), "'") | dict.fromkeys(map(ord, '“”„«»"'), " ")
_EXPONENT: Final = re.compile(r"\d[⁰¹²³⁴⁵⁶⁷⁸⁹]|\d\s*\^")
_OPENING: Final = "\"'“”„«‘’‚"
_FOOT, _INCH = "['′’]", "(?:[\"″”]|''|’’|′′)"
_MARKS: Final = (
    (re.compile(rf"([0-9])\s*{_FOOT}\s*([0-9][^'\"]*?)\s*{_INCH}$"), r"\1 ft \2 inch"),
    (re.compile(rf"([0-9½¼¾])\s*{_INCH}$"), r"\1 inch"),
    (re.compile(rf"([0-9½¼¾])\s*{_FOOT}$"), r"\1 ft"),
)
"""Marks of feet and inches, as in ``5'10"``; a text that opens with a quotation mark has none."""
_WITHHELD: Final = re.compile(
    r"\b(?P<first>[^\W\d_]+)- (?P<joint>bis(?: zu)?|oder|und) (?P<second>[^\W\d_]+?)"
    r"(?P<shared>hundert|tausend)\b"
)
"""What German says once for two numbers: *drei- bis vierhundert*."""
_HYPHENATED: Final = re.compile(r"\b(no|где)-(one|то)\b")
_WRAPPED: Final = re.compile(r"'([^']*)'")


def fold_quantity(text: str) -> str:
    """Return the text in lower case with plain signs: one kind of dash, space and apostrophe."""
    text = text.strip()
    if text[:1] not in _OPENING:
        for mark, plain in _MARKS:
            text = mark.sub(plain, text)
    for letter, plain in _VULGAR.items():
        text = text.replace(letter, f" {plain}")
    text = text.translate(_DASHES).translate(_QUOTES)
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFKC", text).replace("ё", "е").replace("⁄", "/")
    text = " ".join(text.split()).rstrip(". ")
    if wrapped := _WRAPPED.fullmatch(text):
        text = wrapped[1].strip()
    text = _HYPHENATED.sub(r"\1 \2", text)
    return _WITHHELD.sub(r"\g<first>\g<shared> \g<joint> \g<second>\g<shared>", text)


def has_exponent(text: str) -> bool:
    """Tell whether a raised figure (a power, a footnote mark) follows a number."""
    return _EXPONENT.search(text) is not None
