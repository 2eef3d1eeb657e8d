"""A stemma laid out: where every account, line and band stands. The window and the report draw it.

Lengths are in units of about a 96th of an inch; x runs right, y runs down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from app.domain.records import Degree
from app.domain.stemma import StemmaAccount, StemmaLink

BOX_WIDTH, BOX_HEIGHT = 124.0, 46.0
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlacedAccount:
    """An account with the middle of its box."""

    account: StemmaAccount
    x: float
    y: float
    row: int
    """Number of its row, from above; accounts of one row have one ``y``."""


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link with the spots that its line passes, from lender to borrower."""

    link: StemmaLink
    spots: tuple[Spot, ...]
    own: Spot
    """A spot that it shares with no other line: there its mark stands."""


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A stretch of time with the upper and lower edge of its stripe."""

    label: str
    top: float
    bottom: float


@dataclass(frozen=True)
class Drawing:
    """A whole stemma laid out, from (0, 0) to (width, height)."""

    width: float = 0.0
    height: float = 0.0
    accounts: tuple[PlacedAccount, ...] = ()
    """From above, and in each row from the left."""
    links: tuple[PlacedLink, ...] = ()
    bands: tuple[PlacedBand, ...] = ()

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Return the place of each account in ``accounts``, by its id."""
        return {placed.account.account_id: at for at, placed in enumerate(self.accounts)}


Curve = tuple[Spot, Spot, Spot]
"""Two handles and the end of a cubic Bézier curve."""


def curves(spots: tuple[Spot, ...]) -> list[Curve]:
    """Return the line over the spots as curves that leave and reach each of them upright."""
    found: list[Curve] = []
    for (x, y), (to_x, to_y) in pairwise(spots):
        half = (to_y - y) / 2
        found.append(((x, y + half), (to_x, to_y - half), (to_x, to_y)))
    return found


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How the line of a kind of link is drawn: lengths as for ``Drawing``."""

    width: float
    dashes: tuple[float, ...] = ()
    """Lengths of dashes and gaps in turn; empty for a solid line, 0.1 for round dots."""
    is_faint: bool = False


LINES: Mapping[Degree | None, LineStyle] = {
    Degree.CERTAIN: LineStyle(1.4),
    Degree.PROBABLE: LineStyle(1.4, (8.0, 5.0)),
    Degree.SUSPECTED: LineStyle(2.0, (0.1, 5.0)),
    Degree.DENIED: LineStyle(1.0, is_faint=True),
    None: LineStyle(0.7, is_faint=True),
}
LEGEND: tuple[tuple[str, str], ...] = (
    (Degree.CERTAIN, "certainly drawn on"),
    (Degree.PROBABLE, "probable"),
    (Degree.SUSPECTED, "suspected"),
    (Degree.DENIED, "denied"),
    ("", "same source"),
    ("witness", "gives the version"),
    ("passed", "on its way"),
    ("root", "root"),
    ("open root", "possible root"),
)
"""What is explained beside a drawing: a degree, ``""`` for a tie or a mark, and its words."""


def fitted(text: str, letters: int) -> str:
    """Return a text on one line, cut to a number of letters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip()}…"
