"""The stemma of a dossier: who draws on whom, and what a version of a point rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.domain.analysis import Version, analyse
from app.domain.descent import trace_version
from app.domain.records import Account, Derivation, Source
from app.domain.sets import FIRST, LAST
from app.domain.stemma import (
    Lit,
    Stemma,
    StemmaAccount,
    StemmaLink,
    Step,
    on_point,
    reached_from,
    speaking_steps,
    voices_of,
    without_isolated,
)
from app.services.weighing import load_cases, load_dependence, telling_days
from app.services.workspace import Workspace
from app.store.queries.dependence import list_derivations
from app.store.queries.nouns import list_all


def load_stemma(workspace: Workspace, point_id: int = 0, *, with_isolated: bool = False) -> Stemma:
    """Return the accounts of a dossier with their derivations; isolated ones are left out.

    With a point it holds whoever speaks to it, isolated or not, and whom they draw on for it.
    """
    with workspace.reading() as connection:
        accounts = list_all(connection, Account)
        sources = {source.id: source for source in list_all(connection, Source)}
        derivations = list_derivations(connection)
        cases = load_cases(connection, [point_id]) if point_id else []
    links = [*_links(derivations), *_ties(accounts, derivations)]
    stemma = Stemma(
        tuple(_account(account, sources[account.source_id]) for account in accounts), tuple(links)
    )
    if point_id:
        speaking = {claim.account_id for case in cases for claim in case.claims}
        return on_point(stemma, point_id, speaking)
    return stemma if with_isolated else without_isolated(stemma)


def _account(account: Account, source: Source) -> StemmaAccount:
    days = telling_days(account.date)
    first = last = None
    if days is not None:
        least, latest = days[0].first, days[1].last
        first = least if least > FIRST else days[0].last
        last = latest if latest < LAST else None
    return StemmaAccount(
        account_id=account.id,
        siglum=account.siglum,
        speaker=account.speaker,
        date=account.date,
        source=f"{source.key}: {source.title}" if source.title else source.key,
        first=None if first == LAST else first,
        last=last,
    )


def _links(derivations: Iterable[Derivation]) -> Iterator[StemmaLink]:
    for known in derivations:
        yield StemmaLink(
            known.lender_id, known.borrower_id, known.degree, known.grounds, known.point_ids
        )


def _ties(accounts: Sequence[Account], derivations: Iterable[Derivation]) -> Iterator[StemmaLink]:
    """Yield a tie to the voice of its source for each account that shares in the voice's links."""
    linked = {end for known in derivations for end in (known.borrower_id, known.lender_id)}
    voices = {a.source_id: a.id for a in accounts if a.is_own and a.id in linked}
    for account in accounts:
        voice = voices.get(account.source_id, account.id)
        if voice != account.id:
            yield StemmaLink(voice, account.id, None)


def list_versions(workspace: Workspace, point_id: int) -> tuple[Version, ...]:
    """Return the versions of a point, none where the point is gone."""
    with workspace.reading() as connection:
        cases = load_cases(connection, [point_id])
        dependence = load_dependence(connection, [point_id])
    return analyse(cases[0], dependence).versions if cases else ()


def light_version(
    workspace: Workspace, point_id: int, claim_ids: Iterable[int], stemma: Stemma
) -> Lit:
    """Return what the version with the given claims rests on, for lighting it in a stemma."""
    with workspace.reading() as connection:
        cases = load_cases(connection, [point_id])
        dependence = load_dependence(connection, [point_id])
    if not cases:
        return Lit()
    wanted, claims = set(claim_ids), cases[0].claims
    members = [claim for claim in claims if claim.claim_id in wanted]
    witnesses = frozenset(claim.account_id for claim in members)
    voices = voices_of(stemma)
    loose = trace_version(members, claims, dependence, point_id)
    firm = trace_version(members, claims, dependence, point_id, firmly=True)
    steps = speaking_steps(loose.steps, witnesses, voices)
    passed = reached_from(witnesses, steps)
    borrowing = {borrower for borrower, _ in steps}
    roots = (loose.ends | (passed - borrowing)) & passed
    return Lit(
        witnesses=witnesses,
        passed=passed,
        roots=roots,
        open_roots=(firm.ends & passed) - roots,
        steps=frozenset(_drawn_steps((step for step in steps if step[0] in passed), stemma)),
    )


def _drawn_steps(steps: Iterable[Step], stemma: Stemma) -> Iterator[tuple[int, int]]:
    """Yield the links that were passed; one of a source's voice stands for all its accounts."""
    voices = voices_of(stemma)
    drawn = {(link.lender_id, link.borrower_id) for link in stemma.links if link.is_real}
    for borrower, lender in steps:
        for step in _drawn_as(lender, borrower, voices):
            if step in drawn:
                yield step


def _drawn_as(lender: int, borrower: int, voices: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    lent = voices.get(lender, lender)
    borrowing = voices.get(borrower, borrower)
    yield from ((lender, borrower), (lent, borrower), (lender, borrowing), (lent, borrowing))
    yield from ((lent, lender), (borrowing, borrower))
