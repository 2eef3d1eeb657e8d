"""A small invented inquiry: the mutiny on the river steamer *Hoffnung* in 1919."""

from __future__ import annotations

from app.domain.analysis import PointStatus, Version
from app.domain.flags import Flag, FlagKind, FlagLevel
from app.domain.records import (
    Account,
    Claim,
    Dismissal,
    Judgement,
    Level,
    Locator,
    Reason,
    Source,
    Stance,
    Standing,
    Status,
    VersionJudgement,
)
from app.domain.witnesses import Witnesses
from app.reports.findings import ClaimFindings, Counts, Findings, FlagFindings, PointFindings

HOSTILE = (
    "<script>alert(1)</script> #import \"x\": * $x^2$ =cmd|'/c calc'!A0 *b* _i_ [l](u) & {{ 7*7 }}"
)

SOURCES = (
    Source(
        1, "W19", type="interrogation", title="Vernehmung des Maschinisten Wölfle",
        author="Hafenkommandantur Grünau", date="1919-08-03", repository="Staatsarchiv Grünau",
        fonds="Best. 12", shelfmark="Nr. 345/2", page="73-75", language="de",
    ),
    Source(
        2, "П27", type="report", title="Докладная записка о бунте на пароходе «Надежда»",
        date="1927-11-14", repository="ГАРФ", fonds="5802", shelfmark="1/124", language="ru",
    ),
    Source(
        3, "Br31", type="book", title="Der Strom: Erinnerungen eines Lotsen", author="Brühl, Käthe",
        date="1931", publisher="Ährenverlag", place="Grünau", language="de",
    ),
    Source(
        4, "L22", type="letter", title="Lissitzin to his brother", author="Lissitzin, Pavel",
        date="1922-05-02", quoted_after="Ot88", language="ru",
    ),
    Source(
        5, "Ot88", type="article", title="Who Scuttled the “Hoffnung”?", author="Otway, Ann",
        container="Journal of River History", volume="4", issue="2", page="112-139", date="1988",
        language="en",
    ),
    Source(6, "X1", type="", title=HOSTILE, note="hostile"),
)  # fmt: skip

ACCOUNTS = (
    Account(11, "W19", 1, speaker="Emil Wölfle", recorder="Lt. Straßer", date="1919-08-03"),
    Account(12, "П27", 2, speaker="комиссар Щербатов", date="1927-11-14"),
    Account(13, "Br31", 3, speaker="Käthe Brühl", date="1931"),
    Account(14, "L22", 4, speaker="Pavel Lissitzin", date="1922-05-02", addressee="his brother"),
    Account(15, "Ot88", 5, speaker="Ann Otway", date="1988"),
    Account(16, "X1", 6, speaker=HOSTILE),
)


def _claim(number: int, account: Account, verdict: str = "", **fields: object) -> ClaimFindings:
    return ClaimFindings(
        Claim(number, 1, account.id, **fields),
        account.siglum,
        account.source_id,
        account.speaker,
        account.date,
        verdict,
    )


W19, P27, BR31, L22, OT88, X1 = ACCOUNTS

_MEN = PointFindings(
    subject="Steamer Hoffnung",
    question="How many men took part in the mutiny?",
    status=PointStatus.CONTRADICTED,
    apparatus="mutineers] three W19 · around forty П27 · the whole crew L22 Ot88 · om. Br31",
    versions=(
        Version("three", (1,), ("W19",), 1, Witnesses(1, 1), "1919-08-03"),
        Version("around forty", (2,), ("П27",), 1, Witnesses(1, 1), "1927-11-14"),
        Version("the whole crew", (3, 4), ("L22", "Ot88"), 2, Witnesses(1, 2, "L22"), "1922-05-02"),
    ),
    claims=(
        _claim(
            1, W19, "W19 “three” and L22 “the whole crew” have no figure in common.",
            answer="3", reading="three", level=Level.READ, scope="engine-room hands",
            quotation="Es waren unser drei, der Heizer Jürß, der Lehrling und ich; die übrigen\n"
            "haben geschlafen.",
            translation="There were three of us, the stoker Jürß, the apprentice and myself; the "
            "rest were asleep.",
            locators=(Locator("folio", "74v"),),
        ),
        _claim(
            2, P27, answer="around forty",
            quotation="В бунте участвовало около сорока человек, включая кочегаров и лоцмана.",
            translation="About forty people took part in the mutiny, the stokers and the pilot "
            "included.",
            locators=(Locator("folio", "3v"),),
        ),
        _claim(3, L22, answer="the whole crew", translation="All of us rose, to the last boy."),
        _claim(
            4, OT88, answer="the whole crew", level=Level.INFERRED, note="She follows L22 here.",
            locators=(Locator("page", "118"), Locator("page", "131"), Locator("note", "12")),
        ),
        _claim(5, BR31, stance=Stance.SILENT, locators=(Locator("page", "40-52"),)),
    ),
    flags=(
        FlagFindings(
            Flag(
                "a", FlagKind.DISAGREEMENT, FlagLevel.CONTRADICTS, (1, 2, 3, 4),
                ("W19", "П27", "L22", "Ot88"),
                "The accounts disagree: “three” (W19), “around forty” (П27) and “the whole crew” "
                "(L22, Ot88); no answer satisfies them all.",
            )
        ),
        FlagFindings(
            Flag(
                "b", FlagKind.SILENCE, FlagLevel.TENSION, (5, 1), ("Br31", "W19"),
                "Br31 is silent on this, where “three” (W19) and others speak of it.",
            ),
            Dismissal(1, 1, "b", Reason.OTHER, "Brühl was ashore that night"),
        ),
    ),
    judgement=Judgement(
        1, 1, Status.PROVISIONAL, "The interrogation is the only telling by a participant",
        (
            VersionJudgement("three", Standing.PREFERRED, "first-hand and against interest", (1,)),
            VersionJudgement("the whole crew", Standing.DOUBTFUL, "", (3, 4)),
        ),
        "2026-02-11T09:30:00+00:00",
    ),
    stale_since="2026-03-01T10:00:00+00:00",
    stale_sigla=("П27",),
)  # fmt: skip

_DATE = PointFindings(
    subject="Steamer Hoffnung",
    question="When was she scuttled?",
    status=PointStatus.TENSION,
    apparatus="scuttled] 30 July 1919 W19 · ca. August 1919 Br31",
    versions=(
        Version("30 July 1919", (6, 7), ("W19", "Br31"), 2, Witnesses(2, 2), "1919-08-03"),
    ),
    claims=(
        _claim(6, W19, answer="30 July 1919", locators=(Locator("folio", "75"),)),
        _claim(
            7, BR31, answer="ca. August 1919", quotation="Im Erntemonat lag sie schon auf Grund.",
            translation="By the harvest month she was on the bottom already.",
            locators=(Locator("page", "44"), Locator("line", "12-14")),
        ),
    ),
)  # fmt: skip

_HOSTILE = PointFindings(
    subject=HOSTILE,
    question=HOSTILE,
    status=PointStatus.CONTRADICTED,
    apparatus=f"{HOSTILE}] {HOSTILE} X1 · no W19",
    versions=(Version(HOSTILE, (8,), ("X1",), 1, Witnesses(1, 1), HOSTILE, HOSTILE),),
    claims=(
        _claim(
            8, X1, HOSTILE, answer=HOSTILE, reading=HOSTILE, quotation=HOSTILE,
            translation=HOSTILE, scope=HOSTILE, note=HOSTILE,
            locators=(Locator("page", HOSTILE), Locator(HOSTILE, HOSTILE)),
        ),
    ),
    judgement=Judgement(
        2, 3, Status.UNRESOLVABLE, HOSTILE,
        (VersionJudgement(HOSTILE, Standing.REJECTED, HOSTILE, (8,)),), HOSTILE,
    ),
)  # fmt: skip

_CLEAR = PointFindings(
    subject="Käthe Brühl",
    question="What was her trade?",
    status=PointStatus.CLEAR,
    apparatus="trade] pilot’s daughter and pilot W19 Br31",
    claims=(
        _claim(9, BR31, answer="pilot", locators=(Locator("page", "7"),)),
        _claim(10, W19, answer="pilot", locators=(Locator("folio", "73"),)),
    ),
)

INVENTED = Findings(
    title="Der Aufruhr auf der „Hoffnung“ / Бунт на «Надежде»",
    date="2026-03-05",
    scope="All points of the dossier",
    author="Jörg Täuber",
    counts=Counts(4, 2, 1, 1, 2, 6, 6, 10),
    points=(_MEN, _DATE, _HOSTILE, _CLEAR),
    accounts=ACCOUNTS,
    sources=SOURCES,
)
