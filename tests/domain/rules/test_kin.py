"""Kin against what any family allows; dates are read, expectations are reckoned by hand."""

import pytest

from app.domain.answers import Kind
from app.domain.case import Case
from app.domain.dates import read_date
from app.domain.flags import FlagLevel
from app.domain.records import Kin, Kinship
from app.domain.rules import kin_flags
from tests.domain.support import claim

CHILD, RELATIVE = 1, 2
NAMES = {CHILD: "Anna", RELATIVE: "Vera"}


def told(number, person, role, text):
    answer = read_date(text)
    claims = (claim(answer.strict, answer.widened, text=text),)
    return Case(
        number, f"{role}?", Kind.DATE, claims, subject_id=person, subject=NAMES[person], role=role
    )


def flags(kin, *points):
    cases = [told(10 + n, *point) for n, point in enumerate(points)]
    return list(kin_flags([Kinship(CHILD, RELATIVE, kin)], cases))


@pytest.mark.parametrize(
    ("kin", "role", "relative", "born", "clashes"),
    [
        (Kin.MOTHER, "birth", "1900", "1909", True),
        (Kin.MOTHER, "birth", "1900", "1910", False),
        (Kin.MOTHER, "birth", "1900", "1899", True),
        (Kin.MOTHER, "birth", "3 May 1900", "3 May 1960", False),
        (Kin.MOTHER, "birth", "3 May 1900", "4 May 1960", True),
        (Kin.FATHER, "birth", "1900", "1985", False),
        (Kin.FATHER, "birth", "1900", "1905", True),
        (Kin.MOTHER, "death", "3 May 1900", "3 May 1900", False),
        (Kin.MOTHER, "death", "3 May 1900", "4 May 1900", True),
        (Kin.FATHER, "death", "3 May 1900", "3 March 1901", False),
        (Kin.FATHER, "death", "3 May 1900", "4 March 1901", True),
        (Kin.FATHER, "death", "1900", "October 1901", False),
        (Kin.FATHER, "death", "1900", "November 1901", True),
        (Kin.SPOUSE, "death", "1900", "1901", True),
        (Kin.SPOUSE, "death", "1900", "1900", False),
        (Kin.SPOUSE, "birth", "1900", "1800", False),
    ],
)
def test_what_a_family_allows(kin, role, relative, born, clashes):
    found = flags(kin, (RELATIVE, role, relative), (CHILD, "birth", born))
    assert bool(found) is clashes
    for flag in found:
        assert flag.level is FlagLevel.CONTRADICTS
        assert len(flag.claim_ids) == 2
        assert "Vera" in flag.why
        assert "Anna" in flag.why


def test_wife_and_husband_live_at_one_time_whichever_died_first():
    found = flags(Kin.SPOUSE, (RELATIVE, "birth", "1900"), (CHILD, "death", "1899"))
    assert [flag.point_ids for flag in found] == [(10, 11)]


def test_a_circa_that_only_fits_when_stretched_is_a_tension():
    (flag,) = flags(Kin.MOTHER, (RELATIVE, "death", "ca. 1900"), (CHILD, "birth", "1902"))
    assert flag.level is FlagLevel.TENSION


def test_other_dates_and_other_persons_are_left_alone():
    assert not flags(Kin.MOTHER, (RELATIVE, "death", "1900"), (CHILD, "posthumous", "1910"))
    cases = [told(10, RELATIVE, "death", "1900"), told(11, CHILD, "birth", "1910")]
    assert not list(kin_flags([], cases))


def test_a_mother_lives_to_the_age_of_one_though_the_child_has_no_date():
    child = Case(12, "birth?", Kind.DATE, (), subject_id=CHILD, subject="Anna", role="birth")
    cases = [told(10, RELATIVE, "birth", "1900"), told(11, RELATIVE, "death", "1905"), child]
    (flag,) = kin_flags([Kinship(CHILD, RELATIVE, Kin.MOTHER)], cases)
    assert set(flag.point_ids) == {10, 11, 12}
