from __future__ import annotations

from app.domain.answers import Kind
from app.domain.comparison import bare_claim, compare
from app.domain.reading import read_answer
from app.services.claims import Preview, Rival
from app.ui.widgets.verdict_words import preview_segments, verdict_sentences


def _preview(text, *others):
    answer = read_answer(Kind.DATE, text)
    mine = bare_claim(answer)
    rivals = []
    for siglum, other in others:
        theirs = bare_claim(read_answer(Kind.DATE, other))
        theirs = type(theirs)(
            **{
                **{name: getattr(theirs, name) for name in theirs.__dataclass_fields__},
                "siglum": siglum,
            }
        )
        is_broader = theirs.strict.covers(mine.strict)
        rivals.append(Rival(theirs, compare(mine, theirs), is_broader))
    return Preview(answer=answer, rivals=tuple(rivals), kind=Kind.DATE)


def _words(preview):
    return "".join(segment.text for segment in preview_segments(preview))


def test_the_reading_comes_first_then_the_hardest_verdict():
    preview = _preview("1918", ("K48", "1918"), ("RA", "1916"), ("Ch63", "1918"))
    assert _words(preview) == (
        "1918 → 1 Jan–31 Dec 1918  ·  ✕ contradicts 1 (RA: 1916)  ·  = agrees 2 (K48, Ch63)"
    )


def test_many_rivals_are_counted_not_all_named():
    preview = _preview("1918", *[(f"S{number}", "1916") for number in range(30)])
    words = _words(preview)
    assert "contradicts 30" in words
    assert words.endswith("S3: 1916 and 26 more)")


def test_one_account_is_named_once_for_the_same_verdict():
    assert "agrees 2 (K48)" in _words(_preview("1918", ("K48", "1918"), ("K48", "1918")))


def test_a_problem_is_all_that_is_said():
    assert _words(Preview(problem="It cannot be read.")) == "It cannot be read."


def test_the_tooltip_says_why():
    preview = _preview("1918", ("RA", "1916"), ("K48", "1918"))
    assert verdict_sentences(preview).startswith("RA: contradicts. ")
    assert "K48" not in verdict_sentences(preview)


def test_the_broader_answer_is_refined_by_the_finer_one():
    words = _words(_preview("1918", ("K48", "5 May 1918"), ("RA", "before 1930")))
    assert "⊃ refined by 1 (K48)" in words
    assert "⊂ refines 1 (RA)" in words
