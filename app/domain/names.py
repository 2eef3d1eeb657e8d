"""Names and labels folded to a key, so that spelling habits do not part what belongs together."""

from __future__ import annotations

import unicodedata

_NOT_DECOMPOSED = str.maketrans(
    {
        "ß": "ss",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "ø": "o",
        "Ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ъ": "",
        "ь": "",
    }
)
_KEPT = {"й": "\ue000", "Й": "\ue000"}


def clean_text(text: str) -> str:
    """Return user text as NFC without control characters (tab and newline stay) or surrogates."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        letter
        for letter in composed
        if letter in "\t\n" or unicodedata.category(letter) not in {"Cc", "Cs"}
    )


def fold(text: str) -> str:
    """Return a search key: lower case, no accents, ё as е, ß as ss, one space between words.

    The Russian й stays itself: without its breve it would be another letter.
    """
    marked = unicodedata.normalize("NFC", text)
    for letter, stand_in in _KEPT.items():
        marked = marked.replace(letter, stand_in)
    decomposed = unicodedata.normalize("NFKD", marked.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    bare = bare.translate(_NOT_DECOMPOSED).replace("\ue000", "й")
    return " ".join(bare.split())


def natural_name(name: str) -> str:
    """Return ``Kononov, Ivan`` as ``Ivan Kononov``; units and lists stay as they are."""
    family, comma, given = (part.strip() for part in name.partition(","))
    is_person = (
        comma
        and given
        and ";" not in name
        and not any(letter.isdigit() for letter in name)
        and all(word[0].isupper() and word.rstrip(".").isalpha() for word in given.split())
        and any(len(word.rstrip(".")) > 2 or word.endswith(".") for word in given.split())
    )
    return f"{given} {family}" if is_person and "," not in given else name.strip()


def fold_name(name: str) -> str:
    """Return the key of a person's or unit's name; ``Kononov, Ivan`` and ``Ivan Kononov`` share it.

    Only a single comma is turned round: a list of several names stays a list.
    """
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2 and all(parts) and ";" not in name:
        name = f"{parts[1]} {parts[0]}"
    return fold(name.replace(".", ". ").replace("’", "'"))
