"""Time-ordered 63-bit ids, unique across copies of a dossier so that copies can be merged.

41 bits of milliseconds since 2020 and 22 random bits; within one millisecond, and when the clock
steps back, ids count on from the last one, so that a bulk import cannot collide with itself.
"""

from __future__ import annotations

import secrets
import threading
import time

_EPOCH_MS = 1_577_836_800_000
_RANDOM_BITS = 22
_lock = threading.Lock()
_last = 0


def new_id() -> int:
    """Return an id greater than every earlier one of this process."""
    global _last  # noqa: PLW0603 - one sequence for the whole process
    with _lock:
        milliseconds = time.time_ns() // 1_000_000 - _EPOCH_MS
        fresh = (milliseconds << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
        _last = fresh if fresh >> _RANDOM_BITS > _last >> _RANDOM_BITS else _last + 1
        return _last
