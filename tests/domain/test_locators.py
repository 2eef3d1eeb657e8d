"""Places as they are shown, and as they are kept and edited."""

from __future__ import annotations

import pytest

from app.domain.locators import locators_in_words, places_in_words, read_locators

SHOWN = (
    ("л. 44 об.", "folio 44v"),
    ("л. 44об., 45", "folio 44v, 45"),
    ("Bl. 73 Rückseite", "folio 73v"),
    ("fol. 73r–74 verso", "folio 73r–74v"),
    ("fol. 12 recto; note 3", "folio 12r; note 3"),
    ("p. 12 об.", "page 12 об."),
    ("с. 120-123; прим. 30", "page 120-123; note 30"),
)


@pytest.mark.parametrize(("typed", "shown"), SHOWN)
def test_the_back_of_a_leaf_is_shown_in_the_words_of_its_kind(typed, shown):
    assert places_in_words(read_locators(typed)) == shown


@pytest.mark.parametrize("typed", [typed for typed, _ in SHOWN])
def test_what_is_edited_keeps_its_words(typed):
    kept = read_locators(typed)
    assert read_locators(locators_in_words(kept)) == kept


def test_the_words_of_the_leaf_itself_are_kept():
    assert read_locators("л. 44 об.")[0].value == "44 об."
