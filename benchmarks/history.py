"""An invented history of any size, the same every time: subjects, sources, accounts, claims.

Of the points 15 % are contested, and there a quarter of the claims tell otherwise; most points have
few claims and some have hundreds; 3 % of the claims deny, 2 % doubt, 3 % are silent; one claim in
seven is approximate. It is more at peace than the dossier of a quarrel, less so than a gazetteer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, product
from random import Random
from typing import Any

from app.domain.names import fold, fold_name

Row = dict[str, Any]
Rows = dict[str, list[Row]]

CONTESTED = 0.15
PROSE = (
    "the regiment crossed at night with all its guns before dawn while wir gingen über den Fluss "
    "ohne einen Schuss zu hören und der Kommandeur befahl мы перешли линию фронта рано утром когда "
    "командир полка собрал офицеров и сказал что другого пути уже нет witness statement protocol"
)
SYLLABLES = (
    "ra",
    "min",
    "sto",
    "gel",
    "ва",
    "ный",
    "кор",
    "ten",
    "lu",
    "ше",
    "berg",
    "is",
    "но",
    "ka",
)


def _vocabulary() -> list[str]:
    """Return words as rare as in a language: the common ones first, then thousands of others."""
    made = ["".join(parts) for size in (2, 3, 4) for parts in product(SYLLABLES, repeat=size)]
    return [*PROSE.split(), *made[:: len(made) // 20_000 or 1]]


WORDS = _vocabulary()
RARITY = list(accumulate(1 / (place + 5) for place in range(len(WORDS))))
MONTHS = ("January", "March", "May", "August", "October", "December")
MEASURED = ("men", "km", "horses", "days")
CAUSES = ("shot", "hanged", "fell in battle", "died of typhus", "vanished", "emigrated")


@dataclass
class History:
    """Makes rows for the tables of a dossier with about ``claims`` claims."""

    claims: int
    random: Random = field(init=False)
    last_id: int = 1 << 50

    def __post_init__(self) -> None:
        self.random = Random(self.claims)

    def new_id(self) -> int:
        """Return the next id, spread as by an hour's work and below all ids made today."""
        self.last_id += self.random.randrange(1, 1 << 20)
        return self.last_id

    def people(self) -> Rows:
        """Return the subjects, every third of them a person who may speak."""
        subjects = [
            {"id": self.new_id(), "name": name, "folded": fold_name(name), "kind": kind}
            for number in range(max(30, self.claims // 25))
            for name, kind in [_subject(number)]
        ]
        return {"subject": subjects}

    def archive(self, people: Rows) -> Rows:
        """Return sources, their accounts, and who draws on whom."""
        speakers = [row["id"] for row in people["subject"] if row["kind"] == "person"]
        rows: Rows = {"source": [], "account": [], "derivation": []}
        for number in range(max(20, self.claims // 20)):
            source = self._source(number)
            rows["source"].append(source)
            for part in range(1 if self.random.random() < 0.9 else 3):
                rows["account"].append(self._account(source, part, speakers))
        own = [row["id"] for row in rows["account"] if row["is_own"]]
        for place in range(1, len(own)):
            if self.random.random() < 0.1:
                rows["derivation"].append(self._derivation(own, place))
        return rows

    def _source(self, number: int) -> Row:
        year = self.random.randrange(1919, 2010)
        return {
            "id": self.new_id(), "key": f"S{number}", "type": "book", "title": self.words(5),
            "author": f"Author {number % 997}", "date": str(year),
        }  # fmt: skip

    def _account(self, source: Row, part: int, speakers: list[int]) -> Row:
        known = self.random.random() < 0.8
        return {
            "id": self.new_id(), "siglum": source["key"] + (f".{part}" if part else ""),
            "source_id": source["id"], "is_own": int(part == 0), "date": source["date"],
            "speaker_id": self.random.choice(speakers) if known else None,
        }  # fmt: skip

    def _derivation(self, own: list[int], place: int) -> Row:
        degree = self.random.choice(("certain", "certain", "probable", "suspected", "denied"))
        lender = own[self.random.randrange(place)]
        return {
            "id": self.new_id(), "borrower_id": own[place], "lender_id": lender, "degree": degree,
        }  # fmt: skip

    def told(self, people: Rows, archive: Rows) -> Iterator[Rows]:
        """Yield points with their claims and locators, some thousand claims at a time."""
        subjects = [row["id"] for row in people["subject"]]
        accounts = [row["id"] for row in archive["account"]]
        left, number = self.claims, 0
        rows: Rows = {"point": [], "claim": [], "locator": []}
        while left:
            size = min(left, 400, int(1.6 * self.random.paretovariate(1.3)))
            self._point(rows, self.random.choice(subjects), accounts, number, size)
            left, number = left - size, number + 1
            if len(rows["claim"]) >= 20_000 or not left:
                yield rows
                rows = {name: [] for name in rows}

    def _point(self, rows: Rows, subject: int, accounts: list[int], number: int, size: int) -> None:
        kind = self.random.choices(
            ("date", "quantity", "option", "yes-no", "text"), (45, 25, 15, 10, 5)
        )[0]
        question = f"{kind} {number}: {self.words(4)}"
        point: Row = {
            "id": self.new_id(), "subject_id": subject, "question": question,
            "folded": fold(question), "kind": kind,
        }  # fmt: skip
        rows["point"].append(point)
        told = _Telling(self.random, kind)
        contested = self.random.random() < CONTESTED
        for _ in range(size):
            claim = self._claim(
                point["id"], self.random.choice(accounts), told, contested=contested
            )
            rows["claim"].append(claim)
            rows["locator"].append(
                {"id": self.new_id(), "claim_id": claim["id"], "place": 0, "kind": "page",
                 "value": str(self.random.randrange(1, 600))}
            )  # fmt: skip

    def _claim(self, point: int, account: int, told: _Telling, *, contested: bool) -> Row:
        stance = self.random.choices(("affirms", "denies", "doubts", "silent"), (92, 3, 2, 3))[0]
        differs = contested and self.random.random() < 0.25
        if stance == "denies":
            differs = not differs
        quoted = self.random.random() < 0.4
        return {
            "id": self.new_id(), "point_id": point, "account_id": account, "stance": stance,
            "answer": "" if stance == "silent" else told.answer(differs=differs), "level": "says",
            "scope": "officers only" if self.random.random() < 0.04 else "",
            "quotation": self.words(self.random.randrange(6, 30)) if quoted else "",
        }  # fmt: skip

    def words(self, number: int) -> str:
        """Return so many words, in three languages."""
        return " ".join(self.random.choices(WORDS, cum_weights=RARITY, k=number))


def _subject(number: int) -> tuple[str, str]:
    if number % 3 == 0:
        return f"Person {number}, Ivan", "person"
    return f"{('Village', 'Regiment')[number % 2]} {number}", ("place", "unit")[number % 2]


class _Telling:
    """Words the true answer of one point in many ways, or another answer."""

    def __init__(self, random: Random, kind: str) -> None:
        self.random = random
        self.kind = kind
        self.truths = [self._truth() for _ in range(3)]

    def _truth(self) -> tuple[int, int, int]:
        year, month, day = (
            self.random.randrange(*ends) for ends in ((1860, 1918), (0, 6), (1, 28))
        )
        return year, month, day

    def answer(self, *, differs: bool) -> str:
        """Return a wording of the truth, or of one of two other answers."""
        year, month, day = self.truths[self.random.choice((1, 2)) if differs else 0]
        if self.kind == "date":
            return self._date(year, month, day)
        if self.kind == "quantity":
            return self._quantity(year * 10 + day, MEASURED[self.truths[0][1] % 4])
        if self.kind == "option":
            return CAUSES[month]
        if self.kind == "yes-no":
            return "no" if differs else "yes"
        return self.random.choice(WORDS[:200])

    def _date(self, year: int, month: int, day: int) -> str:
        exact = (
            f"{year}-{2 * month + 1:02}-{day:02}" if month < 3 else f"{day} {MONTHS[month]} {year}"
        )
        name = MONTHS[month]
        return self.random.choices(
            (exact, f"{name} {year}", str(year), f"ca. {year}", f"{year - 1}/{year}",
             f"before {year + 2}", f"[{year}, {year + 1}]"),
            (40, 20, 18, 12, 4, 4, 2),
        )[0]  # fmt: skip

    def _quantity(self, number: int, unit: str) -> str:
        return self.random.choices(
            (f"{number} {unit}", f"about {number} {unit}", f"{number - 50}-{number + 50} {unit}",
             f"at least {number - 100} {unit}", f"up to {number + 100} {unit}"),
            (55, 15, 15, 10, 5),
        )[0]  # fmt: skip
