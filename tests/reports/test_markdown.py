from app.reports import markdown
from app.reports.build import build_report
from app.reports.document import Document, Emphasis, Figure, Paragraph, run
from tests.reports.invented import INVENTED
from tests.reports.reading import html_text

TEXT = markdown.render(build_report(INVENTED)).decode()


def test_notes() -> None:
    for number in range(1, 9):
        assert TEXT.count(f"[^{number}]") == 2
        assert TEXT.count(f"\n[^{number}]: ") == 1


def test_structure() -> None:
    assert TEXT.startswith("# Der Aufruhr auf der „Hoffnung“ / Бунт на «Надежде»\n\n*A report")
    assert "\n### 1\\. Steamer Hoffnung: How many men took part in the mutiny?\n" in TEXT
    assert "\n| Version | Accounts |" in TEXT
    assert "\n> There were three of us" in TEXT
    assert "Jürß, *Der Strom*" not in TEXT
    assert "Brühl, *Der Strom*, 44, lines 12–14." in TEXT


def test_spaces_stay_outside_emphasis() -> None:
    document = Document("T", blocks=(Paragraph(run("a", Emphasis(run(" b ")), "c")),))
    assert "a *b* c" in markdown.render(document).decode()


def test_figures_are_data() -> None:
    figure = Figure(b"x", "image/png", run("Caption"), "a] b")
    page = markdown.render(Document("T", blocks=(figure,))).decode()
    assert "![a\\] b](data:image/png;base64,eA==)\n\nCaption" in page
    assert html_text(b"<p>x</p>") == "x"
