"""Who stands behind a version, in a sentence: worked examples."""

import pytest

from app.domain.witness_wording import witnesses_in_a_sentence
from app.domain.witnesses import Witnesses

APART = "not shown to depend on one another"
IF_NONE = "only if no suspected dependence is real"


@pytest.mark.parametrize(
    ("witnesses", "roots", "perhaps", "words"),
    [
        (Witnesses(1, 1), ("K",), (), "1 witness: K."),
        (Witnesses(1, 1, "K48"), ("K",), (), "1 witness: K; all passes through K48."),
        (Witnesses(1, 1, "K48"), ("K48",), (), "1 witness: K48."),
        (Witnesses(1, 1), ("K", "M"), (), "1 witness: from among K and M."),
        (Witnesses(2, 2), ("K", "M"), (), f"2 witnesses {APART}: K and M."),
        (Witnesses(2, 2), ("Ko, I.; Ba, P.", "M"), (),
         f"2 witnesses {APART}: “Ko, I.; Ba, P.” and M."),
        (Witnesses(1, 3, "K48"), ("K",), ("Ch", "Se95"),
         f"1–3 witnesses {APART}: surely K; Ch and Se95 {IF_NONE}; all passes through K48."),
        (Witnesses(1, 1), tuple("ABCDEFG"), (), "1 witness: from among A, B, C, D, E and 2 more."),
        (Witnesses(1, 2), ("K",), ("A", "B"),
         f"1–2 witnesses {APART}: surely K; from among A and B {IF_NONE}."),
        (Witnesses(8, 8), tuple("ABCDEFGH"), (),
         f"8 witnesses {APART}: A, B, C, D, E, F, G and H."),
        (Witnesses(0, 0), (), (), f"0 witnesses {APART}."),
    ],
)  # fmt: skip
def test_witnesses_in_a_sentence(witnesses, roots, perhaps, words):
    assert witnesses_in_a_sentence(witnesses, roots, perhaps) == words
