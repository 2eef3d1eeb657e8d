"""The words of choice in English, German and Russian, as patterns for a whole answer."""

from __future__ import annotations

import enum
import re
from typing import Final


class Relation(enum.Enum):
    """What an answer says of the labels it names; the value is its canonical wording."""

    IS = ""
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    BETWEEN = "between"
    OTHER_THAN = "other than"
    ANYTHING = "unknown"


_STRONG: Final = {
    Relation.AT_LEAST: "at least|no less than|not less than|no fewer than|mindestens|wenigstens|"
    "не менее|не меньше|по меньшей мере|по крайней мере|как минимум|>=|≥",
    Relation.AT_MOST: "at most|no more than|not more than|höchstens|hoechstens|maximal|"
    "не более|не больше|самое большее|<=|≤",
    Relation.MORE_THAN: "more than|larger than|bigger than|greater than|mehr als|größer als|"
    "более чем|больше чем|>",
    Relation.LESS_THAN: "less than|fewer than|smaller than|weniger als|kleiner als|"
    "менее чем|меньше чем|<",
    Relation.OTHER_THAN: "other than|(?:anything|anyone|everything|everyone|all) (?:but|except)|"
    "except|not|nicht|alles (?:außer|ausser)|außer|ausser|все,? кроме|всё,? кроме|кроме|не",
}
"""Words that always set a bound."""
OPPOSITES: Final = {
    Relation.AT_LEAST: Relation.LESS_THAN,
    Relation.AT_MOST: Relation.MORE_THAN,
    Relation.MORE_THAN: Relation.AT_MOST,
    Relation.LESS_THAN: Relation.AT_LEAST,
}
"""What a bound becomes after *not*."""
_WEAK: Final = {
    Relation.OTHER_THAN: "no|kein|keine|keinen|keiner|keines",
    Relation.AT_LEAST: "from|ab|от|с",
    Relation.AT_MOST: "up to|bis zu|bis|до",
    Relation.MORE_THAN: "over|above|über|более|больше|свыше",
    Relation.LESS_THAN: "under|below|unter|менее|меньше",
}
"""Words that set a bound before a label on a scale only: *under arrest* is no bound."""
_MORE: Final = "more|larger|bigger|greater|above|mehr|größer|darüber|более|больше|выше"
_LESS: Final = "less|fewer|smaller|below|weniger|kleiner|darunter|менее|меньше|ниже"
_JOINT: Final = "(?:or|and|oder|und|или|и)"
AFTER: Final = {
    Relation.AT_LEAST: re.compile(
        rf"(.*\S?\w),?\s+(?:{_JOINT}\s+(?:{_MORE})|at least|mindestens|как минимум)", re.IGNORECASE
    ),
    Relation.AT_MOST: re.compile(
        rf"(.*\S?\w),?\s+(?:{_JOINT}\s+(?:{_LESS})|at most|höchstens)", re.IGNORECASE
    ),
}
PAIRS: Final = (
    ("between|zwischen|между", "and|und|и"),
    ("from|von|vom|от|с", "to|up to|bis zum|bis zur|bis zu|bis|до"),
)
OR: Final = re.compile(r",?\s+(?:or|oder|или|либо|/)\s+", re.IGNORECASE)
NEITHER: Final = re.compile(
    r"(?:neither|weder|ни)\s+(?P<first>\S.*?),?\s+(?:nor|noch|ни)\s+(?P<rest>\S.*)", re.IGNORECASE
)
RATHER: Final = re.compile(
    r"(?:not|nicht|не)\s+\S.*?,?\s+(?:but|sondern|а)\s+(?P<rest>\S.*)", re.IGNORECASE
)
BOTH: Final = re.compile(r",?\s+(?:and|but|und|aber|и|но)\s+", re.IGNORECASE)
UNKNOWN: Final = frozenset(
    {
        "unknown", "not known", "not stated", "no information", "unbekannt", "nicht bekannt",
        "keine angabe", "неизвестно", "не известно", "нет данных", "нет сведений",
    }
)  # fmt: skip
"""Answers that name nothing and rule nothing out."""
EITHER: Final = re.compile(r"\A(?:either|entweder|или|либо)\s+(?=\S)", re.IGNORECASE)
BAR: Final = re.compile(r"\s*\|\s*")


def _bound_patterns(table: dict[Relation, str]) -> list[tuple[Relation, re.Pattern[str]]]:
    return [
        (relation, re.compile(rf"(?:{words})(?:(?<=[<>=≥≤])|\s)\s*(\S.*)", re.IGNORECASE))
        for relation, words in table.items()
    ]


STRONG_PATTERNS: Final = _bound_patterns(_STRONG)
WEAK_PATTERNS: Final = _bound_patterns(_WEAK)
