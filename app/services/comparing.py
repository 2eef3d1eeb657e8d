"""``variorum compare``: the verdict on two answers that stand alone."""

from __future__ import annotations

from typing import Any

from app.domain.answers import Answer, Kind
from app.domain.case import count_alike
from app.domain.comparison import bare_claim, compare
from app.domain.dates import describe_days
from app.domain.quantities import SCALE
from app.domain.reading import read_pair
from app.domain.sets import FIRST, LAST, Allowed


def compare_answers(kind: Kind, first: str, second: str) -> dict[str, Any]:
    """Return verdict, sentence and both readings as plain values that JSON can hold.

    Raises ``UnreadableAnswerError`` naming the answer that cannot be read.
    """
    a, b = read_pair(kind, first, second)
    comparison = compare(*count_alike([bare_claim(a), bare_claim(b)]))
    return {
        "verdict": str(comparison.verdict),
        "why": comparison.why,
        "a": _reading(a),
        "b": _reading(b),
    }


def _reading(answer: Answer) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "text": answer.text,
        "reading": answer.reading,
        "canonical": answer.canonical,
    }
    if answer.unit:
        plain["unit"] = answer.unit
    if answer.kind is Kind.QUANTITY:
        plain["strict"] = _numbers(answer.strict)
        plain["widened"] = _numbers(answer.widened)
    elif answer.kind is Kind.DATE:
        plain["strict"] = describe_days(answer.strict)
        plain["widened"] = describe_days(answer.widened)
    if answer.remarks:
        plain["remarks"] = list(answer.remarks)
    return plain


def _numbers(allowed: Allowed) -> list[list[float | None]]:
    return [
        [None if end in (FIRST, LAST) else end / SCALE for end in span] for span in allowed.spans
    ]
