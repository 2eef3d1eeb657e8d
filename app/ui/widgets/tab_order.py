"""The order in which Tab goes through fields, also through those that are made later."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain_tabs(*fields: QWidget) -> None:
    """Let Tab go from each field to the next; all of them must be in one window."""
    for one, other in pairwise(fields):
        QWidget.setTabOrder(one, other)
