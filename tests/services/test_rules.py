"""Rules through the services: kept, refused, listed, and shown as chains with their flags."""

import pytest

from app.domain.answers import Kind
from app.domain.errors import UserError
from app.domain.records import Point, Reason, Rule
from app.services.claims import ClaimDraft, add_claim
from app.services.findings import get_point_view, list_flags, list_point_lines
from app.services.judgements import dismiss_flag
from app.services.points import add_point
from app.services.rules import (
    add_rule,
    add_rules,
    delete_rule,
    edit_rule,
    get_chain,
    list_rule_ids,
    list_rule_lines,
    list_rules,
)


def tell(workspace, point_id, siglum, answer):
    draft = ClaimDraft(point_id=point_id, siglum=siglum, locator="p. 1", answer=answer)
    return add_claim(workspace, draft)


@pytest.fixture
def points(workspace):
    """Joined 1922, hidden for 21 years, crossed in August 1941: one date point never told of."""
    made = {}
    for name, kind in (("joined", Kind.DATE), ("hid", Kind.QUANTITY), ("crossed", Kind.DATE)):
        made[name] = add_point(workspace, "Kononov", Point(0, 0, name, kind))
    tell(workspace, made["joined"], "K48", "1922")
    tell(workspace, made["hid"], "K48", "21 years")
    tell(workspace, made["crossed"], "D41", "22 August 1941")
    return made


@pytest.fixture
def rule(workspace, points):
    return add_rule(
        workspace,
        Rule(0, "duration", points["joined"], points["crossed"], "lasts as long as",
             c_id=points["hid"]),
    )  # fmt: skip


def test_a_rule_is_kept_edited_deleted_and_brought_back(workspace, points):
    made = add_rule(workspace, Rule(0, "order", points["joined"], points["crossed"], "before"))
    kept = list_rules(workspace)[0]
    assert kept.id == made
    edit_rule(workspace, Rule(made, "order", points["joined"], points["crossed"], "after"))
    assert list_rules(workspace)[0].relation == "after"
    delete_rule(workspace, made)
    assert list_rules(workspace) == []
    workspace.undo()
    assert [known.id for known in list_rules(workspace)] == [made]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": "order", "b": "hid"}, "answered by a date"),
        ({"kind": "order", "b": "joined"}, "two different points"),
        ({"kind": "order", "relation": "beside"}, "no relation"),
        ({"kind": "order", "relation": "at least", "value": "3 men"}, "no length of time"),
        ({"kind": "order", "relation": "exactly"}, "needs a value"),
        ({"kind": "duration"}, "how long it lasts"),
        ({"kind": "duration", "c": "crossed"}, "answered by a quantity"),
    ],
)
def test_a_rule_that_means_nothing_is_refused(workspace, points, change, sentence):
    rule = Rule(
        0, change["kind"], points["joined"], points[change.get("b", "crossed")],
        change.get("relation", ""), change.get("value", ""), c_id=points.get(change.get("c")),
    )  # fmt: skip
    with pytest.raises(UserError, match=sentence):
        add_rule(workspace, rule)
    assert list_rules(workspace) == []


def test_rules_that_belong_together_are_one_step(workspace, points):
    made = [Rule(0, "order", points["joined"], points["crossed"], word)
            for word in ("before", "at least")]  # fmt: skip
    with pytest.raises(UserError, match="there already"):
        add_rules(workspace, [made[0], made[0]])
    add_rules(workspace, [made[0], Rule(0, "order", points["joined"], points["crossed"], "after")])
    assert len(list_rules(workspace)) == 2
    workspace.undo()
    assert list_rules(workspace) == []


def test_lines_name_the_points_and_count_what_is_open(workspace, points, rule):
    assert list_rule_ids(workspace) == [rule]
    line = list_rule_lines(workspace, [rule])[0]
    assert (line.a.title, line.b.question, line.c.question) == ("Kononov: joined", "crossed", "hid")
    assert (line.contradictions, line.tensions) == (1, 0)
    dismiss_flag(workspace, list_flags(workspace)[0], Reason.SLIP, "")
    assert list_rule_lines(workspace, [rule])[0].contradictions == 0


def test_a_flag_is_kept_once_and_shown_on_every_point_concerned(workspace, points, rule):
    (flag,) = list_flags(workspace)
    assert set(flag.point_ids) == set(points.values())
    assert flag.rule_ids == (rule,)
    for point in points.values():
        view = get_point_view(workspace, point)
        assert [found.identity for found in view.flags] == [flag.identity]
        assert view.line.open_contradictions == 1


def test_a_flag_that_is_dismissed_is_dismissed_on_every_point(workspace, points, rule):
    dismissal = dismiss_flag(workspace, list_flags(workspace)[0], Reason.SLIP, "19, not 21")
    for point in points.values():
        view = get_point_view(workspace, point)
        assert view.flags[0].dismissal_id == dismissal
        assert [kept.grounds for kept in view.dismissals] == ["19, not 21"]
        assert list_point_lines(workspace, [point])[0].open_contradictions == 0


def test_a_chain_holds_all_that_hangs_together(workspace, points, rule):
    born = add_point(workspace, "Kononov", Point(0, 0, "born", Kind.DATE, role="birth"))
    apart = add_point(workspace, "Somebody", Point(0, 0, "born", Kind.DATE, role="birth"))
    chain = get_chain(workspace, points["crossed"])
    ids = {case.point_id for case in chain.cases}
    assert ids == {*points.values(), born}
    assert apart not in ids
    assert [known.id for known in chain.rules] == [rule]
    assert {bound.a_id for bound in chain.bounds} == {born}
    assert [flag.kind for flag in chain.flags] == ["chronology"]
