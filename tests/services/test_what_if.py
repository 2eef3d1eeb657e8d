"""What if, on a dossier: the same as if the source had never been taken in; nothing written."""

import pytest

from app.domain.records import Subject
from app.services.checking import check_dossier
from app.services.claims import ClaimDraft, add_claim
from app.services.crossing import flags_among
from app.services.findings import list_flags
from app.services.importing import import_sheets
from app.services.linchpins import list_linchpins
from app.services.points import list_points
from app.services.sources import list_sources
from app.services.subjects import add_subject, list_subjects
from app.services.what_if import get_supposed_point, set_aside, what_if
from app.services.workspace import Workspace
from tests.services.support import CLAIMS, SOURCES, dump, riot, write_sheets


@pytest.fixture
def town(workspace, tmp_path):
    riot(workspace, tmp_path)
    return workspace


def source(workspace, key):
    return next(s.id for s in list_sources(workspace) if s.key == key)


def without_rows(text, key):
    header, *rows = text.splitlines()
    return "\n".join([header, *(row for row in rows if f",{key}," not in row)]) + "\n"


@pytest.mark.parametrize("key", ["Br1", "Br2", "Ch1", "Ne1", "Оз1"])
def test_status_and_versions_are_those_of_a_dossier_without_its_claims(town, tmp_path, key):
    (tmp_path / "other").mkdir()
    with Workspace.create(tmp_path / "less.variorum") as less:
        sheets = {"claims": without_rows(CLAIMS, key), "sources": SOURCES}
        import_sheets(less, write_sheets(tmp_path / "other", **sheets))
        expected = {point["question"]: point for point in check_dossier(less)["points"]}
    aside = set_aside(town, sources=[source(town, key)])
    for point in list_points(town):
        if point.question not in expected:
            continue
        supposed = get_supposed_point(town, point.id, aside)
        found, change = supposed.findings, supposed.change
        wanted = expected[point.question]
        assert str(found.status) == wanted["status"]
        assert [
            (list(v.sigla), v.sources, [v.witnesses.low, v.witnesses.high]) for v in found.versions
        ] == [(v["claims"], v["sources"], v["witnesses"]) for v in wanted["versions"]]
        assert change.status_after is found.status


def test_nothing_is_written_and_what_differs_is_said(town):
    before = dump(town)
    outcome = what_if(town, set_aside(town, sources=[source(town, "Br2")]))
    assert dump(town) == before
    assert (outcome.points_touched, outcome.claims_aside) == (2, 2)
    began, like = outcome.changes
    assert began.title == "The riot: When did it begin?"
    assert (str(began.status_before), str(began.status_after)) == ("contradicted", "clear")
    assert {flag.kind for flag in began.flags_gone} == {"disagreement", "change of story"}
    assert [v.answer for v in like.versions_gone] == ["a tired man"]


def test_a_speaker_set_aside_takes_all_accounts_along(town):
    brandt = next(s.id for s in list_subjects(town) if "Brandt" in s.name)
    outcome = what_if(town, set_aside(town, speakers=[brandt]))
    assert outcome.claims_aside == 6


def test_borrowers_fall_with_their_lender_where_asked(town):
    alone = set_aside(town, sources=[source(town, "Br1")])
    along = set_aside(town, sources=[source(town, "Br1")], with_borrowers=True)
    assert what_if(town, alone).claims_aside == 4
    assert what_if(town, along).claims_aside == 6


def test_linchpins_agree_with_setting_each_source_aside(town):
    found = list_linchpins(town)
    assert {linchpin.key for linchpin in found} == {"Br1", "Br2", "Ch1", "Ne1", "Оз1"}
    for linchpin in found:
        outcome = what_if(town, set_aside(town, sources=[linchpin.source_id]))
        assert linchpin.points == len(outcome.changes)
        assert linchpin.statuses == sum(change.weight[0] for change in outcome.changes)
        assert linchpin.versions_gone == sum(len(c.versions_gone) for c in outcome.changes)
        assert linchpin.flags_gone == sum(len(c.flags_gone) for c in outcome.changes)
    weights = [linchpin.weight for linchpin in found]
    assert weights == sorted(weights, reverse=True)


RULES = {
    "sources": "key,author,date\nA1,Karl Weiss,1950\nB1,,1944\nC1,,1961\n",
    "points": "subject,question,answer_type,role\nKarl Weiss,When born?,date,birth\n"
    "Karl Weiss,When did he die?,date,death\nKarl Weiss,When did he marry?,date,\n",
    "claims": "subject,question,answer_type,source,answer\n"
    "Karl Weiss,When born?,date,B1,1900\nKarl Weiss,When did he marry?,date,A1,1890\n"
    "Karl Weiss,When did he die?,date,B1,1943\nKarl Weiss,When did he die?,date,C1,1960\n",
}


def test_rules_across_points_are_held_again(workspace, tmp_path):
    import_sheets(workspace, write_sheets(tmp_path, **RULES))
    without_birth = what_if(workspace, set_aside(workspace, sources=[source(workspace, "B1")]))
    gone = {flag.kind for change in without_birth.changes for flag in change.flags_gone}
    assert "chronology" in gone
    without_late_death = what_if(workspace, set_aside(workspace, sources=[source(workspace, "C1")]))
    new = {flag.kind for change in without_late_death.changes for flag in change.flags_new}
    assert new == {"anachronism"}
    linchpins = {linchpin.key: linchpin for linchpin in list_linchpins(workspace)}
    assert linchpins["C1"].flags_new == 1
    assert linchpins["B1"].flags_gone >= 1


def test_a_flag_of_kin_falls_with_a_claim_on_either_side(workspace):
    mother = add_subject(workspace, Subject(0, "Vera", "person"))
    add_subject(workspace, Subject(0, "Anna", "person", mother_id=mother))
    for subject, question, answer, siglum in (
        ("Vera", "When did she die?", "1900", "K48"), ("Anna", "When was she born?", "1905", "L49"),
    ):  # fmt: skip
        add_claim(
            workspace,
            ClaimDraft(subject=subject, question=question, siglum=siglum, answer=answer),
        )
    (kept,) = list_flags(workspace)
    for key in ("K48", "L49"):
        aside = set_aside(workspace, sources=[source(workspace, key)])
        outcome = what_if(workspace, aside)
        assert {f.identity for c in outcome.changes for f in c.flags_gone} == {kept.identity}
        for point in list_points(workspace):
            supposed = get_supposed_point(workspace, point.id, aside)
            assert [flag.identity for flag in supposed.change.flags_gone] == [kept.identity]
    assert [linchpin.flags_gone for linchpin in list_linchpins(workspace)] == [1, 1]


@pytest.mark.parametrize("find", ["what if", "linchpins"])
def test_an_edit_need_not_wait_while_flags_across_points_are_found(workspace, monkeypatch, find):
    mother = add_subject(workspace, Subject(0, "Vera", "person"))
    add_subject(workspace, Subject(0, "Anna", "person", mother_id=mother))
    for subject, question, answer in (
        ("Vera", "When did she die?", "1900"), ("Anna", "When was she born?", "1905"),
    ):  # fmt: skip
        draft = ClaimDraft(subject=subject, question=question, siglum="K48", answer=answer)
        add_claim(workspace, draft)
    module = {"what if": "app.services.what_if", "linchpins": "app.services.linchpins"}[find]
    kept = []

    def finding(*given, **named):
        kept.append(add_subject(workspace, Subject(0, f"Met meanwhile {len(kept)}")))
        return flags_among(*given, **named)

    monkeypatch.setattr(f"{module}.flags_among", finding)
    with Workspace.open(workspace.path, read_only=True) as reader:
        if find == "linchpins":
            list_linchpins(reader)
        else:
            what_if(reader, set_aside(reader, sources=[source(reader, "K48")]))
    assert kept
