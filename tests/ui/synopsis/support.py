"""A small dossier to lay side by side, ways to find a cell of it, and heads in any number."""

from __future__ import annotations

from app.domain.answers import Kind
from app.domain.records import Stance
from app.domain.synopsis import ColumnHead, Frame, RowHead
from app.services.claims import ClaimDraft, add_claim

DATES = {"D41": "23 August 1941", "Ia44": "1944", "K48": "26 April 1948"}
MEN, BORN, COSSACK = "How many men crossed?", "When was he born?", "Was he a Cossack?"
CLAIMS = (
    ("Kononov", MEN, Kind.QUANTITY, "K48", "900"),
    ("Kononov", MEN, Kind.QUANTITY, "D41", "3"),
    ("Kononov", MEN, Kind.QUANTITY, "Ia44", "3"),
    ("Kononov", BORN, Kind.DATE, "D41", "1900"),
    ("Казак", COSSACK, Kind.YES_NO, "K48", "yes"),
)


def tell(workspace, subject, question, kind, siglum, answer="", stance=Stance.AFFIRMS):
    draft = ClaimDraft(subject=subject, question=question, kind=kind, siglum=siglum,
                       locator="p. 1", answer=answer, stance=stance)  # fmt: skip
    return add_claim(workspace, draft)


def place_of(page, question, siglum):
    cells = page.grid.cells
    line = next(
        place for place, line in enumerate(cells.lines)
        if isinstance(line, RowHead) and line.question == question
    )  # fmt: skip
    return line, [column.siglum for column in cells.columns].index(siglum)


def cell_at(page, question, siglum):
    return page.grid.cells.get_cell(*place_of(page, question, siglum))


def hold(page, siglum):
    column = next(head for head in page.grid.cells.columns if head.siglum == siglum)
    page.yardstick.hold_account(column.account_id)


def words_of(passage):
    return "".join(segment.text for segment in passage.segments)


def frame_of(points, accounts):
    return Frame(
        tuple(
            RowHead(n + 1, n // 20, f"Subject {n // 20}", f"point {n}", "?", "clear", True)
            for n in range(points)
        ),
        tuple(ColumnHead(n + 1, f"A{n}", "1941", "", f"S{n}") for n in range(accounts)),
    )
