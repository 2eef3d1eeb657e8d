"""Rows that do not hold for the moment: greyed and struck through in every column but some."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from app.ui.fonts import ui_font
from app.ui.models.row_window import RowColumn
from app.ui.theme import current_theme

R = TypeVar("R")


def struck_where(
    columns: Sequence[RowColumn[R]], is_struck: Callable[[R], bool], *, but: Collection[int] = ()
) -> tuple[RowColumn[R], ...]:
    """Return the columns with struck letters in the rows told by ``is_struck``.

    The columns at ``but`` are left as they are: they say in words why the row is struck.
    """
    return tuple(
        column if place in but else replace(column, role=_struck(column.role, is_struck))
        for place, column in enumerate(columns)
    )


def _struck(
    role_of: Callable[[R, int], object], is_struck: Callable[[R], bool]
) -> Callable[[R, int], object]:
    def role(record: R, role: int) -> object:
        known = role_of(record, role)
        if role == Qt.ItemDataRole.ForegroundRole and is_struck(record):
            return current_theme().muted
        if role == Qt.ItemDataRole.FontRole and is_struck(record):
            font = QFont(known) if isinstance(known, QFont) else ui_font()
            font.setStrikeOut(True)
            return font
        return known

    return role
