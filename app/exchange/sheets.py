"""The sheets: tables of subjects, sources, accounts, points, options, claims and rules, as CSV.

UTF-8 with comma, semicolon or tab and a header row. Which sheet it is follows from its columns.
A column that no sheet has is refused by name; a bad row is refused by its line number.
"""

from __future__ import annotations

import csv
import enum
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import UserError

MOST_LETTERS = 1_000_000
"""The longest text that one field may hold."""


class SheetKind(enum.StrEnum):
    """The kinds of sheet, in the order in which they are taken in."""

    SUBJECTS = "subjects"
    SOURCES = "sources"
    ACCOUNTS = "accounts"
    POINTS = "points"
    OPTIONS = "options"
    CLAIMS = "claims"
    RULES = "rules"


COLUMNS: Mapping[SheetKind, tuple[str, ...]] = {
    SheetKind.SUBJECTS: (
        "name", "kind", "names", "same_as", "part_of", "mother", "father", "spouses", "note",
    ),
    SheetKind.SOURCES: (
        "key", "type", "title", "author", "date", "container", "volume", "issue", "page",
        "publisher", "place", "repository", "fonds", "shelfmark", "language", "url", "accessed",
        "copy_seen", "quoted_after", "derives_from", "note",
    ),
    SheetKind.ACCOUNTS: (
        "siglum", "source", "speaker", "recorder", "date", "addressee", "occasion", "proximity",
        "tendency",
    ),
    SheetKind.POINTS: (
        "subject", "subject_kind", "question", "answer_type", "answers", "lemma", "unit",
        "calendar", "role", "note",
    ),
    SheetKind.OPTIONS: ("subject", "question", "option", "kind_of", "rank"),
    SheetKind.CLAIMS: (
        "subject", "subject_kind", "question", "answer_type", "source", "locator", "speaker",
        "stance", "answer", "quotation", "wording", "translation", "scope", "level", "note",
    ),
    SheetKind.RULES: ("kind", "a", "b", "relation", "value", "unit", "note"),
}  # fmt: skip
REQUIRED: Mapping[SheetKind, tuple[str, ...]] = {
    SheetKind.SUBJECTS: ("name",),
    SheetKind.SOURCES: ("key",),
    SheetKind.ACCOUNTS: ("siglum", "source"),
    SheetKind.POINTS: ("subject", "question", "answer_type"),
    SheetKind.OPTIONS: ("subject", "question", "option"),
    SheetKind.CLAIMS: ("subject", "question", "source", "answer"),
    SheetKind.RULES: ("kind", "a", "b"),
}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: the line of the file it begins on (the header is line 1) and its values."""

    line: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as read; every row has a value, perhaps empty, for every column of its kind."""

    name: str
    kind: SheetKind
    rows: tuple[SheetRow, ...]


class SheetError(UserError):
    """A sheet is refused: names the file and, where one is at fault, the line."""

    def __init__(self, name: str, sentence: str, line: int = 0) -> None:
        place = f"{name}, line {line}" if line else name
        super().__init__(f"{place}: {sentence} Nothing was imported.")


def read_sheet(path: Path) -> Sheet:
    """Read one CSV sheet; raises ``SheetError`` with one sentence when it cannot be taken."""
    return parse_sheet(path.name, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Return the content of a file; raises ``SheetError`` when it is not there to be read."""
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise SheetError(path.name, "this is a folder; name a sheet in it.") from None
    except FileNotFoundError:
        raise SheetError(path.name, f"there is no such file ({path}).") from None
    except OSError as error:
        raise SheetError(path.name, f"it cannot be read ({error.strerror}).") from error


def parse_sheet(name: str, content: bytes) -> Sheet:
    """Read the bytes of a CSV sheet called ``name``."""
    return make_sheet(name, _rows(name, _decoded(name, content)))


def make_sheet(name: str, rows: Iterator[tuple[int, list[str]]]) -> Sheet:
    """Make a sheet of numbered rows of cells, the first of which is the header."""
    _, header = next(rows, (0, []))
    while header and not header[-1].strip():
        header = header[:-1]
    columns = [column.strip().casefold().replace(" ", "_") for column in header]
    kind = recognise(name, columns)
    body = tuple(
        _row(name, kind, columns, line, cells)
        for line, cells in rows
        if any(cell.strip() for cell in cells)
    )
    return Sheet(name, kind, body)


def _decoded(name: str, content: bytes) -> str:
    if not content.removeprefix(b"\xef\xbb\xbf").strip():
        raise SheetError(name, "the file is empty; a sheet begins with a row of column names.")
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if marked else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SheetError(
            name,
            f"it is not in UTF-8 (byte 0x{content[error.start]:02X}); save it again as "
            "“CSV UTF-8”.",
            line,
        ) from None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise SheetError(name, "there is a NUL byte, which no text holds; remove it.", line)
    return text


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MOST_LETTERS)
    first_line = next(iter(text.splitlines()), "")
    delimiter = max(",;\t", key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise SheetError(name, f"the row cannot be read ({error}).", begins) from None


def recognise(name: str, columns: Sequence[str]) -> SheetKind:
    """Return which sheet has these columns; raises ``SheetError`` naming those that fit none."""
    fitting = [kind for kind in SheetKind if set(REQUIRED[kind]) <= set(columns)]
    if not fitting:
        closest = max(SheetKind, key=lambda kind: len(set(columns) & set(COLUMNS[kind])))
        missing = [column for column in REQUIRED[closest] if column not in columns]
        unknown = [column for column in columns if column and column not in COLUMNS[closest]]
        also = f"; “{'”, “'.join(unknown)}” is no column of it" if unknown else ""
        raise SheetError(
            name,
            f"a sheet of {closest} needs the column “{missing[0]}”, which is missing{also}.",
            1,
        )
    kind = max(fitting, key=lambda fit: len(set(columns) & set(COLUMNS[fit])))
    unknown = [column for column in columns if column not in COLUMNS[kind]]
    if unknown:
        raise SheetError(
            name,
            f"a sheet of {kind} has no column “{'”, “'.join(unknown)}”; "
            f"its columns are {', '.join(COLUMNS[kind])}.",
            1,
        )
    if len(set(columns)) < len(columns):
        raise SheetError(name, "a column name stands twice in the header.", 1)
    return kind


def _row(
    name: str, kind: SheetKind, columns: Sequence[str], line: int, cells: Sequence[str]
) -> SheetRow:
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        raise SheetError(name, f"the row has {len(cells)} values for {len(columns)} columns.", line)
    values = dict.fromkeys(COLUMNS[kind], "")
    values.update(
        (column, _unguarded(unicodedata.normalize("NFC", cell.strip())))
        for column, cell in zip(columns, cells, strict=False)
    )
    return SheetRow(line, values)


def _unguarded(cell: str) -> str:
    """Take off the apostrophe that keeps spreadsheets from reading a text as a formula."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t" else cell
