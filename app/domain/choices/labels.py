"""Labels of options and subjects folded to a key: *a battalion* is *battalion*."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from app.domain.choices.scales import FORMATION_NAMES, formation_in
from app.domain.names import fold, fold_name

_QUOTES: Final = "\"'“”„‟‘’‚«»‹›`"
_ARTICLE: Final = re.compile(
    r"(?:a|an|the|ein|eine|einen|einem|einer|eines|der|die|das|den|dem|des) (?=\S)"
)
_INITIAL_LAST: Final = re.compile(r"(?:^|[\s.])[^\W\d_]$")
_INITIAL: Final = re.compile(r"(?<!\w)([^\W\d_])\.\s*")
_DASHES: Final = str.maketrans("‐‑‒–—−", "------")


def clean_label(text: str) -> str:
    """Return a label as it is kept: one space between words, no quotation marks around it."""
    words = " ".join(text.split())
    while len(words) > 1 and words[0] in _QUOTES and words[-1] in _QUOTES:
        words = words[1:-1].strip()
    bare = words.rstrip(".;, ")
    if words[len(bare) : len(bare) + 1] == "." and _INITIAL_LAST.search(bare):
        return f"{bare}."
    return bare or words


@lru_cache(maxsize=1 << 16)
def fold_label(text: str) -> str:
    """Return the key of a label: no case, accents, ё, quotation marks or leading article.

    Initials lose their full stops: ``I. N. Kononov`` and ``I.N. Kononov`` share a key.
    """
    folded = fold(_INITIAL.sub(r"\1 ", clean_label(text).translate(_DASHES)))
    return _ARTICLE.sub("", folded, count=1) if _ARTICLE.match(folded) else folded


@lru_cache(maxsize=1 << 16)
def keys_of(text: str) -> tuple[str, ...]:
    """Return the keys a label is found under, its own first.

    A name is found too with its comma turned round (``Kononov, Ivan``), and a formation in
    another language.
    """
    own = fold_label(text)
    keys = [own]
    if text.count(",") == 1:
        keys.append(fold_label(fold_name(text)))
    formation = formation_in(own)
    if formation in FORMATION_NAMES:
        keys.append(FORMATION_NAMES[formation])
    return tuple(dict.fromkeys(keys))
