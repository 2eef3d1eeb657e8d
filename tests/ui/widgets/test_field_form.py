from __future__ import annotations

import pytest

from app.ui.widgets.field_form import FieldForm, FieldGroup, FieldSpec

GROUPS = (
    FieldGroup(
        "Words",
        (
            FieldSpec("key", "&Key"),
            (FieldSpec("volume", "Volume"), FieldSpec("issue", "Issue")),
            FieldSpec("note", "Note", lines=3),
            FieldSpec("form", "Form", choices={"": "not said", "film": "film"}),
        ),
    ),
)


@pytest.fixture
def form(app, qtbot):
    made = FieldForm(GROUPS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_only_what_differs_counts_as_changed(form):
    form.load({"key": "K48", "note": "x"})
    assert not form.is_changed()
    form.line("key").setText("  K48 ")
    assert not form.is_changed()
    form.line("volume").setText("2")
    assert form.changed_values() == {"volume": "2"}


def test_a_reload_keeps_what_is_typed_and_takes_the_rest(form):
    form.load({"key": "K48", "issue": "1", "note": "old"})
    form.line("issue").setText("3")
    form.reload({"key": "K49", "issue": "2", "note": "new"})
    assert form.values() == {"key": "K49", "volume": "", "issue": "3", "note": "new", "form": ""}
    assert form.changed_values() == {"issue": "3"}


def test_an_unknown_choice_is_kept(form):
    form.load({"form": "wax cylinder"})
    assert form.values()["form"] == "wax cylinder"
    assert not form.is_changed()
    form.load({"form": "film"})
    assert form.editors["form"].currentText() == "film"


def test_asking_for_a_line_that_is_none(form):
    with pytest.raises(LookupError):
        form.line("note")
