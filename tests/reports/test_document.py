from app.reports.document import Emphasis, Note, Reference, Text, emphasis, plain_text, run, strong
from app.reports.tree import kind_of, printable, tree
from tests.reports.invented import INVENTED


def test_run_joins_strings_inlines_and_runs() -> None:
    assert run("a", emphasis("b"), "", run("c", strong("d")), ()) == (
        Text("a"), Emphasis((Text("b"),)), Text("c"), strong("d"),
    )  # fmt: skip


def test_plain_text_leaves_notes_out() -> None:
    words = run("a", Reference("x", run("b")), Note(run("no")), emphasis("c"))
    assert plain_text(words) == "abc"


def test_printable_drops_what_no_format_may_hold() -> None:
    assert printable("a\x00\x1b\ud800\ufdd0\ufffe\U0001ffff\tb\n") == "a\tb\n"
    assert printable("e\u0301") == "é"
    assert printable("Ёлка й ﬁ שלום") == "Ёлка й ﬁ שלום"


def test_kinds() -> None:
    assert kind_of("PageBreak") == "page-break"


def test_tree_numbers_notes_in_order() -> None:
    from app.reports.build import build_report

    root, notes = tree(build_report(INVENTED))
    assert [note["number"] for note in notes] == list(range(1, len(notes) + 1))
    assert root["kind"] == "document"
    assert len(notes) == 8
