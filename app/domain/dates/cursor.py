"""A place in the tokens of a text."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.dates.roles import Role, Token

_END = Token(Role.END)


_FARTHEST = 7
"""How far beyond the next token the readers look."""


@dataclass(slots=True)
class Cursor:
    """A place in a list of tokens, which is lengthened so that looking ahead needs no check."""

    tokens: list[Token]
    index: int = 0

    def __post_init__(self) -> None:
        self.tokens.extend((_END,) * (_FARTHEST + 1))

    def peek(self, ahead: int = 0) -> Token:
        """Return a token to come, without taking it."""
        return self.tokens[self.index + ahead]

    def take(self) -> Token:
        """Return the next token and go past it."""
        token = self.peek()
        self.index += 1
        return token

    def take_if(self, *roles: Role) -> bool:
        """Go past the next token if it has one of these roles, and say whether it had."""
        if self.peek().role not in roles:
            return False
        self.index += 1
        return True
