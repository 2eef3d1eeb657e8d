"""The reading-room list and the citation audit, on a small history and on the sample."""

import pytest

from app.domain.citation_audit import Fidelity
from app.services.audit import audit_citations
from app.services.dossiers import make_sample
from app.services.importing import import_sheets
from app.services.reading_room import get_order_lines, get_order_list, list_unseen
from tests.services.support import write_sheets

SOURCES = """key,author,title,date,repository,fonds,shelfmark,copy_seen,quoted_after,derives_from
B1,Berg,A history,1960,,,,edition,,U1;L1
U1,Uhl,Diary,1848,Stadtarchiv,RH 2,RH2/10,,B1,
U2,,Protocol,1849,Stadtarchiv,RH 2,9,quoted after,B1,
U3,,Lost letter,,,,,quoted after,B1,
C1,Carl,A pamphlet,1970,,,,edition,,B1
L1,Lenz,Letters,1850,Stadtarchiv,,7,original,,
"""
CLAIMS = """subject,question,answer_type,source,locator,answer
Riot,When?,date,U1,p. 12,2 May 1848
Riot,When?,date,B1,p. 12,3 May 1848
Riot,When?,date,C1,p. 1,3 May 1848
Riot,How many?,quantity,U1,p. 13,300
Riot,Where?,option,U2,p. 14,the mill
Riot,Who led?,option,L1,fol. 1,a smith
Riot,Who led?,option,C1,p. 2,a smith
Riot,How long?,quantity,L1,fol. 2,about 3 days
Riot,How long?,quantity,B1,p. 15,3 days
"""


@pytest.fixture
def riot(workspace, tmp_path):
    import_sheets(workspace, write_sheets(tmp_path, sources=SOURCES, claims=CLAIMS))
    return workspace


def test_unseen_sources_by_what_hangs_on_them(riot):
    unseen = list_unseen(riot)
    assert [source.key for source in unseen] == ["U1", "U2", "U3"]
    diary = unseen[0]
    assert (diary.claims, diary.points, diary.versions, diary.versions_alone) == (2, 2, 2, 2)
    assert (diary.flags, diary.borrowers) == (1, 2)
    assert diary.places == ("page 12", "page 13")


def test_what_to_order_where(riot):
    archive, unknown = get_order_list(riot)
    assert [source.call_number for source in archive.sources] == ["RH 2, 9", "RH2/10"]
    assert (unknown.repository, [s.key for s in unknown.sources]) == ("", ["U3"])
    places, hangs = "page 12; page 13", "2 claims, 2 versions, 1 flag"
    assert get_order_lines(riot) == [
        "Stadtarchiv",
        "☐ RH 2, 9: Protocol, 1849 [U2]; quoted after B1, page 14 (1 claim, 1 version)",
        f"☐ RH2/10: Uhl, Diary, 1848 [U1]; quoted after B1, {places} ({hangs})",
        "",
        "Not known where",
        "☐ Lost letter [U3]; quoted after B1",
    ]


def test_the_audit_holds_only_what_is_held(riot):
    audits = {audit.author: audit for audit in audit_citations(riot)}
    assert [(c.cited.siglum, c.fidelity) for c in audits["Berg"].citations] == [
        ("L1", Fidelity.SHARPER)
    ]
    assert [(c.cited.siglum, c.fidelity) for c in audits["Carl"].citations] == [
        ("B1", Fidelity.FAITHFUL)
    ]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    with make_sample(tmp_path_factory.mktemp("room") / "k.variorum") as workspace:
        yield workspace


def test_the_sample_names_what_is_known_only_through_others(sample):
    keys = [source.key for source in list_unseen(sample)]
    assert set(keys) == {"RQ", "Ap51", "OT", "WP41", "Wi92", "NK41", "Ak53"}
    assert keys[0] == "RQ"


def test_the_sample_has_the_paper_at_odds_with_the_files_it_cites(sample):
    paper = next(audit for audit in audit_citations(sample) if audit.author == "Mark Edele")
    (misread,) = [c for c in paper.citations if c.fidelity is Fidelity.CONTRADICTED]
    assert (misread.citing.text, misread.cited.siglum) == ("269th Infantry Division", "Ic42")
    assert paper.count(Fidelity.FAITHFUL) > 20
