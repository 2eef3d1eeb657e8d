"""The section of the report on one point: apparatus, versions, claims, flags, judgement."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.analysis import Version
from app.domain.records import Judgement, Level, Stance, Standing, Status, VersionJudgement
from app.reports.citations import Citations
from app.reports.document import (
    Alignment,
    Block,
    Bullets,
    Column,
    Heading,
    Inlines,
    Note,
    Paragraph,
    Quotation,
    Role,
    Table,
    Text,
    emphasis,
    run,
    strong,
)
from app.reports.findings import ClaimFindings, FlagFindings, PointFindings
from app.reports.names import spoken
from app.reports.wording import date_in_words, listed, sentence, witness_range

_LEVELS = {Level.SAYS: "", Level.READ: "as read here", Level.INFERRED: "as inferred here"}

_VERSION_COLUMNS = (
    ("Version", Column(12)),
    ("Accounts", Column(10)),
    ("Sources", Column(6, Alignment.CENTRE)),
    ("Witnesses", Column(7, Alignment.CENTRE)),
    ("First told", Column(11)),
    ("Judged", Column(7)),
)


def point_section(point: PointFindings, number: int, citations: Citations) -> Iterator[Block]:
    """Yield the blocks on one point; its notes are cited in the order in which they stand."""
    yield Heading(2, run(f"{number}. {point.subject}: {point.question}"), anchor=f"point-{number}")
    if point.apparatus:
        yield Paragraph(apparatus_inlines(point.apparatus), Role.APPARATUS)
    if point.versions:
        yield _versions_table(point)
    for claim in point.claims:
        yield from _claim(claim, citations)
    yield from _flags(point.flags)
    yield from _judgement(point)


def apparatus_inlines(line: str, *, with_lemma: bool = True) -> Inlines:
    """Return the apparatus line with its lemma and *om.* in italics."""
    lemma, bracket, rest = line.partition("] ")
    if not bracket:
        return run(line)
    readings, omitting, omitted = rest.rpartition("om. ")
    if omitting and readings and not readings.endswith("· "):
        readings, omitting, omitted = rest, "", ""
    if not omitting:
        readings, omitted = rest, ""
    return run(
        (emphasis(lemma), Text("] ")) if with_lemma else "",
        readings,
        run(emphasis("om."), " ") if omitting else "",
        omitted,
    )


def _versions_table(point: PointFindings) -> Table:
    """Return the versions; the column of standings only where some version has been judged."""
    standings = {v.answer: v.standing for v in point.judgement.versions} if point.judgement else {}
    judged = any(standings.values())
    rows = [
        (
            run(version.answer, f" [{version.scope}]" if version.scope else ""),
            run(", ".join(dict.fromkeys(version.sigla))),
            run(str(version.sources)),
            _witnesses(version),
            run(date_in_words(version.first_told) or "undated"),
            run(str(standings.get(version.answer, "")) or "–"),
        )
        for version in point.versions
    ]
    shown = len(_VERSION_COLUMNS) if judged else len(_VERSION_COLUMNS) - 1
    return Table(
        columns=tuple(column for _, column in _VERSION_COLUMNS[:shown]),
        header=tuple(run(label) for label, _ in _VERSION_COLUMNS[:shown]),
        rows=tuple(row[:shown] for row in rows),
    )


def _witnesses(version: Version) -> Inlines:
    found = version.witnesses
    through = f", through {found.common_link}" if found.common_link else ""
    return run(witness_range((found.low, found.high)), through)


def _claim(found: ClaimFindings, citations: Citations) -> Iterator[Block]:
    claim = found.claim
    note = Note(citations.note(found.source_id, claim.locators))
    lead = run(strong(found.siglum), "  ", _teller(found), ": ", _said(found), ".")
    if not (claim.quotation or claim.translation):
        lead = run(lead, note)
    yield Paragraph(lead, Role.CLAIM)
    if claim.quotation:
        yield Quotation(
            run(claim.quotation, note),
            run(claim.translation),
            citations.language(found.source_id),
        )
    elif claim.translation:
        yield Quotation(run(claim.translation, note))
    verdict = found.verdict[:1].upper() + found.verdict[1:]
    remarks = " ".join(sentence(part) for part in (verdict, claim.note) if part)
    if remarks:
        yield Paragraph(run(remarks), Role.REMARK)


def _teller(found: ClaimFindings) -> Inlines:
    told = f"({date_in_words(found.told)})" if found.told else ""
    speaker = spoken(found.speaker) or ("" if told else "no speaker named")
    return run(" ".join(part for part in (speaker, told) if part))


def _said(found: ClaimFindings) -> Inlines:
    """Return the answer with what the account does to it: ``not *whole regiment* [officers]``."""
    claim = found.claim
    if claim.stance is Stance.SILENT:
        return run("silent")
    denied = "not " if claim.stance is Stance.DENIES else ""
    worded = run(denied, emphasis(claim.answer))
    if claim.reading not in ("", claim.answer):
        given = f" (answer: {denied}{claim.answer})" if claim.answer else ""
        worded = run(emphasis(claim.reading), given)
    scope = f" [{claim.scope}]" if claim.scope else ""
    doubted = ", doubted" if claim.stance is Stance.DOUBTS else ""
    level = f", {_LEVELS[claim.level]}" if _LEVELS[claim.level] else ""
    return run(worded, scope, doubted, level)


def _flags(flags: tuple[FlagFindings, ...]) -> Iterator[Block]:
    if not flags:
        return
    yield Paragraph(run("What does not stand together"), Role.LABEL)
    yield Bullets(tuple(_flag(found) for found in flags))


def _flag(found: FlagFindings) -> Inlines:
    kind = str(found.flag.kind)
    text = run(emphasis(f"{kind[0].upper()}{kind[1:]}."), " ", sentence(found.flag.why))
    if found.dismissal is None:
        return text
    grounds = sentence(found.dismissal.grounds)
    set_aside = f" Set aside ({found.dismissal.reason})"
    return run(text, f"{set_aside}: {grounds}" if grounds else f"{set_aside}.")


def _judgement(point: PointFindings) -> Iterator[Block]:
    judgement = point.judgement
    yield Paragraph(run("Judgement"), Role.LABEL)
    if judgement is None:
        yield Paragraph(run("Open: no judgement has been recorded."))
        return
    yield Paragraph(_decision(judgement))
    standings = [_standing(version) for version in judgement.versions if version.standing]
    if standings:
        yield Bullets(tuple(standings))
    if point.is_stale:
        yield Paragraph(run(_stale_sentence(point)), Role.REMARK)


def _decision(judgement: Judgement) -> Inlines:
    status = str(judgement.status)
    judged = f", {date_in_words(judgement.judged_at)}" if judgement.judged_at else ""
    return run(
        strong(f"{status[0].upper()}{status[1:]}"), f"{judged}. ", sentence(judgement.grounds)
    )


def _standing(version: VersionJudgement) -> Inlines:
    grounds = sentence(version.grounds)
    ending = f": {grounds}" if grounds else "."
    return run(emphasis(version.answer), f" – {version.standing}{ending}")


def _stale_sentence(point: PointFindings) -> str:
    since = f" since {date_in_words(point.stale_since)}" if point.stale_since else ""
    sigla = list(dict.fromkeys(point.stale_sigla))
    claims = f"a claim of {sigla[0]} was" if len(sigla) == 1 else f"claims of {listed(sigla)} were"
    cause = f"{claims} added or changed" if sigla else "the claims that it weighed have changed"
    return f"This judgement is stale{since}: {cause} after it was given."


def judgement_in_brief(point: PointFindings) -> str:
    """Return the status, and the version accepted or preferred: ``settled: 1918``."""
    judgement = point.judgement
    if judgement is None or judgement.status is Status.OPEN:
        return "open"
    chosen = [
        version.answer
        for version in judgement.versions
        if version.standing in (Standing.ACCEPTED, Standing.PREFERRED)
    ]
    stale = ", stale" if point.is_stale else ""
    return f"{judgement.status}{': ' + listed(chosen) if chosen else ''}{stale}"
