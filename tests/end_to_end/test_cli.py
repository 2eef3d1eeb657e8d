"""The command line as a script uses it: exit status, one line of error, nothing half-written."""

import io
import json
from pathlib import Path

import pytest

from app.cli import run
from tests.services.support import CLAIMS, SOURCES, write_sheets


@pytest.fixture
def variorum(capsys, monkeypatch):
    """Run a command; return exit status, standard output and standard error."""

    def call(*arguments: object, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        try:
            status = run(lambda path: 77, [str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return call


@pytest.fixture
def filled(variorum, tmp_path) -> Path:
    path = tmp_path / "riot.variorum"
    assert variorum("new", path)[0] == 0
    status, out, _ = variorum("import", path, *write_sheets(tmp_path, sources=SOURCES,
                                                             claims=CLAIMS))  # fmt: skip
    assert (status, out) == (0, "Imported 5 sources, 12 claims.\n")
    return path


def test_check_in_words_and_as_json(variorum, filled):
    status, out, _ = variorum("check", filled)
    assert status == 0
    assert out.startswith("5 points: 2 contradicted, 1 in tension, 2 clear.")
    status, out, _ = variorum("check", filled, "--json")
    found = json.loads(out)
    assert status == 0
    assert {"subject", "question", "kind", "status", "versions", "apparatus", "judgement"} <= set(
        found["points"][0]
    )
    assert {"kind", "level", "points", "claims", "why"} <= set(found["flags"][0])


@pytest.mark.parametrize("ending", ["html", "pdf", "docx"])
def test_report_in_each_format(variorum, filled, tmp_path, ending):
    out = tmp_path / f"report.{ending}"
    assert variorum("report", filled, "-o", out)[0] == 0
    start = {"html": b"<!", "pdf": b"%PDF", "docx": b"PK"}[ending]
    assert out.read_bytes().startswith(start)


def test_a_report_holds_the_sections_asked_for(variorum, filled, tmp_path):
    out = tmp_path / "report.html"
    assert variorum("report", filled, "-o", out, "--with", "stemma")[0] == 0
    assert ">Stemma</h" in out.read_text(encoding="utf-8")
    status, _, err = variorum("report", filled, "-o", tmp_path / "r.html", "--with", "gossip")
    assert status == 1
    assert "gossip" in err
    assert not (tmp_path / "r.html").exists()


def test_sections_may_be_named_together_and_are_all_in_the_help(variorum, filled, tmp_path):
    from app.services.report_sections import SECTIONS

    out = tmp_path / "report.md"
    named = ("--with", "witnesses, drift,linchpins", "--with", "reading-room")
    assert variorum("report", filled, "-o", out, *named)[0] == 0
    text = out.read_text(encoding="utf-8")
    for heading in ("Witnesses", "Drift", "Linchpins", "Reading room"):
        assert f"\n## {heading}\n" in text
    assert "\n## Stemma\n" not in text
    status, _, err = variorum("report", filled, "-o", out, "--with", "drift,gossip")
    assert (status, err.count("\n")) == (1, 1)
    assert f"no section “gossip”; ask for one of {', '.join(SECTIONS)}." in err
    shown = "".join(variorum("report", "--help")[1].split())
    assert all(section in shown for section in SECTIONS)


def test_report_in_an_unknown_format_writes_nothing(variorum, filled, tmp_path):
    before = sorted(tmp_path.iterdir())
    status, _, err = variorum("report", filled, "-o", tmp_path / "report.xyz")
    assert status == 1
    assert ".xyz" in err
    assert sorted(tmp_path.iterdir()) == before


def test_report_into_a_missing_folder_is_said(variorum, filled, tmp_path):
    status, _, err = variorum("report", filled, "-o", tmp_path / "no" / "r.html")
    assert status == 1
    assert err.count("\n") == 1


def test_compare_prints_one_object(variorum):
    status, out, _ = variorum("compare", "date", "ca. 1918", "1916")
    found = json.loads(out)
    assert status == 0
    assert found["verdict"] == "in tension"
    assert found["why"].endswith(".")
    assert {"a", "b"} <= set(found)


def test_compare_takes_answers_that_begin_with_a_minus(variorum):
    assert json.loads(variorum("compare", "date", "-0043", "44 BC")[1])["verdict"] == "agrees"
    assert json.loads(variorum("compare", "date", "-1985-04-12", "-1985")[1])["verdict"] == (
        "refines"
    )


def test_compare_refuses_what_it_cannot_read_and_names_it(variorum):
    status, out, err = variorum("compare", "date", "1918", "the year of the comet")
    assert (status, out) == (1, "")
    assert "the year of the comet" in err
    assert variorum("compare", "colour", "a", "b")[0] == 2
    assert variorum("compare", "date", "1918")[0] == 2


def test_compare_reads_pairs_from_standard_input(variorum):
    pairs = "1918\t1916\n\nrubbish\t1918\nonly one\n22 августа 1941 г.\t22. August 1941\n"
    status, out, _ = variorum("compare", "date", "-", stdin=pairs)
    lines = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [line.get("verdict", "error") for line in lines] == [
        "contradicts", "error", "error", "error", "agrees",
    ]  # fmt: skip
    assert "rubbish" in lines[2]["error"]


def test_errors_of_the_user_exit_with_1_and_wrong_usage_with_2(variorum, tmp_path):
    text = tmp_path / "text.variorum"
    text.write_text("just words " * 50)
    for arguments in (
        ("check", tmp_path / "none.variorum"),
        ("check", text),
        ("check", tmp_path),
        ("import", text, text),
        ("report", text, "-o", tmp_path / "r.html"),
    ):
        status, out, err = variorum(*arguments)
        assert (status, out) == (1, "")
        assert err.startswith("variorum: ")
        assert err.count("\n") == 1
        assert "Traceback" not in err
    assert variorum("check")[0] == 2
    assert variorum("report", text)[0] == 2
    assert variorum("--nonsense")[0] == 2


def test_new_and_sample_never_overwrite(variorum, filled):
    before = filled.read_bytes()
    assert variorum("new", filled)[0] == 1
    assert variorum("sample", filled)[0] == 1
    assert filled.read_bytes() == before


def test_without_a_command_the_window_opens(variorum, filled):
    assert variorum(filled)[0] == 77
    assert variorum()[0] == 77


def test_version_and_self_test(variorum):
    assert variorum("--version")[1].startswith("variorum ")
    status, out, _ = variorum("--self-test")
    assert (status, "FAILED" in out) == (0, False)


def test_a_misspelt_command_is_wrong_usage_and_opens_no_window(variorum):
    status, _, err = variorum("chekc")
    assert status == 2
    assert "“chekc” is no command, and there is no such file" in err


def test_import_says_which_answers_were_read_by_a_convention(variorum, filled, tmp_path):
    row = "The riot,When did it end?,date,Br1,p. 9,,,1840-41,,"
    folder = tmp_path / "more"
    folder.mkdir()
    sheets = write_sheets(folder, claims=f"{CLAIMS.splitlines()[0]}\n{row}\n")
    told, remark = variorum("import", filled, *sheets)[1].splitlines()[::2]
    assert told == "Imported 1 claim."
    assert remark.startswith("claims.csv, line 2, “1840-41”: 1840-41 was read")
