"""What an answer is once it has been read: two sets, the reading shown back, a canonical form.

The readers of single kinds (``dates``, ``quantities``, ``choices``) make these; ``reading``
chooses among them; ``comparison`` asks only for the sets.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.domain.sets import Allowed


class Kind(enum.StrEnum):
    """The kind of answer that a point asks for; the value is the word in sheets and the file."""

    DATE = "date"
    QUANTITY = "quantity"
    OPTION = "option"
    SUBJECT = "subject"
    YES_NO = "yes-no"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as read; immutable and free of any dossier."""

    kind: Kind
    text: str
    """As it was entered, trimmed only."""
    strict: Allowed
    """What the words allow when taken at their word (``ca. 1918`` is the year 1918)."""
    widened: Allowed
    """The same with the allowance of ``?``, ``~``, circa, about; always covers ``strict``."""
    reading: str
    """What the program understood, for the historian's eye: ``1 Jan–31 Dec 1918``."""
    canonical: str
    """A form that reads back to the same sets: EDTF for dates, ``900..1000 men`` for numbers."""
    unit: str = ""
    """Quantities only: the base unit (``m``), ``%`` or the noun counted; may be empty."""
    remarks: tuple[str, ...] = ()
    """Sentences worth showing beside the reading: which calendar was taken, and so on."""
