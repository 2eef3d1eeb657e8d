"""The versions of a point: what each says, who carries it, how many witnessed it, how judged."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.analysis import Version
from app.domain.records import Standing
from app.domain.what_if import VersionFate
from app.domain.witness_wording import NOT_SHOWN, through_in_words
from app.services.findings import PointView
from app.services.judgements import standing_of
from app.services.what_if import SupposedPoint
from app.services.witnessing import Testimony, get_testimony
from app.services.workspace import Workspace
from app.ui.fonts import text_font
from app.ui.labels import STANDINGS
from app.ui.models.row_window import RowColumn
from app.ui.models.struck_rows import struck_where
from app.ui.theme import verdict_colour
from app.ui.widgets.held_table import HeldTable
from app.ui.widgets.texts import PlainLabel, plain_tooltip, told_whole
from app.ui.widgets.what_if_words import fate_in_words, witnesses_in_words

_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version at its place in the point's list, from 1."""

    place: int
    version: Version
    standing: Standing
    grounds: str
    fate: VersionFate | None = None
    """What becomes of it in a what-if, while there is one."""

    @property
    def is_gone(self) -> bool:
        """Tell whether it is found no more in the what-if."""
        return self.fate is not None and self.fate.after is None

    @property
    def title(self) -> str:
        """Return the answer, with its scope where it has one."""
        scope = f" [{self.version.scope}]" if self.version.scope else ""
        return f"{self.version.answer}{scope}"


def version_rows(view: PointView, supposed: SupposedPoint | None = None) -> list[VersionRow]:
    """Return the versions of a point as rows, with how the newest judgement judges them.

    In a what-if each keeps its place, also one that is gone; those that are new come last.
    """
    if supposed is None:
        return [
            _row(view, place, version, None) for place, version in enumerate(view.findings.versions)
        ]
    return [
        _row(view, place, version, fate)
        for place, fate in enumerate(supposed.fates)
        if (version := fate.after or fate.before) is not None
    ]


def _row(view: PointView, place: int, version: Version, fate: VersionFate | None) -> VersionRow:
    is_known = place < len(view.findings.versions)
    judged = standing_of(view, place) if is_known else None
    standing = judged.standing if judged else Standing.UNJUDGED
    return VersionRow(place + 1, version, standing, judged.grounds if judged else "", fate)


def witness_words(version: Version) -> str:
    """Return ``2`` or ``1–2``."""
    return witnesses_in_words(version.witnesses)


def _witness_tooltip(row: VersionRow) -> str:
    version = row.version
    words = f"{witness_words(version)} {NOT_SHOWN}, of {version.sources} sources"
    if version.witnesses.low != version.witnesses.high:
        words += "; the low figure takes every suspected dependence as real"
    through = through_in_words(version.witnesses)
    return f"{words}; {through}." if through else f"{words}."


def _answer_role(row: VersionRow, role: int) -> object:
    if role == Qt.ItemDataRole.FontRole:
        return text_font(bold=row.standing in (Standing.ACCEPTED, Standing.PREFERRED))
    return plain_tooltip(row.title) if role == Qt.ItemDataRole.ToolTipRole else None


def _sigla(row: VersionRow) -> str:
    return ", ".join(dict.fromkeys(row.version.sigla))


def _judged(row: VersionRow) -> str:
    return STANDINGS[row.standing] if row.standing is not Standing.UNJUDGED else "–"


def _fate(row: VersionRow) -> str:
    return fate_in_words(row.fate) if row.fate else ""


def _fate_role(row: VersionRow, role: int) -> object:
    if role == Qt.ItemDataRole.ForegroundRole:
        return verdict_colour("in tension")
    return plain_tooltip(_fate(row)) if role == Qt.ItemDataRole.ToolTipRole else None


_COLUMNS = (
    RowColumn[VersionRow]("Version", lambda row: row.title, _answer_role),
    RowColumn[VersionRow]("Accounts", _sigla, told_whole(_sigla)),
    RowColumn[VersionRow]("Claims", lambda row: str(len(row.version.claim_ids)), alignment=_CENTRE),
    RowColumn[VersionRow]("Sources", lambda row: str(row.version.sources), alignment=_CENTRE),
    RowColumn[VersionRow](
        "Witnesses", lambda row: witness_words(row.version), told_whole(_witness_tooltip), _CENTRE
    ),
    RowColumn[VersionRow]("First told", lambda row: row.version.first_told or "undated"),
    RowColumn[VersionRow]("Judged", _judged, told_whole(lambda row: row.grounds)),
    RowColumn[VersionRow]("What if", _fate, _fate_role),
)
_CLAIMS, _WHAT_IF = 2, len(_COLUMNS) - 1


class VersionsTable(HeldTable[VersionRow]):
    """The versions of one point; a row's id is its place, from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = struck_where(_COLUMNS, lambda row: row.is_gone, but=(_WHAT_IF,))
        super().__init__(
            columns, (52, 22, 3, 3, 4, 16, 8, 34), parent, id_of=lambda row: row.place,
            name="Versions", most_rows=8, spare=(_CLAIMS,),
        )  # fmt: skip

    def show_view(self, view: PointView, supposed: SupposedPoint | None = None) -> None:
        """Show the versions of a point, in a what-if with what becomes of each."""
        self.leave_out((_CLAIMS if supposed else _WHAT_IF,))
        self.show_records(version_rows(view, supposed))

    def choose_standing(self, place: int) -> None:
        """Choose the version at a place; where it is gone, the weightiest that is left."""
        row = self.find_held(place)
        self.choose_none()
        if row is None or row.is_gone or not self.choose(place):
            self.choose_weightiest()

    def choose_weightiest(self) -> None:
        """Choose the version that was accepted or preferred, else the one with most claims."""
        chosen = (Standing.ACCEPTED, Standing.PREFERRED)
        rows = sorted(
            self.records,
            key=lambda row: (
                row.is_gone,
                row.standing not in chosen,
                -len(row.version.claim_ids),
                row.place,
            ),
        )
        if rows and not self.currentIndex().isValid():
            self.choose(rows[0].place)


class WitnessLine(PlainLabel):
    """Says in words who stands behind the chosen version; wraps, and shortens nothing."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, muted=True, wraps=True)
        self._workspace = workspace
        self._testimony: Testimony | None = None
        self.setAccessibleName("Who stands behind the chosen version")

    def take_view(self, view: PointView, aside: frozenset[int]) -> None:
        """Take up a point, in a what-if without the claims that are set aside."""
        left = [shown.weighed for shown in view.claims if shown.claim.id not in aside]
        self._testimony = get_testimony(self._workspace, view.point.id, left)

    def show_row(self, row: VersionRow | None) -> None:
        """Show who stands behind a version; nothing where it is gone, or none is chosen."""
        words = ""
        if self._testimony is not None and row is not None and not row.is_gone:
            words = self._testimony.tell(row.version)
        self.setText(words)
        self.setVisible(bool(words))
