"""Kin through the services: kept, refused, undone, and what they make impossible."""

from dataclasses import replace

import pytest

from app.domain.errors import UserError
from app.domain.records import Subject
from app.domain.rules import KIN
from app.services.claims import ClaimDraft, add_claim, get_claim
from app.services.findings import list_flags
from app.services.importing import import_sheets
from app.services.rules import get_chain
from app.services.subjects import add_subject, delete_subject, edit_subject, get_subject
from app.services.subjects import list_subjects as every
from tests.services.support import dump, write_sheets

SUBJECTS = """name,kind,names,same_as,part_of,mother,father,spouses,note
Anna,person,Анна; Anja,,,Vera,Nikita,Pavel; Boris,the daughter
Vera,person,,,,,,,
Rotte 1,unit,,,Kompanie,,,,
Nikita der Ältere,person,,Nikita,,,,,
"""


def tell(workspace, subject, question, answer, siglum="K48"):
    draft = ClaimDraft(
        subject=subject, question=question, siglum=siglum, locator="p. 1", answer=answer
    )
    return add_claim(workspace, draft)


@pytest.fixture
def family(workspace):
    """Anna with her mother Vera; the roles follow from the questions."""
    mother = add_subject(workspace, Subject(0, "Vera", "person"))
    child = add_subject(workspace, Subject(0, "Anna", "person", mother_id=mother))
    return mother, child


def why(workspace):
    return [flag.why for flag in list_flags(workspace) if flag.kind == "chronology"]


def test_a_child_born_after_its_mother_died_is_flagged_and_undone(workspace, family):
    tell(workspace, "Vera", "When did she die?", "1900")
    tell(workspace, "Anna", "When was she born?", "1905", "L49")
    (sentence,) = why(workspace)
    assert "Vera is the mother of Anna" in sentence
    _, child = family
    before = dump(workspace)
    edit_subject(workspace, replace(get_subject(workspace, child), mother_id=None))
    assert why(workspace) == []
    workspace.undo()
    assert dump(workspace) == before


def test_the_claim_that_comes_last_is_found_whichever_side_it_is_on(workspace, family):
    tell(workspace, "Anna", "born", "1905")
    assert why(workspace) == []
    tell(workspace, "Vera", "died", "1900")
    assert len(why(workspace)) == 1
    assert workspace.undo()
    assert why(workspace) == []


def test_kin_of_another_name_are_the_same_kin(workspace, family):
    mother, _ = family
    add_subject(workspace, Subject(0, "Wera", "person", same_as_id=mother))
    tell(workspace, "Wera", "died", "1900")
    tell(workspace, "Anna", "born", "1905")
    assert len(why(workspace)) == 1


def test_what_hangs_on_other_kin_stays_when_one_date_changes(workspace, family):
    mother, child = family
    grandchild = add_subject(workspace, Subject(0, "Olga", "person", mother_id=child))
    assert grandchild
    for name, born in (("Vera", "1880"), ("Anna", "1885"), ("Olga", "1884")):
        tell(workspace, name, "born", born)
    assert len(why(workspace)) == 2
    tell(workspace, "Vera", "died", "1950")
    assert len(why(workspace)) == 2
    edit_subject(workspace, replace(get_subject(workspace, mother), note="x"))
    assert len(why(workspace)) == 2


@pytest.mark.parametrize("role", ["mother_id", "father_id"])
def test_nobody_is_his_own_forebear(workspace, family, role):
    mother, child = family
    with pytest.raises(UserError, match="forebear of itself"):
        edit_subject(workspace, replace(get_subject(workspace, mother), **{role: child}))
    with pytest.raises(UserError, match="related to itself"):
        edit_subject(workspace, replace(get_subject(workspace, mother), **{role: mother}))


def test_one_person_is_not_kin_twice(workspace, family):
    mother, child = family
    with pytest.raises(UserError, match="twice"):
        edit_subject(workspace, replace(get_subject(workspace, child), father_id=mother))


def test_a_mother_is_not_deleted_before_her_children(workspace, family):
    mother, child = family
    with pytest.raises(UserError, match="other subjects"):
        delete_subject(workspace, mother)
    delete_subject(workspace, child)
    delete_subject(workspace, mother)
    assert every(workspace) == []


def test_a_sheet_of_subjects_names_kin_and_makes_them(workspace, tmp_path):
    came = import_sheets(workspace, write_sheets(tmp_path, subjects=SUBJECTS))
    assert came.counts == {"subjects": 4}
    known = {subject.name: subject for subject in every(workspace)}
    anna = known["Anna"]
    assert (anna.mother_id, anna.father_id) == (known["Vera"].id, known["Nikita"].id)
    assert anna.spouse_ids == (known["Pavel"].id, known["Boris"].id)
    assert (anna.variants, anna.note) == (("Анна", "Anja"), "the daughter")
    assert known["Nikita der Ältere"].same_as_id == known["Nikita"].id
    assert known["Rotte 1"].part_of_id == known["Kompanie"].id


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("A,,,,,,,,\nB,,,A,,A,,,", "line 3: “B” would be a forebear of itself"),
        ("A,,,,,B,,,\nC,,,B,,,A,,\nB,,,,,,,,", "line 2: “A” would be a forebear of itself"),
        ("A,,,,,,,B,\nB,,,A,,,,,", "line 2: “A” cannot be related to itself"),
        ("A,,,,,B,,,\nB,,,,,A,,,", "line 2: “A” would be a forebear of itself"),
        ("A,,,,,A,,,", "line 2: “A” cannot be related to itself"),
        (",person,,,,,,,", "line 2: a subject needs a name"),
        ("A,,,,,,,,\na,,,,,,,,", "line 3: the subject “a” is already there"),
    ],
)
def test_a_sheet_of_impossible_kin_is_refused_by_line(workspace, tmp_path, row, sentence):
    header = SUBJECTS.splitlines()[0]
    before = dump(workspace)
    with pytest.raises(UserError, match=sentence):
        import_sheets(workspace, write_sheets(tmp_path, subjects=f"{header}\n{row}\n"))
    assert dump(workspace) == before


def test_roles_follow_from_the_questions_of_a_sheet(workspace, tmp_path):
    sheets = write_sheets(
        tmp_path,
        sources="key,title\nA,Register\n",
        claims="subject,subject_kind,question,answer_type,source,answer\n"
        "Anna,person,died,date,A,1900\nAnna,person,wrote,date,A,1905\n"
        "Anna,person,buried,date,A,1905\n",
    )
    import_sheets(workspace, sheets)
    (sentence,) = why(workspace)
    assert "wrote" in sentence


def test_a_chain_reaches_to_the_next_of_kin_and_says_so(workspace, family):
    tell(workspace, "Vera", "died", "1900")
    claim = tell(workspace, "Anna", "born", "1905")
    chain = get_chain(workspace, get_claim(workspace, claim).point_id)
    assert {case.subject for case in chain.cases} == {"Vera", "Anna"}
    (bound,) = [bound for bound in chain.bounds if bound.kind == KIN]
    assert bound.note == "Vera is the mother of Anna and lived to bear the child"
    assert len(chain.flags) == 1


def test_two_of_one_line_are_not_made_one_person(workspace, family):
    mother, child = family
    before = dump(workspace)
    with pytest.raises(UserError, match="forebear of itself"):
        edit_subject(workspace, replace(get_subject(workspace, child), same_as_id=mother))
    assert dump(workspace) == before
