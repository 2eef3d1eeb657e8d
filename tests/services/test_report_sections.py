"""The sections of the report that are asked for, on the sample and on a small history."""

import pytest

from app.domain.errors import UserError
from app.reports.document import Document, Heading, plain_text
from app.reports.formats import render
from app.services.dossiers import make_sample
from app.services.report_sections import SECTIONS, build_sections
from app.services.report_witnesses import list_witnesses
from app.services.reporting import build_report
from tests.services.support import riot


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    with make_sample(tmp_path_factory.mktemp("sections") / "k.variorum") as workspace:
        yield workspace


def words(workspace, *names):
    blocks = build_sections(workspace, names)
    return render(Document("Report", blocks=blocks), ".md").decode()


def headings(blocks):
    return [
        plain_text(block.inlines)
        for block in blocks
        if isinstance(block, Heading) and block.level == 1
    ]


def test_sections_come_as_they_are_asked_for_each_once(workspace, tmp_path):
    riot(workspace, tmp_path)
    wanted = [*reversed(SECTIONS), "drift"]
    assert headings(build_sections(workspace, wanted)) == [
        "Citation audit", "Synopsis", "Reading room", "Linchpins", "Stemma", "Drift", "Witnesses",
    ]  # fmt: skip


def test_an_empty_dossier_has_every_section(workspace):
    assert len(headings(build_sections(workspace, SECTIONS))) == len(SECTIONS)


def test_no_section_stands_in_the_report_unasked(workspace, tmp_path):
    riot(workspace, tmp_path)
    assert not {"Witnesses", "Drift", "Stemma"} & set(headings(build_report(workspace).blocks))
    asked = headings(build_report(workspace, sections=["witnesses"]).blocks)
    assert asked.index("Witnesses") < asked.index("Sigla")


def test_an_unknown_section_is_refused_with_the_known_ones(workspace):
    with pytest.raises(UserError, match=r"“gossip”.*witnesses, drift, stemma, linchpins, read"):
        build_sections(workspace, ["drift", "gossip"])


def test_the_sample_names_one_witness_behind_four_sources(sample):
    text = words(sample, "witnesses")
    row = next(line for line in text.splitlines() if "three company leaders |" in line)
    assert row.endswith("| 4 | 1 | Ivan Nikitich Kononov |")
    assert "go back to one witness, Ivan Nikitich Kononov" in text
    whole = next(line for line in text.splitlines() if "| his whole regiment |" in line)
    assert "| 1–3 |" in whole
    assert "*perhaps* Konstantin Cherkassov and Franz W. Seidler" in whole


def test_versions_of_one_account_are_left_out(sample):
    versions = [found.version for point in list_witnesses(sample) for found in point.versions]
    assert all(len(set(version.sigla)) > 1 for version in versions)


def test_a_hollow_agreement_that_was_set_aside_says_so(sample, monkeypatch):
    from app.services import report_witnesses

    hollow = next(flag for flag in _flags(sample) if flag.kind == "hollow agreement")
    monkeypatch.setattr(report_witnesses, "list_dismissed", lambda _: [hollow])
    found = [agreement for point in list_witnesses(sample) for agreement in point.hollow]
    assert [agreement.why for agreement in found if agreement.is_set_aside] == [hollow.why]


def _flags(workspace):
    from app.services.findings import list_flags

    return list_flags(workspace)


def test_the_sample_shows_how_the_story_grew(sample):
    text = words(sample, "drift")
    row = next(line for line in text.splitlines() if line.startswith("| men who crossed |"))
    assert "*grown:* his whole regiment" in row
    assert "Six tellings are recorded of Ivan Nikitich Kononov" in text


def test_the_sample_s_linchpins_and_reading_room(sample):
    text = words(sample, "linchpins", "reading-room")
    assert text.index("**Ed16**") < text.index("**K48**") < text.index("**RQ**")
    assert "### To be looked for: not known where" in text
    assert text.rindex("**Ap51**") > text.index("## Reading room")


def test_a_section_can_be_stopped(workspace, tmp_path):
    riot(workspace, tmp_path)

    def stop(done, total):
        raise KeyboardInterrupt

    for name in ("witnesses", "drift", "linchpins"):
        with pytest.raises(KeyboardInterrupt):
            build_sections(workspace, [name], stop)
