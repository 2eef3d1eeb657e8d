"""What the cells of a synopsis are held against: an account, what is judged, chosen answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.synopsis import ColumnHead, Yardstick
from app.services.findings import list_ids
from app.services.synopsis import judged_yardstick
from app.services.workspace import Workspace
from app.ui.labels import counted
from app.ui.widgets.id_choice import IdChoice
from app.ui.widgets.synopsis_words import circumstances_of

_NOTHING, _JUDGED, _ANSWERS = 0, -1, -2


class YardstickChoice(IdChoice):
    """Offers every account, what is judged, and answers chosen cell by cell."""

    changed = Signal()
    """Cells are to be held against something else."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent, letters=14)
        self._workspace = workspace
        self._accounts: Sequence[ColumnHead] = ()
        self._answers: dict[int, tuple[int, ...]] = {}
        self._judged = Yardstick()
        self.setAccessibleName("Held against")
        self.chosen.connect(self._on_chosen)

    @property
    def account_id(self) -> int:
        """Return the account that is held against, or 0."""
        return max(0, self.find_id() or 0)

    @property
    def words(self) -> str:
        """Return what is held against, in a word or two; empty for nothing."""
        others = {_JUDGED: "what is judged", _ANSWERS: "the chosen answer"}
        known = (head.siglum for head in self._accounts if head.account_id == self.account_id)
        return next(known, others.get(self.find_id() or _NOTHING, ""))

    @property
    def yardstick(self) -> Yardstick:
        """Return what cells are held against."""
        chosen = self.find_id() or _NOTHING
        if chosen == _JUDGED:
            return self._judged
        if chosen == _ANSWERS:
            claims = (claim for ids in self._answers.values() for claim in ids)
            return Yardstick(claim_ids=frozenset(claims))
        return Yardstick(account_id=chosen or None)

    def offer_accounts(self, accounts: Sequence[ColumnHead]) -> None:
        """Offer these accounts; the one that was chosen stays chosen while it is among them."""
        self._accounts = accounts
        self._offer()
        self._read_judged()

    def hold_account(self, account_id: int) -> None:
        """Choose an account."""
        self._choose(account_id)

    def hold_answer(self, point_id: int, claim_ids: Iterable[int]) -> None:
        """Choose an answer on one point, beside those chosen on others; again takes it back."""
        ids = tuple(claim_ids)
        if self.find_id() == _ANSWERS and self._answers.get(point_id) == ids:
            del self._answers[point_id]
        else:
            self._answers[point_id] = ids
        self._offer()
        self._choose(_ANSWERS if self._answers else _NOTHING)

    def _choose(self, member: int) -> None:
        self.set_member(member)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._read_judged()
        self.changed.emit()

    def _read_judged(self) -> None:
        if self.find_id() == _JUDGED:
            points = list_ids(self._workspace, "points")
            self._judged = judged_yardstick(self._workspace, points)

    def _offer(self) -> None:
        words = {_NOTHING: "nothing", _JUDGED: "what is judged"}
        if self._answers:
            words[_ANSWERS] = counted(len(self._answers), "chosen answer")
        for head in self._accounts:
            words[head.account_id] = f"{head.siglum} – {circumstances_of(head)}"
        self.offer(words)
