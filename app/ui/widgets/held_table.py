"""A table of records that are all at hand, as what is found out of a dossier is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.widgets.row_table import RowTable

R = TypeVar("R")


class HeldTable(RowTable[R], Generic[R]):
    """Shows the records that it is given, in their order."""

    def __init__(
        self, columns: Sequence[RowColumn[R]], widths: Sequence[int],
        parent: QWidget | None = None, *, id_of: Callable[[R], int], name: str = "",
        most_rows: int = 0, spare: Sequence[int] = (),
    ) -> None:  # fmt: skip
        """``id_of`` tells records apart; the rest is as in every ``RowTable``."""
        self._id_of = id_of
        self._held: dict[int, R] = {}
        model = RowWindowModel[R](columns, self._fetch, id_of=id_of)
        super().__init__(model, widths, parent, name=name, most_rows=most_rows, spare=spare)

    def _fetch(self, ids: list[int]) -> list[R]:
        return [self._held[number] for number in ids if number in self._held]

    def show_records(self, records: Iterable[R]) -> None:
        """Show these records; the chosen row stays chosen while it is among them."""
        self._held = {self._id_of(record): record for record in records}
        self.show_ids(self._held)

    @property
    def records(self) -> tuple[R, ...]:
        """Return what is shown, in the order of the rows."""
        return tuple(self._held.values())

    def find_held(self, record_id: int) -> R | None:
        """Return the record with this id, if it is shown."""
        return self._held.get(record_id)

    def find_current(self) -> R | None:
        """Return the record of the current row, if any."""
        return self._held.get(self.current_id)
