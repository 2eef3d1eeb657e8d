"""Sheets out of an Excel workbook: the same headers as in CSV, one kind of sheet per page."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from app.exchange.sheets import Sheet, SheetError, SheetKind, make_sheet, read_bytes

MOST_BYTES = 200_000_000
"""The largest size that a workbook may unpack to; beyond it is taken for hostile."""
MOST_PARTS = 2000


def read_workbook(path: Path) -> list[Sheet]:
    """Read every page of a workbook that has a header row; empty pages are passed over."""
    content = read_bytes(path)
    _check_size(path.name, content)
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise SheetError(path.name, "it cannot be read as an Excel workbook.") from error
    try:
        sheets = [
            make_sheet(f"{path.name}, page {page.title}", _rows(page.iter_rows(values_only=True)))
            for page in book.worksheets
            if page.max_row and any(page.iter_rows(max_row=1, values_only=True))
        ]
    finally:
        book.close()
    if not sheets:
        raise SheetError(path.name, f"no page has the columns of a sheet ({_known()}).")
    return sheets


def _known() -> str:
    return ", ".join(SheetKind)


def _check_size(name: str, content: bytes) -> None:
    """Refuse what is no archive, or unpacks to more than a table of notes could be."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise SheetError(name, "it is not an Excel workbook (.xlsx).") from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise SheetError(name, "it unpacks to more than a workbook of notes would; save it as CSV.")


def _rows(rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[int, list[str]]]:
    for line, cells in enumerate(rows, start=1):
        yield line, [_text(cell) for cell in cells]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        midnight = cell.time() == datetime.time()
        return cell.date().isoformat() if midnight else cell.isoformat()
    return str(cell)
