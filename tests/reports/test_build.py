from dataclasses import replace

from app.domain.analysis import PointStatus
from app.domain.records import Level, Locator, Stance
from app.reports.build import build_report
from app.reports.document import (
    Bibliography,
    Block,
    Bullets,
    Definitions,
    Emphasis,
    Heading,
    Inlines,
    Note,
    Paragraph,
    Quotation,
    Reference,
    Role,
    Strong,
    Table,
    plain_text,
)
from app.reports.findings import Counts, Findings
from tests.reports.invented import INVENTED

REPORT = build_report(INVENTED)


def section(title: str) -> list[Block]:
    """Return the blocks after the heading that holds ``title``, up to the next of its level."""
    found: list[Block] = []
    level = 0
    for block in REPORT.blocks:
        if isinstance(block, Heading):
            if level and block.level <= level:
                break
            if title in plain_text(block.inlines):
                level = block.level
                continue
        if level:
            found.append(block)
    assert found, title
    return found


def notes_of(inlines: Inlines) -> list[str]:
    found: list[str] = []
    for inline in inlines:
        match inline:
            case Note(inlines=inner):
                found.append(plain_text(inner))
            case Emphasis(inlines=inner) | Strong(inlines=inner) | Reference(inlines=inner):
                found += notes_of(inner)
    return found


def test_front() -> None:
    assert REPORT.title == INVENTED.title
    assert REPORT.date == "5 March 2026"
    assert REPORT.running_title == INVENTED.title
    headings = [plain_text(b.inlines) for b in REPORT.blocks if isinstance(b, Heading)]
    assert [title for title in headings if "<" not in title] == [
        "How to read this report",
        "Summary",
        "Points contradicted",
        "1. Steamer Hoffnung: How many men took part in the mutiny?",
        "Points in tension",
        "3. Steamer Hoffnung: When was she scuttled?",
        "Points clear or judged",
        "Sigla",
        "Bibliography",
        "Archival sources",
        "Published and other sources",
    ]


def test_summary_in_words_and_figures() -> None:
    words, figures, overview = section("Summary")
    assert isinstance(words, Paragraph)
    assert plain_text(words.inlines) == (
        "The report rests on ten claims that six accounts in six sources make on four points. "
        "Of these points, two are contradicted, one is in tension and one is clear."
    )
    assert isinstance(figures, Table)
    assert [plain_text(cell) for cell in figures.rows[0]] == [
        "4",
        "2",
        "1",
        "1",
        "2",
        "6",
        "6",
        "10",
    ]
    assert isinstance(overview, Table)
    assert [plain_text(row[4]) for row in overview.rows] == [
        "provisional: three, stale",
        "unresolvable",
        "open",
    ]


def test_point_has_apparatus_versions_claims_flags_judgement() -> None:
    blocks = section("How many men")
    apparatus, versions = blocks[:2]
    assert isinstance(apparatus, Paragraph)
    assert apparatus.role is Role.APPARATUS
    assert plain_text(apparatus.inlines) == INVENTED.points[0].apparatus
    assert (
        next(i for i in apparatus.inlines if isinstance(i, Emphasis)).inlines[0].text == "mutineers"
    )
    assert isinstance(versions, Table)
    assert [plain_text(cell) for cell in versions.rows[2]] == [
        "the whole crew", "L22, Ot88", "2", "1–2, through L22", "2 May 1922", "doubtful",
    ]  # fmt: skip
    claims = [b for b in blocks if isinstance(b, Paragraph) and b.role is Role.CLAIM]
    assert [plain_text(claim.inlines) for claim in claims] == [
        ("W19  Emil Wölfle (3 August 1919): three (answer: 3) [engine-room hands], as read here."),
        "П27  комиссар Щербатов (14 November 1927): around forty.",
        "L22  Pavel Lissitzin (2 May 1922): the whole crew.",
        "Ot88  Ann Otway (1988): the whole crew, as inferred here.",
        "Br31  Käthe Brühl (1931): silent.",
    ]
    flags, standings = (b for b in blocks if isinstance(b, Bullets))
    assert plain_text(flags.items[1]) == (
        "Silence. Br31 is silent on this, where “three” (W19) and others speak of it. "
        "Set aside (other): Brühl was ashore that night."
    )
    assert plain_text(standings.items[0]) == "three – preferred: first-hand and against interest."
    last = blocks[-1]
    assert isinstance(last, Paragraph)
    assert plain_text(last.inlines) == (
        "This judgement is stale since 1 March 2026: a claim of П27 was added or changed after it "
        "was given."
    )


def test_every_claim_has_one_note_at_its_words() -> None:
    blocks = section("How many men")
    found = []
    for block in blocks:
        if isinstance(block, Paragraph | Quotation):
            found += notes_of(block.inlines)
    assert found == [
        (
            "Hafenkommandantur Grünau, “Vernehmung des Maschinisten Wölfle,” 3 August 1919, "
            "Staatsarchiv Grünau, Best. 12, Nr. 345/2, fol. 73–75, here fol. 74v."
        ),
        (
            "“Докладная записка о бунте на пароходе «Надежда»,” 14 November 1927, ГАРФ, ф. 5802, "
            "оп. 1, д. 124, л. 3 об."
        ),
        (
            "Lissitzin to his brother, 2 May 1922, quoted after Ann Otway, “Who Scuttled the "
            "‘Hoffnung’?,” Journal of River History 4, no. 2 (1988): 112–39."
        ),
        "Otway, “Who Scuttled the ‘Hoffnung’?,” 118, 131 n. 12.",
        "Käthe Brühl, Der Strom: Erinnerungen eines Lotsen (Grünau: Ährenverlag, 1931), 40–52.",
    ]


def test_quotation_carries_its_language_and_note() -> None:
    quotation = next(b for b in section("How many men") if isinstance(b, Quotation))
    assert quotation.language == "de"
    assert isinstance(quotation.inlines[-1], Note)
    assert plain_text(quotation.inlines).startswith("Es waren unser drei")
    assert plain_text(quotation.translation).startswith("There were three of us")


def test_clear_and_judged_points_in_brief() -> None:
    (table,) = section("Points clear or judged")
    assert isinstance(table, Table)
    rows = [[plain_text(cell) for cell in row] for row in table.rows]
    assert rows[0] == [
        "Steamer Hoffnung", "How many men took part in the mutiny?", "See 1.",
        "provisional: three, stale",
    ]  # fmt: skip
    assert rows[-1] == [
        "Käthe Brühl", "What was her trade?", "pilot’s daughter and pilot W19 Br31", "open",
    ]  # fmt: skip


def test_sigla_and_bibliography_cover_all_that_is_named() -> None:
    (sigla,) = section("Sigla")
    assert isinstance(sigla, Definitions)
    assert [plain_text(item.term) for item in sigla.items] == [
        "Br31", "L22", "Ot88", "W19", "X1", "П27",
    ]  # fmt: skip
    assert plain_text(sigla.items[1].inlines) == (
        "Pavel Lissitzin, 2 May 1922, to his brother: Lissitzin to his brother, 2 May 1922."
    )
    entries = sum(len(b.entries) for b in REPORT.blocks if isinstance(b, Bibliography))
    assert entries == len(INVENTED.sources)


def test_references_have_their_headings() -> None:
    anchors = {b.anchor for b in REPORT.blocks if isinstance(b, Heading) and b.anchor}
    assert anchors == {"point-1", "point-2", "point-3"}


def test_empty_dossier_makes_a_report() -> None:
    report = build_report(Findings(title="Empty", date="2026-01-01", counts=Counts()))
    words = [plain_text(b.inlines) for b in report.blocks if isinstance(b, Paragraph)]
    assert words[-1] == "No claims have been recorded yet."


def test_unknown_source_still_has_a_note() -> None:
    point = INVENTED.points[0]
    lost = replace(point.claims[0], source_id=99)
    lost = replace(lost, claim=replace(lost.claim, locators=(Locator("page", "3"),)))
    findings = replace(
        INVENTED,
        points=(replace(point, status=PointStatus.CONTRADICTED, claims=(lost,)),),
    )
    quotation = next(b for b in build_report(findings).blocks if isinstance(b, Quotation))
    assert notes_of(quotation.inlines) == ["3."]


def test_denials_and_doubts_in_words() -> None:
    point = INVENTED.points[0]

    def said(**fields: object) -> str:
        claim = replace(point.claims[0].claim, scope="", quotation="", translation="", **fields)
        found = replace(point.claims[0], claim=claim, verdict="contradicts L22")
        report = build_report(replace(INVENTED, points=(replace(point, claims=(found,)),)))
        lead, remark = _lead_and_remark(report.blocks)
        assert remark == "Contradicts L22."
        return lead.partition(": ")[2]

    says = {"level": Level.SAYS}
    assert said(stance=Stance.DENIES, answer="3", reading="", **says) == "not 3."
    assert said(stance=Stance.DENIES, answer="3", reading="a lie", **says) == (
        "a lie (answer: not 3)."
    )
    assert said(stance=Stance.DOUBTS, answer="3", reading="", **says) == "3, doubted."
    assert said(stance=Stance.AFFIRMS, answer="3", reading="3", level=Level.INFERRED) == (
        "3, as inferred here."
    )


def _lead_and_remark(blocks: tuple[Block, ...]) -> tuple[str, str]:
    words = {b.role: plain_text(b.inlines) for b in reversed(blocks) if isinstance(b, Paragraph)}
    return words[Role.CLAIM], words[Role.REMARK]


def test_standings_have_a_column_only_where_there_are_some() -> None:
    judged, open_ = section("How many men")[1], section("When was she")[1]
    assert isinstance(judged, Table)
    assert isinstance(open_, Table)
    assert (len(judged.columns), len(open_.columns)) == (6, 5)
