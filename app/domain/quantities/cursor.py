"""A place in a row of tokens, moved on by the readers of numbers and statements."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.quantities.phrases import Sense
from app.domain.quantities.tokens import Token


@dataclass(slots=True)
class Cursor:
    """Tokens with the place of the next one; remarks gather on the way."""

    tokens: list[Token]
    at: int = 0
    remarks: list[str] = field(default_factory=list)
    is_rough: bool = False
    noun: str = ""
    """The noun counted, as the text has it (folded)."""

    @property
    def counts_sterling(self) -> bool:
        """Tell whether the text counts pounds sterling by their sign (``£5 10s 6d``)."""
        return any(token.text == "£" for token in self.tokens)

    def peek(self, ahead: int = 0) -> Token | None:
        """Return the token that many places ahead (-1: just passed), or ``None``."""
        place = self.at + ahead
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def sees(self, *senses: Sense, ahead: int = 0) -> bool:
        """Tell whether the token that many places ahead has one of the senses."""
        token = self.peek(ahead)
        return token is not None and token.sense in senses

    def advance(self) -> Token:
        """Pass the next token and return it; raises ``IndexError`` at the end."""
        token = self.tokens[self.at]
        self.at += 1
        return token

    def take(self, *senses: Sense) -> Token | None:
        """Pass the next token if it has one of the senses, and return it."""
        return self.advance() if self.sees(*senses) else None

    def take_before(self, following: Sense, *senses: Sense) -> Token | None:
        """Pass the next token if it has one of the senses and ``following`` comes after it."""
        return self.advance() if self.sees(*senses) and self.sees(following, ahead=1) else None

    def remark(self, sentence: str) -> None:
        """Keep a remark for the historian, once."""
        if sentence and sentence not in self.remarks:
            self.remarks.append(sentence)
