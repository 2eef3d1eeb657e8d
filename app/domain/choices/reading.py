"""Read an answer that chooses among options or subjects, or says yes or no."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from app.domain.answers import Answer, Kind
from app.domain.choices.describing import (
    ABOVE_SCALE,
    BELOW_SCALE,
    describe_choice,
    describe_yes_no,
    kinds_of,
)
from app.domain.choices.doubts import without_doubt
from app.domain.choices.labels import clean_label, fold_label
from app.domain.choices.phrases import Relation
from app.domain.choices.vocabulary import Vocabulary
from app.domain.choices.wording import Choice, read_choices
from app.domain.errors import UnreadableAnswerError
from app.domain.sets import FIRST, LAST, Allowed

YES_NO: Final = Allowed.of((0, 1))
"""Every answer to a yes-no point: 0 is no, 1 is yes."""
_YES: Final = frozenset({"yes", "y", "ja", "j", "да", "true"})
_NO: Final = frozenset({"no", "n", "nein", "нет", "false"})
_NOT: Final = frozenset({"not", "nicht", "не"})
"""Says no after a word of doubt only: *probably not*."""

_ON_SCALE: Final[dict[Relation, Callable[[int, int, int], bool]]] = {
    Relation.IS: lambda rank, low, high: low <= rank <= high,
    Relation.BETWEEN: lambda rank, low, high: low <= rank <= high,
    Relation.AT_LEAST: lambda rank, low, high: rank >= low,
    Relation.AT_MOST: lambda rank, low, high: rank <= high,
    Relation.MORE_THAN: lambda rank, low, high: rank > high,
    Relation.LESS_THAN: lambda rank, low, high: rank < low,
}


def read_option(text: str, vocabulary: Vocabulary) -> Answer:
    """Read the options that an answer allows, as leaves of the vocabulary's tree.

    The vocabulary must know every label named (``Vocabulary.with_texts``); raises
    ``UnreadableAnswerError`` naming the one that it does not.
    """
    return _read(text, vocabulary, Kind.OPTION, "options of this point")


def read_subject(text: str, vocabulary: Vocabulary) -> Answer:
    """Read the subjects that an answer allows, as ``read_option`` does options."""
    return _read(text, vocabulary, Kind.SUBJECT, "subjects of this dossier")


def read_yes_no(text: str) -> Answer:
    """Read yes or no in English, German or Russian; a doubtful one is widened to both.

    Raises ``UnreadableAnswerError`` naming any other text.
    """
    sure = without_doubt(clean_label(text))
    word = fold_label(sure or text)
    if word not in (_YES | _NO if sure is None else _YES | _NO | _NOT):
        raise UnreadableAnswerError(
            f"“{text.strip()}” cannot be read as yes or no; write yes or no, or choose the stance "
            "“doubts” or “silent”."
        )
    strict = Allowed.of((1, 1)) if word in _YES else Allowed.of((0, 0))
    plain = describe_yes_no(strict)
    if sure is None:
        return Answer(Kind.YES_NO, text.strip(), strict, strict, plain, plain)
    return Answer(Kind.YES_NO, text.strip(), strict, YES_NO, f"{plain}, in doubt", f"{plain}?")


def _read(text: str, vocabulary: Vocabulary, kind: Kind, where: str) -> Answer:
    if not any(map(str.isalnum, text)):
        raise UnreadableAnswerError(f"“{text.strip()}” names none of the {where}; name one.")
    choices = read_choices(text, vocabulary)
    for label in (label for choice in choices for label in choice.labels):
        if not vocabulary.knows(label):
            raise UnreadableAnswerError(
                f"“{label}” is not among the {where}; choose one of them or add it."
            )
    strict, widened = Allowed(()), Allowed(())
    remarks: list[str] = []
    for choice in choices:
        said, wide = _sets_of(choice, vocabulary, remarks)
        strict, widened = strict.union(said), widened.union(wide)
    reading = _reading(choices, strict, widened, vocabulary)
    canonical = _canonical_text(text, choices, vocabulary)
    unique = tuple(dict.fromkeys(remarks))
    return Answer(kind, text.strip(), strict, widened, reading, canonical, remarks=unique)


def _sets_of(choice: Choice, vocabulary: Vocabulary, remarks: list[str]) -> tuple[Allowed, Allowed]:
    if choice.relation is Relation.ANYTHING:
        remarks.append("It rules nothing out; where an account says nothing, choose “silent”.")
        return Allowed.everything(), Allowed.everything()
    label = choice.labels[0]
    ranks = [vocabulary.find_rank(name) for name in choice.labels]
    known_ranks = [rank for rank in ranks if rank is not None]
    _remark_shared(choice, vocabulary, remarks)
    if choice.relation is Relation.OTHER_THAN:
        said = _union(map(vocabulary.allowed_by, choice.labels)).complement()
        return said, Allowed.everything() if choice.is_doubted else said
    if len(known_ranks) < len(ranks):
        if choice.relation is not Relation.IS:
            remarks.append(
                f"“{label}” has no place on a scale, so “{choice.relation.value}” rules nothing "
                "out; give the options their ranks."
            )
            return Allowed.everything(), Allowed.everything()
        said = vocabulary.allowed_by(label)
        return said, _beside(label, vocabulary) if choice.is_doubted else said
    return _on_scale(choice, vocabulary, min(known_ranks), max(known_ranks))


def _remark_shared(choice: Choice, vocabulary: Vocabulary, remarks: list[str]) -> None:
    for name in choice.labels:
        leaves = vocabulary.find_leaves(name)
        if len(leaves) > 1:
            meant = " and ".join(vocabulary.labels[leaf] for leaf in leaves)
            remarks.append(f"“{name}” is a name of {meant}: each is allowed.")


def _beside(label: str, vocabulary: Vocabulary) -> Allowed:
    """Return what a label off any scale may be in doubt: any of its kind.

    The step up is to what it stands under (*shot?*: a violent death); from the top of the tree
    it is to everything, as with yes and no.
    """
    kinds = [vocabulary.find_parent(leaf) for leaf in vocabulary.find_leaves(label)]
    if None in kinds:
        return Allowed.everything()
    return Allowed.of(*(vocabulary.spans[kind] for kind in kinds if kind is not None))


def _on_scale(
    choice: Choice, vocabulary: Vocabulary, low: int, high: int
) -> tuple[Allowed, Allowed]:
    """Return what a choice on a scale allows; in doubt, one rank more on either side."""
    of_rank = _leaves_by_rank(vocabulary)
    fits = _ON_SCALE[choice.relation]
    chosen = [index for index, rank in enumerate(of_rank) if fits(rank, low, high)]
    sets = list(of_rank.values())
    said = _union(sets[index] for index in chosen)
    if choice.relation is Relation.IS:
        said = vocabulary.allowed_by(choice.labels[0])
    if not choice.is_doubted:
        return said, said
    near = range(max(chosen[0] - 1, 0), min(chosen[-1] + 2, len(sets)))
    return said, said.union(_union(sets[index] for index in near))


def _leaves_by_rank(vocabulary: Vocabulary) -> dict[int, Allowed]:
    """Return the leaves of each rank in order; below and above them is what is not named."""
    leaves: dict[int, list[tuple[int, int]]] = {
        FIRST: [(BELOW_SCALE, BELOW_SCALE)],
        LAST: [(ABOVE_SCALE, ABOVE_SCALE)],
    }
    for leaf in range(len(vocabulary.labels)):
        rank = vocabulary.rank_of_leaf(leaf)
        if rank is not None:
            leaves.setdefault(rank, []).append((leaf, leaf))
    return {rank: Allowed.of(*leaves[rank]) for rank in sorted(leaves)}


def _union(sets: Iterable[Allowed]) -> Allowed:
    return Allowed.of(*(span for allowed in sets for span in allowed.spans))


def _reading(
    choices: tuple[Choice, ...], strict: Allowed, widened: Allowed, vocabulary: Vocabulary
) -> str:
    words = describe_choice(strict, vocabulary)
    only = choices[0]
    leaves = vocabulary.find_leaves(only.labels[0]) if only.labels else ()
    if len(choices) == len(leaves) == 1 and only.relation is Relation.IS:
        kinds = kinds_of(leaves[0], vocabulary)
        words = f"{words} (of any kind: {kinds})" if kinds else words
    if widened != strict and not widened.complement().is_empty:
        return f"{words} (in doubt: {describe_choice(widened, vocabulary)})"
    return f"{words}, in doubt" if any(choice.is_doubted for choice in choices) else words


def _canonical_text(text: str, choices: tuple[Choice, ...], vocabulary: Vocabulary) -> str:
    """Return the choices in plain words; the text itself where those would be read otherwise.

    That happens only with labels which are themselves words of choice (an option *or more*).
    """
    plain = " | ".join(_canonical(choice, vocabulary) for choice in choices)
    again = read_choices(plain, vocabulary)
    return plain if _meant(again, vocabulary) == _meant(choices, vocabulary) else clean_label(text)


def _meant(choices: tuple[Choice, ...], vocabulary: Vocabulary) -> list[object]:
    return [
        (
            choice.relation,
            choice.is_doubted,
            [vocabulary.find_leaves(name) for name in choice.labels],
        )
        for choice in choices
    ]


def _canonical(choice: Choice, vocabulary: Vocabulary) -> str:
    names = [_shown(label, vocabulary) for label in choice.labels]
    if choice.relation is Relation.BETWEEN:
        words = f"between {names[0]} and {names[1]}"
    elif choice.relation is Relation.OTHER_THAN and len(names) > 1:
        words = f"neither {' nor '.join(names)}"
    else:
        words = f"{choice.relation.value} {''.join(names)}".strip()
    return f"probably {words}" if choice.is_doubted else words


def _shown(label: str, vocabulary: Vocabulary) -> str:
    """Return a label as the vocabulary has it; a name that several share stays as it is."""
    leaves = vocabulary.find_leaves(label)
    return vocabulary.labels[leaves[0]] if len(leaves) == 1 else clean_label(label)
