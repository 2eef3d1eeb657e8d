"""The synopsis as an Excel workbook: heads frozen, every answer a text, verdicts marked."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.comparison import Verdict
from app.domain.synopsis import UNKNOWN, Cell, CellState, Frame, Row

MARKS = {
    Verdict.CONTRADICTS: "✕", Verdict.IN_TENSION: "≈", Verdict.AGREES: "=", Verdict.REFINES: "⊂",
    Verdict.COMPATIBLE: "∩", Verdict.NOT_COMPARABLE: "·",
}  # fmt: skip
"""Verdicts are marked as well as coloured: never by colour alone."""
_FILLS = {
    Verdict.CONTRADICTS: "#f6d5cf", Verdict.IN_TENSION: "#f8e8c4", Verdict.AGREES: "#d9ead5",
    Verdict.REFINES: "#e3efe0", Verdict.COMPATIBLE: "#eef3ec",
}  # fmt: skip
_STATES = {
    CellState.SILENT: "om.", CellState.SEARCHED: "searched, not found",
    CellState.UNREAD: "not yet read", CellState.UNKNOWN: "",
}  # fmt: skip
_HEADS = 3
"""Rows above the cells: siglum, date of telling, speaker."""
_OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
    "strings_to_numbers": False,
}  # fmt: skip
_LONGEST = 32_000
"""Excel holds no longer text in one cell."""


def cell_text(cell: Cell) -> str:
    """Return a cell in words, with the mark of its verdict first."""
    if cell.state is not CellState.ANSWERED:
        return _STATES[cell.state]
    mark = MARKS.get(cell.verdict) if cell.verdict and not cell.is_chosen else None
    words = "; ".join(cell.answers)
    return (f"{mark} {words}" if mark else words)[:_LONGEST]


def write_synopsis_workbook(frame: Frame, rows: Iterable[Row]) -> bytes:
    """Return the workbook; ``rows`` are in the order of the frame's points."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    with Workbook(content, _OPTIONS) as book:
        sheet = book.add_worksheet("Synopsis")
        formats = _formats(book)
        _write_columns(sheet, frame, formats)
        for number, (head, cells) in enumerate(zip(frame.rows, rows, strict=True), start=_HEADS):
            sheet.write_string(number, 0, head.subject[:_LONGEST], formats["head"])
            sheet.write_string(number, 1, head.heading[:_LONGEST], formats["head"])
            for place, column in enumerate(frame.columns, start=2):
                cell = cells.get(column.account_id, UNKNOWN)
                words = cell_text(cell)
                if words:
                    sheet.write_string(number, place, words, formats[_format_name(cell)])
    return content.getvalue()


def _write_columns(sheet: Any, frame: Frame, formats: Mapping[str, Any]) -> None:
    for row, name in enumerate(("Siglum", "Told", "Speaker")):
        sheet.write_string(row, 1, name, formats["head"])
    for place, column in enumerate(frame.columns, start=2):
        for row, words in enumerate((column.siglum, column.date, column.speaker)):
            sheet.write_string(row, place, words[:_LONGEST], formats["head"])
    sheet.freeze_panes(_HEADS, 2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 32)
    sheet.set_column(2, max(2, len(frame.columns) + 1), 22)


def _formats(book: Any) -> dict[str, Any]:
    plain = {"text_wrap": True, "valign": "top", "num_format": "@"}
    formats = {
        "head": book.add_format({**plain, "bold": True}),
        "plain": book.add_format(plain),
        "chosen": book.add_format({**plain, "bold": True, "border": 1}),
        "state": book.add_format({**plain, "italic": True, "font_color": "#6b6b6b"}),
    }
    for verdict, colour in _FILLS.items():
        formats[str(verdict)] = book.add_format({**plain, "bg_color": colour})
    return formats


def _format_name(cell: Cell) -> str:
    if cell.state is not CellState.ANSWERED:
        return "state"
    if cell.is_chosen:
        return "chosen"
    return str(cell.verdict) if cell.verdict in _FILLS else "plain"
