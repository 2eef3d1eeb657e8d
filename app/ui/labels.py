"""The words of the window for what the domain and the services name, in one place to translate."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.answers import Kind
from app.domain.citation_audit import Fidelity
from app.domain.comparison import Verdict
from app.domain.drift import Change
from app.domain.flags import FlagKind, FlagLevel
from app.domain.records import CopySeen, Degree, Level, Reason, Stance, Standing, Status
from app.domain.rules import RuleKind
from app.domain.silences import Reply, Strength
from app.domain.synopsis import CellState
from app.services.actions import Action

ACTIONS: Mapping[Action, str] = {action: action.value for action in Action} | {
    Action.DISMISS_FLAG: "set flag aside",
    Action.RECALL_FLAG: "bring flag back",
}
"""As they follow *Undo* and *Redo* in the menu."""

STANCES: Mapping[Stance, str] = {
    Stance.AFFIRMS: "affirms",
    Stance.DENIES: "denies",
    Stance.DOUBTS: "doubts",
    Stance.SILENT: "is silent",
}
LEVELS: Mapping[Level, str] = {
    Level.SAYS: "the text says so",
    Level.READ: "I read it so",
    Level.INFERRED: "I infer it",
}
STATUSES: Mapping[Status, str] = {
    Status.OPEN: "open",
    Status.PROVISIONAL: "provisional",
    Status.SETTLED: "settled",
    Status.UNRESOLVABLE: "unresolvable",
}
STANDINGS: Mapping[Standing, str] = {
    Standing.UNJUDGED: "not judged",
    Standing.ACCEPTED: "accepted",
    Standing.PREFERRED: "preferred",
    Standing.POSSIBLE: "possible",
    Standing.DOUBTFUL: "doubtful",
    Standing.REJECTED: "rejected",
}
REASONS: Mapping[Reason, str] = {
    Reason.CALENDAR: "Calendar: one date is Old Style",
    Reason.SCOPE: "Scope: they count different things",
    Reason.TRANSLATION: "Translation: the words mean the same",
    Reason.SLIP: "Scribal slip: a slip of the pen or of print",
    Reason.DIFFERENT_PERSON: "Different person: another of the same name",
    Reason.RECONCILED: "Reconciled: both can be true",
    Reason.OTHER: "Another reason, given below",
}
FLAG_KINDS: Mapping[FlagKind, str] = {
    FlagKind.DISAGREEMENT: "Disagreement",
    FlagKind.CHANGE_OF_STORY: "Change of story",
    FlagKind.INNER_CONTRADICTION: "Inner contradiction",
    FlagKind.SILENCE: "Silence",
    FlagKind.CHRONOLOGY: "Chronology",
    FlagKind.ARITHMETIC: "Arithmetic",
    FlagKind.ANACHRONISM: "Anachronism",
    FlagKind.HOLLOW_AGREEMENT: "Hollow agreement",
}
FLAG_LEVELS: Mapping[FlagLevel, str] = {
    FlagLevel.CONTRADICTS: "contradicts",
    FlagLevel.TENSION: "in tension",
}
POINT_STATUSES: Mapping[str, str] = {
    "contradicted": "contradicted",
    "tension": "in tension",
    "clear": "clear",
}
VERDICTS: Mapping[Verdict, str] = {verdict: verdict.value for verdict in Verdict}
REFINED_BY = "refined by"
"""The verdict *refines* as the broader of the two answers is told it."""
KINDS: Mapping[Kind, str] = {
    Kind.DATE: "a date",
    Kind.QUANTITY: "a quantity",
    Kind.OPTION: "one of several options",
    Kind.SUBJECT: "a person, place or other subject",
    Kind.YES_NO: "yes or no",
    Kind.TEXT: "free text (never compared)",
}
RULE_KINDS: Mapping[RuleKind, str] = {
    RuleKind.ORDER: "order: what comes first",
    RuleKind.DURATION: "duration: how long it lasts",
    RuleKind.SUM: "sum: a total and its parts",
    RuleKind.SHARE: "share: a part of a whole, in per cent",
}
ORDERS: Mapping[str, str] = {
    "before": "comes before",
    "after": "comes after",
    "at least": "comes before, by at least",
    "at most": "comes before, by at most",
    "exactly": "comes before, by exactly",
}
"""Relations of a rule of order, as they stand between its points."""
SHARE_PARTS: Mapping[str, str] = {"part": "its part is", "whole": "its whole is"}
CHANGES: Mapping[Change, str] = {
    Change.TOLD: "first told",
    Change.SAME: "the same",
    Change.ADDED: "added",
    Change.DROPPED: "dropped",
    Change.SILENT: "not told",
    Change.CHANGED: "changed",
    Change.MORE_PRECISE: "more precise",
    Change.LESS_PRECISE: "less precise",
    Change.GROWN: "grown",
    Change.SHRUNK: "shrunk",
    Change.REWORDED: "in other words",
}
"""What became of an answer since the speaker's telling before."""
CELL_STATES: Mapping[CellState, str] = {
    CellState.UNKNOWN: "nothing is recorded, so nothing is concluded",
    CellState.ANSWERED: "answers",
    CellState.SILENT: "silent on it",
    CellState.SEARCHED: "searched, not found",
    CellState.UNREAD: "not yet read for it",
}
"""What is known of one account on one point."""
FIDELITIES: Mapping[Fidelity, str] = {fidelity: fidelity.value for fidelity in Fidelity}
"""How a citation stands to the place it cites."""
REPLIES: Mapping[Reply, str] = {
    Reply.OPEN: "open",
    Reply.YES: "yes",
    Reply.NO: "no",
    Reply.UNCLEAR: "cannot be told",
}
STRENGTHS: Mapping[Strength, str] = {strength: strength.value for strength in Strength}
DEGREES: Mapping[Degree, str] = {degree: degree.value for degree in Degree}
COPIES_SEEN: Mapping[CopySeen, str] = {
    CopySeen.UNKNOWN: "not said",
    CopySeen.ORIGINAL: "original",
    CopySeen.PHOTOGRAPH: "photograph",
    CopySeen.FILM: "film",
    CopySeen.EDITION: "edition",
    CopySeen.QUOTED: "not seen: quoted after another source",
}
FOUND_KINDS: Mapping[str, str] = {
    "point": "Points",
    "claim": "Claims",
    "source": "Sources",
    "account": "Accounts",
    "subject": "Subjects",
}
"""Headings of the search results, in the order in which they are shown."""


def action_words(action: Action) -> str:
    """Return the name of an action as it follows *Undo*."""
    return ACTIONS[action]


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``1 claim`` or ``1,204 claims``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
