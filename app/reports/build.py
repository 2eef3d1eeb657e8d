"""Builds the contradiction report: the whole document from the findings on a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.analysis import PointStatus
from app.domain.records import Account, Status
from app.reports.citations import Citations
from app.reports.document import (
    Alignment,
    Bibliography,
    Block,
    Column,
    Definition,
    Definitions,
    Document,
    Heading,
    Inlines,
    Paragraph,
    Reference,
    Role,
    Table,
    emphasis,
    run,
    strong,
)
from app.reports.findings import Counts, Findings, PointFindings
from app.reports.names import spoken
from app.reports.point_section import apparatus_inlines, judgement_in_brief, point_section
from app.reports.wording import counted, date_in_words, listed, natural_key, sentence

_SECTIONS = ("Points contradicted", "Points in tension", "Points clear, yet open to question")


def build_report(findings: Findings) -> Document:
    """Build the document that every format of the report renders."""
    citations = Citations(findings.sources)
    numbered = _numbered(findings.points)
    blocks = [
        *_front(findings, numbered),
        *_detailed(findings.points, numbered, citations),
        *_in_brief(findings.points, numbered),
        *findings.sections,
        *_sigla(findings, citations),
        *_bibliography(citations),
    ]
    return Document(
        title=findings.title,
        subtitle="A report on what the accounts say, and where they cannot stand together",
        author=findings.author,
        date=date_in_words(findings.date),
        language="en-GB",
        running_title=findings.title,
        blocks=tuple(blocks),
    )


def _numbered(points: Iterable[PointFindings]) -> dict[int, int]:
    """Return the report's own number of each point set out in full, by its place in ``points``."""
    sections = [_section_of(point) for point in points]
    order = [
        index for title in _SECTIONS for index, section in enumerate(sections) if section == title
    ]
    return {index: number for number, index in enumerate(order, start=1)}


def _section_of(point: PointFindings) -> str:
    """Return the section that sets a point out in full; empty for what is only listed."""
    if point.status is PointStatus.CONTRADICTED:
        return _SECTIONS[0]
    if point.status is PointStatus.TENSION:
        return _SECTIONS[1]
    return _SECTIONS[2] if any(flag.dismissal is None for flag in point.flags) else ""


def _front(findings: Findings, numbered: dict[int, int]) -> Iterator[Block]:
    if findings.scope:
        yield Paragraph(run(sentence(findings.scope)), Role.LEAD)
    yield Heading(1, run("How to read this report"))
    yield Paragraph(_guide())
    yield Heading(1, run("Summary"))
    yield Paragraph(run(_summary_sentence(findings.counts)))
    yield _counts_table(findings.counts)
    if numbered:
        yield _overview(findings.points, numbered)


def _guide() -> Inlines:
    return run(
        "Every numbered section treats one point at issue, that is, one question which several "
        "accounts answer. The line under its heading is the apparatus: each answer, followed by "
        "the sigla of the accounts that give it; ",
        emphasis("om."),
        " introduces the accounts that are silent. A ",
        emphasis("version"),
        " is a largest set of claims that a single answer satisfies together. ",
        emphasis("Sources"),
        " counts the documents that carry a version, ",
        emphasis("witnesses"),
        " the informants from whom it can come: the lower figure takes every suspected "
        "dependence between accounts as real, the higher one only those that are certain. "
        "Accounts counted apart are not shown to depend on one another, which is not to say that "
        "they are independent. The claims follow with their wording and the place where it "
        "stands. Which version deserves belief is not computed: it is given, with its grounds, "
        "as the historian’s judgement.",
    )


def _summary_sentence(counts: Counts) -> str:
    if not counts.claims:
        return "No claims have been recorded yet."
    found = [
        f"{counted(counts.contradicted, 'is', 'are')} contradicted" if counts.contradicted else "",
        f"{counted(counts.tension, 'is', 'are')} in tension" if counts.tension else "",
        f"{counted(counts.clear, 'is', 'are')} clear" if counts.clear else "",
    ]
    base = (
        f"The report rests on {counted(counts.claims, 'claim')} that "
        f"{counted(counts.accounts, 'account')} in {counted(counts.sources, 'source')} "
        f"{'makes' if counts.accounts == 1 else 'make'} on {counted(counts.points, 'point')}"
    )
    told = listed([part for part in found if part])
    return f"{base}. Of these points, {told}." if told else f"{base}."


def _counts_table(counts: Counts) -> Table:
    figures = {
        "Points": counts.points,
        "Contradicted": counts.contradicted,
        "In tension": counts.tension,
        "Clear": counts.clear,
        "Judged": counts.judged,
        "Sources": counts.sources,
        "Accounts": counts.accounts,
        "Claims": counts.claims,
    }
    return Table(
        columns=tuple(Column(len(label) + 5, Alignment.CENTRE) for label in figures),
        header=tuple(run(label) for label in figures),
        rows=(tuple(run(f"{number:,}") for number in figures.values()),),
    )


def _overview(points: tuple[PointFindings, ...], numbered: dict[int, int]) -> Table:
    return Table(
        columns=(Column(2, Alignment.RIGHT), Column(8), Column(14), Column(4), Column(6)),
        header=(run("No."), run("Subject"), run("Question"), run("Versions"), run("Judgement")),
        rows=tuple(
            (
                _reference(number),
                run(points[index].subject),
                run(points[index].question),
                run(str(len(points[index].versions))),
                run(judgement_in_brief(points[index])),
            )
            for index, number in numbered.items()
        ),
        caption=run("Points set out in full, in the order of this report."),
    )


def _reference(number: int) -> Inlines:
    return (Reference(f"point-{number}", run(str(number))),)


def _detailed(
    points: tuple[PointFindings, ...], numbered: dict[int, int], citations: Citations
) -> Iterator[Block]:
    for title in _SECTIONS:
        chosen = [(number, points[at]) for at, number in numbered.items()]
        chosen = [(number, point) for number, point in chosen if _section_of(point) == title]
        if chosen:
            yield Heading(1, run(title))
        for number, point in chosen:
            yield from point_section(point, number, citations)


def _in_brief(points: tuple[PointFindings, ...], numbered: dict[int, int]) -> Iterator[Block]:
    rows = [
        (
            run(point.subject),
            run(point.question),
            run("See ", _reference(numbered[index]), ".")
            if index in numbered
            else apparatus_inlines(point.apparatus, with_lemma=False),
            run(judgement_in_brief(point)),
        )
        for index, point in enumerate(points)
        if point.status is PointStatus.CLEAR or _is_judged(point)
    ]
    if rows:
        yield Heading(1, run("Points clear or judged"))
        yield Table(
            columns=(Column(3), Column(5), Column(5), Column(3)),
            header=(run("Subject"), run("Question"), run("Answers"), run("Judgement")),
            rows=tuple(rows),
        )


def _is_judged(point: PointFindings) -> bool:
    return point.judgement is not None and point.judgement.status is not Status.OPEN


def _sigla(findings: Findings, citations: Citations) -> Iterator[Block]:
    named = {claim.siglum for point in findings.points for claim in point.claims}
    accounts = [account for account in findings.accounts if account.siglum in named]
    if accounts:
        accounts.sort(key=lambda account: natural_key(account.siglum))
        yield Heading(1, run("Sigla"))
        yield Definitions(
            tuple(
                Definition(run(strong(account.siglum)), _account(account, citations))
                for account in accounts
            )
        )


def _account(account: Account, citations: Citations) -> Inlines:
    details = [
        f"to {spoken(account.addressee)}" if account.addressee else "",
        f"recorded by {spoken(account.recorder)}" if account.recorder else "",
        account.occasion,
    ]
    told = [spoken(account.speaker), date_in_words(account.date), *details]
    words = ", ".join(part for part in told if part)
    return run(words, ": " if words else "", citations.short(account.source_id))


def _bibliography(citations: Citations) -> Iterator[Block]:
    lists = (
        ("Archival sources", citations.archival_entries()),
        ("Published and other sources", citations.other_entries()),
    )
    if any(entries for _, entries in lists):
        yield Heading(1, run("Bibliography"))
    for title, entries in lists:
        if entries:
            yield Heading(2, run(title))
            yield Bibliography(entries)
