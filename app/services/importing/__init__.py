"""Taking sheets in: all of them in one transaction, or nothing.

Sheets are taken in the order subjects, sources, accounts, points, options, claims, rules,
whatever the order in which they are named. A row that cannot be taken is refused by file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.errors import UserError
from app.exchange.sheets import Sheet, SheetKind, read_sheet
from app.exchange.workbooks import read_workbook
from app.services.actions import Action
from app.services.importing.claims import take_claims
from app.services.importing.points import take_options, take_points
from app.services.importing.register import Register
from app.services.importing.rules import take_rules
from app.services.importing.sources import take_accounts, take_sources
from app.services.importing.subjects import take_subjects
from app.services.workspace import Workspace

_ORDER = list(SheetKind)
_TAKE: dict[SheetKind, Callable[[Register, Sheet], None]] = {
    SheetKind.SUBJECTS: take_subjects,
    SheetKind.SOURCES: take_sources,
    SheetKind.ACCOUNTS: take_accounts,
    SheetKind.POINTS: take_points,
    SheetKind.OPTIONS: take_options,
    SheetKind.CLAIMS: take_claims,
    SheetKind.RULES: take_rules,
}
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")
"""The endings of files that hold sheets."""
_SHOWN_REMARKS = 5
Progress = Callable[[str], None]
"""Told what is being done; may raise to stop the import, which is then as if never begun."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in."""

    counts: dict[str, int]
    """Rows by kind of sheet."""
    remarks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """How answers were read where a convention decides it: their places by the remark."""

    @property
    def rows(self) -> str:
        """Return how many rows of each kind came in, in words: ``2 sources, 1 claim``."""
        told = (
            f"{n} {kind if n != 1 else kind.removesuffix('s')}" for kind, n in self.counts.items()
        )
        return ", ".join(told)

    @property
    def remarked(self) -> tuple[str, ...]:
        """Return lines that show the first remarks and count them; none when there are none."""
        count = len({place for places in self.remarks.values() for place in places})
        if not count:
            return ()
        said = "1 answer was" if count == 1 else f"{count} answers were"
        shown = [
            f"{first}{f' and {len(others)} more' if others else ''}: {remark}"
            for remark, (first, *others) in self.remarks.items()
        ]
        hidden = len(shown) - _SHOWN_REMARKS
        more = [f"… and {hidden} other remark{'' if hidden == 1 else 's'}."] if hidden > 0 else []
        return (f"{said} read by a convention:", *shown[:_SHOWN_REMARKS], *more)


def import_sheets(
    workspace: Workspace, paths: Sequence[Path], progress: Progress = lambda _: None
) -> Imported:
    """Take in the sheets at ``paths``; return how many rows came in, and how they were read.

    Raises a ``UserError`` with file and line; the dossier is then as it was.
    """
    if not paths:
        raise UserError("Name at least one sheet to import, such as sources.csv claims.csv.")
    read = [sheet for path in paths for sheet in _read(path, progress)]
    sheets = sorted(read, key=lambda sheet: _ORDER.index(sheet.kind))
    remarks: dict[str, list[str]] = {}

    def change(tx: Any) -> None:
        register = Register(tx)
        for sheet in sheets:
            progress(f"Taking in {sheet.name}")
            _TAKE[sheet.kind](register, sheet)
        progress("Writing and comparing")
        register.write()
        register.check_links()
        remarks.update(register.remarks)

    workspace.perform(Action.IMPORT_SHEETS, change)
    counts: dict[str, int] = {}
    for sheet in sheets:
        counts[sheet.kind] = counts.get(sheet.kind, 0) + len(sheet.rows)
    return Imported(counts, remarks)


def _read(path: Path, progress: Progress) -> list[Sheet]:
    progress(f"Reading {path.name}")
    ending = path.suffix.casefold()
    if ending and ending not in ENDINGS and not path.is_dir():
        raise UserError(
            f"{path.name}: sheets are taken in as {', '.join(ENDINGS)}; save it as one of these."
        )
    return read_workbook(path) if ending == ".xlsx" else [read_sheet(path)]
