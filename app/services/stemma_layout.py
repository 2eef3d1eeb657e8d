"""Lays a stemma out: rows by date of telling, few crossings, nothing over anything else.

The rows are ours. fast-sugiyama puts each row in order and finds where it stands: every line is
cut at the rows that it passes, so that all lines are one row long, and the ranking of least total
length, which fast-sugiyama looks for, is ours. What hangs apart is set side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fast_sugiyama import from_edges

from app.domain.stemma import Stemma, StemmaLink
from app.domain.stemma_drawing import (
    BOX_HEIGHT,
    BOX_WIDTH,
    Drawing,
    PlacedAccount,
    PlacedBand,
    PlacedLink,
    Spot,
)
from app.domain.stemma_ranks import Ranks, rank
from app.services.stemma_rows import Rows, find_rows

COLUMN = BOX_WIDTH + 24.0
"""From the middle of a box to that of its neighbour, at least."""
_BESIDE_LINE = BOX_WIDTH / 2 + 16.0
_BETWEEN_LINES = 20.0
_ROW = BOX_HEIGHT + 36.0
_BAND_ROOM = 12.0
_MARGIN = 20.0
_PORT = 16.0
"""Between the places at which lines leave a box."""
_PORTS = BOX_WIDTH - 24.0
_LABELS = 96.0
"""Room for the words of the bands, left of everything."""
_MOST_CUTS = 2000
"""Rows that strands pass in all, the shortest first; longer lines go straight over all."""


@dataclass(frozen=True, slots=True, order=True)
class _Knot:
    """Where a line begins, ends, or passes a row; long lines of one hub pass in one strand."""

    account: int
    """The account itself, or the hub of the strand."""
    row: int
    strand: str = ""
    """Empty for an account; for a strand its kind."""


_Xs = dict[_Knot, float]
_Line = tuple[_Knot, ...]


def lay_out(stemma: Stemma) -> Drawing:
    """Return where every account, line and band of a stemma stands."""
    if not stemma.accounts:
        return Drawing()
    ranks = rank(stemma)
    rows = find_rows(stemma, ranks)
    lines = _lines(stemma, rows)
    xs = _columns(stemma, rows, lines)
    return _drawing(stemma, ranks, rows, lines, xs)


def _lines(stemma: Stemma, rows: Rows) -> list[_Line]:
    """Return the knots of each link, from above."""
    passed = [rows.between(link.lender_id, link.borrower_id) for link in stemma.links]
    hubs = Counter(
        end
        for link, between in zip(stemma.links, passed, strict=True)
        if between
        for end in (link.lender_id, link.borrower_id)
    )
    strands = [
        _strand(link, hubs, between) for link, between in zip(stemma.links, passed, strict=True)
    ]
    left = _MOST_CUTS
    cut: set[_Knot] = set()
    for strand in sorted(strands, key=len):
        fresh = set(strand) - cut
        if len(fresh) <= left:
            cut |= fresh
            left -= len(fresh)
    found = []
    for link, strand in zip(stemma.links, strands, strict=True):
        ends = (_knot(link.lender_id, rows), _knot(link.borrower_id, rows))
        upper, lower = sorted(ends, key=lambda knot: knot.row)
        found.append((upper, *(strand if cut.issuperset(strand) else ()), lower))
    return found


def _knot(account: int, rows: Rows) -> _Knot:
    return _Knot(account, rows.row_of[account])


def _strand(link: StemmaLink, hubs: Mapping[int, int], between: Sequence[int]) -> _Line:
    hub = max(link.lender_id, link.borrower_id, key=lambda end: (hubs[end], end))
    side = "out" if hub == link.lender_id else "in"
    return tuple(_Knot(hub, row, f"{side} {link.degree}") for row in between)


def _columns(stemma: Stemma, rows: Rows, lines: Sequence[_Line]) -> _Xs:
    """Return how far right every knot stands."""
    named = [_knot(account.account_id, rows) for account in stemma.accounts]
    named += dict.fromkeys(knot for line in lines for knot in line[1:-1])
    numbers = {knot: number for number, knot in enumerate(named)}
    edges = {
        (numbers[upper], numbers[lower])
        for line in lines
        if len(line) > 2 or not rows.between(line[0].account, line[-1].account)
        for upper, lower in pairwise(line)
    }
    blocks: list[_Xs] = []
    if edges:
        for spots, *_ in from_edges(sorted(edges), vertex_spacing=COLUMN, dummy_vertices=False):
            blocks.append({named[int(number)]: float(x) for number, (x, _) in spots})
    held = {knot for block in blocks for knot in block}
    blocks += [{knot: 0.0} for knot in named if knot not in held]
    blocks = [_apart(block) for block in blocks]
    return _set_beside(sorted(blocks, key=lambda block: _turn(block, rows)))


def _turn(block: _Xs, rows: Rows) -> tuple[int, int]:
    """Return when a block is set: those of one part together, in the order of their making."""
    return min((rows.parts[knot.account], knot.account) for knot in block if not knot.strand)


def _by_row(block: Iterable[_Knot]) -> dict[int, list[_Knot]]:
    found: dict[int, list[_Knot]] = {}
    for knot in block:
        found.setdefault(knot.row, []).append(knot)
    return found


def _apart(block: _Xs) -> _Xs:
    """Push what stands in one row of a block apart as far as it needs."""
    found: _Xs = {}
    for knots in _by_row(block).values():
        knots.sort(key=lambda knot: (block[knot], knot))
        found[knots[0]] = block[knots[0]]
        for left, right in pairwise(knots):
            found[right] = max(block[right], found[left] + _room(left, right))
    return found


def _room(left: _Knot, right: _Knot) -> float:
    boxes = (not left.strand) + (not right.strand)
    return (_BETWEEN_LINES, _BESIDE_LINE, COLUMN)[boxes]


def _set_beside(blocks: Sequence[_Xs]) -> _Xs:
    """Set each block as far left as what stands there already lets it."""
    edge: dict[int, float] = {}
    found: _Xs = {}
    for block in blocks:
        sides = _sides(block)
        shift = max(edge.get(row, 0.0) - left for row, (left, _) in sides.items())
        for knot, x in block.items():
            found[knot] = x + shift
        for row, (_, right) in sides.items():
            edge[row] = right + shift + COLUMN
    return found


def _sides(block: _Xs) -> dict[int, tuple[float, float]]:
    """Return how far a block reaches left and right in each row, in those it passes too."""
    found: dict[int, tuple[float, float]] = {}
    lines = sorted(_by_row(block).items())
    for row, knots in lines:
        xs = [block[knot] for knot in knots]
        found[row] = min(xs), max(xs)
    for (upper, _), (lower, _) in pairwise(lines):
        left = min(found[upper][0], found[lower][0])
        right = max(found[upper][1], found[lower][1])
        found.update(dict.fromkeys(range(upper + 1, lower), (left, right)))
    return found


def _drawing(stemma: Stemma, ranks: Ranks, rows: Rows, lines: Sequence[_Line], xs: _Xs) -> Drawing:
    bands = tuple(_bands(ranks, rows))
    heights = _heights(rows)
    left = _LABELS + BOX_WIDTH / 2 - min(xs.values())
    spots = {knot: (x + left, heights[knot.row]) for knot, x in xs.items()}
    ports = _ports(lines, xs)
    placed = []
    for account in stemma.accounts:
        knot = _knot(account.account_id, rows)
        placed.append(PlacedAccount(account, *spots[knot], knot.row))
    return Drawing(
        width=max(x for x, _ in spots.values()) + BOX_WIDTH / 2 + _MARGIN,
        height=bands[-1].bottom,
        accounts=tuple(sorted(placed, key=lambda placed: (placed.row, placed.x))),
        links=tuple(
            _placed_link(link, line, spots, ports)
            for link, line in zip(stemma.links, lines, strict=True)
        ),
        bands=bands,
    )


def _placed_link(
    link: StemmaLink, line: _Line, spots: Mapping[_Knot, Spot], ports: Mapping[_Port, float]
) -> PlacedLink:
    passed = [
        (spots[end][0] + ports[end, near], spots[end][1] + _edge(end, near))
        for end, near in ((line[0], line[1]), (line[-1], line[-2]))
    ]
    passed[1:1] = [spots[knot] for knot in line[1:-1]]
    own = 0 if len(line) == 2 or line[1].account != line[0].account else len(line) - 2
    (x, y), (to_x, to_y) = passed[own : own + 2]
    if line[0].account == link.borrower_id:
        passed.reverse()
    return PlacedLink(link, tuple(passed), ((x + to_x) / 2, (y + to_y) / 2))


_Port = tuple[_Knot, _Knot]
"""An account, and the next knot of a line that leaves it."""


def _edge(end: _Knot, near: _Knot) -> float:
    return BOX_HEIGHT / 2 if near.row > end.row else -BOX_HEIGHT / 2


def _ports(lines: Iterable[_Line], xs: _Xs) -> dict[_Port, float]:
    """Return how far from the middle of its box each line begins or ends, so that few cross."""
    nears: dict[tuple[_Knot, bool], set[_Knot]] = {}
    for line in lines:
        for end, near in ((line[0], line[1]), (line[-1], line[-2])):
            nears.setdefault((end, near.row > end.row), set()).add(near)
    found: dict[_Port, float] = {}
    for (end, _), knots in nears.items():
        step = min(_PORT, _PORTS / len(knots))
        for place, near in enumerate(sorted(knots, key=lambda knot: (xs[knot], knot))):
            found[end, near] = (place - (len(knots) - 1) / 2) * step
    return found


def _heights(rows: Rows) -> list[float]:
    """Return how far down the middle of each row is."""
    found: list[float] = []
    for band, (start, end) in enumerate(pairwise(rows.starts)):
        found += [_top(start, band) + (row - start + 0.5) * _ROW for row in range(start, end)]
    return found


def _top(row: int, band: int) -> float:
    return row * _ROW + band * _BAND_ROOM + _BAND_ROOM / 2


def _bands(ranks: Ranks, rows: Rows) -> Iterable[PlacedBand]:
    for band, (start, end) in enumerate(pairwise(rows.starts)):
        top = _top(start, band) - _BAND_ROOM / 2
        yield PlacedBand(ranks.labels[band], top, _top(end, band + 1) - _BAND_ROOM / 2)
