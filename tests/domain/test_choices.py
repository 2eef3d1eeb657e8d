"""Options, subjects and yes-no: what each wording allows."""

import pytest

from app.domain.answers import Answer, Kind
from app.domain.choices import (
    YES_NO,
    Entry,
    Vocabulary,
    describe_choice,
    describe_yes_no,
    fold_label,
    read_option,
    read_subject,
    read_yes_no,
)
from app.domain.errors import UnreadableAnswerError
from app.domain.reading import read_pair
from app.domain.sets import Allowed

DEATHS = Vocabulary.build(
    [
        Entry("violent death"),
        Entry("shot", parent="violent death", aliases=("executed by shooting", "расстрелян")),
        Entry("hanged", parent="Violent Death"),
        Entry("illness"),
        Entry("typhus", parent="illness"),
        Entry("dead or alive"),
    ]
)
UNITS = Vocabulary.build(
    [
        Entry("a company", rank=1),
        Entry("a battalion", rank=2),
        Entry("a regiment", rank=3),
        Entry("his whole regiment", parent="a regiment"),
        Entry("unarmed men"),
    ]
)


def option(text: str, vocabulary: Vocabulary = DEATHS) -> Answer:
    return read_option(text, vocabulary.with_texts([text]))


def labels(answer: Answer, vocabulary: Vocabulary) -> set[str]:
    return {
        label
        for leaf, label in enumerate(vocabulary.labels)
        if answer.strict.covers(Allowed.of((leaf, leaf)))
    }


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("shot", {"shot"}),
        ("Shot.", {"shot"}),
        ("“SHOT”", {"shot"}),
        ("executed by  shooting", {"shot"}),
        ("Расстрелян", {"shot"}),
        ("the violent death", {"violent death", "shot", "hanged"}),
        ("illness", {"illness", "typhus"}),
        ("shot or hanged", {"shot", "hanged"}),
        ("either shot or hanged", {"shot", "hanged"}),
        ("shot | typhus", {"shot", "typhus"}),
        ("shot oder hanged", {"shot", "hanged"}),
        ("shot или hanged", {"shot", "hanged"}),
        ("shot, hanged or typhus", {"shot", "hanged", "typhus"}),
        ("dead or alive", {"dead or alive"}),
        ("shot or dead or alive", {"shot", "dead or alive"}),
        ("other than shot", {"violent death", "hanged", "illness", "typhus", "dead or alive"}),
        ("anything but violent death", {"illness", "typhus", "dead or alive"}),
        ("кроме illness", {"violent death", "shot", "hanged", "dead or alive"}),
        ("probably shot", {"shot"}),
        ("shot?", {"shot"}),
        ("shot (?)", {"shot"}),
    ],
)
def test_options_of_a_tree(text: str, allowed: set[str]) -> None:
    assert labels(option(text), DEATHS) == allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("battalion", {"a battalion"}),
        ("ein Battalion", {"a battalion"}),
        ("the regiment", {"a regiment", "his whole regiment"}),
        ("at least a battalion", {"a battalion", "a regiment", "his whole regiment"}),
        ("mindestens battalion", {"a battalion", "a regiment", "his whole regiment"}),
        ("не менее battalion", {"a battalion", "a regiment", "his whole regiment"}),
        ("a battalion or more", {"a battalion", "a regiment", "his whole regiment"}),
        ("more than a company", {"a battalion", "a regiment", "his whole regiment"}),
        ("over a company", {"a battalion", "a regiment", "his whole regiment"}),
        ("at most a battalion", {"a company", "a battalion"}),
        ("up to a battalion", {"a company", "a battalion"}),
        ("höchstens a battalion", {"a company", "a battalion"}),
        ("не более battalion", {"a company", "a battalion"}),
        ("a battalion or smaller", {"a company", "a battalion"}),
        ("less than a regiment", {"a company", "a battalion"}),
        ("between company and regiment", set(UNITS.labels) - {"unarmed men"}),
        ("from a company to a battalion", {"a company", "a battalion"}),
        ("zwischen company und battalion", {"a company", "a battalion"}),
        ("more than a regiment", set()),
    ],
)
def test_options_on_a_scale(text: str, allowed: set[str]) -> None:
    answer = option(text, UNITS)
    assert labels(answer, UNITS) == allowed
    assert not answer.strict.is_empty


def test_ranks_are_different_answers_but_bounds_cover_them() -> None:
    battalion, regiment = option("a battalion", UNITS), option("a regiment", UNITS)
    at_least = option("at least a battalion", UNITS)
    assert not battalion.widened.meets(regiment.widened)
    assert at_least.strict.covers(regiment.strict)
    assert not at_least.strict.meets(option("a company", UNITS).strict)
    assert not regiment.strict.meets(option("more than a regiment", UNITS).strict)
    assert at_least.strict.meets(option("more than a regiment", UNITS).strict)
    assert not option("less than a company", UNITS).strict.meets(at_least.strict)


def test_doubt_widens_by_one_rank_on_a_scale() -> None:
    doubted = option("about a battalion", UNITS)
    assert doubted.strict == option("a battalion", UNITS).strict
    assert doubted.widened.meets(option("a company", UNITS).strict)
    assert doubted.widened.meets(option("a regiment", UNITS).strict)


@pytest.mark.parametrize("text", ["shot?", "shot~", "shot (?)", "probably shot", "wohl shot"])
def test_doubt_off_a_scale_widens_to_the_kind(text: str) -> None:
    shot = option(text)
    assert shot.strict == option("shot").strict
    assert shot.widened == option("violent death").strict
    assert not shot.widened.meets(option("typhus").strict)


@pytest.mark.parametrize("text", ["illness?", "violent death?", "probably not shot"])
def test_doubt_at_the_top_of_the_tree_widens_to_everything(text: str) -> None:
    answer = option(text)
    assert answer.widened == Allowed.everything()
    assert answer.reading.endswith(", in doubt")


def test_a_bound_off_the_scale_rules_nothing_out() -> None:
    answer = option("at least unarmed men", UNITS)
    assert answer.strict == Allowed.everything()
    assert "no place on a scale" in answer.remarks[0]


@pytest.mark.parametrize("text", ["under arrest", "over the river", "between lines", "до войны"])
def test_words_of_place_are_no_bounds(text: str) -> None:
    assert DEATHS.unknown_labels([text]) == (text,)


def test_formations_have_an_order_and_names_in_three_languages() -> None:
    texts = ["at least a battalion", "полк", "eine Kompanie", "ein Regiment", "не менее батальона"]
    vocabulary = Vocabulary.build(()).with_texts(texts)
    at_least, polk, company, regiment, not_less = (read_option(t, vocabulary) for t in texts)
    assert at_least.strict == not_less.strict
    assert polk.strict == regiment.strict
    assert at_least.strict.covers(polk.strict)
    assert not at_least.strict.meets(company.strict)


def test_unknown_labels_get_leaves_at_the_end() -> None:
    texts = ["poisoned or shot", "Poisoned", "probably drowned", "at least typhus", "?"]
    assert DEATHS.unknown_labels(texts) == ("Poisoned", "drowned")
    bigger = DEATHS.with_texts(texts)
    assert bigger.labels == (*DEATHS.labels, "Poisoned", "drowned")
    assert bigger.spans[: len(DEATHS.spans)] == DEATHS.spans
    assert bigger.with_texts(texts) is bigger
    assert labels(read_option("poisoned or shot", bigger), bigger) == {"Poisoned", "shot"}


def test_an_unknown_label_is_refused_by_name() -> None:
    with pytest.raises(UnreadableAnswerError, match="“poisoned” is not among the options"):
        read_option("poisoned", DEATHS)
    with pytest.raises(UnreadableAnswerError, match="“Ivan” is not among the subjects"):
        read_subject("Ivan", DEATHS)
    with pytest.raises(UnreadableAnswerError, match="names none"):
        read_option("?", DEATHS)


def test_subjects_with_variants_parts_and_shared_names() -> None:
    vocabulary = Vocabulary.build(
        [
            Entry("Mogilev district"),
            Entry("Dubrovka", parent="Mogilev district", aliases=("Дубровка",)),
            Entry("Ivan Kononov", aliases=("Kononov",)),
            Entry("Nikita Kononov", aliases=("Kononov",)),
        ]
    )
    district = read_subject("Mogilev district", vocabulary)
    village = read_subject("дубровка", vocabulary)
    assert village.kind is Kind.SUBJECT
    assert district.strict.covers(village.strict)
    assert read_subject("Kononov, Ivan", vocabulary).strict == Allowed.of((2, 2))
    both = read_subject("Kononov", vocabulary)
    assert both.strict == Allowed.of((2, 3))
    assert both.remarks == (
        "“Kononov” is a name of Ivan Kononov and Nikita Kononov: each is allowed.",
    )


@pytest.mark.parametrize("text", ["yes", "Yes.", "Y", "ja", "да", "true", "“yes”"])
def test_yes(text: str) -> None:
    answer = read_yes_no(text)
    assert answer.kind is Kind.YES_NO
    assert answer.strict == answer.widened == Allowed.of((1, 1))
    assert answer.reading == answer.canonical == "yes"


@pytest.mark.parametrize("text", ["no", "NO", "n", "nein", "нет", "false"])
def test_no(text: str) -> None:
    assert read_yes_no(text).strict == Allowed.of((0, 0))


@pytest.mark.parametrize("text", ["yes?", "probably yes", "wohl ja", "вероятно, да", "yes (?)"])
def test_a_doubtful_yes_is_in_tension_with_no(text: str) -> None:
    answer = read_yes_no(text)
    assert answer.strict == Allowed.of((1, 1))
    assert answer.widened == YES_NO
    assert answer.canonical == "yes?"


@pytest.mark.parametrize("text", ["no?", "no~", "probably not", "wohl nicht", "perhaps not"])
def test_a_doubtful_no(text: str) -> None:
    answer = read_yes_no(text)
    assert (answer.strict, answer.widened) == (Allowed.of((0, 0)), YES_NO)
    assert answer.canonical == "no?"


@pytest.mark.parametrize("text", ["", "maybe", "?", "yes and no", "2", "not", "nicht"])
def test_other_words_are_neither_yes_nor_no(text: str) -> None:
    with pytest.raises(UnreadableAnswerError, match="yes or no"):
        read_yes_no(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("shot", "shot"),
        ("violent death", "violent death (of any kind: shot or hanged)"),
        ("shot or typhus", "shot or typhus"),
        ("shot?", "shot (in doubt: violent death)"),
        ("typhus?", "typhus (in doubt: illness)"),
        ("other than shot", "anything but shot"),
    ],
)
def test_readings(text: str, words: str) -> None:
    assert option(text).reading == words


def test_readings_on_a_scale() -> None:
    assert option("at least a battalion", UNITS).reading == (
        "a battalion, a regiment or more than any named"
    )
    assert option("a battalion?", UNITS).reading == (
        "a battalion (in doubt: a company, a battalion or a regiment)"
    )


def test_sets_in_words() -> None:
    assert describe_choice(Allowed.of((0, 0)), DEATHS) == "violent death of another kind"
    assert describe_choice(Allowed.of((0, 2), (4, 4)), DEATHS) == "violent death or typhus"
    assert describe_choice(Allowed.of((1, 2)).complement(), DEATHS) == "anything but shot or hanged"
    assert describe_choice(Allowed.everything(), DEATHS) == "anything"
    assert describe_choice(Allowed(()), DEATHS) == "nothing"
    many = Vocabulary.build(Entry(f"place {number}") for number in range(12))
    assert describe_choice(Allowed.of((0, 11)), many).endswith("place 7 or 4 others")
    assert [describe_yes_no(Allowed.of(span)) for span in [(0, 0), (1, 1), (0, 1), (1, 0)]] == [
        "no",
        "yes",
        "no or yes",
        "neither",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a battalion", "Battalion"),
        ("the whole regiment", "whole  regiment"),
        ("ein Regiment", "das regiment"),
        ("Чёрный полк", "черный полк"),
        ("«Смерть»", "смерть"),
        ("Müller", "muller"),
    ],
)
def test_folding_joins_habits_of_spelling(one: str, other: str) -> None:
    assert fold_label(one) == fold_label(other)


@pytest.mark.parametrize(
    ("one", "other"), [("his regiment", "regiment"), ("a", ""), ("anthem", "them"), ("die", "")]
)
def test_folding_is_careful(one: str, other: str) -> None:
    assert fold_label(one) != fold_label(other)


@pytest.mark.parametrize(
    "name", ["I. N. Kononov", "I.N. Kononov", "I N Kononov", "Kononov, I. N.", "Kononov, I.N."]
)
def test_initials_are_one_name_however_they_are_set(name: str) -> None:
    vocabulary = Vocabulary.build([Entry("Kononov, I. N."), Entry("Vlasov, A. A.")])
    assert vocabulary.labels[0] == "Kononov, I. N."
    assert read_subject(name, vocabulary).strict == Allowed.of((0, 0))


@pytest.mark.parametrize("other", ["shot", "hanged", "drowned"])
def test_a_list_is_taken_apart_by_one_label_that_the_other_names(other: str) -> None:
    listed, single = read_pair(Kind.OPTION, "shot, hanged or drowned", other)
    assert listed.strict.covers(single.strict)


def test_a_name_with_a_comma_is_not_taken_apart() -> None:
    listed, family = read_pair(Kind.SUBJECT, "Kononov, Ivan or Vlasov, Andrei", "Kononov")
    assert not listed.strict.meets(family.strict)
    listed, man = read_pair(Kind.SUBJECT, "Kononov, Ivan or Vlasov, Andrei", "Ivan Kononov")
    assert listed.strict.covers(man.strict)
