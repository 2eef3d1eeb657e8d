"""The claims of a source or an account, by point; opening one shows its point."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.locators import places_in_words, read_locators
from app.domain.records import Stance
from app.services.listing import ClaimLine, list_claim_lines
from app.services.workspace import Workspace
from app.ui.labels import STANCES
from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.texts import told_whole


def _point(line: ClaimLine) -> str:
    return f"{line.subject}: {line.question}"


def _answer(line: ClaimLine) -> str:
    stance = Stance(line.stance)
    if stance is Stance.AFFIRMS:
        return line.answer
    return " ".join(part for part in (STANCES[stance], line.answer) if part)


def _place(line: ClaimLine) -> str:
    return places_in_words(read_locators(line.place))


_COLUMNS = (
    RowColumn[ClaimLine]("Account", lambda line: line.siglum),
    RowColumn[ClaimLine]("Point", _point, told_whole(_point)),
    RowColumn[ClaimLine]("Answer", _answer, told_whole(_answer)),
    RowColumn[ClaimLine]("Place", _place),
)


class ClaimList(RowTable[ClaimLine]):
    """Claims as lines; a row's id is the claim's."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        model = RowWindowModel[ClaimLine](
            _COLUMNS, lambda ids: list_claim_lines(workspace, ids), id_of=lambda line: line.id
        )
        super().__init__(model, (9, 44, 24, 18), parent, name="Claims", most_rows=12, spare=(0,))

    def point_of(self, claim_id: int) -> int:
        """Return the id of the point that a listed claim answers, or 0."""
        line = self.rows.find_record(self.rows.row_of(claim_id))
        return line.point_id if line else 0
