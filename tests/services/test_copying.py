"""A copy of an open dossier: whole, checked, never over another file."""

from __future__ import annotations

import sqlite3

import pytest

from app.domain.errors import UserError
from app.domain.records import Subject
from app.services.completing import complete_points
from app.services.copying import copy_dossier
from app.services.subjects import add_subject
from app.services.workspace import Workspace


def test_a_copy_of_an_open_dossier_holds_what_was_kept(workspace, tmp_path):
    kept = add_subject(workspace, Subject(0, "Ivan Kononov"))
    steps = []
    copy_dossier(workspace.path, tmp_path / "copy.variorum", lambda *step: steps.append(step))
    with Workspace.open(tmp_path / "copy.variorum") as copy:
        add_subject(copy, Subject(0, "Another"))
    done, total = steps[-1]
    assert done == total > 0
    assert kept
    assert complete_points(workspace, "Another") == []
    assert [path.name for path in tmp_path.glob(".copy*")] == []


@pytest.mark.parametrize(("name", "words"), [("empty", "the dossier itself"), ("old", "already")])
def test_nothing_is_written_over(workspace, tmp_path, name, words):
    (tmp_path / "old.variorum").write_bytes(b"another")
    with pytest.raises(UserError, match=words):
        copy_dossier(workspace.path, tmp_path / f"{name}.variorum", lambda *_: None)
    assert (tmp_path / "old.variorum").read_bytes() == b"another"


def test_a_copy_that_is_stopped_leaves_nothing(workspace, tmp_path):
    def stop(*_step):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        copy_dossier(workspace.path, tmp_path / "copy.variorum", stop)
    assert [path.name for path in tmp_path.iterdir() if "copy" in path.name] == []


def test_a_dossier_that_another_program_holds_is_not_waited_for(workspace, tmp_path):
    path = workspace.path
    workspace.close()
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="another program"):
            copy_dossier(path, tmp_path / "copy.variorum", lambda *_: None)
    finally:
        other.close()
    assert list(tmp_path.glob("*copy*")) == []
