"""Sheets in: what they mean, and that a bad one leaves the dossier as it was."""

import pytest
from sqlalchemy import text

from app.domain.errors import UserError
from app.services.checking import check_dossier
from app.services.importing import import_sheets
from app.services.subjects import list_subjects
from app.services.weighing import load_cases
from tests.services.support import CLAIMS, SOURCES, dump, riot, write_sheets


@pytest.fixture
def found(workspace, tmp_path):
    riot(workspace, tmp_path)
    return check_dossier(workspace)


def point(found, question):
    return next(p for p in found["points"] if p["question"] == question)


def flags(found, question):
    return [f for f in found["flags"] if any(name.endswith(question) for name in f["points"])]


def test_status_of_every_point(found):
    assert {p["question"]: p["status"] for p in found["points"]} == {
        "When did it begin?": "contradicted",
        "How many took part?": "tension",
        "Did it burn?": "clear",
        "How did he die?": "contradicted",
        "What was he like?": "clear",
    }


def test_versions_with_sources_and_witnesses(found):
    versions = point(found, "When did it begin?")["versions"]
    assert [(v["answer"], v["claims"], v["sources"], v["witnesses"]) for v in versions] == [
        ("1 May 1848", ["Br2"], 1, [1, 1]),
        ("2 May 1848", ["Br1", "Ch1"], 2, [1, 1]),
    ]
    burnt = point(found, "Did it burn?")["versions"]
    assert [(v["answer"], v["sources"], v["witnesses"]) for v in burnt] == [("yes", 2, [1, 1])]


def test_flags_by_kind(found):
    began = {f["kind"]: sorted(f["claims"]) for f in flags(found, "When did it begin?")}
    assert began == {
        "change of story": ["Br1", "Br2"],
        "disagreement": ["Br2", "Ch1"],
        "silence": ["Br1", "Br2", "Ch1", "Ne1"],
    }
    assert [f["level"] for f in flags(found, "How many took part?")] == ["tension"]
    assert [f["kind"] for f in flags(found, "How did he die?")] == ["disagreement"]
    assert not flags(found, "Did it burn?")


def test_the_author_and_a_speaker_written_otherwise_are_one(found):
    story = next(f for f in found["flags"] if f["kind"] == "change of story")
    assert "Brandt" in story["why"]


def test_apparatus_names_omission(found):
    line = point(found, "When did it begin?")["apparatus"]
    assert line == "When did it begin] 2 May 1848 Br1 Ch1 · 1 May 1848 Br2 · om. Ne1"


@pytest.mark.parametrize(
    ("sheet", "old", "new", "words"),
    [
        ("claims", "answer_type", "answer_kind", "line 1: .*no column “answer_kind”"),
        ("claims", "question,", "", "needs the column “question”"),
        ("claims", "2 May 1848,am", "31 April 1848,am", "line 2: .*31 April 1848"),
        ("claims", "Br2,p. 41", "Xx9,p. 41", "line 3: “Xx9” is no source"),
        ("claims", ",silent,", ",shouts,", "line 5: stance is “shouts”"),
        ("claims", "about 300 people", "many a man", "line 6: .*many a man"),
        ("claims", "yes-no,Ch1", "date,Ch1", "line 10: .*answered by a yes-no"),
        ("claims", "a tired man,,", "a tired man,,,,x", "line 13: the row has"),
        ("claims", "толпа", "тол\x00па", "line 7: .*NUL"),
        ("sources", "Br2,book", "BR1,book", "line 3: .*already taken"),
        ("sources", "Ch1?", "Zz?", "line 5: derives_from names “Zz”"),
        ("sources", ",,,,Br1\n", ",,,,Ch1\n", "derives_from names “Ch1”"),
        ("sources", "Ch1?", "Ch1??", "line 5: derives_from marks “Ch1” with"),
        ("sources", "Ch1?", "Ch1?;Ch1", "line 5: derives_from names “Ch1” twice"),
        ("sources", "1871", "3/4/1871", "line 3: .*3/4/1871"),
    ],
)
def test_a_bad_row_is_refused_by_line_and_nothing_is_kept(
    workspace, tmp_path, sheet, old, new, words
):
    sheets = {"sources": SOURCES, "claims": CLAIMS}
    assert old in sheets[sheet]
    sheets[sheet] = sheets[sheet].replace(old, new, 1)
    before = dump(workspace)
    with pytest.raises(UserError, match=words):
        import_sheets(workspace, write_sheets(tmp_path, **sheets))
    assert dump(workspace) == before


def test_a_circle_of_derivations_is_refused(workspace, tmp_path):
    sheets = "key,derives_from\nA1,B1\nB1,C1\nC1,A1\n"
    with pytest.raises(UserError, match="circle"):
        import_sheets(workspace, write_sheets(tmp_path, sources=sheets))


def test_another_encoding_is_refused_with_its_line(workspace, tmp_path):
    path = tmp_path / "sources.csv"
    path.write_bytes("key,title\nA1,Übung\n".encode("latin-1"))
    with pytest.raises(UserError, match=r"line 2: it is not in UTF-8 \(byte 0xDC\)"):
        import_sheets(workspace, [path])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_and_byte_order_marks(workspace, tmp_path, delimiter):
    path = tmp_path / "quellen.csv"
    path.write_text("\ufeff" + delimiter.join(["key", "title"]) + "\r\n"
                    + delimiter.join(["A1", "Über"]) + "\r\n", encoding="utf-8")  # fmt: skip
    assert import_sheets(workspace, [path]).counts == {"sources": 1}


def test_empty_missing_and_folder_are_refused(workspace, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.touch()
    marked = tmp_path / "marked.csv"
    marked.write_bytes(b"\xef\xbb\xbf")
    for path, words in (
        (empty, "empty"),
        (marked, "empty"),
        (tmp_path / "no.csv", "no such"),
        (tmp_path, "folder"),
    ):
        with pytest.raises(UserError, match=words):
            import_sheets(workspace, [path])


def test_another_format_is_named(workspace, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text("@book{a}")
    with pytest.raises(UserError, match=r"refs\.bib: sheets are taken in as \.csv"):
        import_sheets(workspace, [path])


def test_one_import_is_one_undo(workspace, tmp_path):
    before = dump(workspace)
    riot(workspace, tmp_path)
    after = dump(workspace)
    workspace.undo()
    assert dump(workspace) == before
    workspace.redo()
    assert dump(workspace) == after


def test_accounts_sheet_sets_the_own_account_and_adds_others(workspace, tmp_path):
    sheets = write_sheets(
        tmp_path,
        sources="key,author,date\nV1,Third Division,23 August 1941\n",
        accounts="siglum,source,speaker,recorder,date\n"
        "V1,V1,Ivan K.,the interpreter,23 August 1941\nV1b,V1,Pyotr L.,,24 August 1941\n",
        claims="subject,question,answer_type,source,answer\n"
        "Crossing,Where?,option,V1,the mill\nCrossing,Where?,option,V1b,the ford\n",
    )
    import_sheets(workspace, sheets)
    found = check_dossier(workspace)
    assert [flag["kind"] for flag in found["flags"]] == ["disagreement"]
    assert found["points"][0]["status"] == "contradicted"
    assert {v["sources"] for v in found["points"][0]["versions"]} == {1}


def test_subjects_named_as_answers_are_made_and_known_again(workspace, tmp_path):
    sheets = write_sheets(
        tmp_path,
        sources='key,author\nA1,"Weiss, Karl"\nB1,\nC1,\n',
        claims="subject,question,answer_type,source,answer\n"
        "Plot,Who led it?,subject,B1,Karl Weiss\n"
        'Plot,Who led it?,subject,C1,"Weiss, Karl"\n'
        "Plot,Where was it hatched?,subject,B1,Linz\n",
    )
    import_sheets(workspace, sheets)
    found = check_dossier(workspace)
    assert {p["question"]: p["status"] for p in found["points"]} == {
        "Who led it?": "clear",
        "Where was it hatched?": "clear",
    }
    assert {s.name for s in list_subjects(workspace)} == {"Karl Weiss", "Plot", "Linz"}


def test_a_claims_own_speaker_does_not_hide_a_derivation(workspace, tmp_path):
    sheets = write_sheets(
        tmp_path,
        sources="key,derives_from\nA1,\nB1,A1\nC1,A1?\n",
        claims="subject,question,answer_type,source,speaker,answer\n"
        "Fire,When?,date,A1,Adam,1 May 1700\nFire,When?,date,B1,Bea,1 May 1700\n"
        "Fire,When?,date,C1,Cid,1 May 1700\n",
    )
    import_sheets(workspace, sheets)
    assert check_dossier(workspace)["points"][0]["versions"][0]["witnesses"] == [1, 2]


def test_a_second_import_of_the_same_sheet_is_refused(workspace, tmp_path):
    riot(workspace, tmp_path)
    with pytest.raises(UserError, match="already taken"):
        riot(workspace, tmp_path)


def test_answers_read_by_a_convention_are_told_with_their_lines(workspace, tmp_path):
    answers = [*(f"19{n}0-{n}1" for n in range(2, 10)), "1920-21", "1.944"]
    kinds = ["date"] * 9 + ["quantity"]
    doubtful = "".join(
        f"The war,{kind}?,{kind},Br1,p. 9,,,{answer},,\n"
        for kind, answer in zip(kinds, answers, strict=True)
    )
    folder = tmp_path / "sheets"
    folder.mkdir()
    sheets = write_sheets(folder, sources=SOURCES, claims=CLAIMS + doubtful)
    came = import_sheets(workspace, sheets)
    assert came.rows == "5 sources, 22 claims"
    first, *remarks, more = came.remarked
    assert first.endswith(" answers were read by a convention:")
    assert remarks[0].startswith("claims.csv, line 14, “1920-21” and 1 more: 1920-21 was read as")
    assert len(remarks) == 5
    assert more.startswith("… and ")


def test_plain_answers_are_told_without_remarks(workspace, tmp_path):
    assert import_sheets(workspace, write_sheets(tmp_path, sources=SOURCES)).remarked == ()


@pytest.mark.parametrize(
    ("question", "role", "kept"),
    [
        ("When was he born?", "", "birth"),
        ("When was he born?", "none", ""),
        ("When was he made knight?", "Posthumous", "posthumous"),
    ],
)
def test_a_point_takes_its_role_from_the_sheet_or_the_question(
    workspace, tmp_path, question, role, kept
):
    header = "subject,subject_kind,question,answer_type,role"
    row = f"Mayor,person,{question},date,{role}"
    import_sheets(workspace, write_sheets(tmp_path, points=f"{header}\n{row}\n"))
    with workspace.reading() as connection:
        ids = list(connection.scalars(text("SELECT id FROM point")))
        assert [case.role for case in load_cases(connection, ids)] == [kept]


def test_a_role_that_is_none_is_refused(workspace, tmp_path):
    sheet = "subject,question,answer_type,role\nMayor,born,date,brith\n"
    with pytest.raises(UserError, match="line 2: role is “brith”"):
        import_sheets(workspace, write_sheets(tmp_path, points=sheet))


def test_a_bound_without_its_length_is_refused(workspace, tmp_path):
    claims = CLAIMS + "The riot,When did it end?,date,Br1,p. 9,,,3 May 1848,,\n"
    rules = (
        "kind,a,b,relation\n"
        "order,The riot: When did it begin?,The riot: When did it end?,at least\n"
    )
    sheets = write_sheets(tmp_path, sources=SOURCES, claims=claims, rules=rules)
    with pytest.raises(UserError, match=r"line 2: .*“at least” needs a value"):
        import_sheets(workspace, sheets)
