"""Claims for tests, from sets written down directly: no reader is involved."""

from itertools import count

from app.domain.answers import Answer, Kind
from app.domain.claims import Weighed
from app.domain.records import Stance
from app.domain.sets import Allowed

_ids = count(1)


def allowed(*spans: tuple[int, int]) -> Allowed:
    return Allowed.of(*spans)


def answer(strict: Allowed, widened: Allowed | None = None, *, kind=Kind.DATE, text="", unit=""):
    text = text or " or ".join(f"{a}..{b}" for a, b in strict.spans)
    return Answer(kind, text, strict, widened or strict, text, text, unit)


def claim(
    strict: Allowed,
    widened: Allowed | None = None,
    *,
    by: str = "",
    account: int = 0,
    source: int = 0,
    stance: Stance = Stance.AFFIRMS,
    kind: Kind = Kind.DATE,
    text: str = "",
    scope: str = "",
    unit: str = "",
    reported: bool = False,
    siglum: str = "",
) -> Weighed:
    """Make a claim; without an account it stands in one of its own."""
    number = next(_ids)
    account = account or 1000 + number
    return Weighed(
        claim_id=number,
        siglum=siglum or f"A{account}",
        account_id=account,
        source_id=source or account,
        kind=kind,
        stance=stance,
        answer=None
        if stance is Stance.SILENT
        else answer(strict, widened, kind=kind, text=text, unit=unit),
        scope=scope,
        speaker=by,
        speaker_name=by,
        reported=reported,
    )
