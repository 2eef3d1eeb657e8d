"""The versions of a point: what each says, who carries it, how many witnessed it, how judged."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.analysis import Version
from app.domain.records import Standing
from app.services.findings import PointView
from app.services.judgements import standing_of
from app.ui.fonts import text_font
from app.ui.labels import STANDINGS
from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.texts import plain_tooltip

_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version at its place in the point's list, from 1."""

    place: int
    version: Version
    standing: Standing
    grounds: str

    @property
    def title(self) -> str:
        """Return the answer, with its scope where it has one."""
        scope = f" [{self.version.scope}]" if self.version.scope else ""
        return f"{self.version.answer}{scope}"


def version_rows(view: PointView) -> list[VersionRow]:
    """Return the versions of a point as rows, with how the newest judgement judges them."""
    rows = []
    for place, version in enumerate(view.findings.versions):
        judged = standing_of(view, place)
        standing = judged.standing if judged else Standing.UNJUDGED
        rows.append(VersionRow(place + 1, version, standing, judged.grounds if judged else ""))
    return rows


def witness_words(version: Version) -> str:
    """Return ``2`` or ``1–2``."""
    low, high = version.witnesses.low, version.witnesses.high
    return str(low) if low == high else f"{low}–{high}"


def _witness_tooltip(row: VersionRow) -> str:
    version = row.version
    words = (
        f"{witness_words(version)} not shown to depend on one another, of {version.sources} sources"
    )
    if version.witnesses.low != version.witnesses.high:
        words += "; the low figure takes every suspected borrowing as real"
    if version.witnesses.common_link:
        words += f". All go through {version.witnesses.common_link}"
    return f"{words}."


def _answer_role(row: VersionRow, role: int) -> object:
    if role == Qt.ItemDataRole.FontRole:
        return text_font(bold=row.standing in (Standing.ACCEPTED, Standing.PREFERRED))
    return plain_tooltip(row.title) if role == Qt.ItemDataRole.ToolTipRole else None


def _claims_role(row: VersionRow, role: int) -> object:
    sigla = ", ".join(dict.fromkeys(row.version.sigla))
    return plain_tooltip(sigla) if role == Qt.ItemDataRole.ToolTipRole else None


def _witnesses_role(row: VersionRow, role: int) -> object:
    return plain_tooltip(_witness_tooltip(row)) if role == Qt.ItemDataRole.ToolTipRole else None


def _judged_role(row: VersionRow, role: int) -> object:
    return plain_tooltip(row.grounds) if role == Qt.ItemDataRole.ToolTipRole else None


def _judged(row: VersionRow) -> str:
    return STANDINGS[row.standing] if row.standing is not Standing.UNJUDGED else "–"


_COLUMNS = (
    RowColumn[VersionRow]("Version", lambda row: row.title, _answer_role),
    RowColumn[VersionRow](
        "Accounts", lambda row: ", ".join(dict.fromkeys(row.version.sigla)), _claims_role
    ),
    RowColumn[VersionRow]("Claims", lambda row: str(len(row.version.claim_ids)), alignment=_CENTRE),
    RowColumn[VersionRow]("Sources", lambda row: str(row.version.sources), alignment=_CENTRE),
    RowColumn[VersionRow](
        "Witnesses", lambda row: witness_words(row.version), _witnesses_role, _CENTRE
    ),
    RowColumn[VersionRow]("First told", lambda row: row.version.first_told or "undated"),
    RowColumn[VersionRow]("Judged", _judged, _judged_role),
)


class VersionsTable(RowTable[VersionRow]):
    """The versions of one point; a row's id is its place, from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._shown: dict[int, VersionRow] = {}
        model = RowWindowModel[VersionRow](_COLUMNS, self._fetch, id_of=lambda row: row.place)
        super().__init__(model, (52, 22, 3, 3, 4, 16, 8), parent, most_rows=8, spare=(2,))
        model.setParent(self)
        self.setAccessibleName("Versions")

    def _fetch(self, places: list[int]) -> list[VersionRow]:
        return [self._shown[place] for place in places if place in self._shown]

    def show_view(self, view: PointView) -> None:
        """Show the versions of a point."""
        self._shown = {row.place: row for row in version_rows(view)}
        self.rows.reset_ids(self._shown)
        self.rows.drop_all()

    def choose_weightiest(self) -> None:
        """Choose the version that was accepted or preferred, else the one with most claims."""
        chosen = (Standing.ACCEPTED, Standing.PREFERRED)
        rows = sorted(
            self._shown.values(),
            key=lambda row: (row.standing not in chosen, -len(row.version.claim_ids), row.place),
        )
        if rows and not self.currentIndex().isValid():
            self.choose(rows[0].place)

    def find_version(self) -> VersionRow | None:
        """Return the chosen version, if any."""
        return self._shown.get(self.current_id)
