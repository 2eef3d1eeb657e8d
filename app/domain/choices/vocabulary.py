"""The labels that answers choose from, as leaves of a tree in depth-first order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.choices.labels import clean_label, fold_label, keys_of
from app.domain.choices.scales import FORMATION_RANKS, formation_in
from app.domain.choices.wording import new_labels
from app.domain.errors import UserError
from app.domain.sets import Allowed, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One label: what it is a kind or part of, its place on a scale, its other names."""

    label: str
    parent: str | None = None
    rank: int | None = None
    """Place on an ordered scale; what lies under a ranked label shares its rank."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Labels by leaf. A label is the span from its own leaf to its last descendant's.

    Its own leaf stands for *some other such*: a violent death that is none of those named.
    """

    labels: tuple[str, ...]
    """As shown, by leaf."""
    spans: tuple[Span, ...]
    """What each label allows, by its leaf."""
    ranks: tuple[int | None, ...]
    """By leaf; ``None`` off the scale."""
    leaves: Mapping[str, tuple[int, ...]] = field(hash=False)
    """By folded name; several where a name is shared."""

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> Vocabulary:
        """Lay the labels out; a label that comes twice counts once.

        Raises ``UserError`` when a parent is not among the labels or lies under its own kind.
        """
        unique: dict[str, Entry] = {}
        for entry in entries:
            unique.setdefault(fold_label(entry.label), entry)
        children: dict[str | None, list[str]] = {}
        for key, entry in unique.items():
            parent = None if entry.parent is None else fold_label(entry.parent)
            if parent is not None and parent not in unique:
                raise UserError(
                    f"“{entry.label}” is put under “{entry.parent}”, which is not among the "
                    "labels; add that one first."
                )
            children.setdefault(parent, []).append(key)
        return cls._laid_out(unique, children)

    @classmethod
    def _laid_out(
        cls, entries: Mapping[str, Entry], children: Mapping[str | None, Sequence[str]]
    ) -> Vocabulary:
        places = _depth_first(children)
        if len(places) < len(entries):
            stray = next(entry for key, entry in entries.items() if key not in places)
            raise UserError(f"“{stray.label}” lies under itself; take it out of its own kind.")
        in_order = sorted(places, key=lambda key: places[key][0])
        ranks: list[int | None] = []
        for key in in_order:
            entry = entries[key]
            parent = None if entry.parent is None else places[fold_label(entry.parent)][0]
            inherited = None if parent is None else ranks[parent]
            ranks.append(inherited if entry.rank is None else entry.rank)
        return cls(
            labels=tuple(clean_label(entries[key].label) for key in in_order),
            spans=tuple(places[key] for key in in_order),
            ranks=tuple(ranks),
            leaves=MappingProxyType(_names([entries[key] for key in in_order])),
        )

    def with_texts(self, texts: Iterable[str]) -> Vocabulary:
        """Return a vocabulary that also knows what the texts name, each at a leaf at the end."""
        return self.with_labels(self.unknown_labels(texts))

    def with_labels(self, labels: Iterable[str]) -> Vocabulary:
        """Return a vocabulary with further labels, off the scale and under nothing."""
        fresh: dict[str, int] = {}
        shown: list[str] = []
        for label in labels:
            keys = keys_of(label)
            if self.find_leaves(label) or any(key in fresh for key in keys):
                continue
            fresh |= dict.fromkeys(keys, len(self.labels) + len(shown))
            shown.append(clean_label(label))
        if not shown:
            return self
        leaves = dict(self.leaves)
        for key, leaf in fresh.items():
            leaves.setdefault(key, (leaf,))
        return Vocabulary(
            labels=(*self.labels, *shown),
            spans=(*self.spans, *((leaf, leaf) for leaf in sorted(set(fresh.values())))),
            ranks=(*self.ranks, *(None for _ in shown)),
            leaves=MappingProxyType(leaves),
        )

    def unknown_labels(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the labels that the texts name for the first time, in their order."""
        return new_labels(texts, self)

    def find_leaves(self, label: str) -> tuple[int, ...]:
        """Return the leaves of a label, of an alias or of a name turned round; ``()`` if none."""
        return next((self.leaves[key] for key in keys_of(label) if key in self.leaves), ())

    def find_parent(self, leaf: int) -> int | None:
        """Return the leaf of what a label lies directly under; ``None`` at the top of the tree."""
        last = self.spans[leaf][1]
        return next((kind for kind in range(leaf - 1, -1, -1) if self.spans[kind][1] >= last), None)

    def knows(self, label: str) -> bool:
        """Tell whether a label or alias is known."""
        return bool(self.find_leaves(label))

    def allowed_by(self, label: str) -> Allowed:
        """Return what a known label allows: itself and all that lies under it."""
        return Allowed.of(*(self.spans[leaf] for leaf in self.find_leaves(label)))

    def find_rank(self, label: str) -> int | None:
        """Return the place of a label on the scale; ``None`` off it."""
        ranks = {self.rank_of_leaf(leaf) for leaf in self.find_leaves(label)}
        if not ranks and not self.has_ranks:
            return FORMATION_RANKS.get(formation_in(fold_label(label)))
        return ranks.pop() if len(ranks) == 1 else None

    def rank_of_leaf(self, leaf: int) -> int | None:
        """Return the rank of a leaf: its own, or by a scale that needs no telling."""
        if self.has_ranks:
            return self.ranks[leaf]
        return FORMATION_RANKS.get(formation_in(fold_label(self.labels[leaf])))

    @property
    def has_ranks(self) -> bool:
        """Tell whether the labels have a scale of their own."""
        return any(rank is not None for rank in self.ranks)


def _depth_first(children: Mapping[str | None, Sequence[str]]) -> dict[str, Span]:
    """Return first and last leaf of each label that is reached from the roots."""
    places: dict[str, Span] = {}
    pending = [(key, False) for key in reversed(children.get(None, ()))]
    next_leaf = 0
    while pending:
        key, is_done = pending.pop()
        if is_done:
            places[key] = (places[key][0], next_leaf - 1)
            continue
        places[key] = (next_leaf, next_leaf)
        next_leaf += 1
        pending.append((key, True))
        pending += [(child, False) for child in reversed(children.get(key, ()))]
    return places


def _names(entries: Sequence[Entry]) -> dict[str, tuple[int, ...]]:
    """Return the leaves of each folded name; a label goes before an alias of the same form."""
    labels = {fold_label(entry.label): (leaf,) for leaf, entry in enumerate(entries)}
    aliases: dict[str, list[int]] = {}
    for leaf, entry in enumerate(entries):
        others = {fold_label(alias) for alias in entry.aliases} - {""}
        for key in others | set(keys_of(entry.label)):
            aliases.setdefault(key, []).append(leaf)
    return {key: tuple(leaves) for key, leaves in aliases.items()} | labels
