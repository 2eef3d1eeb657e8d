"""Walking the links of rules: how much later one point can be than another, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.rules.links import Link, add_months
from app.domain.sets import FIRST, LAST


@dataclass(frozen=True, slots=True)
class Step:
    """One link walked from ``start`` to ``end``: the day of ``end`` is at most ``most`` later."""

    start: int
    end: int
    most: int
    link: Link
    months: int | None = None
    """The same bound in months of the calendar, where the rule says it so."""

    def latest(self, day: int) -> int:
        """Return the last day of ``end`` that a day of ``start`` leaves open."""
        return day + self.most if self.months is None else add_months(day, self.months)


@dataclass(frozen=True, slots=True)
class Path:
    """Steps one after another: the end is at most ``most`` days later than the start."""

    most: int
    steps: tuple[Step, ...]

    def latest(self, day: int) -> int:
        """Return the last day of the end that a day of the start leaves open."""
        for step in self.steps:
            day = step.latest(day)
        return day

    def reaches(self, day: int, wanted: int) -> bool:
        """Tell whether ``wanted``, or a later day of the end, is left open by a day of the start.

        Without a last day of the start, or a first one that is wanted, it always is.
        """
        return day >= LAST or wanted <= FIRST or self.latest(day) >= wanted

    @property
    def is_circle(self) -> bool:
        """Tell whether it ends where it starts."""
        return self.steps[0].start == self.steps[-1].end


def steps_of(links: Iterable[Link], *, strict: bool) -> list[Step]:
    """Return the links as steps, each way that they bound, with or without their allowance."""
    found: list[Step] = []
    for link in links:
        low = link.strict_low if strict else link.low
        high = link.strict_high if strict else link.high
        if high < LAST:
            found.append(Step(link.a, link.b, high, link, link.months_high))
        if low > FIRST:
            months = None if link.months_low is None else -link.months_low
            found.append(Step(link.b, link.a, -low, link, months))
    return found


def paths_from(start: int, steps: Sequence[Step]) -> Iterator[Path]:
    """Yield, by number of steps, each way from ``start`` that is tighter than every shorter one.

    A way back to ``start`` is yielded when nothing can meet it: it would have to be earlier than
    itself.
    """
    outgoing: dict[int, list[Step]] = {}
    for step in steps:
        outgoing.setdefault(step.start, []).append(step)
    tightest: dict[int, int] = {}
    frontier = {start: Path(0, ())}
    while frontier:
        reached: dict[int, Path] = {}
        for place, path in frontier.items():
            for step in outgoing.get(place, ()):
                _advance(path, step, start, tightest, reached)
        for place, path in reached.items():
            tightest[place] = path.most
            yield path
        reached.pop(start, None)
        frontier = reached


def _advance(
    path: Path, step: Step, start: int, tightest: dict[int, int], reached: dict[int, Path]
) -> None:
    if any(step.end == walked.end or _same_rule(step, walked) for walked in path.steps):
        return
    longer = Path(path.most + step.most, (*path.steps, step))
    known = reached[step.end].most if step.end in reached else tightest.get(step.end, LAST)
    if longer.most < known and (step.end != start or _cannot_be_met(longer)):
        reached[step.end] = longer


def _cannot_be_met(circle: Path) -> bool:
    """Tell whether a way back to its start would have to be walked in less than no time.

    What the historian wrote to be *before* is so even within a day: none is before itself.
    """
    return circle.most < 0 or (
        circle.most == 0 and all(step.link.is_plain_order for step in circle.steps)
    )


def _same_rule(one: Step, other: Step) -> bool:
    """Tell whether two steps walk one link, or claims on the same duration that rival another."""
    return one.link is other.link or (
        one.link.rule is other.link.rule and one.link.claim is not None
    )
