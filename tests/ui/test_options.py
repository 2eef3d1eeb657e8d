from __future__ import annotations

import pytest

from app.domain.answers import Kind
from app.domain.errors import UserError
from app.services.claims import ClaimDraft, add_claim, list_claims
from app.services.points import list_options, list_points
from app.services.workspace import Workspace
from app.ui.dialogs.options import OptionsDialog


@pytest.fixture
def point(workspace: Workspace) -> int:
    for siglum, answer in (("A", "a battalion"), ("B", "three leaders"), ("C", "a regiment")):
        add_claim(
            workspace,
            ClaimDraft(
                subject="Kononov", question="Who crossed?", kind=Kind.OPTION, siglum=siglum,
                answer=answer,
            ),
        )  # fmt: skip
    return list_points(workspace)[0].id


@pytest.fixture
def dialog(bridge, point, qtbot):
    made = OptionsDialog(bridge, point)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _tree(workspace, point):
    options = list_options(workspace, point)
    labels = {option.id: option.label for option in options}
    return {option.label: labels.get(option.parent_id or 0) for option in options}


def test_options_are_set_under_one_another_as_one_action(dialog, workspace, point):
    dialog.add_option()
    item = dialog.tree.currentItem()
    item.setText(0, "a unit")
    dialog.add_below()
    dialog.tree.currentItem().setText(0, "a company")
    dialog.tree.currentItem().setText(1, "1")
    battalion = dialog.tree.topLevelItem(0)
    dialog.tree.setCurrentItem(battalion)
    dialog.accept()
    assert _tree(workspace, point)["a company"] == "a unit"
    assert {o.label: o.rank for o in list_options(workspace, point)}["a company"] == 1
    workspace.undo()
    assert set(_tree(workspace, point)) == {"a battalion", "three leaders", "a regiment"}


def test_indenting_and_outdenting(dialog, workspace, point):
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(1))
    dialog.indent()
    assert [o.parent_id is not None for o in dialog.typed_options()] == [False, True, False]
    dialog.outdent()
    assert all(o.parent_id is None for o in dialog.typed_options())


def test_claims_follow_the_new_name_of_an_option(dialog, workspace, point):
    dialog.tree.topLevelItem(0).setText(0, "one battalion")
    dialog.accept()
    answers = [claim.answer for claim in list_claims(workspace, point_id=point)]
    assert answers == ["one battalion", "three leaders", "a regiment"]


def test_what_was_under_a_deleted_option_moves_up(dialog):
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(1))
    dialog.indent()
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
    dialog.delete_option()
    assert [option.label for option in dialog.typed_options()] == ["three leaders", "a regiment"]


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [(0, "A Regiment", "two options"), (0, " ", "no name"), (1, "first", "whole number")],
)
def test_what_cannot_be_is_refused_and_stays(dialog, column, text, sentence):
    dialog.tree.topLevelItem(0).setText(column, text)
    with pytest.raises(UserError, match=sentence):
        dialog.typed_options()
    dialog.accept()
    assert dialog.isVisible()
    assert sentence in dialog.problem.text()
