"""Who stands behind a version, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.drift_wording import listed
from app.domain.witnesses import Witnesses

NOT_SHOWN = "not shown to depend on one another"
"""What witnesses are counted for; that they are independent cannot be shown."""
ONLY_IF = "only if no suspected dependence is real"
_MOST_OPEN = 6
"""Of more among whom it is left open, the first few are named and the others counted."""


def witnesses_in_a_sentence(
    witnesses: Witnesses, roots: Sequence[str], perhaps: Sequence[str] = ()
) -> str:
    """Return how many witness a version, who they are, and what all of it passes through.

    ``roots`` and ``perhaps`` are what ``list_roots`` finds: the informants who explain the
    version in any case, and those who do only where no suspected derivation is real.
    """
    is_open = witnesses.low < witnesses.high
    known = [_named(roots, witnesses.low)] if roots else []
    if known and is_open:
        known[0] = f"surely {known[0]}"
    if perhaps and is_open:
        known.append(f"{_named(perhaps, witnesses.high - witnesses.low)} {ONLY_IF}")
    through = through_in_words(witnesses)
    if through and tuple(roots) != (witnesses.common_link,):
        known.append(through)
    return f"{_counted(witnesses)}: {'; '.join(known)}." if known else f"{_counted(witnesses)}."


def through_in_words(witnesses: Witnesses) -> str:
    """Return which account all of a version passes through, or nothing."""
    return f"all passes through {witnesses.common_link}" if witnesses.common_link else ""


def _counted(witnesses: Witnesses) -> str:
    low, high = witnesses.low, witnesses.high
    if high == 1:
        return "1 witness"
    return f"{low if low == high else f'{low}–{high}'} witnesses {NOT_SHOWN}"


def _named(roots: Sequence[str], number: int) -> str:
    """Return the names; where more are open than count, that they are found among these."""
    if len(roots) <= number:
        return _set_apart(roots)
    if len(roots) <= _MOST_OPEN:
        return f"from among {_set_apart(roots)}"
    shown = [*roots[: _MOST_OPEN - 1], f"{len(roots) - _MOST_OPEN + 1} more"]
    return f"from among {_set_apart(shown)}"


def _set_apart(names: Sequence[str]) -> str:
    """Join names; one that holds a comma or a semicolon itself is quoted, to be read as one."""
    return listed(
        f"“{name}”" if len(names) > 1 and set(name) & set(",;") else name for name in names
    )
