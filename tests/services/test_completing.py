from __future__ import annotations

import pytest

from app.domain.answers import Kind
from app.domain.records import Subject
from app.services.claims import ClaimDraft, add_claim
from app.services.completing import (
    complete_accounts,
    complete_answers,
    complete_points,
    complete_sources,
    complete_subjects,
    find_account,
    find_named_point,
    find_source_by_key,
)
from app.services.points import list_points
from app.services.subjects import edit_subject, list_subjects
from app.services.workspace import Workspace


@pytest.fixture
def dossier(workspace: Workspace) -> Workspace:
    for subject, question, kind, siglum, answer in (
        ("Ivan Kononov", "When did he cross?", Kind.DATE, "K48", "22 August 1941"),
        ("Ivan Kononov", "Who crossed?", Kind.OPTION, "K48", "his whole regiment"),
        ("Ivan Kononov", "Who crossed?", Kind.OPTION, "D41", "three leaders"),
        ("Größ: ein Dorf", "Was it burnt?", Kind.YES_NO, "Ö%_", "yes"),
    ):
        add_claim(
            workspace,
            ClaimDraft(subject=subject, question=question, kind=kind, siglum=siglum, answer=answer),
        )
    subject = next(s for s in list_subjects(workspace) if s.name == "Ivan Kononov")
    edit_subject(workspace, Subject(subject.id, subject.name, "person", ("Кононов",)))
    return workspace


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kon cross", ["When did he cross?", "Who crossed?"]),
        ("КОНОНОВ who", ["Who crossed?"]),
        ("gross burnt", ["Was it burnt?"]),
        ("ivan nothing", []),
        ('"; DROP TABLE point; --', []),
        ("ivan\x00 who*", ["Who crossed?"]),
    ],
)
def test_points_are_found_by_words_of_any_name_and_of_the_question(dossier, words, found):
    assert [point.question for point in complete_points(dossier, words)] == found


def test_no_words_propose_the_first_points(dossier):
    assert len(complete_points(dossier, "")) == 3
    assert len(complete_points(dossier, "", most=1)) == 1


def test_accounts_are_found_by_siglum_first(dossier):
    assert [found.siglum for found in complete_accounts(dossier, "k")] == ["K48"]
    assert [found.siglum for found in complete_accounts(dossier, "%")] == []
    assert [found.siglum for found in complete_accounts(dossier, "Ö%")] == ["Ö%_"]
    assert len(complete_accounts(dossier, "")) == 3


def test_sources_are_found_by_key(dossier):
    assert [found.key for found in complete_sources(dossier, "d4")] == ["D41"]
    assert find_source_by_key(dossier, " d41 ").key == "D41"
    assert find_source_by_key(dossier, "nothing") is None


def test_subjects_are_found_by_a_variant(dossier):
    assert complete_subjects(dossier, "конон") == ["Ivan Kononov"]


def test_answers_come_from_options_and_from_yes_and_no(dossier):
    points = {point.question: point.id for point in list_points(dossier)}
    assert complete_answers(dossier, points["Who crossed?"], "REGI") == ["his whole regiment"]
    assert complete_answers(dossier, points["Was it burnt?"]) == ["yes", "no"]
    assert complete_answers(dossier, points["When did he cross?"], "1941") == ["22 August 1941"]


@pytest.mark.parametrize(
    ("text", "subject", "question", "is_known", "is_new_subject"),
    [
        ("Ivan Kononov: Who crossed?", "Ivan Kononov", "Who crossed?", True, False),
        ("кононов :  who CROSSED?", "кононов", "who CROSSED?", True, False),
        ("Größ: ein Dorf: Was it burnt?", "Größ: ein Dorf", "Was it burnt?", True, False),
        ("Größ: ein Dorf: When?", "Größ: ein Dorf", "When?", False, False),
        ("Anna: When: exactly?", "Anna", "When: exactly?", False, True),
    ],
)
def test_a_point_is_named_as_subject_and_question(
    dossier, text, subject, question, is_known, is_new_subject
):
    named = find_named_point(dossier, text)
    assert (named.subject, named.question) == (subject, question)
    assert (named.id is not None) is is_known
    assert named.is_new_subject is is_new_subject


@pytest.mark.parametrize("text", ["", "Ivan Kononov", "Ivan Kononov:", ": Who crossed?"])
def test_half_a_name_is_no_point(dossier, text):
    assert find_named_point(dossier, text) is None


def test_accounts_are_known_whatever_the_case(dossier):
    assert find_account(dossier, " k48 ").siglum == "K48"
    assert find_account(dossier, "K49") is None
    assert find_account(dossier, " ") is None
