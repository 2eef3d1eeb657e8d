"""The reading-room list of a dossier: what is known only through others, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.analysis import Version, analyse
from app.domain.case import Case
from app.domain.claims import Weighed
from app.domain.locators import places_in_words
from app.domain.reading_room import OrderGroup, Unseen, by_weight, order_lines, order_list
from app.domain.records import Claim, Source
from app.domain.witnesses import Dependence
from app.services.weighing import load_cases, load_dependence
from app.services.workspace import Workspace
from app.store.queries.aside import list_points_told_by
from app.store.queries.findings import FlagLine, list_flags
from app.store.queries.nouns import list_records
from app.store.queries.unseen import list_unseen_ids


def list_unseen(workspace: Workspace) -> list[Unseen]:
    """Return the sources known only through others, those on which most hangs first."""
    with workspace.reading() as connection:
        sources = list_records(connection, Source, list_unseen_ids(connection))
        points = list_points_told_by(connection, [source.id for source in sources], (), ())
        cases = load_cases(connection, sorted(points))
        dependence = load_dependence(connection)
        versions = [v for case in cases for v in analyse(case, dependence).versions]
        flags = {flag.identity: flag for point in points for flag in list_flags(connection, point)}
        told = _by_source(cases)
        return by_weight(
            _unseen(connection, source, told.get(source.id, []), versions, flags, dependence)
            for source in sources
        )


def get_order_list(workspace: Workspace) -> list[OrderGroup]:
    """Return what to order, by repository and call number."""
    return order_list(list_unseen(workspace))


def get_order_lines(workspace: Workspace) -> list[str]:
    """Return the order list as lines to print."""
    return order_lines(get_order_list(workspace))


def _by_source(cases: Iterable[Case]) -> dict[int, list[tuple[Case, Weighed]]]:
    found: dict[int, list[tuple[Case, Weighed]]] = {}
    for case in cases:
        for claim in case.claims:
            found.setdefault(claim.source_id, []).append((case, claim))
    return found


def _unseen(
    connection: Any,
    source: Source,
    told: Iterable[tuple[Case, Weighed]],
    versions: Iterable[Version],
    flags: Mapping[str, FlagLine],
    dependence: Dependence,
) -> Unseen:
    claims = {claim.claim_id: case for case, claim in told}
    resting = [version for version in versions if not claims.keys().isdisjoint(version.claim_ids)]
    alone = [version for version in resting if claims.keys() >= set(version.claim_ids)]
    places = (places_in_words(c.locators) for c in list_records(connection, Claim, claims))
    return Unseen(
        source_id=source.id,
        key=source.key,
        title=source.title,
        author=source.author,
        date=source.date,
        repository=source.repository,
        fonds=source.fonds,
        shelfmark=source.shelfmark,
        quoted_after=source.quoted_after,
        places=tuple(dict.fromkeys(place for place in places if place)),
        claims=len(claims),
        points=len({case.point_id for case in claims.values()}),
        versions=len(resting),
        versions_alone=len(alone),
        flags=sum(not claims.keys().isdisjoint(flag.claim_ids) for flag in flags.values()),
        borrowers=len(_borrowers(source.id, dependence)),
    )


def _borrowers(source_id: int, dependence: Dependence) -> set[int]:
    lent = {a for a, telling in dependence.tellings.items() if telling.source_id == source_id}
    reached, fresh = set(lent), set(lent)
    while fresh:
        fresh = {
            borrower
            for borrower, links in dependence.lenders.items()
            if borrower not in reached and any(not fresh.isdisjoint(k.lenders) for k in links)
        }
        reached |= fresh
    return reached - lent
