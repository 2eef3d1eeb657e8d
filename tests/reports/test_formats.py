import subprocess
import sys

import pytest

from app.domain.errors import UserError
from app.reports.document import Document
from app.reports.formats import ENDINGS, check_ending, render

STARTS = {".html": b"<!DOCTYPE html>", ".pdf": b"%PDF-", ".docx": b"PK", ".md": b"# T"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending_has_a_renderer(ending: str) -> None:
    assert render(Document("T"), ending).startswith(STARTS[ending])
    assert render(Document("T"), ending.upper().lstrip(".")).startswith(STARTS[ending])


@pytest.mark.parametrize("ending", ["", ".", ".exe", ".html.exe", "../x"])
def test_unknown_ending_is_refused_with_the_known_ones(ending: str) -> None:
    with pytest.raises(UserError, match=r"\.html, \.pdf, .*or \.md") as trouble:
        check_ending(ending)
    assert ending in str(trouble.value)


def test_nothing_heavy_is_imported_before_it_is_asked_for() -> None:
    code = (
        "import sys, app.reports.formats, app.reports.build\n"
        "heavy = {'typst', 'docx', 'citeproc', 'jinja2', 'lxml'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
