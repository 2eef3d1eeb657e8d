"""A preview of a claim as segments of a line: its reading, then its verdicts, hardest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.answers import Answer
from app.domain.comparison import CLASHES, Verdict
from app.services.claims import Preview, Rival
from app.ui.labels import REFINED_BY, VERDICTS
from app.ui.theme import verdict_mark
from app.ui.widgets.passage import Segment

_HARDEST_FIRST = (
    Verdict.CONTRADICTS, Verdict.IN_TENSION, Verdict.AGREES, Verdict.REFINES, Verdict.COMPATIBLE,
    Verdict.SILENT, Verdict.NOT_COMPARABLE,
)  # fmt: skip
_MOST_NAMED = 4
_REFINED = "⊃"
_LONGEST_ANSWER = 32


def preview_segments(preview: Preview) -> Iterator[Segment]:
    """Yield ``1918 → 1 Jan–31 Dec 1918 · ✕ contradicts 1 (RA: 1916) · = agrees 2 (K48, Ch63)``."""
    if preview.problem:
        yield Segment(preview.problem, verdict=Verdict.CONTRADICTS)
        return
    if preview.answer is not None:
        yield from _reading(preview.answer)
    yield from _verdicts(preview.rivals)
    if preview.answer is not None:
        for remark in preview.answer.remarks:
            yield Segment(f"  {remark}", muted=True)


def _reading(answer: Answer) -> Iterator[Segment]:
    yield Segment(answer.text, bold=True)
    if answer.reading.casefold() != answer.text.casefold():
        yield Segment(" → ", muted=True)
        yield Segment(answer.reading)


def _verdicts(rivals: Iterable[Rival]) -> Iterator[Segment]:
    grouped: dict[tuple[Verdict, str], list[Rival]] = {}
    for rival in rivals:
        verdict = rival.comparison.verdict
        is_refined = verdict is Verdict.REFINES and not rival.is_broader
        words = verdict_in_words(verdict, is_broader=is_refined)
        grouped.setdefault((verdict, words), []).append(rival)
    for (verdict, words), found in sorted(grouped.items(), key=_hardness):
        yield Segment("  ·  ", muted=True)
        yield Segment(f"{words} {len(found)}", verdict)
        yield Segment(f" ({_named(found, with_answers=verdict in CLASHES)})", muted=True)


def _hardness(group: tuple[tuple[Verdict, str], list[Rival]]) -> tuple[int, str]:
    verdict, words = group[0]
    return _HARDEST_FIRST.index(verdict), words


def verdict_in_words(verdict: Verdict, *, is_broader: bool = False) -> str:
    """Return a verdict with its mark, as the claim is told it that ``is_broader`` speaks of."""
    if verdict is Verdict.REFINES and is_broader:
        return f"{_REFINED} {REFINED_BY}"
    return f"{verdict_mark(verdict)} {VERDICTS[verdict]}"


def _named(rivals: list[Rival], *, with_answers: bool) -> str:
    """Name accounts once each; where they clash, with what they say."""
    names: dict[str, None] = {}
    for rival in rivals:
        answer = _shortened(rival.claim.text) if with_answers else ""
        names[f"{rival.claim.siglum}: {answer}" if answer else rival.claim.siglum] = None
    shown = list(names)[:_MOST_NAMED]
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_ANSWER else f"{text[: _LONGEST_ANSWER - 1].rstrip()}…"


def verdict_sentences(preview: Preview) -> str:
    """Return one line for each claim that the answer clashes with, and why."""
    return "\n".join(
        f"{rival.claim.siglum}: {rival.comparison.verdict}. {rival.comparison.why}"
        for rival in preview.rivals
        if rival.comparison.verdict in CLASHES
    )
