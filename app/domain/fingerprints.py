"""Fingerprints of weighed claims: how a judgement or dismissal notices that its claims changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.domain.claims import Weighed


def fingerprint(claims: Iterable[Weighed]) -> str:
    """Return a text that maps each claim's id to a short hash of what was weighed in it."""
    marks = {str(claim.claim_id): _mark(claim) for claim in claims}
    return json.dumps(marks, sort_keys=True)


def _mark(claim: Weighed) -> str:
    return _hashed(claim.stance, claim.text, claim.scope, claim.speaker, claim.siglum, claim.kind)


@lru_cache(maxsize=1 << 14)
def _hashed(*weighed: str) -> str:
    return hashlib.sha256("\x1f".join(weighed).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Staleness:
    """The ids of claims that are new, changed or gone since a fingerprint was taken."""

    new: tuple[int, ...]
    changed: tuple[int, ...]
    gone: tuple[int, ...]

    @property
    def is_stale(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.new or self.changed or self.gone)


def staleness(then: str, now: str) -> Staleness:
    """Compare two fingerprints; a blank one (nothing was weighed) is never stale."""
    if not then or then == now:
        return Staleness((), (), ())
    before, after = json.loads(then), json.loads(now or "{}")
    return Staleness(
        new=tuple(int(key) for key in after if key not in before),
        changed=tuple(int(key) for key in after if key in before and after[key] != before[key]),
        gone=tuple(int(key) for key in before if key not in after),
    )
