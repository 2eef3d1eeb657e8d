"""The theory by counting: every answer of a small world is tried, and every set of claims.

Nothing here knows the engine. A world is a few numbered places; an answer is a set of places: one
place where a point takes one answer, any set of them where it takes several. An account that
affirms wants one of its places in the answer, one that denies wants none of its places there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

Places = frozenset[int]


@dataclass(frozen=True, eq=False)
class Told:
    """What one account says: the places its words name, and those that a *circa* adds."""

    stance: str
    named: Places
    stretched: Places
    """Always holds ``named``."""
    scope: str = ""
    unit: str = ""
    teller: str = ""
    account: int = 0


def satisfies(answer: Places, told: Told, *, at_its_word: bool) -> bool:
    """Does the answer fit? A *circa* is taken in the claim's favour unless at its word."""
    if told.stance == "affirms":
        return bool(answer & (told.named if at_its_word else told.stretched))
    if told.stance == "denies":
        return not answer & (told.stretched if at_its_word else told.named)
    return True


def every_answer(world: Places, *, several: bool) -> list[Places]:
    if not several:
        return [frozenset((place,)) for place in sorted(world)]
    return [
        frozenset(chosen) for size in range(len(world) + 1) for chosen in combinations(world, size)
    ]


def satisfied_by_each(
    claims: Sequence[Told], answers: Iterable[Places], *, at_its_word: bool = False
) -> set[frozenset[int]]:
    """For each answer, the indices of the claims that it satisfies."""
    return {
        frozenset(
            index
            for index, told in enumerate(claims)
            if satisfies(answer, told, at_its_word=at_its_word)
        )
        for answer in answers
    }


def holds(group: Iterable[int], satisfied: set[frozenset[int]]) -> bool:
    wanted = frozenset(group)
    return any(wanted <= together for together in satisfied)


def largest(satisfied: set[frozenset[int]]) -> set[frozenset[int]]:
    return {group for group in satisfied if group and not any(group < other for other in satisfied)}


def comparable_groups(claims: Sequence[Told]) -> list[list[Told]]:
    """Claims of equal scope and unit that affirm or deny, in order."""
    keys = dict.fromkeys((told.scope, told.unit) for told in claims if told.stance != "silent")
    weighing = [told for told in claims if told.stance in ("affirms", "denies")]
    return [[told for told in weighing if (told.scope, told.unit) == key] for key in keys]


def status(claims: Sequence[Told], world: Places, *, several: bool = False) -> str:
    answers = every_answer(world, several=several)

    def all_hold(*, at_its_word: bool) -> bool:
        return all(
            holds(range(len(group)), satisfied_by_each(group, answers, at_its_word=at_its_word))
            for group in comparable_groups(claims)
        )

    if not all_hold(at_its_word=False):
        return "contradicted"
    return "clear" if all_hold(at_its_word=True) else "tension"


def versions(group: Sequence[Told], world: Places, *, several: bool = False) -> set[frozenset[int]]:
    """The largest sets of claims that one answer satisfies at their word; others stand alone."""
    satisfied = satisfied_by_each(group, every_answer(world, several=several), at_its_word=True)
    alone = {frozenset((i,)) for i in range(len(group)) if not holds((i,), satisfied)}
    return largest(satisfied) | alone


def smallest_conflicts(
    group: Sequence[Told], world: Places, *, several: bool = False, at_its_word: bool = False
) -> set[frozenset[int]]:
    """Every set of claims that cannot all hold though each without one of them can."""
    satisfied = satisfied_by_each(
        group, every_answer(world, several=several), at_its_word=at_its_word
    )
    found: set[frozenset[int]] = set()
    for size in range(1, len(group) + 1):
        for chosen in map(frozenset, combinations(range(len(group)), size)):
            if not holds(chosen, satisfied) and not any(less < chosen for less in found):
                found.add(chosen)
    return found


def possible(told: Told, world: Places, *, at_its_word: bool) -> Places:
    """The single places that a claim leaves open."""
    return frozenset(
        place for place in world if satisfies(frozenset((place,)), told, at_its_word=at_its_word)
    )


def verdict(a: Told, b: Told, world: Places, *, several: bool = False) -> str:
    """The table of verdicts, from the top; the first row that fits."""
    if "silent" in (a.stance, b.stance):
        return "silent"
    if (a.scope, a.unit) != (b.scope, b.unit):
        return "not comparable"
    if "doubts" in (a.stance, b.stance):
        return _doubted(a, b)
    strict_a, strict_b = (possible(told, world, at_its_word=True) for told in (a, b))
    if strict_a == strict_b:
        return "agrees"
    if strict_a <= strict_b or strict_b <= strict_a:
        return "refines"
    if strict_a & strict_b or (several and a.stance == b.stance):
        return "compatible"
    if possible(a, world, at_its_word=False) & possible(b, world, at_its_word=False):
        return "in tension"
    return "contradicts"


def _doubted(a: Told, b: Told) -> str:
    """Doubt against doubt or denial leaves room; it is in tension with all it takes in affirmed."""
    doubter, other = (a, b) if a.stance == "doubts" else (b, a)
    if other.stance == "affirms" and other.named <= doubter.named:
        return "in tension"
    if other.stance == "doubts" and other.named == doubter.named:
        return "agrees"
    return "compatible"


def concerns(claims: Sequence[Told], world: Places, wanted: str) -> dict[str, set[int]]:
    """The claims in pairs with the wanted verdict, by what the two are to each other."""
    found: dict[str, set[int]] = {}
    for i, j in combinations(range(len(claims)), 2):
        a, b = claims[i], claims[j]
        if verdict(a, b, world) == wanted:
            kind = "disagreement"
            if a.teller == b.teller:
                kind = "inner contradiction" if a.account == b.account else "change of story"
            found.setdefault(kind, set()).update((i, j))
    return found
