"""Which flag is raised for whom, and that its identity stays."""

from dataclasses import replace

from app.domain.analysis import PointStatus, analyse
from app.domain.answers import Kind
from app.domain.case import Case, count_alike
from app.domain.flags import FlagKind, FlagLevel
from app.domain.records import Stance
from app.domain.witnesses import Dependence
from tests.domain.support import allowed, claim

A, B, C = allowed((1, 1)), allowed((5, 5)), allowed((9, 9))


def found(*claims, several=False):
    case = Case(7, "When?", Kind.DATE, tuple(claims), several=several)
    return analyse(case, Dependence())


def kinds(findings):
    return {(flag.kind, flag.level) for flag in findings.flags}


def test_different_speakers_disagree():
    findings = found(claim(A, by="X"), claim(B, by="Y"))
    assert findings.status is PointStatus.CONTRADICTED
    assert kinds(findings) == {(FlagKind.DISAGREEMENT, FlagLevel.CONTRADICTS)}
    assert len(findings.flags[0].claim_ids) == 2


def test_one_speaker_changes_the_story():
    findings = found(claim(A, by="X", siglum="K41"), claim(B, by="X", siglum="K48"))
    assert kinds(findings) == {(FlagKind.CHANGE_OF_STORY, FlagLevel.CONTRADICTS)}
    assert findings.flags[0].sigla == ("K41", "K48")


def test_one_account_contradicts_itself():
    findings = found(claim(A, by="X", account=3), claim(B, by="X", account=3))
    assert kinds(findings) == {(FlagKind.INNER_CONTRADICTION, FlagLevel.CONTRADICTS)}


def test_an_unknown_speaker_is_not_taken_for_the_same():
    assert kinds(found(claim(A), claim(B))) == {(FlagKind.DISAGREEMENT, FlagLevel.CONTRADICTS)}
    assert kinds(found(claim(A, account=3), claim(B, account=3))) == {
        (FlagKind.INNER_CONTRADICTION, FlagLevel.CONTRADICTS)
    }


def test_two_speakers_reported_in_one_account_disagree():
    findings = found(
        claim(A, by="X", account=3, reported=True), claim(B, by="Y", account=3, reported=True)
    )
    assert kinds(findings) == {(FlagKind.DISAGREEMENT, FlagLevel.CONTRADICTS)}


def test_all_three_at_once():
    findings = found(
        claim(A, by="X", account=1), claim(B, by="X", account=2), claim(C, by="Y", account=3)
    )
    assert {kind for kind, _ in kinds(findings)} == {
        FlagKind.CHANGE_OF_STORY,
        FlagKind.DISAGREEMENT,
    }
    disagreement = next(f for f in findings.flags if f.kind is FlagKind.DISAGREEMENT)
    assert len(disagreement.claim_ids) == 3


def test_silence_against_affirming_only():
    quiet = claim(A, stance=Stance.SILENT)
    assert kinds(found(quiet, claim(A))) == {(FlagKind.SILENCE, FlagLevel.TENSION)}
    assert found(quiet, claim(A)).status is PointStatus.CLEAR
    assert not found(quiet, claim(A, stance=Stance.DENIES)).flags
    assert not found(quiet).flags


def test_a_doubt_is_a_tension_but_the_point_stays_clear():
    findings = found(claim(A, by="X"), claim(A, by="Y", stance=Stance.DOUBTS))
    assert findings.status is PointStatus.CLEAR
    assert kinds(findings) == {(FlagKind.DISAGREEMENT, FlagLevel.TENSION)}
    assert "doubts" in findings.flags[0].why


def test_widened_sets_make_a_tension():
    findings = found(claim(A, allowed((1, 6)), by="X"), claim(B, by="Y"))
    assert findings.status is PointStatus.TENSION
    assert len(findings.versions) == 2


def test_a_version_is_named_by_what_most_say_exactly():
    findings = found(
        claim(A, allowed((1, 6)), by="X", text="ca. 1"),
        claim(A, by="Y", text="1"),
        claim(A, by="Z", text="1"),
        claim(allowed((1, 9)), by="W", text="1 to 9"),
    )
    assert [version.answer for version in findings.versions] == ["1"]


def test_claims_of_different_scope_never_clash():
    findings = found(claim(A, by="X", scope="officers"), claim(B, by="Y"))
    assert findings.status is PointStatus.CLEAR
    assert not findings.flags


def test_three_sets_with_gaps_clash_though_no_two_do():
    findings = found(
        claim(allowed((1, 1), (5, 5)), by="X"),
        claim(allowed((5, 5), (9, 9)), by="Y"),
        claim(allowed((1, 1), (9, 9)), by="Z"),
    )
    assert findings.status is PointStatus.CONTRADICTED
    assert len(findings.flags[0].claim_ids) == 3


def test_identity_does_not_depend_on_order_or_number_of_claims():
    x, y, z = claim(A, by="X"), claim(B, by="Y"), claim(B, by="Z")
    few = {flag.identity for flag in found(x, y).flags}
    assert few == {flag.identity for flag in found(z, y, x).flags}


def test_apparatus_lists_answers_in_order_and_omissions_last():
    line = found(
        claim(A, siglum="K48", text="whole regiment"),
        claim(B, siglum="Al09", text="battalion"),
        claim(A, siglum="K44", stance=Stance.SILENT),
    ).apparatus
    assert line == "When] battalion Al09 · whole regiment K48 · om. K44"


def test_a_bare_number_counts_what_the_point_counts():
    men = claim(A, by="X", kind=Kind.QUANTITY, unit="person")
    bare = claim(B, by="Y", kind=Kind.QUANTITY)
    case = Case(7, "How many?", Kind.QUANTITY, count_alike((men, bare)))
    assert analyse(case, Dependence()).status is PointStatus.CONTRADICTED
    case = Case(7, "How many?", Kind.QUANTITY, count_alike((men, bare), "men"))
    assert analyse(case, Dependence()).status is PointStatus.CONTRADICTED
    metres = claim(A, by="X", kind=Kind.QUANTITY, unit="m")
    case = Case(7, "How far?", Kind.QUANTITY, count_alike((metres, bare)))
    assert analyse(case, Dependence()).status is PointStatus.CLEAR


def test_what_is_planned_may_be_told_before_it_comes():
    early = replace(claim(B, by="X"), telling=(A, A))
    assert kinds(found(early)) == {(FlagKind.ANACHRONISM, FlagLevel.CONTRADICTS)}
    for question in ("When is the lease due to end?", "Wann soll die Brücke fertig sein?"):
        case = Case(7, question, Kind.DATE, (early,))
        assert not analyse(case, Dependence()).flags
