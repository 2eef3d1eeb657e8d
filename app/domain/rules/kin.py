"""Rules that follow from kinship: when a mother, father, wife or husband can have lived.

Only what holds for any family is a rule, each between two persons alone. That a child may be born
up to ten months after its father's death is the oldest rule of the kind (Ulpian, Digest
38.16.3.11: one born after ten months is not admitted to the inheritance; today 300 days, § 1593
of the German Civil Code). The youngest parents of record are older than ten years, and no
natural birth is attested of a mother of sixty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.flags import Flag
from app.domain.names import fold
from app.domain.records import Kin, Kinship, Rule
from app.domain.rules.chronology import chronology_flags
from app.domain.rules.links import KIN, Link
from app.domain.sets import FIRST, LAST

_BIRTH, _DEATH = "birth", "death"
_YOUNGEST, _OLDEST_MOTHER, _AFTER_FATHER = 120, 720, 10
"""In months: age at a child's birth, and how long after its father's death it may be born."""
_SHORTEST, _LONGEST = 28, 31
"""Days of a month."""


def kin_flags(kinships: Iterable[Kinship], cases: Iterable[Case]) -> Iterator[Flag]:
    """Yield what the births and deaths of kin make impossible, one pair of persons at a time.

    ``kinships`` and the cases name each person by one id, whatever else he was called.
    """
    dates = _dates(cases)
    for kinship in kinships:
        links = list(_links(kinship, dates))
        concerned = {
            case.point_id: case
            for person in (kinship.subject_id, kinship.relative_id)
            for role in (_BIRTH, _DEATH)
            for case in dates.get((person, role), ())
        }
        yield from chronology_flags(links, concerned)


def kin_rules(kinships: Iterable[Kinship], cases: Iterable[Case]) -> Iterator[Rule]:
    """Yield the bounds between births and deaths of kin as rules, each in words in its note."""
    dates = _dates(cases)
    for kinship in kinships:
        yield from (link.rule for link in _links(kinship, dates))


def _dates(cases: Iterable[Case]) -> dict[tuple[int, str], list[Case]]:
    """Return the points on births and deaths, by person and role."""
    dates: dict[tuple[int, str], list[Case]] = {}
    for case in cases:
        if case.kind is Kind.DATE and fold(case.role) in (_BIRTH, _DEATH):
            dates.setdefault((case.subject_id, fold(case.role)), []).append(case)
    return dates


def _links(kinship: Kinship, dates: Mapping[tuple[int, str], list[Case]]) -> Iterator[Link]:
    """Yield the bounds between the births and deaths of two persons."""
    child, parent, kin = kinship.subject_id, kinship.relative_id, kinship.kin
    for born in dates.get((child, _BIRTH), ()):
        for parent_born in dates.get((parent, _BIRTH), ()) if kin is not Kin.SPOUSE else ():
            yield _of_ages(parent_born, born, kin)
        for died in dates.get((parent, _DEATH), ()):
            yield _of_death(born, died, kin)
    if kin is Kin.SPOUSE:
        for born in dates.get((parent, _BIRTH), ()):
            for died in dates.get((child, _DEATH), ()):
                yield _of_death(born, died, kin)


def _of_ages(parent: Case, child: Case, kin: Kin) -> Link:
    bound = f"was at least {_YOUNGEST // 12} years old at the birth"
    high = None
    if kin is Kin.MOTHER:
        bound = f"was between {_YOUNGEST // 12} and {_OLDEST_MOTHER // 12} years old at the birth"
        high = _OLDEST_MOTHER
    words = f"{parent.subject} is the {kin} of {child.subject} and {bound}"
    return _link(parent, child, words, low=_YOUNGEST, high=high)


def _of_death(born: Case, died: Case, kin: Kin) -> Link:
    if kin is Kin.FATHER:
        words = (
            f"{died.subject} is the father of {born.subject}, who was born at most "
            f"{_AFTER_FATHER} months after his death"
        )
        return _link(died, born, words, high=_AFTER_FATHER)
    if kin is Kin.MOTHER:
        words = f"{died.subject} is the mother of {born.subject} and lived to bear the child"
    else:
        words = f"{died.subject} and {born.subject} were married, so they lived at one time"
    return _link(born, died, words, low=0)


def _link(a: Case, b: Case, words: str, *, low: int | None = None, high: int | None = None) -> Link:
    """Return the bound that ``b`` comes so many months after ``a``."""
    least = FIRST if low is None else low * _SHORTEST
    most = LAST if high is None else high * _LONGEST
    rule = Rule(0, KIN, a.point_id, b.point_id, note=words)
    return Link(a.point_id, b.point_id, least, most, rule, None, least, most, low, high)
