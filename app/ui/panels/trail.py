"""The way that was gone through the pages, for going back and forward."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A page by name, with the id of what it shows, or 0."""

    name: str
    id: int = 0


class Trail:
    """Places in the order in which they were visited, and where in it one is."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def current(self) -> Place:
        """Return where one is."""
        return self._places[self._at] if self._places else Place("points")

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Tell whether one came back from somewhere."""
        return self._at < len(self._places) - 1

    def add(self, place: Place) -> None:
        """Go to a place; what one came back from is forgotten."""
        if self._places and place == self.current:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-_LONGEST]
        self._at = len(self._places) - 1

    def back(self) -> Place:
        """Go back one place, if there is one, and return where one is."""
        self._at = max(self._at - 1, min(self._at, 0))
        return self.current

    def forward(self) -> Place:
        """Go forward one place, if there is one, and return where one is."""
        self._at = min(self._at + 1, len(self._places) - 1)
        return self.current

    def last_id(self, name: str) -> int:
        """Return the id last shown on a page, or 0."""
        return next((place.id for place in reversed(self._places) if place.name == name), 0)
