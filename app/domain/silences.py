"""Arguments from silence: what must hold before it counts that an account does not tell a thing.

The questions follow Garraghan, A Guide to Historical Method (1946), on the argument from silence
(the silent one must have known, and must have told), and Langlois and Seignobos, Introduction to
the Study of History, book III, ch. III (a class of facts that the author set out to record in
full, or a fact that could not be passed over; and a tradition that has lost nothing).
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.synopsis import CellState


class Reply(enum.StrEnum):
    """How a question on a silence is answered."""

    OPEN = ""
    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Strength(enum.StrEnum):
    """What an argument from a silence is worth."""

    UNWEIGHED = "not weighed"
    WEAK = "weak"
    SUGGESTIVE = "suggestive"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Question:
    """One condition, put as a question that *yes* fulfils."""

    key: str
    words: str
    after: str
    """Whose condition it is."""


QUESTIONS = (
    Question("known", "Would the speaker have known of it, had it been so?", "Garraghan"),
    Question("told", "Knowing it, would the speaker have told it here?", "Garraghan"),
    Question("free", "Was the speaker free of reasons to keep it back?", "Garraghan"),
    Question(
        "complete", "Does the account set out to record all facts of this kind?",
        "Langlois and Seignobos",
    ),
    Question(
        "striking", "Was it too striking to be passed over?", "Langlois and Seignobos"
    ),
    Question(
        "preserved", "Has the account come down whole, and been read whole?",
        "Langlois and Seignobos",
    ),
)  # fmt: skip
_NEEDED = ("known", "told", "free", "preserved")
_EITHER = ("complete", "striking")


@dataclass(frozen=True, slots=True)
class Weighing:
    """The answer to one question, with what it rests on."""

    reply: Reply
    note: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """An account that speaks to neighbouring points of a subject and not to this one."""

    point_id: int
    account_id: int
    siglum: str
    speaker: str
    date: str
    state: CellState
    """Silent, searched in vain, not yet read; or unknown: nothing is recorded."""
    neighbours: int
    """To how many other points of the subject the account speaks."""
    replies: Mapping[str, Weighing] = field(default_factory=dict)

    @property
    def strength(self) -> Strength:
        """Return what the silence is worth by the answers given."""
        return strength_of({key: weighing.reply for key, weighing in self.replies.items()})


def strength_of(replies: Mapping[str, Reply]) -> Strength:
    """Derive the strength of an argument from silence.

    It is weak as soon as a needed condition fails; suggestive when the speaker would have known
    and told; strong when besides nothing held him back, nothing is lost, and the account either
    meant to be complete or could not have passed it over.
    """
    if not any(replies.values()):
        return Strength.UNWEIGHED
    fulfilled = {key for key, reply in replies.items() if reply is Reply.YES}
    failed = {key for key, reply in replies.items() if reply is Reply.NO}
    if failed.intersection(_NEEDED) or not fulfilled >= {"known", "told"}:
        return Strength.WEAK
    if fulfilled.issuperset(_NEEDED) and fulfilled.intersection(_EITHER):
        return Strength.STRONG
    return Strength.SUGGESTIVE
