"""Why a text is not read: raised deep in the reader, turned into one sentence by ``reader``."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - it is no fault of the program: the text is refused
    """Say why, as the end of a sentence; ``choices`` are texts that can be read instead."""

    def __init__(self, why: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(why)
        self.why = why
        self.choices = choices


class Unmarked(Refusal):
    """The text must say whether it is Old Style or New Style."""


class Ambiguity(Refusal):
    """A piece of the text has two meanings; ``meanings`` may stand in its place."""

    def __init__(self, why: str, piece: str, meanings: tuple[str, ...]) -> None:
        super().__init__(why)
        self.piece = piece
        self.meanings = meanings
