from datetime import date

import pytest

from app.domain.errors import UserError
from app.services.dossiers import make_sample
from app.services.order_list import write_order_list

TODAY = date(2026, 5, 1)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    with make_sample(tmp_path_factory.mktemp("orders") / "k.variorum") as workspace:
        yield workspace


@pytest.mark.parametrize("ending", [".html", ".pdf", ".docx", ".md"])
def test_it_is_written_in_every_format(sample, tmp_path, ending):
    path = tmp_path / f"orders{ending}"
    assert write_order_list(sample, path, TODAY) == path
    assert path.stat().st_size > 500


def test_it_names_what_is_known_only_through_others(sample, tmp_path):
    words = write_order_list(sample, tmp_path / "orders.md", TODAY).read_text(encoding="utf-8")
    assert "Questionnaires about his background" in words
    assert "1 May 2026" in words


def test_what_cannot_be_written_is_refused(sample, tmp_path):
    with pytest.raises(UserError, match="xyz"):
        write_order_list(sample, tmp_path / "orders.xyz", TODAY)
    with pytest.raises(UserError, match="cannot be written"):
        write_order_list(sample, tmp_path / "nowhere" / "orders.md", TODAY)
