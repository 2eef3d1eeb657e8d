"""The nouns of a dossier as plain records: what services hand to the window, report and exports.

Ids are 63-bit integers; ``0`` means *not yet kept*, ``None`` means *not given*. Texts are never
``None``: an empty text is an unknown, never "the same". Dates of sources and tellings are texts
as entered; ``app.domain.dates`` reads them.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from app.domain.answers import Kind


class Stance(enum.StrEnum):
    """What an account does to an answer."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    SILENT = "silent"


class Level(enum.StrEnum):
    """How far the answer is the text's own: it says so, I read it so, I infer it."""

    SAYS = "says"
    READ = "read"
    INFERRED = "inferred"


class CopySeen(enum.StrEnum):
    """The form of a source that was really used."""

    UNKNOWN = ""
    ORIGINAL = "original"
    PHOTOGRAPH = "photograph"
    FILM = "film"
    EDITION = "edition"
    QUOTED = "quoted after"


class Degree(enum.StrEnum):
    """How sure it is that one account draws on another."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    SUSPECTED = "suspected"
    DENIED = "denied"


class Status(enum.StrEnum):
    """Where a historian's decision on a point stands."""

    OPEN = "open"
    PROVISIONAL = "provisional"
    SETTLED = "settled"
    UNRESOLVABLE = "unresolvable"


class Standing(enum.StrEnum):
    """How the historian judges one version."""

    UNJUDGED = ""
    ACCEPTED = "accepted"
    PREFERRED = "preferred"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Subject:
    """A person, unit, place, event, work or thing; ``variants`` are its other names, any script."""

    id: int
    name: str
    kind: str = ""
    variants: tuple[str, ...] = ()
    note: str = ""
    same_as_id: int | None = None
    """The subject that this one has turned out to be (Gorski is Kononov)."""
    part_of_id: int | None = None
    """The subject that this one belongs to (a village in a district, a company in a regiment)."""
    mother_id: int | None = None
    father_id: int | None = None
    spouse_ids: tuple[int, ...] = ()
    """The persons that this one was married to, whichever of the two it was noted with."""


class Kin(enum.StrEnum):
    """What one person is to another, as far as it bounds their dates."""

    MOTHER = "mother"
    FATHER = "father"
    SPOUSE = "spouse"


@dataclass(frozen=True, slots=True)
class Kinship:
    """``subject`` has ``relative`` as mother, father or spouse."""

    subject_id: int
    relative_id: int
    kin: Kin


@dataclass(frozen=True, slots=True)
class Source:
    """Anything that bears information; field names follow the sheet (and CSL where it has one)."""

    id: int
    key: str
    type: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    publisher: str = ""
    place: str = ""
    repository: str = ""
    fonds: str = ""
    shelfmark: str = ""
    language: str = ""
    url: str = ""
    accessed: str = ""
    copy_seen: str = ""
    quoted_after: str = ""
    """Key of the source that quotes this one, when it is known only through that one; else ''."""
    note: str = ""
    quoted_after_id: int | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One speaker's telling on one occasion, carried by a source, with its own date."""

    id: int
    siglum: str
    source_id: int
    speaker: str = ""
    recorder: str = ""
    translator: str = ""
    date: str = ""
    place: str = ""
    """Where it was told."""
    addressee: str = ""
    occasion: str = ""
    proximity: str = ""
    tendency: str = ""
    is_own: bool = False
    """Whether this is the source's own voice, whose siglum is the source's key."""
    speaker_id: int | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a source: kind (page, folio, note, box, line …) and value (``75``, ``73v–75``)."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Point:
    """A question that accounts answer about a subject."""

    id: int
    subject_id: int
    question: str
    kind: Kind
    several: bool = False
    lemma: str = ""
    """Short heading for the apparatus line (``men who crossed``); the question where empty."""
    unit: str = ""
    calendar: str = ""
    role: str = ""
    note: str = ""
    centrality: str = ""
    """``core`` or ``periphery`` of the story; where empty, dates and figures are periphery."""


@dataclass(frozen=True, slots=True)
class Option:
    """One leaf or branch in the tree of options of a point."""

    id: int
    point_id: int
    label: str
    parent_id: int | None = None
    rank: int | None = None
    """Place on the ordered scale of the point, where it has one (company 1 < battalion 2)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one account says on one point at one place."""

    id: int
    point_id: int
    account_id: int
    stance: Stance = Stance.AFFIRMS
    answer: str = ""
    quotation: str = ""
    translation: str = ""
    reading: str = ""
    """The wording as the historian reads it (the sheet's *wording*); shown in the apparatus."""
    speaker: str = ""
    """Who answers for the statement when it is not the account's own speaker (X writes Y said)."""
    scope: str = ""
    level: Level = Level.SAYS
    note: str = ""
    locators: tuple[Locator, ...] = field(default=())
    speaker_id: int | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """``borrower`` draws on ``lender`` (both accounts), wholly or on the named points."""

    id: int
    borrower_id: int
    lender_id: int
    degree: Degree = Degree.CERTAIN
    grounds: str = ""
    point_ids: tuple[int, ...] = ()
    """The only points on which it draws on it; empty where it draws on it wholly."""


@dataclass(frozen=True, slots=True)
class VersionJudgement:
    """How one version of a point is judged, named by its answer and the claims weighed."""

    answer: str
    standing: Standing
    grounds: str
    claim_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The historian's reasoned decision on a point."""

    id: int
    point_id: int
    status: Status
    grounds: str = ""
    versions: tuple[VersionJudgement, ...] = ()
    judged_at: str = ""
    """When, as ISO 8601 in UTC."""
    fingerprint: str = ""
    """Of the claims that were weighed; another one now makes the judgement stale."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold between two points: an order, a duration, a sum, a share."""

    id: int
    kind: str
    a_id: int
    b_id: int
    relation: str = ""
    value: str = ""
    unit: str = ""
    note: str = ""
    c_id: int | None = None
    """The point that says how long a duration lasts; ``None`` where ``value`` itself says it."""


class Reason(enum.StrEnum):
    """Why a flag is set aside."""

    CALENDAR = "calendar"
    SCOPE = "scope"
    TRANSLATION = "translation"
    SLIP = "scribal slip"
    DIFFERENT_PERSON = "different person"
    RECONCILED = "reconciled"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A flag set aside by the historian, with a typed reason and a text."""

    id: int
    point_id: int
    flag: str
    """Identity of the flag."""
    reason: Reason
    grounds: str = ""
    dismissed_at: str = ""
    fingerprint: str = ""
    """Of the claims the flag named; when they change, the flag comes back."""
