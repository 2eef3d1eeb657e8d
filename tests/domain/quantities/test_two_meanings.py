"""What can be read in two ways is refused with what to do, never guessed."""

import pytest

from app.domain.errors import UnreadableAnswerError
from app.domain.quantities import read_quantity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1e3", "power of ten"),
        ("10,000/12,000", "stroke"),
        ("100/200", "stroke"),
        ("6-7,000", "in full"),
        ("6–7.000 Mann", "in full"),
    ],
)
def test_two_meanings_are_refused(text, words):
    with pytest.raises(UnreadableAnswerError, match=words):
        read_quantity(text)


@pytest.mark.parametrize("text", ["1/2", "2 1/2", "900-1,000", "6,000-7,000", "2-3.5 km"])
def test_what_has_one_meaning_is_read(text):
    assert not read_quantity(text).strict.is_empty
