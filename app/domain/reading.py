"""Reading an answer as typed: the one place that knows which reader serves which kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from app.domain.answers import Answer, Kind
from app.domain.choices import Vocabulary, read_option, read_subject, read_yes_no
from app.domain.dates import read_date
from app.domain.errors import UnreadableAnswerError, UserError
from app.domain.quantities import read_quantity
from app.domain.sets import Allowed


@dataclass(frozen=True, slots=True)
class Context:
    """What a point lends to the reading of its answers."""

    calendar: str = ""
    """Default calendar of dates: empty (Gregorian), ``julian`` or ``russia``."""
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary.build(()))
    """Options of the point, or subjects of the dossier."""


def read_answer(kind: Kind, text: str, context: Context | None = None) -> Answer:
    """Read ``text`` as an answer of the given kind.

    Labels that the vocabulary lacks are taken as new ones. Raises ``UnreadableAnswerError``
    with a sentence that names the text when it cannot be read.
    """
    context = context or Context()
    if not text.strip():
        wanted = {Kind.YES_NO: "yes or no", Kind.OPTION: "an option"}.get(kind, f"a {kind}")
        raise UnreadableAnswerError(
            f"The answer is blank; type {wanted}, or choose the stance “silent”."
        )
    if kind not in (Kind.OPTION, Kind.SUBJECT):
        return _read_alone(kind, text, context.calendar)
    vocabulary = context.vocabulary.with_texts((text,))
    return (read_option if kind is Kind.OPTION else read_subject)(text, vocabulary)


@lru_cache(maxsize=1 << 16)
def _read_alone(kind: Kind, text: str, calendar: str) -> Answer:
    """Read an answer that needs no vocabulary; the same words are read once."""
    if kind is Kind.DATE:
        return read_date(text, calendar=calendar)
    if kind is Kind.QUANTITY:
        return read_quantity(text)
    if kind is Kind.YES_NO:
        return read_yes_no(text)
    everything = Allowed.everything()
    return Answer(kind, text.strip(), everything, everything, text.strip(), text.strip())


def read_pair(kind: Kind, first: str, second: str) -> tuple[Answer, Answer]:
    """Read two answers that stand alone, in a vocabulary made of just the two."""
    vocabulary = Vocabulary.build(())
    if kind in (Kind.OPTION, Kind.SUBJECT):
        vocabulary = vocabulary.with_texts((first, second))
    context = Context(vocabulary=vocabulary)
    return read_answer(kind, first, context), read_answer(kind, second, context)


def kind_named(name: str) -> Kind:
    """Return the kind of answer that a word in a sheet or on the command line names."""
    folded = name.strip().casefold().replace("_", "-").replace(" ", "-")
    aliases = {"yesno": "yes-no", "number": "quantity"}
    try:
        return Kind(aliases.get(folded, folded))
    except ValueError:
        known = ", ".join(Kind)
        raise UserError(f"“{name}” is no kind of answer; the kinds are {known}.") from None
