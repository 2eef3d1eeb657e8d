"""Citations under way: strings whose italics and quotation marks are noncharacters.

User text never holds noncharacters (``printable`` drops them), so a mark is always ours: quotes
that a title has of its own are told apart from the quotes that the citation style sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.reports.document import Emphasis, Inline, Inlines, Text

ITALIC = "\ufdd0"
ITALIC_END = "\ufdd1"
QUOTE = "\ufdd2"
QUOTE_END = "\ufdd3"

_CLOSED = re.compile(f"(.)([{ITALIC_END}{QUOTE_END}]+)([.,])")
_MARKS = re.compile(f"([{ITALIC}{ITALIC_END}{QUOTE}{QUOTE_END}])")
_INNER_QUOTES = str.maketrans("“”„", "‘’‚")
_ENDS = ".?!…"


def italic(text: str) -> str:
    """Mark ``text`` as italic; nothing for empty text."""
    return f"{ITALIC}{text}{ITALIC_END}" if text else ""


def quoted(text: str) -> str:
    """Mark ``text`` as set between quotation marks; nothing for empty text."""
    return f"{QUOTE}{text}{QUOTE_END}" if text else ""


def joined(parts: Iterable[str], delimiter: str = ", ") -> str:
    """Join the parts that are not empty."""
    return delimiter.join(part for part in parts if part)


def stopped(marked: str) -> str:
    """End the text with a full stop unless it ends with a mark of its own."""
    bare = _MARKS.sub("", marked).rstrip()
    return marked if not bare or bare[-1] in _ENDS else f"{marked}."


def inlines_of(marked: str) -> Inlines:
    """Return finished inlines: comma and full stop inside the quotes, inner quotes single.

    Chicago Manual of Style, 17th edition, 6.9 and 13.30.
    """
    stack: list[list[Inline]] = [[]]
    depth = 0
    for piece in _MARKS.split(_CLOSED.sub(_seam, marked)):
        if piece == QUOTE:
            _add(stack[-1], "‘" if depth else "“")
            depth += 1
        elif piece == QUOTE_END:
            depth -= 1
            _add(stack[-1], "’" if depth else "”")
        elif piece == ITALIC:
            stack.append([])
        elif piece == ITALIC_END:
            emphasised = Emphasis(tuple(stack.pop()))
            stack[-1].append(emphasised)
        else:
            _add(stack[-1], piece.translate(_INNER_QUOTES) if depth else piece)
    return tuple(stack[0])


def _seam(match: re.Match[str]) -> str:
    last, closing, mark = match.groups()
    if last == mark or (mark == "." and last in _ENDS):
        mark = ""
    return f"{last}{mark}{closing}" if QUOTE_END in closing else f"{last}{closing}{mark}"


def _add(inlines: list[Inline], text: str) -> None:
    if text and inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text + text)
    elif text:
        inlines.append(Text(text))
