"""The worksheet of silences: who might have spoken, what is answered, and that it undoes."""

import pytest

from app.domain.errors import UserError
from app.domain.silences import Reply, Strength
from app.domain.synopsis import CellState
from app.services.accounts import delete_account, list_accounts
from app.services.points import list_points
from app.services.searches import note_search
from app.services.silences import answer_question, list_silences
from app.services.sources import delete_source, list_sources
from tests.services.support import dump, riot


@pytest.fixture
def town(workspace, tmp_path):
    riot(workspace, tmp_path)
    return workspace


def point(workspace, question):
    return next(p.id for p in list_points(workspace) if p.question == question)


def account(workspace, siglum):
    return next(a.id for a in list_accounts(workspace) if a.siglum == siglum)


def states(workspace, question):
    found = list_silences(workspace, point(workspace, question))
    return {silence.siglum: (silence.state, silence.neighbours) for silence in found}


def test_who_speaks_to_the_neighbourhood_and_not_to_the_point(town):
    assert states(town, "When did it begin?") == {
        "Ne1": (CellState.SILENT, 1), "Оз1": (CellState.UNKNOWN, 1),
    }  # fmt: skip
    assert states(town, "How many took part?") == {
        "Br2": (CellState.UNKNOWN, 1), "Ch1": (CellState.UNKNOWN, 1),
    }  # fmt: skip
    assert states(town, "Did it burn?") == {}


def test_searched_and_unread_are_told_apart(town):
    many = point(town, "How many took part?")
    note_search(town, account(town, "Br2"), many, CellState.SEARCHED)
    note_search(town, account(town, "Ch1"), many, CellState.UNREAD)
    found = states(town, "How many took part?")
    assert (found["Br2"][0], found["Ch1"][0]) == (CellState.SEARCHED, CellState.UNREAD)


def test_answers_are_kept_changed_undone_and_weighed(town):
    begin, paper = point(town, "When did it begin?"), account(town, "Ne1")
    before = dump(town)
    for question in ("known", "told"):
        answer_question(town, paper, begin, question, Reply.YES, "a newspaper of the town")
    quiet = next(s for s in list_silences(town, begin) if s.account_id == paper)
    assert quiet.strength is Strength.SUGGESTIVE
    assert quiet.replies["told"].note == "a newspaper of the town"
    answer_question(town, paper, begin, "told", Reply.NO)
    quiet = next(s for s in list_silences(town, begin) if s.account_id == paper)
    assert quiet.strength is Strength.WEAK
    for _ in range(3):
        town.undo()
    assert dump(town) == before


def test_an_open_reply_takes_an_answer_back(town):
    begin, paper = point(town, "When did it begin?"), account(town, "Ne1")
    before = dump(town)
    answer_question(town, paper, begin, "known", Reply.YES)
    answer_question(town, paper, begin, "known", Reply.OPEN)
    assert dump(town) == before


def test_another_question_is_refused(town):
    with pytest.raises(UserError, match="none of the questions"):
        answer_question(town, account(town, "Ne1"), point(town, "Did it burn?"), "x", Reply.YES)


def test_what_is_noted_of_an_account_goes_with_it(town):
    from app.domain.records import Account
    from app.services.accounts import add_account

    source = next(s for s in list_sources(town) if s.key == "Br2")
    made = add_account(town, Account(0, "Br2x", source.id))
    note_search(town, made, point(town, "Did it burn?"), CellState.UNREAD)
    answer_question(town, made, point(town, "Did it burn?"), "known", Reply.YES)
    before = dump(town)
    delete_account(town, made)
    town.undo()
    assert dump(town) == before


def test_a_source_without_claims_goes_with_what_is_noted_of_it(town):
    from app.domain.records import Source
    from app.services.sources import add_source

    made = add_source(town, Source(0, "Zz1"))
    note_search(town, account(town, "Zz1"), point(town, "Did it burn?"), CellState.SEARCHED)
    delete_source(town, made)
    assert all(source.key != "Zz1" for source in list_sources(town))
