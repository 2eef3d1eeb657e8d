"""What a birth, a death, a formation or a disbandment bounds, and what it leaves free."""

from dataclasses import replace

from app.domain.rules.chronology import chronology_flags
from app.domain.rules.links import Link, links_of
from app.domain.rules.roles import role_rules
from app.domain.sets import LAST
from tests.domain.rules.test_chronology import case, ordered
from tests.domain.support import allowed, claim


def test_birth_and_death_bound_the_other_dates_of_a_person():
    born = case(1, [claim(allowed((50, 50)))], subject_id=7, role="birth")
    joined = case(2, [claim(allowed((40, 40)))], subject_id=7)
    died = case(3, [claim(allowed((60, 60)))], subject_id=7, role="death")
    buried = case(4, [claim(allowed((63, 63)))], subject_id=7, role="posthumous")
    other = case(5, [claim(allowed((1, 1)))], subject_id=8)
    cases = {c.point_id: c for c in (born, joined, died, buried, other)}
    links = [Link(r.a_id, r.b_id, 0, LAST, r, None, 0, LAST) for r in role_rules(cases.values())]
    (flag,) = chronology_flags(links, cases)
    assert set(flag.point_ids) == {1, 2}


def test_what_is_not_of_the_person_is_bound_by_neither_birth_nor_death():
    born = case(1, [claim(allowed((50, 50)))], subject_id=7, role="birth")
    died = case(2, [claim(allowed((60, 60)))], subject_id=7, role="death")
    his_son = case(3, [claim(allowed((70, 70)))], subject_id=7, role="unbound")
    assert {(rule.a_id, rule.b_id) for rule in role_rules((born, died, his_son))} == {(1, 2)}


def test_a_unit_formed_again_is_not_bound_by_its_disbandment():
    ended = case(1, [claim(allowed((50, 50)))], subject_id=7, role="disbandment")
    fought = case(2, [claim(allowed((90, 90)))], subject_id=7)
    again = replace(fought, point_id=3, question="When was it re-formed?", role="posthumous")
    assert [rule.a_id for rule in role_rules((ended, fought))] == [2]
    assert not list(role_rules((ended, fought, again)))


def test_what_is_written_goes_before_what_a_role_says():
    born = case(1, [claim(allowed((50, 50)))], subject_id=7, role="birth")
    moved = case(2, [claim(allowed((40, 40)))], subject_id=7)
    assert len(list(role_rules((born, moved)))) == 1
    assert not list(role_rules((born, moved), [ordered(1, 2, 1)]))
    assert not list(role_rules((born, moved), [ordered(1, 1, 2, "after")]))


def test_two_births_of_one_person_are_one():
    one = case(1, [claim(allowed((50, 50)))], subject_id=7, role="birth")
    other = case(2, [claim(allowed((90, 90)))], subject_id=7, role="birth")
    cases = {1: one, 2: other}
    (flag,) = chronology_flags(list(links_of(role_rules((one, other)), cases)), cases)
    assert "ask for one birth" in flag.why
