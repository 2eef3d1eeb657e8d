from app.reports.document import Document
from app.reports.formats import render
from app.reports.linchpins_section import LinchpinFindings, linchpins_section


def words(*found, sources=0):
    blocks = tuple(linchpins_section(found, sources or len(found)))
    return render(Document("Report", blocks=blocks), ".md").decode()


def test_each_source_has_what_would_change_without_it():
    text = words(
        LinchpinFindings(
            "K48", "Kononov, Ivan", "Letter", "1948", points=20, statuses=7, versions_gone=9,
            flags_gone=3, flags_new=1, witnesses=4,
        ),
        LinchpinFindings("RQ", points=1, witnesses=1),
    )  # fmt: skip
    assert "| **K48** Kononov, Ivan, *Letter*, 1948 | 20 | 7 | 9 | 3 gone, 1 new | 4 |" in text
    assert "| **RQ** | 1 | – | – | – | 1 |" in text
    assert "are listed" not in text


def test_it_is_said_when_only_the_first_are_listed():
    text = words(LinchpinFindings("K48", points=1), sources=63)
    assert "Of the 63 on which anything hangs, the first is listed." in text


def test_without_linchpins_the_section_says_so():
    assert "There is no source whose fall alone would change anything." in words()
