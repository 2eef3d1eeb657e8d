"""Derivations in a dossier: what is refused, what follows for points, and that it undoes."""

from dataclasses import replace

import pytest

from app.domain.errors import UserError
from app.domain.records import Degree, Derivation
from app.services.accounts import edit_account, list_accounts
from app.services.checking import check_dossier
from app.services.derivations import edit_link, link_accounts, list_links, unlink_accounts
from app.services.findings import list_flags
from app.services.importing import import_sheets
from app.services.points import delete_point, list_points
from app.services.sources import edit_source, get_source
from app.services.subjects import edit_subject, list_subjects
from app.services.workspace import Workspace
from tests.services.support import dump, write_sheets

SOURCES = """key,author,date,derives_from
Q1,Quast,1700,
R1,Rau,1710,
S1,Simon,1720,
T1,Till,1730,
"""
CLAIMS = """subject,question,answer_type,source,answer
Fire,When?,date,Q1,1 May 1699
Fire,When?,date,R1,1 May 1699
Fire,When?,date,S1,1 May 1699
Fire,Where?,option,R1,the mill
Fire,Where?,option,S1,the mill
"""


@pytest.fixture
def fire(workspace, tmp_path) -> Workspace:
    import_sheets(workspace, write_sheets(tmp_path, sources=SOURCES, claims=CLAIMS))
    return workspace


def account(workspace, siglum):
    return next(a for a in list_accounts(workspace) if a.siglum == siglum)


def link(workspace, borrower, lender, degree=Degree.CERTAIN, points=()):
    ids = [p.id for p in list_points(workspace) if p.question in points]
    return link_accounts(workspace, Derivation(
        0, account(workspace, borrower).id, account(workspace, lender).id, degree,
        point_ids=tuple(ids),
    ))  # fmt: skip


def witnesses(workspace):
    return {
        p["question"]: p["versions"][0]["witnesses"] for p in check_dossier(workspace)["points"]
    }


def hollow(workspace):
    return {f.question for f in list_flags(workspace) if f.kind == "hollow agreement"}


def test_kept_flags_follow_a_link_without_a_full_recheck(fire):
    assert hollow(fire) == set()
    link(fire, "R1", "Q1")
    made = link(fire, "S1", "R1")
    assert hollow(fire) == {"When?"}
    assert witnesses(fire) == {"When?": [1, 1], "Where?": [1, 1]}
    after = dump(fire)
    fire.recheck_all()
    assert dump(fire) == after
    unlink_accounts(fire, made)
    assert hollow(fire) == set()
    fire.undo()
    assert hollow(fire) == {"When?"}


def test_a_link_above_a_borrower_of_borrowers_reaches_its_points(fire):
    link(fire, "R1", "T1", Degree.DENIED)
    link(fire, "S1", "R1")
    link(fire, "R1", "Q1")
    assert hollow(fire) == {"When?"}


def test_a_link_on_named_points_counts_there_only_and_goes_with_the_point(fire):
    made = link(fire, "S1", "R1", points=("Where?",))
    assert witnesses(fire) == {"When?": [3, 3], "Where?": [1, 1]}
    (kept,) = list_links(fire)
    edit_link(fire, replace(kept, degree=Degree.SUSPECTED))
    assert witnesses(fire)["Where?"] == [1, 2]
    edit_link(fire, replace(kept, point_ids=()))
    assert witnesses(fire) == {"When?": [2, 2], "Where?": [1, 1]}
    fire.undo()
    assert list_links(fire)[0].point_ids == kept.point_ids
    assert made == kept.id


def test_a_point_that_goes_takes_the_links_that_held_on_it_alone(fire):
    import app.services.claims as claims

    link(fire, "S1", "R1", points=("Where?",))
    link(fire, "T1", "R1", points=("Where?", "When?"))
    where = next(p for p in list_points(fire) if p.question == "Where?")
    for claim in claims.list_claims(fire, point_id=where.id):
        claims.delete_claim(fire, claim.id)
    before = dump(fire)
    delete_point(fire, where.id)
    assert [len(kept.point_ids) for kept in list_links(fire)] == [1]
    fire.undo()
    assert dump(fire) == before


def test_speakers_found_to_be_one_person_are_one_witness(fire):
    quast, rau = (next(s for s in list_subjects(fire) if s.name == n) for n in ("Quast", "Rau"))
    edit_subject(fire, replace(rau, same_as_id=quast.id))
    assert witnesses(fire)["When?"] == [2, 2]
    simon = next(s for s in list_subjects(fire) if s.name == "Simon")
    edit_subject(fire, replace(simon, same_as_id=quast.id))
    assert hollow(fire) == {"When?", "Where?"}


@pytest.mark.parametrize(
    ("borrower", "lender", "words"),
    [
        ("Q1", "T1", r"Q1 \(1700\) cannot draw on T1 \(1730\), which is later"),
        ("S1", "S1", "cannot draw on itself"),
        ("S1", "R1", "recorded already"),
        ("R1", "S1", r"S1 would draw on itself.*\(S1 ← R1 ← S1\)"),
    ],
)
def test_links_that_cannot_be_are_refused(fire, borrower, lender, words):
    link(fire, "S1", "R1")
    before = dump(fire)
    with pytest.raises(UserError, match=words):
        link(fire, borrower, lender)
    assert dump(fire) == before


def test_a_circle_names_its_accounts(workspace, tmp_path):
    import_sheets(workspace, write_sheets(tmp_path, sources="key,derives_from\nA,B\nB,C\nC,\n"))
    with pytest.raises(UserError, match=r"A ← B ← C ← A|B ← C ← A ← B|C ← A ← B ← C"):
        link(workspace, "C", "A")


def test_a_date_that_no_derivation_allows_is_refused(fire):
    link(fire, "S1", "R1")
    with pytest.raises(UserError, match="which is later"):
        edit_account(fire, replace(account(fire, "R1"), date="1750"))
    source = get_source(fire, account(fire, "R1").source_id)
    with pytest.raises(UserError, match="which is later"):
        edit_source(fire, replace(source, date="1750"))
    edit_account(fire, replace(account(fire, "R1"), date="ca. 1721"))


DEAD = (
    "subject,question,answer_type,role\nKarl Weiss,When did he die?,date,death\n",
    "subject,question,answer_type,source,answer\nKarl Weiss,When did he die?,date,N1,{}\n",
)


def dead(tmp_path, died):
    sources = 'key,author,date,derives_from\nW1,"Weiss, Karl",,L1\nL1,Loos,1950,\nN1,,1944,\n'
    return write_sheets(tmp_path, sources=sources, points=DEAD[0], claims=DEAD[1].format(died))


def test_a_dead_speaker_draws_on_nothing(workspace, tmp_path):
    with pytest.raises(UserError, match=r"sources\.csv, line 2: .*Karl Weiss, .* was dead by then"):
        import_sheets(workspace, dead(tmp_path, "3 May 1943"))
    import_sheets(workspace, dead(tmp_path, "after 3 May 1943"))


def test_a_later_lender_is_refused_by_line(workspace, tmp_path):
    sheet = "key,date,derives_from\nA1,1900,\nB1,1890,A1\n"
    with pytest.raises(UserError, match=r"sources\.csv, line 3: B1 \(1890\) cannot draw on A1"):
        import_sheets(workspace, write_sheets(tmp_path, sources=sheet))
    accounts = "siglum,source,date\nA1,A1,1880\n"
    import_sheets(workspace, write_sheets(tmp_path, sources=sheet, accounts=accounts))


def test_a_suspicion_is_bound_by_dates_too_but_a_denial_is_not(workspace, tmp_path):
    sheet = "key,date,derives_from\nA1,1900,\nB1,1890,A1{}\n"
    with pytest.raises(UserError, match="which is later"):
        import_sheets(workspace, write_sheets(tmp_path, sources=sheet.format("?")))
    import_sheets(workspace, write_sheets(tmp_path, sources=sheet.format("!")))
