"""The drift of a speaker in a paragraph that can go into a footnote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.domain.drift import Change, Drift, Occasion, Thread, Turn

_PHRASES = {
    Change.SAME: "the same in {siglum}",
    Change.ADDED: "{answers} first in {siglum}",
    Change.CHANGED: "in {siglum} {answers} instead",
    Change.MORE_PRECISE: "more precisely {answers} in {siglum}",
    Change.LESS_PRECISE: "less precisely {answers} in {siglum}",
    Change.GROWN: "grown to {answers} in {siglum}",
    Change.SHRUNK: "shrunk to {answers} in {siglum}",
    Change.REWORDED: "in other words in {siglum}, {answers}",
    Change.TOLD: "{answers} in {siglum}",
    Change.DROPPED: "no longer told in {siglum}",
    Change.SILENT: "not told in {siglum}",
}
_FEW_DAYS = 60
"""Up to here a time is said in days, beyond in months and years."""
_MONTH = 30.436875
"""Mean days of a Gregorian month."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def paragraph(drift: Drift) -> str:
    """Return the drift as one paragraph of plain text, in English, for a footnote."""
    moved = [thread for thread in drift.threads if thread.has_moved]
    core = [thread for thread in moved if thread.is_core]
    rest = [thread for thread in moved if not thread.is_core]
    sentences = [_opening(drift)]
    if not moved:
        sentences.append("On the points compared nothing changed from telling to telling.")
    sentences += [_sentence(thread, drift.speaker) for thread in core]
    if rest:
        sentences.append("Of dates and figures, which vary in honest memory too:")
        sentences += [_sentence(thread, drift.speaker) for thread in rest]
    return " ".join([*sentences, *_unchanged(drift)])


def _opening(drift: Drift) -> str:
    count = len(drift.occasions)
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    tellings = "telling is" if count == 1 else "tellings are"
    told = listed(_occasion(occasion) for occasion in drift.occasions)
    return f"{number.capitalize()} {tellings} recorded of {drift.speaker}: {told}."


def _occasion(occasion: Occasion) -> str:
    date = occasion.date or "undated"
    return f"{occasion.siglum} ({date}{_years(occasion)})"


def _years(occasion: Occasion) -> str:
    words = since_in_words(occasion)
    return f", {words} after the event" if words else ""


def since_in_words(occasion: Occasion) -> str:
    """Return how long after the event a telling is: in days, about so many months, or in years.

    Empty where that is not known, and for a telling before the event.
    """
    if occasion.years is None:
        return ""
    if occasion.days is None or occasion.days[0] < 0 or occasion.years > (0, 1):
        return years_in_words(occasion.years)
    return _days_in_words(*occasion.days)


def _days_in_words(least: int, most: int) -> str:
    if most == 0:
        return "less than a day"
    if most <= _FEW_DAYS:
        return _span(least, most, "day")
    return _span(round(least / _MONTH), round(most / _MONTH), "month", about="about ")


def _span(least: int, most: int, noun: str, about: str = "") -> str:
    """Return ``1 day``, ``2 to 3 days``, or ``up to 3 days`` where it begins at none."""
    number = f"{about}{most}" if least == most else f"{about}{least} to {most}"
    if least == 0:
        number = f"up to {about}{most}"
    return f"{number} {noun if most == 1 else f'{noun}s'}"


def years_in_words(years: tuple[int, int]) -> str:
    """Return a span of whole years in words; a negative one, before the event, is left out."""
    least, most = years
    if least < 0:
        return ""
    if most == 0:
        return "less than a year"
    number = str(least) if least == most else f"{least} to {most}"
    return f"{number} {'year' if number == '1' else 'years'}"


def _sentence(thread: Thread, speaker: str) -> str:
    turns = [turn for turn in thread.turns if turn is not None]
    earlier = (None, *turns[:-1])
    parts = [_phrase(turn, before) for before, turn in zip(earlier, turns, strict=True)]
    name = _name(thread, speaker)
    return f"{name[:1].upper()}{name[1:]}: {'; '.join(parts)}."


def _name(thread: Thread, speaker: str) -> str:
    heading = thread.heading.rstrip("?")
    return heading if thread.subject == speaker else f"{thread.subject}, {heading}"


def _phrase(turn: Turn, before: Turn | None) -> str:
    if turn.change is Change.SAME and before is not None and not before.answers:
        return f"again in {turn.siglum}"
    if turn.gained or turn.lost:
        return _exchanged(turn)
    answers = listed(f"“{answer}”" for answer in turn.answers)
    return _PHRASES[turn.change].format(siglum=turn.siglum, answers=answers)


def _exchanged(turn: Turn) -> str:
    parts = []
    if turn.gained:
        parts.append(f"also {listed(f'“{answer}”' for answer in turn.gained)}")
    if turn.lost:
        parts.append(f"no longer {listed(f'“{answer}”' for answer in turn.lost)}")
    return f"in {turn.siglum} {' but '.join(parts)}"


def _unchanged(drift: Drift) -> Iterator[str]:
    kept = [
        thread
        for thread in drift.threads
        if not thread.has_moved
        and any(turn is not None and turn.change is Change.SAME for turn in thread.turns)
    ]
    if kept:
        names = "; ".join(_name(thread, drift.speaker) for thread in kept)
        yield f"Unchanged: {names}."


def listed(words: Iterable[str]) -> str:
    """Join words with commas and *and*."""
    parts: Sequence[str] = list(words)
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
